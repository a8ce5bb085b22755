internal import Glibc

/// What is known of the screen we write to: whether it is one, how wide it is, whether it shows colour.
struct Terminal: Sendable {
    /// Whether standard output is a terminal.
    let isTerminal: Bool
    /// Whether colour is wanted: on a terminal, unless NO_COLOR is set or the terminal is dumb.
    let showsColour: Bool
    /// How many columns there are.
    let columns: Int

    /// The screen behind standard output.
    static func standard(environment: [String: String]) -> Terminal {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        var size = winsize()
        // ioctl fills the struct it is given, which lives through the call.
        let answered = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        let columns = answered ? Int(size.ws_col) : environment["COLUMNS"].flatMap { Int($0) } ?? 120
        let showsColour = isTerminal && environment["NO_COLOR"]?.isEmpty ?? true && environment["TERM"] != "dumb"
        return Terminal(isTerminal: isTerminal, showsColour: showsColour, columns: max(columns, 40))
    }

    /// How a text is set off.
    enum Style: String {
        case bold = "1"
        case dim = "2"
        case red = "31"
        case green = "32"
        case yellow = "33"
        case cyan = "36"
    }

    /// A text in a style, where colour is shown; the plain text elsewhere.
    func styled(_ text: String, _ style: Style) -> String {
        showsColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// A text from outside, safe to print: no control characters, no direction marks, so that a message can neither move the cursor nor
    /// reorder the line.
    static func safe(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var cleaned = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { cleaned.append(isUnsafe(scalar) ? "\u{FFFD}" : scalar) }
        return String(cleaned)
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2028, 0x2029, 0x2066...0x2069, 0xFEFF, 0xE0000...0xE007F:
            true
        default: false
        }
    }

    /// How many columns a text takes: ideographs and kana two, marks that sit on others none.
    static func width(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { sum, scalar in
            switch scalar.value {
            case 0x300...0x36F, 0x200B...0x200F, 0x2066...0x2069, 0x64B...0x65F, 0xFE00...0xFE0F: sum
            case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
                0x1F300...0x1FAFF, 0x20000...0x3FFFD:
                sum + 2
            default: sum + 1
            }
        }
    }

    /// A text cut to so many columns, with an ellipsis where it was cut, and filled up with blanks when `isFilled`.
    static func fitted(_ text: String, to columns: Int, isFilled: Bool = true) -> String {
        let width = width(of: text)
        if width <= columns { return isFilled ? text + String(repeating: " ", count: columns - width) : text }
        var taken = String.UnicodeScalarView()
        var used = 0
        for scalar in text.unicodeScalars {
            let step = Terminal.width(of: String(scalar))
            if used + step > columns - 1 { break }
            taken.append(scalar)
            used += step
        }
        let cut = String(taken) + "…"
        return isFilled ? cut + String(repeating: " ", count: max(0, columns - used - 1)) : cut
    }

    /// A text broken at blanks into lines of at most so many columns.
    static func wrapped(_ text: String, to columns: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in words(text) {
            if !line.isEmpty, width(of: line) + 1 + width(of: word) > columns {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? word : " " + word
        }
        lines.append(line)
        return isolated(lines)
    }

    /// The words of a text. French has a blank inside its quotation marks and before its colons, where no line may end.
    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        var isOpen = false
        for word in text.split(separator: " ") {
            if let last = words.last, isOpen || word.hasPrefix("»") || [":", ";", "?", "!"].contains(word) {
                words[words.count - 1] = last + " " + word
            } else {
                words.append(String(word))
            }
            isOpen = word.hasSuffix("«")
        }
        return words
    }

    /// The same lines, with what is isolated in each closed at its end and opened again in the next: a terminal takes each for itself.
    private static func isolated(_ lines: [String]) -> [String] {
        var depth = 0
        return lines.map { line in
            let before = depth
            for scalar in line.unicodeScalars {
                if scalar == "\u{2068}" { depth += 1 } else if scalar == "\u{2069}" { depth = max(0, depth - 1) }
            }
            return String(repeating: "\u{2068}", count: before) + line + String(repeating: "\u{2069}", count: depth)
        }
    }
}
