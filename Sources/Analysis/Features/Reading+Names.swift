internal import Links
internal import MIME
internal import Messages
public import Reading
internal import Text

extension Reading {
    /// What a person calls the thing a feature was met in: a word, two words, a host, a name; nothing for things without a name.
    public func name(of origin: FeatureOrigin) -> String? {
        switch origin.kind {
        case .word: word(origin.index)
        case .pair: pair(origin.index)
        case .hiddenWord: hiddenFolded.words.indices.contains(origin.index) ? text(hiddenFolded, origin.index) : nil
        case .senderName: author?.displayName
        case .senderDomain: author.map { "@" + $0.domain }
        case .link: links.all.indices.contains(origin.index) ? links.string(links.all[origin.index].url.host) : nil
        case .headerField: headerName(origin.index)
        case .attachment, .structure, .claim, .unknown: nil
        }
    }

    private func headerName(_ index: Int) -> String? {
        guard message.headers.indices.contains(index) else { return nil }
        return String(decoding: message.bytes[message.headers[index].name.range], as: UTF8.self) + ":"
    }

    private func word(_ index: Int) -> String? {
        folded.words.indices.contains(index) ? text(folded, index) : nil
    }

    private func pair(_ index: Int) -> String? {
        // The word before an extra word is the one it was made from; the pair's first word is the last that was no extra word.
        let before = folded.words[..<min(index, folded.words.count)].lastIndex { $0.flags.isDisjoint(with: .extra) }
        guard let before, let first = word(before), let second = word(index) else { return nil }
        return first + " " + second
    }

    private func text(_ folded: FoldedText, _ index: Int) -> String {
        String(decoding: folded.bytes[folded.words[index].folded.range], as: UTF8.self)
    }
}
