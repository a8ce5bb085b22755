/// What the cost model is told: counts, shares, times and prices. `definition` says what each one is.
///
/// The raw value is the place of a parameter in `ParameterValues`; files and people name it by `id`.
public enum Parameter: Int, Sendable, Hashable, CaseIterable {
    // Mail.
    case mailboxes, messagesPerDay, spamShare, refusedShare, inboxShare, messageSize, refusedSize
    // Network and storage.
    case peakToMean, transitPrice, keptShare, keptDays, copies, storagePrice
    // Servers and what runs on them.
    case serverPeak, serverRate, serverCores, serverUse, leastServers, spareServers, serverPrice, firewallPrice, setupPrice
    case serverPower, powerFactor, powerPrice, capitalRate, capitalLife, licences, feeds
    // People who work on it.
    case calls, callMinutes, reports, reportsByHand, reportMinutes, cases, caseMinutes, workHours, salary, overhead
    // Users.
    case deleteTime, hourValue, valuedShare, lostShare, foundShare, findTime, neverFoundShare, lossPerMail, dataPrice
    case subscribers, textsPerMonth, textTime, infectedMachines, cleaningMinutes, cleaningWage
    // Transfers.
    case companyTexts, greyShare, terminationPrice, population, victimShare, meanLoss, unrecoveredShare, reportedLoss, reportingRate
    // The public.
    case centreStaff, centrePlatform, centreCampaigns
    // Investment, and what estimates are held against.
    case growth, targetInboxShare, newOperation, vulnerability, exposedLoss, callsPerHour, waitLimit, serviceLevel
    case nationalProduct, incomePerHead, purchasingPower, euroPrice, helpdeskCalls, measures

    /// What the parameter is.
    public var definition: ParameterDefinition { ParameterDefinition.byParameter[rawValue] }

    /// How files and reports name it (`mail.spam-share`).
    public var id: String { definition.id }

    /// The parameter of a name.
    public init?(id: String) {
        guard let parameter = ParameterDefinition.parameterByID[id] else { return nil }
        self = parameter
    }
}
