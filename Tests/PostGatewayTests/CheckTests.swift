import JSON
import MailGateway
import Messages
import PostGateway
import Testing

/// Messages that are asked about, without sockets.
struct CheckTests {
    @Test func aPostIsJudged() async throws {
        let judge = WordJudge()
        let reply = await PostGateway.test(judge: judge).posted(
            #"{"text":"tag this","from":"ann","to":["bob",{"account":"eve","platform":"forum"}],"id":"c17","client":"192.0.2.9","time":"2026-11-21T08:00:00Z","direction":"originating"}"#,
            to: "/v1/check/post?lang=fr")
        let json = try reply.json
        #expect(reply.status == 200 && reply.mediaType == "application/json")
        #expect(json["path"]?.text == "c17" && json["channel"]?.text == "post" && json["disposition"]?.text == "tag")
        #expect(json["reasons"]?.elements?.first?["text"]?.text == "un lien court" && json["milliseconds"]?.number == "1.500")
        #expect(json["policy"]?.text == "p1" && json["threshold"]?.text == "policy.post.default.tag")
        let message = try #require(judge.messages.first)
        #expect(message.envelope.sender == .account(platform: "post", name: "ann") && message.direction == .originating)
        #expect(message.envelope.recipients == [.account(platform: "post", name: "bob"), .account(platform: "forum", name: "eve")])
        #expect(message.envelope.clientAddress == IPAddress("192.0.2.9") && message.arrival == Timestamp(rfc3339: "2026-11-21T08:00:00Z"))
    }

