extension Duration {
    /// Reads a length of time with its unit, as settings write it: `3 h`, `30min`, `7 d`. Nothing when it is none.
    public init?(written text: String) {
        guard let duration = Unit.duration(text) else { return nil }
        self = duration
    }

    /// As settings write it.
    public var written: String { Unit.spelling(self) }
}
