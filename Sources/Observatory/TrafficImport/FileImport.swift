public import AddressOrigins
internal import MailLogs
public import Messages
public import Observatory
internal import Storing
public import TrafficRecords

/// Imports files into the study: whole, and once.
public struct FileImport: Sendable {
    /// What a file is, and how to read it.
    public struct Task: Sendable {
        /// Where it is, for errors and for knowing rotated files.
        public var path: String
        /// What it is.
        public var kind: ImportKind
        /// When it was last written.
        public var modified: Timestamp
        /// What the columns are, of a table.
        public var mapping: RecordMapping?
        /// What is added to UTC where it was written.
        public var offsetMinutes = 0
        /// The year of its first line, where it is known.
        public var year: Int?
        /// Whether nothing comes any more: what is open is counted as it stands.
        public var isFinal = false

        /// A file.
        public init(path: String, kind: ImportKind, modified: Timestamp) {
            self.path = path
            self.kind = kind
            self.modified = modified
        }
    }

    private let study: StudyStore
    private let checkpoints: any ImportCheckpoints
    private let contributor: String
    private let maker: ObservationMaker
    private let origins: [OriginDataset]
    private let partBytes: Int
    private let openMessages: Int
    private let now: @Sendable () -> Timestamp

    /// An importer into the study.
    /// - Parameters:
    ///   - contributor: whose files they are, as a code of the centre's own; nothing for our own.
    ///   - origins: knows networks and countries.
    ///   - senderKey: hashes addresses.
    ///   - partBytes: how much is counted before it is handed over; the same for all runs over a file.
    ///   - openMessages: how many messages of a log are held while their lines come.
    ///   - now: the clock.
    public init(
        into study: StudyStore, checkpoints: any ImportCheckpoints, contributor: String?, origins: (any AddressOrigins)?,
        senderKey: SenderKey?,
        partBytes: Int = ImportLimits.partBytes, openMessages: Int = ImportLimits.openMessages, now: @escaping @Sendable () -> Timestamp
    ) {
        self.study = study
        self.checkpoints = checkpoints
        self.contributor = contributor ?? ""
        self.origins = origins?.datasets ?? []
        self.partBytes = max(1, partBytes)
        self.openMessages = openMessages
        self.now = now
        maker = ObservationMaker(contributor: contributor, origins: origins, senderKey: senderKey)
    }

    /// Imports what of a file was not imported before.
    /// - Parameters:
    ///   - task: the file.
    ///   - open: opens it at its begin; may be called several times.
    ///   - progress: is told how many bytes were dealt with, as they lie in the file or unpacked.
    public func run(
        _ task: Task, opening open: () throws(ImportError) -> any ByteSource, progress: (Int) -> Void = { _ in }
    ) async throws -> ImportSummary {
        guard task.kind != .dmarc, task.kind != .arf else {
            return try await ReportImport(study: study, contributor: contributor, maker: maker.counting(by: task.kind.method), now: now)
                .run(task, opening: open, origins: origins, progress: progress)
        }
        var place = try FilePlace.Finder(task: task, contributor: contributor, checkpoints: checkpoints, openMessages: openMessages).find(
            opening: open)
        var stream = try stream(of: task)
        if !place.checkpoint.state.isEmpty, !stream.restore(place.checkpoint.state) {
            throw ImportError(
                task.path, "what was kept of an earlier import does not fit; was it another mapping? Take the mapping of then")
        }
        place.checkpoint.origins = origins.map(\.description)
        var summary = ImportSummary(task.kind, dataset: place.checkpoint.dataset)
        summary.start = place.checkpoint.offset
        summary.origins = origins
        progress(place.checkpoint.offset)
        var isOver = false
        while !isOver {
            isOver = try await part(task, &place, &stream, &summary, progress)
        }
        if task.isFinal { try await finish(task, &place, &stream, &summary) }
        summary.bytes = place.checkpoint.offset - summary.start
        stream.tell(&summary)
        return summary
    }

