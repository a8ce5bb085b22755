internal import Glibc

/// A thread beside Swift's pool, for what may block.
public enum OwnThread {
    /// What a thread runs, as something a C function can be handed.
    private final class Body: Sendable {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) {
            self.run = run
        }
    }

    /// Makes a thread that nobody waits for; false when the system has none left.
    public static func start(_ run: @escaping @Sendable () -> Void) -> Bool {
        // The thread takes over the reference made here; when there is no thread it is given back below.
        let body = unsafe Unmanaged.passRetained(Body(run))
        var thread = pthread_t()
        let code = unsafe pthread_create(
            &thread, nil,
            { body in
                guard let body = unsafe body else { return nil }
                unsafe Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run()
                return nil
            }, body.toOpaque())
        guard code == 0 else {
            unsafe body.release()
            return false
        }
        pthread_detach(thread)
        return true
    }
}
