internal import ArgumentParser
internal import Authentication
internal import JSON
internal import Messages
internal import PSLDomains
internal import Resolving
internal import Settings
internal import Telemetry

/// `chaffinch auth sign`: a mail with signatures in front, byte for byte the same behind them.
struct SignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "sign", abstract: HelpSentences.summary("auth.sign"))

    @Argument(help: ArgumentHelp("The mail, or - for standard input.", valueName: "file"), completion: .file()) var path: String
    @Option(name: .long, help: ArgumentHelp("The domain that signs.", valueName: "domain")) var domain: String
    @Option(name: .long, help: ArgumentHelp("The name of the key below _domainkey.", valueName: "selector")) var selector: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The private key: a file, or selector@date=file for one that signs from a date on; may be given again.", valueName: "key"),
        completion: .file())
    var key: [String]
    @Option(name: .long, help: ArgumentHelp("The domain of the identity, at or below the domain that signs.", valueName: "domain"))
    var identity: String?
    @Option(
        name: .long, help: ArgumentHelp("What changes on the way are borne: relaxed or simple, for header/body.", valueName: "names"),
        completion: .list(["relaxed/relaxed", "relaxed/simple", "simple/relaxed", "simple/simple"]))
    var canonicalization: String?
    @Option(
        name: .long,
        help: ArgumentHelp("The fields to sign, with colons between; one that is named twice may not be added to.", valueName: "names"))
    var headers: String?
    @Flag(name: .long, help: "Add a set of ARC and no signature of DKIM.") var arc = false
    @Option(
        name: .long,
        help: ArgumentHelp("With --arc, whose Authentication-Results are taken into the set: the authserv-id.", valueName: "name"))
    var service: String?
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let (mail, fields) = try await Failing.awaited {
            let settings = try common.settings()
            let time = try common.time()
            let bytes = path == "-" ? try FileBytes.readStandardInput() : try FileBytes.read(path)
            let mail = RawMail(bytes)
            let moment = time.now()
            let entries = try SigningKeys(selector: selector, keys: key).entries(at: moment)
            let domain = try SigningNames.name(domain, "--domain")
            if arc {
                try refuseOptionsOfSignatures()
                return (mail, try await seal(mail, domain, entries, settings, time))
            }
            if service != nil { throw CommandFailure("--service goes with --arc") }
            return (mail, try entries.flatMap { try signature(of: mail, domain, $0, moment) })
        }
        if common.json {
            StandardStreams.printObject { $0.member("fields", String(decoding: fields, as: UTF8.self)) }
        } else {
            StandardStreams.printBytes(fields + mail.bytes)
        }
    }

    /// A set of ARC has no identity, and says in one way only what it covers.
    private func refuseOptionsOfSignatures() throws(CommandFailure) {
        for (option, value) in [("--identity", identity), ("--canonicalization", canonicalization), ("--headers", headers)]
        where value != nil {
            throw CommandFailure("\(option) does not go with --arc, which always covers the same fields in the same way; leave it out")
        }
    }

    private func signature(
        of mail: RawMail, _ domain: DomainName, _ entry: DKIMSelectorSchedule.Entry, _ moment: Timestamp
    ) throws -> [UInt8] {
        var signer = DKIMSigner(entry.key, domain: domain, selector: entry.selector)
        if let canonicalization {
            guard let pair = Canonicalisation.Pair(Array(canonicalization.utf8)) else {
                throw CommandFailure("--canonicalization \(canonicalization): write relaxed or simple, or two of them with a slash between")
            }
            signer.canonicalisation = pair
        }
        signer.fields = try signedNames() ?? signer.fields
        if let identity {
            // Written as i= has it, or as a plain domain.
            signer.identityDomain = try SigningNames.name(identity.hasPrefix("@") ? String(identity.dropFirst()) : identity, "--identity")
        }
        do {
            return try signer.field(for: mail, at: moment)
        } catch {
            switch error {
            case .noFrom: throw CommandFailure("\(path): there is no From field, which a signature must cover")
            case .identityOutsideDomain: throw CommandFailure("--identity \(identity ?? ""): it does not lie at or below \(domain)")
            case .notSigned: throw CommandFailure("the library made no signature with \(entry.selector)")
            }
        }
    }

    private func signedNames() throws -> SignedNames? {
        guard let headers else { return nil }
        var names: [String] = []
        var closed: Set<String> = []
        for name in headers.lowercased().split(separator: ":", omittingEmptySubsequences: false).map(String.init) {
            guard !name.isEmpty, name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ";") }) else {
                throw CommandFailure("--headers \(headers): write names of fields with colons between, as in from:to:subject")
            }
            if names.contains(name) { closed.insert(name) } else { names.append(name) }
        }
        return SignedNames(names, closed: closed)
    }

    private func seal(
        _ mail: RawMail, _ domain: DomainName, _ entries: [DKIMSelectorSchedule.Entry], _ settings: Settings, _ time: any TimeSource
    ) async throws -> [UInt8] {
        let service = try SigningNames.service(self.service ?? "")
        // A chain has one seal a handler (RFC 8617 section 4.1.3), and all readers know RSA.
        guard let entry = entries.first(where: { $0.key.algorithm == .rsaSHA256 }) ?? entries.first else {
            throw CommandFailure("no key signs at this moment")
        }
        let resolver = try common.resolver(settings)
        let hasChain = ["ARC-Seal", "ARC-Message-Signature", "ARC-Authentication-Results"].contains { !mail.fields(named: $0).isEmpty }
        if hasChain, resolver == nil {
            throw CommandFailure("\(path): it has a chain, whose keys must be looked up; give --dns FILE, or set dns.ask")
        }
        let lookups = Lookups(resolver ?? Zone(), within: settings[.dnsDeadline], by: time)
        let chain = await ARCCheck(asking: lookups, names: try ICUNames(), at: time.now()).outcome(of: mail)
        let sealer = ARCSealer(entry.key, domain: domain, selector: entry.selector, service: service)
        do {
            guard let fields = try sealer.fields(for: mail, after: chain, results: sealer.results(in: mail), at: time.now()) else {
                throw CommandFailure("\(path): no set may be added: its chain failed before, or is as long as it may be")
            }
            return fields
        } catch let problem as ARCSealer.Problem {
            switch problem {
            case .chainUndecided: throw CommandFailure("\(path): a key of its chain could not be looked up; try again later")
            case .notSigned: throw CommandFailure("the library made no signature with \(entry.selector)")
            }
        }
    }
}
