import Testing

@testable import Learning

/// Files that hold what recipients taught, and lie under a good checksum.
@Suite struct PersonalFileTests {
    private static let name = "sample"
    /// Where the personal copies begin: after the header, the name, and the weights.
    private static let start = 72 + name.utf8.count + 2 * ContentModel.slots << 10
    private static let marks = start + 21

    private func sample() -> ContentModel {
        var model = ContentModel(version: PersonalFileTests.name, bucketBits: 10)
        var copies = PersonalCopies(key: RecipientKey(low: 7, high: 11), bucketBits: 10)
        copies.recipients = [5: 1, 9: 2]
        model.personal = copies
        return model
    }

    /// The bytes of the sample, changed from an offset on and sealed again.
    private func sealed(_ change: [UInt8], at offset: Int) -> [UInt8] {
        var bytes = ModelFile.bytes(of: sample())
        bytes.replaceSubrange(offset..<(offset + change.count), with: change)
        return seal(bytes)
    }

    private func seal(_ content: [UInt8]) -> [UInt8] {
        var bytes = content
        ModelFile.seal(&bytes)
        return bytes
    }

    @Test func fieldsOutOfRangeAreRefusedUnderAGoodSeal() throws {
        let (start, marks) = (PersonalFileTests.start, PersonalFileTests.marks)
        let untouched = sealed([], at: 0)
        #expect(try ModelFile.model(from: untouched.span).personal?.recipients == [5: 1, 9: 2])
        let cases: [(field: String, offset: Int, at: Int, change: [UInt8])] = [
            ("bucket bits of personal copies", start, start, [9]), ("bucket bits of personal copies", start, start, [23]),
            ("bucket bits of personal copies", start, start, [255]),
            ("count of recipients", start + 17, start + 17, [1, 0x10, 0, 0]),
            ("count of recipients", start + 17, start + 17, [255, 255, 255, 255]),
            ("recipient", marks, marks, [0]), ("recipient", marks + 12, marks + 12, [5]), ("recipient", marks + 12, marks + 12, [4]),
            ("recipient", marks + 12, marks + 12, [0]), ("weight", marks + 24, marks + 24, [0xC0, 0x7F]),
        ]
        for found in cases {
            let bytes = sealed(found.change, at: found.at)
            #expect(throws: ModelFile.Failure.fieldOutOfRange(field: found.field, offset: found.offset)) {
                try ModelFile.model(from: bytes.span)
            }
        }
    }

    @Test func lengthsThatLieAreRefusedUnderAGoodSeal() {
        let size = ModelFile.bytes(of: sample()).count
        for (change, offset) in [
            ([255, 255, 255, 255], size - 4), ([1], size - 4), ([255, 255, 255, 127], size - 4), ([11], PersonalFileTests.start),
            ([3], PersonalFileTests.start + 17),
        ] as [([UInt8], Int)] {
            let bytes = sealed(change, at: offset)
            #expect { try ModelFile.model(from: bytes.span) } throws: { error in
                if case .wrongLength = error as? ModelFile.Failure { true } else { false }
            }
        }
    }

    @Test(arguments: ["link.count nan", "link.count inf", "link.count 1e999", "link.count", " 1", "link.count 1 2"])
    func aTextThatIsNoWeightsIsRefusedUnderAGoodSeal(text: String) {
        let whole = ModelFile.bytes(of: sample())
        let bytes = seal(Array(whole.dropLast(4)) + Array(text.utf8) + [UInt8(text.utf8.count), 0, 0, 0])
        #expect(throws: ModelFile.Failure.fieldOutOfRange(field: "evidence weights", offset: whole.count - 4)) {
            try ModelFile.model(from: bytes.span)
        }
    }

    @Test func aLearnersRecipientsAscend() throws {
        let base = ContentModel(version: "base", bucketBits: 10)
        var state = LearnerState(base: base)
        state.learner.hearRecipients(by: RecipientKey(low: 7, high: 11))
        let (low, high) = (UInt64(0x1122_3344_5566_7788), UInt64(0x99AA_BBCC_DDEE_FF01))
        state.learner.personal?.recipients = [low: 1, high: 2]
        let bytes = LearnerFile.bytes(of: state)
        #expect(LearnerFile.state(from: bytes, base: base)?.learner.personal?.recipients == [low: 1, high: 2])
        func written(_ mark: UInt64) -> [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: mark >> UInt64(8 * $0)) } }
        let end = bytes.count - 36
        let place = try #require((end...(end + 12)).first { Array(bytes[$0..<($0 + 8)]) == written(low) })
        for pair in [[high, low], [low, low], [0, high], [low, 0]] {
            var changed = bytes
            changed.replaceSubrange(place..<(place + 8), with: written(pair[0]))
            changed.replaceSubrange((place + 12)..<(place + 20), with: written(pair[1]))
            #expect(LearnerFile.state(from: changed, base: base) == nil)
        }
    }
}
