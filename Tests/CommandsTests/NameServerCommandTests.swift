import Testing

/// Whom the program says that it would ask for names.
@Suite(.enabled(if: Command.isThere)) struct NameServerCommandTests {
    private let forwarders = ["--set", "dns.ask=forwarders", "--set", "dns.forwarders=192.0.2.1,2001:db8::1@5353"]

    @Test func nobodyIsAskedUnlessTheSettingsSaySo() throws {
        let run = try Command("config", "egress", "--set", "dns.forwarders=192.0.2.1")
        #expect(run.status == 0 && run.output.hasPrefix("No host."))
        let named = try Command(["config", "egress"] + forwarders)
        #expect(named.output.contains("192.0.2.1 port 53: ") && named.output.contains("2001:db8::1 port 5353: "))
        let hosts = try Command(["config", "egress", "--json"] + forwarders).objects.first?["hosts"] as? [[String: String]]
        #expect(hosts?.map { $0["host"] } == ["192.0.2.1 port 53", "2001:db8::1 port 5353"])
        #expect(try Command("config", "egress", "--set", "dns.ask=root").output.contains("root"))
    }

    @Test func theDoctorFindsWhatCannotBeAsked() throws {
        let folder = try TestFolder()
        let state = ["--set", "state.folder=\(folder.path)"]
        #expect(try Command(["doctor"] + state + forwarders).output.contains("✓ name servers: forwarders, libunbound "))
        let nobody = try Command(["doctor", "--set", "dns.ask=forwarders"] + state)
        #expect(nobody.status == 1 && nobody.output.contains("✗ name servers: "))
        let anchor = try Command(["doctor", "--set", "dns.trust-anchor=\(folder.path)/absent"] + state + forwarders)
        #expect(anchor.status == 1 && anchor.output.contains("✗ name servers: libunbound "))
        let file = try folder.write("example.org. A 192.0.2.300\n", to: "zone")
        let zone = try Command(["doctor", "--dns", file] + state)
        #expect(zone.status == 1 && zone.output.contains("✗ name servers: \(file): "))
        let right = try folder.write("example.org:\n  - A: 192.0.2.3\n", to: "zone.yaml")
        #expect(try Command(["doctor", "--dns", right] + state).output.contains("✓ name servers: \(right)"))
    }
}
