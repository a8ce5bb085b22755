internal import Messages

/// A text that is a record of some version, made ready to be put to many clients: its terms are plain numbers in one list, the networks that
/// stand side by side are compared in one go, and the words of a term are looked up only for who reads them.
final class SPFPublished: Sendable {
    /// A mechanism, or networks that stand side by side.
    struct Term {
        enum Kind {
            case networks, all, include, a, mx, ptr, exists
        }

        var kind: Kind
        /// What a match means; networks have their own.
        var result = SPFResult.neutral
        /// How much of an address must agree.
        var lengths = SPFRecord.Lengths()
        /// Its place among the directives.
        var place: Int32
        /// How many directives it stands for.
        var count: Int32 = 1
        /// The place of its domain among the targets; less than none where it gives none.
        var target: Int32 = -1
        /// Which of the networks.
        var v4: Range<Int32> = 0..<0
        var v6: Range<Int32> = 0..<0
    }

    /// A network of some family, by the bits of its addresses.
    struct Network<Bits: FixedWidthInteger & Sendable>: Sendable {
        var address: Bits
        var mask: Bits
        var place: Int32
        var result: SPFResult
    }

    /// The text.
    let text: [UInt8]
    /// The scopes it is for; nothing for `v=spf1`.
    let scopes: [[UInt8]]?
    /// What is wrong with it.
    let error: SPFSyntaxError?
    /// The mechanisms, in the order in which they are tried.
    let terms: [Term]
    /// The domains that terms give.
    let targets: [MacroString]
    /// The domain whose record counts where no mechanism matches.
    let redirect: MacroString?
    /// The domain that has the explanation of a failure.
    let explanation: MacroString?
    /// How many terms ask, `redirect` among them.
    let termsThatAsk: Int

    private let v4: [Network<UInt32>]
    private let v6: [Network<UInt128>]
    /// Where the directives stand in the text.
    private let places: [(start: Int32, end: Int32)]
    private let redirectPlace: Range<Int>?

    /// Reads a text; nothing where it is no record of any version.
    init?(_ text: [UInt8]) {
        // Other texts at a domain are many, and told at once.
        guard let first = text.first, first | 0x20 == UInt8(ascii: "v") || first | 0x20 == UInt8(ascii: "s") else { return nil }
        guard let version = SPFVersion(of: text) else { return nil }
        self.text = text
        scopes = version.scopes
        var making = Making()
        do throws(SPFSyntaxError) {
            let record = try SPFRecord(text, from: version.end)
            for directive in record.directives { making.add(directive) }
            error = nil
            redirect = record.redirect
            redirectPlace = record.redirectRange
            explanation = record.explanation
        } catch {
            self.error = error
            redirect = nil
            redirectPlace = nil
            explanation = nil
        }
        terms = making.terms
        targets = making.targets
        v4 = making.v4
        v6 = making.v6
        places = making.places
        termsThatAsk = making.termsThatAsk + (redirect == nil ? 0 : 1)
    }

    /// How many directives there are.
    var directiveCount: Int32 { Int32(clamping: places.count) }

    /// The words of a directive.
    func words(ofDirective place: Int) -> String {
        String(decoding: text[Int(places[place].start)..<Int(places[place].end)], as: UTF8.self)
    }

    /// The words of `redirect`.
    var wordsOfRedirect: String {
        redirectPlace.map { String(decoding: text[$0], as: UTF8.self) } ?? ""
    }

    /// Which of a term's networks has the client first, and what that means.
    func match(_ term: Term, _ client: SPFClient) -> (place: Int32, result: SPFResult)? {
        client.isV4 ? SPFPublished.first(of: v4, in: term.v4, client.v4) : SPFPublished.first(of: v6, in: term.v6, client.v6)
    }

    @inline(__always)
    private static func first<Bits>(of networks: [Network<Bits>], in range: Range<Int32>, _ bits: Bits) -> (
        place: Int32, result: SPFResult
    )? {
        for index in Int(range.lowerBound)..<Int(range.upperBound) {
            let network = networks[index]
            if bits & network.mask == network.address { return (network.place, network.result) }
        }
        return nil
    }
}

extension SPFPublished: Hashable {
    /// Whether two texts are the same: then so is what they say.
    static func == (one: SPFPublished, other: SPFPublished) -> Bool {
        one === other || one.text == other.text
    }

    /// Hashes the text.
    func hash(into hasher: inout Hasher) {
        hasher.combine(text)
    }
}

/// A client's address, by its bits.
struct SPFClient {
    let isV4: Bool
    let v4: UInt32
    let v6: UInt128

    init(_ address: IPAddress) {
        switch address {
        case .v4(let bits):
            isV4 = true
            v4 = bits
            v6 = 0
        case .v6(let high, let low):
            isV4 = false
            v4 = 0
            v6 = UInt128(high) << 64 | UInt128(low)
        }
    }
}

/// The lists of a record while its directives are put into them.
private struct Making {
    var terms: [SPFPublished.Term] = []
    var targets: [MacroString] = []
    var v4: [SPFPublished.Network<UInt32>] = []
    var v6: [SPFPublished.Network<UInt128>] = []
    var places: [(start: Int32, end: Int32)] = []
    var termsThatAsk = 0

    mutating func add(_ directive: SPFRecord.Directive) {
        // A record has 64 KiB at most; what had more would be read as if it had none of the rest.
        let place = Int32(clamping: places.count)
        places.append((Int32(clamping: directive.range.lowerBound), Int32(clamping: directive.range.upperBound)))
        let result = directive.qualifier.result
        switch directive.mechanism {
        case .network(let network): add(network, result, place)
        case .all: terms.append(SPFPublished.Term(kind: .all, result: result, place: place))
        case .include(let target): add(.include, result, place, target)
        case .a(let target, let lengths): add(.a, result, place, target, lengths)
        case .mx(let target, let lengths): add(.mx, result, place, target, lengths)
        case .ptr(let target): add(.ptr, result, place, target)
        case .exists(let target): add(.exists, result, place, target)
        }
    }

    private mutating func add(
        _ kind: SPFPublished.Term.Kind, _ result: SPFResult, _ place: Int32, _ target: MacroString?,
        _ lengths: SPFRecord.Lengths = SPFRecord.Lengths()
    ) {
        var term = SPFPublished.Term(kind: kind, result: result, lengths: lengths, place: place)
        if let target {
            term.target = Int32(clamping: targets.count)
            targets.append(target)
        }
        terms.append(term)
        termsThatAsk += 1
    }

    private mutating func add(_ network: IPNetwork, _ result: SPFResult, _ place: Int32) {
        if terms.last?.kind != .networks {
            let (v4, v6) = (Int32(clamping: v4.count), Int32(clamping: v6.count))
            terms.append(SPFPublished.Term(kind: .networks, place: place, count: 0, v4: v4..<v4, v6: v6..<v6))
        }
        switch network.address {
        case .v4(let bits):
            v4.append(.init(address: bits, mask: UInt32.max << (32 - UInt32(network.length)), place: place, result: result))
        case .v6(let high, let low):
            let bits = UInt128(high) << 64 | UInt128(low)
            v6.append(.init(address: bits, mask: UInt128.max << (128 - UInt128(network.length)), place: place, result: result))
        }
        let last = terms.count - 1
        terms[last].count += 1
        terms[last].v4 = terms[last].v4.lowerBound..<Int32(clamping: v4.count)
        terms[last].v6 = terms[last].v6.lowerBound..<Int32(clamping: v6.count)
    }
}
