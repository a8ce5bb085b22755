internal import Messages

/// A place in a message's bytes, and what was found wrong on the way there.
struct DNSReader {
    /// How often a name may go on elsewhere: as often as it can have labels.
    static let jumpLimit = 127
    /// How many defects are noted of one message.
    static let defectLimit = 50
    /// Where names may stand: after the header.
    private static let headerBytes = 12

    private(set) var position = 0
    private(set) var defects: [Defect] = []

    mutating func note(_ kind: Defect.Kind, at offset: Int? = nil) {
        if defects.count < DNSReader.defectLimit { defects.append(Defect(kind, at: offset ?? position)) }
    }

    // MARK: Numbers and bytes

    mutating func number8(_ bytes: Span<UInt8>) -> UInt8? {
        guard position < bytes.count else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func number16(_ bytes: Span<UInt8>) -> UInt16? {
        guard bytes.count - position >= 2 else { return nil }
        defer { position += 2 }
        return UInt16(bytes[position]) << 8 | UInt16(bytes[position + 1])
    }

    mutating func number32(_ bytes: Span<UInt8>) -> UInt32? {
        guard let high = number16(bytes), let low = number16(bytes) else { return nil }
        return UInt32(high) << 16 | UInt32(low)
    }

    private mutating func take(_ count: Int, _ bytes: Span<UInt8>) -> [UInt8]? {
        guard count <= bytes.count - position else { return nil }
        var taken: [UInt8] = []
        taken.reserveCapacity(count)
        for index in position..<(position + count) { taken.append(bytes[index]) }
        position += count
        return taken
    }

    // MARK: Names

    /// A name that begins here (RFC 1035 section 4.1.4). It may go on only before where it went on last, so that it ends.
    mutating func name(_ bytes: Span<UInt8>) -> DNSName? {
        let start = position
        var next = start
        var lowest = start
        var after: Int?
        var jumps = 0
        var name: [UInt8] = []
        while next < bytes.count {
            let length = Int(bytes[next])
            switch length >> 6 {
            case 0 where length == 0:
                position = after ?? next + 1
                return DNSName(checked: name)
            case 0 where next + length < bytes.count && name.count + length + 2 <= DNSName.limit:
                name.append(bytes[next])
                for index in (next + 1)...(next + length) { name.append(DNSName.folded(bytes[index])) }
                next += length + 1
            case 3 where next + 1 < bytes.count && jumps < DNSReader.jumpLimit:
                let target = (length & 63) << 8 | Int(bytes[next + 1])
                guard target >= DNSReader.headerBytes, target < lowest else { return badName(at: start) }
                if after == nil { after = next + 2 }
                jumps += 1
                lowest = target
                next = target
            default: return badName(at: start)
            }
        }
        return badName(at: start)
    }

    private mutating func badName(at start: Int) -> DNSName? {
        note(.dnsBadName, at: start)
        return nil
    }

    // MARK: Records

    /// The record that begins here; nothing where it has no end. Data that is not what the type has is kept as bytes.
    mutating func record(_ bytes: Span<UInt8>) -> ResourceRecord? {
        guard let name = name(bytes), let type = number16(bytes), let recordClass = number16(bytes), let time = number32(bytes),
            let length = number16(bytes), Int(length) <= bytes.count - position
        else { return nil }
        let start = position
        let end = start + Int(length)
        // Names of the data may point at what stands before it; nothing reads on behind it.
        let upToEnd = bytes.extracting(0..<end)
        var data: ResourceData?
        if recordClass == 1, type != ResourceRecord.edns {
            data = self.data(type, upToEnd, end)
            if data != nil, position != end { data = nil }
            if data == nil { note(.dnsBadData, at: start) }
        }
        position = start
        let sent = data == nil ? take(Int(length), upToEnd) : nil
        position = end
        let seconds = time >> 31 == 0 ? time : 0
        return ResourceRecord(
            name, type: type, recordClass: recordClass, timeToLive: type == ResourceRecord.edns ? time : seconds,
            data: data ?? .other(sent ?? []))
    }

    private mutating func data(_ type: UInt16, _ bytes: Span<UInt8>, _ end: Int) -> ResourceData? {
        switch type {
        case 1: return number32(bytes).map { .address(.v4($0)) }
        case 28: return address6(bytes)
        case 2, 5, 12: return name(bytes).map { .name($0) }
        case 6: return startOfAuthority(bytes)
        case 15:
            guard let preference = number16(bytes), let host = name(bytes) else { return nil }
            return .mailExchange(preference: preference, host: host)
        case 16: return strings(bytes, end)
        case 33:
            guard let priority = number16(bytes), let weight = number16(bytes), let port = number16(bytes), let target = name(bytes) else {
                return nil
            }
            return .service(priority: priority, weight: weight, port: port, target: target)
        case 52:
            guard let usage = number8(bytes), let selector = number8(bytes), let matchingType = number8(bytes),
                let data = take(end - position, bytes)
            else { return nil }
            return .tlsAssociation(usage: usage, selector: selector, matchingType: matchingType, data: data)
        case 257:
            guard let flags = number8(bytes), let length = number8(bytes), length > 0, let tag = take(Int(length), bytes),
                let value = take(end - position, bytes)
            else { return nil }
            return .certificationAuthority(flags: flags, tag: tag, value: value)
        default: return take(end - position, bytes).map { .other($0) }
        }
    }

    private mutating func address6(_ bytes: Span<UInt8>) -> ResourceData? {
        var words: [UInt64] = []
        while words.count < 4, let word = number32(bytes) { words.append(UInt64(word)) }
        return words.count == 4 ? .address(.v6(high: words[0] << 32 | words[1], low: words[2] << 32 | words[3])) : nil
    }

    private mutating func strings(_ bytes: Span<UInt8>, _ end: Int) -> ResourceData? {
        var strings: [[UInt8]] = []
        while position < end {
            guard let length = number8(bytes), let string = take(Int(length), bytes) else { return nil }
            strings.append(string)
        }
        return strings.isEmpty ? nil : .strings(strings)
    }

    private mutating func startOfAuthority(_ bytes: Span<UInt8>) -> ResourceData? {
        guard let server = name(bytes), let mailbox = name(bytes), let serial = number32(bytes), let refresh = number32(bytes),
            let retry = number32(bytes), let expire = number32(bytes), let minimum = number32(bytes)
        else { return nil }
        return .startOfAuthority(
            server: server, mailbox: mailbox, serial: serial, refresh: refresh, retry: retry, expire: expire, minimum: minimum)
    }
}
