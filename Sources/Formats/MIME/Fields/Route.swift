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
        var hops: [Hop] = []
        var isInside = true
        for field in message.ownHeaders where field.known == .received {
            let received = ReceivedField(bytes, field.body)
            isInside = isInside && received.by.map(boundary.contains(host:)) ?? false
            hops.append(received.hop(trust: isInside ? .seen : .claimed, source: field.body))
            isInside = isInside && isOurs(received, boundary)
        }
        return hops
    }

    /// Whether the host that handed the message over is ours; one without an address handed it over inside a machine.
    private static func isOurs(_ received: ReceivedField, _ boundary: TrustBoundary) -> Bool {
        if let address = received.address { return boundary.contains(address) || !address.isPublic && isLoopback(address) }
        guard let name = received.reverseName ?? received.from else { return true }
        return name.lowercased() == "localhost" || boundary.contains(host: name)
    }

    private static func isLoopback(_ address: IPAddress) -> Bool {
        switch address {
        case .v4(let host): host >> 24 == 127
        case .v6(let high, let low): high == 0 && low == 1
        }
    }
}
