internal import MailLogs
internal import Messages

/// Where reading of a file goes on: what is known of it, and its bytes from there.
struct FilePlace {
    var checkpoint: ImportCheckpoint
    /// Bytes from the checkpoint on that were read already.
    var buffer: [UInt8] = []
    /// The last bytes before the checkpoint.
    var tail: [UInt8] = []
    /// Whether nothing was kept of it so far.
    var isNew = false
    /// The bytes behind those.
    var source: any ByteSource

    /// Finds a file among those that were imported before.
    struct Finder {
        let task: FileImport.Task
        let contributor: String
        let checkpoints: any ImportCheckpoints
        let openMessages: Int

        /// The place of a file.
        func find(opening open: () throws(ImportError) -> any ByteSource) throws(ImportError) -> FilePlace {
            var source = try open()
            var head: [UInt8] = []
            while head.count < ImportLimits.headBytes, try source.read(ImportLimits.headBytes - head.count, to: &head) > 0 {}
            let all = try checkpoints.all().filter { $0.kind == task.kind && $0.contributor == contributor }
            for known in all.sorted(by: { $0.offset > $1.offset }) where known.headBytes <= head.count {
                guard Digest.text(of: Array(head[..<known.headBytes])) == known.head else { continue }
                if known.offset <= head.count {
                    let tail = Array(head[max(0, known.offset - ImportLimits.tailBytes)..<known.offset])
                    guard known.offset == 0 || Digest.text(of: tail) == known.tail else { continue }
                    return FilePlace(checkpoint: known, buffer: Array(head[known.offset...]), tail: tail, source: source)
                }
                if let found = try skipped(to: known, opening: open) { return found }
            }
            let digest = Digest.text(of: head)
            var checkpoint = ImportCheckpoint(
                kind: task.kind, contributor: contributor, dataset: "\(task.kind.rawValue)-\(digest)", stem: FileStem.stem(of: task.path),
                head: digest,
                headBytes: head.count)
            try takeOver(head, all, &checkpoint)
            return FilePlace(checkpoint: checkpoint, buffer: head, isNew: true, source: source)
        }

        /// The file behind a checkpoint; nothing where what stands before it is something else by now.
        private func skipped(to known: ImportCheckpoint, opening open: () throws(ImportError) -> any ByteSource) throws(ImportError)
            -> FilePlace?
        {
            var source = try open()
            var left = known.offset
            var tail: [UInt8] = []
            var piece: [UInt8] = []
            while left > 0 {
                piece.removeAll(keepingCapacity: true)
                let came = try source.read(min(left, ImportLimits.chunkBytes), to: &piece)
                guard came > 0 else { return nil }
                left -= came
                tail =
                    piece.count >= ImportLimits.tailBytes
                    ? Array(piece.suffix(ImportLimits.tailBytes)) : Array((tail + piece).suffix(ImportLimits.tailBytes))
            }
            return Digest.text(of: tail) == known.tail ? FilePlace(checkpoint: known, tail: tail, source: source) : nil
        }

        /// Goes on with the messages that were open at the end of the log before this one, which rotation cut off.
        private func takeOver(_ head: [UInt8], _ all: [ImportCheckpoint], _ checkpoint: inout ImportCheckpoint) throws(ImportError) {
            guard let form = MailLogForm(rawValue: task.kind.rawValue), let begin = FileImport.begin(of: head, task) else { return }
            var found: (checkpoint: ImportCheckpoint, reader: MailLogReader, last: Timestamp)?
            for other in all where other.stem == checkpoint.stem && !other.state.isEmpty && other.intendedEnd == nil {
                var reader = MailLogReader(form, latest: task.modified, openMessages: openMessages)
                guard reader.restore(other.state), let last = reader.tally.last, last.seconds <= begin.seconds + 60,
                    begin.seconds - last.seconds < 2 * 86_400
                else { continue }
                if found.map({ $0.last < last }) ?? true { found = (other, reader, last) }
            }
            guard var found, found.reader.tally.open > 0 else { return }
            checkpoint.state = found.reader.stateForNext
            // This one is written first: a message that stands in both for a moment is counted where its end is found, and that is here.
            try checkpoints.save(checkpoint)
            found.checkpoint.state = found.reader.stateWithoutOpen
            try checkpoints.save(found.checkpoint)
        }
    }
}

/// Names of files that rotation made out of one.
enum FileStem {
    /// The name without what rotation adds: `mail.log` of `mail.log.1`, `mail.log.2.gz`, `mail.log-20261122`.
    static func stem(of path: String) -> String {
        var name = path.split(separator: "/").last.map(String.init) ?? path
        if name.hasSuffix(".gz") { name.removeLast(3) }
        let digits = name.reversed().prefix { $0.isASCII && $0.isNumber }.count
        if digits > 0, digits < name.count {
            let mark = name.dropLast(digits).last
            if mark == "." || mark == "-" { name.removeLast(digits + 1) }
        }
        return name
    }
}
