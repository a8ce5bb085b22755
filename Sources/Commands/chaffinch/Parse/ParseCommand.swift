internal import ArgumentParser
internal import HTML
internal import MIME
internal import Messages
internal import PSLDomains
internal import Settings
internal import TextMessages

/// `chaffinch parse`: what a format sees in a file.
struct ParseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse", abstract: HelpSentences.summary("parse"),
        subcommands: [Mail.self, HTMLText.self, Address.self, SMS.self, Report.self])

    /// `chaffinch parse mail`
    struct Mail: FormatCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("parse.mail"))
        @OptionGroup var input: ParseInput

        static func json(of bytes: [UInt8], settings: Settings) -> String {
            var message = MailParser(limits: Composition.limits(settings)).parse(bytes)
            message.hops = Route.hops(of: message, boundary: Composition.boundary(settings))
            return MailJSON.text(of: message)
        }
    }

    /// `chaffinch parse html`
    struct HTMLText: FormatCommand {
        static let configuration = CommandConfiguration(commandName: "html", abstract: HelpSentences.summary("parse.html"))
        @OptionGroup var input: ParseInput

        static func json(of bytes: [UInt8], settings: Settings) -> String {
            var page = HTMLPage()
            var reader = HTMLReader()
            reader.read(bytes.span, into: &page)
            return PageJSON.text(of: page)
        }
    }

    /// `chaffinch parse url`
    struct Address: FormatCommand {
        static let configuration = CommandConfiguration(commandName: "url", abstract: HelpSentences.summary("parse.url"))
        @OptionGroup var input: ParseInput

        static func json(of bytes: [UInt8], settings: Settings) throws -> String {
            LinksJSON.text(of: bytes, suffixes: try LibPSLSuffixes(), names: try ICUNames())
        }
    }

    /// `chaffinch parse sms`
    struct SMS: FormatCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("parse.sms"))
        @OptionGroup var input: ParseInput

        static func json(of bytes: [UInt8], settings: Settings) -> String {
            SegmentationJSON.text(of: bytes)
        }
    }

    /// `chaffinch parse report`
    struct Report: FormatCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("parse.report"))
        @OptionGroup var input: ParseInput

        static func json(of bytes: [UInt8], settings: Settings) -> String {
            ReportJSON.text(of: ReportFile(bytes))
        }
    }
}

/// What every `parse` command takes.
struct ParseInput: ParsableArguments {
    @Argument(help: ArgumentHelp("The file, or - for standard input.", valueName: "file"), completion: .file()) var path: String
    @OptionGroup var common: CommonOptions
}

/// A command that shows what one format sees in a file: all it says of itself is how bytes become JSON.
protocol FormatCommand: ParsableCommand {
    var input: ParseInput { get }
    /// What the format sees in these bytes, as one JSON object.
    static func json(of bytes: [UInt8], settings: Settings) throws -> String
}

extension FormatCommand {
    func run() throws {
        try Failing.reported {
            let settings = try input.common.settings()
            let bytes = input.path == "-" ? try FileBytes.readStandardInput() : try FileBytes.read(input.path)
            StandardStreams.printLine(try Self.json(of: bytes, settings: settings))
        }
    }
}
