internal import CostModel
internal import Localization
internal import Messages

extension Instrument {
    /// The questionnaire of the study that WTSA Resolution 52 asks for (instructs the Director 4): the round after TSB Circular 83 of 2014.
    public static let resolution52 = Instrument(
        code: "R52", version: 1,
        sections: [
            Resolution52.respondent, Resolution52.volume, Resolution52.types, Resolution52.features, Resolution52.sources,
            Resolution52.measures, Resolution52.investment, Resolution52.losses, Resolution52.law, Resolution52.cooperation,
            Resolution52.awareness, Resolution52.needs,
        ])
}

/// The sections of the questionnaire. What they ask is written here, how they say it in `Resolution52+Sentences`.
enum Resolution52 {
    typealias Option = Question.Option

    // MARK: What questions are made of

    private static let terms = Catalogue(Terms.all)

    static func term(_ key: String) -> Sentence {
        guard let sentence = terms[key] else { preconditionFailure("no term \(key)") }
        return sentence
    }

    static let channels = [Channel.email, .sms, .im, .post, .voice].map { Option($0.rawValue, term("channel.\($0.rawValue)")) }
    static let classes = ["advertising", "bulk", "phishing", "scam", "malware", "adult", "gambling", "unspecified"].map {
        Option($0, term("class.\($0)"))
    }
    static let layers = Layer.allCases.map { Option($0.rawValue, term("layer.\($0.rawValue)")) }

    static func question(
        _ code: String, _ kind: Question.Kind, _ stem: Sentence, item: Sentence? = nil, help: Sentence? = nil,
        when relevance: Question.Relevance? = nil, sdmx: String? = nil, prefill: String? = nil, minutes: Double = 0.5,
        feeds parameter: Parameter? = nil
    ) -> Question {
        Question(
            code: code, kind: kind, stem: stem, item: item, help: help ?? usualHelp(kind), relevance: relevance, sdmxKey: sdmx,
            prefill: prefill, burdenMinutes: minutes, parameter: parameter)
    }

    /// A question of the cost model: its name, unit and bounds are those of the parameter. Shares are asked for in percent.
    static func question(_ code: String, _ parameter: Parameter, prefill: String? = nil, minutes: Double = 0.5) -> Question {
        let definition = parameter.definition
        let isShare = definition.unit.hasPrefix("share")
        let unit = isShare ? definition.unit.replacing("share", with: "%") : definition.unit
        let kind = Question.Kind.amount(unit: unit, least: 0, most: isShare ? 100 : Resolution52.most, adds: isAdded(parameter))
        return question(
            code, kind, definition.meaning, help: definition.isPrice ? moneyHelp : nil, prefill: prefill, minutes: minutes, feeds: parameter
        )
    }

    /// What is counted or spent in a year by several respondents adds up; prices, sizes and shares do not.
    private static func isAdded(_ parameter: Parameter) -> Bool {
        [.mailboxes, .subscribers, .licences, .feeds, .calls, .reports, .reportedLoss, .infectedMachines].contains(parameter)
    }

    static let most = 1e15

    static func count(_ unit: String, adds: Bool = true) -> Question.Kind { .amount(unit: unit, least: 0, most: most, adds: adds) }
    static let percent = Question.Kind.amount(unit: "%", least: 0, most: 100, adds: false)
    static let money = Question.Kind.amount(unit: "¤", least: 0, most: most, adds: true)

    private static func usualHelp(_ kind: Question.Kind) -> Sentence {
        switch kind {
        case .amount("%", _, _, _): percentHelp
        case .amount("¤", _, _, _): moneyHelp
        case .amount: amountHelp
        case .whole: wholeHelp
        case .text: textHelp
        case .one: oneHelp
        case .many: manyHelp
        }
    }

    // MARK: A. Respondent, mandate, definition of spam in law

