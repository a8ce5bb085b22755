internal import Filter
internal import Messages
internal import Observatory

/// One message of an input with what was found, ready to be printed.
struct JudgedMessage: Sendable {
    /// Where it came from: a path, with `#` and a number where the file holds several.
    var path: String
    /// The channel it was judged as.
    var channel: Channel
    /// What it is about, in a few words: the subject, or the beginning of the text.
    var summary: String
    /// What Chaffinch thinks of it.
    var verdict: Verdict
    /// What the policy makes of that.
    var decision: Decision
    /// Real-time or stored; text, voice or video.
    var cell: Cell
    /// Which way it crossed our network.
    var direction: Direction
    /// When it came in.
    var arrival: Timestamp
    /// How many bytes it has.
    var size: Int
    /// How far the last hop of its route is believed.
    var trust: Hop.Trust
    /// The network that it was handed over from, where we saw that.
    var network: ObservedSource?
    /// Its label, where the input carries one.
    var isSpam: Bool?

    /// Everybody who has a say on it; filled in where that is shown.
    var voices: [PolicyVoice] = []
    /// The words that spoke most for its class; filled in where they are shown.
    var classWords: [String] = []

    /// A message as it was judged.
    init(path: String, message: Message, summary: String, verdict: Verdict, decision: Decision, isSpam: Bool?) {
        self.path = path
        self.channel = message.channel
        self.cell = message.cell
        self.direction = message.direction
        self.arrival = message.arrival
        self.size = message.bytes.count
        self.trust = message.hops.first?.trust ?? .claimed
        self.network = ObservedSource(handingOver: message)
        self.summary = summary
        self.verdict = verdict
        self.decision = decision
        self.isSpam = isSpam
    }
}
