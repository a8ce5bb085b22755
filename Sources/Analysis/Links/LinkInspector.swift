// From a link's address to what the checks ask about it. Addresses, shown texts and hosts are hostile; the lists are our own.

public import Domains
public import Messages

/// Parses links and finds their signs.
///
/// An inspector keeps its working buffers, so keep one for many messages.
public struct LinkInspector {
    let limits: LinkLimits
    /// Finds what a shown text names; what it knows of hosts serves here too.
    private var finder: LinkFinder
    private var parser: URLParser
    private var hosts: HostInspector
    // Working buffers: what a shown text names, and a link's decoded rest.
    private var shownLinks = FoundLinks()
    private var shownBytes: [UInt8] = []
    private var decoded: [UInt8] = []

    /// An inspector that knows these suffixes and names.
    public init(suffixes: any PublicSuffixes, names: any InternationalNames, limits: LinkLimits = LinkLimits()) {
        self.limits = limits
        finder = LinkFinder(suffixes: suffixes, names: names, limits: limits)
        parser = URLParser(names: names)
        hosts = HostInspector(names: names)
    }

    /// Finds all links and contact points of a text, as `LinkFinder` does, and adds them to `found`, which the caller resets.
    public mutating func find(in text: Span<UInt8>, into found: inout FoundLinks) {
        finder.find(in: text, into: &found)
    }

    /// Adds all links that were found in a text.
    public mutating func add(_ found: FoundLinks, origin: Link.Origin = .text, to links: inout MessageLinks) {
        let bytes = found.bytes.span
        for link in found.links {
            add(
                bytes.extracting(link.address.range), shown: Span<UInt8>(), base: nil, text: link.text, origin: origin,
                disguise: link.flags, to: &links)
        }
    }

    /// Adds one link by its target, as an attribute or a QR code gives it.
    ///
    /// - Parameters:
    ///   - shown: The text that a reader sees for it; empty when there is none.
    ///   - base: A base that lies in `links`, when the target may be relative.
    ///   - text: Where the link stands in what it came from.
    public mutating func add(
        target: Span<UInt8>, shown: Span<UInt8>, base: ParsedURL? = nil, at text: ByteRange, origin: Link.Origin,
        to links: inout MessageLinks
    ) {
        add(target, shown: shown, base: base, text: text, origin: origin, disguise: [], to: &links)
    }

    private mutating func add(
        _ target: Span<UInt8>, shown: Span<UInt8>, base: ParsedURL?, text: ByteRange, origin: Link.Origin, disguise: FoundLink.Flags,
        to links: inout MessageLinks
    ) {
        let isOverlong = target.count > limits.urlBytes
        let kept = target.extracting(0..<min(target.count, limits.urlBytes))
        guard links.all.count < limits.links else {
            links.dropped += 1
            return
        }
        guard let url = parser.parse(kept, base: base, into: &links.bytes) ?? share(kept, base: base, into: &links.bytes) else { return }
        var link = Link(origin: origin, text: text, disguise: disguise, url: url)
        if isOverlong || disguise.contains(.truncated) { link.signs.insert(.overlong) }
        if !shown.isEmpty {
            let start = links.bytes.count
            shown.append(0..<min(shown.count, 256), to: &links.bytes)
            link.shown = ByteRange(start, links.bytes.count)
        }
        let bytes = links.bytes  // shared, not copied: nothing writes to it meanwhile
        inspectHost(&link, bytes.span)
        inspectURL(&link, bytes.span)
        links.all.append(link)
    }

    /// A share of a network as Windows spells it, `\\host\path`: what mail programs open where no base makes it a page.
    private mutating func share(_ target: Span<UInt8>, base: ParsedURL?, into buffer: inout [UInt8]) -> ParsedURL? {
        guard base == nil, target.count > 2, target[0] == 92, target[1] == 92, ByteClass.isAlphanumeric(target[2]) else { return nil }
        var address = Array("file:".utf8)
        target.append(0..<target.count, to: &address)
        return parser.parse(address.span, into: &buffer)
    }

    private mutating func inspectHost(_ link: inout Link, _ bytes: Span<UInt8>) {
        let url = link.url
        switch url.hostKind {
        case .ipv4:
            link.hostSigns.insert(.addressLiteral)
            if url.traits.contains(.oddIPv4) { link.hostSigns.insert(.oddIPv4) }
            if !IPAddress.v4(url.ipv4).isPublic { link.hostSigns.insert(.privateAddress) }
        case .ipv6:
            link.hostSigns.insert(.addressLiteral)
        case .domain:
            let found = finder.hosts.findings(on: bytes.extracting(url.host.range), by: &hosts)
            if found.registrable >= 0 { link.domain = ByteRange(Int(url.host.start) + Int(found.registrable), Int(url.host.end)) }
            link.hostSigns.formUnion(found.signs)
            link.brand = found.brand
        case .none, .empty, .opaque:
            break
        }
    }

