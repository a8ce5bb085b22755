import Authentication
import Messages
import TestSupport
import Testing
import Yams

/// Tagged return paths, beside those of Exim 4.96.
struct PrivateSignatureTests {
    private func vectors() throws -> Node.Mapping? {
        guard let path = SharedData.vectors("senderid-csa-batv/batv-prvs-exim.json") else { return nil }
        return try Yams.compose(yaml: String(decoding: try SharedData.bytes(at: path), as: UTF8.self))?.mapping
    }

    private func text(_ node: Node, _ key: String) -> String {
        node.mapping?[Node(key)]?.scalar?.string ?? ""
    }

    /// `2026-06-14 12:00:00` as a moment.
    private func moment(_ text: String) throws -> Timestamp {
        let numbers = text.split { "- :".contains($0) }.compactMap { Int($0) }
        try #require(numbers.count == 6)
        return try #require(
            Timestamp(year: numbers[0], month: numbers[1], day: numbers[2], hour: numbers[3], minute: numbers[4], second: numbers[5]))
    }

    @Test func signaturesAreThoseOfExim() throws {
        guard let vectors = try vectors() else { return }
        var count = CaseCount("batv-prvs-exim sign")
        for test in try #require(vectors[Node("sign")]?.sequence) {
            if text(test, "signed").hasPrefix("Failed") {
                count.skip(because: "Exim's HMAC takes no key of more than 64 bytes; RFC 2104 section 2 hashes it first")
                continue
            }
            let number = try #require(Int(text(test, "key_number")))
            let signatures = PrivateSignature(keys: [number: Array(text(test, "key").utf8)])
            let signed = try? signatures.signed(text(test, "address"), withKey: number, at: try moment(text(test, "time_utc")))
            count.check(signed == text(test, "signed"), "\(signed ?? "-") instead of \(text(test, "signed"))")
        }
        #expect(count.failed.isEmpty)
        #expect(count.report() > 0)
    }

    /// Exim prints `>1<` first where an address passes, and an empty pair where it is too old.
    @Test func checksAreThoseOfExim() throws {
        guard let vectors = try vectors() else { return }
        var count = CaseCount("batv-prvs-exim check")
        for test in try #require(vectors[Node("check")]?.sequence) {
            let signatures = PrivateSignature(keys: [1: Array(text(test, "key").utf8)])
            let result = signatures.result(of: text(test, "signed"), at: try moment(text(test, "checked_at_utc")))
            let output = text(test, "exim_output")
            let isRight =
                switch result {
                case .pass: output.hasPrefix(">1<") || output == ">>1<<"
                case .expired: output.hasPrefix(">< >")
                case .badSignature(let original): output == ">>\(original)<<"
                case .untagged: output == ">><<"
                case .unknownKey: false
                }
            count.check(isRight, "\(text(test, "signed")): \(result), Exim \(output)")
        }
        #expect(count.failed.isEmpty)
        #expect(count.report() > 0)
    }

    @Test func onlyOursPass() throws {
        let signatures = PrivateSignature(keys: [3: Array("key".utf8)])
        let moment = Timestamp(seconds: 1_800_000_000)
        let signed = try #require(try? signatures.signed("a@one.example", withKey: 3, at: moment))
        #expect(signatures.result(of: signed, at: moment) == .pass(original: "a@one.example"))
        #expect(signatures.result(of: signed.uppercased(), at: moment) == .badSignature(original: "A@ONE.EXAMPLE"))
        #expect(PrivateSignature(keys: [3: Array("other".utf8)]).result(of: signed, at: moment) == .badSignature(original: "a@one.example"))
        #expect(PrivateSignature(keys: [4: Array("key".utf8)]).result(of: signed, at: moment) == .unknownKey(original: "a@one.example"))
        #expect(PrivateSignature.stripped(signed) == "a@one.example")
        #expect(PrivateSignature.stripped("a@one.example") == "a@one.example")
        let short = try #require(try? signatures.signed("a", withKey: 3, at: moment))
        #expect(signatures.result(of: short, at: moment) == .pass(original: "a"))
    }

    @Test(arguments: [
        ("", 3, PrivateSignature.SigningProblem.empty), ("prvs=3000abcdef=a@one.example", 3, .tagged), ("a@one.example", 4, .noKey(4)),
        ("\"a b\"@one.example", 3, .notPlain), ("a b@one.example", 3, .notPlain), ("@one.example", 3, .notPlain),
        ("a..b@one.example", 3, .notPlain), ("a\n@one.example", 3, .notPlain),
        (String(repeating: "a", count: 49) + "@one.example", 3, .tooLong(bytes: 65)),
    ])
    func whatCannotBeTaggedIsNot(address: String, key: Int, problem: PrivateSignature.SigningProblem) {
        let signatures = PrivateSignature(keys: [3: Array("key".utf8)])
        #expect(throws: problem) { try signatures.signed(address, withKey: key, at: Timestamp(seconds: 1_800_000_000)) }
    }

    @Test(arguments: [String(repeating: "a", count: 48) + "@one.example", "a.b+c=d@one.example", "zo\u{EB}@one.example"])
    func whatFitsIsTagged(address: String) throws {
        let signatures = PrivateSignature(keys: [3: Array("key".utf8)])
        let moment = Timestamp(seconds: 1_800_000_000)
        let tagged = try signatures.signed(address, withKey: 3, at: moment)
        #expect(signatures.result(of: tagged, at: moment) == .pass(original: address))
    }

    @Test(arguments: [.min, -1_000_000_000_000, -86_401, -1, 0, 85_795_200, 99_999_999_999, .max] as [Int64])
    func datesOfAllTimesHaveADay(seconds: Int64) throws {
        let signatures = PrivateSignature(keys: [0: [1]])
        let moment = Timestamp(seconds: seconds)
        let signed = try #require(try? signatures.signed("a@one.example", withKey: 0, at: moment))
        #expect(signed.utf8.count == "prvs=0123abcdef=a@one.example".utf8.count)
        #expect(signatures.result(of: signed, at: moment) == .pass(original: "a@one.example"))
    }
}

/// Files of keys.
struct PrivateSignatureKeyFileTests {
    @Test func keysAreRead() throws {
        let signature = try PrivateSignature(keyFile: Array("# ours\n\n0 6b65792d6f662d6f757273\r\n7\tFFFFFFFFFFFFFFFF".utf8))
        let moment = Timestamp(seconds: 1_795_258_800)
        for number in [0, 7] {
            let tagged = try #require(try? signature.signed("ann@example.org", withKey: number, at: moment))
            #expect(signature.result(of: tagged, at: moment) == .pass(original: "ann@example.org"))
        }
        #expect(throws: PrivateSignature.SigningProblem.noKey(1)) { try signature.signed("ann@example.org", withKey: 1, at: moment) }
    }

    @Test(arguments: [
        "", "# none", "0", "10 6b65792d6f662d6f757273", "x 6b65792d6f662d6f757273", "0 6b6579", "0 6b65792d6f662d6f75727",
        "0 zz65792d6f662d6f7572",
        "0 6b65792d6f662d6f757273 more", "0 6b65792d6f662d6f757273\n0 6b65792d6f662d6f757273",
    ])
    func aFileThatCannotBeReadSaysWhere(_ text: String) {
        #expect(throws: PrivateSignature.KeyFileError.self) { try PrivateSignature(keyFile: Array(text.utf8)) }
    }
}
