/// Names of senders of text messages.
public enum SenderName {
    /// What of a sender is no person's: an alphanumeric id of up to eleven characters (3GPP TS 23.040 section 9.1.2.5) as a code, or a short code of up to
    /// six digits. A longer number is somebody's.
    public static func issuer(of sender: String) -> String? {
        guard (1...11).contains(sender.utf8.count) else { return nil }
        let isNumber = sender.utf8.allSatisfy { $0 &- 48 < 10 || $0 == 0x2B || $0 == 0x20 || $0 == 0x2D }
        if isNumber { return sender.utf8.count <= 6 && sender.utf8.allSatisfy { $0 &- 48 < 10 } ? sender : nil }
        guard sender.utf8.contains(where: { ($0 | 0x20) &- 97 < 26 }) else { return nil }
        let code = sender.uppercased().replacing(" ", with: "_")
        return RecordMeaning.isCode(code) ? code : nil
    }
}
