// Fuzz harness of what comes as the content of requests over HTTP: JSON, Base64, forms, events of Matrix. Uses: JSON, Forms, MatrixEvents.
//
// What is read as JSON and written again, in our form or in that of Matrix, is read as the same; whatever comes, work and depth are bounded.

import Forms
import JSON
import MatrixEvents

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzWebContent(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    json(input)
    form(input)
    return 0
}

private func json(_ input: [UInt8]) {
    let value: JSONValue
    do throws(JSONProblem) { value = try JSONValue(input.span) } catch {
        precondition((0...input.count).contains(error.offset), "a problem lies in the text")
        return
    }
    let written = text(value)
    let again = try? JSONValue(Array(written.utf8).span)
    // What is no UTF-8 is replaced when it is written.
    if String(validating: input, as: UTF8.self) != nil { precondition(again == value, "what is written is read as the same") }
    if let canonical = try? CanonicalJSON.bytes(of: value) {
        let again = (try? JSONValue(canonical.span)).flatMap { try? CanonicalJSON.bytes(of: $0) }
        precondition(again == canonical, "the one form has itself as its form")
    }
    if let event = MatrixEvent(value) {
        _ = try? event.hashed()
        for version in RoomVersion.known { _ = RoomVersion(version).map { try? event.signed(in: $0) } }
    }
    _ = value.base64
    _ = value["a"]
}

private func text(_ value: JSONValue) -> String {
    var json = JSONText()
    write(value, &json)
    return json.text
}

private func write(_ value: JSONValue, _ json: inout JSONText) {
    switch value {
    case .null: json.null()
    case .bool(let flag): json.value(flag)
    case .number(let number): json.raw(number)
    case .string: json.value(value.text ?? "")
    case .list(let elements): json.list { list in for element in elements { write(element, &list) } }
    case .object(let members):
        json.object { object in
            for member in members {
                object.key(member.name)
                write(member.value, &object)
            }
        }
    }
}

private func form(_ input: [UInt8]) {
    guard let fields = FormField.fields(of: input.span) else { return }
    precondition(fields.count <= FormField.countLimit, "fields are bounded")
    let length = fields.reduce(0) { $0 + $1.value.count }
    precondition(length <= input.count, "nothing grows")
}
