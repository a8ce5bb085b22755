internal import JSON
internal import Messages

// How a summary is written before it is sealed. Names stay: what an older version wrote is read.
extension HeldMail {
    /// The summary as JSON.
    var written: [UInt8] {
        var json = JSONText()
        json.object { object in
            object.member("v", 1)
            object.member("ref", reference)
            object.member("time", Int(time.milliseconds))
            object.member("expiry", Int(expiry.milliseconds))
            object.key("transport")
            object.object { transport.write(into: &$0) }
            object.key("shown")
            object.object { shown.write(into: &$0) }
            object.key("to")
            object.list { list in
                for addressee in addressees {
                    list.object { entry in
                        entry.member("address", addressee.address)
                        entry.member("state", addressee.state.rawValue)
                        entry.member("since", Int(addressee.since.milliseconds))
                        entry.member("by", addressee.by)
                    }
                }
            }
            if let lesson { object.member("lesson", lesson) }
        }
        return Array(json.text.utf8)
    }

    /// Reads a summary; nothing where it is none of ours.
    init?(written bytes: [UInt8]) {
        guard let json = HeldMail.json(bytes), json["v"]?.number == "1", let reference = json["ref"]?.text,
            let time = json["time"]?.moment, let expiry = json["expiry"]?.moment, let transport = json["transport"],
            let shown = json["shown"].flatMap(Shown.init), let to = json["to"]?.elements
        else { return nil }
        let addressees = to.compactMap(Addressee.init)
        guard addressees.count == to.count else { return nil }
        self.reference = reference
        self.time = time
        self.expiry = expiry
        self.transport = Transport(transport)
        self.shown = shown
        self.addressees = addressees
        lesson = json["lesson"]?.text
    }

    private static func json(_ bytes: [UInt8]) -> JSONValue? { try? JSONValue(bytes.span) }
}

extension HeldMail.Transport {
    fileprivate func write(into object: inout JSONText) {
        if let clientAddress { object.member("client", "\(clientAddress)") }
        if let clientHost { object.member("clientName", clientHost) }
        if let helo { object.member("helo", helo) }
        if let returnPath { object.member("from", returnPath) }
        if let account { object.member("account", account) }
        if let queueIdentifier { object.member("queue", queueIdentifier) }
    }

    fileprivate init(_ json: JSONValue) {
        self.init(
            clientAddress: json["client"]?.text.flatMap { IPAddress($0) }, clientHost: json["clientName"]?.text, helo: json["helo"]?.text,
            returnPath: json["from"]?.text, account: json["account"]?.text, queueIdentifier: json["queue"]?.text)
    }
}

extension HeldMail.Shown {
    /// The probability is kept in millionths: no number of JSON but a whole one comes back the same.
    private static let scale = 1_000_000.0

    fileprivate func write(into object: inout JSONText) {
        object.member("author", author)
        object.member("subject", subject)
        object.member("probability", Int((min(max(probability, 0), 1) * HeldMail.Shown.scale).rounded()))
        object.member("class", threatClass)
        object.key("reasons")
        object.list { list in
            for reason in reasons {
                list.object { entry in
                    entry.member("id", reason.id)
                    entry.member("weight", Int((min(max(reason.weight, -1000), 1000) * HeldMail.Shown.scale).rounded()))
                    entry.member("details", reason.details)
                }
            }
        }
        if let decidedBy { object.member("decidedBy", decidedBy) }
        object.member("policy", policy)
        object.member("size", size)
    }

    fileprivate init?(_ json: JSONValue) {
        guard let author = json["author"]?.text, let subject = json["subject"]?.text, let probability = json["probability"]?.whole,
            let threatClass = json["class"]?.text, let reasons = json["reasons"]?.elements, let policy = json["policy"]?.text,
            let size = json["size"]?.whole
        else { return nil }
        self.init(
            author: author, subject: subject, probability: Double(probability) / HeldMail.Shown.scale, threatClass: threatClass,
            reasons: reasons.compactMap { reason in
                guard let id = reason["id"]?.text, let weight = reason["weight"]?.whole else { return nil }
                let details = reason["details"]?.elements?.compactMap(\.text) ?? []
                return HeldMail.Reason(id: id, weight: Double(weight) / HeldMail.Shown.scale, details: details)
            }, decidedBy: json["decidedBy"]?.text, policy: policy, size: size)
    }
}

extension HeldMail.Addressee {
    fileprivate init?(_ json: JSONValue) {
        guard let address = json["address"]?.text, let state = json["state"]?.text.flatMap(HeldMail.State.init(rawValue:)),
            let since = json["since"]?.moment
        else { return nil }
        self.init(address: address, since: since)
        self.state = state
        by = json["by"]?.text ?? ""
    }
}

extension JSONValue {
    /// A whole number.
    fileprivate var whole: Int? { number.flatMap { Int($0) } }
    /// A moment in milliseconds.
    fileprivate var moment: Timestamp? { number.flatMap { Int64($0) }.map { Timestamp(milliseconds: $0) } }
}
