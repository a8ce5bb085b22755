/// The same said in other words: telling words and phrases give way to others that mean the same.
public struct Rewording: Attack {
    /// What the command and the table call it.
    public let name = "rewording"
    /// For each first word the phrases that begin with it, longest first, and the group each belongs to.
    private let phrases: [String: [(words: [String], group: Int)]]
    private let groups: [[String]]

    /// Rewording by groups of phrases that mean the same, beside the built-in ones.
    public init(_ groups: [[String]] = []) {
        let all = Rewording.builtIn + groups
        var phrases: [String: [(words: [String], group: Int)]] = [:]
        for (index, group) in all.enumerated() where group.count > 1 {
            for phrase in group {
                let words = phrase.lowercased().split(separator: " ").map(String.init)
                guard let first = words.first else { continue }
                phrases[first, default: []].append((words, index))
            }
        }
        self.phrases = phrases.mapValues { $0.sorted { ($0.words.count, $1.group) > ($1.words.count, $0.group) } }
        self.groups = all
    }

    /// The groups `[one|another]` of a bank of sentences (`Training/banks`); those with values to be filled in are left out.
    public static func groups(inBank text: String) -> [[String]] {
        var groups: Set<[String]> = []
        for piece in text.split(separator: "[").dropFirst() {
            guard let end = piece.firstIndex(of: "]") else { continue }
            let group = piece[..<end].split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
            guard group.count > 1, group.allSatisfy({ !$0.isEmpty && !$0.contains("{") }) else { continue }
            groups.insert(group)
        }
        return groups.sorted { $0.joined() < $1.joined() }
    }

    /// Changes the words.
    public func change(_ draft: inout Draft, by chance: inout Chance) {
        draft.subject = reworded(draft.subject, &chance)
        draft.changeText { reworded($0, &chance) }
    }

    private func reworded(_ text: String, _ chance: inout Chance) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)[...]
            var result: [String] = []
            while let first = words.first {
                let (core, _) = Rewording.parted(first)
                if let found = phrases[core.lowercased()]?.first(where: { Rewording.begin(words, with: $0.words) }) {
                    let tail = Rewording.parted(words[words.startIndex + found.words.count - 1]).tail
                    let others = groups[found.group].filter { $0.lowercased() != found.words.joined(separator: " ") }
                    result.append((others.isEmpty ? core : others[chance.below(others.count)]) + tail)
                    words = words.dropFirst(found.words.count)
                } else {
                    result.append(first)
                    words = words.dropFirst()
                }
            }
            return result.joined(separator: " ")
        }.joined(separator: "\n")
    }

    /// A word, and the marks behind it.
    private static func parted(_ word: String) -> (core: String, tail: String) {
        let core = word.reversed().drop { ",.!?;:".contains($0) }.reversed()
        return (String(core), String(word.dropFirst(core.count)))
    }

    private static func begin(_ words: ArraySlice<String>, with phrase: [String]) -> Bool {
        guard words.count >= phrase.count else { return false }
        return zip(words, phrase).enumerated().allSatisfy { index, pair in
            let (core, tail) = parted(pair.0)
            return core.lowercased() == pair.1 && (tail.isEmpty || index == phrase.count - 1)
        }
    }

    private static let builtIn = [
        ["free", "at no charge", "on the house"], ["click here", "follow this address", "see the page"], ["money", "funds", "means"],
        ["buy", "pick up", "get hold of"], ["offer", "proposal", "suggestion"], ["save", "spare", "keep"], ["win", "come away with"],
        ["winner", "lucky person"], ["prize", "reward", "present"], ["urgent", "pressing"], ["urgently", "without delay"],
        ["account", "profile", "membership"], ["verify", "confirm", "check"], ["password", "secret word", "pass phrase"],
        ["investment", "placement"], ["guaranteed", "certain", "sure"], ["cash", "notes", "ready funds"], ["credit", "standing"],
        ["loan", "advance"], ["limited time", "a few days"], ["order now", "ask for it soon"], ["call now", "ring us"],
        ["please", "kindly", "if you would"], ["dear", "hello"], ["million", "thousand thousand"], ["subscribe", "sign on"],
        ["unsubscribe", "leave the list", "be taken off"], ["remove", "take off", "delete"], ["weight", "pounds"], ["price", "cost"],
        ["discount", "reduction"], ["cheap", "low in cost"], ["immediately", "at once", "straight away"], ["suspended", "on hold"],
        ["click", "tap", "press"], ["bank", "house of credit"], ["business", "trade", "undertaking"], ["income", "earnings"],
        ["claim", "ask for", "collect"], ["text", "write"], ["mobile", "handset"], ["customer", "client"], ["gratuit", "sans frais"],
        ["argent", "fonds"], ["compte", "profil"], ["gagner", "remporter"], ["gratis", "sin coste"], ["dinero", "fondos"],
        ["cuenta", "perfil"], ["ganar", "llevarse"], ["бесплатно", "без оплаты"], ["деньги", "средства"], ["免费", "不收费"],
    ]
}
