// The open elements: a bounded stack that answers "is there an open `p` here?" in constant time, so that no sequence of tags makes
// reading slow. Follows the WHATWG HTML standard (sections 13.2.4.2, 13.2.4.3, 13.2.6.4.7) as far as it decides what is shown.

/// An open element.
struct OpenElement: Sendable {
    let tag: HTMLTag
    let traits: HTMLTag.Traits
    /// The name, for elements that HTML does not know.
    let name: PackedName
    /// What is declared for the element itself.
    let own: StyleDeclarations
    /// Why the element is hidden apart from its declarations.
    let elementReason: HiddenReason?
    /// Whether it begins and ends on a line of its own.
    let isBlock: Bool
    fileprivate(set) var style: ComputedStyle
    /// The element of the same tag below it, the boundary below it, the special element below it; -1: none.
    fileprivate var previousSame: Int16 = -1
    fileprivate var previousBoundary: Int16 = -1
    fileprivate var previousSpecial: Int16 = -1

    init(
        tag: HTMLTag, traits: HTMLTag.Traits, name: PackedName, own: StyleDeclarations, elementReason: HiddenReason?, isBlock: Bool,
        style: ComputedStyle
    ) {
        self.tag = tag
        self.traits = traits
        self.name = name
        self.own = own
        self.elementReason = elementReason
        self.isBlock = isBlock
        self.style = style
    }
}

/// What came to an end with an end tag.
struct Ended {
    /// A block that shows.
    var hasBlock = false
    /// A block that does not take part in the layout.
    var hasGoneBlock = false
    var hasCell = false
    var hasAnchor = false
    var hasForm = false

    fileprivate mutating func note(_ element: OpenElement) {
        if element.isBlock {
            if element.style.isGone { hasGoneBlock = true } else { hasBlock = true }
        }
        if element.traits.contains(.cell) { hasCell = true }
        if element.tag == .a { hasAnchor = true }
        if element.tag == .form { hasForm = true }
    }
}

/// The open elements of a document, at most so many as the limit says.
struct ElementStack: Sendable {
    /// How many inline elements go on when a block around them ends.
    private static let survivors = 8
    /// How many elements stay open inside an inline one that ends.
    private static let adopted = 16
    /// Unknown elements share this many chains, and a search looks at so many links of one.
    private static let unknownChains = 32
    private static let chainSteps = 16

    private var elements: [OpenElement] = []
    private var top: [Int16]
    private var topBoundary: Int16 = -1
    private var topSpecial: Int16 = -1
    private var kept: [OpenElement] = []
    private let limit: Int
    /// How many elements are open beyond the limit.
    private(set) var beyond = 0
    /// Which elements are open.
    private(set) var open = HTMLTag.Set()

    init(limit: Int) {
        self.limit = min(max(limit, 8), 16_000)
        top = Array(repeating: -1, count: HTMLTag.allCases.count + Self.unknownChains)
        elements.reserveCapacity(64)
    }

    /// Closes everything, keeping the memory.
    mutating func reset() {
        elements.removeAll(keepingCapacity: true)
        for index in top.indices { top[index] = -1 }
        topBoundary = -1
        topSpecial = -1
        beyond = 0
        open = HTMLTag.Set()
    }

    var count: Int { elements.count &+ beyond }
    /// The style of the innermost element.
    var style: ComputedStyle { elements.last?.style ?? ComputedStyle() }
    /// Whether the innermost element is one of SVG or MathML.
    var isForeign: Bool {
        max(top[Int(HTMLTag.svg.rawValue)], top[Int(HTMLTag.math.rawValue)]) > top[Int(HTMLTag.foreignobject.rawValue)]
    }

    @inline(__always)
    private func chain(_ tag: HTMLTag, _ name: PackedName) -> Int {
        tag == .unknown ? HTMLTag.allCases.count &+ Int(truncatingIfNeeded: name.mixed &>> 59) : Int(tag.rawValue)
    }

