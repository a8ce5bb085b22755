/// An identity that sends or receives: somebody, as a protocol names them.
///
/// A party is what was *claimed*; whether the claim was proved is evidence, kept elsewhere.
public enum Party: Sendable, Hashable {
    /// A mailbox (RFC 5321 section 4.1.2), its domain in lower case.
    case mailbox(local: String, domain: String)
    /// A domain alone: a HELO name, a signing domain.
    case domain(String)
    /// A telephone number of E.164, digits only, without the plus sign.
    case number(String)
    /// An alphanumeric sender id of a text message (at most 11 GSM characters).
    case senderID(String)
    /// A short code: a number that is not of E.164, dialled inside one network.
    case shortCode(String)
    /// An account on a platform.
    case account(platform: String, name: String)
    /// A SIP or SIPS URI (RFC 3261 section 19.1), without parameters.
    case sip(String)

    /// The domain that the identity belongs to, when it has one.
    public var domain: String? {
        switch self {
        case .mailbox(_, let domain), .domain(let domain): domain
        case .sip(let uri): Party.host(ofURI: uri)
        case .number, .senderID, .shortCode, .account: nil
        }
    }

    /// Reads the originator of a text message: E.164 number, short code, or alphanumeric sender id.
    ///
    /// Seven digits and more, or a leading plus, make a number; fewer digits a short code; anything else, more than the fifteen digits
    /// of E.164 (section 6.2) too, a sender id.
    public init(textMessageAddress address: String) {
        let trimmed = address.filter { !$0.isWhitespace }
        let digits = trimmed.utf8.filter { (48...57).contains($0) }.count
        let hasPlus = trimmed.utf8.first == 43
        let separators = trimmed.utf8.filter { [40, 41, 45, 46].contains($0) }.count + (hasPlus ? 1 : 0)
        guard (1...15).contains(digits), digits + separators == trimmed.utf8.count else {
            self = .senderID(address)
            return
        }
        let number = String(trimmed.filter { ("0"..."9").contains($0) })
        self = digits >= 7 || hasPlus ? .number(number) : .shortCode(number)
    }

    /// The host of a SIP URI in lower case: without scheme, user, port and parameters (RFC 3261 section 19.1.1).
    private static func host(ofURI uri: String) -> String? {
        var rest = uri[...]
        for scheme in ["sip:", "sips:"] where rest.prefix(scheme.count).lowercased() == scheme { rest = rest.dropFirst(scheme.count) }
        if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
        rest = rest.prefix { $0 != ";" && $0 != "?" }
        // An IPv6 reference keeps its colons inside brackets.
        if rest.first != "[" { rest = rest.prefix { $0 != ":" } }
        return rest.isEmpty || rest.first == "[" ? nil : rest.lowercased()
    }
}

extension Party: CustomStringConvertible {
    /// The identity in its protocol's spelling.
    public var description: String {
        switch self {
        case .mailbox(let local, let domain): "\(local)@\(domain)"
        case .domain(let domain): domain
        case .number(let digits): "+\(digits)"
        case .senderID(let name), .shortCode(let name): name
        case .account(let platform, let name): "\(platform):\(name)"
        case .sip(let uri): uri
        }
    }
}
