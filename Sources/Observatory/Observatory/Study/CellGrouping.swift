/// Adds up the cells of a table by some of its dimensions.
struct CellGrouping {
    /// Up to twelve numbers, in words that hash fast.
    private struct Key: Hashable {
        var words: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0)

        subscript(place: Int) -> UInt32 {
            get { UInt32(truncatingIfNeeded: word(place) >> (UInt64(place & 1) * 32)) }
            set {
                let shifted = UInt64(newValue) << (UInt64(place & 1) * 32)
                switch place >> 1 {
                case 0: words.0 |= shifted
                case 1: words.1 |= shifted
                case 2: words.2 |= shifted
                case 3: words.3 |= shifted
                case 4: words.4 |= shifted
                default: words.5 |= shifted
                }
            }
        }

        private func word(_ place: Int) -> UInt64 {
            switch place >> 1 {
            case 0: words.0
            case 1: words.1
            case 2: words.2
            case 3: words.3
            case 4: words.4
            default: words.5
            }
        }

        static func == (left: Key, right: Key) -> Bool {
            (left.words.0, left.words.1, left.words.2) == (right.words.0, right.words.1, right.words.2)
                && (left.words.3, left.words.4, left.words.5) == (right.words.3, right.words.4, right.words.5)
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(words.0)
            hasher.combine(words.1)
            hasher.combine(words.2)
            hasher.combine(words.3)
            hasher.combine(words.4)
            hasher.combine(words.5)
        }
    }

    /// The places of the dimensions asked, then, where origins are told, of contributor and method.
    private let places: [Int]
    private let asked: Int
    private let tellsOrigins: Bool
    private let accepted: [(place: Int, numbers: Set<UInt32>)]
    private var sums: [CellCount] = []
    private var indices: [Key: Int] = [:]

    /// A grouping of nothing yet; without origins its sums do not say who counted them and how.
    init(
        of table: StudyTable, by dimensions: [Dimension], where filter: [Dimension: Set<String>], _ values: [UInt32: String],
        tellingOrigins: Bool = true
    ) {
        let all = table.dimensions
        tellsOrigins = tellingOrigins
        places = (dimensions + (tellingOrigins ? [.contributor, .method] : [])).compactMap { all.firstIndex(of: $0) }
        asked = dimensions.count
        accepted = filter.compactMap { dimension, wanted in
            guard let place = all.firstIndex(of: dimension) else { return nil }
            return (place, Set(values.lazy.filter { wanted.contains($0.value) }.map(\.key)))
        }
    }

    /// Adds a block's cells.
    mutating func add(_ block: SegmentBlock<CellCount>) {
        // Neighbours are mostly of one group.
        var last: (key: Key, index: Int)?
        for index in 0..<block.count {
            let first = index * block.width
            guard accepted.allSatisfy({ $0.numbers.contains(block.numbers[first + $0.place]) }) else { continue }
            var key = Key()
            for (position, place) in places.enumerated() { key[position] = block.numbers[first + place] }
            if let last, last.key == key {
                sums[last.index].merge(block.values[index])
                continue
            }
            let found = indices[key] ?? sums.count
            if found == sums.count {
                indices[key] = found
                sums.append(CellCount())
            }
            sums[found].merge(block.values[index])
            last = (key, found)
        }
    }

    /// The sums by the values of the dimensions asked.
    func totals(_ values: [UInt32: String]) -> [[String]: StudyCount] {
        var totals: [[String]: StudyCount] = [:]
        for (key, index) in indices {
            let cell = sums[index]
            let names = (0..<asked).map { values[key[$0]] ?? Dimension.unknown }
            guard tellsOrigins else {
                totals[names, default: StudyCount()].add(
                    StudyCount(messages: cell.messages, bytes: cell.bytes, observations: cell.observations))
                continue
            }
            let contributor = values[key[asked]] ?? Dimension.unknown
            let method = values[key[asked + 1]].flatMap(CountMethod.init) ?? .measured
            totals[names, default: StudyCount()].add(
                StudyCount(
                    messages: cell.messages, bytes: cell.bytes, observations: cell.observations, methods: [method: cell.messages],
                    contributors: [contributor: cell.messages]))
        }
        return totals
    }
}
