public import Learning
public import Storing
internal import Synchronization

/// What has been learnt, as messages are judged by it: never changed, and shared by all who judge.
public final class Learnt: Sendable {
    /// What has been learnt of content, by everybody and by recipients, with the weights of evidence fitted to it.
    public let model: ContentModel
    /// What has been learnt of the kinds of spam; nothing to go by the findings alone.
    public let threats: ThreatModel?
    /// The checkpoint that the content model was read from; nothing for one that ships or was given.
    public let checkpoint: CheckpointSummary?
    /// How many there were before it, since the filter began.
    public let generation: Int

    /// What has been learnt, as the first of its filter.
    init(_ model: ContentModel, _ threats: ThreatModel?, from checkpoint: CheckpointSummary?, generation: Int = 0) {
        self.model = model
        self.threats = threats
        self.checkpoint = checkpoint
        self.generation = generation
    }

    /// Adds the evidence up, with the weights of the model or those that ship.
    public var judge: Judge { Judge(model.evidenceWeights ?? .starter) }
}

/// What has been learnt as of now, while a filter runs: all its scanners look here once for each message.
///
/// Taking up something newer costs them nothing: it is made ready elsewhere (`LearningWatch`) and then put in the place of what was before, which goes
/// when the last scanner is done with its message.
public final class CurrentLearning: Sendable {
    private let held: Mutex<Learnt>

    /// Begins with a model; `checkpoint` is what it was read from.
    public init(_ model: ContentModel, threats: ThreatModel? = nil, from checkpoint: CheckpointSummary? = nil) {
        held = Mutex(Learnt(model, threats, from: checkpoint))
    }

    /// What has been learnt.
    public var now: Learnt { held.withLock { $0 } }

    /// Puts a newer content model in the place of what was there before; gives nothing, and changes nothing, when that is no longer there.
    func replace(_ before: Learnt, by model: ContentModel, from checkpoint: CheckpointSummary?) -> Learnt? {
        let newer = Learnt(model, before.threats, from: checkpoint, generation: before.generation + 1)
        // The caller holds what was before, so that nothing large is freed while others wait.
        return held.withLock { current in
            guard current === before else { return nil }
            current = newer
            return newer
        }
    }
}
