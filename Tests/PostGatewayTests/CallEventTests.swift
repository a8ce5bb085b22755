import Filter
import JSON
import Messages
import Reputation
import Telemetry
import Testing

@testable import PostGateway

/// What switches tell of calls.
@Suite struct CallEventTests {
    private func gateway(_ senders: SenderPart?) -> PostGateway { PostGateway.test(senders: senders) }

    @Test func callsAreNoted() async throws {
        let watch = CallWatch()
        let gateway = gateway(SenderPart(calls: watch))
        let one = await gateway.posted(
            #"{"events":[{"from":"+41225550100","to":"+41225550101","answered":true,"seconds":4.5,"time":1000}]}"#, to: "/v1/events/call")
        #expect(one.status == 200 && one.text == #"{"noted":1,"late":0}"#)
        let many = await gateway.posted(
            #"{"events":[{"from":"+41225550100","to":"+41225550102","answered":false},{"from":"+41225550100","time":-9000},{"from":{"sip":"sip:a@b.example"}}]}"#,
            to: "/v1/events/call")
        #expect(many.status == 200 && many.text == #"{"noted":2,"late":1}"#)
        let conduct = try #require(watch.conduct(of: .number("41225550100"), at: .zero))
        #expect(conduct.calls == 2 && conduct.answered == 1 && conduct.ended == 2 && conduct.short == 1 && conduct.inSequence == 1)
        #expect(watch.conduct(of: .sip("sip:a@b.example"), at: .zero)?.calls == 1)
    }

    @Test func whatIsWrongIsSaidAndNothingIsNoted() async throws {
        let watch = CallWatch()
        let gateway = gateway(SenderPart(calls: watch))
        for (event, pointer) in [
            (#"{"events":[{"from":"+41225550100"},{"to":"+41225550101"}]}"#, "/events/1/from"), (#"{"events":5}"#, "/events"),
            (#"{"events":[{"from":"+41225550100","seconds":-1}]}"#, "/events/0/seconds"),
            (#"{"events":[{"from":"+41225550100","answered":"yes"}]}"#, "/events/0/answered"),
            (#"{"events":[{"from":["+1"]}]}"#, "/events/0/from"), (#"{"events":[{"from":"+41225550100","to":["+1"]}]}"#, "/events/0/to"),
            (#"{"events":[{"from":"+41225550100","seconds":1e300}]}"#, "/events/0/seconds"), ("{}", "/events"),
            (#"{"events":[{"from":"+41225550100","time":"soon"}]}"#, "/events/0/time"), (#"{"events":["x"]}"#, "/events/0"),
        ] {
            let reply = await gateway.posted(event, to: "/v1/events/call")
            #expect(reply.status == 422 && reply.text.contains("\"pointer\":\"\(pointer)\""), "\(event): \(reply.text)")
        }
        #expect(watch.count == 0)
        #expect(await self.gateway(nil).posted(#"{"events":[]}"#, to: "/v1/events/call").status == 404)
        #expect(await gateway.posted(#"{"events":[]}"#, to: "/v1/events/call").text == #"{"noted":0,"late":0}"#)
    }

    /// Of a caller of whom something was told, the pattern is looked at.
    @Test func ofAKnownCallerThePatternIsNotMissing() async throws {
        let watch = CallWatch()
        watch.note(CallEvent(caller: .number("41225550100")), at: .zero)
        let gateway = gateway(SenderPart(calls: watch))
        func missing(_ from: String) async throws -> [String?] {
            let json = try await gateway.posted("{\"from\":\"\(from)\",\"text\":\"accept hello\"}", to: "/v1/check/call").json
            return (json["coverage"]?["missing"]?.elements ?? []).map { $0["what"]?.text }
        }
        #expect(try await missing("+41225550100") == ["call.caller"])
        #expect(try await missing("+41225550101") == ["call.caller", "call.pattern"])
    }
}
