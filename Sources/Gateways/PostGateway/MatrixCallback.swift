internal import JSON
internal import Messages
internal import TextMessages

/// What a Matrix server asks by the module synapse-http-antispam (0.5.1), by the last word of the path.
public enum MatrixCallback: String, Sendable, Hashable, CaseIterable {
    /// Whether the service is there.
    case ping
    /// Whether an event is spam: a message, a room's name or topic.
    case checkEvent = "check_event_for_spam"
    /// Whether somebody of another server may invite one of ours.
    case federatedInvite = "federated_user_may_invite"
    /// Whether somebody may join a room.
    case join = "user_may_join_room"
    /// Whether another server may prepare a join.
    case makeJoin = "accept_make_join"
    /// Whether one of ours may invite somebody.
    case invite = "user_may_invite"
    /// Whether one of ours may invite somebody by an address.
    case addressInvite = "user_may_send_3pid_invite"
    /// Whether one of ours may make a room.
    case createRoom = "user_may_create_room"
    /// Whether one of ours may name a room.
    case createAlias = "user_may_create_room_alias"
    /// Whether one of ours may list a room.
    case publishRoom = "user_may_publish_room"
    /// Whether somebody is to be left out of the list of users.
    case checkUsername = "check_username_for_spam"
    /// Whether somebody may log in.
    case checkLogin = "check_login_for_spam"

    /// Whether what it tells of has words that can be judged; all others are let through.
    public var hasWords: Bool { self == .checkEvent || self == .federatedInvite }

    /// The words of an event as a message; nothing where there are none: most kinds of events, and what is encrypted.
    static func message(of event: JSONValue, at moment: Timestamp) -> Message? {
        var words: [[UInt8]] = []
        func add(_ content: JSONValue?, _ names: [String]) {
            for name in names { if let text = content?[name]?.bytes, !text.isEmpty { words.append(text) } }
        }
        switch event["type"]?.text {
        case "m.room.message", "m.sticker", "m.reaction":
            // What an edit puts in its place, what stands there for those who know no edits, and what others draw: each is shown by some client.
            let content = event["content"]
            add(content, ["body", "formatted_body"])
            add(content?["m.new_content"], ["body", "formatted_body"])
        case "m.room.name", "m.room.topic": add(event["content"], ["name", "topic"])
        case "m.room.member":
            add(event["content"], ["displayname", "reason"])
            // An invitation brings the room's name and topic along: there the words of those who invite everybody stand.
            for state in (event["unsigned"]?["invite_room_state"]?.elements ?? []).prefix(stateLimit) {
                add(state["content"], ["name", "topic"])
            }
        default: return nil
        }
        guard !words.isEmpty else { return nil }
        var message = TextRecord(text: Array(words.joined(separator: [0x0A]))).message(channel: .im, arrival: moment)
        if let sender = event["sender"]?.text {
            message.envelope.sender = .account(platform: "matrix", name: String(sender.prefix(WebLimits.nameLength)))
        }
        if let room = event["room_id"]?.text {
            message.envelope.recipients = [.account(platform: "matrix", name: String(room.prefix(WebLimits.nameLength)))]
        }
        return message
    }

    /// How many events of a room's state are looked at.
    private static let stateLimit = 50
}
