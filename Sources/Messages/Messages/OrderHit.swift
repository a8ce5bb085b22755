/// A temporary order that holds for a message: a note in the verdict, whether the order acts or is only watched.
public struct OrderHit: Sendable, Hashable {
    /// What an order does.
    public enum Effect: Sendable, Hashable {
        /// It says what is done.
        case disposition(Disposition)
        /// It moves the probability from which on a disposition is due; nothing is never.
        case threshold(Disposition, Double?)
    }

    /// The order's id.
    public var id: String
    /// Who gave it, and until when it holds: where people look it up.
    public var place: String
    /// What it does.
    public var effect: Effect
    /// Whether it acts, or is only watched.
    public var isActing: Bool

    /// A hit.
    public init(id: String, place: String, effect: Effect, isActing: Bool) {
        self.id = id
        self.place = place
        self.effect = effect
        self.isActing = isActing
    }

    /// What a decision by it is called.
    public var name: String { OrderHit.namePrefix + id }

    /// What names of decisions by an order begin with.
    public static let namePrefix = "order:"
}
