/// One line of an estimate: a cost in a year.
public enum CostComponent: String, Sendable, Hashable, CaseIterable {
    /// Bandwidth that spam uses.
    case bandwidth
    /// Spam that is kept.
    case storage
    /// The yearly part of servers that filter.
    case capital
    /// Their electricity.
    case power
    /// Licences of programs, and data that is paid for.
    case licences
    /// People who answer calls, read reports and work on cases.
    case staff
    /// Users' time for spam in their mailboxes.
    case userTime = "user-time"
    /// Users' time for spam among their texts.
    case textTime = "text-time"
    /// Good mail taken for spam.
    case lostMail = "lost-mail"
    /// Mobile data that users pay for spam.
    case mobileData = "mobile-data"
    /// Cleaning machines that were taken over.
    case cleaning
    /// The national centre and its campaigns.
    case centre
    /// Charges that grey routes do not pay.
    case greyRoute = "grey-route"
    /// Losses by fraud, from a survey.
    case surveyedFraud = "surveyed-fraud"
    /// Losses by fraud, from reports.
    case reportedFraud = "reported-fraud"

    /// Whose cost it is.
    public var perspective: Perspective {
        switch self {
        case .bandwidth, .storage, .capital, .power, .licences, .staff: .operator
        case .userTime, .textTime, .lostMail, .mobileData, .cleaning: .users
        case .centre: .public
        case .greyRoute, .surveyedFraud, .reportedFraud: .transfers
        }
    }

    /// What has to be known to work it out.
    public var needs: [Parameter] {
        switch self {
        case .bandwidth: Needs.spam + [.refusedShare, .messageSize, .refusedSize, .peakToMean, .transitPrice]
        case .storage: Needs.spam + [.refusedShare, .keptShare, .keptDays, .messageSize, .copies, .storagePrice]
        case .capital: Needs.capital + [.capitalRate, .capitalLife]
        case .power: Needs.servers + [.serverPower, .powerFactor, .powerPrice]
        case .licences: [.licences, .feeds]
        case .staff:
            [
                .calls, .callMinutes, .reports, .reportsByHand, .reportMinutes, .cases, .caseMinutes, .workHours, .salary, .overhead,
            ]
        case .userTime: Needs.spam + [.inboxShare, .deleteTime, .hourValue, .valuedShare]
        case .textTime: [.subscribers, .textsPerMonth, .textTime, .hourValue, .valuedShare]
        case .lostMail: Needs.spam + [.lostShare, .foundShare, .findTime, .hourValue, .neverFoundShare, .lossPerMail]
        case .mobileData: Needs.spam + [.inboxShare, .messageSize, .dataPrice]
        case .cleaning: [.infectedMachines, .cleaningMinutes, .cleaningWage]
        case .centre: [.centreStaff, .centrePlatform, .centreCampaigns]
        case .greyRoute: [.companyTexts, .greyShare, .terminationPrice]
        case .surveyedFraud: [.population, .victimShare, .meanLoss, .unrecoveredShare]
        case .reportedFraud: [.reportedLoss, .reportingRate]
        }
    }

    /// The cost in a year; not a number where something it needs is not known.
    public func amount(_ values: ParameterValues) -> Double {
        switch perspective {
        case .operator: operatorAmount(values)
        case .users: userAmount(values)
        case .public: values[.centreStaff] + values[.centrePlatform] + values[.centreCampaigns]
        case .transfers: transfer(values)
        }
    }

    private func operatorAmount(_ values: ParameterValues) -> Double {
        let traffic = MailTraffic(values)
        switch self {
        case .bandwidth:
            let mean = AnnualCost.meanTraffic(of: traffic, size: values[.messageSize], refusedSize: values[.refusedSize])
            return AnnualCost.bandwidth(meanTraffic: mean, peakToMean: values[.peakToMean], price: values[.transitPrice])
        case .storage:
            return AnnualCost.storage(
                accepted: traffic.accepted, keptShare: values[.keptShare], days: values[.keptDays], size: values[.messageSize],
                copies: values[.copies], price: values[.storagePrice])
        case .capital:
            return AnnualCost.capitalCharge(
                ServerDemand(values).capital(values), rate: values[.capitalRate], life: values[.capitalLife])
        case .power:
            return AnnualCost.power(
                servers: ServerDemand(values).servers, kilowatts: values[.serverPower], factor: values[.powerFactor],
                price: values[.powerPrice])
        case .licences: return values[.licences] + values[.feeds]
        default:
            return AnnualCost.staff(people: CostComponent.people(values), salary: values[.salary], overhead: values[.overhead])
        }
    }

    private func userAmount(_ values: ParameterValues) -> Double {
        let traffic = MailTraffic(values)
        switch self {
        case .userTime:
            return AnnualCost.userTime(
                messages: traffic.delivered, seconds: values[.deleteTime], hour: values[.hourValue], valuedShare: values[.valuedShare])
        case .textTime:
            return AnnualCost.userTime(
                messages: values[.subscribers] * values[.textsPerMonth] * YearLength.months, seconds: values[.textTime],
                hour: values[.hourValue], valuedShare: values[.valuedShare])
        case .lostMail:
            return AnnualCost.lostMail(
                good: traffic.good, lostShare: values[.lostShare], foundShare: values[.foundShare], findSeconds: values[.findTime],
                hour: values[.hourValue], neverFoundShare: values[.neverFoundShare], loss: values[.lossPerMail])
        case .mobileData:
            return AnnualCost.mobileData(messages: traffic.delivered, size: values[.messageSize], price: values[.dataPrice])
        default:
            return AnnualCost.cleaning(
                machines: values[.infectedMachines], minutes: values[.cleaningMinutes], wage: values[.cleaningWage])
        }
    }

    private func transfer(_ values: ParameterValues) -> Double {
        switch self {
        case .greyRoute:
            AnnualCost.greyRoute(texts: values[.companyTexts], greyShare: values[.greyShare], price: values[.terminationPrice])
        case .surveyedFraud:
            AnnualCost.surveyedFraud(
                population: values[.population], victimShare: values[.victimShare], meanLoss: values[.meanLoss],
                unrecoveredShare: values[.unrecoveredShare])
        default: AnnualCost.reportedFraud(loss: values[.reportedLoss], reportingRate: values[.reportingRate])
        }
    }

    /// The people that calls, reports and cases take.
    static func people(_ values: ParameterValues) -> Double {
        let minutes =
            values[.calls] * values[.callMinutes] + values[.reports] * values[.reportsByHand] * values[.reportMinutes]
            + values[.cases] * values[.caseMinutes]
        return AnnualCost.people(minutes: minutes, hours: values[.workHours])
    }
}

/// What several lines need.
enum Needs {
    static let spam: [Parameter] = [.mailboxes, .messagesPerDay, .spamShare]
    static let servers: [Parameter] =
        spam + [.refusedShare, .serverPeak, .serverRate, .serverCores, .serverUse, .leastServers, .spareServers]
    static let capital: [Parameter] = servers + [.serverPrice, .firewallPrice, .setupPrice]
}
