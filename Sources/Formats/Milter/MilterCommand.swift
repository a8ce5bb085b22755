public import Messages

/// What a mail server tells a filter (`SMFIC_`).
public enum MilterCommand: Sendable, Hashable {
    /// What the server offers.
    case negotiate(MilterOptions)
    /// Values of macros for the step of the command with this letter.
    case macros(step: UInt8, [String: String])
    /// A client connected.
    case connection(host: String, address: IPAddress?)
    /// The client named itself.
    case helo(String)
    /// MAIL FROM: the return path as it was written, and the parameters.
    case mail([String])
    /// RCPT TO: the recipient as it was written, and the parameters.
    case recipient([String])
    /// DATA.
    case data
    /// One header field; line ends inside the body are single line feeds.
    case header(name: [UInt8], body: [UInt8])
    /// The header is over.
    case endOfHeaders
    /// A piece of the body.
    case body([UInt8])
    /// The body is over; a last piece may come with it.
    case endOfBody([UInt8])
    /// The message is given up; the connection stays.
    case abort
    /// A command that the server does not know.
    case unknown(String)
    /// Nothing more comes.
    case quit
    /// The client is gone, and the next will use this connection.
    case quitForNext
}

/// Why a packet cannot be read.
public enum MilterError: Error, Sendable, Hashable {
    /// It is longer than a packet may be.
    case tooLong(bytes: Int, limit: Int)
    /// It has no command.
    case empty
    /// Its first byte is no command's.
    case unknownCommand(UInt8)
    /// It is too short for its command, or a text in it does not end.
    case malformed(command: UInt8)
}

extension MilterError: CustomStringConvertible {
    /// What is wrong, and with what.
    public var description: String {
        switch self {
        case .tooLong(let bytes, let limit): "a packet of \(bytes) bytes, longer than \(limit)"
        case .empty: "a packet without a command"
        case .unknownCommand(let byte): "a packet of no known command (byte \(byte))"
        case .malformed(let byte): "a packet that is cut off or malformed (command \(MilterError.letter(byte)))"
        }
    }

    private static func letter(_ byte: UInt8) -> String { String(decoding: [byte], as: UTF8.self) }
}
