// Profiles: what a country, an operator, a domain and a recipient want done, one over the other. Files come from the operator, or by way of the
// operator from an authority: trusted not to be an attack, and nothing else about them is taken for granted.
public import Messages

/// The limits of profiles, in one place.
public enum ProfileLimits {
    /// How large a file may be, in bytes.
    public static let fileBytes = 4 << 20
    /// How many files there may be.
    public static let files = 1000
    /// How many profiles there may be, in all files.
    public static let profiles = 100_000
    /// How many domains, blocks of numbers and recipients all profiles together may be for.
    public static let scopes = 200_000
    /// How many lines one profile may have.
    public static let lines = 500
    /// How long a name, a version or whom a profile is for may be, in bytes.
    public static let textBytes = 320
    /// How many problems are told.
    public static let problems = 200
}

/// Whom a profile is for.
public enum ProfileScope: Sendable, Hashable, CustomStringConvertible {
    /// The recipients of a domain and of all below it, in small letters.
    case domain(String)
    /// The numbers that begin with these digits.
    case numbers(String)
    /// This one, in small letters.
    case recipient(String)

    /// As it is written.
    public var description: String {
        switch self {
        case .domain(let domain): "@" + domain
        case .numbers(let digits): "+\(digits)*"
        case .recipient(let recipient): recipient
        }
    }

    /// Reads `@school.example`, `+4930*`, or a whole address or number; nothing when it is none of them.
    public init?(_ text: String) {
        let word = text.filter { $0 != " " }.lowercased()
        guard (1...ProfileLimits.textBytes).contains(word.utf8.count), word.utf8.allSatisfy({ $0 > 32 && $0 != 127 }) else { return nil }
        if word.hasPrefix("@") {
            let domain = String(word.dropFirst())
            let labels = domain.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            guard !domain.contains("@"), !domain.contains("*"), labels.allSatisfy({ !$0.isEmpty }) else { return nil }
            self = .domain(domain)
        } else if word.hasSuffix("*") {
            let digits = word.dropLast().dropFirst()
            guard word.hasPrefix("+"), (1...15).contains(digits.utf8.count), digits.utf8.allSatisfy({ $0 &- 48 < 10 }) else { return nil }
            self = .numbers(String(digits))
        } else {
            guard !word.contains("*") else { return nil }
            self = .recipient(word)
        }
    }
}

/// What somebody wants done with messages: thresholds of their own, whether they are carried out, and in which language it is told.
public struct Profile: Sendable, Hashable {
    /// What it is called, which version it is, and how far it reaches.
    public var name: ProfileName
    /// Whom it is for; empty is everybody.
    public var scopes: [ProfileScope]
    /// Whether what is due is carried out; nothing leaves that to the wider ones.
    public var mode: PolicyMode?
    /// The language that its recipients are written to in; nothing leaves that to the wider ones.
    public var language: String?
    /// What narrower profiles may change.
    public var thresholds: [PolicyThreshold]
    /// What they may not make milder; `never` is what they may not bring in.
    public var binding: [PolicyThreshold]
    /// Where it is written.
    public var origin: SettingOrigin

    /// What decisions by one of its lines are called.
    public func name(of threshold: PolicyThreshold) -> String {
        // Who it is that wants something of their own is nobody's business who counts decisions.
        let owner = name.level == .recipient ? ProfileLevel.recipient.rawValue : name.name
        return "\(Profile.namePrefix)\(owner):\(threshold.name.dropFirst("policy.".count))"
    }

    /// The languages that are spoken.
    public static let languages = ["ar", "zh", "en", "fr", "ru", "es"]

    /// What names of decisions by a profile's line begin with.
    public static let namePrefix = "profile:"
}
