import Archives
import Filter
import Images
import Learning
import MIME
import Messages
import PSLDomains
import Patterns
import Rules
import Settings
import Telemetry
import TestSupport
import TextMessages

/// A filter as the program puts it together, with clocks and libraries that a test commands.
enum FilterSample {
    /// The moment of judgement: 2026-11-12T09:00:00Z.
    static let now = Timestamp(seconds: 1_794_474_000)

    /// What every mail lacks where nobody is asked.
    static let unauthenticated = Coverage.Gap("authentication", .notConfigured)

    private struct Parts {
        var model: ContentModel
        var suffixes: LibPSLSuffixes
        var names: ICUNames
        var matcher: LiteralMatcher
        var threats: ThreatModel
    }

    private static let parts = Result {
        try Parts(
            model: .starter(), suffixes: LibPSLSuffixes(), names: ICUNames(), matcher: LiteralMatcher(PhraseBook.standard.patterns()),
            threats: .starter())
    }

    /// The setup; settings are those that ship unless a file's text is given.
    static func setup(_ settings: String = "", time: any TimeSource = ManualTime(now)) throws -> FilterSetup {
        let parts = try parts.get()
        let settings = try Settings.load(file: SettingsFile(path: "chaffinch.yaml", text: settings))
        var setup = FilterSetup(
            model: parts.model, policy: PolicyProfile(settings), suffixes: parts.suffixes, names: parts.names, time: time)
        setup.matcher = parts.matcher
        setup.threats = parts.threats
        return setup
    }

    /// A mail of these lines; each ends in CRLF.
    static func mail(_ lines: String...) -> Message { mail(Array(lines.joined(separator: "\r\n").utf8)) }

    /// A mail of these bytes.
    static func mail(_ bytes: [UInt8]) -> Message {
        var message = MailParser().parse(bytes)
        message.hops = Route.hops(of: message, boundary: TrustBoundary())
        return message
    }

    /// Every labelled message among the examples: the mails, the texts, and the lines of the table.
    static func examples() throws -> [(path: String, isSpam: Bool, message: Message)] {
        var all = try Examples.messages().map { example in
            let channel = example.path.hasPrefix("voice/") ? Channel.voice : .sms
            return (example.path, example.isSpam, example.isMail ? mail(example.bytes) : Message(text: example.bytes, channel: channel))
        }
        for (number, line) in try Examples.textLines().enumerated() {
            let record = try TextRecord(json: line.span)
            all.append(("texts.jsonl#\(number + 1)", record.label == "spam", record.message(channel: .sms, arrival: now)))
        }
        return all
    }
}

extension Verdict {
    /// The verdict without the time it took, which no two have in common.
    var timeless: Verdict {
        var verdict = self
        verdict.elapsed = .zero
        return verdict
    }
}
