import Messages
import Storing
import Testing

@testable import Observatory

@Suite struct Sketches {
    private func roundTrip<Value: SegmentValue>(_ value: Value) throws -> Value {
        var bytes: [UInt8] = []
        value.write(to: &bytes)
        var reader = SegmentReader(bytes)
        let read = try Value(from: &reader)
        #expect(reader.isAtEnd)
        return read
    }

    @Test(arguments: [0, 1, 2, 10, 100, 1000, 5000, 20_000, 300_000])
    func distinctCountsAreAsNearAsTheySay(number: Int) {
        // Twenty sketches of other things: none further than four standard errors, and their mean well within one.
        var sum = 0.0
        for seed in 0..<20 as Range<UInt64> {
            var random = SplitMix(seed: seed)
            var sketch = HyperLogLog()
            for _ in 0..<number {
                let hash = random.next()
                sketch.add(hash)
                sketch.add(hash)
            }
            let error = sketch.estimate / Double(max(number, 1)) - (number == 0 ? 0 : 1)
            #expect(abs(error) <= 4 * HyperLogLog.relativeError, "\(seed): \(sketch.estimate)")
            sum += error
        }
        #expect(abs(sum / 20) < HyperLogLog.relativeError)
    }

    @Test func mergingDistinctCountsIsCountingTogether() throws {
        var random = SplitMix(seed: 4)
        let hashes = (0..<9000).map { _ in random.next() }
        func sketch(_ hashes: some Sequence<UInt64>) -> HyperLogLog {
            var sketch = HyperLogLog()
            for hash in hashes { sketch.add(hash) }
            return sketch
        }
        let (a, b, c) = (sketch(hashes[..<4000]), sketch(hashes[3000..<7000]), sketch(hashes[7000...]))
        func merged(_ left: HyperLogLog, _ right: HyperLogLog) -> HyperLogLog {
            var left = left
            left.merge(right)
            return left
        }
        #expect(merged(merged(a, b), c) == sketch(hashes))
        #expect(merged(a, merged(c, b)) == sketch(hashes))
        #expect(merged(a, a) == a, "the same merged twice counts once")
        #expect(merged(a, .empty) == a)
        #expect(try roundTrip(merged(a, b)) == merged(a, b))
        #expect(try roundTrip(HyperLogLog()) == HyperLogLog())
    }

    @Test func quantilesAreAsNearAsTheySay() throws {
        var random = SplitMix(seed: 9)
        for top in [5, 100, 10_000, 1 << 30] {
            // Skewed, as sizes and delays are.
            let numbers = (0..<5000).map { _ in Int(Double(top) * random.fraction() * random.fraction() * random.fraction()) }.sorted()
            var sketch = QuantileSketch()
            for number in numbers.shuffled(using: &random) { sketch.add(number) }
            let shares = [0, 0.01, 0.25, 0.5, 0.9, 0.99, 0.999, 1]
            for (share, told) in zip(shares, try roundTrip(sketch).quantiles(shares)) {
                let exact = Double(numbers[Int((share * 4999).rounded(.down))])
                #expect(abs(told - exact) <= exact * QuantileSketch.relativeError + 1e-9, "\(share) of \(top): \(told), \(exact)")
            }
        }
        #expect(QuantileSketch().quantiles([0.5]).isEmpty)
    }

    @Test func mergingQuantilesIsCountingTogether() {
        var random = SplitMix(seed: 10)
        let numbers = (0..<3000).map { _ in Int.random(in: 0..<100_000, using: &random) }
        func sketch(_ numbers: some Sequence<Int>) -> QuantileSketch {
            var sketch = QuantileSketch()
            for number in numbers { sketch.add(number) }
            return sketch
        }
        var left = sketch(numbers[..<1000])
        left.merge(sketch(numbers[1000...]))
        var right = sketch(numbers[1000...])
        right.merge(sketch(numbers[..<1000]))
        #expect(left == sketch(numbers))
        #expect(right == left)
        #expect(left.count == 3000)
        var weighted = QuantileSketch()
        weighted.add(7, times: 5)
        weighted.add(7, times: 0)
        weighted.add(-3, times: 1)
        #expect(weighted.count == 6)
    }

    /// Every prefix of good bytes, and bytes changed at random, are read or refused; what is read can be used.
    @Test func hostileBytesAreRefused() throws {
        var random = SplitMix(seed: 11)
        var counted = ObservationCounter()
        for _ in 0..<60 { counted.add(anObservation(&random)) }
        var refused = 0
        for (key, bytes) in segments(of: counted) {
            let table = try #require(StudyTable(rawValue: key.table))
            let marks = RankMarks(other: 1, bound: 2)
            #expect(throws: Never.self) { try table.merged([bytes], marks) }
            for length in stride(from: 0, to: bytes.count, by: 7) {
                #expect(throws: (any Error).self) { try table.merged([Array(bytes[..<length])], marks) }
            }
            #expect(throws: (any Error).self) { try table.merged([bytes + [0]], marks) }
            for _ in 0..<200 {
                var changed = bytes
                changed[Int.random(in: changed.indices, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
                do { _ = try table.merged([changed, bytes], marks) } catch { refused += 1 }
            }
        }
        #expect(refused > 100)
        let long = [UInt8]([1, 1, 10]) + [UInt8](repeating: 0xFF, count: 9) + [1]
        for bytes in [[], [1], [2, 1, 10, 0], [1, 9, 10, 0], [1, 1, 9, 0], long] as [[UInt8]] {
            #expect(throws: SegmentDefect.self) { try SegmentBlock<CellCount>(bytes: bytes, width: 10) }
        }
    }

    @Test func aRankingKeepsSumsAndSaysWhatMayBeMissing() {
        let marks = RankMarks(other: 1, bound: 2)
        var random = SplitMix(seed: 5)
        var exact: [UInt32: Int64] = [:]
        var kept = SegmentBlock<CellCount>(width: 2)
        for _ in 0..<40 {
            var batch: [UInt32: Int64] = [:]
            for _ in 0..<400 {
                // A few names that come often among many that come rarely.
                let name = UInt32(10 + Int(pow(random.fraction(), 4) * 2000))
                batch[name, default: 0] += 1
                exact[name, default: 0] += 1
            }
            var block = SegmentBlock<CellCount>(width: 2)
            for (name, count) in batch.sorted(by: { $0.key < $1.key }) {
                block.append(CellCount(messages: count, observations: count)) { $0 == 0 ? 7 : name }
            }
            kept = kept.merged(with: block).trimmed(to: 50, marks)
            #expect(kept.count <= 102)
        }
        var told: [UInt32: Int64] = [:]
        for index in 0..<kept.count { told[kept.key(at: index).last ?? 0] = kept.values[index].messages }
        let bound = told.removeValue(forKey: marks.bound) ?? 0
        #expect(told.values.reduce(0, +) == 16_000, "sums are exact")
        for (name, count) in exact {
            #expect((told[name] ?? 0) <= count && count <= (told[name] ?? 0) + bound, "\(name)")
        }
        #expect(bound > 0 && bound < 400, "\(bound)")
    }
}

private func pow(_ base: Double, _ exponent: Int) -> Double { (0..<exponent).reduce(1) { product, _ in product * base } }
