/// The attributes that reading asks for.
enum HTMLAttributeName: UInt8, CaseIterable {
    case style, `class`, id, href, src, action, formaction, alt, width, height, color, bgcolor, background, text, hidden, type, name
    case value, content, httpEquiv, lang, method, data, poster, placeholder, autocomplete, ariaHidden, open, link

    /// Their names with their numbers.
    static let known = NameTable(
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
    init?(_ name: PackedName, in known: NameTable) {
        guard let raw = known.value(of: name) else { return nil }
        self.init(rawValue: UInt8(truncatingIfNeeded: raw))
    }
}

/// The known attributes of one tag, each with its index among all of them.
struct AttributeIndex: Sendable {
    private var present: UInt32 = 0
    /// A place for each known name, and three to spare.
    private var indices = [UInt16](repeating: 0, count: 32)
    /// How many attributes run a script.
    private(set) var eventHandlers = 0

    /// Whether no attribute is known.
    @inline(__always) var isEmpty: Bool { present == 0 }

    /// Adds an attribute of a known name.
    @inline(__always)
    mutating func add(_ name: HTMLAttributeName, at index: Int) {
        present |= 1 &<< UInt32(name.rawValue)
        indices[Int(name.rawValue)] = UInt16(truncatingIfNeeded: index)
    }

    /// Looks at an attribute of another name: one that begins with `on` runs a script.
    @inline(__always)
    mutating func count(_ name: PackedName) {
        if name.count > 2, name.head &>> UInt64(truncatingIfNeeded: 8 &* (min(name.count, 8) &- 2)) == 0x6F6E { eventHandlers &+= 1 }
    }

    /// No attributes.
    @inline(__always)
    mutating func clear() {
        present = 0
        eventHandlers = 0
    }

    @inline(__always)
    func has(_ name: HTMLAttributeName) -> Bool {
        present & 1 &<< UInt32(name.rawValue) != 0
    }

    @inline(__always)
    subscript(name: HTMLAttributeName) -> Int? {
        has(name) ? Int(indices[Int(name.rawValue)]) : nil
    }
}
