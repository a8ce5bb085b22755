internal import MIME
internal import Messages
internal import TextMessages

/// Makes messages of items: reads the file, chooses the format, sets channel and route.
struct MessageMaking: Sendable {
    /// The channel that was asked for; nothing to tell by what is there.
    var channel: Channel?
    /// How much of a mail is read.
    var limits: MIMELimits
    /// Which trace lines are believed.
    var boundary: TrustBoundary
    /// The moment messages are taken to have come in at when they do not say.
    var now: Timestamp
    /// Who messages are taken to be for when they do not say.
    var recipient: String?

    /// The messages of an item, each with its path: one, or those of a mailbox file, which are numbered.
    func messages(of item: InputItem) throws(FileBytes.Failure) -> [(path: String, message: Message)] {
        switch item.content {
        case .text(let record): return [addressed((item.path, text(record, path: item.path)))]
        case .mail(let bytes): return [addressed((item.path, mail(bytes)))]
        case .bytes(let bytes): return try messages(bytes, path: item.path).map(addressed)
        case .file(let path): return try messages(try FileBytes.read(path), path: path).map(addressed)
        }
    }

    /// The message with its recipient, where somebody had to say who that is.
    private func addressed(_ found: (path: String, message: Message)) -> (path: String, message: Message) {
        guard let recipient, found.message.envelope.recipients.isEmpty else { return found }
        var found = found
        found.message.envelope.recipients = [MessageMaking.party(recipient, on: found.message.channel)]
        return found
    }

    /// Who an address of the command line is on a channel. An account may be given with its platform, as it is where no channel is known.
    static func party(_ address: String, on channel: Channel) -> Party {
        let party = TextRecord.party(address, on: channel)
        guard case .account(let platform, let name) = party else { return party }
        let prefix = platform.lowercased() + ":"
        guard name.lowercased().hasPrefix(prefix), name.count > prefix.count else { return party }
        return .account(platform: platform, name: String(name.dropFirst(prefix.count)))
    }

    private func messages(_ bytes: [UInt8], path: String) throws(FileBytes.Failure) -> [(path: String, message: Message)] {
        guard MailboxFile.isMailbox(bytes.span) else { return [(path, message(bytes, path: path))] }
        var reader = try MailboxReader(ByteWindow(bytes))
        if reader.isSingle { return [(path, message(bytes, path: path))] }
        var messages: [(path: String, message: Message)] = []
        while let (bytes, _) = try reader.next() { messages.append(("\(path)#\(messages.count + 1)", mail(bytes))) }
        return messages
    }

    private func message(_ bytes: consuming [UInt8], path: String) -> Message {
        if path.hasSuffix(".eml") || MessageShape.isMail(bytes, channel: channel) { return mail(bytes) }
        return text(TextRecord(text: bytes), path: path)
    }

    private func text(_ record: TextRecord, path: String) -> Message {
        let likely = record.channel ?? channel ?? MessageShape.channel(inPath: path) ?? .sms
        return record.message(channel: likely, arrival: record.time ?? now)
    }

    private func mail(_ bytes: consuming [UInt8]) -> Message {
        var message = MailParser(limits: limits).parse(bytes)
        message.hops = Route.hops(of: message, boundary: boundary)
        message.arrival = message.hops.first?.time ?? now
        return message
    }
}
