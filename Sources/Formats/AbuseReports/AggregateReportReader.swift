internal import MIME

extension AggregateReport {
    /// Reads a report of either standard, in any of the forms met in mail: with another namespace or none, without a version, names in either
    /// case, elements in any order. Unknown elements, those of extensions too, are passed over. Never fails: what cannot be read is missing, and
    /// `problems` says what and where.
    /// - Parameters:
    ///   - document: the XML document, unpacked.
    ///   - limits: how much of it is read.
    public init(xml document: Span<UInt8>, limits: ReportLimits = ReportLimits()) {
        let isLong = document.count > limits.documentBytes
        let head = isLong ? document.extracting(0..<max(0, limits.documentBytes)) : document
        var reading = AggregateReportReading(limits: limits)
        if let converted = XMLEncoding.converted(head, limit: limits.documentBytes) {
            reading.run(converted.span)
        } else {
            reading.run(head)
        }
        if isLong { reading.note(.tooLong, at: limits.documentBytes) }
        self = reading.report
    }
}

/// The encodings of documents (XML 1.0 section 4.3.3 and appendix F).
enum XMLEncoding {
    /// The document in UTF-8; nothing where it says nothing else of itself.
    static func converted(_ document: Span<UInt8>, limit: Int) -> [UInt8]? {
        var label: [UInt8] = []
        if document.count >= 2 {
            switch (document[0], document[1]) {
            case (0xFE, 0xFF), (0, 0x3C): label = Array("utf-16be".utf8)
            case (0xFF, 0xFE), (0x3C, 0): label = Array("utf-16le".utf8)
            default: label = declared(document)
            }
        }
        guard !label.isEmpty, label != Array("utf-8".utf8), label != Array("us-ascii".utf8) else { return nil }
        var decoder = CharsetDecoder()
        var text: [UInt8] = []
        _ = decoder.decode(document, label: label.span, into: &text, limit: limit)
        return text
    }

    /// The name that the declaration gives, in lower case.
    private static func declared(_ document: Span<UInt8>) -> [UInt8] {
        var head: [UInt8] = []
        for index in 0..<min(200, document.count) {
            head.append(document[index] &- 65 < 26 ? document[index] | 32 : document[index])
            if document[index] == UInt8(ascii: ">") { break }
        }
        let word = Array("encoding".utf8)
        guard head.starts(with: Array("<?xml".utf8)), let start = (0..<head.count).first(where: { head[$0...].starts(with: word) }),
            let open = head[start...].firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }),
            let close = head[(open + 1)...].firstIndex(of: head[open])
        else { return [] }
        return Array(head[(open + 1)..<close])
    }
}
