import Messages

@testable import CostModel

/// The country of the second test vector, whose values are single points.
enum CountryX {
    static let values: [Parameter: Double] = [
        .mailboxes: 5e6, .messagesPerDay: 40, .spamShare: 0.45, .refusedShare: 0.80, .inboxShare: 0.024, .messageSize: 10_000,
        .refusedSize: 1500, .peakToMean: 2.5, .transitPrice: 10, .keptShare: 0.5, .keptDays: 14, .copies: 2, .storagePrice: 0.30,
        .serverPeak: 4, .serverRate: 60, .serverCores: 16, .serverUse: 0.6, .leastServers: 1, .spareServers: 1, .serverPrice: 9000,
        .firewallPrice: 0, .setupPrice: 0, .capitalRate: 0.12, .capitalLife: 5, .serverPower: 0.35, .powerFactor: 1.8,
        .powerPrice: 0.15, .deleteTime: 5, .hourValue: 2.5, .valuedShare: 1, .lostShare: 1e-4, .foundShare: 0.2, .findTime: 120,
        .neverFoundShare: 0.05, .lossPerMail: 5, .subscribers: 20e6, .textsPerMonth: 3, .textTime: 8, .calls: 60_000, .callMinutes: 8,
        .reports: 200_000, .reportsByHand: 0.05, .reportMinutes: 12, .cases: 120, .caseMinutes: 2400, .workHours: 1500, .salary: 9000,
        .overhead: 0.35,
    ]

    /// What the vector says nothing of.
    static let others: [Parameter: Double] = [
        .licences: 40_000, .feeds: 15_000, .dataPrice: 1.5, .infectedMachines: 3000, .cleaningMinutes: 90, .cleaningWage: 6,
        .companyTexts: 4e8, .greyShare: 0.3, .terminationPrice: 0.0096, .population: 24e6, .victimShare: 0.02, .meanLoss: 90,
        .unrecoveredShare: 0.9, .reportedLoss: 4e6, .reportingRate: 0.1, .centreStaff: 120_000, .centrePlatform: 60_000,
        .centreCampaigns: 30_000, .growth: 0.06, .targetInboxShare: 0.015, .newOperation: 90_000, .vulnerability: 0.5,
        .exposedLoss: 1e6, .callsPerHour: 30, .waitLimit: 20, .serviceLevel: 0.8, .nationalProduct: 52e9, .incomePerHead: 4500,
        .purchasingPower: 2, .euroPrice: 3, .helpdeskCalls: 2e6, .measures: 5,
    ]

    /// Everything there is to know.
    static var whole: [Parameter: Double] { values.merging(others) { $1 } }

    static func ledger(_ values: [Parameter: Double]) -> Ledger {
        var ledger = Ledger(title: "Country X", country: "XX", currency: "XCU", priceYear: 2026)
        for (parameter, value) in values { ledger.enter(parameter, ParameterRange(value)) }
        return ledger
    }
}

extension Facility {
    /// A facility of an example.
    static func example(_ layer: Layer, _ means: Means, _ required: Requirement, installed: ParameterRange?) -> Facility {
        Facility(layer: layer, means: means, required: required, installed: installed, entry: .example(installed))
    }
}

extension Spending {
    /// What somebody in an example spends.
    static func example(
        _ actor: Actor, _ purpose: Purpose, size: Size? = nil, respondents: Int? = nil, _ amount: ParameterRange
    ) -> Spending {
        Spending(actor: actor, purpose: purpose, size: size, respondents: respondents, amount: amount, entry: .example(amount))
    }
}

extension LedgerEntry {
    /// An amount of an example.
    static func example(_ range: ParameterRange?) -> LedgerEntry {
        LedgerEntry(
            range: range, priceYear: 2026, country: "XX", source: "example", method: .surveyed, grade: .survey, origin: .entered(line: 1))
    }
}

extension Ledger {
    mutating func enter(_ parameter: Parameter, _ range: ParameterRange, grade: EvidenceGrade = .measured) {
        entries[parameter] = LedgerEntry(
            range: range, priceYear: parameter.definition.isPrice ? priceYear : nil, country: country, source: "example",
            method: .measured, grade: grade, origin: .entered(line: 1))
    }
}
