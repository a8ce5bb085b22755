internal import ArgumentParser
internal import HTML
internal import MIME
internal import Messages
internal import PSLDomains
internal import TextMessages

/// `chaffinch parse`: what a format sees in a file.
struct ParseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse", abstract: HelpSentences.summary("parse"),
        subcommands: [Mail.self, HTMLText.self, Address.self, SMS.self])

    /// `chaffinch parse mail`
    struct Mail: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Header fields, parts, route and defects of a mail.")
        @Argument(help: "The file, or - for standard input.") var path: String
        @OptionGroup var common: CommonOptions

        func run() throws {
            let bytes = try Failing.reported { try InputBytes.read(path) }
            let settings = try Failing.reported { try common.settings() }
            var message = MailParser(limits: .standard).parse(bytes)
            message.hops = Route.hops(of: message, boundary: Composition.boundary(settings))
            StandardStreams.printLine(MailJSON.text(of: message))
        }
    }

    /// `chaffinch parse html`
    struct HTMLText: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "html", abstract: "What a reader sees of a page, what is hidden, and where it points.")
        @Argument(help: "The file, or - for standard input.") var path: String
        @OptionGroup var common: CommonOptions

        func run() throws {
            let bytes = try Failing.reported { try InputBytes.read(path) }
            var page = HTMLPage()
            var reader = HTMLReader()
            reader.read(bytes.span, into: &page)
            StandardStreams.printLine(PageJSON.text(of: page))
        }
    }

    /// `chaffinch parse url`
    struct Address: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "url", abstract: "Every link of a text, as a browser would read it, with what is odd about it.")
        @Argument(help: "The file with the text, or - for standard input.") var path: String
        @OptionGroup var common: CommonOptions

        func run() throws {
            let bytes = try Failing.reported { try InputBytes.read(path) }
            let suffixes = try Failing.reported { try LibPSLSuffixes() }
            let names = try Failing.reported { try ICUNames() }
            StandardStreams.printLine(LinksJSON.text(of: bytes, suffixes: suffixes, names: names))
        }
    }

    /// `chaffinch parse sms`
    struct SMS: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "How a text travels as a short message: alphabet and number of parts.")
        @Argument(help: "The file with the text, or - for standard input.") var path: String
        @OptionGroup var common: CommonOptions

        func run() throws {
            let bytes = try Failing.reported { try InputBytes.read(path) }
            StandardStreams.printLine(SegmentationJSON.text(of: bytes))
        }
    }
}

/// Reads a file or standard input.
enum InputBytes {
    static func read(_ path: String) throws(FileBytes.Failure) -> [UInt8] {
        path == "-" ? try FileBytes.readStandardInput() : try FileBytes.read(path)
    }
}
