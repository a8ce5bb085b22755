/// How a figure came about. Figures of different methods are never added without saying so.
public enum CountMethod: String, Sendable, Hashable, CaseIterable {
    /// Each message was seen and counted.
    case measured
    /// A share of the messages was seen, and stands for all.
    case sampled
    /// People or operators told of it: complaints, reports, feedback loops.
    case reported
    /// Somebody was asked, and answered with a figure.
    case surveyed
}
