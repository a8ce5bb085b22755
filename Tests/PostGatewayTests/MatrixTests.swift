import JSON
import Messages
import PostGateway
import Testing

/// What a Matrix server asks, without sockets.
struct MatrixTests {
    private func ask(_ callback: MatrixCallback, _ json: String, _ gateway: PostGateway = .test()) async -> WebReply {
        await gateway.posted(json, to: "/matrix/antispam/\(callback.rawValue)")
    }

    private func event(_ body: String) -> String {
        #"{"event":{"type":"m.room.message","sender":"@ann:out.example","room_id":"!r:in.example","content":{"msgtype":"m.text","body":""#
            + body + #""}}}"#
    }

    @Test(arguments: [("accept", 200), ("tag", 200), ("defer", 200), ("quarantine", 403), ("reject", 403), ("discard", 403), ("busy", 200)])
    func dispositionsBecomeAnswers(_ word: String, _ status: Int) async throws {
        let reply = await ask(.checkEvent, event(word))
        #expect(reply.status == status && reply.mediaType == "application/json")
        #expect(try reply.json["errcode"]?.text == (status == 403 ? "M_FORBIDDEN" : nil))
        var observing = WordJudge()
        observing.isCarriedOut = false
        #expect(await ask(.checkEvent, event(word), .test(judge: observing)).status == 200)
    }

    @Test func theWordsOfAnEventAreJudged() async throws {
        let judge = WordJudge()
        let gateway = PostGateway.test(judge: judge)
        let events = [
            (
                MatrixCallback.checkEvent,
                #"{"type":"m.room.message","sender":"@ann:out.example","room_id":"!r:in.example","content":{"body":"hello"}}"#, "hello"
            ),
            (
                .checkEvent,
                #"{"type":"m.room.message","content":{"body":"* new","m.new_content":{"body":"new","formatted_body":"<b>new</b>"}}}"#,
                "* new\nnew\n<b>new</b>"
            ),
            (.checkEvent, #"{"type":"m.room.topic","content":{"topic":"birds"}}"#, "birds"),
            (
                .federatedInvite,
                #"{"type":"m.room.member","content":{"membership":"invite","displayname":"Bob","reason":"look"},"unsigned":{"invite_room_state":[{"type":"m.room.name","content":{"name":"Free coins"}}]}}"#,
                "Bob\nlook\nFree coins"
            ),
        ]
        for (callback, event, _) in events { #expect(await ask(callback, "{\"event\":\(event)}", gateway).status == 200) }
        #expect(judge.messages.map { String(decoding: $0.bytes, as: UTF8.self) } == events.map(\.2))
        #expect(judge.messages.first?.envelope.sender == .account(platform: "matrix", name: "@ann:out.example"))
        #expect(judge.messages.allSatisfy { $0.channel == .im })
    }

    @Test func whatHasNoWordsPasses() async throws {
        let judge = WordJudge()
        let gateway = PostGateway.test(judge: judge)
        for event in [
            #"{"type":"m.room.encrypted","content":{"ciphertext":"reject"}}"#, #"{"type":"m.room.message","content":{}}"#, "{}", "3",
            "null",
            #"{"type":"m.room.message","content":"reject"}"#,
        ] {
            #expect(await ask(.checkEvent, "{\"event\":\(event)}", gateway).status == 200)
        }
        for callback in MatrixCallback.allCases where !callback.hasWords {
            #expect(await ask(callback, #"{"user":"@reject:x"}"#, gateway).status == 200)
        }
        #expect(judge.messages.isEmpty)
        #expect(await ask(.ping, #"{"id":"abc"}"#).text == #"{"id":"abc","status":"ok"}"#)
    }
}
