internal import Forms
internal import Messages
internal import TextMessages

/// A comment as clients of Akismet send it: a form of many fields, of which few are looked at.
struct AkismetComment {
    private let fields: [FormField]

    init(_ fields: [FormField]) {
        self.fields = fields
    }

    private func said(_ name: String) -> String? {
        fields[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The key in the form; nothing where it stands elsewhere.
    var key: String? { said("api_key") ?? said("key") }

    /// The key as the first label of the host's name, as older clients write it: `KEY.rest.akismet.com`.
    static func key(inHost host: String?) -> String? {
        guard let host, let dot = host.firstIndex(of: "."), dot > host.startIndex else { return nil }
        // An address is no name.
        guard host.contains(where: { $0.isLetter }) else { return nil }
        return String(host[..<dot])
    }

    /// The site it was written on.
    var site: String? { said("blog").map { String($0.prefix(200)) } }

    /// A field that has to be there and is not.
    var missing: String? { ["blog", "user_ip"].first { said($0) == nil } }

    /// Whether nothing is to be learnt of it.
    var isTest: Bool { ["1", "true"].contains(said("is_test")?.lowercased() ?? "") }

    /// What clients and service have agreed on, so that a client can be tried out.
    var agreedAnswer: Bool? {
        if said("comment_author") == "akismet-guaranteed-spam" || said("comment_author_email") == "akismet-guaranteed-spam@example.com" {
            return true
        }
        if said("comment_author") == "viagra-test-123" { return true }
        if said("user_role") == "administrator" { return false }
        return nil
    }

    /// The comment as a message: its text, and below that the address that its author wants to be visited at.
    func message(at moment: Timestamp) -> Message {
        var text = fields.first { $0.name == "comment_content" }?.value ?? []
        let address = said("comment_author_url") ?? ""
        if !address.isEmpty, address != "http://", address != "https://" { text += Array("\n\n\(address)".utf8) }
        let date = said("comment_date_gmt").flatMap { Timestamp(rfc3339: $0) ?? Timestamp(rfc3339: $0 + "Z") }
        var message = TextRecord(text: text).message(channel: .post, arrival: date ?? moment)
        message.envelope.clientAddress = said("user_ip").flatMap { IPAddress($0) }
        if let author = said("comment_author_email") ?? said("comment_author") {
            message.envelope.sender = .account(platform: Channel.post.rawValue, name: String(author.prefix(WebLimits.nameLength)))
        }
        return message
    }
}
