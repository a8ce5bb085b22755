import Features
import Testing

@testable import Learning

@Suite struct ModelFileTests {
    private func sample() -> ContentModel {
        var model = ContentModel(version: "sample 1", bucketBits: 10)
        for index in model.weights.indices { model.weights[index] = ContentModel.narrow(Float(index % 17) - 8) }
        model.bias = [0, 0.5, -0.25, 0.125]
        model.calibration[2] = .init(scale: 0.75, offset: -1)
        model.examples = (12, 34)
        return model
    }

    @Test func whatIsWrittenIsRead() throws {
        let bytes = ModelFile.bytes(of: sample())
        let model = try ModelFile.model(from: bytes.span)
        #expect(ModelFile.bytes(of: model) == bytes)
        #expect(model.version == "sample 1")
        #expect(model.examples == (12, 34))
        #expect(model.calibration[2] == .init(scale: 0.75, offset: -1))
    }

    @Test func everyCutIsNoticed() {
        let bytes = ModelFile.bytes(of: sample())
        for length in [0, 3, 4, 71, 72, 80, bytes.count - 1] {
            #expect(throws: ModelFile.Failure.self) { try ModelFile.model(from: Array(bytes[..<length]).span) }
        }
        #expect(throws: ModelFile.Failure.wrongLength(expected: bytes.count, found: bytes.count + 1)) {
            try ModelFile.model(from: (bytes + [0]).span)
        }
    }

    @Test func everyChangedByteIsNoticed() {
        let bytes = ModelFile.bytes(of: sample())
        for offset in Array(0..<100) + [bytes.count / 2, bytes.count - 1] {
            var changed = bytes
            changed[offset] ^= 0x10
            #expect(throws: ModelFile.Failure.self, "offset \(offset)") { try ModelFile.model(from: changed.span) }
        }
    }

    @Test func storedWeightsAreCloseToWhatTheyWere() {
        for weight in [0, 1, -1, 0.001, 123.456, -7.25] as [Float] {
            #expect(abs(ContentModel.widen(ContentModel.narrow(weight)) - weight) <= abs(weight) / 256)
        }
        #expect(ContentModel.narrow(.infinity) == 0)
        #expect(ContentModel.narrow(.nan) == 0)
    }
}
