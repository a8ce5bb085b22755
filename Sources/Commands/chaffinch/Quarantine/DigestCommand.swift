internal import ArgumentParser
internal import Filter
internal import JSON
internal import Localization
internal import MailGateway
internal import Messages
internal import Quarantine
internal import Settings
internal import Telemetry

extension QuarantineCommand {
    /// `chaffinch quarantine digest`
    struct DigestCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "digest", abstract: HelpSentences.summary("quarantine.digest"))
        @Option(name: .long, help: QuarantineCommand.recipientHelp) var recipient: String?
        @Option(name: .long, help: ArgumentHelp("How many hours back mails came that are told of.", valueName: "number")) var hours = 24
        @Flag(name: .long, help: "Hand the digests to the mail server of quarantine.release-to.") var send = false
        @Option(
            name: .long, help: ArgumentHelp("Write the digests into this folder instead, a file each.", valueName: "folder"),
            completion: .directory)
        var folder: String?
        @OptionGroup var common: CommonOptions

        func validate() throws {
            guard send != (folder != nil) else { throw ValidationError("give --send, or --folder with a folder") }
            guard (1...87_600).contains(hours) else { throw ValidationError("--hours \(hours): give a number from 1 to 87600") }
        }

        func run() async throws {
            try await Failing.awaited {
                let settings = try common.settings()
                let sender = settings[.quarantineDigestFrom]
                guard !sender.isEmpty else {
                    throw CommandFailure("quarantine.digest-from is empty; name the address that digests come from")
                }
                let counter = try await QuarantineCounter(common)
                let time = try common.time()
                let pages = try HeldLinks(settings)
                var failures = 0
                for (number, entry) in try await held(counter, since: time.now()).sorted(by: { $0.key < $1.key }).enumerated() {
                    let (address, mails) = entry
                    let release = try await release(for: address, counter, pages)
                    let digest = Digest(
                        of: mails, for: address, at: time,
                        counter.form(from: sender, to: address, link: settings[.quarantineLink], release: release))
                    do {
                        if let folder {
                            try write(digest.bytes, to: "\(folder)/digest-\(number + 1).eml")
                        } else {
                            try await counter.told { () async throws(QuarantineDesk.Refusal) in
                                try await counter.desk.send(digest.bytes, to: address)
                            }
                        }
                        common.say(Terminal.safe("\(address)  \(mails.count)")) { object in
                            object.member("recipient", address)
                            object.member("mails", mails.count)
                        }
                    } catch let failure as CommandFailure where send {
                        // One address that is refused keeps nobody else from theirs.
                        StandardStreams.report("\(address): \(failure)")
                        failures += 1
                    }
                }
                if failures > 0 { throw ExitCode(2) }
            }
        }

        /// What is held for each recipient, the latest first; addresses are compared as mail servers compare them.
        private func held(_ counter: QuarantineCounter, since now: Timestamp) async throws -> [String: [HeldMail]] {
            let start = now.milliseconds - Int64(hours) * 3_600_000
            var held: [String: [HeldMail]] = [:]
            var last: String?
            while true {
                let before = last
                let mails = try await counter.told { () async throws(QuarantineDesk.Refusal) in
                    try await counter.desk.mails(for: recipient, before: before, limit: 100)
                }
                for mail in mails where mail.time.milliseconds >= start {
                    for addressee in mail.addressees where addressee.state == .held {
                        held[addressee.address.lowercased(), default: []].append(mail)
                    }
                }
                guard mails.count == 100, let end = mails.last, end.time.milliseconds >= start else { return held }
                last = end.reference
            }
        }

        /// What makes the links that release what is held for a recipient; nothing where people cannot reach the service.
        private func release(
            for address: String, _ counter: QuarantineCounter, _ pages: HeldLinks?
        ) async throws -> (@Sendable (HeldMail) -> String)? {
            guard let pages else { return nil }
            let links = try await counter.told { () async throws(QuarantineDesk.Refusal) in try await counter.desk.links() }
            return { mail in pages.address(of: mail, for: address, by: links) }
        }

        private func write(_ bytes: [UInt8], to path: String) throws {
            do { try WholeFile.writeSecret(bytes, to: path) } catch { throw CommandFailure("\(error)") }
        }
    }
}
