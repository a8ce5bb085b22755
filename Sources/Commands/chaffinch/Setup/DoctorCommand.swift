internal import ArgumentParser
internal import JSON

/// `chaffinch doctor`: is it set up right, and what to do where it is not.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: HelpSentences.summary("doctor"))
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let findings = await Examination(common: common).findings()
        let isWell = findings.allSatisfy { $0.problem == nil }
        if common.json {
            StandardStreams.printObject { object in
                object.member("well", isWell)
                object.key("findings")
                object.list { list in for finding in findings { finding.write(into: &list) } }
            }
        } else {
            for finding in findings { StandardStreams.printLine(finding.line) }
        }
        if !isWell { throw ExitCode(1) }
    }
}

/// One thing that the doctor looked at.
struct Finding {
    /// What was looked at.
    var what: String
    /// What was seen: a version, a path; empty when there is nothing to say.
    var detail = ""
    /// What is wrong, and what to do; nothing when all is well.
    var problem: String?

    /// The finding as a line for people.
    var line: String {
        if let problem { return "✗ \(what): \(Terminal.safe(problem))" }
        return "✓ \(what)" + (detail.isEmpty ? "" : ": " + Terminal.safe(detail))
    }

    /// The finding as an object of a list.
    func write(into list: inout JSONText) {
        list.object { object in
            object.member("what", what)
            object.member("well", problem == nil)
            object.member("detail", detail)
            object.member("problem", problem)
        }
    }
}
