internal import Glibc
internal import Quarantine
internal import SQLiteStore
internal import Settings
internal import Storing

/// The file of the key that held messages are sealed with: a line of hexadecimal digits, for its owner alone.
enum KeyFile {
    /// Where these settings have it.
    static func path(_ settings: Settings) -> String {
        settings[.quarantineKey].isEmpty ? settings.stateFolder + "/quarantine.key" : settings[.quarantineKey]
    }

    /// The key of these settings; where there is none yet, and nothing that was sealed, one is made. Another would not open what is there.
    ///
    /// To be asked before a file of sealed messages is opened, since that makes it. Throws where others may read the key, or it is none.
    static func key(_ settings: Settings, isMade: Bool) throws(StoreError) -> QuarantineKey {
        let path = path(settings)
        if unsafe access(path, F_OK) != 0 {
            let isSealed = [SQLiteQuarantineStore.fileName, ReportFolder.fileName].contains { name in
                unsafe access("\(settings.stateFolder)/\(name)", F_OK) == 0
            }
            guard isMade, !isSealed else {
                throw StoreError(
                    .missing, doing: "reading the key of the quarantine", at: path,
                    detail: "what was sealed with it opens with no other; bring it back, or move quarantine.sqlite and reports.sqlite away")
            }
            try make(at: path)
        }
        return try read(path)
    }

    private static func read(_ path: String) throws(StoreError) -> QuarantineKey {
        let action = "reading the key of the quarantine"
        var status = stat()
        // stat fills the struct it is given, which lives through the call.
        guard unsafe stat(path, &status) == 0 else { throw StoreError(.missing, doing: action, at: path) }
        guard status.st_mode & 0o077 == 0 else {
            throw StoreError(
                .denied, doing: action, at: path, detail: "others than its owner may read it; take that from them with chmod 600")
        }
        let bytes: [UInt8]
        do throws(FileBytes.Failure) { bytes = try FileBytes.read(path, limit: 1024) } catch {
            throw StoreError(.denied, doing: action, at: path, detail: "\(error)")
        }
        guard let key = QuarantineKey(secret: secret(in: bytes)) else {
            throw StoreError(.damaged, doing: action, at: path, detail: "it is not 64 hexadecimal digits")
        }
        return key
    }

    private static func secret(in bytes: [UInt8]) -> [UInt8] {
        let digits = bytes.filter { $0 > 0x20 }
        guard digits.count == 2 * QuarantineKey.bytes else { return [] }
        return stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
        }
    }

    /// Writes a new key into a file beside and gives that the name: whoever reads meanwhile finds a whole key or none, and of two who make one the
    /// first has made it for both.
    private static func make(at path: String) throws(StoreError) {
        let action = "making the key of the quarantine"
        let draft = "\(path).\(getpid()).new"
        let digits = QuarantineKey.random().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "\n"
        do throws(FileBytes.Failure) { try WholeFile.writeSecret(Array(digits.utf8), to: draft) } catch {
            throw StoreError(.denied, doing: action, at: path, detail: error.reason)
        }
        defer { _ = unsafe unlink(draft) }
        guard unsafe link(draft, path) == 0 || errno == EEXIST else {
            throw StoreError(.failed, doing: action, at: path, detail: FileBytes.reason())
        }
        // The name has to last as well as what it names: what is sealed with a key that is gone opens for nobody.
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let place = unsafe open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard place >= 0 else { return }
        _ = fsync(place)
        close(place)
    }
}
