public import Messages
public import Storing

extension StudyQuery {
    /// The operator indicators of mail that came in, by contributor (`own` for ourselves). Days count as wholes.
    public func operators(in period: Period, channel: Channel = .email) async throws(StoreError) -> [String: OperatorIndicators] {
        var indicators: [String: OperatorIndicators] = [:]
        let filter: [Dimension: Set<String>] = [.channel: [channel.rawValue], .direction: [Direction.terminating.rawValue]]
        for (values, count) in try await traffic(by: [.contributor, .disposition], in: period, where: filter) {
            var one = indicators[values[0]] ?? OperatorIndicators()
            if values[1] == Disposition.accept.rawValue {
                one.unaltered = one.unaltered.sum(count.messages)
            } else {
                one.blockedOrTagged = one.blockedOrTagged.sum(count.messages)
            }
            one.methods.merge(count.methods) { $0.sum($1) }
            indicators[values[0]] = one
        }
        let channels: [Dimension: Set<String>] = [.channel: [channel.rawValue]]
        for (values, count) in try await counts(of: .operators, by: [.contributor, .figure], in: period, where: channels) {
            guard values[1] == StudyFigure.droppedConnections.code else { continue }
            indicators[values[0], default: OperatorIndicators()].droppedConnections = count.messages
        }
        for (contributor, peak) in try await mailboxes(in: period, channel: channel) {
            indicators[contributor, default: OperatorIndicators()].mailboxes = peak
        }
        return indicators
    }

    private func mailboxes(in period: Period, channel: Channel) async throws(StoreError) -> [String: Int64] {
        let table = StudyTable.mailboxes
        let values = try await store.values()
        var peaks: [String: Int64] = [:]
        for block in try table.blocks(try await pieces(of: table, in: period), of: PeakCount.self) {
            for (index, value) in block.values.enumerated() {
                let names = block.key(at: index).map { values[$0] ?? Dimension.unknown }
                guard names[2] == channel.rawValue else { continue }
                peaks[names[0]] = max(peaks[names[0]] ?? 0, value.peak)
            }
        }
        return peaks
    }

    /// What share came from machines with signs of having been taken over, of messages whose machine was seen.
    public func zombies(in period: Period, where filter: [Dimension: Set<String>] = [:]) async throws(StoreError) -> ZombieShare {
        var (zombie, plain) = (StudyCount(), StudyCount())
        var (zombieSpam, spam): (Int64, Int64) = (0, 0)
        for (values, count) in try await traffic(by: [.client, .threatClass], in: period, where: filter) {
            guard let client = Observation.Client(rawValue: values[0]), client != .unknown else { continue }
            if client == .zombie { zombie.add(count) } else { plain.add(count) }
            guard Observation.isSpam(ThreatClass(rawValue: values[1])) else { continue }
            spam = spam.sum(count.messages)
            if client == .zombie { zombieSpam = zombieSpam.sum(count.messages) }
        }
        return ZombieShare(zombie: zombie, plain: plain, ofSpam: spam > 0 ? Double(zombieSpam) / Double(spam) : nil)
    }
}