    static let respondent = Section(
        code: "A", title: titleA,
        questions: [
            question("A1", .text(.words), askName),
            question("A2", .one(roles), askRole, minutes: 0.2),
            question("A3", .text(.country), askCountry, help: countryHelp, minutes: 0.2),
            question("A4", .text(.words), askContact, minutes: 0.5),
            question("A5", .text(.period), askPeriod, help: periodHelp, minutes: 0.2),
            question("A6", .one([yes, draft, no]), askDefined, minutes: 0.5),
            question("A7", .text(.words), askDefinition, when: .init(code: "A6", choices: ["yes", "draft"]), minutes: 2),
            question("A8", .many(channels), askCovered, when: .init(code: "A6", choices: ["yes", "draft"]), minutes: 0.5),
            question("A9", .text(.currency), askCurrency, help: currencyHelp, minutes: 0.2),
            question("A10", .whole(least: 1990, most: 2100), askPriceYear, minutes: 0.2),
        ])

    // MARK: B. Volume

    static let volume = Section(
        code: "B", title: titleB,
        questions: channels.flatMap { channel in
            [
                question(
                    "B1_\(channel.code)", count("messages"), askMessages, item: channel.label,
                    sdmx: "SPAM_TRAFFIC:\(channel.code.uppercased()).VOL_ATTEMPT", prefill: "volume.\(channel.code).attempted"),
                question(
                    "B2_\(channel.code)", count("messages"), askSpam, item: channel.label,
                    sdmx: "SPAM_TRAFFIC:\(channel.code.uppercased()).VOL_FILTER", prefill: "volume.\(channel.code).spam"),
                question(
                    "B3_\(channel.code)", count("messages"), askReached, item: channel.label,
                    sdmx: "SPAM_TRAFFIC:\(channel.code.uppercased()).VOL_DELIVER", prefill: "volume.\(channel.code).delivered"),
            ]
        } + [
            question("B4", percent, askCoverage, minutes: 1),
            question("B5", count("reports"), askReports, sdmx: "SPAM_TRAFFIC:_T.N_REPORT", prefill: "reports.count"),
            question("B6", Parameter.mailboxes),
            question("B7", .messagesPerDay, prefill: "mail.messages-per-day"),
            question("B8", .refusedShare, prefill: "mail.refused-share"),
            question("B9", .messageSize, prefill: "mail.size"),
            question("B10", .subscribers),
        ])

    // MARK: C. Types

    static let types = Section(
        code: "C", title: titleC,
        questions: classes.map {
            question(
                "C1_\($0.code)", percent, askShareOfClass, item: $0.label, sdmx: "SPAM_TRAFFIC:\($0.code.uppercased()).VOL_FILTER",
                prefill: "class.\($0.code).share", minutes: 0.4)
        } + [
            question("C2", .text(.words), askLanguages, help: listHelp, prefill: "languages"),
            question("C3", .text(.words), askBrands, help: listHelp, minutes: 1),
        ])

    // MARK: D. Features: routes

    static let features = Section(
        code: "D", title: titleD,
        questions: directions.map {
            question("D1_\($0.code)", percent, askShareOfDirection, item: $0.label, prefill: "direction.\($0.code).share")
        } + [question("D2", .text(.words), askCountries, help: listHelp, prefill: "origins", minutes: 1)]
            + routes.map { question("D3_\($0.code)", percent, askShareOfRoute, item: $0.label, prefill: "route.\($0.code).share") }
            + [
                question("D4", count("messages"), askOutbound, prefill: "volume.outbound.spam", minutes: 1),
                question("D5", .infectedMachines, prefill: "zombies.count", minutes: 1),
            ])

    // MARK: E. Sources

    static let sources = Section(
        code: "E", title: titleE,
        questions: [
            question("E1", .text(.words), askNetworks, help: sourceHelp, prefill: "sources.networks", minutes: 1),
            question("E2", .text(.words), askRanges, help: sourceHelp, prefill: "sources.numbers", minutes: 1),
            question("E3", .text(.words), askSenders, help: sourceHelp, prefill: "sources.sender-ids", minutes: 1),
        ])

