internal import Messages

/// One packet: the letter of its command, and what stands behind it.
struct MilterPacket {
    private let letter: UInt8
    private let fields: ArraySlice<UInt8>

    /// - Parameter bytes: the packet behind its length, which is not empty.
    init(_ bytes: ArraySlice<UInt8>) throws(MilterError) {
        guard let letter = bytes.first else { throw .empty }
        self.letter = letter
        fields = bytes.dropFirst()
    }

    /// The number that these four bytes are.
    static func number(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { ($0 << 8) | Int($1) }
    }

    /// What the packet says.
    func command() throws(MilterError) -> MilterCommand {
        switch letter {
        case UInt8(ascii: "O"): try negotiation()
        case UInt8(ascii: "D"): try macros()
        case UInt8(ascii: "C"): try connection()
        case UInt8(ascii: "H"): .helo(try words()[0])
        case UInt8(ascii: "M"): .mail(try words())
        case UInt8(ascii: "R"): .recipient(try words())
        case UInt8(ascii: "T"): .data
        case UInt8(ascii: "L"): try header()
        case UInt8(ascii: "N"): .endOfHeaders
        case UInt8(ascii: "B"): .body(Array(fields))
        case UInt8(ascii: "E"): .endOfBody(Array(fields))
        case UInt8(ascii: "A"): .abort
        case UInt8(ascii: "U"): .unknown(try words()[0])
        case UInt8(ascii: "Q"): .quit
        case UInt8(ascii: "K"): .quitForNext
        default: throw .unknownCommand(letter)
        }
    }

    /// The texts in these bytes, each of which ends in a zero byte.
    private func texts(_ bytes: ArraySlice<UInt8>) throws(MilterError) -> [ArraySlice<UInt8>] {
        guard bytes.last ?? 0 == 0 else { throw .malformed(command: letter) }
        return bytes.isEmpty ? [] : bytes.dropLast().split(separator: 0, omittingEmptySubsequences: false)
    }

    /// The texts of the packet, one at least.
    private func words() throws(MilterError) -> [String] {
        let texts = try texts(fields)
        guard !texts.isEmpty else { throw .malformed(command: letter) }
        return texts.map { String(decoding: $0, as: UTF8.self) }
    }

    private func negotiation() throws(MilterError) -> MilterCommand {
        guard fields.count >= 12 else { throw .malformed(command: letter) }
        func word(_ index: Int) -> UInt32 {
            UInt32(MilterPacket.number(fields.dropFirst(4 * index).prefix(4)))
        }
        return .negotiate(
            MilterOptions(version: word(0), actions: MilterActions(rawValue: word(1)), steps: MilterSteps(rawValue: word(2))))
    }

    private func macros() throws(MilterError) -> MilterCommand {
        guard let step = fields.first else { throw .malformed(command: letter) }
        let texts = try texts(fields.dropFirst()).map { String(decoding: $0, as: UTF8.self) }
        guard texts.count.isMultiple(of: 2) else { throw .malformed(command: letter) }
        var values: [String: String] = [:]
        for index in stride(from: 0, to: texts.count, by: 2) { values[texts[index]] = texts[index + 1] }
        return .macros(step: step, values)
    }

    private func connection() throws(MilterError) -> MilterCommand {
        guard let end = fields.firstIndex(of: 0), let family = fields[(end + 1)...].first else { throw .malformed(command: letter) }
        let host = String(decoding: fields[..<end], as: UTF8.self)
        guard family == UInt8(ascii: "4") || family == UInt8(ascii: "6") else { return .connection(host: host, address: nil) }
        // The port, two bytes, stands before the address; Sendmail writes one of version 6 with its tag.
        guard let text = try texts(fields.dropFirst(end - fields.startIndex + 4)).first else { throw .malformed(command: letter) }
        let address = String(decoding: text, as: UTF8.self)
        return .connection(host: host, address: IPAddress(address.lowercased().hasPrefix("ipv6:") ? address.dropFirst(5) : address[...]))
    }

    private func header() throws(MilterError) -> MilterCommand {
        let texts = try texts(fields)
        guard texts.count == 2, !texts[0].isEmpty else { throw .malformed(command: letter) }
        return .header(name: Array(texts[0]), body: Array(texts[1]))
    }
}
