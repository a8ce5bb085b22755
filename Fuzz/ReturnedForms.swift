// Returned forms, as files of each kind: whatever they are, they are read to an end, nothing is taken twice, and what is taken can be kept.

@testable import Questionnaire

private let instrument = Instrument.resolution52

private let pieces: [[UInt8]] = [
    "{", "}", "[", "]", ":", ",", "\"", "\n", "\"answers\"", "\"respondent\"", "\"XX-1\"", "\"A6\"", "\"B1_email\"", "\"mid\"", "\"low\"",
    "\"choices\"",
    "\"notAvailable\"", "true", "1", "-9e9", "0.5", "yes", "email", "respondent", "A6", "B1_email_mid", "B1_email_low", "B1_email_na", "A7",
    "XX-1", "uuid:1",
    "<data>", "</data>", "<A6>", "</A6>", "<respondent>", "</respondent>", "<meta><instanceID>", "</instanceID></meta>", "&amp;", "&#x627;",
    "<!--", "-->",
    "<?xml?>", "\u{663}", ";", "\t", "\u{FEFF}", "_uuid", "A/", "\"value\"", "\"results\"",
].map { Array($0.utf8) }

/// Called by libFuzzer with each input; always gives 0.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReturnedForms(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let given = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let bytes = start[0] & 1 == 0 ? given : given.flatMap { pieces[Int($0) % pieces.count] }
    let reader = FormImport(instrument, round: "2026")
    let outcome = reader.read(bytes, path: "form", respondent: start[0] & 2 == 0 ? nil : "XX-2", into: [:])
    precondition(outcome.problems.count <= FormLimits.problems, "problems are bounded")
    for (code, response) in outcome.responses {
        precondition(FormImport.isCode(code), "a respondent's code can name a file")
        let kept = ResponseFile.bytes(of: response, in: instrument)
        guard let again = try? ResponseFile.read(kept, path: "kept", in: instrument) else {
            preconditionFailure("what is kept can be read")
        }
        precondition(again.answers == response.answers && again.forms == response.forms, "and stays as it is")
    }
    let again = reader.read(bytes, path: "form", respondent: start[0] & 2 == 0 ? nil : "XX-2", into: outcome.responses)
    for (code, response) in again.responses {
        precondition(response.answers == outcome.responses[code]?.answers, "the same forms change nothing")
    }
    return 0
}
