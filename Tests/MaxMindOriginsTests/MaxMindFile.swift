import Messages

/// Writes a small database in MaxMind's format 2.0: a tree of 24-bit records, the data, and what is said of both.
struct MaxMindFile {
    enum Value {
        case text(String)
        case number(UInt32)
        case map([String: Value])
        case list([Value])
    }

    var type: String
    var built: UInt64
    var networks: [(String, Value)]

    private enum Record {
        case empty
        case node(Int)
        case data(Int)
    }

    var bytes: [UInt8] {
        var tree: [(Record, Record)] = [(.empty, .empty)]
        var data: [UInt8] = []
        for (text, value) in networks {
            guard let network = IPNetwork(text) else { continue }
            let offset = data.count
            data += MaxMindFile.encoded(value)
            MaxMindFile.insert(network, offset, &tree)
        }
        var bytes: [UInt8] = []
        for (left, right) in tree {
            for record in [left, right] {
                let number =
                    switch record {
                    case .empty: tree.count
                    case .node(let node): node
                    case .data(let offset): tree.count + 16 + offset
                    }
                bytes += [UInt8(number >> 16 & 255), UInt8(number >> 8 & 255), UInt8(number & 255)]
            }
        }
        bytes += [UInt8](repeating: 0, count: 16) + data + [0xAB, 0xCD, 0xEF] + Array("MaxMind.com".utf8)
        return bytes + metadata(nodes: tree.count)
    }

    private static func insert(_ network: IPNetwork, _ offset: Int, _ tree: inout [(Record, Record)]) {
        // IPv4 lies under ::/96.
        let (high, low, length) =
            switch network.address {
            case .v4(let bits): (UInt64(0), UInt64(bits), network.length + 96)
            case .v6(let high, let low): (high, low, network.length)
            }
        var node = 0
        for depth in 0..<length {
            let bit = depth < 64 ? high >> UInt64(63 - depth) & 1 : low >> UInt64(127 - depth) & 1
            var next = Record.data(offset)
            if depth < length - 1 {
                if case .node(let known) = bit == 0 ? tree[node].0 : tree[node].1 {
                    next = .node(known)
                } else {
                    tree.append((.empty, .empty))
                    next = .node(tree.count - 1)
                }
            }
            if bit == 0 { tree[node].0 = next } else { tree[node].1 = next }
            if case .node(let following) = next { node = following }
        }
    }

    private func metadata(nodes: Int) -> [UInt8] {
        func number(_ type: UInt8, _ value: UInt64, _ count: Int) -> [UInt8] {
            (type > 7 ? [UInt8(count), type - 7] : [type << 5 | UInt8(count)])
                + (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * (count - 1 - $0))) }
        }
        let members: [(String, [UInt8])] = [
            ("binary_format_major_version", number(5, 2, 2)), ("binary_format_minor_version", number(5, 0, 2)),
            ("build_epoch", number(9, built, 8)),
            ("database_type", MaxMindFile.encoded(.text(type))), ("description", [0xE0]), ("ip_version", number(5, 6, 2)),
            ("languages", [0x00, 0x04]),
            ("node_count", number(6, UInt64(nodes), 4)), ("record_size", number(5, 24, 2)),
        ]
        return [0xE0 | UInt8(members.count)] + members.flatMap { MaxMindFile.encoded(.text($0.0)) + $0.1 }
    }

    private static func encoded(_ value: Value) -> [UInt8] {
        switch value {
        case .text(let text):
            let bytes = Array(text.utf8)
            return (bytes.count < 29 ? [0x40 | UInt8(bytes.count)] : [0x5D, UInt8(bytes.count - 29)]) + bytes
        case .number(let number): return [0xC4] + (0..<4).map { UInt8(truncatingIfNeeded: number >> UInt32(24 - 8 * $0)) }
        case .map(let members):
            return [0xE0 | UInt8(members.count)] + members.sorted { $0.key < $1.key }.flatMap { encoded(.text($0.key)) + encoded($0.value) }
        case .list(let values): return [UInt8(values.count), 4] + values.flatMap(encoded)
        }
    }
}
