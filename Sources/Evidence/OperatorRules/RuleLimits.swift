// The rules of an operator, and of those whose mail it carries: read from files, checked when they are loaded, and asked of each message in
// one pass. Files come from the operator: trusted not to be an attack, and nothing else about them is taken for granted. Messages are hostile.

/// The limits of rules, in one place.
public enum RuleLimits {
    /// How large a file may be, in bytes.
    public static let fileBytes = 4 << 20
    /// How many files there may be.
    public static let files = 1000
    /// How many rules there may be, in all files.
    public static let rules = 10_000
    /// How many named sets there may be, in all files.
    public static let sets = 1000
    /// How many members one set may have.
    public static let setMembers = 100_000
    /// How long a member of a set or a text of an expression may be, in bytes.
    public static let memberBytes = 1024
    /// How long an expression may be, in bytes.
    public static let expressionBytes = 8192
    /// How deep parentheses may lie inside each other.
    public static let depth = 32
    /// How many steps an expression may be.
    public static let steps = 2000
    /// How long an id may be, in bytes.
    public static let idBytes = 64
    /// How long a description or an owner may be, in bytes.
    public static let descriptionBytes = 1000
    /// How many examples a rule may have.
    public static let examples = 100
    /// How long an example may be, in bytes.
    public static let exampleBytes = 256 << 10
    /// How large a weight may be, either way: as far as a verdict reaches.
    public static let weight = 12.0
    /// How many recipients may have rules of their own, in all files.
    public static let recipients = 100_000
    /// How many senders one recipient may allow, and how many deny.
    public static let recipientSenders = 200
    /// How many keywords one recipient may have.
    public static let recipientKeywords = 50
    /// How many times of quiet one recipient may have.
    public static let recipientQuiet = 20
    /// How many problems of one file are told.
    public static let problems = 200
    /// How many values of one field of a message are looked at: links, recipients, header fields of one name.
    public static let values = 500
    /// How many values of each of two fields are compared with each other.
    public static let comparedValues = 100
    /// How much of all values of one field of a message is looked at, in bytes.
    public static let valueBytes = 128 << 10
}
