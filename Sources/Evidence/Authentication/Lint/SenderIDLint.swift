internal import Resolving

/// Looks at how Sender ID reads a domain's records (RFC 4406). Historic: what is found breaks nothing that is in use.
struct SenderIDLint {
    private let lookups: Lookups
    private let domain: DomainName
    /// Whether the domain's record of SPF lets some send and asks to refuse or suspect all others.
    private let isSurprising: Bool
    private var notes = LintNotes()

    init(of domain: DomainName, isSurprising: Bool, asking lookups: Lookups) {
        self.domain = domain
        self.isSurprising = isSurprising
        self.lookups = lookups
    }

    /// What was found, after `run`.
    var findings: [LintFinding] { notes.findings }

    /// Reads the records of version 2.
    mutating func run() async {
        let place = Question(domain, .txt)
        let answer = await lookups.answer(to: place)
        guard !answer.outcome.isTemporary, answer.aliases.isEmpty else { return }
        var kept: [RecordData] = []
        var scopes: Set<[UInt8]> = []
        let texts = answer.texts.filter { SPFVersion(of: $0)?.scopes != nil }
        for text in texts {
            guard let version = SPFVersion(of: text), let own = version.scopes else { continue }
            let isRepeated = !scopes.isDisjoint(with: own)
            if isRepeated { notes.note("lint.senderid.repeated", .advice, at: place, repairs: [place]) }
            let isReadable = (try? SPFRecord(text, from: version.end)) != nil
            if !isReadable {
                notes.note("lint.senderid.syntax", .advice, at: place, [String(decoding: text, as: UTF8.self)], repairs: [place])
            }
            if isReadable, !isRepeated {
                scopes.formUnion(own)
                kept.append(.text(text))
            }
        }
        notes.saw(texts.map(RecordData.text), at: place)
        if isSurprising, !scopes.contains(Array("pra".utf8)) {
            kept.append(.text("spf2.0/pra ?all"))
            notes.note("lint.senderid.reused", .note, at: place, repairs: [place])
        } else if scopes.contains(Array("pra".utf8)), kept.count == texts.count {
            notes.note("lint.senderid.there", .fine, at: place)
        }
        notes.want(kept, at: place)
    }
}
