internal import Messages
internal import TextMessages

/// What a threat model is trained from: which kinds of which sources are of which class.
struct ThreatPlan {
    /// A message of known class, not yet read.
    struct Labelled {
        let item: InputItem
        let threat: ThreatClass
        let kind: String
        let language: String
    }

    /// A kind of a source.
    fileprivate struct Line {
        let channel: Channel?
        let language: String?
        let kind: String
        let threat: ThreatClass
        let most: Int
    }

    /// One place with messages, and what its kinds are.
    struct Source {
        let name: String
        fileprivate let path: String
        fileprivate var lines: [Line] = []
        /// Classes that we found by reading, by line or path.
        fileprivate var readings: [String: ThreatClass] = [:]

        /// The messages that the plan takes, in an order that depends on nothing but the files.
        func labelled() throws -> [Labelled] {
            var taken = [Int](repeating: 0, count: lines.count)
            var all: [Labelled] = []
            for item in spread(try items()) {
                guard let (place, kind, threat) = line(for: item), taken[place] < lines[place].most else { continue }
                taken[place] += 1
                all.append(Labelled(item: item, threat: threat, kind: kind, language: language(of: item, lines[place])))
            }
            return all
        }

        /// Whether this is the source that a name means, by itself or with one of its kinds: `source`, `source:kind`.
        func isNamed(by other: String) -> Bool {
            let bare = String(name.drop { $0 == "$" })
            return other == bare || lines.contains { $0.kind == "*" && other.hasPrefix(bare + ":") || other == bare + ":" + $0.kind }
        }

        /// The channel of its messages, where the plan names one.
        var channel: Channel? { lines.first?.channel }

        private func items() throws -> [InputItem] {
            if path.hasSuffix("/") || path.hasSuffix(".tsv") || path.hasSuffix(".jsonl") {
                return try LabelledMessages.records(at: path, InputSource(channel: channel))
            }
            return try LabelledMessages.index(at: path + "/index")
        }

        /// A fixed shuffle, so that a limit takes from the whole of a source and not from its beginning.
        private func spread(_ items: [InputItem]) -> [InputItem] {
            items.enumerated().map { (UInt64($0) &* 0x9E37_79B9_7F4A_7C15, $1) }.sorted { $0.0 < $1.0 }.map(\.1)
        }

        private func line(for item: InputItem) -> (Int, kind: String, ThreatClass)? {
            guard let isSpam = item.isSpam else { return nil }
            if let read = readings[String(item.path.dropFirst(path.count + 1))] {
                guard let place = lines.firstIndex(where: { $0.kind.hasSuffix(".tsv") }) else { return nil }
                return (place, read.rawValue, read)
            }
            let kind = kind(of: item)
            let place =
                lines.firstIndex { $0.kind == kind && ($0.threat != .none) == isSpam }
                ?? lines.firstIndex { $0.kind == "*" && ($0.threat != .none) == isSpam }
            return place.map { ($0, kind, lines[$0].threat) }
        }

        /// The kind that a record names; that of a file is its name up to the first full stop.
        private func kind(of item: InputItem) -> String {
            if case .text(let record) = item.content { return record.category ?? "-" }
            return String(item.path.split(separator: "/").last?.prefix { $0 != "." } ?? "-")
        }

        private func language(of item: InputItem, _ line: Line) -> String {
            if let language = line.language { return language }
            if case .text(let record) = item.content { return record.language ?? "-" }
            return "-"
        }
    }

    private(set) var sources: [Source] = []

    init(at path: String, folder: String) throws {
        let base = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().map { $0 + "/" }.joined()
        for (number, line) in try ThreatPlan.lines(of: path) {
            let fields = line.prefix { $0 != "#" }.split(separator: " ").map(String.init)
            if fields.isEmpty { continue }
            guard fields.count == 6, let most = Int(fields[5]), most >= 0 else {
                throw CommandFailure("\(path):\(number): a line is: place, channel or -, language or -, kind, class, most")
            }
            let isRead = fields[3].hasSuffix(".tsv")
            let threat = isRead ? ThreatClass.unspecified : try ThreatPlan.threat(fields[4], path, number)
            if sources.last?.name != fields[0] {
                let place = fields[0].hasPrefix("$") ? folder + fields[0].dropFirst() : base + fields[0]
                sources.append(Source(name: fields[0], path: place))
            }
            let last = sources.count - 1
            sources[last].lines.append(
                Line(
                    channel: fields[1] == "-" ? nil : Channel(rawValue: fields[1]), language: fields[2] == "-" ? nil : fields[2],
                    kind: fields[3], threat: threat, most: most))
            if isRead { sources[last].readings = try ThreatPlan.readings(at: base + fields[3], of: fields[0]) }
        }
    }

    /// The classes that a file of readings gives to the messages of a source.
    private static func readings(at path: String, of source: String) throws -> [String: ThreatClass] {
        var readings: [String: ThreatClass] = [:]
        for (number, line) in try lines(of: path) where !line.isEmpty {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count == 3 else { throw CommandFailure("\(path):\(number): a line is: source, line or path, class") }
            if "$" + fields[0] == source { readings[String(fields[1])] = try threat(String(fields[2]), path, number) }
        }
        return readings
    }

    /// A class by its name; one that nobody knows is an error, since its messages would be passed over in silence.
    private static func threat(_ name: String, _ path: String, _ number: Int) throws -> ThreatClass {
        let threat = ThreatClass(rawValue: name)
        guard ThreatClass.known.contains(threat) else { throw CommandFailure("\(path):\(number): there is no class \(name)") }
        return threat
    }

    private static func lines(of path: String) throws -> [(number: Int, line: Substring)] {
        let text = String(decoding: try FileBytes.read(path), as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { ($0 + 1, $1) }
    }
}
