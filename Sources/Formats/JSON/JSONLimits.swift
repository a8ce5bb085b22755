/// The limits of JSON that others sent, in one place.
public enum JSONLimits {
    /// How deep lists and objects may lie inside each other.
    public static let depth = 64
    /// How many values a text may hold, names of members not counted.
    public static let values = 200_000
}
