/// A picture as a list of marks, in points from the top left corner; drawn as SVG, or by whoever makes pages.
public struct Drawing: Sendable, Hashable {
    /// The size.
    public var width: Double
    /// The size.
    public var height: Double
    /// Whether words in it run from right to left.
    public var isRightToLeft: Bool
    /// The marks, the first one lowest.
    public var marks: [Mark]

    /// A drawing of nothing yet.
    public init(width: Double, height: Double, isRightToLeft: Bool = false, marks: [Mark] = []) {
        self.width = width
        self.height = height
        self.isRightToLeft = isRightToLeft
        self.marks = marks
    }

    /// One mark.
    public enum Mark: Sendable, Hashable {
        /// A rectangle.
        case rectangle(Frame, Paint)
        /// A line through points.
        case line([Point], Stroke)
        /// An area within points.
        case polygon([Point], Paint)
        /// A disc.
        case disc(Point, radius: Double, Paint)
        /// A band from the edge of one thing to that of another.
        case ribbon(Ribbon, Paint)
        /// Words on one line.
        case label(Label)
    }

    /// A place.
    public struct Point: Sendable, Hashable {
        /// From the left.
        public var x: Double
        /// From the top.
        public var y: Double

        /// A place.
        public init(_ x: Double, _ y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// A rectangle's place.
    public struct Frame: Sendable, Hashable {
        /// From the left.
        public var x: Double
        /// From the top.
        public var y: Double
        /// The size.
        public var width: Double
        /// The size.
        public var height: Double

        /// A rectangle's place.
        public init(x: Double, y: Double, width: Double, height: Double) {
            self.x = x
            self.y = y
            self.width = width
            self.height = height
        }
    }

    /// A band that runs from an upright edge to another, as in a Sankey diagram.
    public struct Ribbon: Sendable, Hashable {
        /// The top of the first edge.
        public var start: Point
        /// The height of the first edge.
        public var startHeight: Double
        /// The top of the second edge.
        public var end: Point
        /// The height of the second edge.
        public var endHeight: Double

        /// A band.
        public init(from start: Point, height startHeight: Double, to end: Point, height endHeight: Double) {
            self.start = start
            self.startHeight = startHeight
            self.end = end
            self.endHeight = endHeight
        }
    }

    /// A colour: red, green and blue in one number (`0x0B5394`).
    public struct Colour: Sendable, Hashable {
        /// Red, green and blue.
        public var rgb: UInt32

        /// A colour.
        public init(_ rgb: UInt32) { self.rgb = rgb }

        /// As CSS writes it.
        public var css: String {
            let digits = String(rgb & 0xFFFFFF, radix: 16)
            return "#" + String(repeating: "0", count: 6 - digits.count) + digits
        }
    }

    /// Lines over an area, so that colour is not the only sign.
    public enum Hatch: String, Sendable, Hashable, CaseIterable {
        /// None.
        case plain
        /// Lines that rise.
        case rising
        /// Lines that fall.
        case falling
        /// Level lines.
        case level
        /// Upright lines.
        case upright
        /// Lines that rise and lines that fall.
        case crossed
    }

    /// What an area is filled with.
    public struct Paint: Sendable, Hashable {
        /// The colour.
        public var colour: Colour
        /// White lines over it.
        public var hatch: Hatch
        /// From 0, which is not seen, to 1.
        public var opacity: Double

        /// A filling.
        public init(_ colour: Colour, hatch: Hatch = .plain, opacity: Double = 1) {
            self.colour = colour
            self.hatch = hatch
            self.opacity = opacity
        }
    }

    /// How a line is drawn.
    public struct Stroke: Sendable, Hashable {
        /// The colour.
        public var colour: Colour
        /// How wide it is.
        public var width: Double
        /// Lengths of strokes and gaps; unbroken where it is empty.
        public var dash: [Double]

        /// A line's look.
        public init(_ colour: Colour, width: Double, dash: [Double] = []) {
            self.colour = colour
            self.width = width
            self.dash = dash
        }
    }

    /// Words on one line.
    public struct Label: Sendable, Hashable {
        /// Which side of the words is at the place, as seen on paper.
        public enum Side: String, Sendable, Hashable {
            /// Their left end.
            case left
            /// Their middle.
            case middle
            /// Their right end.
            case right
        }

        /// The words.
        public var text: String
        /// Where they stand: the base line.
        public var place: Point
        /// Which side of them is there.
        public var side: Side
        /// The height of the letters, in points.
        public var size: Double
        /// Whether they are bold.
        public var isBold: Bool
        /// Their colour.
        public var colour: Colour

        /// Words.
        public init(_ text: String, at place: Point, _ side: Side, size: Double, isBold: Bool = false, colour: Colour) {
            self.text = text
            self.place = place
            self.side = side
            self.size = size
            self.isBold = isBold
            self.colour = colour
        }
    }
}

extension Drawing {
    /// The drawing as it is seen in a mirror, words still readable: what is read from right to left begins at the right.
    public func mirrored() -> Drawing {
        var copy = self
        copy.marks = marks.map(mirrored)
        return copy
    }

    private func mirrored(_ point: Point) -> Point { Point(width - point.x, point.y) }

    private func mirrored(_ mark: Mark) -> Mark {
        switch mark {
        case .rectangle(var frame, let paint):
            frame.x = width - frame.x - frame.width
            return .rectangle(frame, paint)
        case .line(let points, let stroke): return .line(points.map(mirrored), stroke)
        case .polygon(let points, let paint): return .polygon(points.map(mirrored), paint)
        case .disc(let point, let radius, let paint): return .disc(mirrored(point), radius: radius, paint)
        case .ribbon(let ribbon, let paint):
            let turned = Ribbon(
                from: mirrored(ribbon.end), height: ribbon.endHeight, to: mirrored(ribbon.start), height: ribbon.startHeight)
            return .ribbon(turned, paint)
        case .label(var label):
            label.place = mirrored(label.place)
            label.side = label.side == .left ? .right : label.side == .right ? .left : .middle
            return .label(label)
        }
    }
}
