import Estimation
import Messages
import Observatory
import Simulation
import TestSupport
import Testing

private let days = 20_500..<20_520

private func truth(_ profile: SimulationProfile, seed: UInt64, days: Range<Int> = days) -> GroundTruth {
    let country = SimulatedCountry(profile, seed: seed)
    var counter = TruthCounter(country)
    Traffic(of: country, days: days).draw { counter.add($0) }
    return counter.truth
}

struct SimulatedCountryTests {
    @Test func theSameSeedGivesTheSameCountry() throws {
        let profile = try smallProfile()
        let first = truth(profile, seed: 7)
        #expect(first == truth(profile, seed: 7))
        #expect(first != truth(profile, seed: 8))

    }

    @Test func aPeriodIsTheSameAloneAndAsPart() throws {
        let profile = try smallProfile()
        let whole = truth(profile, seed: 3).channels[0]
        let parts = [20_500..<20_507, 20_507..<20_520].map { truth(profile, seed: 3, days: $0).channels[0] }
        #expect(parts[0].attempted + parts[1].attempted == whole.attempted)
        #expect(parts[0].spam + parts[1].spam == whole.spam)
        #expect(parts[0].zombies + parts[1].zombies == whole.zombies)
        var sources = parts[0].sources
        sources.merge(parts[1].sources) { $0 + $1 }
        #expect(sources == whole.sources)
    }

