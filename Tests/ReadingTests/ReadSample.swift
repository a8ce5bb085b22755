import Links
import MIME
import Messages
import PSLDomains
import Reading
import Testing

/// Reads what a test writes, with the program's own lists.
struct ReadSample {
    private static let lists = Result { (suffixes: try LibPSLSuffixes(), names: try ICUNames()) }

    /// A reader that has read nothing yet.
    static func reader(limits: ReadingLimits = ReadingLimits(), mail: MIMELimits = .standard) throws -> Reader {
        let lists = try lists.get()
        return Reader(suffixes: lists.suffixes, names: lists.names, limits: mail, reading: limits)
    }

    /// The message that these lines are; each ends in CRLF.
    static func message(_ lines: [String]) -> Message {
        MailParser().parse(Array(lines.joined(separator: "\r\n").utf8))
    }

    /// What is read of a mail of these lines.
    static func mail(_ lines: String..., limits: ReadingLimits = ReadingLimits()) throws -> Reading {
        let reader = try reader(limits: limits)
        reader.read(message(lines))
        reader.finish()
        return reader.reading
    }

    /// What is read of a text.
    static func text(_ text: String, channel: Channel = .sms) throws -> Reading {
        let reader = try reader()
        reader.read(Message(text: Array(text.utf8), channel: channel))
        reader.finish()
        return reader.reading
    }
}

extension Reading {
    /// What a reader sees, as a string.
    var shown: String { String(decoding: visible, as: UTF8.self) }
    /// The links, as origin and address.
    var linkList: [String] { links.all.map { "\($0.origin) \(links.string($0.url.whole))" } }
}
