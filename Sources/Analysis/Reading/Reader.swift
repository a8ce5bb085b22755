public import Domains
internal import HTML
internal import Links
public import MIME
public import Messages
internal import Text

/// Reads messages, one after the other, into one `Reading` whose storage is reused.
///
/// `read` decodes and indexes; the codes of pictures and the lists of archives may be added; `finish` looks for links and language in
/// what is then there. Not shared between tasks.
public final class Reader {
    /// What was read from the last message.
    public private(set) var reading = Reading()

    private let limits: ReadingLimits
    private var decoder: PartDecoder
    private var folder: TextFolder
    private var html = HTMLReader()
    private var markup: [UInt8] = []
    private var spare: SparePages
    private var links: LinkCollector

    /// A reader that tells registrable domains by this list and spells names by these rules.
    public init(
        suffixes: any PublicSuffixes, names: any InternationalNames, limits mail: MIMELimits = .standard,
        reading limits: ReadingLimits = ReadingLimits()
    ) {
        self.limits = limits
        self.spare = SparePages(limit: limits.sparePageBytes)
        var decoderLimits = mail
        decoderLimits.decodedBytes = min(mail.decodedBytes, limits.textBytes)
        self.decoder = PartDecoder(limits: decoderLimits)
        self.folder = TextFolder(limits: TextLimits(maximumBytes: limits.textBytes, maximumWords: limits.words))
        self.links = LinkCollector(suffixes: suffixes, names: names)
    }

    /// Reads a message's header, texts and attachments.
    public func read(_ message: consuming Message) {
        spare.keep(reading.pages)
        reading.removeAll(keeping: message)
        let message = reading.message
        if message.channel == .email { readHeader(of: message) }
        reading.foldSubject(by: &folder)
        readTexts(of: message)
        reading.foldTexts(by: &folder)
        readAttachments(of: message)
    }

    /// Finds links, contact points and language in what was read; call it once, after whatever was added.
    public func finish() {
        reading.flatten()
        reading.language = LanguageGuess.guess(reading.folded)
        links.collect(into: &reading)
        if reading.folded.signs.isTruncated { noteTruncation() }
    }

    private func readHeader(of message: Message) {
        reading.header.read(message, decoder: &decoder.charsets)
        guard let field = message.header(.subject) else { return }
        var subject: [UInt8] = []
        var defects: [Defect] = []
        UnstructuredText.decode(message.bytes.span, field.body, into: &subject, defects: &defects, decoder: &decoder.charsets)
        reading.subject = subject
        reading.defects += defects
    }

    /// Texts in the order of the parts. Of alternatives the HTML is what most people see: its plain twin is read only where the HTML
    /// says next to nothing.
    private func readTexts(of message: Message) {
        var twins: [Int] = []
        for (index, part) in message.parts.enumerated() where isShown(part) {
            if part.kind == .textHTML {
                readHTML(part, of: message)
            } else if hasHTMLTwin(index, in: message) {
                twins.append(index)
            } else {
                readPlain(part, of: message)
            }
        }
        if reading.visible.count < limits.sparseHTMLBytes {
            for index in twins { readPlain(message.parts[index], of: message) }
        } else {
            reading.texts.plain += twins.count
        }
    }

    private func isShown(_ part: Part) -> Bool {
        part.kind.isText && part.presentation != .attachment
    }

    private func hasHTMLTwin(_ index: Int, in message: Message) -> Bool {
        let parent = message.parts[index].parent
        guard parent >= 0, message.parts[Int(parent)].kind == .multipartAlternative else { return false }
        let depth = message.parts[Int(parent)].depth
        for part in message.parts[(index + 1)...] {
            if part.depth <= depth { return false }
            if part.kind == .textHTML { return true }
        }
        return false
    }

    private func readPlain(_ part: Part, of message: Message) {
        let start = reading.visible.count
        guard start < limits.textBytes else { return noteTruncation() }
        var part = part
        if message.channel != .email, part.body.count > limits.shortTextBytes {
            // Texts have a tenth of a second, and nobody writes one of this length.
            part.body = ByteRange(Int(part.body.start), Int(part.body.start) + limits.shortTextBytes)
            noteTruncation()
        }
        let decoding = decoder.text(of: part, in: message, into: &reading.visible)
        note(decoding, of: part, count: reading.visible.count - start)
        reading.texts.plain += 1
        reading.texts.plainBytes += reading.visible.count - start
        reading.visible.append(0x0A)
    }

    private func readHTML(_ part: Part, of message: Message) {
        guard reading.texts.htmlBytes < limits.textBytes, reading.pages.count < limits.pages else { return noteTruncation() }
        markup.removeAll(keepingCapacity: markup.capacity <= 1 << 20)
        let decoding = decoder.text(of: part, in: message, into: &markup)
        note(decoding, of: part, count: markup.count)
        reading.texts.html += 1
        reading.texts.htmlBytes += markup.count
        var page = spare.take()
        html.read(markup.span, into: &page)
        reading.visible += page.visible
        reading.visible.append(0x0A)
        reading.hidden += page.hidden
        reading.pages.append(page)
    }

    private func note(_ decoding: TextDecoding, of part: Part, count: Int) {
        reading.defects += decoding.defects
        if part.encoding == .base64 { reading.texts.base64Bytes += count }
        if decoding.labelIsWrong { reading.texts.hadWrongCharset = true }
        if reading.texts.charset.isEmpty { reading.texts.charset = decoding.charset.rawValue }
        if decoding.isTruncated { noteTruncation() }
    }

    private func noteTruncation() {
        let gap = Coverage.Gap("text", .limit)
        if !reading.gaps.contains(gap) { reading.gaps.append(gap) }
    }

    private func readAttachments(of message: Message) {
        for (index, part) in message.parts.enumerated() where !part.kind.isMultipart && part.kind != .message && !isShown(part) {
            guard reading.attachments.count < limits.attachments else {
                reading.gaps.append(Coverage.Gap("attachments", .limit))
                return
            }
            reading.attachments.append(Attachment(part: index, of: message, by: &decoder, limits: limits))
        }
    }
}

// What takes longer: pictures and archives, looked into by whoever has the means.
extension Reader {
    /// Whether there are pictures or archives that are worth a look.
    public var hasAttachmentsToInspect: Bool {
        reading.attachments.contains { AttachmentQuestion.Kind(for: $0) != nil }
    }

    /// What to ask of the pictures and archives, with their bytes.
    public func attachmentsToInspect() -> [AttachmentQuestion] {
        var questions: [AttachmentQuestion] = []
        for (index, attachment) in reading.attachments.enumerated() {
            guard let kind = AttachmentQuestion.Kind(for: attachment) else { continue }
            guard questions.count < limits.inspections else {
                let gap = Coverage.Gap(kind.name, .limit)
                if !reading.gaps.contains(gap) { reading.gaps.append(gap) }
                continue
            }
            var bytes: [UInt8] = []
            let outcome = decoder.bytes(
                of: reading.message.parts[attachment.part], in: reading.message, into: &bytes, limit: limits.inspectedBytes)
            if outcome.isTruncated {
                reading.gaps.append(Coverage.Gap(kind.name, .limit))
            } else {
                questions.append(AttachmentQuestion(attachment: index, kind: kind, bytes: bytes))
            }
        }
        return questions
    }

    /// Adds what was found in a picture or an archive.
    public func add(_ answer: AttachmentAnswer) {
        guard reading.attachments.indices.contains(answer.attachment) else { return }
        if let listing = answer.listing { reading.attachments[answer.attachment].listing = listing }
        reading.codes += answer.codes
    }
}
