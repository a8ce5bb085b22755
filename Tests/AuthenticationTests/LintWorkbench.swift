import Authentication
import PSLDomains
import Resolving
import Telemetry
import Testing
import ZoneFiles

/// Lints what a zone file says, and repairs the file as a postmaster would: by the lines that are printed.
struct LintWorkbench {
    /// The file, every record with its whole name.
    private(set) var lines: [String]

    /// A file whose names lie below `d.example` unless they end in a dot.
    init(_ text: String) throws {
        let file = try ZoneFile(Array(("$ORIGIN d.example.\n" + text).utf8))
        lines = []
        for (name, type) in Set(file.places.map { Question($0.name, $0.type) }).map({ ($0.name, $0.type) }) {
            for record in file.zone.answer(to: Question(name, type)).records {
                lines.append("\(RecordText.text(name)) \(type) \(RecordText.text(record))")
            }
        }
        for line in text.split(separator: "\n") where line.contains(" !") { lines.append(String(line)) }
        // Two records that are the same are one.
        lines = Set(lines).sorted()
    }

    /// What is found of a domain of the file.
    func findings(of domain: String = "d.example", selectors: [String] = [], hosts: [String] = []) async throws -> [LintFinding] {
        let text = "$ORIGIN d.example.\n" + lines.joined(separator: "\n") + "\n"
        let name = try #require(DomainName(domain))
        let zone = LintZone(try ZoneFile(Array(text.utf8)).zone, asked: [name])
        let lookups = Lookups(zone, within: .seconds(20), by: ManualTime())
        var subjects = zone.subjects(of: name)
        subjects.selectors += selectors.compactMap { DomainName($0) }
        subjects.hosts += hosts.compactMap { DomainName($0) }
        return await DomainLint(asking: lookups, names: try ICUNames()).findings(of: name, subjects)
    }

    /// The ids of what should be looked into, without the word before them all and without what is as it should be.
    func ids(of mechanisms: Set<LintFinding.Mechanism>? = nil) async throws -> [String] {
        let findings = try await findings().filter { $0.severity != .fine && mechanisms?.contains($0.mechanism) ?? true }
        return findings.map { String($0.id.dropFirst("lint.".count)) }
    }

    /// Takes records out and puts lines in, as findings say. Each line must be one that a zone file may have, and each record must be there.
    mutating func apply(_ findings: [LintFinding]) throws {
        for record in Set(findings.flatMap(\.records)) {
            let place = try #require(lines.firstIndex(of: record), "\(record) is to be taken out and is not there")
            lines.remove(at: place)
        }
        for line in findings.flatMap(\.lines) where !lines.contains(line) {
            #expect(try ZoneFile(Array(line.utf8)).places.count == 1, "\(line)")
            lines.append(line)
        }
        lines.sort()
    }

    /// Repairs the file once; gives what was settled and still is found.
    mutating func repair() async throws -> [String] {
        let settled = try await findings().filter { !$0.lines.isEmpty || !$0.records.isEmpty }
        try apply(settled)
        let left = Set(try await findings().map { "\($0.id) \($0.place)" })
        return settled.map { "\($0.id) \($0.place)" }.filter(left.contains)
    }
}
