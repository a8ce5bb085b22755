public import Messages
internal import Synchronization

// What people say of messages, here and beside the service.
extension SenderHistory {
    /// What somebody says of a message.
    private struct Word {
        /// What is said; nothing takes back what was.
        var isSpam: Bool?
        /// What names the message and who says it.
        var name: String
        var trust: Float
        var isPersonal: Bool
    }

    /// Remembers what somebody says of a message, in place of what the same one said before.
    /// - Parameters:
    ///   - isSpam: what is said; nothing takes back what was said.
    ///   - lesson: what names the message and who says it.
    ///   - trust: how far whoever says it is believed, from 0 to 1.
    ///   - isPersonal: whether it holds for the recipient alone, and says nothing of the sender to others.
    public func teach(_ keys: SenderKeys, isSpam: Bool?, lesson: String, trust: Float = 1, isPersonal: Bool = false, at moment: Timestamp) {
        let word = Word(isSpam: isSpam, name: lesson, trust: trust, isPersonal: isPersonal)
        state.withLock { state in teach(keys, word, at: moment, now: moment, in: &state) }
    }

    private func teach(_ keys: SenderKeys, _ word: Word, at moment: Timestamp, now: Timestamp, in state: inout State) {
        guard !keys.isOriginating else { return }
        let said = saying(word.name, of: keys)
        if word.isSpam == nil, state.table.place(of: said.key) == nil { return }
        var (good, bad) = (word.isSpam == false ? word.trust : 0, word.isSpam == true ? word.trust : 0)
        // A word that comes after another was said after it, whatever the clock says.
        var spoken = moment
        // What was said before is remembered like anything else, and taken back as far as it still counts.
        change([said], at: moment, in: &state) { entry in
            let before = (entry.taughtGood.value, entry.taughtBad.value)
            (entry.taughtGood.value, entry.taughtBad.value) = (good, bad)
            good -= before.0
            bad -= before.1
            spoken = entry.last
        }
        guard good != 0 || bad != 0 else { return }
        change(keys.rungs.lazy.filter { word.isPersonal ? $0.rung == .pair : !$0.rung.isOfOurs }, at: moment, in: &state) { entry in
            // What was said long ago counts no more because it is heard late; but no clock that once was ahead takes anything away.
            let share = Float(decay.share(from: spoken, to: min(entry.last, now)))
            entry.taughtGood.value = max(0, entry.taughtGood.value + good * share)
            entry.taughtBad.value = max(0, entry.taughtBad.value + bad * share)
        }
    }

    /// What stands for what somebody says of a message.
    private func saying(_ lesson: String, of keys: SenderKeys) -> SenderKeys.Rung {
        var maker = secret.maker(0xF0)
        maker.add(lesson)
        // The same words from two senders are two messages, though they have one name where senders are no part of them.
        let sender = keys.rungs.first { $0.rung == .sender || $0.rung == .senderHere }
        if let sender {
            for byte in sender.key.bytes { maker.add(byte: byte) }
        }
        return SenderKeys.Rung(rung: .sender, key: maker.key, forgotten: sender?.forgotten)
    }

    /// Takes up what was taught beside the service, unless it did so before.
    /// - Parameters:
    ///   - lesson: what was said; nothing where it cannot be read.
    ///   - place: where it stands among all lessons. What stands before one that was taken up was taken up too.
    ///   - now: the moment of taking up; what is said to be of later is of now.
    func take(_ lesson: SenderLessons.Lesson?, at place: Timestamp, now: Timestamp) {
        state.withLock { state in
            guard state.taken.map({ $0.place < place }) ?? true else { return }
            state.taken = (place, true)
            guard let lesson else { return }
            let word = Word(isSpam: lesson.isSpam, name: lesson.name, trust: lesson.trust, isPersonal: lesson.isPersonal)
            teach(lesson.keys, word, at: min(lesson.time, now), now: now, in: &state)
        }
    }

    /// The place of the last lesson that was taken up; nothing where none was.
    var taken: Timestamp? { state.withLock { $0.taken?.place } }

    /// Before which moment what was said is as good as forgotten: five half-lives.
    func horizon(at moment: Timestamp) -> Timestamp {
        Timestamp(milliseconds: moment.milliseconds - Int64(5 * min(decay.halfLife, 1e15)))
    }
}
