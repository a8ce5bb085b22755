// The limits that readers of header-field values keep; their input is hostile.

import Messages

/// How much a header-field value may ask for. What lies beyond a limit is left out and noted as a defect.
public enum FieldLimits {
    /// Mailboxes read from one address field.
    public static let mailboxes = 16_384
    /// Message ids read from one field.
    public static let messageIDs = 16_384
    /// Phrases or URIs read from one list field.
    public static let listItems = 4096
    /// Parameters read from one Content-Type or Content-Disposition field, sections of a continued one counted singly.
    public static let parameters = 256
    /// Results read from one Authentication-Results field.
    public static let results = 1024
    /// Properties read from one field of results, those of all its results together.
    public static let resultProperties = 8192
    /// Bytes of a charset's name (RFC 2978 section 2.3 allows 40 characters; the rest is room for a language suffix).
    public static let charsetName = 80
    /// Defects noted for one field; a field that has more is broken enough.
    public static let defects = 64
    /// Bytes of one line that a writer aims at (RFC 5322 section 2.1.1).
    public static let preferredLine = 78
    /// Bytes of one line that a writer never exceeds (RFC 5322 section 2.1.1).
    public static let longestLine = 998
    /// Bytes of one encoded word (RFC 2047 section 2).
    public static let encodedWord = 75
}

extension [Defect] {
    /// Notes a defect, as long as the field has room for more.
    @inline(never)
    mutating func note(_ kind: Defect.Kind, at offset: Int) {
        if count < FieldLimits.defects { append(Defect(kind, at: offset)) }
    }
}
