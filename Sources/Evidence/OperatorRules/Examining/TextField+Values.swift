internal import Links
internal import MIME
internal import Messages
internal import Reading
internal import Text

/// What is needed to spell the values of fields; kept from message to message.
struct FieldTools {
    var folder = TextFolder()
    var folded = FoldedText()
    var charsets = CharsetDecoder()
    var decoded: [UInt8] = []
    var defects: [Defect] = []

    /// Adds a text as its reader sees it.
    mutating func add(_ text: [UInt8], to values: inout TextValues) {
        guard values.hasRoom, !text.isEmpty else { return }
        folded.removeAll()
        FieldTools.fold(text, by: &folder, into: &folded)
        values.add(folded: folded.bytes)
    }

    private static func fold(_ text: [UInt8], by folder: inout TextFolder, into folded: inout FoldedText) {
        folder.fold(text.span, into: &folded)
    }

    /// Adds the body of a header field as its reader sees it.
    mutating func add(_ field: HeaderField, of message: borrowing Message, to values: inout TextValues) {
        guard values.hasRoom else { return }
        decoded.removeAll(keepingCapacity: true)
        defects.removeAll(keepingCapacity: true)
        let end = min(Int(field.body.end), Int(field.body.start) + RuleLimits.valueBytes)
        FieldTools.decode(message.bytes, ByteRange(Int(field.body.start), end), into: &decoded, &defects, by: &charsets)
        let text = decoded
        add(text, to: &values)
    }

    private static func decode(
        _ bytes: [UInt8], _ range: ByteRange, into decoded: inout [UInt8], _ defects: inout [Defect], by charsets: inout CharsetDecoder
    ) {
        UnstructuredText.decode(bytes.span, range, into: &decoded, defects: &defects, decoder: &charsets)
    }
}

extension TextField {
    /// Adds what a message has of the field. Of the text nothing is: patterns are looked for in it where it lies.
    func fill(_ values: inout TextValues, from reading: borrowing Reading, _ origin: ProvenOrigin?, by tools: inout FieldTools) {
        let message = reading.message
        switch kind {
        case .text, .verdictClass: break
        case .channel: values.add(message.channel.rawValue)
        case .direction: values.add(message.direction.rawValue)
        case .sender: values.add(reading.isMail ? reading.author?.address : message.envelope.sender?.description)
        case .senderDomain: values.add(reading.isMail ? reading.author?.domain : message.envelope.sender?.domain)
        case .senderName: tools.add(Array(senderName(reading).utf8), to: &values)
        case .senderKind: values.add(senderKind(reading)?.rawValue)
        case .envelopeSender: values.add((message.envelope.returnPath ?? message.envelope.sender)?.description)
        case .envelopeSenderDomain: values.add((message.envelope.returnPath ?? message.envelope.sender)?.domain)
        case .helo: values.add(message.envelope.helo)
        case .replyTo: for mailbox in reading.header.replyTo { values.add(mailbox.address) }
        case .replyToDomain: for mailbox in reading.header.replyTo { values.add(mailbox.domain) }
        case .recipient, .recipientDomain: fillRecipients(&values, from: reading)
        case .subject: tools.add(reading.subject, to: &values)
        case .header: fillHeader(&values, from: message, by: &tools)
        case .language: values.add(reading.languageTag)
        case .linkURL, .linkHost, .linkDomain: fillLinks(&values, from: reading)
        case .contactNumber, .contactMailbox, .contactWallet: fillContacts(&values, from: reading)
        case .attachmentName, .attachmentExtension, .attachmentType, .attachmentContent, .attachmentInside:
            fillAttachments(&values, from: reading, by: &tools)
        case .authSPF: values.add(origin?.spf)
        case .authSPFDomain: values.add(origin?.spfDomain)
        case .authDKIMDomain: for domain in origin?.dkimDomains ?? [] { values.add(domain) }
        case .authDMARC: values.add(origin?.dmarc)
        case .authAuthor: values.add(origin?.author?.rawValue)
        case .rateExceeded: for limit in origin?.exceeded ?? [] { values.add(limit) }
        }
    }

    private func senderName(_ reading: borrowing Reading) -> String {
        if reading.isMail { return reading.author?.displayName ?? "" }
        if case .account(_, let name)? = reading.message.envelope.sender { return name }
        return ""
    }

    private func senderKind(_ reading: borrowing Reading) -> SenderKind? {
        switch reading.isMail ? reading.author?.party : reading.message.envelope.sender {
        case .mailbox: .mailbox
        case .domain: .domain
        case .number: .number
        case .senderID: .senderID
        case .shortCode: .shortCode
        case .account: .account
        case .sip: .sip
        case nil: nil
        }
    }

    /// Those named to the transport; where nobody was, those that the header of a mail names.
    private func fillRecipients(_ values: inout TextValues, from reading: borrowing Reading) {
        let named = reading.message.envelope.recipients
        if named.isEmpty {
            for mailbox in reading.header.to + reading.header.cc {
                values.add(kind == .recipient ? mailbox.address : mailbox.domain)
            }
        } else {
            for party in named { values.add(kind == .recipient ? party.description : party.domain) }
        }
    }

    private func fillHeader(_ values: inout TextValues, from message: borrowing Message, by tools: inout FieldTools) {
        for index in message.parts[0].headers.range.clamped(to: message.headers.indices) {
            let field = message.headers[index]
            guard field.name.count == name.count else { continue }
            var isSame = true
            for (offset, byte) in name.enumerated() where isSame {
                let written = message.bytes[Int(field.name.start) + offset]
                isSame = (written &- 65 < 26 ? written | 0x20 : written) == byte
            }
            if isSame { tools.add(field, of: message, to: &values) }
        }
    }

    private func fillLinks(_ values: inout TextValues, from reading: borrowing Reading) {
        for link in reading.links.all where link.origin != .header {
            let range =
                switch kind {
                case .linkURL: link.url.whole
                case .linkHost: link.url.host
                default: link.domain
                }
            values.add(reading.links.bytes[range.range])
        }
    }

    private func fillContacts(_ values: inout TextValues, from reading: borrowing Reading) {
        for contact in reading.contacts.contacts where !contact.flags.contains(.weak) {
            let wanted: Kind? =
                switch contact.kind {
                case .phone, .whatsapp: .contactNumber
                case .mailbox: .contactMailbox
                case .bitcoin, .litecoin, .ethereum, .tron, .monero, .iban: .contactWallet
                case .telegram, .handle: nil
                }
            if wanted == kind { values.add(reading.contacts.bytes[contact.value.range]) }
        }
    }

    private func fillAttachments(_ values: inout TextValues, from reading: borrowing Reading, by tools: inout FieldTools) {
        for attachment in reading.attachments {
            switch kind {
            case .attachmentName: tools.add(Array(attachment.fileName.utf8), to: &values)
            case .attachmentExtension: values.add(attachment.fileExtension)
            case .attachmentType: values.add(attachment.mediaType)
            case .attachmentContent: values.add(attachment.content.rawValue)
            default: for name in attachment.archivedNames { tools.add(Array(name.utf8), to: &values) }
            }
        }
    }
}
