internal import ArgumentParser
internal import Authentication
internal import JSON

/// `chaffinch auth batch`: many checks in one process, the same results as one by one.
struct BatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "batch", abstract: HelpSentences.summary("auth.batch"))

    @Argument(
        help: ArgumentHelp("A file of requests, or -: a JSON object a line with mail, ip, helo, mailFrom, rcptTo.", valueName: "file"),
        completion: .file())
    var path: String
    @Option(name: .long, help: ArgumentHelp("Ask only these mechanisms, separated by commas.", valueName: "list"))
    var only: String?
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let (desk, requests) = try Failing.reported {
            let bytes = path == "-" ? try FileBytes.readStandardInput() : try FileBytes.read(path)
            return (try CheckDesk(common, mechanisms: try mechanisms()), try CheckRequest.requests(in: bytes, path: path))
        }
        var failed = false
        for request in requests {
            let run: CheckRun
            do {
                run = try await CheckRun(request, at: desk)
            } catch {
                StandardStreams.report("\(error)")
                failed = true
                continue
            }
            if common.json {
                StandardStreams.printObject { object in
                    object.member("path", request.mail)
                    CheckJSON(run: run).write(into: &object)
                }
            } else {
                let results = run.sections.map { "\($0.title) \($0.explanation.result)" }.joined(separator: ", ")
                StandardStreams.printLine(Terminal.safe("\(request.mail ?? request.ip ?? "-"): \(results)"))
            }
        }
        if failed { throw ExitCode(2) }
    }

    private func mechanisms() throws -> Set<AuthenticationMechanism>? {
        guard let only else { return nil }
        var mechanisms: Set<AuthenticationMechanism> = []
        for name in only.split(separator: ",") {
            guard let mechanism = AuthenticationMechanism(rawValue: String(name)) else {
                let known = AuthenticationMechanism.allCases.map(\.rawValue).joined(separator: ", ")
                throw CommandFailure("--only \(name): there is no such mechanism; there are \(known)")
            }
            mechanisms.insert(mechanism)
        }
        // They rest on both.
        if !mechanisms.isDisjoint(with: [.dmarc, .vbr]) { mechanisms.formUnion([.spf, .dkim]) }
        return mechanisms
    }
}
