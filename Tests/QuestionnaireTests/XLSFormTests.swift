import Localization
import TestSupport
import Testing

@testable import Questionnaire

/// The programs that make forms of spreadsheets make one of ours.
@Suite struct XLSFormTests {
    @Test func pyxformAcceptsIt() async throws {
        let folder = try TemporaryFolder()
        let peer = try PeerProcess("forms")
        for (name, form) in [
            ("whole", XLSForm(.resolution52, round: "2026")), ("arabic", XLSForm(.resolution52, round: "2026", opensIn: .arabic)),
            ("part", XLSForm(.resolution52, round: "2026", sections: ["F", "G"])),
        ] {
            try folder.write(form.bytes, to: "\(name).xlsx")
            guard let answer = try await peer.answer("xlsform", ["path": "\(folder.path)/\(name).xlsx"]) else { return }
            #expect((answer["warnings"] as? [String]) == [])
            #expect(Set(answer["languages"] as? [String] ?? []).count == 6)
            #expect((answer["questions"] as? Int ?? 0) > (name == "part" ? 100 : 500))
        }
    }

    @Test func sameInstrumentIsSameBytes() {
        #expect(XLSForm(.resolution52, round: "2026").bytes == XLSForm(.resolution52, round: "2026").bytes)
    }
}
