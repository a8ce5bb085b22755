internal import Filter
internal import Glibc
internal import Learning
internal import Settings

extension LocalLearning.Policy {
    /// What the settings say of learning, without canaries, which only a lesson needs.
    init(_ settings: Settings) {
        self.init()
        sources = SourceRules(others: nil)
        let usual = [SourceTrust(name: SourceTrust.command, trust: 1), SourceTrust.usualLinks]
        for source in usual + settings[.learningSources] {
            let rule = SourceRules.Rule(trust: Float(source.trust), mostPerDay: source.mostPerDay)
            if source.name == SourceTrust.others { sources.others = rule } else { sources.rules[source.name] = rule }
        }
        kept = settings[.learningKeep]
        spamShares = Composition.spamShares(settings)
    }

    /// The same with the canaries that the settings name; throws when one cannot be read, since then nothing guards the model.
    init(_ prepared: Preparation, by scanner: Scanner) async throws {
        self.init(prepared.settings)
        let path = prepared.settings[.learningCanaries]
        if path.isEmpty { return }
        for (item, isSpam) in try LocalLearning.Policy.labelled(at: path, prepared.source) {
            for (place, message) in try prepared.making.messages(of: item) {
                let seen = await scanner.learnable(message)
                canaries.append(
                    Canary(
                        name: place, features: seen.features, findings: seen.findings, wording: seen.wording, channel: seen.channel,
                        isSpam: isSpam))
            }
        }
        guard !canaries.isEmpty else { throw CommandFailure("learning.canaries \(path): there is no message there") }
    }

    private static func labelled(at path: String, _ source: InputSource) throws -> [(InputItem, Bool)] {
        let isFolder = unsafe access(path + "/ham", F_OK) == 0 || access(path + "/spam", F_OK) == 0
        guard isFolder else {
            return try LabelledMessages.index(at: path).compactMap { item in item.isSpam.map { (item, $0) } }
        }
        var items: [(InputItem, Bool)] = []
        for (name, isSpam) in [("ham", false), ("spam", true)] {
            let found = try source.files(at: path + "/" + name)
            if let problem = found.problems.first { throw CommandFailure("learning.canaries: \(problem)") }
            var reader = source.reader(of: found.files)
            while let piece = reader.next() {
                switch piece {
                case .item(let item): items.append((item, isSpam))
                case .problem(let problem): throw CommandFailure("learning.canaries: \(problem)")
                }
            }
        }
        return items
    }
}
