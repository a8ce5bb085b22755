internal import StarterModel

extension ContentModel {
    /// The model that ships with the program.
    ///
    /// Throws when the program was built with a damaged model, which its tests would have shown.
    public static func starter() throws(ModelFile.Failure) -> ContentModel {
        // The bytes are a constant array of the program: they live as long as it does and nobody writes to them.
        let bytes = unsafe UnsafeBufferPointer(start: chaffinch_starter_model(), count: Int(chaffinch_starter_model_size()))
        defer { chaffinch_give_back_starter_model() }
        return try ModelFile.model(from: unsafe bytes.span)
    }

    /// The card of the model that ships: data, licences, error rates, weaknesses (Mitchell et al. 2019).
    public static var starterCard: String {
        // The bytes are a constant array of the program, as above.
        let bytes = unsafe UnsafeBufferPointer(start: chaffinch_model_card(), count: Int(chaffinch_model_card_size()))
        return unsafe String(decoding: bytes, as: UTF8.self)
    }
}

extension EvidenceWeights {
    /// The weights that ship with the program; those of a combiner that was never fitted when it was built with a damaged table, which its
    /// tests would have shown.
    public static let starter: EvidenceWeights = {
        // The bytes are a constant array of the program, as above.
        let bytes = unsafe UnsafeBufferPointer(start: chaffinch_starter_weights(), count: Int(chaffinch_starter_weights_size()))
        return EvidenceWeights(text: unsafe String(decoding: bytes, as: UTF8.self)) ?? EvidenceWeights()
    }()
}
