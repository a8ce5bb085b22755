import JSON
import Testing

@testable import PostGateway

/// Lists that others fetch.
@Suite struct PublishedListTests {
    private func list(_ text: String) throws -> PublishedList { try PublishedList(Array(text.utf8)) }

    @Test func aListIsServedLineByLine() async throws {
        let served = try list("# those who wrote spam\nspammer@chat.example\r\n\n  bad.example \nspammer@chat.example\nfünf@chat.example")
        #expect(served.count == 3)
        let gateway = PostGateway.test(lists: ["jids": served])
        let reply = await gateway.reply(to: WebRequest("GET", "/v1/lists/jids"))
        #expect(reply.status == 200 && reply.text == "spammer@chat.example\nbad.example\nfünf@chat.example\n")
        let tag = try #require(reply["ETag"])
        #expect(tag.count == 34 && tag.hasPrefix("\"") && tag.hasSuffix("\""))
        for known in [tag, "W/" + tag, "\"other\", \(tag)", "*"] {
            let again = await gateway.reply(to: WebRequest("GET", "/v1/lists/jids", fields: ["if-none-match": known]))
            #expect(again.status == 304 && again.body.isEmpty && again["ETag"] == tag)
        }
        let changed = await PostGateway.test(lists: ["jids": try list("bad.example\n")]).reply(
            to: WebRequest("GET", "/v1/lists/jids", fields: ["if-none-match": tag]))
        #expect(changed.status == 200 && changed["ETag"] != tag)
        #expect(await gateway.reply(to: WebRequest("HEAD", "/v1/lists/jids")).body.isEmpty)
        for path in ["/v1/lists/other", "/v1/lists/", "/v1/lists/jids/x", "/v1/lists/../jids"] {
            #expect(await gateway.reply(to: WebRequest("GET", path)).status == 404, "\(path)")
        }
        #expect(await gateway.reply(to: WebRequest("POST", "/v1/lists/jids")).status == 405)
        #expect(try list("").count == 0)
    }

    @Test func beyondThisMachineATokenIsNeeded() async throws {
        let gateway = PostGateway.test(lists: ["jids": try list("bad.example")])
        #expect(await gateway.reply(to: WebRequest("GET", "/v1/lists/jids", isLocal: false)).status == 401)
    }

    @Test func whatIsNoListIsNamed() {
        func mistake(_ bytes: [UInt8]) -> String? {
            do throws(PublishedList.Mistake) {
                _ = try PublishedList(bytes)
                return nil
            } catch {
                return "\(error)"
            }
        }
        #expect(mistake(Array("a.example\nb example\n".utf8)) == "line 2: an entry has a blank or a control character inside")
        #expect(mistake([0x61, 0x0A, 0xFF]) == "line 2: this is not UTF-8")
        #expect(mistake(Array(String(repeating: "a", count: 3072).utf8)) == "line 1: an entry has more than 3071 bytes")
        #expect(mistake(Array("a\u{0}b".utf8)) != nil)
    }
}
