internal import MailGateway
internal import PostGateway
internal import Quarantine
internal import Settings

/// Where the links of digests lead that release held mail.
struct HeldLinks: Sendable {
    private let base: String

    /// Links below the address that settings name; nothing where they name none. Throws where it is no address that links can begin with.
    init?(_ settings: Settings) throws(CommandFailure) {
        var base = settings[.httpPublicURL]
        guard !base.isEmpty else { return nil }
        while base.hasSuffix("/") { base.removeLast() }
        let host = ["https://", "http://"].first { base.lowercased().hasPrefix($0) }.map { base.dropFirst($0.count) } ?? ""
        // What stands in a mail and in a page as it is.
        let isPlain = base.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"\"'<>\\^`{|}?#&".utf8.contains($0) }
        guard isPlain, let first = host.first, first != "/" else {
            throw CommandFailure("http.public-url \(base): write where people reach http.listen, as in https://mail.example")
        }
        self.base = base
    }

    /// The address that releases a mail for one of its recipients.
    func address(of mail: HeldMail, for recipient: String, by links: ReleaseLinks) -> String {
        base + Route.heldPrefix + links.link(to: mail, for: recipient)
    }
}
