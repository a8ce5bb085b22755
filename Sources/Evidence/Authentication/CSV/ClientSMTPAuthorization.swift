public import Messages
public import Resolving

/// Client SMTP Authorization, the half of CSV that asks a domain: may this host, which calls itself so in HELO, send mail?
///
/// From the expired draft-ietf-marid-csv-csa, as its drafters explained it: `_client._smtp.NAME SRV 1 WEIGHT PORT TARGET`, where priority is
/// the version, weight says whether the host may send, and port whether hosts below need records of their own.
public struct ClientSMTPAuthorization: Sendable {
    /// What is found.
    public enum Result: String, Sendable, Hashable {
        /// The host may send, and the client is the host.
        case ok
        /// Nothing is said.
        case unknown
        /// No answer came; later one may.
        case `defer`
        /// The domain says no; see the reason.
        case fail
    }

    /// Why a client fails, or why nothing is known.
    public enum Reason: String, Sendable, Hashable {
        /// The host may not send (weight 0 or 1).
        case notAuthorized = "the host is not authorised to send"
        /// The client has none of the host's addresses.
        case addressMismatch = "the client's address is none of the host's"
        /// The record authorises no address.
        case noAddresses = "the record names no address"
        /// A domain above wants a record for every host that sends, and there is none.
        case authorizationRequired = "a domain above requires a record of each host that sends"
        /// The name is an address or no name.
        case notAName = "the name is no domain name"
        /// The top or second level of the name does not exist.
        case noSuchDomain = "the domain of the name does not exist"
        /// There is no record.
        case noRecord = "there is no record"
    }

    /// The answer, and where it came from.
    public struct Outcome: Sendable, Hashable {
        /// What is found.
        public var result: Result
        /// Why; nothing for a pass.
        public var reason: Reason?
        /// The name whose record decided.
        public var decidedBy: DomainName?
        /// The names that were asked, in order.
        public var asked: [DomainName] = []
    }

    /// How many names above are asked at most, from the second level down.
    public static let parentLimit = 5

    /// How many hosts that a record names are looked up.
    public static let targetLimit = 10

    private let lookups: Lookups
    private let takesLiterals: Bool

    /// A check that asks through these look-ups.
    /// - Parameter takesLiterals: whether a client that gives an address (`[192.0.2.1]`) is looked up by the reverse name of the address that
    ///   it has, an extension of Exim's.
    public init(asking lookups: Lookups, takesLiterals: Bool = false) {
        self.lookups = lookups
        self.takesLiterals = takesLiterals
    }

    /// Whether a client may send under the name it gave in HELO.
    public func outcome(helo: String, address: IPAddress) async -> Outcome {
        guard let name = name(helo, address), name.labelCount > 1, let owner = name.prepending("_client._smtp") else {
            return Outcome(result: .unknown, reason: .notAName)
        }
        lookups.expect(Question(owner, .srv))
        let parents = ClientSMTPAuthorization.parents(of: name)
        // Hardly any name has a record, so that nearly always those above are asked too.
        for parent in parents { lookups.expect(Question(parent, .srv)) }
        let answer = await lookups.answer(owner, .srv)
        var outcome = Outcome(result: .unknown, asked: [owner])
        switch answer.outcome {
        case .found: await decide(by: answer, of: owner, address, &outcome)
        case .nonexistent where ClientSMTPAuthorization.deniesDomain(answer): outcome.reason = .noSuchDomain
        case .nonexistent, .noData: await search(parents, &outcome)
        default: outcome.result = .defer
        }
        return outcome
    }

    /// The name that a client is looked up by.
    private func name(_ helo: String, _ address: IPAddress) -> DomainName? {
        guard helo.hasPrefix("[") || IPAddress(helo) != nil else { return DomainName(helo) }
        return takesLiterals ? .reverse(of: address) : nil
    }

    /// Whether a denial says that the top or second level does not exist: it then comes from the root or a top-level domain. One that does
    /// not say who speaks denies nothing but the name.
    private static func deniesDomain(_ answer: Answer) -> Bool {
        answer.outcome == .nonexistent && answer.authority.map { $0.labelCount < 2 } == true
    }

    /// Where domains above may say that they want records of all hosts below them, from the second level down.
    private static func parents(of name: DomainName) -> [DomainName] {
        let last = min(name.labelCount - 1, 1 + parentLimit)
        return stride(from: 2, through: last, by: 1).compactMap { name.suffix(labels: $0).prepending("_client._smtp") }
    }

    /// Looks for a domain above that wants records of all hosts below it.
    private func search(_ parents: [DomainName], _ outcome: inout Outcome) async {
        for owner in parents {
            let answer = await lookups.answer(owner, .srv)
            outcome.asked.append(owner)
            if answer.outcome.isTemporary {
                outcome.result = .defer
                return
            }
            let requires = answer.records.contains { record in
                guard case .service(let priority, _, let port, _) = record else { return false }
                return priority == 1 && port & 1 != 0
            }
            if requires {
                outcome.result = .fail
                outcome.reason = .authorizationRequired
                outcome.decidedBy = owner
                return
            }
        }
        outcome.reason = .noRecord
    }

    /// Goes by the records of the name itself.
    private func decide(by answer: Answer, of owner: DomainName, _ address: IPAddress, _ outcome: inout Outcome) async {
        outcome.decidedBy = owner
        var targets: [DomainName] = []
        for case .service(1, let weight, _, let target) in answer.records {
            if weight < 2 {
                outcome.result = .fail
                outcome.reason = .notAuthorized
                return
            }
            if weight == 2, targets.count < ClientSMTPAuthorization.targetLimit { targets.append(target) }
        }
        guard !targets.isEmpty else {
            outcome.reason = .noRecord
            return
        }
        await compare(address, with: targets, &outcome)
    }

    private func compare(_ address: IPAddress, with targets: [DomainName], _ outcome: inout Outcome) async {
        let type: RecordType = address.bitWidth == 32 ? .a : .aaaa
        for target in targets where !target.bytes.isEmpty { lookups.expect(Question(target, type)) }
        var hasAddresses = false
        for target in targets where !target.bytes.isEmpty {
            let answer = await lookups.answer(target, type)
            if answer.outcome.isTemporary {
                outcome.result = .defer
                return
            }
            let addresses = answer.records.compactMap(\.address)
            hasAddresses = hasAddresses || !addresses.isEmpty
            if addresses.contains(address) {
                outcome.result = .ok
                return
            }
        }
        outcome.result = .fail
        outcome.reason = hasAddresses ? .addressMismatch : .noAddresses
    }
}
