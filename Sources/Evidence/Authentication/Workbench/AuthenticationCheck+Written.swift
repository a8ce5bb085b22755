// Results that stand written in a message: whose they are, and what has to go before anybody else reads it. Asks nobody.

internal import MIME
public import Messages

extension AuthenticationCheck {
    /// How many fields that claim results are read.
    public static let writtenLimit = 20

    /// The results that stand written in a message, and whose they are.
    ///
    /// A field that names no server, as one large provider writes it, is ours where it stands above the last trace line of ours.
    public static func written(in message: Message, by setup: AuthenticationSetup) -> [AuthenticationOutcome.WrittenResults] {
        let above = fieldsOfOurs(in: message)
        let beside = fieldsBesideTrace(in: message, above)
        let ours = setup.takesResultsBesideTrace ? beside : above
        let bytes = message.bytes.span
        var written: [AuthenticationOutcome.WrittenResults] = []
        for (place, field) in resultFields(in: message) {
            guard written.count < writtenLimit else { break }
            let body = ByteRange(field.body)
            let results = AuthenticationResults(bytes, body)
            let isStrange = place >= ours && AuthenticationResults.claims(setup.boundary, bytes, body)
            let isOurs = !isStrange && (results.server.isEmpty ? place < above : setup.boundary.contains(host: results.server))
            // What stands beside our trace line may be our host's or the sender's: neither to be believed nor to be called forged.
            let isBeside = place >= above && place < beside
            written.append(.init(results: results, isOurs: isOurs, isForged: isStrange && !isBeside))
        }
        return written
    }

    /// The bytes of a message without results that claim to be of a host of ours and are not shown to be, as a host has to hand it on
    /// (RFC 8601 section 5); all else byte for byte as it was. What stands beside our trace line goes too, unless our hosts keep that place clean.
    public static func withoutForgedResults(_ message: Message, by setup: AuthenticationSetup) -> [UInt8] {
        let above = fieldsOfOurs(in: message)
        let ours = setup.takesResultsBesideTrace ? fieldsBesideTrace(in: message, above) : above
        let forged = resultFields(in: message).filter { place, field in
            place >= ours && AuthenticationResults.claims(setup.boundary, message.bytes.span, ByteRange(field.body))
        }
        return message.bytes(withoutFields: forged.map { $0.field.name.lowerBound..<$0.field.body.upperBound })
    }

    /// The fields of results with their places among all fields, from the top down; those beyond the index of a header without end too.
    private static func resultFields(in message: Message) -> [(place: Int, field: RawMail.Field)] {
        let indexed = message.ownHeaders.enumerated().compactMap { place, header in
            header.known == .authenticationResults
                ? (place: place, field: RawMail.Field(name: header.name.range, body: header.body.range)) : nil
        }
        let beyond = message.fieldsBeyondIndex(named: HeaderName.authenticationResults.rawValue)
        return indexed + beyond.map { (place: message.ownHeaders.count, field: $0) }
    }

    /// How many fields at the top stand above the first trace line below `above`; none where no trace line is ours.
    private static func fieldsBesideTrace(in message: Message, _ above: Int) -> Int {
        let next = message.ownHeaders.dropFirst(above).firstIndex { $0.known == .received } ?? message.ownHeaders.endIndex
        return above > 0 ? next - message.ownHeaders.startIndex : 0
    }

    /// How many fields at the top our own hosts wrote: all down to the trace line of the host that took the message from an outsider.
    static func fieldsOfOurs(in message: Message) -> Int {
        let seen = message.hops.prefix { $0.trust == .seen }
        guard let last = seen.last else { return 0 }
        return message.ownHeaders.prefix { $0.body.start <= last.source.start }.count
    }
}

extension Message {
    /// The fields of a name below the last one that is indexed. Only a header of thousands of fields has such, and it has them for a reason.
    func fieldsBeyondIndex(named name: String) -> [RawMail.Field] {
        guard ownHeaders.count >= MIMELimits.standard.headerFields, let last = ownHeaders.last else { return [] }
        let mail = RawMail(bytes)
        return mail.fields(named: name).map { mail.fields[$0] }.filter { $0.name.lowerBound >= Int(last.body.end) }
            .sorted { $0.name.lowerBound < $1.name.lowerBound }
    }
}