    private mutating func inspectURL(_ link: inout Link, _ bytes: Span<UInt8>) {
        let url = link.url
        let scheme = bytes.extracting(url.scheme.range)
        link.signs.formUnion(LinkShape.schemeSigns(scheme))
        if url.traits.contains(.userinfo) {
            link.signs.insert(.userinfo)
            if LinkShape.looksLikeHost(bytes.extracting(url.username.range)) { link.signs.insert(.userinfoHost) }
        }
        if url.port != nil { link.signs.insert(.oddPort) }
        if url.traits.contains(.backslash) { link.signs.insert(.backslashes) }
        if url.traits.contains(.strippedControls) { link.signs.insert(.controlsInside) }
        if url.traits.contains(.encodedHost) { link.signs.insert(.encodedHost) }
        guard url.traits.contains(.special) else { return }
        link.signs.formUnion(LinkShape.fileSigns(bytes.extracting(url.path.range)))
        inspectRest(&link, bytes.extracting(Int(url.path.start)..<Int(url.whole.end)))
        if !link.shown.isEmpty, namesAnotherHost(link, bytes) { link.signs.insert(.mismatch) }
    }

    /// What stands behind the host: path, query and fragment.
    private mutating func inspectRest(_ link: inout Link, _ rest: Span<UInt8>) {
        guard rest.count > 1 else { return }
        let wasEncoded = Self.decode(rest, into: &decoded)
        if wasEncoded, LinkShape.hasNeedlessEncoding(rest) { link.signs.insert(.needlessEncoding) }
        if LinkShape.isRedirector(decoded.span) { link.signs.insert(.redirector) }
        if Self.namesMailbox(decoded.span) { link.signs.insert(.mailboxInside) }
        if !link.hostSigns.contains(.brandOwn), BrandIndex.shared.isNamed(in: decoded.span) { link.signs.insert(.brandInPath) }
    }

    /// Replaces a buffer by bytes decoded and in lower case; says whether there was anything to decode.
    private static func decode(_ bytes: Span<UInt8>, into decoded: inout [UInt8]) -> Bool {
        decoded.removeAll(keepingCapacity: true)
        let wasEncoded = PercentEncoding.appendDecoded(bytes, to: &decoded)
        var letters = decoded.mutableSpan
        for index in 0..<letters.count { letters[index] = ByteClass.lowered(letters[index]) }
        return wasEncoded
    }

    private static func namesMailbox(_ text: Span<UInt8>) -> Bool {
        var index = 1
        while index + 1 < text.count {
            if text[index] == 64, ByteClass.isAlphanumeric(text[index - 1]), ByteClass.isAlphanumeric(text[index + 1]) { return true }
            index += 1
        }
        return false
    }

    /// Marks the links that carry the address of a recipient. Addresses are in lower case; few links carry any, so they are asked for last.
    public mutating func mark(recipients: [[UInt8]], in links: inout MessageLinks) {
        for index in links.all.indices where links.all[index].signs.contains(.mailboxInside) {
            let url = links.all[index].url
            _ = Self.decode(links.bytes.span.extracting(Int(url.path.start)..<Int(url.whole.end)), into: &decoded)
            let isInside = recipients.prefix(limits.recipients).contains { Self.holds($0, decoded.span) }
            if isInside { links.all[index].signs.insert(.recipientInside) }
        }
    }

    /// Whether an address stands in a text, with a letter or digit on both sides of its at sign.
    private static func holds(_ address: [UInt8], _ text: Span<UInt8>) -> Bool {
        guard let at = address.firstIndex(of: 64) else { return false }
        let address = address.span
        var index = max(1, at)
        while index + 1 < text.count, index - at + address.count <= text.count {
            if text[index] == 64, ByteClass.isAlphanumeric(text[index - 1]), ByteClass.isAlphanumeric(text[index + 1]) {
                var offset = 0
                while offset < address.count, text[index - at + offset] == address[offset] { offset += 1 }
                if offset == address.count { return true }
            }
            index += 1
        }
        return false
    }

    /// Whether the shown text names a host whose registrable domain is not the target's.
    private mutating func namesAnotherHost(_ link: Link, _ bytes: Span<UInt8>) -> Bool {
        shownLinks.reset()
        finder.find(in: bytes.extracting(link.shown.range), into: &shownLinks)
        guard let first = shownLinks.links.first else { return false }
        shownBytes.removeAll(keepingCapacity: true)
        let found = shownLinks.bytes  // shared, not copied
        guard let url = parser.parse(found.span.extracting(first.address.range), into: &shownBytes) else { return false }
        guard url.hostKind == .domain || url.hostKind == .ipv4, url.host.count > 0 else { return false }
        let written = shownBytes  // shared, not copied
        let shownHost = written.span.extracting(url.host.range)
        let start = url.hostKind == .domain ? finder.hosts.match(shownHost)?.registrable ?? 0 : 0
        let target = link.domain.isEmpty ? link.url.host : link.domain
        return !LinkShape.equal(shownHost.extracting(start..<shownHost.count), bytes.extracting(target.range))
    }
}
