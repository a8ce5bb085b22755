import Messages
import PostGateway
import Storing
import Telemetry
import Testing

struct TokenTests {
    @Test func tokensAreMadeListedAndRevoked() async throws {
        let log = MemoryRecordLog()
        let register = TokenRegister(log)
        let book = TokenBook()
        #expect(try await book.refresh(from: register))
        let shop = try #require(try await register.create("shop", scopes: [.check, .feedback], at: Timestamp(seconds: 5)))
        let watch = try #require(try await register.create("watch", scopes: [.metrics], at: Timestamp(seconds: 6)))
        // It can be the label of a host: small letters and digits.
        #expect(shop != watch && shop.count == 43 && shop.allSatisfy { $0.isLowercase || $0.isNumber })
        #expect(try await register.create("shop", scopes: [.admin], at: Timestamp(seconds: 7)) == nil)
        #expect(book.caller(showing: shop) == nil)
        #expect(try await book.refresh(from: register))
        #expect(try await book.refresh(from: register) == false)
        #expect(book.caller(showing: shop) == Caller(name: "shop", scopes: [.check, .feedback]))
        #expect(book.caller(showing: shop + "x") == nil && book.caller(showing: "") == nil)
        #expect(try await register.tokens().map(\.name) == ["shop", "watch"])
        #expect(try await register.revoke("shop", at: Timestamp(seconds: 8)))
        #expect(try await register.revoke("shop", at: Timestamp(seconds: 9)) == false)
        #expect(try await book.refresh(from: register))
        #expect(book.caller(showing: shop) == nil && book.caller(showing: watch)?.name == "watch")
        #expect(try await register.create("shop", scopes: [.check], at: Timestamp(seconds: 10)) != nil)
        // Nobody who reads the log learns a token.
        let records = try await log.records(of: "token", from: Timestamp(seconds: 0), to: Timestamp(seconds: 100), after: nil, limit: 10)
        #expect(records.count == 3 && records.allSatisfy { !String(decoding: $0.body, as: UTF8.self).contains(shop) })
    }

    @Test func whatCannotBeReadLetsNobodyIn() async throws {
        let log = MemoryRecordLog()
        for (number, body) in [
            "", "{}", #"{"name":"x","scopes":["check"],"sha256":"00"}"#, #"{"name":"x","scopes":"check","sha256":"zz"}"#,
        ].enumerated() {
            try await log.append([Record(id: "\(number)", kind: "token", time: Timestamp(seconds: 1), body: Array(body.utf8))])
        }
        #expect(try await TokenRegister(log).tokens().isEmpty)
    }

    @Test func aCallerIsHeldToARate() async {
        let time = ManualTime()
        let gateway = PostGateway.test(gate: Gate(TwoTokens(), perSecond: 2, by: time))
        func ask(_ token: String?) async -> Int {
            let fields = token.map { ["authorization": "Bearer " + $0] } ?? [:]
            return await gateway.posted(#"{"text":"x"}"#, to: "/v1/check/post", fields: fields).status
        }
        #expect(await [ask("checker"), ask("checker"), ask("checker")] == [200, 200, 429])
        #expect(await [ask("everything"), ask(nil)] == [200, 200])
        time.advance(by: .milliseconds(500))
        #expect(await [ask("checker"), ask("checker")] == [200, 429])
    }
}
