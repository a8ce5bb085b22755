internal import Estimation
internal import JSON
internal import Messages
internal import Simulation

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// `chaffinch simulate --recover`: how often intervals hold the truth, over many seeds.
struct RecoveryTable {
    let profile: SimulationProfile
    let days: Range<Int>
    let seeds: Int
    let first: UInt64
    let json: Bool

    /// Simulates all seeds, as many at a time as there are processors, and prints a line a quantity.
    func print() async throws {
        let outcomes = try await outcomes()
        for line in TruthRecovery.lines(of: outcomes) {
            let quantity = line.quantity
            let name = quantity.indicator.rawValue + (quantity.isPart ? ".class" : "") + (quantity.choice.map { " \($0.rawValue)" } ?? "")
            if json {
                StandardStreams.printObject { object in
                    object.member("quantity", name)
                    object.member("channel", quantity.channel.rawValue)
                    object.member("seeds", seeds)
                    object.member("cases", line.cases)
                    object.member("inside", line.inside)
                    object.member("coverage", line.coverage, digits: 4)
                    object.member("relativeHalfWidth", line.halfWidth, digits: 4)
                    object.member("ratio", line.ratio, digits: 4)
                }
            } else {
                let figures = [line.coverage, line.halfWidth, line.ratio].map { Terminal.fitted(JSONText.fixed($0, digits: 3), to: 8) }
                let cells = [(name, 26), (quantity.channel.rawValue, 8), ("\(line.inside)", 7), ("\(line.cases)", 7)]
                StandardStreams.printLine(cells.map { Terminal.fitted($0.0, to: $0.1) }.joined() + figures.joined())
            }
        }
    }

    private func outcomes() async throws -> [TruthRecovery.Outcome] {
        let recovery = TruthRecovery(profile, days: days)
        let (first, seeds) = (first, seeds)
        var bar = ProgressBar(total: seeds, isWanted: !json)
        let found = try await withThrowingTaskGroup(of: (Int, [TruthRecovery.Outcome]).self) { group in
            var found = [[TruthRecovery.Outcome]](repeating: [], count: seeds)
            var next = min(ProcessInfo.processInfo.activeProcessorCount, seeds)
            for place in 0..<next { group.addTask { (place, try recovery.outcomes(seed: first &+ UInt64(place))) } }
            while let (place, outcomes) = try await group.next() {
                found[place] = outcomes
                bar.advance(by: 1)
                guard next < seeds else { continue }
                let following = next
                group.addTask { (following, try recovery.outcomes(seed: first &+ UInt64(following))) }
                next += 1
            }
            return found
        }
        bar.clear()
        return found.flatMap(\.self)
    }
}
