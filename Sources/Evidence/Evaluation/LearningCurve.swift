/// How a filter gets better as it learns: 1-ROCA% over the messages scored so far, at points along the stream.
public struct LearningCurve: Sendable {
    /// A point of the curve.
    public struct Point: Sendable, Hashable {
        /// How many messages were scored.
        public var messages: Int
        /// 1-ROCA% of the last `window` messages before it.
        public var oneMinusROCAPercent: Double
    }

    /// The points, in the order of the stream; a stretch without both classes has none.
    public let points: [Point]
    /// How many messages a point looks back over.
    public let window: Int

    /// The curve of messages in the order they were scored, at about `count` points.
    public init(of messages: [ScoredMessage], points count: Int = 40) {
        let step = max(1, messages.count / max(1, count))
        let window = max(step * 2, 200)
        self.window = window
        points = stride(from: step, through: messages.count, by: step).compactMap { end in
            let slice = Array(messages[max(0, end - window)..<end])
            return RankedScores(slice).oneMinusROCAPercent.map { Point(messages: end, oneMinusROCAPercent: $0) }
        }
    }
}