    private func stream(of task: Task) throws(ImportError) -> any TrafficStream {
        let maker = maker.counting(by: task.kind.method)
        switch task.kind {
        case .postfix, .exim, .rspamd:
            guard let form = MailLogForm(rawValue: task.kind.rawValue) else { break }
            return MailLogStream(
                MailLogReader(form, latest: task.modified, offsetMinutes: task.offsetMinutes, year: task.year, openMessages: openMessages),
                maker)
        case .mars: return MARSStream(maker)
        case .cdr, .smpp, .shortCode:
            guard let mapping = task.mapping else {
                throw ImportError(task.path, "tables need --mapping with a file that says what their columns are")
            }
            return TableStream(mapping, maker)
        case .dmarc, .arf: break
        }
        throw ImportError(task.path, "\(task.kind.rawValue) is read whole")
    }

    // MARK: Parts

    /// Counts one part and hands it over; whether the file is over.
    ///
    /// A part ends with the first line that ends behind `partBytes`, so that each run cuts a file alike. The last one ends where the file does, which another run
    /// may find elsewhere; so where that is is written down before it is handed over, and another run that has to do it again stops there as well.
    private func part(
        _ task: Task, _ place: inout FilePlace, _ stream: inout any TrafficStream, _ summary: inout ImportSummary,
        _ progress: (Int) -> Void
    ) async throws -> Bool {
        let start = place.checkpoint.offset
        let intended = place.checkpoint.intendedEnd
        var part = PartReading(start: start, tail: place.tail, end: intended, partBytes: partBytes, isFinal: task.isFinal)
        var counter = ObservationCounter()
        var observations: [Observation] = []
        while !part.isOver {
            let before = part.offset
            do throws(ImportError) {
                try part.step(&place.source, &place.buffer, &stream, &observations)
            } catch {
                throw ImportError(task.path, error.message)
            }
            FileImport.count(&observations, &counter, &summary)
            progress(part.offset - before)
        }
        if part.isAtEnd, intended == nil, part.offset > start { place.checkpoint.intendedEnd = part.offset }
        // A file's name in the study is fixed before anything is counted under it.
        if place.checkpoint.intendedEnd != intended || (place.isNew && part.offset > start) {
            try checkpoints.save(place.checkpoint)
            place.isNew = false
        }
        try await handOver(counter, place.checkpoint.dataset, "\(start)", &summary)
        if part.offset > start || place.checkpoint.intendedEnd != nil {
            place.checkpoint.offset = part.offset
            place.checkpoint.intendedEnd = nil
            place.tail = part.tail
            place.checkpoint.tail = Digest.text(of: part.tail)
            place.checkpoint.state = stream.state
            place.checkpoint.written = now().milliseconds
            try checkpoints.save(place.checkpoint)
        }
        return part.isAtEnd && intended == nil
    }

    /// Counts what is still open as it stands, as a part of its own.
    private func finish(
        _ task: Task, _ place: inout FilePlace, _ stream: inout any TrafficStream, _ summary: inout ImportSummary
    ) async throws {
        var counter = ObservationCounter()
        var observations: [Observation] = []
        try stream.finish(into: &observations)
        guard !observations.isEmpty else { return }
        FileImport.count(&observations, &counter, &summary)
        try await handOver(counter, place.checkpoint.dataset, "final-\(place.checkpoint.offset)", &summary)
        place.checkpoint.state = stream.state
        try checkpoints.save(place.checkpoint)
    }

    private static func count(_ observations: inout [Observation], _ counter: inout ObservationCounter, _ summary: inout ImportSummary) {
        for observation in observations {
            counter.add(observation)
            summary.messages += observation.count
        }
        summary.observations += observations.count
        observations.removeAll(keepingCapacity: true)
    }

    private func handOver(_ counter: ObservationCounter, _ dataset: String, _ part: String, _ summary: inout ImportSummary) async throws {
        guard !counter.isEmpty else { return }
        let name = DatasetPart(contributor: contributor, name: dataset, part: part, revision: 1)
        let outcome = try await study.add(counter, from: .part(name), at: now())
        if outcome == .known || outcome == .closed { summary.knownParts += 1 }
    }
}
