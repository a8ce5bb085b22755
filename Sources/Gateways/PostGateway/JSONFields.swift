internal import JSON
internal import Messages

/// The members of one object of a request: each is asked for as what it has to be, and what is something else is a problem with its place.
struct JSONFields {
    private let value: JSONValue
    private let pointer: String

    /// The members of a value at a place, which has to be an object.
    init(_ value: JSONValue, at pointer: String) throws(Problem) {
        guard case .object = value else {
            throw .member(pointer, "This is \(value.kind), and an object is needed.", remedy: "Send an object, as /openapi.json has it.")
        }
        self.value = value
        self.pointer = pointer
    }

    func pointer(_ name: String) -> String { pointer + "/" + name }

    subscript(name: String) -> JSONValue? { value[name] }

    private func wrong(_ name: String, _ found: JSONValue, needed: String) -> Problem {
        .member(pointer(name), "This is \(found.kind), and \(needed) is needed.", remedy: "Send \(needed), or leave the member out.")
    }

    /// A text's bytes.
    func bytes(_ name: String) throws(Problem) -> [UInt8]? {
        guard let found = value[name] else { return nil }
        guard let bytes = found.bytes else { throw wrong(name, found, needed: "a string") }
        return bytes
    }

    /// True or false.
    func flag(_ name: String) throws(Problem) -> Bool? {
        guard let found = value[name] else { return nil }
        guard let flag = found.flag else { throw wrong(name, found, needed: "true or false") }
        return flag
    }

    /// A number from 0 up to a milliard.
    func amount(_ name: String) throws(Problem) -> Double? {
        guard let found = value[name] else { return nil }
        guard let number = found.number.flatMap(Double.init), (0...1e9).contains(number) else {
            throw wrong(name, found, needed: "a number from 0 on")
        }
        return number
    }

    /// A short text.
    func name(_ name: String) throws(Problem) -> String? {
        guard let bytes = try bytes(name) else { return nil }
        return try JSONFields.name(bytes, at: pointer(name))
    }

    private static func name(_ bytes: [UInt8], at pointer: String) throws(Problem) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.unicodeScalars.count <= WebLimits.nameLength else {
            throw .member(pointer, "This has more than \(WebLimits.nameLength) characters.", remedy: "Send a shorter one.")
        }
        return text
    }

    /// Short texts: a list of them, or one alone.
    func names(_ name: String) throws(Problem) -> [String] {
        guard let found = value[name] else { return [] }
        guard let elements = found.elements else { return try self.name(name).map { [$0] } ?? [] }
        guard elements.count <= WebLimits.recipients else { throw tooMany(name) }
        var names: [String] = []
        for (index, element) in elements.enumerated() {
            let place = "\(pointer(name))/\(index)"
            guard let bytes = element.bytes else {
                throw .member(place, "This is \(element.kind), and a string is needed.", remedy: "Send strings.")
            }
            names.append(try JSONFields.name(bytes, at: place))
        }
        return names
    }

    private func tooMany(_ name: String) -> Problem {
        .member(pointer(name), "There are more than \(WebLimits.recipients).", remedy: "Send fewer, or several requests.")
    }

    /// One of several words.
    func word<Word: RawRepresentable & CaseIterable>(_ name: String, of _: Word.Type) throws(Problem) -> Word?
    where Word.RawValue == String {
        guard let text = try self.name(name) else { return nil }
        guard let word = Word(rawValue: text) else {
            let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw .member(pointer(name), "\"\(text)\" is none of \(words).", remedy: "Send one of these, or leave the member out.")
        }
        return word
    }

    /// A moment: by RFC 3339, or seconds since 1970, or milliseconds from 100,000,000,000, as in files of texts.
    func moment(_ name: String) throws(Problem) -> Timestamp? {
        guard let found = value[name] else { return nil }
        if let text = found.text, let moment = Timestamp(rfc3339: text) { return moment }
        if let number = found.number.flatMap(Double.init), number.isFinite, abs(number) < 1e15 {
            return Timestamp(milliseconds: Int64(abs(number) < 1e11 ? number * 1000 : number))
        }
        throw .member(
            pointer(name), "This is not a time.", remedy: "Send one by RFC 3339, as 2026-11-21T08:00:00Z, or seconds since 1970.")
    }

    /// A network address.
    func address(_ name: String) throws(Problem) -> IPAddress? {
        guard let text = try self.name(name) else { return nil }
        guard let address = IPAddress(text) else { throw JSONFields.noAddress(pointer(name)) }
        return address
    }

    static func noAddress(_ pointer: String) -> Problem {
        .member(pointer, "This is not an address of IPv4 or IPv6.", remedy: "Send one such as 192.0.2.1 or 2001:db8::1.")
    }

    /// Parties: one, or a list of them.
    func parties(_ name: String, on channel: Channel) throws(Problem) -> [Party] {
        guard let found = value[name] else { return [] }
        guard let elements = found.elements else { return [try WrittenParty(found, at: pointer(name), on: channel).party] }
        guard elements.count <= WebLimits.recipients else { throw tooMany(name) }
        var parties: [Party] = []
        for (index, element) in elements.enumerated() {
            parties.append(try WrittenParty(element, at: "\(pointer(name))/\(index)", on: channel).party)
        }
        return parties
    }
}
