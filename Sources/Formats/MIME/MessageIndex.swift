import Messages

/// The index of one message while it is built: a walk from the first byte to the last, with a stack of open containers.
///
/// No recursion: nesting is the stack's depth, and that is limited. Each line is looked at once, against all open boundaries.
struct MessageIndex {
    /// A multipart or an embedded message whose end has not been met.
    struct Container {
        /// Its index in `parts`.
        var part: Int
        /// Where its boundary lies in the pool; an embedded message has none.
        var boundaryStart = 0
        var boundaryCount = 0
        var boundaryHash: UInt64 = 0
        /// The next container further out whose boundary is filed in the same slot; -1 for none.
        var following = -1
        /// Whether its boundary still counts: the closing boundary has not been met.
        var isOpen = false
        /// Whether any boundary of it has been met.
        var hasParts = false
    }

    /// What follows a header section.
    enum Content {
        /// A body that holds no parts, or parts that a boundary will begin.
        case body(Int)
        /// An embedded message, which begins at once.
        case message(Int)
    }

    let limits: MIMELimits
    var headers: [HeaderField] = []
    var parts: [Part] = []
    var defects: [Defect] = []

    /// The open containers, the outermost first.
    var containers: [Container] = []
    /// The bytes of the open containers' boundaries, one after the other.
    var boundaries: [UInt8] = []
    /// For each value of a boundary hash's low byte the innermost container filed there, -1 for none; empty until one is opened.
    var boundarySlots: [Int] = []
    /// How long the longest open boundary is; 0 when none is open.
    var longestBoundary = 0
    /// The part that ends with the next boundary and is no container; -1 for none.
    var leaf = -1
    /// One past the last byte that is looked at.
    var end = 0
    /// The byte that ends a line: LF, or CR in a message that has no LF.
    var lineEnd: UInt8 = 10

    init(limits: MIMELimits) {
        self.limits = limits
    }

    /// Notes a defect, while there are fewer than the limit.
    mutating func note(_ kind: Defect.Kind, at offset: Int) {
        if defects.count < limits.defects { defects.append(Defect(kind, at: offset)) }
    }

    /// Indexes a whole message.
    mutating func build(over bytes: Span<UInt8>) {
        end = min(bytes.count, max(0, limits.messageBytes), Int(UInt32.max))
        if bytes.count > end { note(.messageTooLarge, at: end) }
        headers.reserveCapacity(32)
        chooseLineEnd(bytes)

        var cursor = openMessage(bytes, at: 0, parent: -1)
        // Each turn consumes a line with a boundary, so the walk ends.
        while let delimiter = nextDelimiter(bytes, from: cursor) {
            let contentEnd = endOfContent(bytes, before: delimiter.start)
            close(to: delimiter.container + 1, at: contentEnd)
            let container = delimiter.container
            if delimiter.hasTrailingText { note(.textAfterBoundary, at: delimiter.start) }
            if delimiter.isClosing {
                containers[container].isOpen = false
                updateLongestBoundary()
                cursor = delimiter.next
            } else {
                beginParts(of: container)
                guard parts.count < max(1, limits.parts) else {
                    takeRest(from: delimiter.next, parent: containers[container].part)
                    break
                }
                cursor = openPart(bytes, at: delimiter.next, parent: containers[container].part)
            }
        }
        close(to: 0, at: end)
    }

    /// Decides what ends a line: CR in a message that has no LF at all. Any LF counts more than any CR, so that a stray CR cannot
    /// hide the lines after it.
    private mutating func chooseLineEnd(_ bytes: Span<UInt8>) {
        guard bytes.offset(of: 10, from: 0, to: end) == end else { return }
        let firstReturn = bytes.offset(of: 13, from: 0, to: end)
        if firstReturn < end {
            lineEnd = 13
            note(.bareCarriageReturnLines, at: firstReturn)
        }
    }

    /// Opens a message, ours or an embedded one, and what begins with it; gives where to look for the next boundary.
    private mutating func openMessage(_ bytes: Span<UInt8>, at start: Int, parent: Int) -> Int {
        var start = start
        var parent = parent
        while true {
            let first = startOfHeader(bytes, from: start)
            switch open(bytes, at: first, parent: parent, isMessage: true) {
            case .body(let cursor): return cursor
            case .message(let inside):
                parent = parts.count - 1
                start = inside
            }
        }
    }

    /// Opens a part of a multipart; gives where to look for the next boundary.
    private mutating func openPart(_ bytes: Span<UInt8>, at start: Int, parent: Int) -> Int {
        switch open(bytes, at: start, parent: parent, isMessage: false) {
        case .body(let cursor): cursor
        case .message(let inside): openMessage(bytes, at: inside, parent: parts.count - 1)
        }
    }

