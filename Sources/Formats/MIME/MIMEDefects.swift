public import Messages

/// What can be wrong with a message's bytes, by RFC 5322, 2045, 2046 and 6532.
extension Defect.Kind {
    private static func mime(_ code: String) -> Defect.Kind { Defect.Kind(rawValue: "mime.\(code)") }

    // Limits of `MIMELimits`.
    /// The message is longer than the limit; the rest was not looked at.
    public static let messageTooLarge = mime("message-too-large")
    /// There are more header fields than the limit.
    public static let tooManyHeaderFields = mime("too-many-header-fields")
    /// A header field is longer than the limit; it was cut.
    public static let headerFieldTooLong = mime("header-field-too-long")
    /// There are more parts than the limit; the last one takes all that follows.
    public static let tooManyParts = mime("too-many-parts")
    /// Parts lie inside one another deeper than the limit.
    public static let nestingTooDeep = mime("nesting-too-deep")
    /// A boundary is longer than the limit, and was not used.
    public static let boundaryTooLong = mime("boundary-too-long")
    /// A decoded part is longer than the limit; it was cut.
    public static let decodedTooLarge = mime("decoded-too-large")

    // Lines and header sections (RFC 5322 section 2).
    /// Blank lines come before the header.
    public static let leadingBlankLines = mime("leading-blank-lines")
    /// Lines end in a bare CR.
    public static let bareCarriageReturnLines = mime("bare-cr-lines")
    /// A CR that ends no line stands in a header section.
    public static let bareCarriageReturn = mime("bare-cr")
    /// A NUL stands in a header section.
    public static let nullInHeader = mime("null-in-header")
    /// A header section has bytes above 127 that are not UTF-8.
    public static let eightBitHeader = mime("eight-bit-header")
    /// A header section has bare UTF-8, which RFC 6532 allows only by agreement.
    public static let unencodedHeader = mime("unencoded-utf8-header")
    /// A header line is longer than the 998 bytes of RFC 5322 section 2.1.1.
    public static let overlongLine = mime("overlong-header-line")
    /// A header field consists of white space from a fold on (RFC 5322 section 4.2 forbids to make such).
    public static let blankFold = mime("blank-fold")
    /// A line of a header section is no field, and was passed over.
    public static let malformedHeaderLine = mime("malformed-header-line")
    /// White space stands between a field's name and its colon.
    public static let spaceBeforeColon = mime("space-before-colon")
    /// A field has no name.
    public static let emptyHeaderName = mime("empty-header-name")
    /// The header section ends without a blank line.
    public static let missingBlankLine = mime("missing-blank-line")
    /// The message has no header field at all.
    public static let noHeader = mime("no-header")

    // Media types (RFC 2045 section 5, RFC 2046, RFC 2231).
    /// The message has MIME fields, and no MIME-Version.
    public static let missingMIMEVersion = mime("missing-mime-version")
    /// A Content-Type cannot be read; the part counts as plain text.
    public static let invalidContentType = mime("invalid-content-type")
    /// A part has more than one Content-Type; the first counts.
    public static let duplicateContentType = mime("duplicate-content-type")
    /// A part has more than one Content-Transfer-Encoding; the first counts.
    public static let duplicateTransferEncoding = mime("duplicate-transfer-encoding")
    /// A Content-Type names a parameter twice; the first counts.
    public static let duplicateParameter = mime("duplicate-parameter")
    /// The transfer encoding is none that is known; the body is taken as it is.
    public static let unknownTransferEncoding = mime("unknown-transfer-encoding")
    /// A multipart says that it is encoded, which RFC 2045 section 6.4 forbids.
    public static let encodedMultipart = mime("encoded-multipart")

    // Multiparts (RFC 2046 section 5.1).
    /// A multipart has no boundary parameter, or an empty one; it counts as text.
    public static let missingBoundary = mime("missing-boundary")
    /// The boundary of a multipart is never met; it counts as text.
    public static let boundaryNotFound = mime("boundary-not-found")
    /// A multipart ends without its closing boundary.
    public static let missingEndBoundary = mime("missing-end-boundary")
    /// A multipart is closed by its boundary before any part began; it counts as text.
    public static let multipartWithoutParts = mime("multipart-without-parts")
    /// Text follows a boundary on its line.
    public static let textAfterBoundary = mime("text-after-boundary")
    /// A multipart has the same boundary as one that it lies inside.
    public static let repeatedBoundary = mime("repeated-boundary")
    /// A boundary is longer than the 70 characters of RFC 2046 section 5.1.1, or ends in white space.
    public static let invalidBoundary = mime("invalid-boundary")

    // Transfer encodings (RFC 2045 section 6).
    /// Base64 has characters outside its alphabet; they were passed over.
    public static let base64Junk = mime("base64-junk")
    /// Base64 ends without the padding it needs.
    public static let base64MissingPadding = mime("base64-missing-padding")
    /// Base64 goes on after padding.
    public static let base64AfterPadding = mime("base64-after-padding")
    /// Base64 ends inside a byte.
    public static let base64Truncated = mime("base64-truncated")
    /// Quoted-printable has an escape that is none; it was kept as it is.
    public static let quotedPrintableEscape = mime("quoted-printable-escape")
    /// Uuencoded lines are malformed, or the `begin` or `end` line is missing.
    public static let malformedUuencode = mime("malformed-uuencode")

    // Text (RFC 2046 section 4.1, RFC 3676).
    /// A text holds NUL bytes; they were dropped.
    public static let nullInText = mime("null-in-text")
    /// The charset's name is none that is known.
    public static let unknownCharset = mime("unknown-charset")
    /// The text is not in the charset that it names.
    public static let wrongCharset = mime("wrong-charset")
    /// Some bytes are no text in the charset; each stands as U+FFFD.
    public static let illFormedText = mime("ill-formed-text")
}
