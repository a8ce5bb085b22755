public import Messages

/// Reads files of origins: what registries publish of who has which addresses, and lists of prefixes or ranges.
public enum OriginFile {
    /// Reads a file that is a registry's, by its first line, or else a list.
    /// - Parameters:
    ///   - bytes: the file.
    ///   - name: what it is called, for answers and errors.
    ///   - date: its day, where it does not say itself.
    public static func origins(_ bytes: [UInt8], name: String, date: String?) throws(OriginError) -> RangeOrigins {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw OriginError(name, "the file is not UTF-8; save it in UTF-8")
        }
        var lines = Lines(text)
        while let line = lines.next() {
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            return line.contains("|") ? try registry(text, name: name) : try list(text, name: name, date: date)
        }
        throw OriginError(name, "there is no range of addresses in it")
    }

    // MARK: Registries

    /// The extended format of the registries (RIR statistics exchange format 2.3): `ripencc|FR|ipv4|192.0.2.0|256|20100101|allocated|id`.
    private static func registry(_ text: String, name: String) throws(OriginError) -> RangeOrigins {
        var ranges: [RangeOrigins.Range] = []
        var dataset = OriginDataset(name: name, date: nil)
        var lines = Lines(text)
        while let line = lines.next() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            let fields = line.split(separator: "|", omittingEmptySubsequences: false)
            guard fields.count >= 6 else {
                throw OriginError(name, line: lines.number, "a line of a registry has six fields with | between")
            }
            if fields[0].allSatisfy({ $0.isNumber || $0 == "." }) {
                dataset = OriginDataset(name: "\(fields[1]) delegated (\(name))", date: day(fields[5]))
                continue
            }
            guard fields[5] != "summary", fields[2] == "ipv4" || fields[2] == "ipv6" else { continue }
            guard let first = IPAddress(fields[3]), let value = Int(fields[4]), let last = last(first, value, fields[2]) else {
                throw OriginError(name, line: lines.number, "\(fields[3]) and \(fields[4]) are no range of addresses; fetch the file again")
            }
            guard AddressOrigin.isCountry(fields[1]) else { continue }
            ranges.append(.init(first, last, network: nil, country: String(fields[1])))
        }
        return RangeOrigins(ranges, dataset: dataset)
    }

    /// The last address: of IPv4 by how many there are, of IPv6 by the length of the prefix.
    private static func last(_ first: IPAddress, _ value: Int, _ version: Substring) -> IPAddress? {
        switch first {
        case .v4(let bits) where version == "ipv4":
            guard value > 0, let end = UInt32(exactly: Int(bits) + value - 1) else { return nil }
            return .v4(end)
        case .v6 where version == "ipv6": return IPNetwork(first, length: value)?.last
        default: return nil
        }
    }

    /// `20261121` as `2026-11-21`.
    private static func day(_ digits: Substring) -> String? {
        guard digits.utf8.count == 8, Int(digits) != nil else { return nil }
        return "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
    }

    // MARK: Lists

    private enum Column {
        case first, last, network, country, passedOver
    }

    /// Columns with commas, semicolons or tabs between: a prefix, or the first and the last address; a system's number; a country. The first line may name them:
    /// `prefix` or `start` and `end`, `asn`, `country`. Without, what a value looks like says what it is. `# name: ...` and `# date: ...` say what the list is.
    private static func list(_ text: String, name: String, date: String?) throws(OriginError) -> RangeOrigins {
        var ranges: [RangeOrigins.Range] = []
        var dataset = OriginDataset(name: name, date: date)
        var columns: [Column]?
        var lines = Lines(text)
        while let line = lines.next() {
            if line.isEmpty { continue }
            if line.hasPrefix("#") {
                note(line, &dataset)
                continue
            }
            let fields = line.split(omittingEmptySubsequences: false) { $0 == "," || $0 == ";" || $0 == "\t" }.map { trimmed($0) }
            if columns == nil {
                columns = named(fields)
                if columns != nil { continue }
                columns = []
            }
            guard ranges.count < RangeOrigins.limit else {
                throw OriginError(name, line: lines.number, "there are more than \(RangeOrigins.limit) ranges")
            }
            guard let range = range(fields, columns ?? []) else {
                throw OriginError(name, line: lines.number, "there is no prefix like 192.0.2.0/24, and no first and last address")
            }
            ranges.append(range)
        }
        return RangeOrigins(ranges, dataset: dataset)
    }

    private static func note(_ line: Substring, _ dataset: inout OriginDataset) {
        let parts = line.dropFirst().split(separator: ":", maxSplits: 1).map { trimmed($0) }
        guard parts.count == 2, parts[1].utf8.count <= 200 else { return }
        if parts[0].lowercased() == "name" { dataset.name = String(parts[1]) }
        if parts[0].lowercased() == "date" { dataset.date = String(parts[1]) }
    }

    /// The columns that the first line names; nothing where it is a line of data.
    private static func named(_ fields: [Substring]) -> [Column]? {
        guard let first = fields.first, IPNetwork(first) == nil else { return nil }
        return fields.map { field in
            switch field.lowercased() {
            case "prefix", "network", "cidr", "start", "first", "range_start", "start_ip": .first
            case "end", "last", "range_end", "end_ip": .last
            case "asn", "as", "as_number", "autonomous_system_number": .network
            case "country", "cc", "country_code", "country_iso_code": .country
            default: .passedOver
            }
        }
    }

    private static func range(_ fields: [Substring], _ columns: [Column]) -> RangeOrigins.Range? {
        var network: IPNetwork?
        var last: IPAddress?
        var system: String?
        var country: String?
        for (place, field) in fields.enumerated() {
            switch columns.isEmpty ? looks(field, place) : place < columns.count ? columns[place] : .passedOver {
            case .first: network = IPNetwork(field)
            case .last: last = IPAddress(field)
            case .network: system = systemNumber(field)
            case .country: country = AddressOrigin.isCountry(field.uppercased()) ? field.uppercased() : nil
            case .passedOver: break
            }
        }
        guard let network else { return nil }
        let end = last ?? network.last
        guard end.bitWidth == network.address.bitWidth else { return nil }
        return .init(network.address, end, network: system ?? (last == nil ? network.description : nil), country: country)
    }

    private static func looks(_ field: Substring, _ place: Int) -> Column {
        if place == 0 { return .first }
        if place == 1, IPAddress(field) != nil { return .last }
        if systemNumber(field) != nil { return .network }
        return AddressOrigin.isCountry(field.uppercased()) ? .country : .passedOver
    }

    /// `64500` or `AS64500`; 0 is nobody's.
    private static func systemNumber(_ field: Substring) -> String? {
        let digits = field.uppercased().hasPrefix("AS") ? field.dropFirst(2) : field
        guard let number = UInt32(digits), number > 0 else { return nil }
        return "AS\(number)"
    }

    private static func trimmed(_ field: Substring) -> Substring {
        var field = field
        while let first = field.first, first == " " || first == "\"" { field = field.dropFirst() }
        while let last = field.last, last == " " || last == "\"" { field = field.dropLast() }
        return field
    }

    /// The lines of a text, counted.
    private struct Lines {
        private var rest: Substring
        private(set) var number = 0

        init(_ text: String) { rest = text.first == "\u{FEFF}" ? text.dropFirst() : text[...] }

        mutating func next() -> Substring? {
            guard !rest.isEmpty else { return nil }
            number += 1
            let bytes = rest.utf8
            let end = bytes.firstIndex(of: 0x0A) ?? rest.endIndex
            var line = rest[..<end]
            rest = end == rest.endIndex ? rest[end...] : rest[bytes.index(after: end)...]
            if line.utf8.last == 0x0D { line = Substring(line.unicodeScalars.dropLast()) }
            return line
        }
    }
}

extension IPNetwork {
    /// The block's last address.
    public var last: IPAddress {
        switch address {
        case .v4(let bits): .v4(bits | (length == 0 ? .max : length == 32 ? 0 : UInt32.max >> UInt32(length)))
        case .v6(let high, let low):
            .v6(
                high: high | (length >= 64 ? 0 : UInt64.max >> UInt64(length)),
                low: low | (length <= 64 ? .max : length == 128 ? 0 : UInt64.max >> UInt64(length - 64)))
        }
    }
}
