internal import Attacks
internal import Features
internal import Filter
internal import JSON
internal import Learning
internal import Messages

/// How much spam is still found under each attack: by the whole verdict, by content alone, and after lessons.
struct AttackTable {
    let attacks: [any Attack]
    /// Above these log-odds a message is called spam.
    let threshold: Double
    /// How many spam under attack, and as many ham, are learnt for the last column.
    let lessons: Int

    /// What was found under one attack.
    struct Row {
        var name: String
        var messages = 0
        /// How many of them the verdict, and content alone, call spam.
        var verdict = 0
        var content = 0
        /// How much of the spam that was not learnt content finds after the lessons, and how much ham it then loses; in per cent.
        var taught: Double?
        var taughtHamLost: Double?

        var verdictPercent: Double { messages == 0 ? 0 : 100 * Double(verdict) / Double(messages) }
        var contentPercent: Double { messages == 0 ? 0 : 100 * Double(content) / Double(messages) }
    }

    /// The ham first, then the spam as it came, then under each attack.
    func rows(of messages: LabelledMessages, _ prepared: Preparation) async throws -> [Row] {
        let scanner = Scanner(prepared.setup)
        let ham = messages.items.filter { !$0.isSpam }
        let spam = messages.items.filter(\.isSpam)
        var (row, hamFeatures) = try await judged(ham, Disguise(nil, prepared), by: scanner, prepared, isLearnt: lessons > 0)
        row.name = "ham"
        var rows = [row]
        let disguises = [("none", Disguise(nil, prepared), false)] + attacks.map { ($0.name, Disguise($0, prepared), $0.needsMail) }
        for (name, disguise, needsMail) in disguises {
            var (row, features) = try await judged(
                spam, disguise, by: scanner, prepared, isLearnt: lessons > 0, mailOnly: needsMail)
            row.name = name
            (row.taught, row.taughtHamLost) = taught(features, hamFeatures, model: prepared.setup.model)
            rows.append(row)
        }
        return rows
    }

    private func judged(
        _ items: [LabelledMessages.Labelled], _ disguise: Disguise, by scanner: Scanner, _ prepared: Preparation, isLearnt: Bool,
        mailOnly: Bool = false
    ) async throws -> (Row, [FeatureSet]) {
        var row = Row(name: "")
        var features: [FeatureSet] = []
        let judge = prepared.setup.judge
        for item in items {
            guard let (_, message) = try prepared.making.messages(of: item.item).first, !mailOnly || message.channel == .email else {
                continue
            }
            let disguised = disguise.disguised(message)
            row.messages += 1
            if isLearnt { features.append(scanner.features(of: disguised)) }
            let verdict = await scanner.verdict(on: disguised)
            if verdict.logOdds > threshold { row.verdict += 1 }
            // The same scale as the verdict's: content's weight beside what is thought of a message before it is read.
            let content = verdict.evidence.reduce(0) { $0 + (ContentEvidence.gives($1.id) ? $1.weight : 0) }
            if content + judge.prior(on: disguised.channel) > threshold { row.content += 1 }
        }
        return (row, features)
    }

    /// What content alone finds of the rest, after the first of the spam and as many ham were learnt in turn.
    private func taught(_ spam: [FeatureSet], _ ham: [FeatureSet], model: ContentModel) -> (Double?, Double?) {
        guard lessons > 0, spam.count > lessons else { return (nil, nil) }
        var learner = OnlineLearner(from: model)
        for place in 0..<lessons {
            learner.learn(spam[place], isSpam: true, isDoubted: false)
            if place < ham.count { learner.learn(ham[place], isSpam: false, isDoubted: false) }
        }
        func share(_ features: ArraySlice<FeatureSet>) -> Double? {
            features.isEmpty ? nil : 100 * Double(features.count { Double(learner.logOdds(of: $0)) > threshold }) / Double(features.count)
        }
        return (share(spam[lessons...]), share(ham.dropFirst(lessons)))
    }

    /// A table for people, as Markdown.
    func text(_ rows: [Row]) -> String {
        var text = "| attack | messages | verdict says spam % | content says spam % |"
        text += lessons > 0 ? " after \(lessons) lessons % | ham lost then % |\n" : "\n"
        text += "|---|---|---|---|" + (lessons > 0 ? "---|---|\n" : "\n")
        for row in rows {
            text +=
                "| \(row.name) | \(row.messages) | \(AttackTable.digits(row.verdictPercent)) | \(AttackTable.digits(row.contentPercent)) |"
            text += lessons > 0 ? " \(AttackTable.digits(row.taught)) | \(AttackTable.digits(row.taughtHamLost)) |\n" : "\n"
        }
        return text
    }

    private static func digits(_ number: Double?) -> String { number.map { JSONText.fixed($0, digits: 1) } ?? "-" }

    /// One object, with a list.
    func json(_ rows: [Row]) -> String {
        var json = JSONText()
        json.object { object in
            object.member("lessons", lessons)
            object.key("attacks")
            object.list { list in
                for row in rows {
                    list.object { entry in
                        entry.member("name", row.name)
                        entry.member("messages", row.messages)
                        entry.member("verdictSpamPercent", row.verdictPercent, digits: 3)
                        entry.member("contentSpamPercent", row.contentPercent, digits: 3)
                        if let taught = row.taught { entry.member("taughtSpamPercent", taught, digits: 3) }
                        if let lost = row.taughtHamLost { entry.member("taughtHamPercent", lost, digits: 3) }
                    }
                }
            }
        }
        return json.text
    }
}
