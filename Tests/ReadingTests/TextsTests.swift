import MIME
import Messages
import Reading
import Testing
import Text

@Suite struct TextsTests {
    private let head = ["From: robin@chaffinch.example", "Subject: seed", "MIME-Version: 1.0"]

    private func alternative(html: String) throws -> Reading {
        try ReadSample.mail(
            "Subject: seed", "MIME-Version: 1.0", "Content-Type: multipart/alternative; boundary=x", "", "--x",
            "Content-Type: text/plain", "", "the plain twin", "--x", "Content-Type: text/html", "", html, "--x--", "")
    }

    @Test func ofAlternativesTheHTMLIsRead() throws {
        let reading = try alternative(html: "<p>" + String(repeating: "sunflower seed ", count: 20) + "</p>")
        #expect(reading.shown.contains("sunflower"))
        #expect(!reading.shown.contains("twin"))
        #expect((reading.texts.plain, reading.texts.html) == (1, 1))
    }

    @Test func thePlainTwinIsReadWhenTheHTMLSaysNothing() throws {
        let reading = try alternative(html: "<img src=\"cid:1\">look")
        #expect(reading.shown.contains("look"))
        #expect(reading.shown.contains("the plain twin"))
        #expect((reading.texts.plain, reading.texts.html) == (1, 1))
    }

    @Test func plainTextBesideHTMLInAMixtureIsRead() throws {
        let reading = try ReadSample.mail(
            "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=x", "", "--x", "", "first", "--x", "Content-Type: text/html", "",
            "<p>\(String(repeating: "second ", count: 40))</p>", "--x--")
        #expect(reading.shown.contains("first"))
        #expect(reading.shown.contains("second"))
    }

    @Test func aNestedMessageIsReadAndItsHeaderIsNotTheMails() throws {
        let reading = try ReadSample.mail(
            "From: robin@chaffinch.example", "Subject: a warning", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=x", "",
            "--x", "", "see below", "--x", "Content-Type: message/rfc822", "", "From: thief@harbour.example", "Subject: your mailbox",
            "", "the quota is full", "--x--")
        #expect(reading.shown.contains("see below"))
        #expect(reading.shown.contains("the quota is full"))
        #expect(reading.author?.domain == "chaffinch.example")
        #expect(String(decoding: reading.subject, as: UTF8.self) == "a warning")
        #expect(reading.attachments.isEmpty)
    }

    @Test func hiddenTextIsKeptApart() throws {
        let reading = try ReadSample.mail(
            "Content-Type: text/html", "", "<p>shown words</p><div style=\"display:none\">secret bait</div>")
        #expect(reading.shown.contains("shown words"))
        #expect(!reading.shown.contains("bait"))
        #expect(String(decoding: reading.hidden, as: UTF8.self).contains("secret bait"))
        #expect(reading.hiddenFolded.words.count >= 2)
    }

    @Test func subjectAndBodyWordsAreToldApart() throws {
        let reading = try ReadSample.mail("Subject: =?utf-8?Q?Gr=C3=BCne?= Samen", "", "drei Worte hier")
        #expect(String(decoding: reading.subject, as: UTF8.self) == "Grüne Samen")
        #expect(reading.subjectWords == 0..<2)
        #expect(reading.bodyWords.count == 3)
        #expect(reading.wordCount == 5)
    }

    @Test func aTextHasNoHeaderAndNoSubject() throws {
        let reading = try ReadSample.text("Subject: not a header\nFrom: nobody@chaffinch.example")
        #expect(!reading.isMail)
        #expect(reading.subject.isEmpty)
        #expect(reading.author == nil)
        #expect(reading.shown.contains("not a header"))
        #expect(String(decoding: reading.flat, as: UTF8.self).contains("header from"))
    }

    @Test func ofRepeatedFieldsTheFirstCounts() throws {
        let reading = try ReadSample.mail("From: robin@chaffinch.example", "From: jay@harbour.example", "", "seed")
        #expect(reading.author?.domain == "chaffinch.example")
        #expect(reading.count(of: .from) == 2)
    }

    @Test func charsetsAreDecodedAndWrongLabelsNoted() throws {
        var bytes = Array("Content-Type: text/plain; charset=koi8-r\r\n\r\n".utf8)
        bytes += [0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4]
        let reader = try ReadSample.reader()
        reader.read(MailParser().parse(bytes))
        reader.finish()
        #expect(reader.reading.shown == "Привет\n")
        #expect(!reader.reading.texts.hadWrongCharset)
    }

    @Test(arguments: [
        ("Votre colis est arrivé et il vous attend dans la boutique, vous pouvez venir le chercher avec une pièce d’identité.", "fr"),
        ("Посылка пришла, и вы можете забрать её завтра утром в нашем магазине на площади.", "ru"),
        ("包裹已经到了，你可以明天早上来商店取。", "zh-Hans"),
    ])
    func theLanguageIsTold(text: String, language: String) throws {
        #expect(try ReadSample.text(text).languageTag == language)
    }

    @Test func quotedLinesAreSeen() throws {
        #expect(try ReadSample.text("> seed?\nyes").hasQuotedLines)
        #expect(try !ReadSample.text("seed > oats\nyes").hasQuotedLines)
    }
}
