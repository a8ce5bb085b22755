import Documents
import Foundation
import Localization
import Messages
import PangoPages
import TestSupport
import Testing

@testable import StudyReport

/// What others read of what we write.
@Suite(.serialized) struct DocumentPeerTests {
    private static func document(_ language: Language) throws -> Document {
        StudyReport(
            try StudyExample.data(), template: .national, language: language, date: StudyExample.date, program: StudyExample.program
        ).document
    }

    private static func headings(_ document: Document) -> [String] {
        document.blocks.compactMap { block in if case .heading(_, _, let text) = block { text } else { nil } }
    }

    @Test(arguments: [Language.english, .arabic, .chinese])
    func pagesAreDrawnAndReadInOrder(language: Language) async throws {
        let folder = try TemporaryFolder()
        let document = try Self.document(language)
        let path = folder.path + "/study.pdf"
        try Data(PangoPages().pdf(document)).write(to: URL(filePath: path))
        guard let answer = try await PeerProcess("documents").answer("pdf", ["file": path]) else { return }
        #expect((answer["pages"] as? Int ?? 0) >= 8)
        let text = answer["text"] as? String ?? ""
        // Arabic comes back in shapes and orders of its own; figures and names of networks do not.
        let expected = language == .english ? Self.headings(document).suffix(10) : ["AS64501", "S52-01", "S52-44"]
        var rest = text[...]
        if language == .english, let contents = rest.range(of: "To protect those who contributed") { rest = rest[contents.upperBound...] }
        for heading in expected {
            let found = rest.range(of: heading)
            #expect(found != nil, "\(heading) in \(language)")
            if let found { rest = rest[found.upperBound...] }
        }
    }

    @Test(arguments: [Language.english, .arabic])
    func libreOfficeOpensTheWordFile(language: Language) async throws {
        let folder = try TemporaryFolder()
        let document = try Self.document(language)
        let path = folder.path + "/study.docx"
        let word = WordFile(document) { (try? PangoPages().png($0, in: language)) ?? [] }
        try Data(word.bytes).write(to: URL(filePath: path))
        let isSame = word.bytes == WordFile(document) { (try? PangoPages().png($0, in: language)) ?? [] }.bytes
        #expect(isSame)
        guard let answer = try await PeerProcess("documents").answer("docx", ["file": path]) else { return }
        #expect((answer["pages"] as? Int ?? 0) >= 5)
        let text = answer["text"] as? String ?? ""
        #expect(text.contains("S52-44") && text.contains("RIR delegated files"))
    }

    @Test(arguments: [Language.english, .arabic])
    func nothingOfThePageKeepsAnybodyOut(language: Language) async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/study.html"
        try Data(HTMLPage(Self.document(language)).bytes).write(to: URL(filePath: path))
        guard let answer = try await PeerProcess("documents").answer("axe", ["file": path]) else { return }
        #expect(answer["violations"] as? [String] == [])
        #expect(answer["requests"] as? [String] == [])
    }

    @Test func pysdmxReadsStructureAndData() async throws {
        let folder = try TemporaryFolder()
        let data = try StudyExample.data()
        let message = SDMXMessage(data, date: StudyExample.date)
        var files: [String: Any] = [:]
        for (name, bytes) in [("structure", message.structure), ("data", message.xml), ("csv", message.csv)] {
            let path = folder.path + "/" + name + (name == "csv" ? ".csv" : ".xml")
            try Data(bytes).write(to: URL(filePath: path))
            files[name] = path
        }
        guard let answer = try await PeerProcess("documents").answer("sdmx", files) else { return }
        let structures = answer["structures"] as? [String] ?? []
        #expect(structures.contains("DSD_SPAM_TRAFFIC") && structures.contains("DSD_SPAM_COST") && structures.contains("CL_FREQ"))
        let rows = answer["rows"] as? [String: Int] ?? [:]
        #expect(rows["DSD_SPAM_TRAFFIC"] == data.figures.count && rows["DSD_SPAM_COST"] == 18)
        #expect(answer["csv"] as? Int == data.figures.count)
        let known = data.figures.compactMap(\.value.mid).reduce(0, +)
        let costs = (data.costs?.amounts ?? []).reduce(0) { $0 + $1.p5 + $1.p50 + $1.p95 }
        #expect(abs((answer["total"] as? Double ?? 0) - known - costs) < 1)
    }
}
