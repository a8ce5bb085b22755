// Milter: the protocol between a mail server and its filters, version 6, as Sendmail defined it and Postfix speaks it.
//
// Whoever reaches the port writes these bytes: nothing in them is trusted. A packet that is too large, or that cannot be what its first
// byte says, ends the connection with an error that names it; nothing is guessed.

/// What a filter may do to a message (`SMFIF_`).
public struct MilterActions: OptionSet, Sendable, Hashable {
    /// The bits as they are sent.
    public let rawValue: UInt32

    /// The actions with these bits.
    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Add header fields.
    public static let addHeaders = MilterActions(rawValue: 0x01)
    /// Replace the body.
    public static let changeBody = MilterActions(rawValue: 0x02)
    /// Add recipients.
    public static let addRecipients = MilterActions(rawValue: 0x04)
    /// Take recipients out.
    public static let deleteRecipients = MilterActions(rawValue: 0x08)
    /// Change or take out header fields.
    public static let changeHeaders = MilterActions(rawValue: 0x10)
    /// Hold the message.
    public static let quarantine = MilterActions(rawValue: 0x20)
    /// Change the return path.
    public static let changeReturnPath = MilterActions(rawValue: 0x40)
    /// Add recipients with parameters of ESMTP.
    public static let addRecipientsWithParameters = MilterActions(rawValue: 0x80)
    /// Say which macros are wanted.
    public static let setMacros = MilterActions(rawValue: 0x100)
}

/// Which steps of a transaction are sent and answered (`SMFIP_`).
public struct MilterSteps: OptionSet, Sendable, Hashable {
    /// The bits as they are sent.
    public let rawValue: UInt32

    /// The steps with these bits.
    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// The connection is not sent.
    public static let noConnection = MilterSteps(rawValue: 0x01)
    /// HELO is not sent.
    public static let noHelo = MilterSteps(rawValue: 0x02)
    /// MAIL is not sent.
    public static let noMail = MilterSteps(rawValue: 0x04)
    /// RCPT is not sent.
    public static let noRecipients = MilterSteps(rawValue: 0x08)
    /// The body is not sent.
    public static let noBody = MilterSteps(rawValue: 0x10)
    /// Header fields are not sent.
    public static let noHeaders = MilterSteps(rawValue: 0x20)
    /// The end of the header is not sent.
    public static let noEndOfHeaders = MilterSteps(rawValue: 0x40)
    /// Header fields are not answered.
    public static let noReplyToHeaders = MilterSteps(rawValue: 0x80)
    /// Unknown commands are not sent.
    public static let noUnknown = MilterSteps(rawValue: 0x100)
    /// DATA is not sent.
    public static let noData = MilterSteps(rawValue: 0x200)
    /// The filter may say that it needs no more of the body.
    public static let skip = MilterSteps(rawValue: 0x400)
    /// Recipients that the server refused are sent too.
    public static let refusedRecipients = MilterSteps(rawValue: 0x800)
    /// The connection is not answered.
    public static let noReplyToConnection = MilterSteps(rawValue: 0x1000)
    /// HELO is not answered.
    public static let noReplyToHelo = MilterSteps(rawValue: 0x2000)
    /// MAIL is not answered.
    public static let noReplyToMail = MilterSteps(rawValue: 0x4000)
    /// RCPT is not answered.
    public static let noReplyToRecipients = MilterSteps(rawValue: 0x8000)
    /// DATA is not answered.
    public static let noReplyToData = MilterSteps(rawValue: 0x10000)
    /// Unknown commands are not answered.
    public static let noReplyToUnknown = MilterSteps(rawValue: 0x20000)
    /// The end of the header is not answered.
    public static let noReplyToEndOfHeaders = MilterSteps(rawValue: 0x40000)
    /// Pieces of the body are not answered.
    public static let noReplyToBody = MilterSteps(rawValue: 0x80000)
    /// Header fields come with the blank behind the colon, and are put in as they are given: what signatures need.
    public static let leadingSpace = MilterSteps(rawValue: 0x100000)
}

/// What server and filter agree on before anything else (`SMFIC_OPTNEG`).
public struct MilterOptions: Sendable, Hashable {
    /// The version of the protocol.
    public var version: UInt32
    /// What may be done to messages.
    public var actions: MilterActions
    /// What is sent and answered.
    public var steps: MilterSteps
    /// The macros that are wanted at a step; the server's own choice where nothing is said.
    public var macros: [MilterMacroStage: [String]]

    /// Options.
    public init(version: UInt32 = 6, actions: MilterActions = [], steps: MilterSteps = [], macros: [MilterMacroStage: [String]] = [:]) {
        self.version = version
        self.actions = actions
        self.steps = steps
        self.macros = macros
    }
}

/// The steps that macros are sent at (`SMFIM_`).
public enum MilterMacroStage: UInt32, Sendable, Hashable, CaseIterable {
    /// With the connection.
    case connection = 0
    /// With HELO.
    case helo = 1
    /// With MAIL.
    case mail = 2
    /// With RCPT.
    case recipient = 3
    /// With DATA.
    case data = 4
    /// With the end of the message.
    case endOfMessage = 5
    /// With the end of the header.
    case endOfHeaders = 6
}
