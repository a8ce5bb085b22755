public import Messages

/// All profiles of one filter, checked, and found by recipient.
public struct ProfileBook: Sendable {
    /// The profiles, in the order of files and of lines.
    public let profiles: [Profile]
    private var shelves: [Shelf]

    /// The profiles of one level, by whom they are for.
    private struct Shelf: Sendable {
        var everybody: Int32 = -1
        var domains: [String: Int32] = [:]
        var numbers: [String: Int32] = [:]
        var recipients: [String: Int32] = [:]
    }

    /// The profiles that hold for one recipient: the place of each level's, or -1.
    public struct Chain: Sendable, Hashable {
        var places = SIMD4<Int32>(repeating: -1)

        /// Whether there is none.
        public var isEmpty: Bool { places == SIMD4(repeating: -1) }
    }

    /// A book without profiles.
    public static let empty = ProfileBook([])

    /// A book of these; of two that are for the same the first holds. Reading refuses such files.
    init(_ profiles: [Profile]) {
        self.profiles = profiles
        shelves = Array(repeating: Shelf(), count: ProfileLevel.allCases.count)
        for (place, profile) in profiles.enumerated() {
            let number = Int32(clamping: place)
            let level = profile.name.level.place
            if profile.scopes.isEmpty, shelves[level].everybody < 0 { shelves[level].everybody = number }
            for scope in profile.scopes {
                switch scope {
                case .domain(let domain) where shelves[level].domains[domain] == nil: shelves[level].domains[domain] = number
                case .numbers(let digits) where shelves[level].numbers[digits] == nil: shelves[level].numbers[digits] = number
                case .recipient(let recipient) where shelves[level].recipients[recipient] == nil:
                    shelves[level].recipients[recipient] = number
                default: break
                }
            }
        }
    }

    /// The profiles that hold for a recipient; where nobody is named, those for everybody.
    ///
    /// Within one level the narrowest stands: the recipient, then the longest domain or beginning of a number, then everybody.
    public func chain(for recipient: Party?) -> Chain {
        var chain = Chain()
        guard !profiles.isEmpty else { return chain }
        for (level, shelf) in shelves.enumerated() { chain.places[level] = ProfileBook.place(on: shelf, for: recipient) }
        return chain
    }

    private static func place(on shelf: Shelf, for recipient: Party?) -> Int32 {
        guard let recipient else { return shelf.everybody }
        if !shelf.recipients.isEmpty, let place = shelf.recipients[recipient.description.lowercased()] { return place }
        if !shelf.domains.isEmpty, let domain = recipient.domain {
            var rest = domain.lowercased()[...]
            while true {
                if let place = shelf.domains[String(rest)] { return place }
                guard let dot = rest.firstIndex(of: ".") else { break }
                rest = rest[rest.index(after: dot)...]
            }
        }
        if !shelf.numbers.isEmpty, case .number(let digits) = recipient {
            for length in stride(from: min(digits.utf8.count, 15), to: 0, by: -1) {
                if let place = shelf.numbers[String(digits.prefix(length))] { return place }
            }
        }
        return shelf.everybody
    }

    /// The profile of a chain at a level.
    public func profile(_ level: ProfileLevel, of chain: Chain) -> Profile? {
        let place = Int(chain.places[level.place])
        return profiles.indices.contains(place) ? profiles[place] : nil
    }

    /// The names of the profiles of a chain, the widest first.
    public func names(of chain: Chain) -> [ProfileName] {
        chain.isEmpty ? [] : ProfileLevel.allCases.compactMap { profile($0, of: chain)?.name }
    }

    /// Whether what is due is carried out, where the settings say that it is: the narrowest that says so is asked.
    public func mode(of chain: Chain) -> PolicyMode {
        if chain.isEmpty { return .act }
        return ProfileLevel.allCases.reversed().lazy.compactMap { profile($0, of: chain)?.mode }.first ?? .act
    }

    /// The language that a recipient is written to in; nothing where no profile says. The narrowest that says so is asked.
    public func language(for recipient: Party?) -> String? {
        let chain = chain(for: recipient)
        if chain.isEmpty { return nil }
        return ProfileLevel.allCases.reversed().lazy.compactMap { profile($0, of: chain)?.language }.first
    }

    // MARK: Which line stands

    /// A line that says something of one disposition on one channel and direction.
    public struct Line: Sendable, Hashable {
        /// From which probability on the disposition is due, and where that is written.
        public var threshold: PolicyThreshold
        /// Whose it is; nothing for the settings.
        public var profile: Profile?
        /// Whether narrower ones may not make it milder.
        public var isBinding: Bool

        /// What decisions by it are called.
        public var name: String { profile?.name(of: threshold) ?? threshold.name }

