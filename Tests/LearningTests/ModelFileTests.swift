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

    private func localSample() -> ContentModel {
        var model = sample()
        var local = LocalViews(bucketBits: 10)
        for index in local.weights.indices { local.weights[index] = BFloat16(Float(index % 13) - 6) }
        local.bias = (0..<8).map { Float($0) / 8 }
        local.examples = [0, 10, 20, 30]
        model.local = local
        return model
    }

    @Test func whatWasLearntLocallyIsWrittenAndRead() throws {
        let bytes = ModelFile.bytes(of: localSample())
        let model = try ModelFile.model(from: bytes.span)
        #expect(ModelFile.bytes(of: model) == bytes)
        #expect(model.local?.examples == [0, 10, 20, 30])
        for damage in [{ $0.examples[2] = -1 }, { $0.bias[3] = .nan }, { $0.weights[7] = BFloat16(bits: 0x7F80) }]
            as [(inout LocalViews) -> Void]
        {
            var damaged = localSample()
            if var local = damaged.local {
                damage(&local)
                damaged.local = local
            }
            let bytes = ModelFile.bytes(of: damaged)
            #expect(throws: ModelFile.Failure.self) { try ModelFile.model(from: bytes.span) }
        }
    }

    @Test func moreThanAMillionLocalExamplesAreRead() throws {
        var model = localSample()
        model.local?.examples[1] = 2_000_000
        #expect(try ModelFile.model(from: ModelFile.bytes(of: model).span).local?.examples[1] == 2_000_000)
        for count in [-1, .infinity, .nan] as [Float] {
            model.local?.examples[1] = count
            let bytes = ModelFile.bytes(of: model)
            #expect(throws: ModelFile.Failure.self) { try ModelFile.model(from: bytes.span) }
        }
    }

    @Test func namesAreCutBetweenCharacters() throws {
        var model = sample()
        model.version = String(repeating: "é", count: 200)
        let bytes = ModelFile.bytes(of: model)
        #expect(try ModelFile.model(from: bytes.span).version == String(repeating: "é", count: 127))
        let delta = ModelDelta.bytes(of: model, beyond: sample())
        #expect(ModelFile.bytes(of: try ModelDelta.model(from: delta, onOneOf: [sample()])) == bytes)
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

    @Test(arguments: [.infinity, -.infinity, .nan, 3e38, -3e38, 1e6, -1e6] as [Float])
    func whatCouldOverflowIsRefused(_ value: Float) {
        // The upper half of the float, as it stands in a file that somebody made and sealed.
        let stored = UInt16(truncatingIfNeeded: value.bitPattern >> 16)
        let damages: [(field: String, offset: Int, damage: (inout ContentModel) -> Void)] = [
            ("bias", 20, { $0.bias[1] = value }),
            ("scale", 40, { $0.calibration[2].scale = value }),
            ("offset", 60, { $0.calibration[3].offset = value }),
            ("weight", 72 + 8 + 10, { $0.weights[5] = stored | 0x8 }),
        ]
        for (field, offset, damage) in damages {
            var model = sample()
            damage(&model)
            let bytes = ModelFile.bytes(of: model)
            #expect(throws: ModelFile.Failure.fieldOutOfRange(field: field, offset: offset)) { try ModelFile.model(from: bytes.span) }
        }
    }

    @Test func theLargestWeightsJudgeWithNumbers() throws {
        var model = ContentModel(version: "large", bucketBits: 10)
        let largest = ContentModel.narrow(990_000)
        for index in model.weights.indices { model.weights[index] = largest }
        for slot in 0..<ContentModel.slots { model.calibration[slot] = .init(scale: 990_000, offset: 990_000) }
        let read = try ModelFile.model(from: ModelFile.bytes(of: model).span)
        let features = FeatureSet(family: .mail, hashes: Array(0..<16384))
        #expect(read.logOdds(of: features).isFinite)
    }

    @Test func storedWeightsAreCloseToWhatTheyWere() {
        for weight in [0, 1, -1, 0.001, 123.456, -7.25] as [Float] {
            #expect(abs(ContentModel.widen(ContentModel.narrow(weight)) - weight) <= abs(weight) / 256)
        }
        #expect(ContentModel.narrow(.infinity) == 0)
        #expect(ContentModel.narrow(.nan) == 0)
    }
}
