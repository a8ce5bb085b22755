import JSON
import Messages
import PostGateway
import Testing

/// What is wrong is said: what, where, and what to do.
struct ProblemTests {
    @Test(
        arguments: [
            (#"{"text":"#, 400, nil, "8"), (#"{"text":"x","text":"y"}"#, 400, nil, "12"), (#"[]"#, 422, "", nil),
            (#"{}"#, 422, "/text", nil),
            (#"{"text":5}"#, 422, "/text", nil), (#"{"text":null}"#, 422, "/text", nil), (#"{"text":"x","from":[]}"#, 200, nil, nil),
            (#"{"text":"x","from":["a","b"]}"#, 422, "/from", nil), (#"{"text":"x","from":{}}"#, 422, "/from", nil),
            (#"{"text":"x","from":{"number":"abc"}}"#, 422, "/from/number", nil), (#"{"text":"x","to":["a",true]}"#, 422, "/to/1", nil),
            (#"{"text":"x","time":"yesterday"}"#, 422, "/time", nil), (#"{"text":"x","time":1e400}"#, 422, "/time", nil),
            (#"{"text":"x","client":"localhost"}"#, 422, "/client", nil), (#"{"text":"x","direction":"up"}"#, 422, "/direction", nil),
            (#"{"text":"x","id":7}"#, 422, "/id", nil), (#"{"text":"x","other":[{}],"from":null}"#, 200, nil, nil),
        ] as [(String, Int, String?, String?)])
    func whatIsWrongInAPostIsSaid(_ json: String, _ status: Int, _ pointer: String?, _ offset: String?) async throws {
        let reply = await PostGateway.test().posted(json, to: "/v1/check/post")
        #expect(reply.status == status, "\(json): \(reply.text)")
        guard status != 200 else { return }
        let problem = try reply.json
        #expect(reply.mediaType == "application/problem+json" && problem["status"]?.number == String(status))
        #expect(problem["pointer"]?.text == pointer && problem["offset"]?.number == offset, "\(reply.text)")
        #expect(problem["type"]?.text?.hasPrefix("urn:chaffinch:problem:") == true && problem["remedy"]?.text?.isEmpty == false)
    }

    @Test func namesAreBounded() async {
        let gateway = PostGateway.test()
        for (length, status) in [(256, 200), (257, 422)] {
            let name = String(repeating: "é", count: length)
            #expect(await gateway.posted("{\"text\":\"x\",\"from\":\"\(name)\"}", to: "/v1/check/im").status == status)
            #expect(await gateway.posted("{\"text\":\"x\",\"id\":\"\(name)\"}", to: "/v1/check/im").status == status)
        }
    }

    @Test func deepJSONIsRefusedAtOnce() async throws {
        let reply = await PostGateway.test().posted("{\"text\":" + String(repeating: "[", count: 10_000), to: "/v1/check/post")
        #expect(reply.status == 400)
        #expect(try reply.json["detail"]?.text == "lists and objects lie too deep in each other")
    }

    @Test func whatIsTooLargeIsRefused() async {
        let gateway = PostGateway.test(mailBytes: 100)
        let mail = Array(("Subject: x\r\n\r\n" + String(repeating: "a", count: 100)).utf8)
        let reply = await gateway.reply(to: WebRequest("POST", "/v1/check/mail", fields: ["content-type": "message/rfc822"], body: mail))
        #expect(reply.status == 413 && reply.text.contains("limits.message-size"))
        let text = "{\"text\":\"" + String(repeating: "a", count: WebLimits.textBytes) + "\"}"
        #expect(await gateway.posted(text, to: "/v1/check/post").status == 413)
    }

    @Test func pathsMethodsAndTypesAreChecked() async throws {
        let gateway = PostGateway.test()
        #expect(await gateway.reply(to: WebRequest("GET", "/")).status == 404)
        #expect(await gateway.reply(to: WebRequest("GET", "/v1/check/fax")).status == 404)
        let method = await gateway.reply(to: WebRequest("GET", "/v1/check/post"))
        #expect(method.status == 405 && method["Allow"] == "POST")
        let type = await gateway.posted("{}", to: "/v1/check/post", fields: ["content-type": "text/html"])
        #expect(type.status == 415 && type["Accept"] == "application/json, text/plain")
        #expect(await gateway.reply(to: WebRequest("POST", "/v1/check/post", body: Array("{}".utf8))).status == 415)
        #expect(await gateway.posted("{}", to: "/v1/check/post", fields: ["content-encoding": "gzip"]).status == 415)
    }

    @Test func whoeverFindsTheQueueFullComesAgain() async throws {
        let reply = await PostGateway.test().posted(#"{"text":"busy"}"#, to: "/v1/check/sms")
        #expect(reply.status == 503 && reply["Retry-After"] == "1")
        #expect(try reply.json["type"]?.text == "urn:chaffinch:problem:busy")
        #expect(await PostGateway.test().posted(#"{"text":"closed"}"#, to: "/v1/check/sms").status == 503)
    }

    @Test func tokensAreAskedForBeyondThisMachine() async throws {
        let gateway = PostGateway.test(gate: Gate(TwoTokens()))
        func ask(_ path: String, _ token: String?, isLocal: Bool = false) async -> Int {
            var fields = ["content-type": "application/json"]
            if let token { fields["authorization"] = token }
            let method = path == "/metrics" ? "GET" : "POST"
            let body = method == "POST" ? Array(#"{"text":"x"}"#.utf8) : []
            return await gateway.reply(to: WebRequest(method, path, fields: fields, body: body, isLocal: isLocal)).status
        }
        #expect(await ask("/v1/check/post", nil) == 401)
        #expect(await ask("/v1/check/post", "Bearer wrong") == 401)
        #expect(await ask("/v1/check/post", "Basic checker") == 401)
        #expect(await ask("/v1/check/post", "Bearer checker") == 200)
        #expect(await ask("/v1/check/post", "bearer checker") == 200)
        #expect(await ask("/metrics", "Bearer checker") == 403)
        #expect(await ask("/metrics", "Bearer everything") == 200)
        #expect(await ask("/v1/check/post", nil, isLocal: true) == 200)
        #expect(await ask("/metrics", "Bearer checker", isLocal: true) == 403)
        let strict = PostGateway.test(gate: Gate(TwoTokens(), letsLocalsIn: false))
        let refused = await strict.posted(#"{"text":"x"}"#, to: "/v1/check/post")
        #expect(refused.status == 401 && refused["WWW-Authenticate"]?.hasPrefix("Bearer") == true)
        #expect(await strict.reply(to: WebRequest("GET", "/v1/health")).status == 200)
    }

    @Test func pagesInBrowsersAreRefused() async {
        let reply = await PostGateway.test().posted(#"{"text":"x"}"#, to: "/v1/check/post", fields: ["origin": "https://evil.example"])
        #expect(reply.status == 403)
    }
}
