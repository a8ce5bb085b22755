internal import Messages

/// Joins the lines of each message. Bounded: it holds so many messages and no more; where too many fall into one place of its table, the one that was
/// silent for longest goes, as never finished.
///
/// Layout: places in groups of eight; a message lies in the group that its key names, so finding one looks at eight keys in a row.
struct MessageJoiner: Sendable {
    private static let group = 8
    /// Places for what each process said last of an attempt.
    private static let attempts = 1 << 14

    private(set) var places: [OpenMessage]
    private(set) var lastAttempts: [UInt64]
    /// Messages that are open.
    private(set) var openCount = 0
    /// The day that the table was last looked through on.
    private(set) var sweptDay = Int64.min
    private let mask: Int
    private let silence: Int64

    /// Messages that came in and whose end was never seen.
    private(set) var unfinished = 0
    /// Messages that never came in whole: the client went away, or the log begins after it came.
    private(set) var incomplete = 0

    init(places count: Int = MailLogLimits.openMessages, silentSeconds: Int64 = MailLogLimits.silentSeconds) {
        var size = MessageJoiner.group
        while size < count { size *= 2 }
        places = [OpenMessage](repeating: .free, count: size)
        lastAttempts = [UInt64](repeating: 0, count: MessageJoiner.attempts)
        mask = size / MessageJoiner.group - 1
        silence = silentSeconds * 1000
    }

    /// Takes what a line told, and appends the messages that are counted because of it.
    @inline(__always)
    mutating func take(_ event: MailLogEvent, _ bytes: Span<UInt8>, into counted: inout [MailTransaction]) {
        switch event.kind {
        case .note, .judged, .screened: return
        case .session: endAttempts(event, bytes)
        case .refused where event.queue.isEmpty: refuse(event, bytes, into: &counted)
        default:
            sweep(at: event.moment.milliseconds, into: &counted)
            join(event, bytes, into: &counted)
        }
    }

    // MARK: Messages

    @inline(__always)
    private mutating func join(_ event: MailLogEvent, _ bytes: Span<UInt8>, into counted: inout [MailTransaction]) {
        guard !event.queue.isEmpty, event.kind != .recipientRefused else { return }
        let key = key(of: event.queue, event, bytes)
        switch event.kind {
        case .finished:
            guard let place = find(key) else {
                incomplete += 1
                return
            }
            close(place, isFinished: true, into: &counted)
        case .refused:
            let place = place(for: key, event, into: &counted)
            var refused = MailTransaction(
                moment: Timestamp(milliseconds: places[place].first), client: event.client ?? places[place].client,
                outcome: event.isTemporary ? .deferred : .refused)
            refused.reason = event.reason
            refused.isAuthenticated = places[place].marks.contains(.authenticated)
            refused.isLocal = places[place].marks.contains(.local)
            counted.append(refused)
            release(place)
        default:
            let place = place(for: key, event, into: &counted)
            note(event, at: place)
            if event.relay == .loop, event.kind == .delivered, !event.next.isEmpty { handOn(from: place, event, bytes) }
        }
    }

    @inline(__always)
    private mutating func note(_ event: MailLogEvent, at place: Int) {
        var message = places[place]
        message.take(event)
        places[place] = message
    }

    /// The message goes on under another name: that one is counted, as coming from where this one came.
    private mutating func handOn(from place: Int, _ event: MailLogEvent, _ bytes: Span<UInt8>) {
        places[place].marks.insert(.handedOn)
        guard let next = find(key(of: event.next, event, bytes)), next != place else { return }
        let known = places[place]
        places[next].first = min(places[next].first, known.first)
        places[next].client = known.client
        places[next].marks.formUnion(known.marks.intersection([.authenticated, .local]))
    }

    // MARK: Attempts that never became a message

    /// A client that is refused for each of fifty recipients tried one message, not fifty.
    private mutating func refuse(_ event: MailLogEvent, _ bytes: Span<UInt8>, into counted: inout [MailTransaction]) {
        let slot = slot(of: event, bytes)
        var attempt = bytes.hash(from: Int(event.sender.start), to: Int(event.sender.end), seed: 0x9AE1_6A3B_2F90_404F)
        switch event.client {
        case .v4(let bits): attempt ^= UInt64(bits) &* 0xC2B2_AE3D_27D4_EB4F
        case .v6(let high, let low): attempt ^= (high ^ low) &* 0xC2B2_AE3D_27D4_EB4F
        case nil: break
        }
        attempt |= 1
        guard event.process == 0 || lastAttempts[slot] != attempt else { return }
        lastAttempts[slot] = attempt
        var refused = MailTransaction(moment: event.moment, client: event.client, outcome: event.isTemporary ? .deferred : .refused)
        refused.reason = event.reason
        refused.isAuthenticated = event.isAuthenticated
        counted.append(refused)
    }

