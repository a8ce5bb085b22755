import JSON
import Messages
import PostGateway
import Testing

/// Health, metrics, and the description of the interface.
struct WatchingTests {
    @Test func healthIsSaid() async throws {
        let reply = await PostGateway.test().reply(to: WebRequest("GET", "/v1/health"))
        let json = try reply.json
        #expect(json["status"]?.text == "serving" && json["model"]?.text == "m1" && json["messagesInWork"]?.number == "7")
        let head = await PostGateway.test().reply(to: WebRequest("HEAD", "/v1/health"))
        #expect(head.status == 200 && head.body.isEmpty)
    }

    @Test func whatHappensIsCounted() async throws {
        let gateway = PostGateway.test()
        for text in ["tag a", "tag b", "accept", "busy"] { _ = await gateway.posted("{\"text\":\"\(text)\"}", to: "/v1/check/sms") }
        _ = await gateway.reply(to: WebRequest("GET", "/who\"knows"))
        let page = await gateway.reply(to: WebRequest("GET", "/metrics")).text
        for line in [
            #"chaffinch_verdicts_total{gateway="http",channel="sms",disposition="tag",carried_out="true"} 2"#,
            #"chaffinch_verdicts_total{gateway="http",channel="sms",disposition="accept",carried_out="true"} 1"#,
            #"chaffinch_refused_total{reason="busy"} 1"#, #"chaffinch_http_answers_total{route="/v1/check/sms",status="200"} 3"#,
            #"chaffinch_http_answers_total{route="/v1/check/sms",status="503"} 1"#,
            #"chaffinch_http_answers_total{route="other",status="404"} 1"#, #"chaffinch_info{version="1.2",model="m1"} 1"#,
            "chaffinch_messages_in_work 7", #"chaffinch_judgement_seconds_bucket{le="0.0001"} 3"#,
            #"chaffinch_judgement_seconds_bucket{le="+Inf"} 3"#, "chaffinch_judgement_seconds_count 3",
        ] {
            #expect(page.contains(line + "\n"), "\(line)")
        }
        // Each line is a comment, or a name with labels, a blank and a number.
        let sample = try Regex(#"[a-z_]+(\{[a-z_]+="[^"\n]*"(,[a-z_]+="[^"\n]*")*\})? [0-9.]+"#)
        for line in page.split(separator: "\n") where !line.hasPrefix("#") { #expect(line.wholeMatch(of: sample) != nil, "\(line)") }
    }

    @Test func theDescriptionNamesWhatIsAnswered() async throws {
        let document = try await PostGateway.test().reply(to: WebRequest("GET", "/openapi.json")).json
        #expect(document["openapi"]?.text == "3.1.0")
        guard case .object(let paths)? = document["paths"] else {
            Issue.record("no paths")
            return
        }
        #expect(Set(paths.map(\.name)) == Set(Route.allCases.map(\.path)) && paths.count == Route.allCases.count)
        for route in Route.allCases {
            guard case .object(let operations)? = document["paths"]?[route.path] else { continue }
            // What is answered to HEAD is what is answered to GET; neither has content.
            #expect(operations.map(\.name) == route.methods.filter { $0 != "HEAD" }.map { $0.lowercased() })
            #expect(operations.allSatisfy { $0.name == "post" || $0.value["requestBody"] == nil })
            let types = operations.last?.value["requestBody"]?["content"]
            guard case .object(let content)? = types else {
                #expect(route.mediaTypes.isEmpty)
                continue
            }
            #expect(content.map(\.name) == route.mediaTypes)
        }
        // Every reference leads somewhere, and nothing is described that nobody refers to.
        let text = await PostGateway.test().reply(to: WebRequest("GET", "/openapi.json")).text
        let named = Set(text.matches(of: /#\/components\/schemas\/([A-Za-z]+)/).map { String($0.output.1) })
        guard case .object(let schemas)? = document["components"]?["schemas"] else {
            Issue.record("no schemas")
            return
        }
        #expect(named == Set(schemas.map(\.name)))
    }

    @Test func everyAnswerHasAStatusThatIsDescribed() async throws {
        let gateway = PostGateway.test(gate: Gate(letsLocalsIn: false))
        let document = try await gateway.reply(to: WebRequest("GET", "/openapi.json")).json
        for route in Route.allCases {
            let responses = document["paths"]?[route.path]?[route.methods[0].lowercased()]?["responses"]
            let reply = await gateway.reply(to: WebRequest(route.methods[0], route.path.replacing("{ref}", with: "0")))
            #expect(responses?[String(reply.status)] != nil, "\(route.path): \(reply.status)")
        }
    }
}
