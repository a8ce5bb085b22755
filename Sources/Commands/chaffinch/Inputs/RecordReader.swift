internal import TextMessages

/// Reads a file of one text a line, JSON or tab-separated columns, line after line.
struct RecordReader {
    /// What a window on such a file must hold: half of it is a line of the greatest length.
    static let windowBytes = 2 * TextMessageLimits.recordBytes + (1 << 20)

    private var window: ByteWindow
    private let isJSON: Bool
    private let path: String
    private var number = 0

    /// A reader of the lines that begin where the window does.
    init(_ window: consuming ByteWindow, path: String, isJSON: Bool) {
        self.window = window
        self.path = path
        self.isJSON = isJSON
    }

    /// The next text, or what is wrong with the next line; nothing at the end. Blank lines are passed over.
    mutating func next() throws(FileBytes.Failure) -> InputPiece? {
        while let (line, taken, isWhole) = try nextLine() {
            number += 1
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            guard isWhole else {
                return .problem(
                    InputProblem(description: "\(path):\(number): \(TextRecordError(.tooLong, at: TextMessageLimits.recordBytes))"))
            }
            do throws(TextRecordError) {
                let record = isJSON ? try TextRecord(json: line.span) : try TextRecord(tsv: line.span)
                let label = InputSource.isSpam(record.label)
                return .item(InputItem(path: "\(path)#\(number)", content: .text(record), isSpam: label, weight: taken))
            } catch {
                return .problem(InputProblem(description: "\(path):\(number): \(error)"))
            }
        }
        return nil
    }

    /// The next line without its end, how many bytes of the file it took, and whether it is all of it: a line longer than any record is
    /// passed over but for its beginning.
    private mutating func nextLine() throws(FileBytes.Failure) -> (line: [UInt8], taken: Int, isWhole: Bool)? {
        var searched = 0
        while true {
            let rest = window.bytes[(window.start + searched)...]
            if let end = rest.firstIndex(of: 0x0A) {
                let line = Array(window.bytes[window.start..<end])
                window.consume(to: end + 1)
                return (line, line.count + 1, true)
            }
            searched = window.count
            if searched > TextMessageLimits.recordBytes { return try longLine() }
            if try window.growByWhatCame() { continue }
            guard searched > 0 else { return nil }
            let line = Array(window.bytes[window.start...])
            window.consume(to: window.bytes.count)
            return (line, line.count, true)
        }
    }

    private mutating func longLine() throws(FileBytes.Failure) -> (line: [UInt8], taken: Int, isWhole: Bool) {
        let beginning = Array(window.bytes[window.start...].prefix(64))
        var taken = 0
        while true {
            let end = window.bytes[window.start...].firstIndex(of: 0x0A).map { $0 + 1 }
            taken += (end ?? window.bytes.count) - window.start
            window.consume(to: end ?? window.bytes.count)
            if end != nil { break }
            guard try window.growByWhatCame() else { break }
        }
        return (beginning, taken, false)
    }
}
