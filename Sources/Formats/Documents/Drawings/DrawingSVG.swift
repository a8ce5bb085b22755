/// Drawings as SVG 1.1.
extension Drawing {
    /// The picture as an element of a page or, with `isAlone`, as a file.
    ///
    /// - Parameters:
    ///   - id: what the names in it begin with; no two pictures of one page may have the same.
    ///   - title: what it shows, for those who do not see it.
    ///   - description: what is to be seen in it.
    ///   - isAlone: whether it is a file of its own.
    public func svg(id: String, title: String, description: String, isAlone: Bool = false) -> String {
        var xml = XMLText()
        if isAlone { xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }
        let size = "0 0 \(SVG.number(width)) \(SVG.number(height))"
        xml.element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "viewBox": size, "width": SVG.number(width), "height": SVG.number(height),
                "role": "img", "aria-labelledby": "\(id)-title \(id)-description", "font-family": SVG.fonts,
            ]
        ) { svg in
            svg.element("title", ["id": "\(id)-title"], title)
            svg.element("desc", ["id": "\(id)-description"], description)
            patterns(id, into: &svg)
            for mark in marks { write(mark, id, into: &svg) }
        }
        return xml.text
    }

    /// The hatches that the drawing uses, each once for each colour.
    private func patterns(_ id: String, into svg: inout XMLText) {
        let paints = marks.compactMap(\.paint).filter { $0.hatch != .plain }
        var seen: Set<String> = []
        let unique = paints.filter { seen.insert(SVG.pattern($0, id)).inserted }
        guard !unique.isEmpty else { return }
        svg.element("defs") { defs in
            for paint in unique {
                defs.element(
                    "pattern", ["id": SVG.pattern(paint, id), "width": "6", "height": "6", "patternUnits": "userSpaceOnUse"]
                ) { pattern in
                    pattern.empty("rect", ["width": "6", "height": "6", "fill": paint.colour.css])
                    pattern.empty("path", ["d": SVG.hatch(paint.hatch), "stroke": "#ffffff", "stroke-width": "1.2", "fill": "none"])
                }
            }
        }
    }

    private func write(_ mark: Mark, _ id: String, into svg: inout XMLText) {
        switch mark {
        case .rectangle(let frame, let paint):
            svg.empty(
                "rect",
                [
                    "x": SVG.number(frame.x), "y": SVG.number(frame.y), "width": SVG.number(frame.width),
                    "height": SVG.number(frame.height), "fill": SVG.fill(paint, id), "fill-opacity": SVG.number(paint.opacity),
                ])
        case .line(let points, let stroke):
            svg.empty(
                "polyline",
                [
                    "points": SVG.points(points), "fill": "none", "stroke": stroke.colour.css, "stroke-width": SVG.number(stroke.width),
                    "stroke-dasharray": stroke.dash.isEmpty ? "none" : stroke.dash.map(SVG.number).joined(separator: " "),
                    "stroke-linejoin": "round",
                ])
        case .polygon(let points, let paint):
            svg.empty(
                "polygon", ["points": SVG.points(points), "fill": SVG.fill(paint, id), "fill-opacity": SVG.number(paint.opacity)])
        case .disc(let point, let radius, let paint):
            svg.empty(
                "circle",
                ["cx": SVG.number(point.x), "cy": SVG.number(point.y), "r": SVG.number(radius), "fill": SVG.fill(paint, id)])
        case .ribbon(let ribbon, let paint):
            svg.empty(
                "path", ["d": SVG.path(ribbon), "fill": SVG.fill(paint, id), "fill-opacity": SVG.number(paint.opacity)])
        case .label(let label): write(label, into: &svg)
        }
    }

    private func write(_ label: Label, into svg: inout XMLText) {
        // What SVG calls start is the right end of words that run from right to left.
        let anchor =
            switch label.side {
            case .left: isRightToLeft ? "end" : "start"
            case .middle: "middle"
            case .right: isRightToLeft ? "start" : "end"
            }
        svg.element(
            "text",
            [
                "x": SVG.number(label.place.x), "y": SVG.number(label.place.y), "font-size": SVG.number(label.size),
                "text-anchor": anchor, "fill": label.colour.css, "font-weight": label.isBold ? "bold" : "normal",
                "direction": isRightToLeft ? "rtl" : "ltr",
            ], label.text)
    }
}

extension Drawing.Mark {
    /// What the mark is filled with; nothing for lines and words.
    var paint: Drawing.Paint? {
        switch self {
        case .rectangle(_, let paint), .polygon(_, let paint), .disc(_, _, let paint), .ribbon(_, let paint): paint
        case .line, .label: nil
        }
    }
}

/// How SVG writes numbers, points and names.
enum SVG {
    static let fonts = "Noto Sans, DejaVu Sans, Arial, Noto Sans Arabic, Droid Sans Fallback, sans-serif"

    /// A number with at most two digits after the point.
    static func number(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let magnitude = hundredths.magnitude
        let sign = hundredths < 0 ? "-" : ""
        guard magnitude % 100 != 0 else { return sign + "\(magnitude / 100)" }
        let fraction = magnitude % 100
        let digits = fraction % 10 == 0 ? "\(fraction / 10)" : fraction < 10 ? "0\(fraction)" : "\(fraction)"
        return sign + "\(magnitude / 100).\(digits)"
    }

    static func points(_ points: [Drawing.Point]) -> String {
        points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
    }

    static func pattern(_ paint: Drawing.Paint, _ id: String) -> String {
        "\(id)-\(paint.hatch.rawValue)-\(paint.colour.css.dropFirst())"
    }

    static func fill(_ paint: Drawing.Paint, _ id: String) -> String {
        paint.hatch == .plain ? paint.colour.css : "url(#\(pattern(paint, id)))"
    }

    static func hatch(_ hatch: Drawing.Hatch) -> String {
        switch hatch {
        case .plain: ""
        case .rising: "M-1,1 L1,-1 M0,6 L6,0 M5,7 L7,5"
        case .falling: "M-1,5 L1,7 M0,0 L6,6 M5,-1 L7,1"
        case .level: "M0,3 L6,3"
        case .upright: "M3,0 L3,6"
        case .crossed: "M0,6 L6,0 M0,0 L6,6"
        }
    }

    static func path(_ ribbon: Drawing.Ribbon) -> String {
        let (start, end, middle) = (ribbon.start, ribbon.end, (ribbon.start.x + ribbon.end.x) / 2)
        func pair(_ x: Double, _ y: Double) -> String { "\(number(x)),\(number(y))" }
        let (startFoot, endFoot) = (start.y + ribbon.startHeight, end.y + ribbon.endHeight)
        return "M\(pair(start.x, start.y)) C\(pair(middle, start.y)) \(pair(middle, end.y)) \(pair(end.x, end.y)) L\(pair(end.x, endFoot)) "
            + "C\(pair(middle, endFoot)) \(pair(middle, startFoot)) \(pair(start.x, startFoot)) Z"
    }
}
