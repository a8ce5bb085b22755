internal import ArgumentParser
internal import Filter
internal import Glibc
internal import Learning
internal import Messages
internal import Patterns
internal import Settings
internal import Telemetry

/// `chaffinch doctor`: is it set up right, and what to do where it is not.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: HelpSentences.summary("doctor"))
    @OptionGroup var common: CommonOptions

    func run() async throws {
        var problems = 0
        func report(_ what: String, _ problem: String?) {
            if let problem {
                problems += 1
                StandardStreams.printLine("✗ \(what): \(problem)")
            } else {
                StandardStreams.printLine("✓ \(what)")
            }
        }
        let settings: Settings
        do {
            settings = try common.settings()
            report("settings", nil)
        } catch {
            report("settings", "\(error)")
            throw ExitCode(1)
        }
        do {
            let setup = try await Composition(settings: settings, time: try common.time()).filterSetup()
            report("model \(setup.model.version), patterns, public suffix list, domain names", nil)
            _ = try Composition.matcher(setup.phrases, forMessages: .max)
            report("every phrase can be looked for", nil)
        } catch {
            report("filter", "\(error)")
        }
        report("state folder \(settings.stateFolder)", stateProblem(settings.stateFolder))
        report(
            "clock",
            try common.time().now() > Timestamp(milliseconds: 1_750_000_000_000) ? nil : "it stands before the program was made; set it")
        if problems > 0 { throw ExitCode(1) }
    }

    private func stateProblem(_ folder: String) -> String? {
        if folder.isEmpty { return "none is set; set state.folder, or HOME" }
        var place = folder
        while unsafe access(place, F_OK) != 0, let slash = place.lastIndex(of: "/"), slash > place.startIndex {
            place = String(place[..<slash])
        }
        if unsafe access(place, W_OK) != 0 { return "\(place) may not be written by this user; change its owner or set state.folder" }
        var status = statvfs()
        // statvfs fills the struct it is given, which lives through the call.
        guard unsafe statvfs(place, &status) == 0 else { return FileBytes.reason() }
        let free = (UInt64(status.f_bavail) * UInt64(status.f_frsize)) >> 20
        return free < 64 ? "only \(free) MiB are free there; free some space" : nil
    }
}
