// How attacks reach the words of a draft: those of documents stand between tags, and links must go on working.

extension Draft {
    /// Changes every word that is no link, address or number, in the subject and in all texts.
    mutating func changeWords(_ change: (String) -> String) {
        subject = Draft.changed(subject, change)
        changeBodyWords(change)
    }

    /// The same in the texts alone.
    mutating func changeBodyWords(_ change: (String) -> String) {
        for index in bodies.indices {
            bodies[index].text =
                bodies[index].isHTML
                ? Draft.betweenTags(bodies[index].text) { Draft.changed($0, change) } : Draft.changed(bodies[index].text, change)
        }
    }

    /// Changes the texts, those of documents run by run.
    mutating func changeText(_ change: (String) -> String) {
        for index in bodies.indices {
            bodies[index].text = bodies[index].isHTML ? Draft.betweenTags(bodies[index].text, change) : change(bodies[index].text)
        }
    }

    /// How many words the texts have.
    var wordCount: Int {
        var count = 0
        var copy = self
        copy.changeBodyWords { word in
            count += 1
            return word
        }
        return count
    }

    /// The first link, if there is one.
    var firstLink: String? {
        for body in bodies {
            guard let scheme = Draft.offset(of: "http", in: Array(body.text.utf8)) else { continue }
            let rest = body.text.utf8.dropFirst(scheme)
            let link = rest.prefix { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x3C && $0 != 0x3E && $0 != 0x29 }
            if link.count > 10 { return String(link) }
        }
        return nil
    }

    /// Makes a document of the first text unless there is one already.
    mutating func makeDocument() {
        guard isMail, !bodies.isEmpty, !bodies.contains(where: \.isHTML) else { return }
        bodies[0].isHTML = true
        let lines = bodies[0].text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.split(separator: " ", omittingEmptySubsequences: false).map { Draft.markup(of: String($0)) }.joined(separator: " ")
        }
        bodies[0].text = "<html><body><p>" + lines.joined(separator: "<br>\n") + "</p></body></html>"
    }

    private static func markup(of word: String) -> String {
        let escaped = String(
            word.flatMap { $0 == "<" ? "&lt;" : $0 == ">" ? "&gt;" : $0 == "&" ? "&amp;" : String($0) })
        return word.hasPrefix("http") ? "<a href=\"\(escaped)\">\(escaped)</a>" : escaped
    }

    /// Puts a text in front of a body, or behind it.
    mutating func insert(_ text: String, at index: Int, behind: Bool) {
        guard bodies[index].isHTML else {
            bodies[index].text = behind ? bodies[index].text + "\n\n" + text + "\n" : text + "\n\n" + bodies[index].text
            return
        }
        let bytes = Array(bodies[index].text.utf8)
        var place = behind ? bytes.count : 0
        if behind, let end = Draft.offset(of: "</body", in: bytes) { place = end }
        if !behind, let start = Draft.offset(of: "<body", in: bytes), let end = bytes[start...].firstIndex(of: 0x3E) { place = end + 1 }
        bodies[index].text = String(decoding: bytes[..<place] + Array("<p>\(text)</p>".utf8) + bytes[place...], as: UTF8.self)
    }

    /// Where a word in small letters begins, whatever its case in the text.
    private static func offset(of word: String, in bytes: [UInt8], from first: Int = 0) -> Int? {
        let wanted = Array(word.utf8)
        let last = bytes.count - wanted.count
        guard first <= last else { return nil }
        return (first...last).first { start in
            wanted.indices.allSatisfy { index in
                let byte = bytes[start + index]
                return (byte &- 65 < 26 ? byte | 32 : byte) == wanted[index]
            }
        }
    }

    private static func changed(_ text: String, _ change: (String) -> String) -> String {
        var result = ""
        var word = ""
        func flush() {
            result += word.isEmpty || isKept(word) ? word : change(word)
            word = ""
        }
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                flush()
                result.unicodeScalars.append(scalar)
            } else {
                word.unicodeScalars.append(scalar)
            }
        }
        flush()
        return result
    }

    /// Links, addresses, references and what has no letter stay as they are.
    private static func isKept(_ word: String) -> Bool {
        if word.utf8.contains(where: { $0 == 0x2F || $0 == 0x40 || $0 == 0x26 }) { return true }
        let dot = word.dropFirst().dropLast().firstIndex(of: ".")
        return dot != nil || !word.contains(where: \.isLetter)
    }

    /// Changes what stands between the tags of a document, outside of scripts, styles and comments.
    private static func betweenTags(_ document: String, _ change: (String) -> String) -> String {
        let bytes = Array(document.utf8)
        var result: [UInt8] = []
        var start = 0
        var index = 0
        while index < bytes.count {
            guard bytes[index] == 0x3C, let end = tagEnd(in: bytes, from: index) else {
                index += 1
                continue
            }
            result += Array(change(String(decoding: bytes[start..<index], as: UTF8.self)).utf8)
            result += bytes[index..<end]
            index = end
            start = end
        }
        result += Array(change(String(decoding: bytes[start...], as: UTF8.self)).utf8)
        return String(decoding: result, as: UTF8.self)
    }

    /// Where a tag, a comment or an element that shows nothing ends; nothing where none begins.
    private static func tagEnd(in bytes: [UInt8], from start: Int) -> Int? {
        guard start + 1 < bytes.count else { return nil }
        let next = bytes[start + 1]
        guard (next | 0x20) &- 0x61 < 26 || next == 0x2F || next == 0x21 || next == 0x3F else { return nil }
        if bytes[start...].starts(with: Array("<!--".utf8)) { return end(of: "-->", in: bytes, from: start + 4) }
        for name in ["script", "style", "title"] {
            let tag = bytes[(start + 1)...].prefix(name.utf8.count).map { $0 | 0x20 }
            if tag.elementsEqual(name.utf8) { return end(of: "</" + name, in: bytes, from: start + 1) }
        }
        return end(of: ">", in: bytes, from: start)
    }

    private static func end(of mark: String, in bytes: [UInt8], from start: Int) -> Int {
        offset(of: mark, in: bytes, from: start).map { $0 + mark.utf8.count } ?? bytes.count
    }
}
