import Learning
import Messages
import Testing

@testable import Filter

@Suite struct ThreatDecisionTests {
    /// Scores by class: advertising, phishing, scam, adult, gambling, unspecified.
    private func threat(_ scores: [Double]?, _ findings: [ThreatClass: Double] = [:]) -> ThreatClass {
        ThreatDecision.threat(scores: scores.map { ThreatModel.Scores($0 + [0, 0]) }, findings: ThreatDecisionTests.scores(findings))
    }

    private static func scores(_ weights: [ThreatClass: Double]) -> ThreatModel.Scores {
        ThreatModel.Scores(ThreatDecision.classes.map { weights[$0] ?? 0 })
    }

    @Test func theLikeliestClassIsNamed() {
        #expect(threat([3, 0, 0, 0, 0, 0]) == .advertising)
        #expect(threat([0, 0, 0, 0, 4, 0]) == .gambling)
        #expect(threat([1, 3, 0, 0, 0, 0], [.advertising: 3]) == .advertising, "words and findings add up")
    }

    @Test func whatIsNotSureIsNotNamed() {
        #expect(threat(nil) == .unspecified)
        #expect(threat([0, 0, 0, 0, 0, 0]) == .unspecified)
        #expect(threat([2, 2, 0, 0, 0, 0]) == .unspecified, "two alike")
        #expect(threat([2, 0, 0, 0, 0, 3]) == .unspecified, "the words of no class")
        #expect(threat([1, 0, 0, 0, 0, 0]) == .unspecified)
    }

    @Test func findingsDecideWhereWordsSayNothing() {
        #expect(threat(nil, [.phishing: 2]) == .phishing)
        #expect(threat(nil, [.phishing: 0.7]) == .unspecified)
        #expect(threat(nil, [.phishing: 2, .scam: 2]) == .unspecified)
        #expect(threat(nil, [.bulk: 3]) == .bulk, "a class that is not learnt")
    }

    @Test func anAttachedProgramIsMalwareWhateverTheWordsSay() {
        for place in 0..<5 {
            var scores = [0.0, 0, 0, 0, 0, 0]
            scores[place] = 30
            #expect(threat(scores, [.malware: 2.2, .scam: 9]) == .malware)
            #expect(threat(scores, [.malware: 0.4]) == ThreatModel.classes[place])
        }
    }

    @Test func equalClassesAreDecidedByNothing() {
        for _ in 0..<20 { #expect(threat([5, 5, 0, 0, 0, 0]) == .unspecified) }
    }

    @Test func findingsAloneAreRankedByWeightThenName() {
        #expect(ThreatDecision.strongest(of: .zero) == .unspecified)
        #expect(ThreatDecision.strongest(of: ThreatDecisionTests.scores([.scam: 1, .phishing: 2])) == .phishing)
        for _ in 0..<20 {
            #expect(ThreatDecision.strongest(of: ThreatDecisionTests.scores([.scam: 1, .phishing: 1, .malware: 1])) == .malware)
        }
    }
}

@Suite struct ThreatVerdictTests {
    private func judged(_ text: String) async throws -> (threat: ThreatClass, words: [String]) {
        let scanner = Scanner(try FilterSample.setup())
        let threat = await scanner.verdict(on: Message(text: Array(text.utf8), channel: .sms)).threatClass
        return (threat, scanner.words(for: threat))
    }

    private func scores(_ text: String, on channel: Channel = .sms) async throws -> ThreatModel.Scores? {
        let sample = await Scanner(try FilterSample.setup()).threatSample(of: Message(text: Array(text.utf8), channel: channel))
        return try ThreatModel.starter().scores(of: sample.features, words: sample.words)
    }

    @Test func aClassComesWithItsWords() async throws {
        let (threat, words) = try await judged(
            "Your bank account has been suspended due to unusual activity. Verify your card details at http://secure-login.example/verify")
        #expect(threat == .phishing)
        #expect(!words.isEmpty && words.count <= 4)
    }

    @Test func hamHasNoClassAndNoWords() async throws {
        let (threat, words) = try await judged("See you at seven, I will bring the bread.")
        #expect(threat == .none && words.isEmpty)
    }

    /// Korean, Thai, Hebrew, Greek, Finnish and Swahili: nothing that the model was trained on is in these languages.
    @Test(arguments: [
        "고객님 계좌가 정지되었습니다. 지금 바로 본인 인증을 진행해 주세요", "บัญชีของคุณถูกระงับ กรุณายืนยันตัวตนทันที",
        "החשבון שלך נחסם, יש לאמת את הפרטים עכשיו", "Ο λογαριασμός σας έχει ανασταλεί, επιβεβαιώστε τα στοιχεία σας τώρα",
        "Tilisi on suljettu väliaikaisesti, vahvista henkilöllisyytesi heti tänään", "Akaunti yako imefungwa, tuma taarifa zako sasa hivi",
    ])
    func ofLanguagesItNeverSawItSaysNothing(text: String) async throws {
        let threat = ThreatDecision.threat(scores: try await scores(text), findings: .zero)
        #expect(threat == .unspecified)
    }

    @Test func noTextAndNumbersAloneSayNothing() async throws {
        for text in ["", "12345", "http://example.com/", "1 2 3 4 5 6 7 8"] {
            #expect(ThreatDecision.threat(scores: try await scores(text), findings: .zero) == .unspecified, "\(text)")
        }
    }

    @Test func aMailWithAProgramIsMalware() async throws {
        let mail = FilterSample.mail(
            "From: Shop <offers@shop.example>", "To: you@example.org", "Subject: Discount, buy now, best prices",
            "Date: Thu, 12 Nov 2026 08:00:00 +0000", "Message-ID: <1@shop.example>", "MIME-Version: 1.0",
            "Content-Type: multipart/mixed; boundary=b", "", "--b", "Content-Type: text/plain", "",
            "Buy now! Our best offers, discount on every order, free shipping, order today. Viagra and cheap watches.", "--b",
            "Content-Type: application/octet-stream; name=invoice.pdf.exe", "Content-Disposition: attachment; filename=invoice.pdf.exe",
            "Content-Transfer-Encoding: base64", "", "TVqQAAMAAAAEAAAA", "--b--", "")
        let verdict = await Scanner(try FilterSample.setup()).verdict(on: mail)
        #expect(verdict.threatClass == .malware)
    }

    @Test func withoutAModelTheFindingsDecide() async throws {
        var setup = try FilterSample.setup()
        setup.threats = nil
        let scanner = Scanner(setup)
        let verdict = await scanner.verdict(
            on: Message(text: Array("Your parcel is held at the depot, pay the customs fee: http://192.0.2.7/p".utf8), channel: .sms))
        #expect(verdict.threatClass != .none && scanner.words(for: verdict.threatClass).isEmpty)
    }
}