        init(_ threshold: PolicyThreshold, of profile: Profile? = nil, isBinding: Bool = false) {
            self.threshold = threshold
            self.profile = profile
            self.isBinding = isBinding
        }
    }

    /// The line that stands for a disposition, after all profiles of a chain were asked; nothing when nobody says anything.
    ///
    /// The narrowest that says something stands, and the settings where no profile does. A binding line of a wider one stands before it where
    /// it is stricter, and always where it is `never`; of two binding lines the wider one's.
    public func standing(
        for disposition: Disposition, on channel: Channel?, _ direction: Direction?, _ chain: Chain, over settings: Settings
    ) -> Line? {
        var line = settings.threshold(for: disposition, channel: channel, direction: direction).map { Line($0) }
        if chain.isEmpty { return line }
        for level in ProfileLevel.allCases {
            guard let profile = profile(level, of: chain) else { continue }
            if let own = profile.line(for: disposition, on: channel, direction) { line = own }
        }
        for level in ProfileLevel.allCases.reversed() where level.mayBind {
            guard let profile = profile(level, of: chain), line?.profile?.name != profile.name,
                let bound = PolicyThreshold.narrowest(of: profile.binding, for: disposition, channel, direction)
            else { continue }
            // A wider profile's own line, or that of the settings, gives way to a narrower one's before it comes here.
            if ProfileBook.isMilder(line?.threshold, than: bound) { line = Line(bound, of: profile, isBinding: true) }
        }
        return line
    }

    /// Whether a line may not stand beside a wider one's that binds.
    static func isMilder(_ threshold: PolicyThreshold?, than bound: PolicyThreshold) -> Bool {
        guard let most = bound.probability else { return threshold?.probability != nil }
        guard let least = threshold?.probability else { return true }
        return least > most
    }

    /// The binding lines that hold for a chain on one channel and direction, those of the widest profile first.
    public func binding(on channel: Channel?, _ direction: Direction?, _ chain: Chain) -> [Line] {
        if chain.isEmpty { return [] }
        return ProfileLevel.allCases.filter(\.mayBind).flatMap { level -> [Line] in
            guard let profile = profile(level, of: chain), !profile.binding.isEmpty else { return [] }
            return PolicyThreshold.ladder.compactMap { disposition in
                PolicyThreshold.narrowest(of: profile.binding, for: disposition, channel, direction).map {
                    Line($0, of: profile, isBinding: true)
                }
            }
        }
    }

    /// All lines that speak of a disposition on one channel and direction, the narrowest first and the settings last; for people.
    public func lines(
        for disposition: Disposition, on channel: Channel?, _ direction: Direction?, _ chain: Chain, over settings: Settings
    ) -> [Line] {
        ProfileLevel.allCases.reversed().compactMap { profile($0, of: chain)?.line(for: disposition, on: channel, direction) }
            + (settings.threshold(for: disposition, channel: channel, direction: direction).map { [Line($0)] } ?? [])
    }
}

extension Profile {
    /// What the profile says of a disposition on one channel and direction: where both kinds of lines do, the narrower place.
    func line(for disposition: Disposition, on channel: Channel?, _ direction: Direction?) -> ProfileBook.Line? {
        let own = PolicyThreshold.narrowest(of: thresholds, for: disposition, channel, direction)
        let bound = PolicyThreshold.narrowest(of: binding, for: disposition, channel, direction)
        guard let bound else { return own.map { ProfileBook.Line($0, of: self) } }
        guard let own, own.width < bound.width, !ProfileBook.isMilder(own, than: bound) else {
            return ProfileBook.Line(bound, of: self, isBinding: true)
        }
        return ProfileBook.Line(own, of: self)
    }
}

extension PolicyThreshold {
    /// How much a line takes in: a channel's direction 0, a channel 1, a direction 2, everything 3.
    var width: Int { (channel == nil ? 2 : 0) + (direction == nil ? 1 : 0) }

    /// Whether a line's place is another's, or takes it in.
    func takesIn(_ other: PolicyThreshold) -> Bool {
        disposition == other.disposition && (channel == nil || channel == other.channel)
            && (direction == nil || direction == other.direction)
    }

    /// The line of several that is asked about a disposition on one channel and direction: the narrowest.
    static func narrowest(
        of lines: [PolicyThreshold], for disposition: Disposition, _ channel: Channel?, _ direction: Direction?
    ) -> PolicyThreshold? {
        var found: PolicyThreshold?
        for line in lines where line.disposition == disposition {
            guard line.channel == nil || line.channel == channel, line.direction == nil || line.direction == direction else { continue }
            if line.width < found?.width ?? .max { found = line }
        }
        return found
    }
}
