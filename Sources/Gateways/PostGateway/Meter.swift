public import Filter
public import MailGateway
public import Messages
internal import Synchronization
public import Telemetry

/// Counts what a service does. One for all its gateways.
public final class Meter: Sendable {
    /// What verdicts are counted by.
    struct VerdictKey: Hashable, Comparable {
        var gateway: String
        var channel: String
        var disposition: String
        var isCarriedOut: Bool

        static func < (left: VerdictKey, right: VerdictKey) -> Bool {
            (left.gateway, left.channel, left.disposition) < (right.gateway, right.channel, right.disposition)
        }
    }

    /// What answers over HTTP are counted by.
    struct AnswerKey: Hashable, Comparable {
        var route: String
        var status: Int

        static func < (left: AnswerKey, right: AnswerKey) -> Bool { (left.route, left.status) < (right.route, right.status) }
    }

    struct Counts {
        var verdicts: [VerdictKey: Int] = [:]
        var refusals: [String: Int] = [:]
        var answers: [AnswerKey: Int] = [:]
        var lessons: [String: Int] = [:]
        /// How many judgements took up to each of `bounds`, and how many longer.
        var buckets = [Int](repeating: 0, count: Meter.bounds.count + 1)
        var seconds = 0.0
    }

    /// The bounds of the histogram of judgements, in seconds.
    static let bounds = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    private let counts = Mutex(Counts())

    /// A meter at zero.
    public init() {}

    var now: Counts { counts.withLock { $0 } }

    func count(_ judged: JudgedMail, on channel: Channel, by gateway: String, after elapsed: Duration) {
        let (whole, attoseconds) = elapsed.components
        let seconds = Double(whole) + Double(attoseconds) / 1e18
        let key = VerdictKey(
            gateway: gateway, channel: channel.isCode ? channel.rawValue : "other", disposition: judged.decision.disposition.rawValue,
            isCarriedOut: judged.decision.isCarriedOut)
        let bucket = Meter.bounds.firstIndex { seconds <= $0 } ?? Meter.bounds.count
        counts.withLock { counts in
            counts.verdicts[key, default: 0] += 1
            counts.buckets[bucket] += 1
            counts.seconds += seconds
        }
    }

    func count(_ refusal: ScanningPool.Refusal) {
        counts.withLock { $0.refusals["\(refusal)", default: 0] += 1 }
    }

    func count(answer status: Int, on route: String) {
        counts.withLock { $0.answers[AnswerKey(route: route, status: status), default: 0] += 1 }
    }

    func count(lesson outcome: String) {
        counts.withLock { $0.lessons[outcome, default: 0] += 1 }
    }
}

/// Judges, and counts what came of it.
public struct MeteredJudge: MailJudging {
    private let judge: any MailJudging
    private let gateway: String
    private let meter: Meter
    private let time: any TimeSource

    /// A judge whose verdicts are counted as those of a gateway.
    public init(_ judge: any MailJudging, for gateway: String, by meter: Meter, _ time: any TimeSource) {
        self.judge = judge
        self.gateway = gateway
        self.meter = meter
        self.time = time
    }

    /// Judges a message; the time counted is that of waiting and judging together.
    public func judged(_ message: Message) async throws(ScanningPool.Refusal) -> JudgedMail {
        let start = time.monotonic()
        let channel = message.channel
        do throws(ScanningPool.Refusal) {
            let judged = try await judge.judged(message)
            meter.count(judged, on: channel, by: gateway, after: time.monotonic() - start)
            return judged
        } catch {
            meter.count(error)
            throw error
        }
    }
}
