internal import JSON

/// Why a file of study data cannot be read: where, and what to write instead.
public struct StudyDataProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// Where: the way to the value (`figures[3].period`), or the byte.
    public var place: String
    /// What is wrong, and what to do.
    public var reason: String

    /// A problem.
    init(_ place: String, _ reason: String) {
        self.place = place
        self.reason = reason
    }

    /// Where and what.
    public var description: String { "\(place): \(reason)" }
}

/// A value of JSON that knows the way to itself.
struct JSONPlace {
    let value: JSONValue
    let path: String

    func problem(_ reason: String) -> StudyDataProblem { StudyDataProblem(path.isEmpty ? "the file" : path, reason) }

    /// A member; a problem where there is none.
    func member(_ name: String) throws(StudyDataProblem) -> JSONPlace {
        guard let found = optional(name) else { throw problem("\"\(name)\" is missing: write it") }
        return found
    }

    func optional(_ name: String) -> JSONPlace? {
        value[name].map { JSONPlace(value: $0, path: path.isEmpty ? name : "\(path).\(name)") }
    }

    func elements() throws(StudyDataProblem) -> [JSONPlace] {
        guard let elements = value.elements else { throw problem("write a list") }
        return elements.enumerated().map { JSONPlace(value: $1, path: "\(path)[\($0)]") }
    }

    func text() throws(StudyDataProblem) -> String {
        guard let text = value.text else { throw problem("write a string") }
        return text
    }

    func number() throws(StudyDataProblem) -> Double {
        guard let written = value.number, let number = Double(written), number.isFinite else { throw problem("write a number") }
        return number
    }

    func whole() throws(StudyDataProblem) -> Int {
        guard let written = value.number, let number = Int(written) else { throw problem("write a whole number") }
        return number
    }

    /// A code of a closed list.
    func code<Code: RawRepresentable & CaseIterable>(_ type: Code.Type) throws(StudyDataProblem) -> Code where Code.RawValue == String {
        let written = try text()
        guard let code = Code(rawValue: written) else {
            throw problem("\"\(written)\" is not known; there are " + Code.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return code
    }
}