    @Test func partiesAreReadAsTheirChannelWritesThem() async throws {
        let judge = WordJudge()
        let gateway = PostGateway.test(judge: judge)
        let written = [
            (#""+41 22 555 01 00""#, Party.number("41225550100")), (#""60606""#, .shortCode("60606")), (#""MYBANK""#, .senderID("MYBANK")),
            (#"{"number":"+41 (22) 555-01.00"}"#, .number("41225550100")), (#"{"senderId":"12345678"}"#, .senderID("12345678")),
            (#"{"shortCode":"777"}"#, .shortCode("777")), (#"{"sip":"sip:ann@example.org;tag=1"}"#, .sip("sip:ann@example.org")),
            (#"{"mailbox":"Ann@Example.ORG"}"#, .mailbox(local: "Ann", domain: "example.org")), ("41225550100", .number("41225550100")),
        ]
        for (party, _) in written {
            let reply = await gateway.posted("{\"text\":\"x\",\"from\":\(party)}", to: "/v1/check/sms")
            #expect(reply.status == 200, "\(party): \(reply.text)")
        }
        #expect(judge.messages.map(\.envelope.sender) == written.map(\.1))
        #expect(judge.messages.allSatisfy { $0.channel == .sms && $0.arrival == Timestamp(seconds: 1000) })
    }

    @Test func channelsOfAKindAreTaken() async throws {
        let judge = WordJudge()
        let gateway = PostGateway.test(judge: judge)
        for (kind, channel) in [("sms", "mms"), ("sms", "rcs"), ("im", "im"), ("post", "ad"), ("call", "voice")] {
            #expect(await gateway.posted("{\"text\":\"x\",\"channel\":\"\(channel)\"}", to: "/v1/check/\(kind)").status == 200)
        }
        #expect(judge.messages.map(\.channel) == [.mms, .rcs, .im, .ad, .voice])
        #expect(await gateway.posted(#"{"text":"x","channel":"email"}"#, to: "/v1/check/sms").status == 422)
    }

    @Test func ofACallIsSaidWhatIsNotLookedAt() async throws {
        let json = try await PostGateway.test().posted(#"{"from":"+41225550100","to":"+41225550101"}"#, to: "/v1/check/call").json
        let missing = json["coverage"]?["missing"]?.elements ?? []
        #expect(missing.map { $0["what"]?.text } == ["call.caller", "call.pattern", "call.words"])
        let spoken = try await PostGateway.test().posted(#"{"text":"accept hello"}"#, to: "/v1/check/call").json
        #expect(spoken["coverage"]?["missing"]?.elements?.count == 2)
    }

    @Test func aMailIsTakenInThreeForms() async throws {
        let judge = WordJudge()
        let gateway = PostGateway.test(judge: judge)
        let mail = "From: Ann <ann@out.example>\r\nSubject: x\r\n\r\nreject this\r\n"
        let plain = WebRequest(
            "POST",
            "/v1/check/mail?from=ann%40out.example&to=bob@in.example&to=eve@in.example&client=2001:db8::9&helo=out.example&early-talker=true&id=7",
            fields: ["content-type": "Message/RFC822; charset=x"], body: Array(mail.utf8))
        let first = await gateway.reply(to: plain)
        let verdict = try first.json
        #expect(verdict["disposition"]?.text == "reject" && verdict["path"]?.text == "7", "\(first.text)")
        let fields = [
            "content-type": "message/rfc822", "envelope-from": "<ann@out.example>", "envelope-to": "<bob@in.example>, eve@in.example",
            "envelope-client": "2001:db8::9", "envelope-helo": "out.example", "envelope-early-talker": "true",
        ]
        #expect(await gateway.reply(to: WebRequest("POST", "/v1/check/mail", fields: fields, body: Array(mail.utf8))).status == 200)
        var json = JSONText()
        json.object { object in
            object.member("mail", mail)
            object.member("from", "ann@out.example")
            object.member("to", ["bob@in.example", "eve@in.example"])
            object.member("client", "2001:db8::9")
            object.member("helo", "out.example")
            object.member("earlyTalker", true)
        }
        #expect(await gateway.posted(json.text, to: "/v1/check/mail").status == 200)
        #expect(judge.messages.count == 3 && Set(judge.messages.map(\.envelope)).count == 1 && Set(judge.messages.map(\.bytes)).count == 1)
        let message = try #require(judge.messages.first)
        #expect(message.envelope.returnPath == .mailbox(local: "ann", domain: "out.example") && message.envelope.recipients.count == 2)
        #expect(message.envelope.isEarlyTalker)
        let unclear = WebRequest(
            "POST", "/v1/check/mail?early-talker=maybe", fields: ["content-type": "message/rfc822"], body: Array(mail.utf8))
        #expect(await gateway.reply(to: unclear).status == 422)
        let encoded = await gateway.posted(#"{"mailBase64":"U3ViamVjdDogeA0KDQp0YWcgdGhpcw0K","from":""}"#, to: "/v1/check/mail")
        #expect(try encoded.json["disposition"]?.text == "tag")
        #expect(judge.messages.last?.envelope.returnPathIsEmpty == true)
    }

    @Test func aTextIsTakenAndAnsweredPlain() async throws {
        let judge = WordJudge()
        let gateway = PostGateway.test(judge: judge)
        func ask(_ fields: [String: String], _ target: String, _ gateway: PostGateway) async -> WebReply {
            await gateway.reply(to: WebRequest("POST", target, fields: fields, body: Array("reject this".utf8)))
        }
        let fields = ["content-type": "text/plain", "envelope-from": "+41225550100", "envelope-to": "60606"]
        let reply = await ask(fields, "/v1/check/sms", gateway)
        #expect(reply.text == "reject" && reply.mediaType?.hasPrefix("text/plain") == true)
        #expect(reply["Chaffinch-Verdict"] == "probability=0.9900; class=scam; disposition=reject; mode=act")
        #expect(judge.messages[0].envelope.sender == .number("41225550100"))
        #expect(judge.messages[0].envelope.recipients == [.shortCode("60606")] && judge.messages[0].channel == .sms)
        var observing = WordJudge()
        observing.isCarriedOut = false
        #expect(await ask(fields, "/v1/check/sms", .test(judge: observing)).text == "accept")
        let json = await ask(["content-type": "text/plain", "accept": "application/json"], "/v1/check/im?from=ann&id=7", gateway)
        #expect(try json.json["path"]?.text == "7")
        #expect(judge.messages[1].envelope.sender == .account(platform: "im", name: "ann"))
        let word = await gateway.posted(#"{"text":"tag"}"#, to: "/v1/check/post", fields: ["accept": "text/plain, */*"])
        #expect(word.text == "tag")
        #expect(
            await ask(["content-type": "text/plain"], "/v1/check/sms?from=" + String(repeating: "1", count: 257), gateway).status == 422)
        #expect(await ask(["content-type": "text/plain"], "/v1/check/mail", gateway).status == 415)
    }

    @Test func manyAreJudgedInTheirOrder() async throws {
        let messages = (0..<50).map { "{\"text\":\"\($0 % 2 == 0 ? "tag" : "accept") \($0)\",\"id\":\"n\($0)\"}" }
        let wrong = [#"{"id":"bad","text":7}"#, #"{"text":"busy"}"#, "3"]
        let reply = await PostGateway.test().posted(
            "{\"messages\":[\((messages + wrong).joined(separator: ","))]}", to: "/v1/check/im:batch")
        let verdicts = try #require(try reply.json["verdicts"]?.elements)
        #expect(verdicts.count == 53 && verdicts.prefix(50).map { $0["path"]?.text } == (0..<50).map { "n\($0)" })
        #expect(verdicts.prefix(50).map { $0["disposition"]?.text } == (0..<50).map { $0 % 2 == 0 ? "tag" : "accept" })
        #expect(verdicts[50]["path"]?.text == "bad" && verdicts[50]["problem"]?["pointer"]?.text == "/messages/50/text")
        #expect(verdicts[51]["problem"]?["status"]?.number == "503" && verdicts[52]["problem"]?["pointer"]?.text == "/messages/52")
        let many = String(repeating: "{},", count: WebLimits.batchCount) + "{}"
        #expect(await PostGateway.test().posted("{\"messages\":[\(many)]}", to: "/v1/check/im:batch").status == 422)
        #expect(await PostGateway.test().posted("[]", to: "/v1/check/im:batch").status == 422)
    }
}
