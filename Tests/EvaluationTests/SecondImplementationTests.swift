import Foundation
import Messages
import Testing

@testable import Evaluation

/// Python with SciPy, run as a process.
private enum SciPy {
    private static let python = "/usr/bin/python3"

    static let isThere: Bool = {
        let isThere = (try? run("import scipy, numpy", input: ""))?.isEmpty ?? false
        if !isThere { print("SKIPPED: python3 with scipy is not there; the measures were not compared with it.") }
        return isThere
    }()

    static func run(_ script: String, input: String) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = ["-c", script]
        let pipes = (Pipe(), Pipe())
        process.standardInput = pipes.0
        process.standardOutput = pipes.1
        process.standardError = FileHandle.nullDevice
        try process.run()
        try pipes.0.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try pipes.0.fileHandleForWriting.close()
        let output = String(decoding: try pipes.1.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return output
    }
}

/// The measures against another implementation of them: SciPy and NumPy, on scores drawn here.
@Suite("Measures against SciPy", .enabled(if: SciPy.isThere))
struct SecondImplementationTests {
    private static let script = """
        import sys
        import numpy as np
        from scipy import stats
        from scipy.special import expit, logit
        rows = np.array([[float(x) for x in line.split()] for line in sys.stdin])
        scores, spam = rows[:, 0], rows[:, 1] == 1
        ham_scores, spam_scores = scores[~spam], scores[spam]
        area = stats.mannwhitneyu(ham_scores, spam_scores).statistic / (len(ham_scores) * len(spam_scores))
        hm, sm = np.mean(ham_scores > 0), np.mean(spam_scores <= 0)
        smooth = lambda rate, n: (rate * n + 0.5) / (n + 1)
        lam = expit((logit(smooth(hm, len(ham_scores))) + logit(smooth(sm, len(spam_scores)))) / 2)
        allowed = int(np.floor(0.001 * len(ham_scores)))
        threshold = np.sort(ham_scores)[-1 - allowed]
        at = np.mean(spam_scores <= threshold)
        p = expit(scores)
        which = np.minimum((p * 15).astype(int), 14)
        mean = stats.binned_statistic(which, p, 'mean', bins=np.arange(16) - 0.5).statistic
        share = stats.binned_statistic(which, spam, 'mean', bins=np.arange(16) - 0.5).statistic
        count = np.bincount(which, minlength=15)
        error = np.nansum(count * np.abs(mean - share)) / len(p)
        print(*[repr(float(x)) for x in (100 * area, 100 * lam, 100 * hm, 100 * sm, 100 * at, error)])
        """

    @Test("Both find the same, for even and uneven classes, coarse scores and fine ones", arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
    func agree(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let spamShare = [0.5, 0.1, 0.9][Int(seed) % 3]
        let messages = (0..<3000).map { _ in
            let isSpam = Double(random.next() % 1000) / 1000 < spamShare
            let spread = (0..<4).reduce(0.0) { sum, _ in sum + Double(random.next() % 10_000) / 10_000 - 0.5 } * 4
            let fine = (isSpam ? 1.5 : -1.5) + spread
            return ScoredMessage(logOdds: seed % 2 == 0 ? fine : (fine * 2).rounded() / 2, isSpam: isSpam)
        }
        let input = messages.map { "\($0.logOdds) \($0.isSpam ? 1 : 0)\n" }.joined()
        let output = try SciPy.run(SecondImplementationTests.script, input: input)
        let theirs = output.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
        try #require(theirs.count == 6)
        let measures = Measures(of: messages)
        let ours = [
            measures.oneMinusROCAPercent, measures.lamPercent, measures.hamErrorPercent, measures.spamErrorPercent,
            measures.spamErrorPercentAtHam0_1, measures.calibrationError,
        ]
        for (our, their) in zip(ours, theirs) {
            let value = try #require(our)
            #expect(abs(value - their) < 1e-9 * max(1, abs(their)), "\(value) and \(their)")
        }
    }
}
