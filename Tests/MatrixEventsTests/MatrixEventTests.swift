import JSON
import MatrixEvents
import Testing

/// What of an event is hashed and what is signed.
struct MatrixEventTests {
    private func event(_ text: String) throws -> MatrixEvent { try #require(MatrixEvent(JSONValue(Array(text.utf8).span))) }

    private func signed(_ text: String, in version: Int) throws -> String {
        let version = try #require(RoomVersion(version))
        return String(decoding: try event(text).signed(in: version), as: UTF8.self)
    }

    @Test func wordsOfMessagesAreHashedAndNotSigned() throws {
        let text = #"""
            {"type":"m.room.message","sender":"@a:b","content":{"body":"x","msgtype":"m.text"},"hashes":{"sha256":"h"},
             "signatures":{"b":{"k":"s"}},"unsigned":{"age":1},"depth":3,"surprise":true}
            """#
        #expect(
            String(decoding: try event(text).hashed(), as: UTF8.self)
                == #"{"content":{"body":"x","msgtype":"m.text"},"depth":3,"sender":"@a:b","surprise":true,"type":"m.room.message"}"#)
        for version in RoomVersion.known {
            #expect(
                try signed(text, in: version)
                    == #"{"content":{},"depth":3,"hashes":{"sha256":"h"},"sender":"@a:b","type":"m.room.message"}"#)
        }
    }

    @Test func whatStaysDependsOnTheVersion() throws {
        let member = #"""
            {"type":"m.room.member","content":{"membership":"join","displayname":"n","join_authorised_via_users_server":"@c:d",
             "third_party_invite":{"display_name":"n","signed":{"token":"t"}}},"origin":"b"}
            """#
        #expect(try signed(member, in: 8) == #"{"content":{"membership":"join"},"origin":"b","type":"m.room.member"}"#)
        #expect(
            try signed(member, in: 9)
                == #"{"content":{"join_authorised_via_users_server":"@c:d","membership":"join"},"origin":"b","type":"m.room.member"}"#)
        #expect(
            try signed(member, in: 11)
                == #"{"content":{"join_authorised_via_users_server":"@c:d","membership":"join","third_party_invite":{"signed":{"token":"t"}}},"type":"m.room.member"}"#
        )
        let create = #"{"type":"m.room.create","content":{"creator":"@a:b","room_version":"x"}}"#
        #expect(try signed(create, in: 10) == #"{"content":{"creator":"@a:b"},"type":"m.room.create"}"#)
        let named = #"{"type":"m.room.create","room_id":"!r:b","content":{}}"#
        #expect(try signed(named, in: 11) == #"{"content":{},"room_id":"!r:b","type":"m.room.create"}"#)
        #expect(try signed(named, in: 12) == #"{"content":{},"type":"m.room.create"}"#)
        #expect(try signed(create, in: 11) == #"{"content":{"creator":"@a:b","room_version":"x"},"type":"m.room.create"}"#)
    }

    @Test func whatIsNoEventIsNone() throws {
        for text in ["[]", "{}", #"{"type":1}"#, "null"] { #expect(MatrixEvent(try JSONValue(Array(text.utf8).span)) == nil) }
        // Whatever shape the content has, nothing breaks.
        for content in ["1", "null", "[]", #""x""#] {
            let text = "{\"type\":\"m.room.member\",\"content\":\(content)}"
            #expect(try signed(text, in: 12).hasPrefix("{\"content\":") || content == "null")
        }
        #expect(RoomVersion(0) == nil && RoomVersion(13) == nil)
    }
}
