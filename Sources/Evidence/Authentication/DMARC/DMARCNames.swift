internal import Domains
internal import Resolving

/// The names that domains out of messages and records are asked for by.
enum DMARCNames {
    /// The name of a domain, letters of other scripts in their ASCII form (RFC 9989 section 5.3.1); nothing for what is none, an address in
    /// brackets too.
    static func name(_ domain: String, _ names: any InternationalNames) -> DomainName? {
        let bytes = Array(domain.utf8)
        guard bytes.contains(where: { $0 > 0x7F }) else {
            return bytes.contains(where: { $0 < 0x21 || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "@") }) ? nil : DomainName(bytes)
        }
        var ascii: [UInt8] = []
        guard names.toASCII(bytes.span, into: &ascii).subtracting(.toleratedInURLs).isEmpty else { return nil }
        return DomainName(ascii)
    }
}
