internal import Messages

extension ProfileBook {
    /// Reads and checks files of profiles over these settings; throws everything that is wrong with them.
    public static func load(_ files: [SettingsFile], over settings: Settings) throws(SettingsError) -> ProfileBook {
        guard files.count <= ProfileLimits.files else {
            throw SettingsError([
                SettingProblem(
                    .contradiction, key: "", origin: .file(path: files[0].path, line: 1),
                    message: "there are more than \(ProfileLimits.files) files of profiles")
            ])
        }
        var reader = ProfileReader(over: settings)
        for file in files { reader.read(file) }
        guard reader.problems.isEmpty else { throw SettingsError(SettingProblem.sorted(reader.problems)) }
        let book = ProfileBook(reader.profiles)
        let contradictions = book.contradictions(over: settings)
        guard contradictions.isEmpty else { throw SettingsError(SettingProblem.sorted(contradictions)) }
        return book
    }

    /// What profiles say against each other: a line that a wider one's binding line never lets stand, and a ladder on which a harder disposition is
    /// due before a milder one.
    private func contradictions(over settings: Settings) -> [SettingProblem] {
        var problems: [SettingProblem] = []
        var seen: Set<Chain> = []
        for profile in profiles {
            for scope in profile.scopes.isEmpty ? [nil] : profile.scopes.map(Optional.some) {
                let chain = chain(of: profile, for: scope)
                guard seen.insert(chain).inserted else { continue }
                guard problems.count < ProfileLimits.problems else { return problems }
                for member in ProfileLevel.allCases.compactMap({ self.profile($0, of: chain) }) {
                    problems += bound(member, chain)
                    problems += ladders(member, chain, over: settings)
                }
            }
        }
        var unique: Set<SettingProblem> = []
        return problems.filter { unique.insert($0).inserted }
    }

    /// The profiles that hold together with one of a level, for those that a scope names.
    private func chain(of profile: Profile, for scope: ProfileScope?) -> Chain {
        let recipient: Party? =
            switch scope {
            case nil: nil
            case .domain(let domain): .domain(domain)
            case .numbers(let digits): .number(digits)
            case .recipient(let recipient): ProfileBook.party(recipient)
            }
        var chain = self.chain(for: recipient)
        // A block of numbers begins like the number of somebody who may have a profile of their own, and is for others too.
        if case .recipient = scope { return chain }
        chain.places[ProfileLevel.recipient.place] = -1
        return chain
    }

    /// Who is written so: enough to find the domain or the number.
    private static func party(_ text: String) -> Party {
        if let at = text.lastIndex(of: "@") { return .mailbox(local: String(text[..<at]), domain: String(text[text.index(after: at)...])) }
        return text.hasPrefix("+") ? .number(String(text.dropFirst())) : .senderID(text)
    }

    /// The lines of a profile that a wider one's, or its own, never lets stand.
    private func bound(_ profile: Profile, _ chain: Chain) -> [SettingProblem] {
        let wider = ProfileLevel.allCases.filter { $0 <= profile.name.level }.compactMap { self.profile($0, of: chain) }
        var problems: [SettingProblem] = []
        for (line, isBinding) in profile.thresholds.map({ ($0, false) }) + profile.binding.map({ ($0, true) }) {
            for other in wider {
                let isOwn = other.name == profile.name
                if isOwn, isBinding { continue }
                for bound in other.binding where bound.takesIn(line) {
                    guard ProfileBook.isMilder(line, than: bound) || isOwn && bound.width == line.width else { continue }
                    let verb =
                        bound.probability == nil ? "is never due" : "is due from \(PolicyThreshold.spelling(of: bound.probability)) on"
                    problems.append(
                        SettingProblem(
                            .contradiction, key: profile.name.name, origin: line.origin,
                            message:
                                "\(profile.name(of: line)) is \(PolicyThreshold.spelling(of: line.probability)), and \(other.name.name) binds at \(bound.origin): \(line.disposition.rawValue) \(verb)"
                        ))
                }
            }
        }
        return problems
    }

    /// The places at which a chain's ladder has a harder disposition before a milder one.
    private func ladders(_ profile: Profile, _ chain: Chain, over settings: Settings) -> [SettingProblem] {
        var problems: [SettingProblem] = []
        for place in places(of: profile, chain, over: settings) {
            let rungs = PolicyThreshold.ladder.compactMap { standing(for: $0, on: place.channel, place.direction, chain, over: settings) }
                .filter { $0.threshold.probability != nil }
            for (milder, harder) in zip(rungs, rungs.dropFirst())
            where (harder.threshold.probability ?? 1) < (milder.threshold.probability ?? 0) {
                // Said where this profile wrote one of the two; the others' are said with the others.
                guard let line = [harder, milder].first(where: { $0.profile?.name == profile.name }) else { continue }
                problems.append(
                    SettingProblem(
                        .contradiction, key: profile.name.name, origin: line.threshold.origin,
                        message:
                            "on \(place.channel?.rawValue ?? "default").\(place.direction?.rawValue ?? "default") \(harder.threshold.disposition.rawValue) is due from \(PolicyThreshold.spelling(of: harder.threshold.probability)) on (\(harder.threshold.origin)), before the milder \(milder.threshold.disposition.rawValue) from \(PolicyThreshold.spelling(of: milder.threshold.probability)) (\(milder.threshold.origin))"
                    ))
            }
        }
        return problems
    }

    private struct Place {
        var channel: Channel?
        var direction: Direction?
    }

    /// The channels and directions on which something may hold for a chain because of one of its profiles.
    private func places(of profile: Profile, _ chain: Chain, over settings: Settings) -> [Place] {
        let own = profile.thresholds + profile.binding
        let all =
            ProfileLevel.allCases.compactMap { self.profile($0, of: chain) }.flatMap { $0.thresholds + $0.binding } + settings.thresholds
        // What is said of every channel holds on those too that somebody names.
        var channels = Set(own.map(\.channel))
        if channels.contains(nil) { channels.formUnion(all.map(\.channel)) }
        var directions = Set(own.map(\.direction))
        if directions.contains(nil) { directions.formUnion(all.map(\.direction)) }
        let ordered = directions.sorted { ($0?.rawValue ?? "") < ($1?.rawValue ?? "") }
        return channels.sorted { ($0?.rawValue ?? "") < ($1?.rawValue ?? "") }.flatMap { channel in
            ordered.map { Place(channel: channel, direction: $0) }
        }
    }
}
