internal import ArgumentParser
internal import Features
internal import Filter
internal import Learning
internal import Messages
internal import TextMessages

/// In what order labelled messages come.
enum Order: String, ExpressibleByArgument, CaseIterable {
    /// As the file has them.
    case file
    /// By a hash of their bytes: without meaning, and the same for everybody.
    case hash
}

extension Channel {
    /// The code under which an evaluation counts it; what is no code is not repeated.
    var evaluatedName: String { isCode ? rawValue : "?" }
}

/// Messages with their labels, from an index, a table or JSON lines.
struct LabelledMessages {
    /// One of them, not yet read.
    struct Labelled {
        let item: InputItem
        let isSpam: Bool
    }

    private(set) var items: [Labelled]
    /// How spam is disguised before it is looked at, where that is asked for.
    var disguise: Disguise?

    /// The messages a file names or holds; lines without a label are left out.
    init(at path: String, _ prepared: Preparation, order: Order) throws {
        let found: [InputItem]
        if path.hasSuffix(".tsv") || path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson") {
            found = try LabelledMessages.records(at: path, prepared.source)
        } else {
            found = try LabelledMessages.index(at: path)
        }
        items = found.compactMap { item in item.isSpam.map { Labelled(item: item, isSpam: $0) } }
        if order == .hash { try sortByHash() }
    }

    /// The texts of a table or of JSON lines.
    static func records(at path: String, _ source: InputSource) throws -> [InputItem] {
        var items: [InputItem] = []
        var reader = source.reader(of: try source.files(at: path).files)
        while let piece = reader.next() {
            switch piece {
            case .item(let item): items.append(item)
            case .problem(let problem): throw CommandFailure("\(problem)")
            }
        }
        return items
    }

    /// The files that an index names.
    static func index(at path: String) throws -> [InputItem] {
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        let base = folder.isEmpty ? (path.hasPrefix("/") ? "/" : "") : folder + "/"
        let lines = String(decoding: try FileBytes.read(path), as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        var items: [InputItem] = []
        for (number, line) in lines.enumerated() where line.contains(where: { $0 != " " && $0 != "\r" }) {
            let fields = line.split(separator: " ", maxSplits: 1)
            guard fields.count == 2, let isSpam = InputSource.isSpam(String(fields[0]).lowercased()) else {
                throw CommandFailure("\(path):\(number + 1): a line is: label path, and a label is spam or ham")
            }
            let name = fields[1].drop { $0 == " " }
            let file = name.hasPrefix("/") ? String(name) : base + name
            items.append(InputItem(path: file, content: .file(file), isSpam: isSpam))
        }
        return items
    }

    private mutating func sortByHash() throws {
        var keyed: [(UInt64, Int)] = []
        for (place, labelled) in items.enumerated() {
            let bytes: [UInt8]
            switch labelled.item.content {
            case .file(let file): bytes = try FileBytes.read(file)
            case .bytes(let content), .mail(let content): bytes = content
            case .text(let record): bytes = record.text
            }
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            hash = (hash ^ hash >> 31) &* 0x7FB5_D329_728E_A185
            keyed.append((hash ^ hash >> 29, place))
        }
        items = keyed.sorted { $0 < $1 }.map { items[$0.1] }
    }

    /// One of the messages, disguised where that is asked for; of a file of several messages the first.
    func message(of labelled: Labelled, _ prepared: Preparation) throws -> Message? {
        guard let (_, message) = try prepared.making.messages(of: labelled.item).first else { return nil }
        guard labelled.isSpam, let disguise else { return message }
        return disguise.disguised(message)
    }

    /// Leaves out the messages whose content the model that ships may have learnt.
    mutating func keepHeldOut(_ prepared: Preparation, by scanner: Scanner) throws {
        items = try items.filter { labelled in
            guard let message = try message(of: labelled, prepared) else { return false }
            _ = scanner.words(of: message)
            return BatchTraining.isHeldOut(key: ContentKey.of(scanner.reading))
        }
    }

    /// What a function makes of each message's features, content key, label and channel, in order. Of a file of several messages the first is taken.
    func map<Result>(
        _ prepared: Preparation, by scanner: Scanner, _ transform: (FeatureSet, UInt64, Bool, Channel) throws -> Result
    ) throws -> [Result] {
        var results: [Result] = []
        results.reserveCapacity(items.count)
        let key = prepared.isPersonal ? prepared.setup.model.recipientKey : nil
        for labelled in items {
            guard let message = try message(of: labelled, prepared) else { continue }
            let mark = key?.mark(of: message.envelope) ?? 0
            let channel = message.channel
            var features = scanner.features(of: message)
            features.recipient = mark
            results.append(try transform(features, ContentKey.of(scanner.reading), labelled.isSpam, channel))
        }
        return results
    }
}
