// Fuzz harness of Links: the finder over the bytes as text, then the parser and the inspector over what it found and over the
// bytes themselves. Half of the inputs are mapped onto the alphabet of disguised links, so that deep states are reached.

import Domains
import Links
import Messages

nonisolated(unsafe) private var found = FoundLinks()
nonisolated(unsafe) private var links = MessageLinks()
private let suffixes = ListedPublicSuffixes(text: Array("com\nuk\nco.uk\nru\nrf\nly\nnet\n*.ck\n!www.ck\n".utf8))
private let finder = LinkFinder(suffixes: suffixes, names: PunycodeNames())
nonisolated(unsafe) private var inspector: LinkInspector = {
    var inspector = LinkInspector(suffixes: suffixes, names: PunycodeNames())
    inspector.recipients = [Array("finch@song.com".utf8)]
    return inspector
}()
private let alphabet = Array("http://x[.]com@1234567890 +-()dot{}%2eé。аw\u{200B}GB82WEST?=#\\bc1q:".utf8)

/// One input of libFuzzer.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    var text = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    if let last = text.last, last & 1 == 1 {
        for index in text.indices { text[index] = alphabet[Int(text[index]) % alphabet.count] }
    }
    found.reset()
    links.reset()
    finder.find(in: text.span, into: &found)
    inspector.add(found, to: &links)
    inspector.add(target: text.span, shown: text.span, at: .empty, origin: .html, to: &links)
    if let base = links.all.first?.url {
        inspector.add(target: text.span, shown: text.span, base: base, at: .empty, origin: .html, to: &links)
    }
    for link in links.all {
        precondition(Int(link.url.whole.end) <= links.bytes.count && Int(link.domain.end) <= links.bytes.count)
    }
    for link in found.links { precondition(Int(link.text.end) <= text.count && Int(link.address.end) <= found.bytes.count) }
    for contact in found.contacts { precondition(Int(contact.text.end) <= text.count && Int(contact.value.end) <= found.bytes.count) }
    return 0
}
