public import JSON
internal import Messages

/// Logs that servers of a simulated country would have written: of Postfix for mail, CSV for short messages and calls.
///
/// Hosts are under `.example`, addresses are those kept for documentation (RFC 3849) and numbers are of no numbering plan.
public enum SimulatedLogs {
    /// What stands above messages that are no mail.
    public static let heading =
        "time,channel,direction,sender,operator,network,origin,confirmed_carrier,claimed_carrier,class,disposition,bytes,seconds\n"
    /// Which of these columns is what, for `chaffinch import`.
    public static let mapping = """
        # What the columns of sms.csv, voice.csv and post.csv are.
        time: {column: time, format: rfc3339}
        channel: {column: channel}
        direction: {column: direction}
        result: {column: disposition}
        class: {column: class}
        country: {column: origin}
        sender: {column: sender}
        operator: {column: operator}
        network: {column: network}
        size: {column: bytes}
        route:
          - {kind: operator, column: confirmed_carrier, trust: confirmed}
          - {kind: operator, column: claimed_carrier, trust: claimed}

        """

    /// The prefixes of a country's networks, with the network and the country that each is registered in.
    public static func networks(of country: SimulatedCountry) -> String {
        var text = "# name: Networks of \(country.profile.title), seed \(country.seed)\nprefix,asn,country\n"
        for channel in country.channels where channel.profile.sourceKind == .network {
            for (place, source) in channel.sources.enumerated() {
                text += "\(prefix(place, on: channel.profile.channel))::/48,\(source.code),\(channel.routes.origins[source.country])\n"
            }
        }
        return text
    }

    /// Lines of Postfix for a mail: in the session, in the queue, and when it is delivered or refused.
    public static func postfix(_ message: SimulatedMessage) -> String {
        let address = "\(prefix(message.sourceNumber, on: message.channel))::\(hex(message.number % 0xFFFF + 1))"
        let client = message.isMarked ? "unknown[\(address)]" : "mail.\(message.source.lowercased()).example[\(address)]"
        let from = "from=<sender\(message.number)@\(message.source.lowercased()).example>"
        let to = "to=<reader\(message.number % 997)@\(message.operatorCode).example>"
        let process = 1000 + message.number % 50
        let queue = String(message.number + 0x1_0000_0000, radix: 36, uppercase: true)
        func line(_ daemon: String, _ text: String, after milliseconds: Int64 = 0) -> String {
            let time = Timestamp(milliseconds: message.time.milliseconds + milliseconds)
            return "\(stamp(time)) mx1.\(message.operatorCode).example postfix/\(daemon)[\(process)]: \(text)\n"
        }
        let start = line("smtpd", "connect from \(client)")
        let end = line("smtpd", "disconnect from \(client) ehlo=1 mail=1 rcpt=1 commands=3", after: 400)
        if message.disposition == .reject, message.isMarked {
            let helo = "proto=ESMTP helo=<\(message.source.lowercased()).example>"
            return start
                + line(
                    "smtpd",
                    "NOQUEUE: reject: RCPT from \(client): 554 5.7.1 Service unavailable; Client host [\(address)] blocked using bl.example; \(from) \(to) \(helo)"
                ) + end
        }
        let taken =
            start + line("smtpd", "\(queue): client=\(client)")
            + line("cleanup", "\(queue): message-id=<\(message.number)@\(message.source.lowercased()).example>", after: 50)
        if message.disposition == .reject {
            let helo = "proto=ESMTP helo=<\(message.source.lowercased()).example>"
            let reason = "milter-reject: END-OF-MESSAGE from \(client): 5.7.1 Spam: \(message.threatClass)"
            return taken + line("cleanup", "\(queue): \(reason); \(from) \(to) \(helo)", after: 200) + end
        }
        let held = message.disposition == .quarantine
        let delivered =
            held
            ? line("cleanup", "\(queue): milter-hold: END-OF-MESSAGE from \(client): held as spam; \(from) \(to) proto=ESMTP", after: 200)
            : ""
        let relay = "relay=local, delay=0.6, delays=0.4/0/0/0.2, dsn=2.0.0, status=sent (delivered to mailbox)"
        return taken + delivered + line("qmgr", "\(queue): \(from), size=\(message.size), nrcpt=1 (queue active)", after: 300) + end
            + (held ? "" : line("local", "\(queue): \(to), \(relay)", after: 600) + line("qmgr", "\(queue): removed", after: 610))
    }

    /// A line of CSV for any message that is no mail.
    public static func csv(_ message: SimulatedMessage) -> String {
        let isCall = message.channel == .voice
        func source(_ kind: SimulationProfile.SourceKind) -> String { message.sourceKind == kind ? message.source : "" }
        func carrier(_ trust: Hop.Trust) -> String { message.trust == trust ? message.carrier ?? "" : "" }
        let fields = [
            "\(message.time)", message.channel.rawValue, Direction.terminating.rawValue, source(.senderIDIssuer), source(.operator),
            source(.network), message.origin, carrier(.confirmed), carrier(.claimed), message.threatClass.rawValue,
            message.disposition.rawValue, isCall ? "" : "\(message.size)", isCall ? "\(message.size)" : "",
        ]
        return fields.joined(separator: ",") + "\n"
    }

    /// Writes the members of an object: the message as the study counts it.
    public static func write(_ message: SimulatedMessage, into object: inout JSONText) {
        object.member("time", "\(message.time)")
        object.member("channel", message.channel.rawValue)
        object.member("operator", message.operatorCode)
        object.member("class", message.threatClass.rawValue)
        object.member("disposition", message.disposition.rawValue)
        object.member("sourceKind", message.sourceKind.rawValue)
        object.member("source", message.source)
        object.member("origin", message.origin)
        object.member("carrier", message.carrier)
        object.member("trust", message.trust.rawValue)
        object.member("client", message.isMarked ? "zombie" : "plain")
        object.member("size", message.size)
    }

    /// The first 48 bits of a source's addresses. Channels have networks of their own.
    private static func prefix(_ place: Int, on channel: Channel) -> String {
        let block = channel == .email ? 0 : 1 + Int(channel.rawValue.utf8.reduce(UInt8(0)) { $0 &+ $1 }) % 7
        return "2001:db8:\(hex(block * 0x2000 + place))"
    }

    private static func hex(_ number: Int) -> String { String(number, radix: 16) }

    /// `2026-07-01T00:00:05.123456+00:00`, as loggers of today write it.
    private static func stamp(_ time: Timestamp) -> String {
        let milliseconds = ((time.milliseconds % 1000) + 1000) % 1000
        let fraction = String(milliseconds + 1000).dropFirst()
        return "\(time)".dropLast() + ".\(fraction)000+00:00"
    }
}
