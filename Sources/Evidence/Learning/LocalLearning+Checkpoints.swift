// Which models and states are kept, and under what versions.
internal import Messages
public import Storing

extension LocalLearning {
    /// What the versions of models learnt here begin with.
    public static let prefix = "local-"
    /// What the versions of imported models begin with.
    public static let importedPrefix = "imported-"

    /// The next version: its number is higher than that of any model there is.
    public static func nextVersion(_ prefix: String, after models: [CheckpointSummary]) -> String {
        let numbers = models.compactMap { $0.version.split(separator: "-").last.flatMap { Int($0) } }
        return prefix + "\((numbers.max() ?? 0) + 1)"
    }

    /// Keeps the learner's state. One that cannot be kept is no loss: the next lesson builds it again from the log.
    func keep(_ state: LearnerState?, _ version: String) async {
        let before = (try? await learners.list()) ?? []
        if let state {
            let checkpoint = Checkpoint(
                version: "\(version)-\(state.words)", time: Timestamp(milliseconds: 0), bytes: LearnerFile.bytes(of: state))
            guard (try? await learners.save(checkpoint)) != nil else { return }
        }
        for old in before { try? await learners.remove(old.version) }
    }

    /// Removes the oldest checkpoints, but never the current one, the one a step back leads to, and the last imported one, which is the base.
    /// One that cannot be removed is tried again next time.
    public func prune() async {
        guard let list = try? await models.list() else { return }
        let current = list.firstIndex(where: \.isCurrent) ?? 0
        var needed: Set<String> = Set(list.filter(\.isCurrent).map(\.version))
        if let before = list[..<current].last(where: { !$0.isCandidate }) { needed.insert(before.version) }
        if let imported = list.last(where: { $0.version.hasPrefix(LocalLearning.importedPrefix) }) { needed.insert(imported.version) }
        var surplus = list.count - max(policy.kept, 2)
        for summary in list where surplus > 0 && !needed.contains(summary.version) {
            try? await models.remove(summary.version)
            surplus -= 1
        }
    }
}
