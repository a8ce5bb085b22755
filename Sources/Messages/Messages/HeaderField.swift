/// One header field: where its name and its body lie (RFC 5322 section 2.2).
public struct HeaderField: Sendable, Hashable {
    /// The name, when it is one that Chaffinch asks for.
    public var known: HeaderName
    /// The bytes of the name, as written.
    public var name: ByteRange
    /// The bytes after the colon up to, not including, the line end that closes the field; folds inside.
    public var body: ByteRange

    /// A header field over its ranges.
    @inlinable
    public init(known: HeaderName, name: ByteRange, body: ByteRange) {
        self.known = known
        self.name = name
        self.body = body
    }
}

/// The header fields that Chaffinch asks for; a field of any other name is `other`, and still kept.
///
/// The raw value is the field's usual spelling.
public enum HeaderName: String, Sendable, Hashable, CaseIterable {
    /// A field of any other name.
    case other = ""
    // RFC 5322 section 3.6.
    case date = "Date"
    case from = "From"
    case sender = "Sender"
    case replyTo = "Reply-To"
    case to = "To"
    case cc = "Cc"
    case bcc = "Bcc"
    case messageID = "Message-ID"
    case inReplyTo = "In-Reply-To"
    case references = "References"
    case subject = "Subject"
    case comments = "Comments"
    case keywords = "Keywords"
    case returnPath = "Return-Path"
    case received = "Received"
    case resentFrom = "Resent-From"
    case resentSender = "Resent-Sender"
    case resentTo = "Resent-To"
    case resentDate = "Resent-Date"
    case resentMessageID = "Resent-Message-ID"
    // RFC 2045 to 2183 and 3282.
    case mimeVersion = "MIME-Version"
    case contentType = "Content-Type"
    case contentTransferEncoding = "Content-Transfer-Encoding"
    case contentDisposition = "Content-Disposition"
    case contentID = "Content-ID"
    case contentDescription = "Content-Description"
    case contentLocation = "Content-Location"
    case contentLanguage = "Content-Language"
    case contentBase = "Content-Base"
    // RFC 2369, 2919, 8058: lists.
    case listID = "List-Id"
    case listUnsubscribe = "List-Unsubscribe"
    case listUnsubscribePost = "List-Unsubscribe-Post"
    case listPost = "List-Post"
    case listHelp = "List-Help"
    case listSubscribe = "List-Subscribe"
    case listOwner = "List-Owner"
    case listArchive = "List-Archive"
    case precedence = "Precedence"
    case autoSubmitted = "Auto-Submitted"
    case feedbackID = "Feedback-ID"
    // RFC 6376, 8601, 8617, 7208: authentication.
    case dkimSignature = "DKIM-Signature"
    case domainKeySignature = "DomainKey-Signature"
    case authenticationResults = "Authentication-Results"
    case arcSeal = "ARC-Seal"
    case arcMessageSignature = "ARC-Message-Signature"
    case arcAuthenticationResults = "ARC-Authentication-Results"
    case receivedSPF = "Received-SPF"
    // In use without a standard.
    case xMailer = "X-Mailer"
    case userAgent = "User-Agent"
    case xPriority = "X-Priority"
    case xMSMailPriority = "X-MSMail-Priority"
    case importance = "Importance"
    case priority = "Priority"
    case xMimeOLE = "X-MimeOLE"
    case xOriginatingIP = "X-Originating-IP"
    case xPHPOriginatingScript = "X-PHP-Originating-Script"
    case organization = "Organization"
    case dispositionNotificationTo = "Disposition-Notification-To"
    case returnReceiptTo = "Return-Receipt-To"
    case errorsTo = "Errors-To"
    case deliveredTo = "Delivered-To"
    case xOriginalTo = "X-Original-To"
    case status = "Status"
    case contentLength = "Content-Length"
    case lines = "Lines"
    case threadTopic = "Thread-Topic"
    case threadIndex = "Thread-Index"
    case xSpamFlag = "X-Spam-Flag"
    case xSpamStatus = "X-Spam-Status"
}
