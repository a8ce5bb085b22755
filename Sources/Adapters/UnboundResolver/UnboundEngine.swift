import CUnbound
import DNSMessages
import Glibc
import Resolving
import Synchronization
import Telemetry

/// What the resolver's thread does: takes questions from the mailbox, hands them to the library up to the limits, hands answers out, and
/// watches the clock. Only one thread ever touches it.
final class UnboundEngine {
    private let context: UnboundContext
    fileprivate let mailbox: Mailbox
    private let time: any TimeSource
    private let options: UnboundOptions

    /// Questions that somebody waits for, in the queue or in flight.
    private var open: [UInt64: Mailbox.Request] = [:]
    /// The questions not yet in flight, in the order they came; those that are over are passed by.
    private var queue: [UInt64] = []
    private var queueStart = 0
    private var deadlines = DeadlineHeap()
    /// What the library was given with the questions that it has, kept for it until it calls back.
    private var tickets: [UInt64: Ticket] = [:]
    /// How many questions in flight somebody waits for.
    private var inFlight = 0

    /// What the library hands back with an answer.
    private final class Ticket {
        // The library calls back only inside the engine's own call of `process`.
        unowned let engine: UnboundEngine
        let number: UInt64

        init(_ engine: UnboundEngine, _ number: UInt64) {
            self.engine = engine
            self.number = number
        }
    }

    init(_ options: UnboundOptions, mailbox: Mailbox, by time: any TimeSource) throws(UnboundError) {
        context = try UnboundContext(options)
        self.mailbox = mailbox
        self.time = time
        self.options = options
    }

    /// Works until the mailbox is closed or the library is gone.
    func run() {
        var isWell = true
        while isWell {
            let mail = mailbox.take()
            for request in mail.requests { accept(request) }
            if mail.isClosed { break }
            for number in mail.cancelled { giveUp(number) }
            let now = time.monotonic()
            expire(now)
            submit()
            isWell = wait(until: deadlines.first?.deadline, now)
        }
        // Where the library is gone, no question comes to a thread that is not there.
        mailbox.close()
        for request in mailbox.take().requests { open[request.number] = request }
        for request in open.values { request.waiter.resolve(Answer(isWell ? .timedOut : .failed(code: 2))) }
    }

    // MARK: Questions

    private func accept(_ request: Mailbox.Request) {
        guard queue.count - queueStart < options.waiting else { return request.waiter.resolve(Answer(.failed(code: 2))) }
        open[request.number] = request
        queue.append(request.number)
        deadlines.add(.init(deadline: request.deadline, number: request.number))
    }

    /// Nobody waits for this any more. In the library it goes on, and its answer is dropped when it comes.
    private func giveUp(_ number: UInt64) {
        guard let request = open.removeValue(forKey: number) else { return }
        if tickets[number] != nil { inFlight -= 1 }
        request.waiter.resolve(Answer(.timedOut))
    }

    private func expire(_ now: Duration) {
        while let next = deadlines.first, next.deadline <= now {
            _ = deadlines.removeFirst()
            giveUp(next.number)
        }
        // What is over before its turn is taken out when there is more of it than of the rest.
        if deadlines.count > 2 * open.count + 1000 { deadlines.keep { open[$0] != nil } }
        if queue.count - queueStart > 2 * open.count + 1000 {
            queue = queue[queueStart...].filter { open[$0] != nil }
            queueStart = 0
        }
    }

    private func submit() {
        while queueStart < queue.count, inFlight < options.inFlight, tickets.count < options.inFlight + options.overdue {
            let number = queue[queueStart]
            queueStart += 1
            if let request = open[number] { ask(request) }
        }
        if queueStart == queue.count || queueStart > 10_000 {
            queue.removeFirst(queueStart)
            queueStart = 0
        }
    }

    private func ask(_ request: Mailbox.Request) {
        let ticket = Ticket(self, request.number)
        tickets[request.number] = ticket
        inFlight += 1
        let data = unsafe Unmanaged.passUnretained(ticket).toOpaque()
        let code = unsafe context.ask(UnboundContext.text(request.question.name), request.question.type.rawValue, data) {
            data, error, result in
            defer { unsafe ub_resolve_free(result) }
            guard let data = unsafe data else { return }
            // It lies in `tickets` until `finish` takes it out.
            let ticket = unsafe Unmanaged<Ticket>.fromOpaque(data).takeUnretainedValue()
            unsafe ticket.engine.finish(ticket.number, error, result)
        }
        guard code != UB_NOERROR.rawValue else { return }
        tickets[request.number] = nil
        inFlight -= 1
        open[request.number] = nil
        request.waiter.resolve(Answer(.failed(code: 2)))
    }

    // MARK: Answers

    private func finish(_ number: UInt64, _ error: CInt, _ result: UnsafeMutablePointer<ub_result>?) {
        tickets[number] = nil
        guard let request = open.removeValue(forKey: number) else { return }
        inFlight -= 1
        guard error == UB_NOERROR.rawValue, let result = unsafe result else { return request.waiter.resolve(Answer(.failed(code: 2))) }
        request.waiter.resolve(unsafe UnboundEngine.answer(to: request.question, result.pointee))
    }

    /// The answer of a result, which the library keeps alive during the call.
    @unsafe private static func answer(to question: Question, _ result: ub_result) -> Answer {
        if unsafe result.bogus != 0 { return Answer(.bogus) }
        let code = UInt16(truncatingIfNeeded: unsafe result.rcode)
        guard let packet = unsafe result.answer_packet, unsafe result.answer_len > 0 else {
            return Answer(.failed(code: code == 0 || code == 3 ? 2 : code))
        }
        let bytes = unsafe UnsafeRawBufferPointer(start: packet, count: Int(result.answer_len))
        let message = unsafe DNSMessage(bytes.bindMemory(to: UInt8.self).span)
        return unsafe Answer(to: question, in: message, code: code, isSecure: result.secure != 0)
    }

    /// Waits for mail, for answers, or for the deadline; whether the library is still there.
    private func wait(until deadline: Duration?, _ now: Duration) -> Bool {
        var sources = [
            pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: context.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        // The array has as many entries as the call is told.
        let count = unsafe poll(&sources, 2, deadline.map { UnboundEngine.milliseconds($0 - now) } ?? -1)
        guard count > 0, sources[1].revents != 0 else { return true }
        return sources[1].revents & Int16(POLLIN) != 0 && context.process()
    }

    /// A time in whole milliseconds, at least so long, and not longer than a minute.
    private static func milliseconds(_ time: Duration) -> CInt {
        guard time < .seconds(60) else { return 60_000 }
        let parts = time.components
        return CInt(parts.seconds * 1000 + (parts.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}

/// An engine on its way to its thread, which holds the lock as long as it runs: nobody else gets at it.
final class ConfinedEngine: Sendable {
    private let engine: Mutex<UnboundEngine?>
    private let mailbox: Mailbox

    init(_ engine: sending UnboundEngine) {
        mailbox = engine.mailbox
        self.engine = Mutex(engine)
    }

    /// Runs the engine to its end, and lets it go with all it holds.
    func run() {
        engine.withLock { engine in
            engine?.run()
            engine = nil
        }
        mailbox.finish()
    }
}
