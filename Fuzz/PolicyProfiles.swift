// Fuzz harness of policy's profiles: their files, and what holds for whom. Uses: Settings.
//
// The first byte chooses: bytes as they come, or each a piece of a file. A mistake must be named at a line that is there; of profiles that are taken
// a binding line must hold for everybody.

import Messages

@testable import Settings

private let pieces: [[UInt8]] = [
    "profiles:\n", "  - ", "    ", "name: a\n", "name: b\n", "name: c\n", "version: 1\n", "level: jurisdiction\n", "level: operator\n",
    "level: domain\n", "level: recipient\n", "for: \"@d.example\"\n", "for: \"+49*\"\n", "for: a@d.example\n", "for: [", "\"@e.d.example\"",
    "mode: act\n", "mode: observe-only\n", "thresholds: {", "binding: {", "sms: {", "email: {", "default: {", "terminating: {",
    "tag: 0.2", "quarantine: 0.7", "reject: 0.9", "reject: 0.999", "reject: never", "discard: 1", "discard: never", "}", "}}}\n", ", ",
    "]\n",
    "\n", "#", "&a ", "*a ", "? ", "'", "\"", "\t", "é",
].map { Array($0.utf8) }

private let settings: Settings = {
    let file = SettingsFile(path: "s", text: "policy: {allow-discard: true}")
    return Settings.read(file: file).settings
}()

private let recipients: [Party?] = [
    nil, .mailbox(local: "a", domain: "d.example"), .mailbox(local: "b", domain: "e.d.example"), .number("4930"), .senderID("x"),
]

/// Called by libFuzzer with each input; always gives 0.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPolicyProfiles(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let given = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let bytes = start[0] & 1 == 0 ? given : given.flatMap { pieces[Int($0) % pieces.count] }
    let file = SettingsFile(path: "f", text: String(decoding: bytes, as: UTF8.self))
    let lines =
        2 + file.text.utf8.count { $0 == 10 || $0 == 13 } + file.text.unicodeScalars.count { [0x85, 0x2028, 0x2029].contains($0.value) }
    let book: ProfileBook
    do {
        book = try ProfileBook.load([file], over: settings)
    } catch {
        precondition(!error.problems.isEmpty && error.problems.count <= 3 * ProfileLimits.problems)
        for problem in error.problems {
            guard case .file(_, let line) = problem.origin else { preconditionFailure("nowhere") }
            precondition(line >= 1 && line <= lines && !problem.message.isEmpty)
        }
        return 0
    }
    for recipient in recipients {
        let chain = book.chain(for: recipient)
        for channel in [Channel.sms, .email] {
            for direction in Direction.allCases {
                for disposition in PolicyThreshold.ladder {
                    let line = book.standing(for: disposition, on: channel, direction, chain, over: settings)
                    let bound = book.binding(on: channel, direction, chain).first { $0.threshold.disposition == disposition }
                    // The widest that binds holds against all.
                    if let bound { precondition(!ProfileBook.isMilder(line?.threshold, than: bound.threshold)) }
                }
            }
        }
    }
    return 0
}
