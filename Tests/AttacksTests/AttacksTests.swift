import Attacks
import Links
import MIME
import Messages
import PSLDomains
import Reading
import TestSupport
import Testing
import Text

@Suite struct AttacksTests {
    private static let link = "https://seeds.example/claim"

    /// A mail with a plain text, and a text message.
    private static let plain = mail(
        "From: Seed Club <club@seeds.example>", "Subject: Winner of the week", "Content-Type: text/plain; charset=us-ascii", "",
        "Dear customer, you have won a free bag of sunflower seeds.", "Click here to claim it: \(link)", "")
    private static let document = mail(
        "From: Seed Club <club@seeds.example>", "Subject: Winner of the week", "MIME-Version: 1.0",
        "Content-Type: multipart/alternative; boundary=\"=_b\"", "", "--=_b", "Content-Type: text/plain", "", "You have won free seeds.",
        "--=_b", "Content-Type: text/html; charset=iso-8859-1", "Content-Transfer-Encoding: quoted-printable", "",
        "<html><body class=3D\"caf=E9\"><p>Dear customer, you have won free seeds caf=E9.</p><a href=3D\"\(link)\">Claim them now</a></body></html>",
        "--=_b--", "")
    private static let text = Message(text: Array("You have won free seeds, claim now at \(link)".utf8), channel: .sms)

    private static func mail(_ lines: String...) -> Message { MailParser().parse(Array(lines.joined(separator: "\r\n").utf8)) }

    private func attack(_ name: String) throws -> any Attack { try #require(Attacks.all().first { $0.name == name }) }

    private func changed(_ message: Message, by attack: any Attack) -> Message {
        var decoder = PartDecoder()
        var draft = Draft(message, decoder: &decoder)
        var chance = Chance(of: message.bytes.span)
        if draft.isMail || !attack.needsMail { attack.change(&draft, by: &chance) }
        return draft.message()
    }

    private func read(_ message: Message) throws -> Reading {
        let reader = Reader(suffixes: try LibPSLSuffixes(), names: try ICUNames())
        reader.read(message)
        reader.finish()
        return reader.reading
    }

    private func visible(_ message: Message, _ name: String) throws -> String {
        String(decoding: try read(changed(message, by: try attack(name))).visible, as: UTF8.self)
    }

    @Test func namesAreDistinct() {
        let names = Attacks.all().map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.count == 18)
    }

    /// What is not changed keeps its bytes.
    @Test func anUntouchedDraftIsTheMessage() {
        for message in [AttacksTests.plain, AttacksTests.document, AttacksTests.text] {
            var decoder = PartDecoder()
            #expect(Draft(message, decoder: &decoder).message().bytes == message.bytes)
        }
    }

    /// Each attack changes what it can, the same way each time; the link still leads to the same place.
    @Test(arguments: Attacks.all().map(\.name)) func attacksAreRepeatable(name: String) throws {
        let attack = try attack(name)
        for message in [AttacksTests.plain, AttacksTests.document, AttacksTests.text] {
            let once = changed(message, by: attack)
            #expect(once.bytes == changed(message, by: attack).bytes)
            let isMeant = message.channel == .email || !attack.needsMail
            #expect((once.bytes != message.bytes) == isMeant)
            #expect(once.parts.count == message.parts.count)
            let links = try read(once).links
            #expect(links.all.contains { $0.origin != .header && links.string($0.url.host) == "seeds.example" })
        }
    }

    /// Whatever comes in, attacks end, and what comes out can be read.
    @Test func examplesCanBeAttacked() throws {
        var cases = CaseCount("attacks on examples")
        for example in try Examples.messages() {
            let message = example.isMail ? MailParser().parse(example.bytes) : Message(text: example.bytes, channel: .sms)
            for attack in Attacks.all() {
                let reading = try read(changed(message, by: attack))
                cases.check(!reading.message.bytes.isEmpty, "\(attack.name) on \(example.path)")
            }
        }
        #expect(cases.failed.isEmpty)
        #expect(cases.report() > 500)
    }

    @Test func goodWordsStandWhereTheyAreMeantTo() throws {
        let behind = try visible(AttacksTests.plain, "good-words-behind")
        #expect(behind.hasPrefix("Dear customer"))
        #expect(behind.count > 300)
        #expect(try visible(AttacksTests.plain, "good-words-before").contains("Dear customer"))
        #expect(try !visible(AttacksTests.plain, "good-words-before").hasPrefix("Dear customer"))
        let flood = try visible(AttacksTests.document, "good-words-flood")
        #expect(flood.count > behind.count)
        #expect(flood.contains("café"))
    }

    @Test(arguments: ["none", "white", "tiny"]) func hiddenWordsAreNotSeen(means: String) throws {
        for message in [AttacksTests.plain, AttacksTests.document] {
            let reading = try read(changed(message, by: try attack("good-words-hidden-" + means)))
            #expect(reading.hidden.count > 100)
            #expect(reading.visible.count < 200)
        }
    }

    @Test func disguisesAreSeenThrough() throws {
        for name in ["look-alikes", "zero-width", "broken-by-comments", "broken-by-hidden-letters"] {
            let reading = try read(changed(AttacksTests.plain, by: try attack(name)))
            let folded = String(decoding: reading.folded.bytes, as: UTF8.self)
            #expect(folded.contains("customer"), "\(name): \(folded)")
            #expect(folded.contains("sunflower"), "\(name): \(folded)")
        }
        #expect(try !visible(AttacksTests.plain, "misspelling").contains("sunflower"))
        #expect(try visible(AttacksTests.plain, "leet") != visible(AttacksTests.plain, "spacing"))
    }

    @Test func aPictureLeavesNoWord() throws {
        let reading = try read(changed(AttacksTests.document, by: try attack("picture-only")))
        #expect(reading.bodyWords.isEmpty)
        #expect(reading.pictures == 1)
    }

    @Test func theHeaderPretendsToAnswer() throws {
        let reading = try read(changed(AttacksTests.plain, by: try attack("good-header")))
        #expect(reading.has(.inReplyTo) && reading.has(.listID))
        #expect(String(decoding: reading.subject, as: UTF8.self).hasPrefix("Re: Winner of the week "))
    }

    @Test func wordsGiveWayToTheirLike() throws {
        let reworded = try visible(AttacksTests.plain, "rewording")
        #expect(!reworded.contains("free"))
        #expect(!reworded.contains("Click here"))
        #expect(reworded.contains("sunflower"))
        let groups = Rewording.groups(inBank: "S Your [parcel|box] is [here|at {place}] || [on  time|late]\n")
        #expect(groups == [["on time", "late"], ["parcel", "box"]])
    }
}
