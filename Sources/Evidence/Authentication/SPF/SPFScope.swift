/// Which records a check of a client goes by, and for whom.
public enum SPFScope: Sendable, Hashable {
    /// `v=spf1` alone (RFC 7208).
    case spf
    /// Sender ID for the return path: `spf2.0/mfrom`, else `v=spf1` (RFC 4406 section 4.4).
    case mailFrom
    /// Sender ID for the purported responsible address: `spf2.0/pra`, else `v=spf1`.
    case purportedResponsibleAddress

    /// The word in the version section of a record.
    var word: [UInt8]? {
        switch self {
        case .spf: nil
        case .mailFrom: Array("mfrom".utf8)
        case .purportedResponsibleAddress: Array("pra".utf8)
        }
    }
}

/// The beginning of a record: its version, and with `spf2.` its scopes (RFC 4406 section 3.1).
struct SPFVersion: Sendable {
    /// Where the version section ends.
    var end: Int
    /// The scopes in lower case; nothing for `v=spf1`.
    var scopes: [[UInt8]]?

    /// The version of a text; nothing where it is no record of any version.
    init?(of text: [UInt8]) {
        let section = text.prefix { $0 != 0x20 }.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }
        end = section.count
        if section == Array("v=spf1".utf8) { return }
        guard section.starts(with: "spf2.".utf8), let slash = section.firstIndex(of: UInt8(ascii: "/")) else { return nil }
        let minor = section[5..<slash]
        let scopes = section[(slash + 1)...].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        guard !minor.isEmpty, minor.allSatisfy({ $0 &- 48 < 10 }), scopes.allSatisfy(SPFVersion.isScope) else { return nil }
        self.scopes = scopes.map { Array($0) }
    }

    /// A letter and then letters, digits, hyphens, underscores and dots.
    private static func isScope(_ word: ArraySlice<UInt8>) -> Bool {
        guard let first = word.first, first &- 97 < 26 else { return false }
        return word.allSatisfy { $0 &- 97 < 26 || $0 &- 48 < 10 || "-_.".utf8.contains($0) }
    }
}
