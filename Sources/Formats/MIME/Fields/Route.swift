// Which trace fields our own hosts wrote. Everything below the boundary is the sender's word.

public import Messages

/// The way a message came.
public enum Route {
    /// The hops of a message, last first, graded against the boundary.
    ///
    /// Hosts write their trace field above all others, so a field counts as seen only while every field above it was written by a
    /// host of ours, and only if the host that passed it on was ours too: below the first outsider anybody may have written
    /// anything, our own names included (RFC 5321 section 7.2).
    public static func hops(of message: Message, boundary: TrustBoundary) -> [Hop] {
        let bytes = message.bytes.span
        let fields = message.parts[0].headers.range.clamped(to: message.headers.indices)
        var count = 0
        for index in fields where message.headers[index].known == .received { count += 1 }
        var hops: [Hop] = []
        hops.reserveCapacity(count)
        var isInside = !boundary.isEmpty
        for index in fields where message.headers[index].known == .received {
            let body = message.headers[index].body
            var received = ReceivedReading(FieldBytes.trimmed(bytes, body), keepsDefects: false)
            received.run(bytes)
            if isInside { isInside = received.by.map { boundary.contains(host: FieldBytes.text(bytes, $0.range)) } ?? false }
            hops.append(hop(received, bytes, trust: isInside ? .seen : .claimed, source: body))
            if isInside { isInside = isOurs(received, bytes, boundary) }
        }
        return hops
    }

    /// The station on the route that a trace field tells of.
    private static func hop(_ received: ReceivedReading, _ bytes: Span<UInt8>, trust: Hop.Trust, source: ByteRange) -> Hop {
        var reverse = received.reverseName
        if reverse == nil, received.helo != nil, let from = received.from,
            !bytes.matches(lowercase: "unknown", from: Int(from.start), to: Int(from.end)), from.isEmpty || bytes[Int(from.start)] != 91
        {
            reverse = from
        }
        return Hop(
            from: received.helo ?? received.from, reverseName: reverse, address: received.address ?? received.literal, by: received.by,
            with: received.knownProtocol ?? received.with.map { FieldBytes.text(bytes, $0.range) }, time: received.time, trust: trust,
            source: source)
    }

    /// Whether the host that handed the message over is ours; one without an address handed it over inside a machine.
    private static func isOurs(_ received: ReceivedReading, _ bytes: Span<UInt8>, _ boundary: TrustBoundary) -> Bool {
        if let address = received.address ?? received.literal {
            return boundary.contains(address) || !address.isPublic && isLoopback(address)
        }
        guard let range = received.reverseName ?? received.from else { return !received.hasFrom }
        let name = FieldBytes.text(bytes, range.range)
        return name.lowercased() == "localhost" || boundary.contains(host: name)
    }

    private static func isLoopback(_ address: IPAddress) -> Bool {
        switch address {
        case .v4(let host): host >> 24 == 127
        case .v6(let high, let low): high == 0 && low == 1
        }
    }
}
