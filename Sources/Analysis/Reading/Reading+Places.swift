internal import HTML
internal import Links
internal import Messages
internal import Text

extension Reading {
    /// About where in the body a reader is asked to act: the words at which links, numbers, mailboxes and accounts stand, as indices into
    /// `folded.words`.
    ///
    /// An estimate: a place's share of the visible text is taken for its share of the words.
    public func placesToAct(limit: Int) -> [Int] {
        var places: [Int] = []
        let words = bodyWords
        func add(_ offset: UInt32, of length: Int) {
            guard places.count < limit, length > 0 else { return }
            places.append(words.lowerBound + words.count * min(Int(offset), length) / length)
        }
        for link in contacts.links.prefix(limit) { add(link.text.start, of: visible.count) }
        for contact in contacts.contacts.lazy.filter({ !$0.flags.contains(.weak) }).prefix(limit) {
            add(contact.text.start, of: visible.count)
        }
        if let page = pages.first {
            for link in page.links.prefix(4 * limit) where link.element == .anchor { add(link.text.start, of: page.visible.count) }
        }
        return places
    }
}
