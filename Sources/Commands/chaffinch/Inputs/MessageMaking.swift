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

    /// The message of an item.
    func message(of item: InputItem) throws(FileBytes.Failure) -> Message {
        switch item.content {
        case .text(let record): text(record, path: item.path)
        case .mail(let bytes): mail(bytes)
        case .file(let path): message(try FileBytes.read(path), path: path)
        }
    }

    private func message(_ bytes: [UInt8], path: String) -> Message {
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