    private mutating func endAttempts(_ event: MailLogEvent, _ bytes: Span<UInt8>) {
        lastAttempts[slot(of: event, bytes)] = 0
    }

    private func slot(of event: MailLogEvent, _ bytes: Span<UInt8>) -> Int {
        let host = bytes.hash(from: Int(event.host.start), to: Int(event.host.end), seed: 0x51_7CC1_B727_220A)
        return Int(truncatingIfNeeded: (host ^ UInt64(event.process)) &* 0x9E37_79B9_7F4A_7C15 >> 50) & (MessageJoiner.attempts - 1)
    }

    // MARK: The table

    @inline(__always)
    private func key(of name: ByteRange, _ event: MailLogEvent, _ bytes: Span<UInt8>) -> UInt64 {
        let host = bytes.hash(from: Int(event.host.start), to: Int(event.host.end), seed: 0xCBF2_9CE4_8422_2325)
        return max(1, bytes.hash(from: Int(name.start), to: Int(name.end), seed: host))
    }

    @inline(__always)
    private func groupStart(of key: UInt64) -> Int { (Int(truncatingIfNeeded: key >> 20) & mask) * MessageJoiner.group }

    @inline(__always)
    private func find(_ key: UInt64) -> Int? {
        let start = groupStart(of: key)
        for place in start..<start + MessageJoiner.group where places[place].key == key { return place }
        return nil
    }

    /// The place of a message, made free for it where it has none yet.
    @inline(__always)
    private mutating func place(for key: UInt64, _ event: MailLogEvent, into counted: inout [MailTransaction]) -> Int {
        let start = groupStart(of: key)
        var free: Int?
        var oldest = start
        for place in start..<start + MessageJoiner.group {
            if places[place].key == key { return place }
            if places[place].key == 0 {
                if free == nil { free = place }
            } else if places[place].last < places[oldest].last {
                oldest = place
            }
        }
        if free == nil { close(oldest, isFinished: false, into: &counted) }
        let place = free ?? oldest
        places[place] = OpenMessage(key: key, first: event.moment.milliseconds, last: event.moment.milliseconds)
        openCount += 1
        return place
    }

    private mutating func close(_ place: Int, isFinished: Bool, into counted: inout [MailTransaction]) {
        if let transaction = places[place].transaction(isFinished: isFinished) {
            counted.append(transaction)
            if !isFinished { unfinished += 1 }
        } else if !places[place].marks.contains(.handedOn) {
            incomplete += 1
        }
        release(place)
    }

    private mutating func release(_ place: Int) {
        places[place] = .free
        openCount -= 1
    }

    /// Once in a day of the log, lets go of messages that fell silent.
    @inline(__always)
    private mutating func sweep(at moment: Int64, into counted: inout [MailTransaction]) {
        let day = moment / 86_400_000
        if day > sweptDay { closeSilent(before: moment - silence, day, into: &counted) }
    }

    private mutating func closeSilent(before moment: Int64, _ day: Int64, into counted: inout [MailTransaction]) {
        sweptDay = day
        guard openCount > 0 else { return }
        for place in places.indices where places[place].key != 0 && places[place].last < moment {
            close(place, isFinished: false, into: &counted)
        }
    }

    /// Lets go of all messages, as they stand: no line comes any more.
    mutating func closeAll(into counted: inout [MailTransaction]) {
        for place in places.indices where places[place].key != 0 { close(place, isFinished: false, into: &counted) }
    }

    // MARK: Going on later

    /// Starts to count anew.
    mutating func forgetCounts() {
        unfinished = 0
        incomplete = 0
    }

    /// Holds no message any longer.
    mutating func forgetMessages() {
        for place in places.indices { places[place] = .free }
        openCount = 0
    }

    /// Puts back what another joiner held.
    mutating func restore(_ messages: [OpenMessage], attempts: [Int: UInt64], sweptDay: Int64, unfinished: Int, incomplete: Int) {
        var lost: [MailTransaction] = []
        for message in messages where message.key != 0 {
            var event = MailLogEvent()
            event.moment = Timestamp(milliseconds: message.first)
            places[place(for: message.key, event, into: &lost)] = message
        }
        for (slot, attempt) in attempts where lastAttempts.indices.contains(slot) { lastAttempts[slot] = attempt }
        self.sweptDay = sweptDay
        self.unfinished = unfinished
        self.incomplete = incomplete
    }
}