    /// Opens an element; false where there are too many.
    mutating func push(_ element: OpenElement) -> Bool {
        guard elements.count < limit else {
            beyond &+= 1
            return false
        }
        var element = element
        let chain = chain(element.tag, element.name)
        let index = Int16(truncatingIfNeeded: elements.count)
        element.previousSame = top[chain]
        element.previousBoundary = topBoundary
        element.previousSpecial = topSpecial
        top[chain] = index
        if element.traits.contains(.boundary) { topBoundary = index }
        if element.traits.contains(.special) { topSpecial = index }
        if element.tag != .unknown { open.set(element.tag, true) }
        elements.append(element)
        return true
    }

    /// Closes the innermost element.
    private mutating func pop() -> OpenElement? {
        guard let element = elements.popLast() else { return nil }
        top[chain(element.tag, element.name)] = element.previousSame
        topBoundary = element.previousBoundary
        topSpecial = element.previousSpecial
        if element.previousSame < 0, element.tag != .unknown { open.set(element.tag, false) }
        return element
    }

    /// The index of the innermost open element of a tag that is above the innermost of the others; nothing where there is none.
    func index(of tag: HTMLTag, above others: HTMLTag..., orBoundary: Bool = true) -> Int? {
        let index = top[Int(tag.rawValue)]
        guard index >= 0, !orBoundary || index >= topBoundary else { return nil }
        for other in others where top[Int(other.rawValue)] > index { return nil }
        return Int(index)
    }

    /// The index of the element that an end tag of this name ends; nothing where it ends none.
    func target(of tag: HTMLTag, _ name: PackedName, _ traits: HTMLTag.Traits) -> Int? {
        var index = top[chain(tag, name)]
        if tag == .unknown {
            var steps = 0
            while index >= 0, elements[Int(index)].name != name {
                steps += 1
                guard steps < Self.chainSteps else { return nil }
                index = elements[Int(index)].previousSame
            }
        }
        guard index >= 0 else { return nil }
        switch tag {
        case .table, .html, .body, .template: return Int(index)
        case .tbody, .thead, .tfoot, .tr, .td, .th, .caption:
            return index >= top[Int(HTMLTag.table.rawValue)] ? Int(index) : nil
        default: break
        }
        guard index >= topBoundary else { return nil }
        // An inline end tag does not reach over a block, unless the element is of those that go on across blocks.
        if traits.isDisjoint(with: [.special, .formatting, .cell]), topSpecial > index { return nil }
        return Int(index)
    }

    /// Closes the element at an index and what is inside it.
    ///
    /// Formatting elements inside a block that ends go on after it; blocks inside a formatting element that ends stay open
    /// without its style (the "adoption agency" of the standard, in small).
    mutating func close(at index: Int) -> Ended {
        var ended = Ended()
        guard index < elements.count else { return ended }
        beyond = 0
        let element = elements[index]
        let isFormatting = element.traits.contains(.formatting)
        let holdsBlocks = Int(topSpecial) > index
        // Blocks in a formatting element only stay when there are few of them; else it stays open itself.
        if isFormatting, holdsBlocks, elements.count &- index > Self.adopted { return ended }
        kept.removeAll(keepingCapacity: true)
        while elements.count > index &+ 1, let inner = pop() {
            let goesOn = isFormatting && holdsBlocks || inner.traits.contains(.formatting) && !element.traits.contains(.boundary)
            if goesOn, kept.count < (isFormatting ? Self.adopted : Self.survivors) {
                kept.append(inner)
                continue
            }
            ended.note(inner)
            if inner.traits.contains(.boundary) {
                for lost in kept { ended.note(lost) }
                kept.removeAll(keepingCapacity: true)
            }
        }
        if let last = pop() { ended.note(last) }
        var parent = style
        for var inner in kept.reversed() {
            inner.style = parent.child(inner.own, elementReason: inner.elementReason)
            parent = inner.style
            _ = push(inner)
        }
        return ended
    }

    /// Closes an element beyond the limit.
    mutating func closeBeyond() {
        beyond &-= 1
    }
}