    /// Reads one header section and adds the part that it begins.
    private mutating func open(_ bytes: Span<UInt8>, at start: Int, parent: Int, isMessage: Bool) -> Content {
        let firstField = headers.count
        let section = readHeaderSection(bytes, from: start, isMessage: isMessage)
        let depth = parent < 0 ? 0 : Int(parts[parent].depth) + 1
        var part = Part(
            kind: parent >= 0 && !isMessage && parts[parent].kind == .multipartDigest ? .message : .textPlain,
            encoding: .sevenBit, depth: UInt8(clamping: depth), parent: Int32(clamping: parent),
            headers: ByteRange(firstField, headers.count), body: ByteRange(section.bodyStart, section.bodyStart))
        let boundaryStart = boundaries.count
        describe(&part, section, bytes)
        let boundaryCount = boundaries.count - boundaryStart
        let index = parts.count
        parts.append(part)

        let isContainer = part.kind.isMultipart || part.kind == .message
        guard isContainer else {
            leaf = index
            return .body(section.bodyStart)
        }
        if part.kind == .message, part.encoding == .base64 || part.encoding == .quotedPrintable || part.encoding == .uuencode {
            leaf = index
            return .body(section.bodyStart)
        }
        guard depth < min(limits.depth, 255), part.kind.isMultipart || parts.count < max(1, limits.parts) else {
            note(depth < min(limits.depth, 255) ? .tooManyParts : .nestingTooDeep, at: start)
            boundaries.removeLast(boundaryCount)
            parts[index].kind = .application
            leaf = index
            return .body(section.bodyStart)
        }
        if part.kind == .message {
            containers.append(Container(part: index))
            return .message(section.bodyStart)
        }
        guard boundaryCount > 0 else {
            note(.missingBoundary, at: start)
            parts[index].kind = .textPlain
            leaf = index
            return .body(section.bodyStart)
        }
        if openMultipart(index, boundaryCount: boundaryCount) { note(.repeatedBoundary, at: start) }
        leaf = -1
        return .body(section.bodyStart)
    }

    /// Fills in what the header section says of its part.
    private mutating func describe(_ part: inout Part, _ section: HeaderSection, _ bytes: Span<UInt8>) {
        if section.contentType >= 0 {
            let body = headers[section.contentType].body
            let field = MediaTypeField(
                bytes, from: Int(body.start), to: Int(body.end), boundaryLimit: limits.boundaryBytes, pool: &boundaries)
            if !field.isValid { note(.invalidContentType, at: Int(body.start)) }
            if field.hasDuplicateParameter { note(.duplicateParameter, at: Int(body.start)) }
            if field.unclosedQuote >= 0 { note(.unclosedQuote, at: field.unclosedQuote) }
            if field.boundaryIsTooLong { note(.boundaryTooLong, at: Int(body.start)) }
            if field.boundaryIsInvalid { note(.invalidBoundary, at: Int(body.start)) }
            part.kind = field.kind
            part.mediaType = field.mediaType
            part.charset = field.charset
            part.isFlowed = field.isFlowed && field.kind == .textPlain
            part.deletesSpace = field.deletesSpace
        }
        if section.transferEncoding >= 0 {
            let body = headers[section.transferEncoding].body
            part.encoding = Part.TransferEncoding(bytes, from: Int(body.start), to: Int(body.end))
            if part.encoding == .unknown { note(.unknownTransferEncoding, at: Int(body.start)) }
            if part.kind.isMultipart, ![.sevenBit, .eightBit, .binary].contains(part.encoding) {
                note(.encodedMultipart, at: Int(body.start))
            }
        }
        if section.disposition >= 0 {
            let body = headers[section.disposition].body
            part.presentation = Part.Presentation(bytes, from: Int(body.start), to: Int(body.end))
        }
    }

    /// Ends the leaf and all containers from `first` on, the innermost first; none ends before what lies inside it.
    private mutating func close(to first: Int, at offset: Int) {
        var stop = offset
        if leaf >= 0 {
            stop = end(leaf, at: stop)
            leaf = -1
        }
        while containers.count > first, let container = popContainer() {
            stop = end(container.part, at: stop)
            guard container.boundaryCount > 0 else { continue }
            let start = Int(parts[container.part].body.start)
            if container.hasParts {
                if container.isOpen { note(.missingEndBoundary, at: stop) }
            } else {
                note(container.isOpen ? .boundaryNotFound : .multipartWithoutParts, at: start)
                parts[container.part].kind = .textPlain
            }
        }
        updateLongestBoundary()
    }

    /// Notes that a multipart has parts, and that its own encoding therefore means nothing.
    private mutating func beginParts(of container: Int) {
        containers[container].hasParts = true
        let part = containers[container].part
        if ![.sevenBit, .eightBit].contains(parts[part].encoding) { parts[part].encoding = .binary }
    }

    /// Ends a part's body, not before it began; gives where.
    private mutating func end(_ part: Int, at offset: Int) -> Int {
        let start = Int(parts[part].body.start)
        let stop = max(start, offset)
        parts[part].body = ByteRange(start, stop)
        return stop
    }

    /// The limit of parts is met: one more takes all that is left, whatever it is.
    private mutating func takeRest(from start: Int, parent: Int) {
        note(.tooManyParts, at: start)
        leaf = parts.count
        parts.append(
            Part(
                kind: .application, encoding: .binary, depth: parts[parent].depth &+ 1, parent: Int32(clamping: parent),
                headers: ByteRange(headers.count, headers.count), body: ByteRange(start, start)))
    }
}
