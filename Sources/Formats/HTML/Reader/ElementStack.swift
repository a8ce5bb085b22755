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

    @inline(__always)
    fileprivate mutating func note(_ element: borrowing OpenElement) {
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
    /// A search looks at so many links of a chain of unknown elements.
    private static let chainSteps = 16

    /// The open elements, and behind them room that others needed.
    private var slots: [OpenElement] = []
    private var used = 0
    /// The innermost open element of each tag, and of each chain of unknown ones: -1 for none.
    private var top = [Int16](repeating: -1, count: 160)
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
        slots.reserveCapacity(64)
    }

    /// Closes everything, keeping the memory.
    mutating func reset() {
        used = 0
        for index in top.indices { top[index] = -1 }
        topBoundary = -1
        topSpecial = -1
        beyond = 0
        open = HTMLTag.Set()
    }

    var count: Int { used &+ beyond }
    /// The style of the innermost element.
    @inline(__always) var style: ComputedStyle { used > 0 ? slots[used &- 1].style : ComputedStyle() }
    /// Whether the innermost element is one of SVG or MathML.
    @inline(__always) var isForeign: Bool {
        max(top[Int(HTMLTag.svg.rawValue)], top[Int(HTMLTag.math.rawValue)]) > top[Int(HTMLTag.foreignobject.rawValue)]
    }

    /// The chain of a tag; those of unknown elements follow the 128 that tags may have.
    @inline(__always)
    private func chain(_ tag: HTMLTag, _ name: PackedName) -> Int {
        tag == .unknown ? 128 &+ Int(truncatingIfNeeded: name.mixed &>> 59) : Int(tag.rawValue)
    }

    /// Opens an element; false where there are too many.
    @inline(__always)
    mutating func push(_ element: consuming OpenElement) -> Bool {
        guard used < limit else {
            beyond &+= 1
            return false
        }
        let tag = element.tag
        let traits = element.traits
        let chain = chain(tag, element.name)
        let index = Int16(truncatingIfNeeded: used)
        element.previousSame = top[chain]
        element.previousBoundary = topBoundary
        element.previousSpecial = topSpecial
        top[chain] = index
        if traits.contains(.boundary) { topBoundary = index }
        if traits.contains(.special) { topSpecial = index }
        if tag != .unknown { open.set(tag, true) }
        if used < slots.count { slots[used] = element } else { slots.append(element) }
        used &+= 1
        return true
    }

    /// Closes the innermost element, of which there must be one; its slot keeps it until another is opened.
    @inline(__always)
    private mutating func pop() {
        used &-= 1
        let tag = slots[used].tag
        let previous = slots[used].previousSame
        top[chain(tag, slots[used].name)] = previous
        topBoundary = slots[used].previousBoundary
        topSpecial = slots[used].previousSpecial
        if previous < 0, tag != .unknown { open.set(tag, false) }
    }

    /// The index of the innermost open element of a tag that is inside the innermost of the others; nothing where there is none.
    @inline(__always)
    func index(of tag: HTMLTag, above other: HTMLTag? = nil, or another: HTMLTag? = nil, orBoundary: Bool = true) -> Int? {
        let index = top[Int(tag.rawValue)]
        guard index >= 0, !orBoundary || index >= topBoundary else { return nil }
        if let other, top[Int(other.rawValue)] > index { return nil }
        if let another, top[Int(another.rawValue)] > index { return nil }
        return Int(index)
    }

    /// The index of the element that an end tag of this name ends; nothing where it ends none.
    func target(of tag: HTMLTag, _ name: PackedName, _ traits: HTMLTag.Traits) -> Int? {
        var index = top[chain(tag, name)]
        if tag == .unknown {
            var steps = 0
            while index >= 0, slots[Int(index)].name != name {
                steps += 1
                guard steps < Self.chainSteps else { return nil }
                index = slots[Int(index)].previousSame
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
        guard index < used else { return ended }
        beyond = 0
        if index == used &- 1 {
            // Nothing is open inside, as mostly.
            pop()
            ended.note(slots[index])
            return ended
        }
        let traits = slots[index].traits
        let isFormatting = traits.contains(.formatting)
        let holdsBlocks = Int(topSpecial) > index
        // Blocks in a formatting element only stay when there are few of them; else it stays open itself.
        if isFormatting, holdsBlocks, used &- index > Self.adopted { return ended }
        kept.removeAll(keepingCapacity: true)
        while used > index &+ 1 {
            pop()
            let inner = slots[used]
            let goesOn = isFormatting && holdsBlocks || inner.traits.contains(.formatting) && !traits.contains(.boundary)
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
        pop()
        ended.note(slots[index])
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
