internal import Filter
internal import Messages
internal import Synchronization

/// Remembers what was judged of late, so that it can be asked for again and corrected by its reference alone. Bounded in bytes: the oldest is forgotten first, and all
/// of it when the service ends.
public final class VerdictMemory: Sendable {
    /// Something that was judged.
    struct Entry: Sendable {
        /// Who asked: others are not told.
        var caller: String
        /// The message, to learn from.
        var message: Message
        /// What was thought of it.
        var judged: JudgedMail
        /// The answer that was given.
        var answer: String
        /// About how many bytes it takes to remember, the index of a mail's parts and fields included.
        var weight: Int {
            message.bytes.count + answer.utf8.count + 1024 + 256 * (message.parts.count + message.headers.count + message.hops.count)
                + 128 * message.envelope.recipients.count + 256 * judged.verdict.evidence.count
        }
    }

    private struct State {
        var entries: [String: Entry] = [:]
        /// The references in the order they came; those before `first` are forgotten.
        var order: [String] = []
        var first = 0
        var weight = 0
    }

    private let limit: Int
    private let state = Mutex(State())

    /// A memory of at most so many bytes.
    public init(bytes limit: Int) {
        self.limit = limit
    }

    /// A name that nobody can guess: 128 bits.
    static func reference() -> String {
        var random = SystemRandomNumberGenerator()
        return [random.next(), random.next()].map { (number: UInt64) in
            let digits = String(number, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    /// Remembers something, unless it alone is too large.
    func remember(_ entry: Entry, as reference: String) {
        let weight = entry.weight
        guard weight <= limit else { return }
        state.withLock { state in
            state.entries[reference] = entry
            state.order.append(reference)
            state.weight += weight
            while state.weight > limit, state.first < state.order.count {
                if let old = state.entries.removeValue(forKey: state.order[state.first]) { state.weight -= old.weight }
                state.first += 1
            }
            // What was forgotten at the front is let go of now and then, not each time.
            if state.first > 1024, state.first > state.order.count / 2 {
                state.order.removeFirst(state.first)
                state.first = 0
            }
        }
    }

    /// What is remembered under a reference; nothing where it was forgotten, or somebody else asked.
    func entry(_ reference: String, for caller: Caller) -> Entry? {
        guard let entry = state.withLock({ $0.entries[reference] }) else { return nil }
        return entry.caller == caller.name || caller.scopes.contains(.admin) ? entry : nil
    }
}
