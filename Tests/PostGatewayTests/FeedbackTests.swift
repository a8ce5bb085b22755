import Filter
import JSON
import Messages
import PostGateway
import Synchronization
import Testing

/// Verdicts that are asked for again, and corrected.
struct FeedbackTests {
    private func get(_ path: String, _ gateway: PostGateway, token: String? = nil) async -> WebReply {
        await gateway.reply(to: WebRequest("GET", path, fields: token.map { ["authorization": "Bearer " + $0] } ?? [:]))
    }

    @Test func aVerdictIsRemembered() async throws {
        let gateway = PostGateway.test(memoryBytes: 8000)
        let first = await gateway.posted(#"{"text":"tag this","id":"a"}"#, to: "/v1/check/post")
        let reference = try #require(try first.json["ref"]?.text)
        #expect(reference.count == 32)
        let again = await get("/v1/verdicts/\(reference)", gateway)
        #expect(again.status == 200 && again.text == first.text)
        #expect(await get("/v1/verdicts/0", gateway).status == 404)
        #expect(await get("/v1/verdicts/", gateway).status == 404)
        #expect(await get("/v1/verdicts/\(reference)/x", gateway).status == 404)
        // Those of a batch are remembered too, and the oldest is forgotten first.
        let many = try await gateway.posted(
            #"{"messages":[{"text":"a"},{"text":"b"},{"text":"c"},{"text":"d"},{"text":"e"}]}"#, to: "/v1/check/im:batch"
        ).json
        let references = (many["verdicts"]?.elements ?? []).compactMap { $0["ref"]?.text }
        #expect(references.count == 5)
        var remembered = 0
        for reference in references where await get("/v1/verdicts/\(reference)", gateway).status == 200 { remembered += 1 }
        #expect(remembered > 2)
        #expect(await get("/v1/verdicts/\(reference)", gateway).status == 404)
    }

    @Test func nobodyIsToldOfWhatOthersAsked() async throws {
        let teacher = ListeningTeacher()
        let gateway = PostGateway.test(teacher: teacher, gate: Gate(TwoTokens()))
        let mine = try await gateway.posted(#"{"text":"mine"}"#, to: "/v1/check/post", fields: ["authorization": "Bearer checker"]).json
        let reference = try #require(mine["ref"]?.text)
        #expect(await get("/v1/verdicts/\(reference)", gateway, token: "checker").status == 200)
        // The other token has the scope admin.
        #expect(await get("/v1/verdicts/\(reference)", gateway, token: "everything").status == 200)
        let theirs = try await gateway.posted(#"{"text":"theirs"}"#, to: "/v1/check/post", fields: ["authorization": "Bearer everything"])
            .json
        let other = try #require(theirs["ref"]?.text)
        #expect(await get("/v1/verdicts/\(other)", gateway, token: "checker").status == 404)
    }

    @Test func wordsAreLearntByReferenceAndByMessage() async throws {
        let teacher = ListeningTeacher()
        let gateway = PostGateway.test(teacher: teacher)
        let verdict = try await gateway.posted(#"{"text":"accept me"}"#, to: "/v1/check/sms").json
        let reference = try #require(verdict["ref"]?.text)
        let learnt = await gateway.posted("{\"ref\":\"\(reference)\",\"spam\":true,\"reason\":\"a customer said so\"}", to: "/v1/feedback")
        #expect(learnt.text == #"{"outcome":"learnt","id":"e1","model":"m2"}"#)
        let sent = await gateway.posted(#"{"kind":"im","message":{"text":"hello"},"spam":false}"#, to: "/v1/feedback")
        #expect(sent.status == 200)
        let forgotten = await gateway.posted(#"{"kind":"im","message":{"text":"hello"},"forget":true}"#, to: "/v1/feedback")
        #expect(forgotten.text == #"{"outcome":"forgotten","id":"e1","model":"m2"}"#)
        #expect(
            teacher.words.withLock { $0 } == [
                .init(text: "accept me", word: .spam, source: "http", reason: "http: a customer said so"),
                .init(text: "hello", word: .ham, source: "http", reason: "http"),
                .init(text: "hello", word: .nothing, source: "http", reason: "http"),
            ])
        let kept = await gateway.posted(#"{"kind":"im","message":{"text":"known better"},"spam":false}"#, to: "/v1/feedback")
        #expect(kept.text == #"{"outcome":"kept","because":"a source that is believed more has spoken of this message"}"#)
        #expect(await gateway.posted(#"{"kind":"im","message":{"text":"too much"},"spam":false}"#, to: "/v1/feedback").status == 403)
    }

    @Test(arguments: [
        ("{}", 422, "/spam"), (#"{"spam":1,"ref":"x"}"#, 422, "/spam"), (#"{"spam":true}"#, 422, "/ref"),
        (#"{"spam":true,"forget":true,"ref":"x"}"#, 422, "/spam"), (#"{"forget":false,"ref":"x"}"#, 422, "/spam"),
        (#"{"spam":true,"ref":"x"}"#, 404, "/ref"),
        (#"{"spam":true,"ref":"x","message":{}}"#, 422, "/ref"), (#"{"spam":true,"message":{}}"#, 422, "/kind"),
        (#"{"spam":true,"kind":"fax","message":{}}"#, 422, "/kind"), (#"{"spam":true,"kind":"im","message":{}}"#, 422, "/message/text"),
        (#"{"spam":true,"kind":"im","message":3}"#, 422, "/message"),
    ])
    func whatIsWrongIsSaid(_ json: String, _ status: Int, _ pointer: String) async throws {
        let reply = await PostGateway.test(teacher: ListeningTeacher()).posted(json, to: "/v1/feedback")
        #expect(reply.status == status, "\(reply.text)")
        #expect(try reply.json["pointer"]?.text == pointer, "\(reply.text)")
    }
}
