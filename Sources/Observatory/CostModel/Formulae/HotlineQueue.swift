internal import Glibc

/// A hotline with agents and one queue, calls at random (Erlang C).
public struct HotlineQueue: Sendable, Hashable {
    /// Work offered, in agents that it keeps busy (erlang).
    public let load: Double
    /// How long a call takes, in seconds.
    public let handlingTime: Double

    /// A hotline with so many calls an hour of so many seconds.
    public init(callsPerHour: Double, handlingTime: Double) {
        self.load = callsPerHour * handlingTime / 3600
        self.handlingTime = handlingTime
    }

    /// The most agents that are looked at: what more a hotline needs is another question.
    public static let mostAgents = 10_000

    /// The probability that a call waits with so many agents; 1 where they are too few for the work.
    public func waitProbability(agents: Int) -> Double {
        guard Double(agents) > load else { return 1 }
        // Erlang B from one agent to the next, which neither powers nor factorials overflow.
        var blocked = 1.0
        for agent in stride(from: 1, through: agents, by: 1) { blocked = load * blocked / (Double(agent) + load * blocked) }
        let idle = 1 - load / Double(agents)
        return blocked / (idle + (1 - idle) * blocked)
    }

    /// The share of calls that is answered within so many seconds.
    public func serviceLevel(agents: Int, within seconds: Double) -> Double {
        guard Double(agents) > load else { return 0 }
        return 1 - waitProbability(agents: agents) * exp(-(Double(agents) - load) * seconds / handlingTime)
    }

    /// The fewest agents that answer a share of calls within so many seconds; nothing where no number does, or no sensible one.
    public func agents(for level: Double, within seconds: Double) -> Int? {
        guard load.isFinite, load >= 0, handlingTime > 0, level < 1, load < Double(HotlineQueue.mostAgents) else { return nil }
        let first = max(1, Int(load) + 1)
        return (first...max(first, HotlineQueue.mostAgents)).first { serviceLevel(agents: $0, within: seconds) >= level }
    }
}
