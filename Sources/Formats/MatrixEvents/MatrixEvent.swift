public import JSON

/// An event as servers of Matrix send it to each other (a persistent data unit).
public struct MatrixEvent: Sendable, Hashable {
    /// The event.
    public let value: JSONValue

    /// An event; nothing where the value is no object with a type.
    public init?(_ value: JSONValue) {
        guard case .object = value, value["type"]?.text != nil else { return nil }
        self.value = value
    }

    /// What it is about: `m.room.message`.
    public var type: String { value["type"]?.text ?? "" }

    /// What the hash of its content is taken of (Matrix 1.18, server-server API, "Calculating the content hash for an event").
    public func hashed() throws(CanonicalJSON.Problem) -> [UInt8] {
        try CanonicalJSON.bytes(of: value.without(["unsigned", "signatures", "hashes"]))
    }

    /// What a signature is made of: what stays of it when it is redacted, without the signatures that it has ("Signing events").
    public func signed(in version: RoomVersion) throws(CanonicalJSON.Problem) -> [UInt8] {
        try CanonicalJSON.bytes(of: redacted(in: version).without(["unsigned", "signatures"]))
    }

    /// What stays of it when it is redacted.
    public func redacted(in version: RoomVersion) -> JSONValue {
        var kept = value.only(version.keptMembers(of: type))
        guard let content = value["content"] else { return kept }
        var left = version.keptContent(of: type).map { content.only($0) } ?? content
        if version.keepsAddressInvitation, type == "m.room.member", let signed = content["third_party_invite"]?["signed"] {
            left = left.adding("third_party_invite", .object([JSONValue.Member("signed", signed)]))
        }
        kept = kept.without(["content"]).adding("content", left)
        return kept
    }
}

extension JSONValue {
    fileprivate func only(_ names: Set<String>) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { names.contains($0.name) })
    }

    fileprivate func without(_ names: Set<String>) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { !names.contains($0.name) })
    }

    fileprivate func adding(_ name: String, _ value: JSONValue) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members + [JSONValue.Member(name, value)])
    }
}
