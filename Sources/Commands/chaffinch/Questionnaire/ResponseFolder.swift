internal import Questionnaire

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The answers of a round: a folder with a file a respondent.
struct ResponseFolder {
    let path: String

    /// Every response, by respondent.
    func all() throws -> [String: Response] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return [:] }
        var responses: [String: Response] = [:]
        for name in names.sorted() where name.hasSuffix(".json") {
            let code = String(name.dropLast(5))
            if FormImport.isCode(code) { responses[code] = try read(code) }
        }
        return responses
    }

    /// The response of one respondent.
    func one(_ respondent: String) throws -> Response {
        guard FormImport.isCode(respondent) else {
            throw CommandFailure("'\(respondent)' is no code of a respondent: letters, digits and '-', at most 64")
        }
        guard FileManager.default.fileExists(atPath: file(respondent)) else {
            throw CommandFailure("\(file(respondent)): there is no such response; import a form first")
        }
        return try read(respondent)
    }

    /// Keeps a response.
    func keep(_ response: Response) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try WholeFile.write(ResponseFile.bytes(of: response, in: QuestionnaireCommand.instrument), to: file(response.respondent))
    }

    private func file(_ respondent: String) -> String { "\(path)/\(respondent).json" }

    private func read(_ respondent: String) throws -> Response {
        let bytes = try FileBytes.read(file(respondent), limit: FormLimits.fileBytes)
        return try ResponseFile.read(bytes, path: file(respondent), in: QuestionnaireCommand.instrument)
    }
}
