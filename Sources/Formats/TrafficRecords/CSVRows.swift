internal import Glibc

/// Takes rows off a table (RFC 4180): fields in quotation marks may hold delimiters, line ends and doubled marks; lines end with LF or CRLF.
struct CSVRows: Sendable, Hashable {
    /// A field: where it is, without its quotation marks, and whether marks are doubled in it.
    struct Field: Sendable, Hashable {
        var start: Int
        var end: Int
        var isEscaped = false
    }

    /// What came of looking for a row.
    enum Outcome: Sendable, Hashable {
        /// A row; it may have no fields.
        case row
        /// The row goes on behind what is there.
        case unfinished
        /// A row that is too long, or a field whose quotation mark has no end; what there is of its first line goes.
        case tooLong
        /// Something stands behind a field's quotation mark.
        case quotation
    }

    /// What stands between fields.
    let delimiter: UInt8

    /// Takes the next row from `index` on, and moves past its end. Nothing moves when it is unfinished.
    func next(_ bytes: Span<UInt8>, _ index: inout Int, isLast: Bool, into fields: inout [Field]) -> Outcome {
        fields.removeAll(keepingCapacity: true)
        let start = index
        var place = index
        var outcome = Outcome.row
        while true {
            if place < bytes.count, bytes[place] == 0x22 {
                guard let field = quoted(bytes, &place, isLast: isLast) else {
                    return unfinished(bytes, &index, isLast: isLast || bytes.count - place > TrafficRecordLimits.quotedBytes)
                }
                fields.append(field)
                if place < bytes.count, !isEnd(bytes[place]) {
                    outcome = .quotation
                    place = plainEnd(bytes, place)
                }
            } else {
                let end = plainEnd(bytes, place)
                fields.append(Field(start: place, end: end))
                place = end
            }
            guard place < bytes.count else {
                guard isLast else { return unfinished(bytes, &index, isLast: bytes.count - start > TrafficRecordLimits.rowBytes) }
                break
            }
            if bytes[place] == delimiter, fields.count < TrafficRecordLimits.columns {
                place += 1
                continue
            }
            // A line end, or a column too many.
            place = lineEnd(bytes, place)
            break
        }
        index = min(place + 1, bytes.count)
        stripLineEnd(bytes, &fields)
        return index - start > TrafficRecordLimits.rowBytes ? .tooLong : outcome
    }

    /// Waits for the rest of a row; where no more comes, lets its first line go.
    private func unfinished(_ bytes: Span<UInt8>, _ index: inout Int, isLast: Bool) -> Outcome {
        guard isLast else { return .unfinished }
        index = min(lineEnd(bytes, index) + 1, bytes.count)
        return .tooLong
    }

    /// A field in quotation marks, and the place behind its last one; nothing where it has none so far.
    private func quoted(_ bytes: Span<UInt8>, _ place: inout Int, isLast: Bool) -> Field? {
        var field = Field(start: place + 1, end: place + 1)
        var index = place + 1
        while index < bytes.count {
            index = offset(of: 0x22, bytes, from: index)
            guard index < bytes.count, index - place <= TrafficRecordLimits.quotedBytes else { return nil }
            if index + 1 < bytes.count, bytes[index + 1] == 0x22 {
                field.isEscaped = true
                index += 2
                continue
            }
            // Whether the mark is doubled the next piece will tell.
            guard index + 1 < bytes.count || isLast else { return nil }
            field.end = index
            place = index + 1
            return field
        }
        return nil
    }

    private func isEnd(_ byte: UInt8) -> Bool { byte == delimiter || byte == 0x0A || byte == 0x0D }

    private func plainEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index] != delimiter, bytes[index] != 0x0A { index &+= 1 }
        return index
    }

    private func lineEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int { offset(of: 0x0A, bytes, from: start) }

    private func offset(of byte: UInt8, _ bytes: Span<UInt8>, from start: Int) -> Int {
        guard start >= 0, start < bytes.count else { return bytes.count }
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            // start < count, so memchr reads inside the buffer only.
            guard let base = buffer.baseAddress, let hit = unsafe memchr(base + start, Int32(byte), buffer.count - start) else {
                return buffer.count
            }
            return unsafe UnsafeRawPointer(hit) - UnsafeRawPointer(base)
        }
    }

    /// Takes the carriage return off the last field, and the one field of an empty line away.
    private func stripLineEnd(_ bytes: Span<UInt8>, _ fields: inout [Field]) {
        guard var last = fields.popLast() else { return }
        if last.end > last.start, bytes[last.end - 1] == 0x0D { last.end -= 1 }
        if !fields.isEmpty || last.end > last.start || (last.start > 0 && bytes[last.start - 1] == 0x22) { fields.append(last) }
    }

    /// A field's text, doubled marks undone, blanks around it taken off.
    static func text(_ field: Field, _ bytes: Span<UInt8>) -> String {
        var start = field.start
        var end = field.end
        while start < end, bytes[start] == 0x20 { start += 1 }
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        // The range lies inside, and the string is a copy.
        let text = unsafe bytes.extracting(start..<end).withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
        guard field.isEscaped else { return text }
        var plain: [UInt8] = []
        var isSecond = false
        for byte in text.utf8 {
            isSecond = byte == 0x22 && !isSecond
            if !isSecond || byte != 0x22 { plain.append(byte) }
        }
        return String(decoding: plain, as: UTF8.self)
    }

    /// What stands between the fields of a table, by its first line: the one of the usual that is there most often.
    static func delimiter(of head: Span<UInt8>) -> UInt8 {
        let usual: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
        var counts = [0, 0, 0, 0]
        var isQuoted = false
        for index in head.indices {
            if head[index] == 0x22 { isQuoted.toggle() }
            if isQuoted { continue }
            if head[index] == 0x0A { break }
            if let place = usual.firstIndex(of: head[index]) { counts[place] += 1 }
        }
        let most = counts.max() ?? 0
        return most == 0 ? 0x2C : usual[counts.firstIndex(of: most) ?? 0]
    }
}
