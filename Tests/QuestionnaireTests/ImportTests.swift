import CostModel
import Messages
import TestSupport
import Testing

@testable import Questionnaire

/// Forms that come back, whole and broken.
@Suite struct ImportTests {
    private let instrument = Instrument.resolution52

    private func read(_ text: String, _ respondent: String? = nil, into responses: [String: Response] = [:]) -> FormImport.Outcome {
        FormImport(instrument, round: "2026").read(Array(text.utf8), path: "f", respondent: respondent, into: responses)
    }

    private static let csv = """
        SubmissionDate,meta-instanceID,respondent,A-A1,A-A6,A-A8,B-B1_email_group-B1_email_mid,B-B1_email_group-B1_email_low,B1_email_method,B2_email_na,F-F2_network
        2026-10-01,uuid:1,XX-1,"Régie ""X"", unité 1",yes,email sms,100,90,sampled,yes,2019
        2026-10-02,uuid:2,XX-2,,no,,١٢٣٫٥,,,,

        """

    @Test func submissionsAsCSV() throws {
        let outcome = read(Self.csv)
        #expect(outcome.problems.isEmpty, "\(outcome.problems)")
        #expect(outcome.forms == 2 && outcome.answers == 8)
        let one = try #require(outcome.responses["XX-1"])
        #expect(one.answers["A1"]?.text == "Régie \"X\", unité 1" && one.answers["A8"]?.choices == ["email", "sms"])
        #expect(one.answers["B1_email"] == Answer(.amount(.init(low: 90, mid: 100, high: 100)), method: .sampled))
        #expect(one.answers["B2_email"]?.content == .notAvailable && one.answers["F2_network"]?.range?.mid == 2019)
        #expect(outcome.responses["XX-2"]?.answers["B1_email"]?.range?.mid == 123.5)
        #expect(outcome.responses["XX-2"]?.answers["B2_email"] == nil, "no answer is another thing than none to be had")
    }

    @Test func submissionsAsXML() throws {
        let outcome = read(
            """
            <?xml version="1.0"?>
            <data id="R52-2026" xmlns:orx="http://openrosa.org/xforms"><respondent>XX-1</respondent>
            <A><A1>R &amp; X &#x627;</A1><A6>draft</A6></A><!-- <A2>x</A2> -->
            <B><B1_email_group><B1_email_mid>5</B1_email_mid><B1_email_source/></B1_email_group></B>
            <orx:meta><orx:instanceID>uuid:7</orx:instanceID></orx:meta></data>
            """)
        #expect(outcome.problems.isEmpty, "\(outcome.problems)")
        let one = try #require(outcome.responses["XX-1"])
        #expect(one.answers["A1"]?.text == "R & X ا" && one.answers["A6"]?.choices == ["draft"])
        #expect(one.answers["B1_email"]?.range == .init(5) && one.forms == ["uuid:7"])
    }

    @Test(arguments: [
        #"[{"_uuid": "u1", "respondent": "XX-1", "A/A6": "yes", "B/B1_email_group/B1_email_mid": "7", "_geolocation": [null, null]}]"#,
        #"{"value": [{"__id": "u1", "respondent": "XX-1", "A": {"A6": "yes"}, "B": {"B1_email_group": {"B1_email_mid": 7}}}]}"#,
        #"{"count": 1, "results": [{"_uuid": "u1", "respondent": "XX-1", "A6": "yes", "B1_email": "7"}]}"#,
    ])
    func submissionsAsJSON(text: String) throws {
        let outcome = read(text)
        #expect(outcome.problems.isEmpty, "\(outcome.problems)")
        let one = try #require(outcome.responses["XX-1"])
        #expect(one.answers["A6"]?.choices == ["yes"] && one.answers["B1_email"]?.range?.mid == 7 && one.forms == ["u1"])
    }

    // MARK: Broken forms

    @Test func nothingIsTakenTwice() throws {
        let first = read(Self.csv)
        let again = read(Self.csv, into: first.responses)
        #expect(again.forms == 0 && again.repeated == 2 && again.responses.isEmpty)
    }