    // MARK: F. Technical measures, by strategy of X.1231

    static let measures = Section(
        code: "F", title: titleF,
        questions: layers.flatMap { layer in
            let inUse = Question.Relevance(code: "F1_\(layer.code)", choices: ["yes"])
            return [
                question("F1_\(layer.code)", .one([yes, planned, no]), askMeasure, item: layer.label, help: measureHelp),
                question("F2_\(layer.code)", .whole(least: 1990, most: 2100), askSince, item: layer.label, when: inUse, minutes: 0.2),
                question("F3_\(layer.code)", percent, askUsers, item: layer.label, when: inUse, minutes: 0.4),
            ]
        })

    // MARK: G. Investment

    static let investment = Section(
        code: "G", title: titleG,
        questions: layers.flatMap { layer in
            [
                question(
                    "G1_\(layer.code)", money, askInstalled, item: layer.label, sdmx: "SPAM_COST:\(layer.code.uppercased())", minutes: 1),
                question("G2_\(layer.code)", money, askNeeded, item: layer.label, minutes: 1),
            ]
        } + [
            question("G3", count("full-time-people"), askStaff, minutes: 1), question("G4", money, askTraining),
            question("G5", .licences), question("G6", .feeds), question("G7", .serverPrice), question("G8", .transitPrice),
            question("G9", .storagePrice), question("G10", .powerPrice), question("G11", .salary),
            question("G12", .many(payers), askPayers, minutes: 0.3), question("G13", money, askPlanned, minutes: 1),
        ])

    // MARK: H. Losses and burden

    static let losses = Section(
        code: "H", title: titleH,
        questions: [
            question("H1", .calls), question("H2", .callMinutes), question("H3", .reports), question("H4", .deleteTime),
            question("H5", .lostShare), question("H6", .victimShare), question("H7", .meanLoss), question("H8", .reportedLoss),
        ])

    // MARK: I. Law and enforcement

    static let law = Section(
        code: "I", title: titleI,
        questions: [
            question("I1", .text(.words), askAuthority),
            question("I2", .many(sanctions), askSanctions, minutes: 0.5),
            question("I3", count("cases"), askCases, sdmx: "SPAM_COOP:N_CASE", prefill: "cases.opened"),
            question("I4", count("sanctions"), askImposed, prefill: "cases.sanctions"),
            question("I5", count("requests"), askSent, sdmx: "SPAM_COOP:N_REQUEST.SENT", prefill: "requests.sent"),
            question("I6", count("requests"), askReceived, sdmx: "SPAM_COOP:N_REQUEST.RECEIVED", prefill: "requests.received"),
            question("I7", count("days", adds: false), askDays, sdmx: "SPAM_COOP:MEDIAN_DAYS", prefill: "requests.days"),
        ])

    // MARK: J. Cooperation

    static let cooperation = Section(
        code: "J", title: titleJ,
        questions: [
            question("J1", .many(bodies), askBodies), question("J2", .one([yes, planned, no]), askContactPoint, minutes: 0.2),
            question("J3", .one([yes, planned, no]), askAroundTheClock, minutes: 0.2), question("J4", .one(sharing), askSharing),
            question("J5", .many(obstacles), askObstacles),
        ])

    // MARK: K. Awareness and training

    static let awareness = Section(
        code: "K", title: titleK,
        questions: [
            question("K1", count("campaigns"), askCampaigns), question("K2", count("people"), askReach),
            question("K3", count("people"), askTrained), question("K4", .text(.words), askMaterial),
        ])

    // MARK: L. Needs for assistance

    static let needs = Section(
        code: "L", title: titleL,
        questions: [
            question("L1", .many(assistance), askNeeds, minutes: 1), question("L2", .text(.words), askRemarks, minutes: 2),
        ])
}
