internal import JSON
internal import Messages
internal import TextMessages

/// Somebody as a request names them: a string, read in the way the channel writes identities, or an object that says what it is.
struct WrittenParty {
    let party: Party

    init(_ value: JSONValue, at pointer: String, on channel: Channel) throws(Problem) {
        if let bytes = value.bytes {
            party = TextRecord.party(try WrittenParty.bounded(bytes, pointer), on: channel)
            return
        }
        if let digits = value.number {
            party = TextRecord.party(digits, on: channel)
            return
        }
        let fields = try JSONFields(value, at: pointer)
        if let number = try fields.name("number") {
            let digits = number.filter { ("0"..."9").contains($0) }
            guard (1...15).contains(digits.count), number.allSatisfy({ ("0"..."9").contains($0) || "+ ().-".contains($0) }) else {
                throw .member(
                    fields.pointer("number"), "This is no number of E.164.", remedy: "Send up to fifteen digits, as +41225550100.")
            }
            party = .number(digits)
        } else if let name = try fields.name("senderId") {
            party = .senderID(name)
        } else if let code = try fields.name("shortCode") {
            party = .shortCode(code)
        } else if let account = try fields.name("account") {
            party = .account(platform: try fields.name("platform") ?? channel.rawValue, name: account)
        } else if let mailbox = try fields.name("mailbox") {
            party = TextRecord.party(mailbox, on: .email)
        } else if let uri = try fields.name("sip") {
            party = .sip(String(uri.prefix { $0 != ";" && $0 != "?" }))
        } else {
            throw .member(
                pointer, "This object says nobody.",
                remedy: "Send one of number, senderId, shortCode, account (with platform), mailbox, sip; or a string.")
        }
    }

    private static func bounded(_ bytes: [UInt8], _ pointer: String) throws(Problem) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.unicodeScalars.count <= WebLimits.nameLength else {
            throw .member(pointer, "This has more than \(WebLimits.nameLength) characters.", remedy: "Send a shorter one.")
        }
        return text
    }
}
