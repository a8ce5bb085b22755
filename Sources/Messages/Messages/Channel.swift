/// How a message travelled. An open set: a new channel is a new value in a setting, never a change of schema.
public struct Channel: RawRepresentable, Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The channel's stable code, in lower case: `email`, `sms`.
    public let rawValue: String

    /// The channel with this code.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// E-mail (RFC 5322 over SMTP).
    public static let email = Channel(rawValue: "email")
    /// Short Message Service (3GPP TS 23.040).
    public static let sms = Channel(rawValue: "sms")
    /// Multimedia Messaging Service.
    public static let mms = Channel(rawValue: "mms")
    /// Rich Communication Services.
    public static let rcs = Channel(rawValue: "rcs")
    /// Instant messaging and chat.
    public static let im = Channel(rawValue: "im")
    /// Posts, comments and reviews: content that users generate in public.
    public static let post = Channel(rawValue: "post")
    /// Telephone and Internet calls.
    public static let voice = Channel(rawValue: "voice")
    /// Advertising inside applications.
    public static let ad = Channel(rawValue: "ad")

    /// The channels that ship; an operator may name more.
    public static let known: [Channel] = [.email, .sms, .mms, .rcs, .im, .post, .voice, .ad]

    /// The code.
    public var description: String { rawValue }

    /// Whether it is spelt as a code: up to 32 small letters, digits and hyphens. What a message says of its own channel may be anything.
    public var isCode: Bool {
        (1...32).contains(rawValue.utf8.count)
            && rawValue.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }

    /// In the order of their codes.
    public static func < (left: Channel, right: Channel) -> Bool {
        left.rawValue < right.rawValue
    }

    /// The cell a message of this channel falls into when nothing says otherwise.
    public var usualCell: Cell {
        switch self {
        case .voice: .realTimeVoice
        case .im: .realTimeText
        default: .storedText
        }
    }
}

/// The second axis of X.1244: {real-time, stored} x {text, voice, video}.
public enum Cell: String, Sendable, Hashable, CaseIterable {
    /// Text that is read as it is typed: chat.
    case realTimeText = "real-time-text"
    /// Speech that is heard as it is spoken: calls.
    case realTimeVoice = "real-time-voice"
    /// Moving pictures seen as they happen: video calls.
    case realTimeVideo = "real-time-video"
    /// Text that waits for its reader: mail, short messages, posts.
    case storedText = "stored-text"
    /// Speech that waits for its listener: voice mail.
    case storedVoice = "stored-voice"
    /// Moving pictures that wait for their viewer.
    case storedVideo = "stored-video"
}

/// Which way a message crosses the network of whoever judges it.
public enum Direction: String, Sendable, Hashable, CaseIterable {
    /// It ends at a recipient of ours.
    case terminating
    /// It begins at a sender of ours.
    case originating
    /// It begins and ends elsewhere.
    case transit
}
