internal import Authentication
internal import Domains
internal import Filter
internal import HyperscanPatterns
internal import Learning
internal import LibarchiveArchives
internal import MIME
internal import Messages
internal import OperatorRules
internal import PSLDomains
internal import Patterns
internal import Reputation
internal import Resolving
internal import Rules
internal import Settings
internal import Telemetry
internal import UnboundResolver
internal import ZBarImages

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Puts the program together: the one place where adapters meet the ports they fill.
struct Composition {
    let settings: Settings
    let time: any TimeSource

    /// Everything a scanner needs but the matcher, which depends on how much there is to do.
    func filterSetup(judgingWith learning: CurrentLearning) throws -> FilterSetup {
        var setup = FilterSetup(
            learning: learning, policy: PolicyProfile(settings), suffixes: try LibPSLSuffixes(), names: try ICUNames(), time: time,
            deadlines: .init(mail: settings[.filterDeadlineMail], text: settings[.filterDeadlineText]), limits: limits, boundary: boundary,
            inspectionThreads: max(1, workers / 2))
        setup.spamShares = Composition.spamShares(settings)
        if settings[.filterPictures] { setup.codeReader = ZBarCodeReader() }
        if settings[.filterArchives] { setup.archiveLister = LibarchiveLister() }
        return setup
    }

    /// Where the system says which name servers it asks.
    static let systemServers = "/etc/resolv.conf"

    /// The name servers that the settings name, with a cache of answers before them; nothing where nobody is to be asked.
    func nameServers() throws -> (any Resolver)? {
        let servers: UnboundOptions.Servers
        switch settings[.dnsAsk] {
        case .nobody: return nil
        case .forwarders: servers = .forwarders(settings[.dnsForwarders])
        case .system: servers = .system(path: Composition.systemServers)
        case .root: servers = .root
        }
        if case .forwarders([]) = servers {
            throw CommandFailure("dns.ask is forwarders, and dns.forwarders names none; name one, as in --set dns.forwarders=192.0.2.1")
        }
        var options = UnboundOptions(servers)
        if !settings[.dnsTrustAnchor].isEmpty { options.trustAnchorFile = settings[.dnsTrustAnchor] }
        options.inFlight = settings[.dnsInFlight]
        options.overdue = 4 * options.inFlight
        do {
            return AnswerCache(before: try UnboundResolver(options, by: time), by: time)
        } catch {
            throw CommandFailure("\(error)")
        }
    }

    /// The lists that the settings name; nothing where they name none, or nobody is asked.
    func lists(asking resolver: (any Resolver)?) -> ListPart? {
        let lists = settings[.listsDNS].compactMap { entry in
            DomainName(entry.zone).map { zone in
                DNSList(
                    entry.isAllowList ? .allow : .block, entry.listsDomains ? .domains : .addresses, zone, codes: entry.codes,
                    listedDomain: entry.listedDomain.flatMap { DomainName($0) })
            }
        }
        guard let resolver, !lists.isEmpty else { return nil }
        return ListPart(lists, asking: resolver, deadline: settings[.dnsDeadline])
    }

    /// What checks of where mail came from share.
    func authenticationSetup() throws -> AuthenticationSetup {
        try authenticationSetup(names: try ICUNames(), suffixes: try LibPSLSuffixes())
    }

    /// The same, with names and suffixes that are there already.
    func authenticationSetup(names: any InternationalNames, suffixes: any PublicSuffixes) throws -> AuthenticationSetup {
        var setup = AuthenticationSetup(names: names, suffixes: suffixes)
        setup.boundary = boundary
        setup.discovery = AuthenticationSetup.PolicyDiscovery(rawValue: settings[.authenticationDMARC]) ?? .treeWalk
        setup.mechanisms = Set(settings[.authenticationMechanisms].compactMap(AuthenticationMechanism.init(rawValue:)))
        setup.vouchers = Set(settings[.authenticationVouchers].compactMap { DomainName($0) })
        setup.sealers = Set(settings[.authenticationTrustedSealers].compactMap { DomainName($0.hasPrefix(".") ? $0.dropFirst() : $0[...]) })
        setup.takesResultsBesideTrace = settings[.authenticationResultsBesideTrace]
        let keys = settings[.authenticationBATVKeys]
        if !keys.isEmpty {
            do {
                setup.privateSignature = try PrivateSignature(keyFile: try SecretFile.read(keys))
            } catch let problem as PrivateSignature.KeyFileError {
                throw CommandFailure("\(keys): \(problem)")
            }
        }
        return setup
    }

    /// How many scanners work side by side.
    var workers: Int { settings[.filterWorkers] ?? ProcessInfo.processInfo.activeProcessorCount }

    /// How much of a mail is read.
    var limits: MIMELimits { Composition.limits(settings) }

    /// How much of a mail these settings let be read.
    static func limits(_ settings: Settings) -> MIMELimits {
        var limits = MIMELimits.standard
        limits.messageBytes = settings[.limitsMessageSize]
        limits.parts = settings[.limitsParts]
        limits.depth = settings[.limitsDepth]
        limits.headerFieldBytes = settings[.limitsHeaderBytes]
        return limits
    }

    /// What share of a channel's messages these settings say is spam.
    static func spamShares(_ settings: Settings) -> [Channel: Double] {
        Dictionary(settings[.filterSpamShare].map { ($0.channel, $0.share) }) { first, _ in first }
    }

    /// Which trace lines are believed.
    var boundary: TrustBoundary { Composition.boundary(settings) }

    /// Which trace lines these settings believe.
    static func boundary(_ settings: Settings) -> TrustBoundary {
        TrustBoundary(hosts: settings[.trustHosts], networks: settings[.trustNetworks])
    }

    /// What judges: a model that was given or named, the newest learnt here, or the starter model; and what keeps that up to date while the program
    /// runs, where it is learnt here.
    func learning(given: ContentModel? = nil) async throws -> (learning: CurrentLearning, watch: LearningWatch?) {
        let threats = try ThreatModel.starter()
        if let given { return (CurrentLearning(given, threats: threats), nil) }
        if !settings[.modelPath].isEmpty { return (CurrentLearning(try model(at: settings[.modelPath]), threats: threats), nil) }
        guard let models = LocalState.models(in: settings.stateFolder) else {
            return (CurrentLearning(try ContentModel.starter(), threats: threats), nil)
        }
        let watch = try await LearningWatch(models, threats: threats) { try ContentModel.starter() }
        return (watch.learning, watch)
    }

    /// The model that judges: the one named, the newest learnt here, or the starter model.
    func model() async throws -> ContentModel {
        try await learning().learning.now.model
    }

    private func model(at path: String) throws -> ContentModel {
        let bytes = try FileBytes.read(path)
        do {
            return try ModelFile.model(from: bytes.span)
        } catch {
            throw CommandFailure("\(path): \(error)")
        }
    }

    /// From how many messages on Hyperscan's compiler, which takes some fifty milliseconds, is worth its while.
    private static let manyMessages = 1000

    /// The matcher for so many messages: the portable one is ready at once, Hyperscan is faster on the way. Both find the same.
    static func matcher(_ phrases: PhraseBook, forMessages count: Int) throws -> any PatternMatcher {
        let set = try phrases.patterns()
        if count < manyMessages { return try LiteralMatcher(set) }
        return try HyperscanMatcher(set)
    }
}
