import Estimation
import JSON
import Messages
import Simulation
import TestSupport
import Testing

struct SimulatedLogsTests {
    private let days = 20_500..<20_504

    private func messages(_ count: Int, seed: UInt64 = 1) throws -> [SimulatedMessage] {
        var all: [SimulatedMessage] = []
        let demo = try SimulationProfile.read(SimulationProfile.demoText, path: "demo")
        MessageDrawing(demo, seed: seed, days: days, messages: count).draw { all += $0 }
        return all
    }

    @Test func singleMessagesAreAsManyAsWereAskedFor() throws {
        let all = try messages(4000)
        #expect((2800...5600).contains(all.count), "\(all.count)")
        #expect(all.map(\.number) == Array(1...all.count))
        #expect(all.map(\.time) == all.map(\.time).sorted())
        #expect(all.allSatisfy { days.contains(Int($0.time.seconds / 86_400)) && $0.size > 0 })
        #expect(Set(all.map(\.channel)).contains(.email) && all.contains { $0.threatClass != .none })
        #expect(try messages(4000) == all)
        #expect(try messages(4000, seed: 2) != all)
    }

    @Test func mailIsLoggedAsPostfixDoes() throws {
        let mails = try messages(3000).filter { $0.channel == .email }
        for mail in mails {
            let lines = SimulatedLogs.postfix(mail).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            #expect(lines.count >= 3 && lines.allSatisfy { $0.contains(" mx1.\(mail.operatorCode).example postfix/") })
            #expect(lines.first?.contains("connect from ") == true)
            let text = lines.joined(separator: "\n")
            switch mail.disposition {
            case .reject where mail.isMarked: #expect(text.contains("NOQUEUE: reject: RCPT from unknown["))
            case .reject: #expect(text.contains("milter-reject: END-OF-MESSAGE"))
            case .quarantine: #expect(text.contains("milter-hold: END-OF-MESSAGE") && !text.contains("status="))
            default: #expect(text.contains("size=\(mail.size), nrcpt=1") && text.contains("status=sent"))
            }
        }
        #expect(Set(mails.map(\.disposition)) == [.accept, .reject, .quarantine])
    }

    @Test func rowsHaveTheColumnsOfTheirHeading() throws {
        let columns = SimulatedLogs.heading.split(separator: ",").count
        let others = try messages(6000).filter { $0.channel != .email }
        #expect(!others.isEmpty)
        for message in others {
            let fields = SimulatedLogs.csv(message).split(separator: ",", omittingEmptySubsequences: false)
            #expect(fields.count == columns && Timestamp(rfc3339: String(fields[0])) != nil)
            #expect(fields[3...5].filter { !$0.isEmpty }.count == 1)
        }
        let country = SimulatedCountry(try smallProfile(), seed: 1)
        let networks = SimulatedLogs.networks(of: country).split(separator: "\n")
        #expect(networks.count == 32 && networks[1] == "prefix,asn,country" && networks[2].hasPrefix("2001:db8:0::/48,AS4200000000,X"))
    }

    @Test func resultsAreWrittenAndRead() throws {
        let country = SimulatedCountry(try smallProfile(), seed: 1)
        let period = try #require(SimulationPeriod.quarters(of: days).first)
        var tally = SimulationTally(country, period: period)
        Traffic(of: country, days: days).draw { tally.add($0) }
        let result = tally.result(top: 5)
        #expect(result.missing.isEmpty && result.estimates.count > 15)
        for estimate in result.estimates {
            #expect(estimate.low <= estimate.mid && estimate.mid <= estimate.high && result.truth.value(of: estimate) != nil)
            var json = JSONText()
            json.object { estimate.write(period: period.name, into: &$0) }
            let read = try #require(NationalEstimate.read(try JSONValue(json.bytes.span)))
            #expect(read.period == period.name && read.estimate.indicator == estimate.indicator && read.estimate.item == estimate.item)
            #expect(abs(read.estimate.mid - estimate.mid) <= 0.5)
        }
        #expect(NationalEstimate.read(.list([])) == nil)
        var truth = JSONText()
        truth.object { result.truth.write(period: period.name, into: &$0) }
        #expect(truth.text.contains("\"channel\":\"email\"") && truth.text.contains("\"topSources\":[{\"name\":\"AS"))
    }
}
