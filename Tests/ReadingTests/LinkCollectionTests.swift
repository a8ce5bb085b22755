import Links
import Messages
import Reading
import Testing

@Suite struct LinkCollectionTests {
    @Test func linksComeFromTextMarkupAndSender() throws {
        let reading = try ReadSample.mail(
            "From: robin@chaffinch.com", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=x", "", "--x", "",
            "see https://seed.example/text today", "--x", "Content-Type: text/html", "",
            "<a href=\"https://oats.example/html\">our oats</a><img src=\"https://rye.example/shown.png\"><a href=\"#top\">up</a>", "--x--")
        #expect(
            reading.linkList == [
                "text https://seed.example/text", "html https://oats.example/html", "header http://chaffinch.com/",
            ])
        #expect(reading.hasFollowableLink)
    }

    @Test func aSendersDomainAloneIsNothingToFollow() throws {
        let reading = try ReadSample.mail("From: robin@chaffinch.com", "", "seed and oats")
        #expect(reading.linkList == ["header http://chaffinch.com/"])
        #expect(!reading.hasFollowableLink)
    }

    @Test func addressesInCodesAreLinksAndOtherCodesAreNot() throws {
        let reader = try ReadSample.reader()
        reader.read(ReadSample.message(["Content-Type: image/gif", "", "GIF89a"]))
        let question = try #require(reader.attachmentsToInspect().first)
        let codes = ["HTTPS://SEED.EXAMPLE/Q", "www.oats.example", "WIFI:S:nest;;", "4006381333931", "", "htt"]
        reader.add(AttachmentAnswer(to: question, codes: codes.map { Array($0.utf8) }))
        reader.finish()
        #expect(reader.reading.codes.count == 6)
        #expect(reader.reading.links.all.allSatisfy { $0.origin == .qrCode })
        #expect(reader.reading.linkList.first == "qrCode https://seed.example/Q")
        #expect(reader.reading.links.all.count == 2)
    }

    @Test func formsAndFramesAreFollowedToo() throws {
        let reading = try ReadSample.mail(
            "Content-Type: text/html", "",
            "<form action=\"https://seed.example/f\"><input></form><iframe src=\"https://oats.example/i\"></iframe>")
        #expect(reading.linkList == ["html https://seed.example/f", "html https://oats.example/i"])
    }

    @Test func relativeAddressesStartFromTheBase() throws {
        let reading = try ReadSample.mail(
            "Content-Type: text/html", "", "<base href=\"https://seed.example/a/\"><a href=\"login?x\">sign in</a>")
        #expect(reading.linkList == ["html https://seed.example/a/", "html https://seed.example/a/login?x"])
    }

    @Test func relativeAddressesWithoutABaseLeadNowhereAndLeaveNoGap() throws {
        let reading = try ReadSample.mail("Content-Type: text/html", "", "<a href=\"login.html\">sign in</a>")
        #expect(reading.linkList == [])
        #expect(reading.gaps == [])
    }

    @Test func contactsAreNamed() throws {
        let reading = try ReadSample.text("Call +44 20 7946 0123 or write to t.me/chaffinch_song")
        #expect(reading.names(.phone))
        #expect(reading.names(.telegram))
        #expect(!reading.names(.bitcoin))
    }

    @Test func tooManyLinksLeaveAGap() throws {
        let page = (0..<1100).map { "<a href=\"https://seed.example/\($0)\">x</a>" }.joined()
        let reading = try ReadSample.mail("Content-Type: text/html", "", page)
        #expect(reading.links.all.count == 1000)
        #expect(reading.gaps.contains(Coverage.Gap("links", .limit)))
    }
}
