import CostModel
import Testing

/// The test vectors of the research file: each to 0.1 percent.
@Suite struct FormulaTests {
    @Test(arguments: [(0.018, 11.4e9), (0.030, 19.0e9)])
    func raoAndReiley(inboxShare: Double, expected: Double) {
        let delivered = 50e9 * 365 * inboxShare
        let cost = AnnualCost.userTime(messages: delivered, seconds: 5, hour: 25, valuedShare: 1)
        // The vector is given to three digits.
        #expect(abs(cost - expected) < 0.05e9, "\(cost)")
        #expect(isClose(cost, 50e9 * 365 * inboxShare * 5 / 3600 * 25))
    }

    @Test func trafficOfCountryX() {
        let traffic = MailTraffic(mailboxes: 5e6, perDay: 40, spamShare: 0.45, refusedShare: 0.8, inboxShare: 0.024)
        #expect(isClose(traffic.all, 73.0e9) && isClose(traffic.spam, 32.85e9))
        #expect(isClose(traffic.accepted, 6.57e9) && isClose(traffic.delivered, 0.7884e9) && isClose(traffic.good, 40.15e9))
        #expect(isClose(AnnualCost.meanTraffic(of: traffic, size: 10_000, refusedSize: 1500), 26.667))
    }

    @Test func serversOfCountryX() {
        let demand = ServerDemand(
            messages: 40.15e9 + 6.57e9, peak: 4, rate: 60, cores: 16, utilisation: 0.6, least: 1, spare: 1)
        #expect(isClose(demand.messagesPerSecond, 5925.93) && demand.servers == 12)
        #expect(demand.capital(price: 9000, firewall: 0, setup: 0) == 108_000)
        #expect(isClose(AnnualCost.capitalCharge(1, rate: 0.12, life: 5), 0.27741))
        #expect(
            ServerDemand(messages: 1, peak: 4, rate: 60, cores: 16, utilisation: 0.6, least: 3, spare: 1).servers == 3,
            "never fewer than there have to be")
    }

    @Test func theOtherLines() {
        #expect(isClose(AnnualCost.mobileData(messages: 0.7884e9, size: 10_000, price: 1.5), 11_826))
        #expect(isClose(AnnualCost.greyRoute(texts: 1674e9, greyShare: 799.0 / 1674, price: 0.00964), 7.7e9))
        #expect(isClose(AnnualCost.surveyedFraud(population: 1e6, victimShare: 0.02, meanLoss: 100, unrecoveredShare: 0.9), 1.8e6))
        #expect(isClose(AnnualCost.reportedFraud(loss: 1e6, reportingRate: 0.1), 1e7))
        #expect(isClose(AnnualCost.cleaning(machines: 100, minutes: 90, wage: 6), 900))
        #expect(AnnualCost.capitalCharge(100, rate: 0, life: 5) == 20)
    }

    @Test func aHotline() {
        let queue = HotlineQueue(callsPerHour: 30, handlingTime: 480)
        #expect(queue.load == 4)
        #expect(abs(queue.serviceLevel(agents: 7, within: 20) - 0.88) < 0.01)
        #expect(abs(queue.serviceLevel(agents: 8, within: 20) - 0.95) < 0.01)
        #expect(queue.agents(for: 0.85, within: 20) == 7 && queue.agents(for: 0.94, within: 20) == 8)
        #expect(queue.waitProbability(agents: 4) == 1 && queue.serviceLevel(agents: 3, within: 20) == 0)
        #expect(queue.agents(for: 1, within: 20) == nil, "nobody is always there")
        #expect(HotlineQueue(callsPerHour: 1e18, handlingTime: 480).agents(for: 0.8, within: 20) == nil)
        #expect(HotlineQueue(callsPerHour: 30, handlingTime: 0).agents(for: 0.8, within: 20) == nil)
    }

    @Test func whatAnInvestmentIsWorth() {
        // 100 today for 60 and then 60, less 10 a year to run, at a tenth: 50/1.1 + 50/1.21 - 100.
        let value = InvestmentReturn.netPresentValue(capital: 100, savings: [60, 60], operation: 10, rate: 0.1)
        #expect(isClose(value, -13.2231))
        #expect(isClose(InvestmentReturn.ceiling(vulnerability: 0.5, loss: 1e6), 183_940))
    }
}
