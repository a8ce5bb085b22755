internal import Messages

/// A list that is asked by name (RFC 5782), as a setting writes it: `block addresses bl.example.org`. Behind the zone may stand the answers
/// that count (`127.0.0.2`, `127.0.0.4-127.0.0.7`; without any all of them), and for domains one that is always on the list (`test=NAME`),
/// where that is another than RFC 5782 section 5 has.
public struct DNSListEntry: Sendable, Hashable, SettingElement {
    /// Whether being on it speaks for a sender.
    public var isAllowList: Bool
    /// Whether domains are on it, and not addresses.
    public var listsDomains: Bool
    /// Where it lies, in small letters.
    public var zone: String
    /// The answers that count, as addresses of 127.0.0.0/8.
    public var codes: [ClosedRange<UInt32>]
    /// The domain that is always on it, where that is said.
    public var listedDomain: String?

    static let accepts = "block addresses, block domains or allow addresses, and a zone: block addresses bl.example.org 127.0.0.2-127.0.0.4"

    /// The words with a blank between.
    public var spelling: String {
        let kind = [isAllowList ? "allow" : "block", listsDomains ? "domains" : "addresses", zone]
        let answers = codes.map { codes in
            codes.count == 1 ? "\(IPAddress.v4(codes.lowerBound))" : "\(IPAddress.v4(codes.lowerBound))-\(IPAddress.v4(codes.upperBound))"
        }
        return (kind + answers + (listedDomain.map { ["test=\($0)"] } ?? [])).joined(separator: " ")
    }

    /// Reads the setting's spelling. No list allows domains: anybody can write one into a mail.
    public init?(spelling: String) {
        let words = spelling.split(whereSeparator: \.isWhitespace).map(String.init)
        guard words.count > 2, ["block addresses", "block domains", "allow addresses"].contains("\(words[0]) \(words[1])") else {
            return nil
        }
        isAllowList = words[0] == "allow"
        listsDomains = words[1] == "domains"
        guard let zone = DNSListEntry.name(words[2]), zone.contains(".") else { return nil }
        self.zone = zone
        codes = []
        for word in words.dropFirst(3) {
            if listsDomains, word.hasPrefix("test=") {
                guard let name = DNSListEntry.name(String(word.dropFirst(5))) else { return nil }
                listedDomain = name
            } else {
                guard let range = DNSListEntry.codes(word) else { return nil }
                codes.append(range)
            }
        }
    }

    private static func name(_ word: String) -> String? { try? SettingKind.Member.host.read(word) }

    /// An address of 127.0.0.0/8, or a range of them.
    private static func codes(_ word: String) -> ClosedRange<UInt32>? {
        let ends = word.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map { IPAddress($0) }
        guard case .v4(let first)?? = ends.first, case .v4(let last)?? = ends.last, first <= last else { return nil }
        return first >> 24 == 127 && last >> 24 == 127 ? first...last : nil
    }
}
