internal import HTML
internal import Links
internal import MIME
internal import Messages
internal import Reading
internal import Text

/// How a message is made, as features: counts in steps of doubling, and what is there and what is not.
extension FeatureExtractor {
    /// A fact about structure; the raw value is part of the feature's name and never changes.
    private enum Fact: UInt32 {
        case channel = 1, language, words, subjectWords, lines, capitals, exclamations, currency, digits, emoji, zeroWidth, confusables
        case joined, leet, mixedScript, plain, html, hidden, links, attachments, pictures, forms, scripts, hops, recipients
        case field, contentKind, fileExtension, charset, textToMarkup, longWords, repeatedLetters, questions, stackedMarks, bidi
        case replyToDiffers, noSubject, defects
    }

    func addStructure(of reading: borrowing Reading, to features: inout FeatureVector) {
        let signs = reading.folded.signs
        let counts: [(Fact, Int)] = [
            (.words, signs.words), (.subjectWords, reading.subjectWords.count), (.lines, signs.lines),
            (.exclamations, signs.exclamations), (.questions, signs.questions), (.currency, signs.currencySigns), (.emoji, signs.emoji),
            (.zeroWidth, signs.zeroWidthWords), (.confusables, signs.confusableWords), (.joined, signs.joinedWords),
            (.leet, signs.leetWords), (.mixedScript, signs.mixedScriptWords), (.longWords, signs.longWords),
            (.repeatedLetters, signs.repeatedLetterWords), (.stackedMarks, signs.stackedMarks), (.bidi, signs.bidiControls),
            (.plain, reading.texts.plain), (.html, reading.texts.html), (.hidden, reading.hiddenFolded.words.count),
            (.links, reading.links.all.count), (.attachments, reading.attachments.count), (.pictures, reading.pictures),
            (.forms, reading.pages.reduce(0) { $0 + $1.forms.count }), (.hops, reading.message.hops.count),
            (.recipients, reading.header.to.count + reading.header.cc.count), (.defects, reading.message.defects.count),
        ]
        for (fact, count) in counts { add(fact, FeatureExtractor.step(count), to: &features) }
        add(.capitals, UInt32(signs.capitalRatio * 8), to: &features)
        add(.digits, UInt32(Double(signs.digits) * 16 / Double(max(1, signs.letters + signs.digits))), to: &features)
        add(.channel, FeatureHash.token(reading.message.channel.rawValue), to: &features)
        if let language = reading.language {
            add(.language, FeatureHash.token(language.language), to: &features)
        }
        for attachment in reading.attachments.prefix(16) {
            add(.contentKind, FeatureHash.token(attachment.content.rawValue), to: &features)
            add(.fileExtension, FeatureHash.token(Array(attachment.fileExtension.utf8.prefix(8)).span), to: &features)
        }
        if reading.isMail { addFields(of: reading, to: &features) }
    }

    /// Which fields a header has, of those that any mail may have: what list software, mailers and careless programs differ in.
    private func addFields(of reading: borrowing Reading, to features: inout FeatureVector) {
        for index in reading.message.parts[0].headers.range {
            let name = reading.message.headers[index].known
            guard FeatureExtractor.tells(name) else { continue }
            add(.field, FeatureHash.token(name.rawValue), to: &features)
        }
        if let author = reading.author, let reply = reading.header.replyTo.first {
            add(.replyToDiffers, author.domain == reply.domain ? 0 : 1, to: &features)
        }
        add(.noSubject, reading.subject.isEmpty ? 1 : 0, to: &features)
    }

    private static func tells(_ name: HeaderName) -> Bool {
        switch name {
        case .inReplyTo, .references, .listID, .listUnsubscribe, .listUnsubscribePost, .listPost, .precedence, .autoSubmitted, .feedbackID,
            .xPriority, .xMSMailPriority, .importance, .dispositionNotificationTo, .organization, .userAgent, .xMailer, .xMimeOLE,
            .threadTopic, .xPHPOriginatingScript, .sender, .replyTo, .cc, .messageID, .date, .mimeVersion:
            true
        default: false
        }
    }

    /// A count in steps: 0, 1, 2, 3 to 4, 5 to 8 and so on.
    private static func step(_ count: Int) -> UInt32 {
        count <= 2 ? UInt32(max(0, count)) : UInt32(Int.bitWidth - (count - 1).leadingZeroBitCount) + 1
    }

    private func add(_ fact: Fact, _ value: UInt32, to features: inout FeatureVector) {
        features.insert(
            FeatureHash.of(.structure, fact.rawValue &* 0x0101_0101, value),
            from: FeatureOrigin(fact == .field ? .claim : .structure, Int(fact.rawValue)))
    }
}
