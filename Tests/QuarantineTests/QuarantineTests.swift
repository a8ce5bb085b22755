import Messages
import Quarantine
import SQLiteStore
import Storing
import Telemetry
import TestSupport
import Testing

/// A quarantine in memory, at a moment that a test moves.
struct QuarantineRoom {
    let store = MemoryQuarantineStore()
    let time = ManualTime(Timestamp(seconds: 1_000_000))
    let secret = [UInt8](repeating: 7, count: QuarantineKey.bytes)

    func quarantine(_ secret: [UInt8]? = nil, bytes: Int = 1 << 20) throws -> Quarantine {
        Quarantine(
            store, key: try #require(QuarantineKey(secret: secret ?? self.secret)), limits: .init(keep: .seconds(86_400), bytes: bytes),
            time: time)
    }
}

extension Quarantine {
    /// Holds a mail of which this is shown.
    func hold(_ text: String, for recipients: [String], subject: String = "Win") async throws(StoreError) -> HeldMail {
        let transport = HeldMail.Transport(
            clientAddress: IPAddress("192.0.2.9"), clientHost: "out.example", helo: "out", returnPath: "ann@out.example",
            queueIdentifier: "4F2")
        let shown = HeldMail.Shown(
            author: "Ann <ann@out.example>", subject: subject, probability: 0.9431, threatClass: "scam",
            reasons: [.init(id: "links.shortener", weight: 1.25, details: ["bit.example"])], decidedBy: "policy.default.default.quarantine",
            policy: "p1", size: text.utf8.count)
        return try await hold(Array(text.utf8), for: recipients, from: transport, shown: shown)
    }
}

struct QuarantineTests {
    @Test func aMailComesBackAsItWent() async throws {
        let room = QuarantineRoom()
        let quarantine = try room.quarantine()
        let held = try await quarantine.hold("Subject: Win\r\n\r\nnow\r\n", for: ["Bob@in.example", "eve@in.example"])
        #expect(Quarantine.isReference(held.reference) && held.expiry.seconds - held.time.seconds == 86_400)
        // Another program, with the same key.
        let other = try room.quarantine()
        let found = try #require(try await other.mail(held.reference))
        #expect(found == held)
        #expect(try await other.bytes(of: found).map { String(decoding: $0, as: UTF8.self) } == "Subject: Win\r\n\r\nnow\r\n")
        #expect(try await other.mails(limit: 10) == [held])
        #expect(try await other.mails(for: "bob@IN.example", limit: 10) == [held])
        #expect(try await other.mails(for: "ann@in.example", limit: 10).isEmpty)
        #expect(found.seen(by: "bob@in.example").addressees.map(\.address) == ["Bob@in.example"])
        for wrong in ["", "x", String(repeating: "0", count: 32), held.reference.uppercased() + "'"] {
            #expect(try await quarantine.mail(wrong) == nil)
        }
    }

    @Test func whatAStrangerWroteIsMadeSafe() async throws {
        let quarantine = try QuarantineRoom().quarantine()
        let held = try await quarantine.hold(
            "x", for: ["bob@in.example"], subject: "a\u{1B}[2J\r\nBcc: x\u{202E}b\u{2028}" + String(repeating: "é", count: 4000))
        #expect(held.shown.subject.hasPrefix("a [2J  Bcc: xb é") && held.shown.subject.unicodeScalars.count < 510)
    }

    @Test func withoutTheKeyNothingOpens() async throws {
        let room = QuarantineRoom()
        let held = try await room.quarantine().hold("x", for: ["bob@in.example"])
        let stranger = try room.quarantine([UInt8](repeating: 8, count: 32))
        await #expect(throws: StoreError.self) { try await stranger.mail(held.reference) }
        #expect(try await stranger.mails(for: "bob@in.example", limit: 10).isEmpty)
        #expect(QuarantineKey(secret: [1, 2, 3]) == nil && QuarantineKey.random() != QuarantineKey.random())
    }

