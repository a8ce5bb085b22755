public import Learning
public import Storing

/// Lets a running filter take up what was learnt beside it: by a lesson, something taken back, a model imported or rolled back.
///
/// It asks the store of models which one is current, which is cheap, and reads a model only when that has changed. One that cannot be read, as when a
/// disk is damaged, leaves in place what judged before. A model that failed its trial is a candidate and never current, so it is not seen here.
public actor LearningWatch {
    /// What a look at the store came to.
    public enum Finding: Sendable {
        /// What judges is current, or why it is not was said before.
        case unchanged
        /// Something newer judges from now on.
        case taken(Learnt)
        /// What is current cannot be used, and what judged before judges on.
        case kept(Learnt, because: String)
    }

    /// What has been learnt as of now, for a filter's setup.
    public nonisolated let learning: CurrentLearning

    private let models: any ModelStore
    private let base: @Sendable () throws -> ContentModel
    /// Why the last look could not be had, so that it is said once.
    private var trouble: String?
    /// What is current and cannot be used, and how many looks ago that was found.
    private var unusable: (checkpoint: CheckpointSummary?, looks: Int)?

    /// After so many looks what could not be read is tried again: somebody may have restored it.
    private static let patience = 50

    /// Reads what is current in a store, or the base where nothing is. Throws when that cannot be read.
    public init(
        _ models: any ModelStore, threats: ThreatModel? = nil, orElse base: @escaping @Sendable () throws -> ContentModel
    ) async throws {
        let current = try await models.list().first(where: \.isCurrent)
        let model = try await LearningWatch.model(of: current, in: models, orElse: base)
        learning = CurrentLearning(model, threats: threats, from: current)
        self.models = models
        self.base = base
    }

    /// Looks until the task is cancelled, pausing between looks; `report` hears of every change.
    public func run(
        every pause: Duration = .milliseconds(200), by clock: some Clock<Duration> = ContinuousClock(),
        report: @Sendable (Finding) -> Void
    ) async {
        while (try? await clock.sleep(for: pause)) != nil {
            let finding = await look()
            if case .unchanged = finding { continue }
            report(finding)
        }
    }

    /// Looks once, and takes up what is newer.
    public func look() async -> Finding {
        let before = learning.now
        var current: CheckpointSummary?
        do throws(StoreError) {
            current = try await models.list().first(where: \.isCurrent)
        } catch {
            return keep(before, because: "\(error)")
        }
        if current == before.checkpoint {
            (trouble, unusable) = (nil, nil)
            return .unchanged
        }
        // No lesson and no step back leads to nothing: somebody took the folder away, or is putting another in its place.
        guard current != nil || before.checkpoint == nil else { return keep(before, because: "no model is there any more") }
        if let (checkpoint, looks) = unusable, checkpoint == current, looks < LearningWatch.patience {
            unusable = (checkpoint, looks + 1)
            return .unchanged
        }
        do {
            let model = try await LearningWatch.model(of: current, in: models, orElse: base)
            (trouble, unusable) = (nil, nil)
            // When somebody else has looked meanwhile, that was heard of there.
            return learning.replace(before, by: model, from: current).map { .taken($0) } ?? .unchanged
        } catch {
            unusable = (current, 0)
            return keep(before, because: "the model \(current?.version ?? "that ships"): \(error)")
        }
    }

    private func keep(_ before: Learnt, because reason: String) -> Finding {
        guard reason != trouble else { return .unchanged }
        trouble = reason
        return .kept(before, because: reason)
    }

    private static func model(
        of checkpoint: CheckpointSummary?, in models: any ModelStore, orElse base: @Sendable () throws -> ContentModel
    ) async throws -> ContentModel {
        guard let checkpoint else { return try base() }
        let bytes = try await models.checkpoint(checkpoint.version).bytes
        return try ModelFile.model(from: bytes.span)
    }
}
