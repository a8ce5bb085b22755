internal import ArgumentParser
internal import Authentication
internal import Localization
internal import PSLDomains
internal import Resolving
internal import Settings
internal import ZoneFiles

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// `chaffinch auth lint`: what is wrong with the records of domains, and the lines that repair them.
struct LintCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "lint", abstract: HelpSentences.summary("auth.lint"))

    @Argument(help: ArgumentHelp("The domains; with --dns and without any, all of the file.", valueName: "domain")) var domains: [String] =
        []
    @Option(
        name: .long,
        help: ArgumentHelp("A selector of a key to look at, beside those of a file; may be given again.", valueName: "selector"))
    var selector: [String] = []
    @Option(
        name: .long,
        help: ArgumentHelp("A host that sends, by the name it gives, to look for a record of CSA; may be given again.", valueName: "host"))
    var host: [String] = []
    @Flag(name: .long, help: "Print the lines to publish and nothing else, as a zone file.") var lines = false
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let settings = try Failing.reported { try common.settings() }
        let language = common.language(settings)
        let time = try Failing.reported { try common.time() }
        var subjects = DomainLint.Subjects()
        subjects.selectors = try Failing.reported { try names(selector) }
        subjects.hosts = try Failing.reported { try names(host) }
        var domains = try Failing.reported { try names(self.domains) }
        let (resolver, file) = try Failing.reported { try answerer(settings, for: domains) }
        if domains.isEmpty { domains = file?.domains ?? [] }
        guard !domains.isEmpty else { throw Failing.ending(with: nothingToDo(file)) }
        let international = try Failing.reported { try ICUNames() }
        let terminal = Terminal.standard(environment: ProcessInfo.processInfo.environment)
        let catalogue = Catalogue(DomainLint.sentences, CommandSentences.all)
        let page = LintPage(catalogue: catalogue, language: language, terminal: terminal)
        var status: Int32 = 0
        for domain in domains {
            let own = file?.subjects(of: domain) ?? DomainLint.Subjects()
            var all = subjects
            all.selectors += own.selectors.filter { !all.selectors.contains($0) }
            all.hosts += own.hosts.filter { !all.hosts.contains($0) }
            let lookups = Lookups(resolver, within: settings[.dnsDeadline], by: time)
            let findings = await DomainLint(asking: lookups, names: international).findings(of: domain, all)
            if lines {
                for line in page.zoneLines(findings) { StandardStreams.printLine(line) }
            } else if common.json {
                StandardStreams.printLine(page.json(of: domain, findings))
            } else {
                for line in page.lines(of: domain, findings) { StandardStreams.printLine(line) }
            }
            status = LintCommand.worse(status, LintCommand.status(of: domain, findings))
        }
        if status != 0 { throw ExitCode(status) }
    }

    /// Who answers: the file, which speaks of its own domains alone, or name servers.
    private func answerer(_ settings: Settings, for domains: [DomainName]) throws -> (any Resolver, LintZone?) {
        if let dns = common.dns {
            let bytes = try FileBytes.read(dns)
            do {
                let zone = LintZone(try WrittenZone.zone(from: bytes), asked: domains)
                return (zone, zone)
            } catch {
                throw CommandFailure("\(dns): \(error)")
            }
        }
        guard let resolver = try common.resolver(settings) else {
            throw CommandFailure(
                "nobody is asked for names, by dns.ask; give a zone file (--dns FILE), or set dns.ask, as in --set dns.ask=system")
        }
        return (resolver, nil)
    }

    private func names(_ written: [String]) throws -> [DomainName] {
        let international = try ICUNames()
        return try written.map { text in
            var ascii: [UInt8] = []
            let bytes = Array(text.utf8)
            if bytes.contains(where: { $0 > 0x7F }) { _ = international.toASCII(bytes.span, into: &ascii) } else { ascii = bytes }
            guard let name = DomainName(ascii), !name.bytes.contains(where: { $0 <= 0x20 || $0 > 0x7E }) else {
                throw CommandFailure("\"\(text)\" is no name; write it as in example.org")
            }
            return name
        }
    }

    private func nothingToDo(_ file: LintZone?) -> String {
        if file == nil { return "name a domain, or give a zone file (--dns FILE)" }
        return "\(common.dns ?? ""): no domain has a SOA or MX record, or one of SPF or DMARC; name the domain"
    }

    /// 1 where something should be repaired, 2 where the domain's own records could not be had, else 0.
    private static func status(of domain: DomainName, _ findings: [LintFinding]) -> Int32 {
        if findings.contains(where: \.severity.isSerious) { return 1 }
        return findings.contains { $0.severity == .unknown && $0.place.name.isWithin(domain) } ? 2 : 0
    }

    /// A problem counts more than something that could not be looked up.
    private static func worse(_ left: Int32, _ right: Int32) -> Int32 {
        left == 1 || right == 1 ? 1 : max(left, right)
    }
}
