import Messages
import Testing

@testable import Features

@Suite struct FeatureVectorTests {
    @Test func keepsEachHashOnceInTheOrderMet() {
        var vector = FeatureVector()
        for hash in [7, 3, 7, 9, 3] as [UInt32] { vector.insert(hash) }
        #expect(vector.hashes == [7, 3, 9])
    }

    @Test func emptyingForgetsEverything() {
        var vector = FeatureVector()
        vector.insert(1)
        vector.removeAll()
        #expect(vector.isEmpty)
        vector.insert(1)
        #expect(vector.hashes == [1])
    }

    @Test func dropsWhatIsPastTheLimitAndSaysSo() {
        var vector = FeatureVector(limit: 64)
        for hash in 0..<64 as Range<UInt32> { vector.insert(hash) }
        #expect(!vector.isTruncated)
        vector.insert(64)
        #expect(vector.count == 64)
        #expect(vector.isTruncated)
    }

    @Test func hashesThatCollideInTheTableAreKeptApart() {
        var vector = FeatureVector(limit: 16)
        // More hashes than a sixteenth of the table's slots could hold without a collision.
        let hashes = (0..<16).map { UInt32($0) << 27 }
        for hash in hashes { vector.insert(hash) }
        #expect(vector.hashes == hashes)
    }

    @Test(arguments: [16, 64, 1024])
    func manyAtOnceAreTheSameAsOneByOne(limit: Int) {
        var state: UInt32 = 1
        let hashes = (0..<200).map { _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return state >> 16 & 0x7F
        }
        var single = FeatureVector(limit: limit)
        var many = FeatureVector(limit: limit)
        for _ in 0..<2 {
            single.removeAll()
            many.removeAll()
            single.insert(5)
            many.insert(5)
            for (index, hash) in hashes.enumerated() { single.insert(hash, from: FeatureOrigin(.word, index)) }
            many.insert(upTo: 400) { list, origins in
                for (index, hash) in hashes.enumerated() {
                    list[index] = hash
                    origins[index] = FeatureOrigin(.word, index)
                }
                return hashes.count
            }
            #expect(many.hashes == single.hashes)
            #expect(many.origins == single.origins)
            #expect(many.isTruncated == single.isTruncated)
        }
    }

    @Test(arguments: [(Channel.email, ChannelFamily.mail), (.sms, .text), (.rcs, .text), (.im, .social), (.voice, .social)])
    func channelsOfAFamilyShareACopy(channel: Channel, family: ChannelFamily) {
        #expect(ChannelFamily(channel) == family)
    }

    @Test func theSameTokenInAnotherFieldIsAnotherFeature() {
        let token = FeatureHash.token(Array("offer".utf8).span)
        let hashes = Set(FeatureHash.Field.allCases.map { FeatureHash.of($0, token) })
        #expect(hashes.count == FeatureHash.Field.allCases.count)
        #expect(FeatureHash.of(.bodyPair, token, 1) != FeatureHash.of(.bodyPair, 1, token))
    }

    @Test func capitalsMakeNoOtherToken() {
        #expect(FeatureHash.token(Array("X-Mailer".utf8).span) == FeatureHash.token(Array("x-mailer".utf8).span))
    }

    /// A stored model is only worth something as long as hashes stay what they are.
    @Test func hashesNeverChange() {
        #expect(FeatureHash.token(Array("chaffinch".utf8).span) == 0x270E27F3)
        #expect(FeatureHash.of(.body, 1) == 0x566E3E91)
    }
}
