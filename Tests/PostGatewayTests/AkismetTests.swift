import Filter
import Messages
import PostGateway
import Synchronization
import Testing

/// What clients of Akismet ask, without sockets.
struct AkismetTests {
    private let comment = "api_key=k&blog=https%3A%2F%2Fblog.example%2F&user_ip=192.0.2.7&comment_author=ann&comment_content="

    private func check(_ text: String, _ gateway: PostGateway = .test()) async -> WebReply {
        await gateway.submitted(comment + text, to: "/1.1/comment-check")
    }

    @Test(arguments: [
        ("accept", "false"), ("tag", "true"), ("quarantine", "true"), ("reject", "true"), ("discard", "true"), ("defer", "false"),
    ])
    func dispositionsBecomeWords(_ disposition: String, _ word: String) async {
        let reply = await check(disposition)
        #expect(reply.status == 200 && reply.text == word && reply.mediaType?.hasPrefix("text/plain") == true)
        #expect(reply["X-akismet-pro-tip"] == (disposition == "discard" ? "discard" : nil))
        #expect((reply["X-akismet-recheck-after"] != nil) == (disposition == "defer"))
        #expect(reply["X-akismet-debug-help"]?.contains("disposition=\(disposition); mode=act") == true)
    }

    @Test func nothingIsHeldWhileThePolicyOnlyObserves() async {
        var judge = WordJudge()
        judge.isCarriedOut = false
        let reply = await check("discard", .test(judge: judge))
        #expect(reply.text == "false" && reply["X-akismet-pro-tip"] == nil)
        #expect(reply["X-akismet-debug-help"]?.contains("disposition=discard; mode=observe-only") == true)
    }

    @Test func whatWasNotFoundOutMayBeAskedAgain() async {
        #expect(await check("slow")["X-akismet-recheck-after"] == "300")
        let busy = await check("busy")
        #expect(busy.text == "false" && busy["X-akismet-recheck-after"] == "300")
        let deferred = await check("busy", .test(defers: true))
        #expect(deferred.status == 503 && deferred["Retry-After"] != nil)
    }

    @Test func aCommentBecomesAMessage() async throws {
        let judge = WordJudge()
        let form =
            comment
            + "caf%C3%A9+%26+more&comment_author_email=ann%40out.example&comment_author_url=https%3A%2F%2Fpills.example&comment_date_gmt=2026-11-20T10:00:00"
        _ = await PostGateway.test(judge: judge).submitted(form, to: "/1.1/comment-check")
        let message = try #require(judge.messages.first)
        #expect(String(decoding: message.bytes, as: UTF8.self) == "café & more\n\nhttps://pills.example" && message.channel == .post)
        #expect(message.envelope.sender == .account(platform: "post", name: "ann@out.example"))
        #expect(message.envelope.clientAddress == IPAddress("192.0.2.7") && message.arrival == Timestamp(rfc3339: "2026-11-20T10:00:00Z"))
    }

    @Test func agreedTestsAreAnsweredAsAgreed() async {
        let gateway = PostGateway.test()
        let base = "api_key=k&blog=b&user_ip=192.0.2.7&comment_content=x"
        #expect(await gateway.submitted(base + "&comment_author=akismet-guaranteed-spam", to: "/1.1/comment-check").text == "true")
        #expect(
            await gateway.submitted(base + "&comment_author_email=akismet-guaranteed-spam%40example.com", to: "/1.1/comment-check").text
                == "true")
        #expect(await gateway.submitted("\(base)=reject&user_role=administrator", to: "/1.1/comment-check").text == "false")
    }

    @Test func keysAreLookedAt() async {
        let gateway = PostGateway.test(gate: Gate(TwoTokens(), letsLocalsIn: false))
        func verify(_ form: String, host: String = "127.0.0.1:7780") async -> String {
            await gateway.submitted(form, to: "/1.1/verify-key", fields: ["host": host]).text
        }
        #expect(await verify("key=checker&blog=b") == "valid")
        #expect(await verify("api_key=checker&blog=b") == "valid")
        #expect(await verify("key=wrong&blog=b") == "invalid")
        #expect(await verify("blog=b") == "invalid")
        #expect(await verify("blog=b", host: "checker.spam.example:7780") == "valid")
        #expect(await verify("blog=b", host: "wrong.spam.example") == "invalid")
        let check = await gateway.submitted("api_key=wrong&blog=b&user_ip=192.0.2.1", to: "/1.1/comment-check")
        #expect(check.text == "invalid" && check["X-akismet-debug-help"] != nil)
        // This key may ask, and not teach.
        #expect(await gateway.submitted("api_key=checker&blog=b&user_ip=192.0.2.1", to: "/1.1/submit-spam").status == 403)
        let missing = await PostGateway.test().submitted("api_key=k&blog=b", to: "/1.1/comment-check")
        #expect(missing.text == "invalid" && missing["X-akismet-debug-help"] == "Empty \"user_ip\" value")
    }

    @Test func wordsOfPeopleAreLearnt() async {
        let teacher = ListeningTeacher()
        let gateway = PostGateway.test(teacher: teacher, gate: Gate(TwoTokens()))
        let thanks = "Thanks for making the web a better place."
        let spam = await gateway.submitted(comment + "buy", to: "/1.1/submit-spam")
        #expect(spam.text == thanks && spam["X-akismet-debug-help"] == "learnt; model=m2")
        let form = "api_key=everything&blog=https%3A%2F%2Fb.example&user_ip=192.0.2.7&comment_content=hello"
        #expect(await gateway.submitted(form, to: "/1.1/submit-ham").text == thanks)
        #expect(await gateway.submitted(form + "&is_test=1", to: "/1.1/submit-ham").text == thanks)
        #expect(
            teacher.words.withLock { $0 } == [
                .init(text: "buy", word: .spam, source: "akismet", reason: "akismet https://blog.example/"),
                .init(text: "hello", word: .ham, source: "desk", reason: "akismet https://b.example"),
            ])
        let kept = await gateway.submitted(comment + "known+better", to: "/1.1/submit-ham")
        #expect(
            kept.text == thanks && kept["X-akismet-debug-help"] == "not learnt: a source that is believed more has spoken of this message")
        let worse = await gateway.submitted(comment + "worse", to: "/1.1/submit-ham")
        #expect(worse.text == thanks && worse["X-akismet-debug-help"]?.hasPrefix("not learnt: the model would do worse") == true)
        let much = await gateway.submitted(comment + "too+much", to: "/1.1/submit-spam")
        #expect(much.status == 403 && much.text.contains("akismet may teach 5 messages a day, and did"))
        let crowd = await gateway.submitted(comment + "crowd", to: "/1.1/submit-spam")
        #expect(crowd.status == 503 && crowd["Retry-After"] == "1")
        #expect(await gateway.submitted(comment + "full", to: "/1.1/submit-spam").status == 503)
        #expect(await PostGateway.test().submitted(comment + "x", to: "/1.1/submit-spam").status == 503)
    }

    @Test func hugeFormsAreRefused() async {
        #expect(await PostGateway.test().submitted(String(repeating: "a=1&", count: 1001), to: "/1.1/comment-check").status == 400)
    }
}