    /// Somebody who has the disk, and not the key, puts one mail in another's place.
    @Test func whatIsExchangedDoesNotOpen() async throws {
        let room = QuarantineRoom()
        let quarantine = try room.quarantine()
        let mine = try await quarantine.hold("mine", for: ["bob@in.example"])
        let theirs = try await quarantine.hold("theirs", for: ["eve@in.example"])
        let (first, second) = (
            try #require(try await room.store.summary(of: mine.reference)), try await room.store.content(of: theirs.reference)
        )
        let forged = MemoryQuarantineStore()
        try await forged.hold(
            SealedMessage(
                id: mine.reference, time: first.time, expiry: first.expiry, summary: first.bytes, content: try #require(second),
                addressees: []), within: 1 << 20)
        let fooled = Quarantine(
            forged, key: try #require(QuarantineKey(secret: room.secret)), limits: .init(keep: .seconds(1), bytes: 1 << 20), time: room.time
        )
        let mail = try #require(try await fooled.mail(mine.reference))
        await #expect(throws: StoreError.self) { try await fooled.bytes(of: mail) }
        // A summary under another name.
        let moved = MemoryQuarantineStore()
        try await moved.hold(
            SealedMessage(
                id: theirs.reference, time: first.time, expiry: first.expiry, summary: first.bytes, content: [], addressees: []),
            within: 1 << 20)
        let other = Quarantine(
            moved, key: try #require(QuarantineKey(secret: room.secret)), limits: .init(keep: .seconds(1), bytes: 1 << 20), time: room.time)
        await #expect(throws: StoreError.self) { try await other.mail(theirs.reference) }
    }

    @Test func eachRecipientHasTheirOwn() async throws {
        let room = QuarantineRoom()
        let quarantine = try room.quarantine()
        let reference = try await quarantine.hold("x", for: ["bob@in.example", "eve@in.example", "joe@in.example"]).reference
        let claim = try #require(try await quarantine.claim(reference, for: ["BOB@in.example"], by: "bob"))
        #expect(claim.addresses == ["bob@in.example"] && !claim.isTaken)
        // Nobody else releases it meanwhile, nor deletes it.
        let second = try #require(try await quarantine.claim(reference, for: nil, by: "desk"))
        #expect(second.addresses == ["eve@in.example", "joe@in.example"] && second.isTaken)
        _ = try await quarantine.settle(reference, for: ["eve@in.example", "joe@in.example"], as: .held, by: "desk")
        _ = try await quarantine.settle(reference, for: nil, as: .deleted, by: "desk")
        let between = try #require(try await quarantine.mail(reference))
        #expect(between.addressees.map(\.state) == [.releasing, .deleted, .deleted] && between.isHeld)
        #expect(try await quarantine.bytes(of: between) != nil)
        let done = try #require(try await quarantine.settle(reference, for: claim.addresses, as: .released, by: "bob"))
        #expect(done.addressees.map(\.by) == ["bob", "desk", "desk"] && !done.isHeld)
        // The mail is gone, what was done is known, and is not done again.
        #expect(try await quarantine.bytes(of: done) == nil)
        #expect(try await quarantine.claim(reference, for: nil, by: "desk")?.addresses == [])
        #expect(try await quarantine.settle(reference, for: nil, as: .deleted, by: "x")?.addressees.first?.state == .released)
        #expect(try await quarantine.claim("none", for: nil, by: "desk") == nil)
        #expect(try await quarantine.note(lesson: "e1", of: reference)?.lesson == "e1")
    }

    @Test func aClaimOfSomebodyWhoIsGoneIsTakenOver() async throws {
        let room = QuarantineRoom()
        let quarantine = try room.quarantine()
        let reference = try await quarantine.hold("x", for: ["bob@in.example"]).reference
        #expect(try await quarantine.claim(reference, for: nil, by: "a")?.addresses.count == 1)
        #expect(try await quarantine.claim(reference, for: nil, by: "b")?.isTaken == true)
        room.time.advance(by: HeldLimits.claim)
        #expect(try await quarantine.claim(reference, for: nil, by: "b")?.addresses.count == 1)
    }

    @Test func whatIsOverGoesAndRoomIsBounded() async throws {
        let room = QuarantineRoom()
        let quarantine = try room.quarantine(bytes: 3000)
        let text = String(repeating: "x", count: 1000)
        let first = try await quarantine.hold(text, for: ["bob@in.example"])
        await #expect { try await quarantine.hold(text + text, for: ["bob@in.example"]) } throws: { ($0 as? StoreError)?.code == .full }
        #expect(try await quarantine.expire() == 0)
        room.time.advance(by: .seconds(86_400))
        #expect(try await quarantine.expire() == 1)
        #expect(try await quarantine.mail(first.reference) == nil)
        #expect(try await quarantine.volume() == HeldVolume(messages: 0, bytes: 0))
        _ = try await quarantine.hold(text + text, for: ["bob@in.example"])
    }

    /// Neither the file nor the log beside it shows what is held, or for whom.
    @Test func nothingLiesInTheClearOnTheDisk() async throws {
        let room = QuarantineRoom()
        let folder = try TemporaryFolder()
        let database = try SQLiteDatabase(folder: folder.path, fileName: SQLiteQuarantineStore.fileName)
        let quarantine = Quarantine(
            SQLiteQuarantineStore(database), key: try #require(QuarantineKey(secret: room.secret)),
            limits: .init(keep: .seconds(1), bytes: 1 << 20), time: room.time)
        let held = try await quarantine.hold("Subject: sunflower\r\n\r\nmarigold", for: ["dandelion@in.example"], subject: "sunflower")
        _ = try await quarantine.settle(held.reference, for: nil, as: .deleted, by: "thistle")
        let names = try folder.names()
        #expect(names.contains("quarantine.sqlite-wal"))
        for word in ["sunflower", "marigold", "dandelion", "in.example", "thistle", "scam", "192.0.2.9"] {
            for name in names { #expect(try !contains(folder.bytes(of: name), Array(word.utf8)), "\(word) in \(name)") }
        }
        #expect(try contains(folder.bytes(of: "quarantine.sqlite-wal"), Array(held.reference.utf8)))
    }

    private func contains(_ bytes: [UInt8], _ word: [UInt8]) -> Bool {
        var start = 0
        while let index = bytes[start...].firstIndex(of: word[0]) {
            if bytes[index...].starts(with: word) { return true }
            start = index + 1
        }
        return false
    }
}