    @Test func whatIsWrongIsNamedAndTheRestIsTaken() throws {
        let outcome = read(
            """
            {"instrument": "R52", "respondent": "XX-1", "answers": {
            "A3": {"text": "xx"}, "A6": {"choices": ["maybe"]}, "A8": {"choices": ["email"]}, "A10": {"mid": 2026.5}, "B1_email": {"mid": -1},
            "B1_sms": {"low": 9, "mid": 5}, "B1_im": {"mid": "1,5"}, "B1_post": {"mid": 3, "method": "guessed"}, "B1_voice": {"mid": 3, "notAvailable": true},
            "B2_email": {"low": 3}, "B2_sms": {"mid": 1e400}, "B2_im": {"mid": 0}, "Z1": {"mid": 3}, "C1_scam": {"mid": 101}, "A6": {"choices": ["yes"]}
            }}
            """.replacing(", \"A6\": {\"choices\": [\"yes\"]}", with: ""))
        #expect(
            outcome.problems.map(\.field) == [
                "Z1", "A10", "A3", "A6", "B1_email", "B1_im", "B1_post", "B1_sms", "B1_voice", "B2_email", "B2_sms", "C1_scam",
            ], "\(outcome.problems)")
        let one = try #require(outcome.responses["XX-1"])
        #expect(Set(one.answers.keys) == ["A8", "B2_im"])
        #expect(one.answers["B2_im"]?.range == .init(0), "zero is a value")
    }

    @Test func aFormThatWasCutOffIsReadAsFarAsItGoes() throws {
        var response = Response(instrument, round: "2026", respondent: "XX-1")
        for question in instrument.questions.prefix(40) {
            if case .amount = question.kind { response.answers[question.code] = Answer(.notAvailable) }
        }
        let whole = ResponseFile.bytes(of: response, in: instrument)
        let outcome = FormImport(instrument, round: "2026").read(Array(whole.dropLast(whole.count / 3)), path: "f", into: [:])
        #expect(outcome.problems.count == 1 && (outcome.problems[0].line ?? 0) > 10)
        #expect(outcome.answers > 5 && outcome.answers < response.answers.count)
        let xml = read("<data><respondent>XX-1</respondent><A><A1>x</A1><A6>yes</A6><A7>and th")
        #expect(xml.answers == 2 && xml.problems.count == 1)
        let csv = read(Self.csv.replacing("\"Régie \"\"X\"\", unité 1\"", with: "\"Régie"))
        #expect(csv.problems.count == 1 && csv.problems[0].line == 2)
    }

    @Test func rowsThatAreWrongAreLeftOut() throws {
        let outcome = read("respondent,A6,B1_email\nXX-1,yes\nXX-2,no,5\n../etc,no,5\n")
        #expect(outcome.problems.map(\.line) == [2, 4] && outcome.forms == 1 && outcome.responses["XX-2"]?.answers.count == 2)
    }

    @Test func anotherEncodingIsSaid() {
        func problems(_ bytes: [UInt8]) -> [FormProblem] {
            FormImport(instrument, round: "2026").read(bytes, path: "f", into: [:]).problems
        }
        let latin = Array("respondent,A1,A6\nXX-1,R".utf8) + [0xE9] + Array("gie,yes\n".utf8)
        let outcome = FormImport(instrument, round: "2026").read(latin, path: "f", into: [:])
        #expect(outcome.problems.first?.message.contains("UTF-8") == true && outcome.problems.first?.field == "A1")
        #expect(outcome.responses["XX-1"]?.answers["A6"]?.choices == ["yes"])
        #expect(problems([0xFF, 0xFE, 0x7B, 0]).first?.message.contains("UTF-16") == true)
        #expect(problems(Array("PK\u{3}\u{4}".utf8)).first?.message.contains("export") == true)
        #expect(problems([]).first?.message.contains("empty") == true)
        #expect(problems(Array("<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>".utf8)).count == 1)
    }

    @Test func hugeFormsAreBounded() {
        let deep = String(repeating: "<a>", count: 100_000)
        #expect(read(deep).problems.count == 1)
        let long = read("{\"respondent\": \"XX-1\", \"answers\": {\"A1\": {\"text\": \"\(String(repeating: "x", count: 5000))\"}}}")
        #expect(long.problems.first?.field == "A1" && long.answers == 0)
        let many = read("respondent,A6\n" + (0..<2100).map { "X-\($0),yes\n" }.joined())
        #expect(many.forms == FormLimits.forms && many.problems.count == 1)
        let wrong = read("respondent,A6\n" + (0..<1000).map { "X-\($0),no,\n" }.joined())
        #expect(wrong.problems.count == FormLimits.problems)
    }

    @Test func aResponseThatIsHandedInStays() throws {
        var response = try #require(read(Self.csv).responses["XX-1"])
        try response.take(.submit, by: "A", at: "", in: instrument)
        let outcome = read("respondent,A6,A10\nXX-1,no,2026\n", into: ["XX-1": response])
        #expect(outcome.problems.count == 1 && outcome.responses.isEmpty)
    }

    /// A party answers what it was given and nothing else.
    @Test func partiesAnswerTheirSections() throws {
        var response = Response(instrument, round: "2026", respondent: "XX-1")
        try response.take(.delegate(section: "F", party: "Operator"), by: "A", at: "", in: instrument)
        let outcome = FormImport(instrument, round: "2026").read(
            Array("respondent,F1_network,B1_email\nXX-1,yes,5\n".utf8), path: "f", party: "Operator", into: ["XX-1": response])
        #expect(outcome.responses["XX-1"]?.answers.keys.sorted() == ["F1_network"] && outcome.problems.first?.field == "B1_email")
    }

    @Test func anotherRoundIsNotTaken() {
        #expect(read(#"{"respondent": "XX-1", "round": "2025", "answers": {"A6": {"choices": ["yes"]}}}"#).problems.first?.field == "round")
    }

    /// Whatever is done to a form, it is read to an end, and what is taken is an answer.
    @Test func brokenBytesAreReadToAnEnd() throws {
        var random = SplitMix(seed: 52)
        let seeds = [
            Self.csv, "<data><respondent>XX-1</respondent><A6>yes</A6></data>",
            #"{"respondent":"XX-1","answers":{"A6":{"choices":["yes"]}}}"#,
        ]
        var count = CaseCount("Broken forms")
        for number in 0..<1500 {
            var bytes = Array(seeds[number % 3].utf8)
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
                case 1: bytes.removeSubrange(place..<min(place + 5, bytes.count))
                default: bytes.insert(contentsOf: bytes[place...].prefix(9), at: 0)
                }
                if bytes.isEmpty { bytes = [0] }
            }
            let outcome = FormImport(instrument, round: "2026").read(bytes, path: "f", respondent: "XX-9", into: [:])
            let isSound = outcome.responses.values.allSatisfy { response in
                (try? ResponseFile.read(ResponseFile.bytes(of: response, in: instrument), path: "f", in: instrument))?.answers
                    == response.answers
            }
            count.check(isSound, "\(number)")
        }
        #expect(count.report() == 1500 && count.failed.isEmpty)
    }
}
