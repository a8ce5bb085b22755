internal import StarterModel

extension ThreatModel {
    /// The model of the kinds of spam that ships with the program.
    ///
    /// Throws when the program was built with a damaged model, which its tests would have shown.
    public static func starter() throws(ThreatModelFile.Failure) -> ThreatModel {
        // The bytes are a constant array of the program: they live as long as it does and nobody writes to them.
        let bytes = unsafe UnsafeBufferPointer(start: chaffinch_threat_model(), count: Int(chaffinch_threat_model_size()))
        defer { chaffinch_give_back_threat_model() }
        return try ThreatModelFile.model(from: unsafe bytes.span)
    }
}
