public import AddressOrigins
internal import MailLogs
internal import Messages
public import Observatory
internal import TrafficRecords

/// Makes observations of what readers give. Addresses end here: their network and country go on, and a keyed hash for how many there were.
public struct ObservationMaker: Sendable {
    private let contributor: String?
    private let origins: (any AddressOrigins)?
    private let senderKey: SenderKey?
    /// How far our word or the contributor's on where messages came from can be believed.
    private let trust: Hop.Trust
    private var method = CountMethod.measured
    /// What was answered of late, each address at the place that it names: most messages come from few.
    private var recent = [Answer?](repeating: nil, count: 4096)

    private struct Answer: Sendable {
        var address: IPAddress
        var country: String?
        var source: ObservedSource?
        var route: ObservedRoute?
        var sender: UInt64?
    }

    /// A maker.
    /// - Parameters:
    ///   - contributor: whose files they are, as a code of the centre's own; nothing for our own.
    ///   - origins: knows networks and countries; nothing where no data was supplied.
    ///   - senderKey: hashes addresses, for how many there were.
    public init(contributor: String?, origins: (any AddressOrigins)?, senderKey: SenderKey?) {
        self.contributor = contributor
        self.origins = origins
        self.senderKey = senderKey
        trust = contributor == nil ? .seen : .confirmed
    }

    /// The same for what is known by another method.
    func counting(by method: CountMethod) -> ObservationMaker {
        var other = self
        other.method = method
        return other
    }

    // MARK: Mail

    /// A message of a mail server's log.
    mutating func observation(of mail: MailTransaction) throws(ImportError) -> Observation {
        let isOurs = mail.isLocal || mail.isAuthenticated || mail.client?.isOfPrivateNetwork == true
        let direction: Direction = isOurs ? .originating : mail.ways == .outside ? .transit : .terminating
        let isSpam = mail.reason.isSpam || mail.outcome == .tagged
        var observation = Observation(
            at: mail.moment, channel: .email, cell: .storedText, direction: direction,
            threatClass: mail.reason == .malware ? .malware : isSpam ? .unspecified : .none, disposition: mail.disposition,
            size: mail.size ?? 0,
            client: mail.reason == .protocolBreach ? .zombie : .unknown, layer: mail.layer, method: method, contributor: contributor,
            delay: mail.delay)
        if let client = mail.client, !client.isOfPrivateNetwork { try place(client, &observation, trust) }
        return observation
    }

    /// Says where an observation comes from, as far as it is known.
    mutating func place(_ address: IPAddress, _ observation: inout Observation, _ trust: Hop.Trust) throws(ImportError) {
        let answer = try answer(of: address, trust)
        observation.origin = answer.country
        observation.trust = trust
        observation.source = answer.source
        observation.route = answer.route
        observation.sender = answer.sender
    }

    private mutating func answer(of address: IPAddress, _ trust: Hop.Trust) throws(ImportError) -> Answer {
        let place = ObservationMaker.place(of: address)
        if let known = recent[place], known.address == address { return known }
        var answer = Answer(address: address)
        if let origins {
            let origin: AddressOrigin
            do {
                origin = try origins.origin(of: address)
            } catch {
                throw ImportError("", "\(error)")
            }
            answer.country = origin.country
            answer.source = origin.network.map { ObservedSource(.network, $0) } ?? origin.country.map { ObservedSource(.country, $0) }
            answer.route = answer.source.map { ObservedRoute([ObservedRoute.Station($0, trust: trust)]) }
        }
        answer.sender = senderKey?.hash(of: ObservationMaker.bytes(of: address))
        recent[place] = answer
        return answer
    }

    private static func place(of address: IPAddress) -> Int {
        switch address {
        case .v4(let bits): Int(truncatingIfNeeded: (UInt64(bits) &* 0x9E37_79B9_7F4A_7C15) >> 52)
        case .v6(let high, let low): Int(truncatingIfNeeded: ((high ^ low) &* 0x9E37_79B9_7F4A_7C15) >> 52)
        }
    }

    private static func bytes(of address: IPAddress) -> [UInt8] {
        func bytes(_ word: UInt64, _ count: Int) -> [UInt8] {
            (0..<count).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * (count - 1 - $0))) }
        }
        switch address {
        case .v4(let bits): return bytes(UInt64(bits), 4)
        case .v6(let high, let low): return bytes(high, 8) + bytes(low, 8)
        }
    }

    // MARK: Tables

    /// A row of a table.
    func observation(of record: TrafficRecord) -> Observation {
        Observation(
            at: record.moment, channel: record.channel, cell: record.channel.usualCell, direction: record.direction,
            threatClass: method == .reported && record.threatClass == .none ? .unspecified : record.threatClass,
            disposition: record.disposition,
            size: record.size, language: record.language, origin: record.country, trust: record.country == nil ? .claimed : trust,
            layer: record.layer,
            method: method, contributor: contributor, source: record.source.map(ObservedSource.init),
            route: record.stations.isEmpty
                ? nil : ObservedRoute(record.stations.map { ObservedRoute.Station(ObservedSource($0.place), trust: $0.trust) }),
            delay: record.delay, count: record.count)
    }

    /// Something that people or receivers told of.
    func report(at moment: Timestamp, channel: Channel, _ threatClass: ThreatClass) -> Observation {
        Observation(
            at: moment, channel: channel, cell: channel.usualCell, direction: .terminating, threatClass: threatClass, disposition: .accept,
            size: 0,
            layer: threatClass == .none ? nil : .feedback, method: method, contributor: contributor)
    }
}

extension ObservedSource {
    fileprivate init(_ source: TrafficRecord.Source) {
        switch source {
        case .network(let code): self.init(.network, code)
        case .carrier(let code): self.init(.operator, code)
        case .senderIDIssuer(let code): self.init(.senderIDIssuer, code)
        }
    }
}

extension MailTransaction {
    /// What was done, in the study's words. What could not be delivered to anybody was refused, by us or by whoever was to have it.
    fileprivate var disposition: Disposition {
        switch outcome {
        case .delivered, .accepted: .accept
        case .tagged: .tag
        case .held: .quarantine
        case .discarded: .discard
        case .deferred, .postponed: .defer
        case .refused, .bounced: .reject
        }
    }

    /// The layer of X.1231 whose word decided.
    fileprivate var layer: Layer? {
        if outcome == .tagged { return .filtering }
        return switch reason {
        case .protocolBreach, .greeting, .greylisting, .rate: .equipment
        case .blockList, .clientName, .relaying: .network
        case .sender, .authentication, .recipient: .service
        case .content, .malware: .filtering
        case .size, .other: nil
        }
    }
}
