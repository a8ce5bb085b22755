internal import Authentication
internal import Messages
internal import Resolving

/// The keys that a command line names, and from when on each signs.
struct SigningKeys {
    private let schedule: DKIMSelectorSchedule

    /// Reads key files: `file`, which signs under the selector at any time, or `selector@date=file`.
    init(selector: String?, keys: [String]) throws {
        var entries: [DKIMSelectorSchedule.Entry] = []
        for written in keys {
            if let (selector, from, path) = try SigningKeys.dated(written) {
                entries.append(DKIMSelectorSchedule.Entry(selector: selector, key: try SigningKeys.key(at: path), from: from))
            } else {
                guard let selector else {
                    throw CommandFailure("--key \(written): name its selector (--selector), or write selector@date=file")
                }
                let name = try SigningNames.name(selector, "--selector")
                entries.append(
                    DKIMSelectorSchedule.Entry(
                        selector: name, key: try SigningKeys.key(at: written), from: Timestamp(milliseconds: .min)))
            }
        }
        schedule = DKIMSelectorSchedule(entries)
    }

    /// The keys that sign at a moment: the newest of each type.
    func entries(at moment: Timestamp) throws -> [DKIMSelectorSchedule.Entry] {
        let due = schedule.entries(at: moment)
        guard !due.isEmpty else { throw CommandFailure("no key signs at \(moment); the first begins later") }
        return due
    }

    /// The parts of `selector@date=file`; nothing for a path.
    private static func dated(_ written: String) throws -> (DomainName, Timestamp, String)? {
        guard let equals = written.firstIndex(of: "="), let at = written[..<equals].firstIndex(of: "@"), !written[..<at].contains("/")
        else {
            return nil
        }
        let date = String(written[written.index(after: at)..<equals])
        guard let from = Timestamp(rfc3339: date) ?? Timestamp(rfc3339: date + "T00:00:00Z") else {
            throw CommandFailure(
                "--key \(written): \"\(date)\" is no date; write it like 2026-11-21, or with a time like 2026-11-21T08:00:00Z")
        }
        return (try SigningNames.name(String(written[..<at]), "--key"), from, String(written[written.index(after: equals)...]))
    }

    private static func key(at path: String) throws -> DKIMSigningKey {
        let bytes = try SecretFile.read(path)
        do {
            return try DKIMSigningKey(bytes)
        } catch {
            switch error {
            case .notAKey:
                throw CommandFailure("\(path): there is no RSA or Ed25519 key in it that is not encrypted; `auth keygen` makes one")
            case .size(let bits):
                throw CommandFailure("\(path): a key of \(bits) bits, which nobody need take; make one of 2048 with `auth keygen`")
            }
        }
    }
}