    @Test func cellsAddUpToTheTruth() throws {
        let country = SimulatedCountry(try smallProfile(), seed: 5)
        var counter = TruthCounter(country)
        var all = 0
        var spam = 0
        Traffic(of: country, days: days).draw { cell in
            counter.add(cell)
            all += cell.count
            if cell.classPlace > 0 { spam += cell.count }
            let looked = cell.unmarked.reduce(0, +) + cell.marked.reduce(0, +)
            #expect(cell.count > 0 && looked <= cell.count && cell.delivered <= cell.count && cell.complaints <= cell.delivered)
        }
        let channel = counter.truth.channels[0]
        #expect(channel.attempted == all && channel.spam == spam && channel.ham == all - spam)
        #expect(channel.sources.values.reduce(0, +) == spam)
        #expect(channel.routes.values.reduce(0, +) + channel.claimed == spam)
        #expect(channel.forged > 0 && channel.forged < channel.claimed)
        #expect(channel.zombies > 0 && channel.zombies < spam)
        #expect(channel.delivered > 0 && channel.delivered < spam)
        #expect(channel.complaints > 0 && channel.campaigns > 10)
        let top = GroundTruth.ChannelTruth.top(3, of: channel.sources)
        #expect(
            top.count == 3 && zip(top, top.dropFirst()).allSatisfy { channel.sources[$0, default: 0] >= channel.sources[$1, default: 0] })
        #expect(channel.sources.allSatisfy { top.contains($0.key) || $0.value <= channel.sources[top[2], default: 0] })
    }

    /// Over many days and seeds, marginals are those of the profile.
    @Test func marginalsAreThoseOfTheProfile() throws {
        var profile = try smallProfile()
        profile.channels[0].spread = 0
        var spam = 0.0
        var ham = 0.0
        var classes: [Double] = [0, 0, 0]
        let seeds = 40
        for seed in 0..<seeds {
            let channel = truth(profile, seed: UInt64(seed), days: 20_500..<20_530).channels[0]
            spam += Double(channel.spam)
            ham += Double(channel.ham)
            for (place, name) in [ThreatClass.advertising, .scam, .phishing].enumerated() {
                classes[place] += Double(channel.classes[name] ?? 0) / Double(channel.spam)
            }
        }
        let subscribersDays = 135_000.0 * 30 * Double(seeds)
        #expect(abs(ham / subscribersDays / 6 - 1) < 0.001)
        // Campaign sizes have a heavy tail: the mean of 40 months lies within a sixth or so.
        #expect(abs(spam / subscribersDays / 4 - 1) < 0.2, "\(spam / subscribersDays)")
        for (found, share) in zip(classes, [0.5, 0.3, 0.2]) { #expect(abs(found / Double(seeds) - share) < 0.07, "\(classes)") }
    }

    @Test func seasonsChangeTraffic() throws {
        var profile = try smallProfile()
        let plain = truth(profile, seed: 1, days: 20_500..<20_507).channels[0]
        var election = SimulationProfile.Event(name: "election", from: 20_500, to: 20_507)
        election.spam = 3
        election.ham = 0.5
        election.classes = [.scam]
        election.channels = [.email]
        var elsewhere = SimulationProfile.Event(name: "elsewhere", from: 20_500, to: 20_507)
        elsewhere.spam = 9
        elsewhere.channels = [.sms]
        profile.events = [election, elsewhere]
        let changed = truth(profile, seed: 1, days: 20_500..<20_507).channels[0]
        #expect(abs(Double(changed.ham) / Double(plain.ham) - 0.5) < 0.01)
        let scam = Double(changed.classes[.scam] ?? 0) / Double(plain.classes[.scam] ?? 1)
        #expect(abs(scam - 3) < 0.1, "\(scam)")
        let others = Double(changed.classes[.advertising] ?? 0) / Double(plain.classes[.advertising] ?? 1)
        #expect(abs(others - 1) < 0.1, "\(others)")
        // A Sunday alone, where traffic rests on Sundays: 1970-01-04 was one.
        profile.events = []
        profile.weekdays = [1, 1, 1, 1, 1, 1, 0]
        let sunday = 3 + 7 * 2928
        #expect(truth(profile, seed: 1, days: sunday..<sunday + 1).channels[0].attempted == 0)
        #expect(truth(profile, seed: 1, days: sunday + 1..<sunday + 2).channels[0].attempted > 0)
    }

    @Test func theObservatoryHearsOfWhatOperatorsReturn() throws {
        let country = SimulatedCountry(try smallProfile(), seed: 2)
        let feed = ObservationFeed(country)
        var counted: [String: Int] = [:]
        var looked: [String: Int] = [:]
        var reported = 0
        var complaints = 0
        var claimed = 0
        Traffic(of: country, days: days).draw { cell in
            complaints += cell.complaints
            feed.observations(of: cell) { observation in
                if observation.method == .reported {
                    reported += observation.count
                    #expect(observation.source == nil && observation.contributor == nil && observation.layer == .feedback)
                } else {
                    counted[observation.contributor ?? "", default: 0] += observation.count
                    #expect(observation.route?.trust == observation.trust)
                    #expect(observation.route?.stations.last?.trust == .seen && observation.source?.kind == .network)
                    if observation.trust == .claimed { claimed += observation.count }
                }
            }
            let name = ["ash", "beech", "elder", "hawthorn", "oak", "rowan"][cell.operatorPlace]
            looked[name, default: 0] += cell.unmarked.reduce(0, +) + cell.marked.reduce(0, +)
        }
        #expect(Set(counted.keys) == ["ash", "beech", "elder", "hawthorn"])
        #expect(counted["ash"] == looked["ash"] && counted["elder"] == looked["elder"])
        #expect(counted["beech"] == 5 * looked["beech", default: 0])
        #expect(reported == complaints && reported > 0 && claimed > 0)
        var mailboxes: [String: Int] = [:]
        feed.reports(on: 20_500) { mailboxes[$0.contributor ?? ""] = $0.mailboxes }
        #expect(mailboxes == ["ash": 40_000, "beech": 30_000, "elder": 20_000, "hawthorn": 15_000])
    }

    @Test func smallStepsHaveTheSameVolume() throws {
        var profile = try smallProfile()
        profile.channels[0].spread = 0
        profile.hours = (0..<24).map { $0 < 12 ? 2 : 0 }
        profile.step = 6
        let country = SimulatedCountry(profile, seed: 1)
        var hours: Set<Int> = []
        var ham = 0
        Traffic(of: country, days: days).draw { cell in
            hours.insert(cell.hour % 24)
            if cell.classPlace == 0 { ham += cell.count }
        }
        #expect(hours == [0, 6])
        #expect(abs(Double(ham) / (135_000.0 * 6 * 20) - 1) < 0.02)
    }

    @Test func quartersAreNamed() {
        let days = (SimulationPeriod.day("2026-05-10") ?? 0)..<(SimulationPeriod.day("2026-10-03") ?? 0)
        let periods = SimulationPeriod.quarters(of: days)
        #expect(periods.map(\.name) == ["2026-05-10/2026-06-30", "2026-Q3", "2026-10-01/2026-10-02"])
        #expect(periods.reduce(0) { $0 + $1.days.count } == days.count)
        #expect(SimulationPeriod.day("2026-13-01") == nil && SimulationPeriod.day("10.5.2026") == nil)
    }
}
