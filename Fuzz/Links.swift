// Fuzz harness of links: finding them in text, parsing URLs, inspecting both; and of the names of hosts. Uses: Links, Domains, Messages.
//
// The first byte chooses between bytes as they come and bytes mapped onto pieces of addresses, which reach deep states sooner. Every
// public function is called; a promise that is broken stops the run.

import Domains
import Links
import Messages

/// The pieces that bytes stand for in the second mode.
private let pieces: [[UInt8]] = [
    "http", "https", "hxxp", "file", "mailto", "data", "javascript", "tel", "x", ":", "/", "//", "\\", "?", "#", "@", ".", "[.]", "(dot)",
    " dot ",
    " . ", "[at]", " at ", "%2e", "%", "%41", "www", "example", "com", "co.uk", "xn--", "xn--pypal-4ve", "\u{430}", "\u{FF0E}", "\u{3002}",
    "\u{AD}",
    "\u{200B}", "[::1]", "[", "]", "::", "ffff", "0x7f", "0177", "127.1", "2130706433", "1", "256", "+44", "0", "00", "-", "(", ")", " ",
    "\n", "\t",
    "paypal", "GB82WEST12345698765432", "paypa1", "bit.ly", "=", "&", "url=", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "bc1q", "0x",
    "4111111111111111", "t.me/",
    "wa.me/", "..",
    "%2e%2e", "\u{DF}", "\u{5D0}", "\u{1F600}", "\0", "|", "^", "<", ">", "\"", "zip", "exe", "user:pass@", ":8080", ":99999", "9", "a",
].map { Array($0.utf8) }

private let list = ListedPublicSuffixes(
    text: Array(
        "// ===BEGIN ICANN DOMAINS===\ncom\nuk\nco.uk\n*.ck\n!www.ck\nde\norg\nxn--p1ai\n// ===BEGIN PRIVATE DOMAINS===\ngithub.io\n".utf8))
private let names = PunycodeNames()

// libFuzzer calls from one thread only, so what is reused is never shared.
nonisolated(unsafe) private var finder = LinkFinder(suffixes: list, names: names)
nonisolated(unsafe) private var found = FoundLinks()
nonisolated(unsafe) private var links = MessageLinks()
nonisolated(unsafe) private var parser = URLParser(names: names)
nonisolated(unsafe) private var inspector = LinkInspector(suffixes: list, names: names)

private func findAll(_ text: Span<UInt8>, limits: LinkLimits) {
    found.reset()
    finder.find(in: text, into: &found)
    precondition(found.links.count <= limits.links && found.contacts.count <= limits.contacts, "what is found is bounded")
    for link in found.links {
        precondition(Int(link.text.end) <= text.count && Int(link.address.end) <= found.bytes.count, "links lie inside")
    }
    for contact in found.contacts {
        precondition(Int(contact.text.end) <= text.count && Int(contact.value.end) <= found.bytes.count, "contacts lie inside")
    }
    links.reset()
    inspector.add(found, to: &links)
    inspector.add(target: text, shown: text, at: ByteRange(0, text.count), origin: .html, to: &links)
    let base = links.all.first?.url
    inspector.add(target: text, shown: Span<UInt8>(), base: base, at: .empty, origin: .qrCode, to: &links)
    inspector.mark(recipients: [Array("a@example.com".utf8)], in: &links)
    for link in links.all {
        for range in [link.url.whole, link.url.host, link.url.path, link.url.query, link.url.fragment, link.domain, link.shown] {
            _ = links.string(range)
        }
    }
}

/// What a browser would open must be opened again as the same (WHATWG URL section 4.5: parsing a serialisation gives it back).
private func parse(_ text: Span<UInt8>) {
    var once: [UInt8] = []
    guard let url = parser.parse(text, into: &once) else {
        precondition(once.isEmpty, "nothing is appended for no URL")
        return
    }
    precondition(Int(url.whole.end) == once.count, "the whole is the whole")
    var again: [UInt8] = []
    precondition(parser.parse(once.span, into: &again) != nil && again == once, "a serialised URL parses to itself")
    _ = parser.parse(text, base: url, into: &once)
}

private func checkNames(_ bytes: Span<UInt8>) {
    let host = bytes.extracting(0..<min(bytes.count, PunycodeNames.longestName * 2))
    var output: [UInt8] = []
    _ = names.toASCII(host, into: &output)
    output.removeAll()
    _ = names.toUnicode(host, into: &output)
    if let match = list.match(host) {
        precondition(match.suffix <= host.count && match.registrable ?? 0 <= match.suffix, "a suffix lies inside")
    }
    _ = list.registrableDomain(of: host)
    _ = ListedPublicSuffixes(text: Array(span: host)).count
}

extension [UInt8] {
    fileprivate init(span: Span<UInt8>) {
        self = []
        for index in span.indices { append(span[index]) }
    }
}

/// Called by libFuzzer with each input; always gives 0.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLinks(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let given = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let bytes = start[0] & 1 == 0 ? given : given.flatMap { pieces[Int($0) % pieces.count] }
    findAll(bytes.span, limits: LinkLimits())
    parse(bytes.span)
    checkNames(bytes.span)
    return 0
}
