import Foundation
import PostGateway
import TestSupport
import Testing

/// Events of Matrix are signed as Synapse signs them, and where they may not stand, they are not.
struct PolicyServerTests {
    /// A key of thirty-two bytes that count up.
    private static let key = "ed25519 policy_server AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"
    private static let path = "/_matrix/policy/v1/sign"

    private func gateway(version: Int = 12, carriesOut: Bool = true) throws -> PostGateway {
        var gateway = PostGateway.test(judge: WordJudge(isCarriedOut: carriesOut))
        gateway.policyServer = try PolicyServer(named: "policy.test", key: PolicyServerTests.key, roomVersion: version)
        return gateway
    }

    private func object(_ bytes: [UInt8]) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    private func text(_ event: [String: Any]) throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: event), as: UTF8.self)
    }

    /// Events of every kind of which something stays when they are redacted.
    private let events: [[String: Any]] = [
        ["type": "m.room.message", "content": ["body": "Sunflower seeds — 日本 \u{1F600} \u{7F}\"\\", "msgtype": "m.text"]],
        [
            "type": "m.room.member", "state_key": "@a:b",
            "content": ["membership": "join", "displayname": "Ann", "join_authorised_via_users_server": "@c:d"],
        ],
        [
            "type": "m.room.member", "state_key": "@a:b",
            "content": ["membership": "invite", "third_party_invite": ["display_name": "x", "signed": ["token": "t"]]],
        ],
        ["type": "m.room.create", "state_key": "", "content": ["creator": "@a:b", "room_version": "11", "m.federate": true]],
        ["type": "m.room.join_rules", "state_key": "", "content": ["join_rule": "restricted", "allow": [["type": "x"]], "more": 1]],
        [
            "type": "m.room.power_levels", "state_key": "",
            "content": ["ban": 50, "invite": 0, "users": ["@a:b": 100], "notifications": ["room": 50]],
        ],
        ["type": "m.room.aliases", "state_key": "b", "content": ["aliases": ["#a:b"]]],
        ["type": "m.room.history_visibility", "state_key": "", "content": ["history_visibility": "shared", "x": "y"]],
        ["type": "m.room.redaction", "redacts": "$1", "content": ["redacts": "$1", "reason": "r"]],
        ["type": "m.room.policy", "state_key": "", "content": ["via": "policy.test", "public_keys": ["ed25519": "x"]]],
    ]

    @Test(arguments: 1...12) func signaturesAreThoseOfSynapse(version: Int) async throws {
        let synapse = try PeerProcess("matrix-events")
        let gateway = try gateway(version: version)
        var counts = CaseCount("matrix signatures, rooms of version \(version)")
        for content in events {
            let whole = content.merging([
                "room_id": "!r:b", "sender": "@a:b", "origin": "b", "origin_server_ts": 1_774_000_000_000, "depth": 7,
                "prev_events": ["$p"], "auth_events": ["$a"],
                "signatures": ["b": ["ed25519:1": "x"]], "unsigned": ["age": 4], "membership": "join", "prev_state": [String](),
                "surprise": ["a": -1],
            ]) { $1 }
            guard let answer = try await synapse.answer("hash", ["event": whole]) else { return }
            let event = try #require(answer["event"] as? [String: Any])
            let reply = await gateway.posted(try text(event), to: PolicyServerTests.path)
            let servers = try object(reply.body)["policy.test"] as? [String: String]
            let wanted = try #require(
                try await synapse.answer(
                    "signature", ["event": event, "version": String(version), "name": "policy.test", "key": PolicyServerTests.key]))
            let isSame = reply.status == 200 && servers == ["ed25519:policy_server": wanted["signature"] as? String ?? "?"]
            counts.check(isSame, "\(event["type"] ?? "") \(String(decoding: reply.body, as: UTF8.self)) \(wanted)")
        }
        #expect(counts.report() == events.count && counts.failed.isEmpty)
    }

    @Test func publicKeyIsTheOneOfTheSignatures() async throws {
        let gateway = try gateway()
        let reply = await gateway.reply(to: WebRequest("GET", "/.well-known/matrix/policy_server"))
        let keys = try #require(try object(reply.body)["public_keys"] as? [String: String])
        let synapse = try PeerProcess("matrix-events")
        guard let answer = try await synapse.answer("hash", ["event": events[0]]) else { return }
        let event = try #require(answer["event"] as? [String: Any])
        let signed = await gateway.posted(try text(event), to: PolicyServerTests.path)
        let signature = try #require((try object(signed.body)["policy.test"] as? [String: String])?["ed25519:policy_server"])
        for (event, isGood) in [(event, true), (event.merging(["depth": 8]) { $1 }, false)] {
            let question: [String: Any] = [
                "event": event, "version": "12", "name": "policy.test", "public": keys["ed25519"] ?? "", "signature": signature,
            ]
            #expect(try await synapse.answer("check", question)?["good"] as? Bool == isGood)
        }
    }

    /// What is judged is what is signed: an event whose hash is of other words gets no signature, and neither does spam.
    @Test func whatMayNotStandIsNotSigned() async throws {
        let good = #"{"type":"m.room.message","content":{"body":"reject this"},"hashes":{"sha256":"HASH"}}"#
        let hash = "Ua8bBOeVQzlNOiPzhCFrEzcgcPmDk1i6XNm8FTp+B2I"
        for (text, code) in [
            ("{}", "M_BAD_JSON"), ("[]", "M_BAD_JSON"), (good.replacing("HASH", with: ""), "M_BAD_JSON"),
            (good.replacing("HASH", with: hash), "M_BAD_JSON"),
            (#"{"type":"m.room.message","content":{"body":1.5}}"#, "M_BAD_JSON"),
        ] {
            let reply = await (try gateway()).posted(text, to: PolicyServerTests.path)
            #expect(
                try reply.status == 400 && object(reply.body)["errcode"] as? String == code,
                "\(String(decoding: reply.body, as: UTF8.self))")
        }
        let synapse = try PeerProcess("matrix-events")
        let spam: [String: Any] = ["type": "m.room.message", "content": ["body": "reject this"]]
        guard let answer = try await synapse.answer("hash", ["event": spam]) else { return }
        let event = try text(try #require(answer["event"] as? [String: Any]))
        let refused = await (try gateway()).posted(event, to: PolicyServerTests.path)
        #expect(try refused.status == 400 && object(refused.body)["errcode"] as? String == "M_FORBIDDEN")
        let watched = await (try gateway(carriesOut: false)).posted(event, to: PolicyServerTests.path)
        #expect(watched.status == 200)
    }

    @Test func withoutAKeyThereIsNone() async throws {
        let gateway = PostGateway.test()
        #expect(await gateway.posted("{}", to: PolicyServerTests.path).status == 404)
        #expect(await gateway.reply(to: WebRequest("GET", "/.well-known/matrix/policy_server")).status == 404)
        for text in ["", "ed25519 a", "ed25519 a AAAA", "rsa a " + String(repeating: "A", count: 43), "ed25519 a b c"] {
            #expect(throws: PolicyServer.Problem.notAKey) { try PolicyServer(named: "b", key: text, roomVersion: 11) }
        }
        #expect(throws: PolicyServer.Problem.roomVersion(13)) { try PolicyServer(named: "b", key: PolicyServerTests.key, roomVersion: 13) }
        let (made, other) = (
            try PolicyServer(named: "b", key: PolicyServer.newKey(), roomVersion: 1),
            try PolicyServer(named: "b", key: PolicyServer.newKey(), roomVersion: 1)
        )
        #expect(made.publicKey.count == 43 && made.publicKey != other.publicKey)
    }
}
