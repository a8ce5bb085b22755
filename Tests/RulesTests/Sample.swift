import Archives
import Messages

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A message as a test writes it: an ordinary mail with a few lines changed, or a text.
struct Sample: Sendable {
    /// The message's bytes.
    var bytes: [UInt8]
    /// How it travelled.
    var channel: Channel
    /// What the codes in its pictures say.
    var codes: [String] = []
    /// What its archive holds.
    var listing: ArchiveListing?

    /// The header that every sample mail has unless it says otherwise: nothing in it is odd.
    private static let ordinary = [
        "Received: from mail.chaffinch.example (mail.chaffinch.example [198.51.100.7]) by mx.wren.example with ESMTPS id 1; "
            + "Tue, 10 Nov 2026 09:00:03 +0000",
        "From: Robin Song <robin@chaffinch.example>", "To: Jenny Wren <jenny@wren.example>", "Subject: Seed order for the week",
        "Date: Tue, 10 Nov 2026 09:00:00 +0000", "Message-ID: <20261110.1@chaffinch.example>", "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
    ]

    /// A body with nothing odd in it.
    static let letter = """
        Dear Jenny,

        the sunflower seed for next week has come, and the two sacks of oats with it. Shall I bring them over
        on Thursday morning, or would you rather fetch them with the cart?

        Kind regards,
        Robin
        """

    /// An ordinary mail. A given line takes the place of the fields of its name; several lines of one name all stand.
    static func mail(_ lines: String..., without absent: String..., body: String = letter) -> Sample {
        mail(lines, without: absent, body: Array(body.utf8))
    }

    /// An ordinary mail with a body of bytes.
    static func mail(_ lines: String..., raw body: [UInt8]) -> Sample {
        mail(lines, without: [], body: body)
    }

    private static func mail(_ lines: [String], without absent: [String], body: [UInt8]) -> Sample {
        func name(_ line: String) -> String { line.prefix { $0 != ":" }.lowercased() }
        let replaced = Set((lines + absent).map(name))
        let header = ordinary.filter { !replaced.contains(name($0)) } + lines
        return Sample(bytes: Array(header.map { $0 + "\r\n" }.joined().utf8) + [13, 10] + body, channel: .email)
    }

    /// A mail of one HTML page with an ordinary text around what is given.
    static func html(_ markup: String, header lines: String...) -> Sample {
        mail(lines + ["Content-Type: text/html; charset=utf-8"], without: [], body: Array("<p>\(letter)</p>\(markup)".utf8))
    }

    /// A mail of exactly this HTML.
    static func page(_ markup: String) -> Sample {
        mail(["Content-Type: text/html; charset=utf-8"], without: [], body: Array(markup.utf8))
    }

    /// An ordinary mail with a file.
    static func file(
        _ name: String, _ content: [UInt8] = Array("%PDF-1.7".utf8), type: String = "application/octet-stream", codes: [String] = [],
        listing: ArchiveListing? = nil
    ) -> Sample {
        let encodedName = name.utf8.allSatisfy { $0 < 0x80 } ? "filename=\"\(name)\"" : "filename*=utf-8''\(percentEncoded(name))"
        var sample = mail(
            "Content-Type: multipart/mixed; boundary=seed",
            body: """
                --seed\r
                Content-Type: text/plain; charset=utf-8\r
                \r
                \(letter)\r
                --seed\r
                Content-Type: \(type)\r
                Content-Disposition: attachment; \(encodedName)\r
                Content-Transfer-Encoding: base64\r
                \r
                \(Data(content).base64EncodedString())\r
                --seed--\r

                """)
        sample.codes = codes
        sample.listing = listing
        return sample
    }

    /// An ordinary mail with an archive of files of these names.
    static func archive(_ names: String..., named: String = "seeds.zip", findings: [ArchiveFinding] = []) -> Sample {
        file(
            named, [0x50, 0x4B, 0x03, 0x04, 20, 0], type: "application/zip",
            listing: ArchiveListing(format: .zip, entries: names.map { ArchiveEntry(name: Array($0.utf8)) }, findings: findings))
    }

    /// A text between telephones.
    static func text(_ text: String, _ channel: Channel = .sms) -> Sample {
        Sample(bytes: Array(text.utf8), channel: channel)
    }

    private static func percentEncoded(_ text: String) -> String {
        text.utf8.map { "%" + String($0 / 16, radix: 16) + String($0 % 16, radix: 16) }.joined()
    }
}
