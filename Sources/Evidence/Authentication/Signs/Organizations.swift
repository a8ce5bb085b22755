internal import Domains
internal import MIME
internal import Resolving

/// Compares domains by the organisation that registered them, as a public suffix list has it.
struct Organizations {
    let names: any InternationalNames
    let suffixes: any PublicSuffixes

    /// Whether two domains belong to one organisation.
    func isSame(_ left: String, _ right: String) -> Bool {
        guard let own = organization(of: left) else { return false }
        return own == organization(of: right)
    }

    /// The registrable domain above a name; the name itself where there is none.
    private func organization(of domain: String) -> [UInt8]? {
        guard !domain.isEmpty, domain.utf8.count <= 4 * DomainName.limit else { return nil }
        var ascii: [UInt8] = []
        guard names.toASCII(Array(domain.utf8).span, into: &ascii).isSubset(of: .toleratedInURLs), let name = DomainName(ascii) else {
            return nil
        }
        let bytes = name.bytes
        return Array(bytes[(suffixes.registrableDomain(of: bytes.span) ?? 0)...])
    }
}
