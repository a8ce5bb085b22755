internal import Glibc
internal import Storing

/// Holds a state folder for one change of what was taught there, so that no other program changes it meanwhile: both would make the next model of the
/// same examples, and one would be lost. The system lets go of it when the program ends, however it ends.
final class TeachingLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock of a state folder that is there; waits for whoever has it.
    init(folder: String) throws(StoreError) {
        // The path's bytes live for the call.
        let descriptor = unsafe open(folder + "/teaching.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StoreError(.denied, doing: "locking what was taught", at: folder, detail: FileBytes.reason())
        }
        while flock(descriptor, LOCK_EX) != 0 {
            if errno == EINTR { continue }
            let reason = FileBytes.reason()
            close(descriptor)
            throw StoreError(.failed, doing: "locking what was taught", at: folder, detail: reason)
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }
}

extension LocalState {
    /// Changes what was taught, while nobody else does; waits for whoever does.
    func teaching<Value>(_ change: () async throws -> Value) async throws -> Value {
        let lock = try TeachingLock(folder: folder)
        defer { withExtendedLifetime(lock) {} }
        return try await change()
    }
}
