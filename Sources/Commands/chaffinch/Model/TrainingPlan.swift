internal import ArgumentParser
internal import Messages

/// What a model is trained from.
struct TrainingPlan {
    /// One place with labelled messages.
    struct Source {
        let name: String
        let path: String
        let ham: Int
        let spam: Int
        let channel: Channel?

        /// The last part of the path, without its ending and without the sign of the folder.
        var shortName: String {
            let last = name.split(separator: "/").last.map(String.init) ?? name
            let bare = last.hasPrefix("$") ? String(last.dropFirst()) : last
            for ending in [".tsv", ".jsonl"] where bare.hasSuffix(ending) { return String(bare.dropLast(ending.count)) }
            return bare
        }

        /// What the source is a part of: files in one folder are one collection, whoever cut it into files.
        var collection: String {
            guard let slash = name.lastIndex(of: "/") else { return name }
            return String(name[..<slash])
        }

        /// The labelled messages of the place, in an order that depends on nothing but their paths.
        func items() throws -> [InputItem] {
            let index = path + "/index"
            if path.hasSuffix(".tsv") || path.hasSuffix(".jsonl") {
                let items = try LabelledMessages.records(at: path, InputSource(channel: channel))
                return spread(items)
            }
            return spread(try LabelledMessages.index(at: index))
        }

        /// A fixed shuffle, so that a limit takes from the whole of a source and not from its beginning.
        private func spread(_ items: [InputItem]) -> [InputItem] {
            items.enumerated().sorted { left, right in
                let keys = (UInt64(left.offset) &* 0x9E37_79B9_7F4A_7C15, UInt64(right.offset) &* 0x9E37_79B9_7F4A_7C15)
                return keys.0 < keys.1
            }.map(\.element)
        }
    }

    let sources: [Source]

    init(at path: String, folder: String) throws {
        let base = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        var sources: [Source] = []
        for (number, line) in String(decoding: try FileBytes.read(path), as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false
        ).enumerated() {
            let fields = line.prefix { $0 != "#" }.split(separator: " ")
            if fields.isEmpty { continue }
            guard fields.count == 4, let ham = Int(fields[1]), let spam = Int(fields[2]) else {
                throw CommandFailure("\(path):\(number + 1): a line is: path, most ham, most spam, channel or -")
            }
            let place = fields[0].hasPrefix("$") ? folder + fields[0].dropFirst() : (base.isEmpty ? "" : base + "/") + fields[0]
            let channel = fields[3] == "-" ? nil : Channel(rawValue: String(fields[3]))
            sources.append(Source(name: String(fields[0]), path: place, ham: ham, spam: spam, channel: channel))
        }
        self.sources = sources
    }
}

/// Which part of a plan is taken.
struct PlanChoice: ParsableArguments {
    @Option(
        name: .long, parsing: .upToNextOption,
        help: ArgumentHelp("Sources to leave out, by the last part of their path without its ending.", valueName: "source"))
    var without: [String] = []
    @Option(
        name: .long, parsing: .upToNextOption,
        help: ArgumentHelp("Of this source, only mails whose date says this year or later.", valueName: "source=year"))
    var since: [String] = []

    func validate() throws {
        for limit in since where PlanChoice.year(in: limit) == nil {
            throw ValidationError("--since takes source=year, such as csdmc2010=2006; not \(limit)")
        }
    }

    /// The sources of a plan that are taken. Throws where a name is none of the plan's.
    func sources(of plan: TrainingPlan, at path: String) throws -> [TrainingPlan.Source] {
        let named = without + since.compactMap { PlanChoice.year(in: $0)?.source }
        for name in named where !plan.sources.contains(where: { $0.shortName == name }) {
            throw CommandFailure("\(path): it has no source \(name); name one of its paths by the last part, without the ending")
        }
        return plan.sources.filter { !without.contains($0.shortName) }
    }

    /// The year from which on mails of a source are taken; nothing where all are.
    func firstYear(of source: TrainingPlan.Source) -> Int? {
        since.compactMap { PlanChoice.year(in: $0) }.first { $0.source == source.shortName }?.year
    }

    /// The two sides of `source=year`.
    private static func year(in limit: String) -> (source: String, year: Int)? {
        let sides = limit.split(separator: "=", omittingEmptySubsequences: false)
        guard sides.count == 2, !sides[0].isEmpty, let year = Int(sides[1]) else { return nil }
        return (String(sides[0]), year)
    }
}
