internal import Domains
internal import HTML
internal import Links
internal import MIME
internal import Messages

/// Brings the links of a message together: those of the text, of the HTML, of codes in pictures, and the sender's domain.
///
/// What a page merely shows (pictures, style sheets) is left out: a link is something a reader can follow.
struct LinkCollector {
    private var inspector: LinkInspector
    private var address: [UInt8] = []

    init(suffixes: any PublicSuffixes, names: any InternationalNames) {
        inspector = LinkInspector(suffixes: suffixes, names: names)
    }

    /// Collects the links of what was read.
    mutating func collect(into reading: inout Reading) {
        collectText(into: &reading)
        for page in reading.pages { collect(page, into: &reading.links) }
        for code in reading.codes {
            guard let address = LinkCollector.address(inCode: code) else { continue }
            inspector.add(target: address.span, shown: Span<UInt8>(), at: .empty, origin: .qrCode, to: &reading.links)
        }
        collectSender(into: &reading)
        if reading.links.all.contains(where: { $0.signs.contains(.mailboxInside) }) {
            let recipients = (reading.header.to + reading.header.cc).prefix(4).map { Array($0.address.lowercased().utf8) }
            inspector.mark(recipients: recipients, in: &reading.links)
        }
        if reading.links.dropped > 0 || reading.contacts.isCut { reading.gaps.append(Coverage.Gap("links", .limit)) }
    }

    private mutating func collectText(into reading: inout Reading) {
        let text = reading.visible
        inspector.find(in: text.span, into: &reading.contacts)
        inspector.add(reading.contacts, origin: .text, to: &reading.links)
    }

    private mutating func collect(_ page: HTMLPage, into links: inout MessageLinks) {
        let base = base(of: page, into: &links)
        for link in page.links where LinkCollector.isFollowed(link.element) {
            let target = page.attributes.span.extracting(link.target.range)
            guard target.count > 0, target[0] != 0x23 else { continue }
            let shown = page.visible.span.extracting(link.text.range)
            inspector.add(
                target: target, shown: shown, base: base, at: ByteRange(Int(link.offset), Int(link.offset)), origin: .html, to: &links)
        }
    }

    /// Where the relative addresses of a page start from. It counts as a link: whatever is relative leads there.
    private mutating func base(of page: HTMLPage, into links: inout MessageLinks) -> ParsedURL? {
        guard let index = page.base, page.links.indices.contains(index) else { return nil }
        let link = page.links[index]
        let count = links.all.count
        inspector.add(
            target: page.attributes.span.extracting(link.target.range), shown: Span<UInt8>(),
            at: ByteRange(Int(link.offset), Int(link.offset)), origin: .html, to: &links)
        return links.all.count > count ? links.all.last?.url : nil
    }

    private static func isFollowed(_ element: HTMLLink.Element) -> Bool {
        switch element {
        case .anchor, .area, .form, .formAction, .refresh, .frame: true
        default: false
        }
    }

    /// The sender's domain is looked at as a link's host is: it can imitate a brand as well.
    private mutating func collectSender(into reading: inout Reading) {
        guard let domain = reading.header.from.first?.domain.utf8, domain.contains(0x2E), domain.first != 0x5B else { return }
        address.removeAll(keepingCapacity: true)
        address += LinkCollector.scheme
        address += domain
        address.append(0x2F)
        let written = address  // shared, not copied
        inspector.add(target: written.span, shown: Span<UInt8>(), at: .empty, origin: .header, to: &reading.links)
    }

    private static let scheme = Array("http://".utf8)

    /// The address that a code's content is; nothing for a text, a contact or a ticket. Phones follow a bare `www.` as well.
    private static func address(inCode code: [UInt8]) -> [UInt8]? {
        let start = code.prefix(4).map { $0 | 0x20 }
        if start.elementsEqual("http".utf8) { return code }
        // A full stop has the bit of small letters set already.
        return start.elementsEqual("www.".utf8) ? Array("http://".utf8) + code : nil
    }
}
