internal import StarterModel

extension ContentModel {
    /// The model that ships with the program.
    ///
    /// Throws when the program was built with a damaged model, which its tests would have shown.
    public static func starter() throws(ModelFile.Failure) -> ContentModel {
        // The bytes are a constant array of the program: they live as long as it does and nobody writes to them.
        let bytes = unsafe UnsafeBufferPointer(start: chaffinch_starter_model(), count: Int(chaffinch_starter_model_size()))
        return try ModelFile.model(from: unsafe bytes.span)
    }
}
