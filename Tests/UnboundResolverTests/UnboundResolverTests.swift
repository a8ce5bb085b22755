import Foundation
import Messages
import Resolving
import ResolvingTesting
import TestSupport
import Testing
import UnboundResolver

/// What libunbound is asked and answers, against name servers on loopback. Nothing here may leave the machine, nor can it.
@Suite(.timeLimit(.minutes(10))) struct UnboundResolverTests {
    private static let long = Duration.seconds(30)

    private func options(_ authority: NameServer?, _ faulty: NameServer) -> UnboundOptions {
        var options = UnboundOptions(.forwarders([authority?.address ?? faulty.address]))
        options.zones = [ConformanceZone.faultyName: [faulty.address]]
        return options
    }

    private func faulty(_ labels: String, _ type: RecordType = .a) throws -> Question {
        Question(try #require(DomainName("\(labels).\(ConformanceZone.faultyName)")), type)
    }

    @Test func promises() async throws {
        guard let authority = try NameServer.authority(ConformanceZone.name, ConformanceZone.text), let faulty = try NameServer.faulty()
        else {
            return
        }
        let options = options(authority, faulty)
        let findings = await ResolverConformance(blindTo: [.refusals, .truncation]) { try UnboundResolver(options) }.run()
        #expect(findings == [])
    }

    @Test func aThousandQuestionsSideBySide() async throws {
        var zone = "many.example. 60 IN SOA ns.many.example. ns.many.example. 1 1 1 1 60\nmany.example. 60 IN NS ns.many.example.\n"
        for number in 0..<1000 { zone += "host\(number).many.example. 60 IN TXT \"\(number)\"\n" }
        guard let authority = try NameServer.authority(try #require(DomainName("many.example")), zone) else { return }
        let resolver = try UnboundResolver(UnboundOptions(.forwarders([authority.address])))
        let right = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<1000 {
                group.addTask {
                    guard let name = DomainName("host\(number).many.example") else { return false }
                    let answer = await resolver.answer(to: Question(name, .txt), within: UnboundResolverTests.long)
                    return answer.texts == [Array(String(number).utf8)]
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(right == 1000)
        await resolver.close()
    }

    @Test func aDeadServerCostsTheLimitAndHoldsNobodyElseUp() async throws {
        guard let faulty = try NameServer.faulty() else { return }
        var options = options(nil, faulty)
        options.inFlight = 50
        let resolver = try UnboundResolver(options)
        let outcomes = await withTaskGroup(of: Answer.Outcome.self) { group in
            for number in 0..<1000 {
                group.addTask {
                    guard let name = DomainName("silent.n\(number).\(ConformanceZone.faultyName)") else { return .found }
                    return await resolver.answer(to: Question(name, .a), within: .milliseconds(200)).outcome
                }
            }
            return await group.reduce(into: Set<Answer.Outcome>()) { $0.insert($1) }
        }
        #expect(outcomes == [.timedOut])
        let answer = await resolver.answer(to: try self.faulty("well"), within: Self.long)
        #expect(answer.records == [.address(.v4(0xC000_0242))])
    }

    @Test func aPortThatNobodyListensOnIsAFailure() async throws {
        let resolver = try UnboundResolver(UnboundOptions(.forwarders([NameServerAddress(.v4(0x7F00_0001), port: 1)])))
        let answer = await resolver.answer(to: try faulty("well"), within: .seconds(2))
        #expect(answer.outcome.isTemporary)
    }

    @Test func aLateAnswerIsDropped() async throws {
        guard let faulty = try NameServer.faulty(slow: 0.3) else { return }
        let resolver = try UnboundResolver(options(nil, faulty))
        #expect(await resolver.answer(to: try self.faulty("slow.early"), within: .milliseconds(20)).outcome == .timedOut)
        // This one comes after the first, so that the first's answer has come and gone.
        #expect(await resolver.answer(to: try self.faulty("slow.later"), within: Self.long).outcome == .found)
        #expect(await resolver.answer(to: try self.faulty("slow.early"), within: Self.long).outcome == .found)
    }

    @Test func whatWaitsIsBounded() async throws {
        guard let faulty = try NameServer.faulty() else { return }
        var options = options(nil, faulty)
        options.inFlight = 2
        options.waiting = 5
        let resolver = try UnboundResolver(options)
        let outcomes = await withTaskGroup(of: Answer.Outcome.self) { group in
            for number in 0..<300 {
                group.addTask {
                    guard let name = DomainName("silent.n\(number).\(ConformanceZone.faultyName)") else { return .found }
                    return await resolver.answer(to: Question(name, .a), within: .milliseconds(500)).outcome
                }
            }
            return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        #expect(outcomes.keys.allSatisfy { $0 == .timedOut || $0 == .failed(code: 2) })
        #expect(outcomes[.failed(code: 2), default: 0] > 0 && outcomes[.timedOut, default: 0] > 0)
    }

    @Test func closingEndsWhatIsOpen() async throws {
        guard let faulty = try NameServer.faulty() else { return }
        let resolver = try UnboundResolver(options(nil, faulty))
        let question = try self.faulty("silent")
        let open = Task { await resolver.answer(to: question, within: Self.long) }
        #expect(await resolver.answer(to: try self.faulty("well"), within: Self.long).outcome == .found)
        await resolver.close()
        #expect(await open.value.outcome.isTemporary)
        #expect(await resolver.answer(to: question, within: Self.long).outcome == .failed(code: 2))
        await resolver.close()
    }

    @Test func aResolverThatIsLetGoEnds() async throws {
        guard let faulty = try NameServer.faulty() else { return }
        for _ in 0..<20 {
            let resolver = try UnboundResolver(options(nil, faulty))
            #expect(await resolver.answer(to: try self.faulty("well"), within: Self.long).outcome == .found)
            #expect(await resolver.answer(to: try self.faulty("silent"), within: .milliseconds(1)).outcome == .timedOut)
        }
    }

    // MARK: Hostile servers

    @Test(arguments: [
        ("short", RecordType.a), ("torntext", .txt), ("emptytext", .txt), ("pointer", .mx), ("self", .a), ("fewer", .a), ("dust", .a),
        ("nothing", .a),
    ])
    func whatCannotBeReadIsNoRecord(label: String, type: RecordType) async throws {
        guard let faulty = try NameServer.faulty() else { return }
        let resolver = try UnboundResolver(options(nil, faulty))
        let answer = await resolver.answer(to: try self.faulty(label, type), within: .seconds(3))
        print("hostile \(label): \(answer.outcome) \(answer.records)")
        if answer.outcome == .found {
            #expect(answer.records.allSatisfy { if case .other = $0 { true } else { false } })
        } else {
            #expect(answer.records.isEmpty)
        }
    }

    @Test func aNameThatCannotBeWrittenIsNoExchange() async throws {
        guard let faulty = try NameServer.faulty() else { return }
        let resolver = try UnboundResolver(options(nil, faulty))
        let answer = await resolver.answer(to: try self.faulty("dotted", .mx), within: Self.long)
        #expect(answer.outcome == .found)
        #expect(answer.records == [.other([])])
    }

    @Test func sixtyFourKilobytesOfTextCome() async throws {
        guard let faulty = try NameServer.faulty() else { return }
        let resolver = try UnboundResolver(options(nil, faulty))
        let answer = await resolver.answer(to: try self.faulty("large", .txt), within: Self.long)
        #expect(answer.texts.first?.count == 255 * 255)
    }

    // MARK: DNSSEC

    @Test func signaturesAreChecked() async throws {
        let zone = "\(ConformanceZone.name)."
        let text = """
            \(zone) 3600 IN SOA ns.\(zone) ns.\(zone) 1 3600 600 604800 3600
            \(zone) 3600 IN NS ns.\(zone)
            ns.\(zone) 3600 IN A 127.0.0.1
            mail.\(zone) 3600 IN A 192.0.2.1
            www.\(zone) 3600 IN CNAME mail.\(zone)
            broken.\(zone) 3600 IN TXT "forged"

            """
        guard let authority = try NameServer.authority(ConformanceZone.name, text, signed: true), let faulty = try NameServer.faulty()
        else {
            return
        }
        var options = options(authority, faulty)
        options.trustAnchorFile = authority.anchor
        let resolver = try UnboundResolver(options)
        func ask(_ labels: String, _ type: RecordType) async throws -> Answer {
            await resolver.answer(to: Question(try #require(DomainName("\(labels).\(ConformanceZone.name)")), type), within: Self.long)
        }
        let found = try await ask("mail", .a)
        #expect(found.outcome == .found && found.isSecure && found.records.count == 1)
        let alias = try await ask("www", .a)
        #expect(alias.isSecure && alias.aliases.count == 1)
        let absent = try await ask("absent", .a)
        #expect(absent.outcome == .nonexistent && absent.isSecure && absent.authority == ConformanceZone.name)
        let nothing = try await ask("mail", .mx)
        #expect(nothing.outcome == .noData && nothing.isSecure)
        let forged = try await ask("broken", .txt)
        #expect(forged.outcome == .bogus && forged.records.isEmpty && !forged.isSecure)
        let unsigned = await resolver.answer(to: try self.faulty("well"), within: Self.long)
        #expect(unsigned.outcome == .found && !unsigned.isSecure)

        options.trustAnchorFile = nil
        let trusting = try UnboundResolver(options)
        let unchecked = await trusting.answer(
            to: Question(try #require(DomainName("broken.\(ConformanceZone.name)")), .txt), within: Self.long)
        #expect(unchecked.outcome == .found && !unchecked.isSecure)
    }

    // MARK: Set-up

    @Test func aResolverThatCannotBeSetUpIsNotMade() throws {
        let folder = try TemporaryFolder()
        try Data("this is no key\n".utf8).write(to: URL(filePath: folder.path + "/anchors"))
        #expect(throws: UnboundError.self) { try UnboundResolver(UnboundOptions(.forwarders([]))) }
        #expect(throws: UnboundError.self) { try UnboundResolver(UnboundOptions(.system(path: folder.path + "/absent"))) }
        for name in ["anchors", "absent"] {
            var options = UnboundOptions(.root)
            options.trustAnchorFile = folder.path + "/" + name
            #expect(throws: UnboundError.self) { try UnboundResolver(options) }
        }
    }
}
