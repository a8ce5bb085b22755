// The domain name system by libunbound, a C library that reads hostile bytes: asynchronous, with every return code looked at. What a server
// sent is read again by `DNSMessage`, whose answers are values, so that nothing here walks through memory of the library.

internal import CUnbound
public import Resolving
public import Telemetry

/// Asks name servers: forwarders, those of the system, or from the root on; checks DNSSEC where it has a trust anchor.
///
/// libunbound has a cache of its own and works on a thread of its own; a second one hands questions in and answers out. So many questions are
/// in flight at most; others wait, each under its own limit. A resolver that cannot be set up as asked is not made, and one whose library
/// broke answers every question with a failure: it never asks anybody else instead.
public final class UnboundResolver: Resolver {
    /// The version of the library, as it says it itself.
    public static var libraryVersion: String {
        // The library answers with text of its own that lives as long as the program.
        guard let version = unsafe ub_version() else { return "" }
        return unsafe String(cString: version)
    }

    private let mailbox: Mailbox
    private let time: any TimeSource

    /// A resolver that is ready for questions. Nobody is asked anything before the first one.
    public init(_ options: UnboundOptions, by time: any TimeSource = SystemTime()) throws(UnboundError) {
        let mailbox = try Mailbox(limit: options.waiting)
        let engine = ConfinedEngine(try UnboundEngine(options, mailbox: mailbox, by: time))
        guard OwnThread.start({ engine.run() }) else { throw UnboundError("the system has no thread left for asking name servers") }
        self.mailbox = mailbox
        self.time = time
    }

    deinit {
        mailbox.close()
        // A few milliseconds. A program that ends meanwhile would take from the library's threads what they work with.
        mailbox.waitForEnd()
    }

    /// The servers' answer; a time-out when the limit is over, or the task that asks is cancelled, before it comes.
    public func answer(to question: Question, within limit: Duration) async -> Answer {
        guard limit > .zero, !Task.isCancelled else { return Answer(.timedOut) }
        let waiter = Waiter()
        guard let number = mailbox.post(question, deadline: time.monotonic() + limit, waiter) else { return Answer(.failed(code: 2)) }
        return await withTaskCancellationHandler {
            await waiter.answer()
        } onCancel: {
            waiter.resolve(Answer(.timedOut))
            mailbox.cancel(number)
        }
    }

    /// Ends the resolver: questions that are open time out, later ones fail. Waits until its threads and sockets are gone.
    public func close() async {
        mailbox.close()
        await mailbox.end()
    }
}

/// Something that keeps a resolver from being made: what is wrong and what to do.
public struct UnboundError: Error, Sendable, CustomStringConvertible {
    /// What is wrong.
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
