import Foundation
import TestSupport
import Testing

/// Lists as they are run in life: rbldnsd answers, and unbound asks it for us.
@Suite(.enabled(if: Command.isThere)) struct BlockListTests {
    /// The lists, for as long as this lives; nothing, said aloud, where a server is not there.
    private final class Lists {
        private let process = Process()
        /// The settings that ask them.
        let settings: [String]

        init?(_ zones: [String: String], in folder: TestFolder) throws {
            let output = Pipe()
            process.executableURL = URL(
                filePath: #filePath.split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 } + "/Peers/block-lists")
            process.arguments = try zones.sorted { $0.key < $1.key }.enumerated().map { number, zone in
                "\(zone.key)=\(try folder.write(zone.value, to: "data-\(number)"))"
            }
            process.standardOutput = output
            try process.run()
            let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            guard let port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)) else {
                process.waitUntilExit()
                try #require(process.terminationStatus == 77, "block-lists ended with \(process.terminationStatus)")
                print("SKIPPED: rbldnsd or unbound is not there (Scripts/install-dependencies); its cases did not run.")
                return nil
            }
            let names = zones.keys.sorted().map { $0.split(separator: ":") }
            let entries = names.map { "block \($0[0] == "dnset" ? "domains" : "addresses") \($0[1])" }
            settings = ["dns.ask=forwarders", "dns.forwarders=127.0.0.1@\(port)", "lists.dns=\(entries.joined(separator: ","))"]
        }

        deinit { process.terminate() }
    }

    private func mail(from address: String, linking host: String) -> String {
        """
        Received: from mail.robin.example (mail.robin.example [\(address)]) by mx.wren.example with ESMTP; Sat, 21 Nov 2026 10:12:40 +0000
        From: Ann Robin <ann@robin.example>
        To: bob@wren.example
        Subject: The seeds you asked for
        Date: Sat, 21 Nov 2026 10:12:30 +0000

        They are at https://\(host)/seeds and will be gone soon.
        """
    }

    /// What lists say of a mail, and what the coverage says of them.
    private func verdict(_ mail: String, _ lists: Lists, in folder: TestFolder) throws -> (reasons: Set<String>, gaps: [String: String]) {
        let path = try folder.write(mail, to: "mail.eml")
        let run = try Command(
            ["explain", "--json", path, "--set", "trust.hosts=mx.wren.example"] + lists.settings.flatMap { ["--set", $0] })
        let verdict = try #require(run.objects.first, "\(run.errors)")
        let reasons = (verdict["reasons"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }.filter { $0.hasPrefix("lists.") }
        let missing = (verdict["coverage"] as? [String: Any])?["missing"] as? [[String: String]] ?? []
        let gaps = missing.filter { $0["what"]?.hasPrefix("lists.") == true }.map { ($0["what"] ?? "", $0["reason"] ?? "") }
        return (Set(reasons), Dictionary(gaps) { first, _ in first })
    }

    @Test func listingsCount() throws {
        let folder = try TestFolder()
        let zones = [
            "ip4set:hosts.lists.example": ":127.0.0.2:listed\n127.0.0.2\n11.22.33.0/28\n!11.22.33.7\n",
            "dnset:domains.lists.example": ":127.0.0.2:listed\ntest\n.seeds.test\n",
        ]
        guard let lists = try Lists(zones, in: folder) else { return }
        let listed = try verdict(mail(from: "11.22.33.1", linking: "www.seeds.test"), lists, in: folder)
        #expect(listed.reasons == ["lists.client", "lists.link"] && listed.gaps.isEmpty, "\(listed)")
        let unlisted = try verdict(mail(from: "11.22.33.7", linking: "www.millet.test"), lists, in: folder)
        #expect(unlisted.reasons.isEmpty && unlisted.gaps.isEmpty, "\(unlisted)")
    }

    /// A list that has everything, one that refuses, one that has nothing, and one whose answers are no list's: none says anything about anybody.
    @Test func listsThatFailCountForNobody() throws {
        let folder = try TestFolder()
        let zones = [
            "ip4set:all.lists.example": ":127.0.0.2:listed\n127.0.0.0/24\n11.22.33.0/24\n",
            "ip4set:empty.lists.example": ":127.0.0.2:listed\n",
            "ip4set:refusing.lists.example": ":127.255.255.254:ask elsewhere\n127.0.0.0/24\n11.22.33.0/24\n",
            "ip4set:sold.lists.example": ":11.22.33.99:for sale\n127.0.0.0/24\n11.22.33.0/24\n",
        ]
        guard let lists = try Lists(zones, in: folder) else { return }
        let found = try verdict(mail(from: "11.22.33.1", linking: "www.seeds.test"), lists, in: folder)
        #expect(found.reasons.isEmpty, "\(found)")
        #expect(
            Set(found.gaps.keys) == [
                "lists.all.lists.example", "lists.empty.lists.example", "lists.refusing.lists.example", "lists.sold.lists.example",
            ], "\(found)")
    }
}
