// Spamd: the protocol of SpamAssassin's daemon, version 1.5 (spamd/PROTOCOL of SpamAssassin 4), which spamc, Exim and amavis speak.
//
// Whoever reaches the port writes these bytes: nothing in them is trusted. A head that is too long or not of this protocol ends the
// connection with an error that names what is wrong.

/// What is asked for.
public enum SpamdCommand: String, Sendable, Hashable, CaseIterable {
    /// Whether it is spam.
    case check = "CHECK"
    /// The same, with the names of what was found.
    case symbols = "SYMBOLS"
    /// The same, with a report for people.
    case report = "REPORT"
    /// The same, with a report for people where it is spam.
    case reportIfSpam = "REPORT_IFSPAM"
    /// The message with fields that say what was found.
    case process = "PROCESS"
    /// The header of that message.
    case headers = "HEADERS"
    /// Somebody's word on the message, to learn from.
    case tell = "TELL"
    /// Whether anybody is there.
    case ping = "PING"
    /// The client changed its mind.
    case skip = "SKIP"

    /// Whether a message comes with it.
    public var hasMessage: Bool { self != .ping && self != .skip }
}

/// The head of a request.
public struct SpamdRequest: Sendable, Hashable {
    /// What somebody says that a message is.
    public enum MessageClass: String, Sendable, Hashable {
        /// Unsolicited.
        case spam
        /// Asked for.
        case ham
    }

    /// Where somebody's word goes (`Set`, `Remove`).
    public enum Database: String, Sendable, Hashable {
        /// What is learnt here.
        case local
        /// What others are told.
        case remote
    }

    /// What is asked for.
    public var command: SpamdCommand
    /// The version of the protocol, minor number only: 5 for `SPAMC/1.5`.
    public var minorVersion: Int
    /// How long the message is; nothing where it ends with the connection's input, as old clients have it.
    public var contentLength: Int?
    /// On whose behalf.
    public var user: String?
    /// Whether the message comes packed (zlib).
    public var isCompressed = false
    /// What the message is said to be.
    public var messageClass: MessageClass?
    /// Where that is to be set down.
    public var set: Set<Database> = []
    /// Where it is to be taken back.
    public var remove: Set<Database> = []

    /// A request.
    public init(_ command: SpamdCommand, minorVersion: Int = 5) {
        self.command = command
        self.minorVersion = minorVersion
    }
}

/// Why a head cannot be read.
public enum SpamdError: Error, Sendable, Hashable {
    /// It goes on for too long.
    case headTooLong(limit: Int)
    /// The first line is none of this protocol.
    case notARequest(String)
    /// The command is none that is known.
    case unknownCommand(String)
    /// A field has a value that it cannot have.
    case badField(name: String, value: String)
    /// The message is longer than one may be.
    case messageTooLong(bytes: Int, limit: Int)
    /// The message is not as long as was said.
    case lengthDiffers(said: Int, came: Int)
}

extension SpamdError: CustomStringConvertible {
    /// What is wrong, as the client is told.
    public var description: String {
        switch self {
        case .headTooLong(let limit): "the head of the request is longer than \(limit) bytes"
        case .notARequest(let line): "'\(line)' is no request; write COMMAND SPAMC/1.5"
        case .unknownCommand(let command): "'\(command)' is no command of this server"
        case .badField(let name, let value): "the field \(name) cannot be '\(value)'"
        case .messageTooLong(let bytes, let limit): "the message has \(bytes) bytes, and \(limit) are the limit"
        case .lengthDiffers(let said, let came): "Content-length says \(said) bytes, and \(came) came"
        }
    }

    /// The code of sysexits.h that the client gets with it.
    public var code: SpamdReply.Code {
        switch self {
        case .headTooLong, .notARequest, .unknownCommand, .badField: .protocolError
        case .messageTooLong, .lengthDiffers: .dataError
        }
    }
}
