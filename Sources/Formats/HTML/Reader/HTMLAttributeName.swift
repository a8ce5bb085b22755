/// The attributes that reading asks for.
enum HTMLAttributeName: UInt8, CaseIterable {
    case style, `class`, id, href, src, action, formaction, alt, width, height, color, bgcolor, background, text, hidden, type, name
    case value, content, httpEquiv, lang, method, data, poster, placeholder, autocomplete, ariaHidden, open, link

    private static let table = NameTable(
        allCases.map { attribute in
            let name: String
            switch attribute {
            case .httpEquiv: name = "http-equiv"
            case .ariaHidden: name = "aria-hidden"
            default: name = "\(attribute)"
            }
            return (name: name, value: UInt32(attribute.rawValue))
        })

    @inline(__always)
    init?(_ name: PackedName) {
        guard let raw = Self.table.value(of: name) else { return nil }
        self.init(rawValue: UInt8(truncatingIfNeeded: raw))
    }
}

/// The known attributes of one tag, each with its index among all of them.
struct AttributeIndex {
    private var present: UInt64 = 0
    private var indices = [UInt16](repeating: 0, count: HTMLAttributeName.allCases.count)
    /// How many attributes run a script.
    private(set) var eventHandlers = 0

    var isEmpty: Bool { present == 0 }

    /// Looks at a tag's attributes.
    mutating func fill(_ attributes: [HTMLAttribute]) {
        present = 0
        eventHandlers = 0
        for index in attributes.indices {
            let packed = attributes[index].packed
            if let name = HTMLAttributeName(packed) {
                present |= 1 &<< UInt64(name.rawValue)
                indices[Int(name.rawValue)] = UInt16(truncatingIfNeeded: index)
            } else if packed.count > 2, packed.head &>> UInt64(8 &* (min(packed.count, 8) &- 2)) == 0x6F6E {
                eventHandlers &+= 1
            }
        }
    }

    /// No attributes.
    mutating func clear() {
        present = 0
        eventHandlers = 0
    }

    @inline(__always)
    func has(_ name: HTMLAttributeName) -> Bool {
        present & 1 &<< UInt64(name.rawValue) != 0
    }

    @inline(__always)
    subscript(name: HTMLAttributeName) -> Int? {
        has(name) ? Int(indices[Int(name.rawValue)]) : nil
    }
}
