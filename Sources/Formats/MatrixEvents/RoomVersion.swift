internal import JSON

/// The version of a Matrix room, as far as it says which words of an event are signed: those that stay when the event is redacted (Matrix 1.18,
/// room versions 1 to 12, "Redactions").
public struct RoomVersion: Sendable, Hashable {
    /// The versions that there are.
    public static let known = 1...12

    /// The number of the version.
    public let number: Int

    /// A version by its number; nothing where there is none.
    public init?(_ number: Int) {
        guard RoomVersion.known.contains(number) else { return nil }
        self.number = number
    }

    /// The members of an event of a type that stay.
    func keptMembers(of type: String?) -> Set<String> {
        var all: Set<String> = [
            "event_id", "type", "room_id", "sender", "state_key", "content", "hashes", "signatures", "depth", "prev_events", "auth_events",
            "origin_server_ts",
        ]
        // The event that makes a room of these versions gives it its name, and does not carry it.
        if number >= 12, type == "m.room.create" { all.remove("room_id") }
        return number < 11 ? all.union(["origin", "membership", "prev_state"]) : all
    }

    /// The members of its content that stay; nothing where all do.
    func keptContent(of type: String?) -> Set<String>? {
        switch type {
        case "m.room.member": number < 9 ? ["membership"] : ["membership", "join_authorised_via_users_server"]
        case "m.room.create": number < 11 ? ["creator"] : nil
        case "m.room.join_rules": number < 8 ? ["join_rule"] : ["join_rule", "allow"]
        case "m.room.power_levels": RoomVersion.powers.union(number < 11 ? [] : ["invite"])
        case "m.room.aliases": number < 6 ? ["aliases"] : []
        case "m.room.history_visibility": ["history_visibility"]
        case "m.room.redaction": number < 11 ? [] : ["redacts"]
        default: []
        }
    }

    /// Whether the signed part of an invitation by address stays in a membership.
    var keepsAddressInvitation: Bool { number >= 11 }

    private static let powers: Set<String> = [
        "ban", "events", "events_default", "kick", "redact", "state_default", "users", "users_default",
    ]
}
