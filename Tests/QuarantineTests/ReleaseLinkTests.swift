import Foundation
import Messages
import Storing
import Telemetry
import Testing

@testable import Quarantine

/// Links that release one held mail for one recipient: what they say, and that nobody else can make or bend one.
struct ReleaseLinkTests {
    private let time = ManualTime(Timestamp(seconds: 1_000_000))

    private func quarantine(_ byte: UInt8 = 7) throws -> Quarantine {
        let key = try #require(QuarantineKey(secret: [UInt8](repeating: byte, count: 32)))
        return Quarantine(MemoryQuarantineStore(), key: key, limits: .init(keep: .seconds(3600), bytes: 1 << 20), time: time)
    }

    private func held(_ quarantine: Quarantine) async throws -> HeldMail {
        try await quarantine.hold(
            Array("mail".utf8), for: ["Bob@in.example", "eve@in.example"], from: .init(),
            shown: .init(probability: 0.9, threatClass: "scam", size: 4))
    }

    @Test func aLinkNamesOneMailAndOneRecipient() async throws {
        let quarantine = try quarantine()
        let (mail, other) = (try await held(quarantine), try await held(quarantine))
        let links = quarantine.links
        let link = links.link(to: mail, for: "bob@IN.example")
        #expect(link.utf8.count == ReleaseLinks.length && link == links.link(to: mail, for: "Bob@in.example"))
        #expect(
            link.utf8.allSatisfy { $0 == 45 || $0 == 95 || (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) })
        let claim = try links.claim(of: link)
        #expect(claim.reference == mail.reference && links.addressee(of: claim, in: mail)?.address == "Bob@in.example")
        #expect(links.addressee(of: claim, in: other) == nil && links.addressee(of: claim, in: mail.seen(by: "eve@in.example")) == nil)
        let theirs = try links.claim(of: links.link(to: mail, for: "eve@in.example"))
        #expect(links.addressee(of: theirs, in: mail)?.address == "eve@in.example" && theirs.recipientTag != claim.recipientTag)
        // The same for all of a recipient's mails, so that what they ask can be counted.
        #expect(try links.claim(of: links.link(to: other, for: "bob@in.example")).recipientTag == claim.recipientTag)
        // It is good as long as the mail is kept.
        time.advance(by: .seconds(3600))
        #expect(try links.claim(of: link) == claim)
        time.advance(by: .seconds(1))
        #expect(throws: ReleaseLinks.Refusal.expired) { try links.claim(of: link) }
    }

    /// Whatever is changed in it, it is not ours.
    @Test func aLinkThatWasBentIsForged() async throws {
        let quarantine = try quarantine()
        let mail = try await held(quarantine)
        let links = quarantine.links
        let link = links.link(to: mail, for: "bob@in.example")
        var count = 0
        for place in link.indices {
            for other in ["A", "_", "z"] where other != String(link[place]) {
                let bent = link.replacingCharacters(in: place...place, with: other)
                #expect(throws: ReleaseLinks.Refusal.forged) { try links.claim(of: bent) }
                count += 1
            }
        }
        #expect(count > 250)
        let standard = link.replacing("-", with: "+").replacing("_", with: "/")
        for wrong in ["", "x", String(link.dropLast()), link + "A", link + "=", String(repeating: "é", count: 48)] {
            #expect(throws: ReleaseLinks.Refusal.forged) { try links.claim(of: wrong) }
        }
        if standard != link { #expect(throws: ReleaseLinks.Refusal.forged) { try links.claim(of: standard) } }
        let strange = try self.quarantine(8).links.link(to: mail, for: "bob@in.example")
        #expect(throws: ReleaseLinks.Refusal.forged) { try links.claim(of: strange) }
        // One that is over and bent is forged: nobody learns from it that there was such a mail.
        time.advance(by: .seconds(7200))
        #expect(throws: ReleaseLinks.Refusal.forged) { try links.claim(of: strange) }
    }
}
