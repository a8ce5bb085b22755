// The protocols that trace fields name (RFC 3848 and the registry it began). The words asked about come from messages.

/// Known protocols by their word in lower case, looked up without hashing a String.
struct TransportProtocols: Sendable {
    static let shared = TransportProtocols()
    /// Exim's word for a message that came from its own machine.
    static let local = "LOCAL"

    /// For each slot the first word filed there, and for each word the next in the same slot; -1 for none.
    private var first = [Int8](repeating: -1, count: 256)
    private var following: [Int8] = []
    private var words: [ShortWord] = []
    private var names: [String] = []

    /// The registry, words in wide use, and one product's own.
    private init() {
        let known = [
            "SMTP", "ESMTP", "ESMTPA", "ESMTPS", "ESMTPSA", "LMTP", "LMTPA", "LMTPS", "LMTPSA", "UTF8SMTP", "UTF8SMTPA", "UTF8SMTPS",
            "UTF8SMTPSA", "UTF8LMTP", "UTF8LMTPA", "UTF8LMTPS", "UTF8LMTPSA", "MMS", "HTTP", "HTTPS", "IMAP", "POP3",
            TransportProtocols.local, "BSMTP", "ASMTP", "SMTPS", "MAPI", "NNFMP", "UUCP",
        ]
        for name in known { add(ShortWord(name), name) }
        add(ShortWord("smtpsvc"), "SMTP")
    }

    private mutating func add(_ word: ShortWord, _ name: String) {
        following.append(first[word.slot])
        first[word.slot] = Int8(words.count)
        words.append(word)
        names.append(name)
    }

    /// The name of the protocol that a word means, in upper case; nothing when it means none.
    func name(of word: ShortWord) -> String? {
        var candidate = Int(first[word.slot])
        while candidate >= 0 {
            if words[candidate] == word { return names[candidate] }
            candidate = Int(following[candidate])
        }
        return nil
    }
}
