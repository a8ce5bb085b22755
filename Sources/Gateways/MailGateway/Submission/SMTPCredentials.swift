/// Who logs in to a mail server, by SASL PLAIN (RFC 4616). The password is in no description.
public struct SMTPCredentials: Sendable, CustomStringConvertible, CustomReflectable {
    /// The most bytes of either.
    public static let length = 1024

    private let user: String
    private let password: String

    /// A user and their password; nothing where either is empty, too long, or has a control character.
    public init?(user: String, password: String) {
        for text in [user, password] {
            guard (1...SMTPCredentials.length).contains(text.utf8.count), text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
                return nil
            }
        }
        self.user = user
        self.password = password
    }

    /// The message of the mechanism, in Base64: nobody is acted for but the user.
    var plain: String { base64(Array("\0\(user)\0\(password)".utf8)) }

    /// The user.
    public var description: String { user }

    /// The user alone.
    public var customMirror: Mirror { Mirror(self, children: ["user": user]) }
}
