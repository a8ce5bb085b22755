import MIME
import Messages
import Testing

@Suite struct DecodingTests {
    private func decode(_ body: [UInt8], encoding: String = "8bit", type: String = "text/plain") -> (String, [Defect.Kind], TextDecoding) {
        let head = Sample.bytes("MIME-Version: 1.0\nContent-Type: \(type)\nContent-Transfer-Encoding: \(encoding)\n\n")
        let message = MailParser().parse(head + body)
        var decoder = PartDecoder()
        var output: [UInt8] = []
        let decoding = decoder.text(of: message.parts[0], in: message, into: &output)
        return (String(decoding: output, as: UTF8.self), decoding.defects.map(\.kind), decoding)
    }

    @Test(arguments: [
        ("U2VlZA==", "Seed", [Defect.Kind]()),
        ("U2VlZHM=\r\n", "Seeds", []),
        ("U2Vl\r\nZHMh", "Seeds!", []),
        ("U2VlZA", "Seed", [.base64MissingPadding]),
        ("U2VlZA==U2VlZA==", "SeedSeed", [.base64AfterPadding]),
        ("U2V*lZA==", "Seed", [.base64Junk]),
        ("U2VlZ", "See", [.base64Truncated]),
        ("====", "", []),
        ("", "", []),
    ])
    func base64(body: String, text: String, kinds: [Defect.Kind]) {
        let (found, defects, _) = decode(Array(body.utf8), encoding: "base64")
        #expect(found == text)
        #expect(defects == kinds)
    }

    @Test(arguments: [
        ("gr=C3=BC=c3=9fe", "grüße", [Defect.Kind]()),
        ("one =\r\ntwo=  \r\n three", "one two three", []),
        ("end   \r\nnext\t ", "end\r\nnext", []),
        ("a=zz b=", "a=zz b", [.quotedPrintableEscape]),
        ("100%=3D", "100%=", []),
        ("=", "", []), ("=A", "=A", [.quotedPrintableEscape]), ("a=\nb\n", "ab\n", []),
    ])
    func quotedPrintable(body: String, text: String, kinds: [Defect.Kind]) {
        let (found, defects, _) = decode(Array(body.utf8), encoding: "quoted-printable", type: "text/plain; charset=utf-8")
        #expect(found == text)
        #expect(defects == kinds)
    }

    @Test func base64OfEveryLengthComesBack() {
        var random = SplitMix(seed: 3)
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        for count in 0..<200 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            var encoded: [UInt8] = []
            for start in stride(from: 0, to: count, by: 3) {
                let group = Array(bytes[start..<min(count, start + 3)])
                let bits = UInt32(group[0]) << 16 | UInt32(group.count > 1 ? group[1] : 0) << 8 | UInt32(group.count > 2 ? group[2] : 0)
                for place in 0..<4 { encoded.append(place <= group.count ? letters[Int(bits >> UInt32(18 - 6 * place) & 63)] : 61) }
                if encoded.count % 78 == 76 { encoded += [13, 10] }
            }
            let head = Sample.bytes("Content-Transfer-Encoding: base64\n\n")
            let message = MailParser().parse(head + encoded)
            var decoder = PartDecoder()
            var output: [UInt8] = []
            let (isTruncated, defects) = decoder.bytes(of: message.parts[0], in: message, into: &output)
            #expect(output == bytes && !isTruncated && defects.isEmpty)
            output = []
            let cut = decoder.bytes(of: message.parts[0], in: message, into: &output, limit: count / 2)
            #expect(output.count <= count / 2 && output.count + 3 > count / 2 && bytes.starts(with: output))
            #expect(cut.isTruncated == (count > 0))
        }
    }

    /// The same words in the charsets that mail is written in.
    @Test(arguments: [
        ("windows-1251", [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], "Привет"), ("koi8-r", [0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4], "Привет"),
        ("ISO-8859-1", [0x93, 0xE9, 0x94], "“é”"), ("iso-8859-15", [0xA4], "€"), ("Windows-1256", [0xE3, 0xD1], "مر"),
        ("gb2312", [0xC4, 0xE3, 0xBA, 0xC3], "你好"), ("x-gbk", [0xC4, 0xE3], "你"), ("euc-cn", [0xC4, 0xE3], "你"),
        ("Big5", [0xA7, 0x41, 0xA6, 0x6E], "你好"), ("Shift_JIS", [0x82, 0xB1, 0x83, 0x6E], "こハ"), ("EUC-JP", [0xA4, 0xB3], "こ"),
        ("ks_c_5601-1987", [0xB0, 0xA1], "가"), ("EUC-KR", [0xB0, 0xA1], "가"), ("tis-620", [0xA1, 0xD2], "กา"),
        ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x24, 0x33, 0x1B, 0x28, 0x42], "こ"), ("unicode-1-1-utf-7", Array("A+AOk-".utf8), "Aé"),
        ("utf-16be", [0x4F, 0x60, 0xD8, 0x3D, 0xDE, 0x00], "你😀"), ("utf-16le", [0x60, 0x4F], "你"), ("utf-32be", [0, 1, 0xF6, 0], "😀"),
        ("hz-gb-2312", Array("~{Dc~}!".utf8), "你!"), ("cp437", [0x81], "ü"), ("ibm866", [0x8F], "П"), ("\"utf-8\"", Array("é".utf8), "é"),
    ])
    func charsets(label: String, bytes: [UInt8], text: String) {
        let (found, kinds, _) = decode(bytes, type: "text/plain; charset=\(label)")
        #expect(found == text)
        #expect(kinds == [])
    }

    @Test func labelsThatLieAreSetRight() {
        let russian: [UInt8] = "Дорогой друг, вы выиграли миллион рублей и должны ответить сегодня".utf8.map { $0 }
        for label in ["us-ascii", "iso-8859-1", "windows-1252", "koi8-r"] {
            let (text, kinds, decoding) = decode(russian, type: "text/plain; charset=\(label)")
            #expect(text.hasPrefix("Дорогой"))
            #expect(decoding.charset == .utf8)
            #expect(kinds == (label == "us-ascii" ? [] : [.wrongCharset]))
        }
        #expect(decode(russian).2.charset == .utf8)
        #expect(decode(russian, type: "text/plain; charset=nonsense-17").1 == [.unknownCharset])
    }

    @Test(arguments: [
        (
            Charset.windows1251, "windows-1251",
            [0xC4, 0xEE, 0xF0, 0xEE, 0xE3, 0xEE, 0xE9, 0x20, 0xE4, 0xF0, 0xF3, 0xE3, 0x2C, 0x20, 0xE2, 0xE0, 0xEC]
        ),
        (.koi8R, "koi8-r", [0xE4, 0xCF, 0xD2, 0xCF, 0xC7, 0xCF, 0xCA, 0x20, 0xC4, 0xD2, 0xD5, 0xC7, 0x2C, 0x20, 0xD7, 0xC1, 0xCD]),
        (.gb18030, "gb18030", [0xC4, 0xE3, 0xBA, 0xC3, 0xA3, 0xAC, 0xD6, 0xD0, 0xB9, 0xFA, 0xB5, 0xC4, 0xC8, 0xCB]),
        (.big5, "big5", [0xA7, 0x41, 0xA6, 0x6E, 0xA1, 0x41, 0xA4, 0xA4, 0xB0, 0xEA, 0xAA, 0xBA, 0xA4, 0x48]),
        (.shiftJIS, "shift_jis", [0x82, 0xB1, 0x82, 0xF1, 0x82, 0xC9, 0x82, 0xBF, 0x82, 0xCD, 0x93, 0xFA, 0x96, 0x7B]),
        (.eucKR, "euc-kr", [0xBE, 0xC8, 0xB3, 0xE7, 0xC7, 0xCF, 0xBC, 0xBC, 0xBF, 0xE4]),
        (.windows1252, "windows-1252", [0x47, 0x72, 0xFC, 0xDF, 0x65, 0x20, 0x66, 0xFC, 0x72, 0x20, 0x73, 0x69, 0x65]),
    ])
    func whatIsNotUTF8IsGuessed(charset: Charset, label: String, bytes: [UInt8]) {
        let (guessed, kinds, decoding) = decode(bytes, type: "text/plain; charset=utf-8")
        #expect(decoding.charset == charset)
        #expect(kinds == [.wrongCharset])
        #expect(guessed == decode(bytes, type: "text/plain; charset=\(label)").0)
    }

    @Test func byteOrderMarksWin() {
        #expect(decode([0xEF, 0xBB, 0xBF] + Array("é".utf8), type: "text/plain; charset=koi8-r").0 == "é")
        #expect(decode([0xFF, 0xFE, 0x60, 0x4F], type: "text/plain; charset=utf-8").0 == "你")
        #expect(decode([0xFE, 0xFF, 0x4F, 0x60], type: "text/plain; charset=utf-16").0 == "你")
    }

    @Test func brokenTextStaysText() {
        let (text, kinds, _) = decode(
            Array("grün und größer".utf8) + [0xC3, 0x28] + Array(" schön".utf8), type: "text/plain; charset=utf-8")
        #expect(text == "grün und größer\u{FFFD}( schön")
        #expect(kinds == [.illFormedText])
        #expect(decode(Array("a\u{0}b".utf8)).0 == "ab")
        #expect(decode(Array("a\u{0}b".utf8)).1 == [.nullInText])
        #expect(decode([0x81, 0xFF, 0x41], type: "text/plain; charset=shift_jis").1 == [.illFormedText])
    }

    /// The examples of RFC 3676 section 4.2 and 4.5 in other words, and the signature of section 4.3.
    @Test(arguments: [
        ("seed \r\nand husk\r\nnext\r\n", false, "seed and husk\r\nnext\r\n"),
        ("see \r\nds\r\n", true, "seeds\r\n"),
        ("> a \r\n> b\r\nc\r\n", false, "> a b\r\nc\r\n"),
        ("> a \r\n>> b\r\n", false, "> a \n>> b\r\n"),
        (" From me\r\n  two\r\n", false, "From me\r\n two\r\n"),
        ("a \r\n-- \r\nbird\r\n", false, "a \n-- \r\nbird\r\n"),
        ("a ", false, "a "),
    ])
    func flowedText(body: String, deletesSpace: Bool, text: String) {
        let type = "text/plain; format=flowed" + (deletesSpace ? "; delsp=yes" : "")
        #expect(decode(Array(body.utf8), type: type).0 == text)
    }

    @Test func plainTextNeedsNoCopy() {
        let decoder = PartDecoder()
        let plain = Sample.parse("Subject: a\n\nplain é")
        #expect(decoder.needsNoDecoding(plain.parts[0], in: plain) == plain.parts[0].body)
        for text in ["Content-Transfer-Encoding: base64\n\nAAAA", "Subject: a\n\na\u{0}", "Content-Type: text/plain; charset=koi8-r\n\na"] {
            let message = Sample.parse(text)
            #expect(decoder.needsNoDecoding(message.parts[0], in: message) == nil)
        }
    }

    @Test func encodedMessagesAreOpened() throws {
        let message = Sample.parse(
            "MIME-Version: 1.0\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nU3ViamVjdDogYQoKYg==\n")
        var decoder = PartDecoder()
        let opened = decoder.message(in: message.parts[0], of: message, parser: MailParser())
        let inside = try #require(opened)
        #expect(Sample.body(0, of: inside) == "b")
        #expect(inside.header(.subject) != nil)
    }

    @Test func decodedTextIsLimited() {
        var limits = MIMELimits()
        limits.decodedBytes = 5
        for (head, body) in [
            ("", "ééééé"), ("Content-Transfer-Encoding: quoted-printable\n", "=C3=A9=C3=A9=C3=A9=C3=A9"),
            ("Content-Type: text/plain; charset=koi8-r\n", "aaaaaaaaa"), ("Content-Type: text/plain; charset=utf-7\n", "aaaaaaaaa"),
            ("Content-Type: text/plain; format=flowed\n", "aaaaaaaaa"), ("Content-Transfer-Encoding: base64\n", "YWFhYWFhYWFh"),
        ] {
            let message = Sample.parse(head + "\n" + body)
            var decoder = PartDecoder(limits: limits)
            var output: [UInt8] = [42]
            let decoding = decoder.text(of: message.parts[0], in: message, into: &output)
            #expect(output.count <= 6 && output.count >= 4 && output[0] == 42, "\(head)\(output.count)")
            #expect(decoding.isTruncated)
            #expect(String(validating: output, as: UTF8.self) != nil)
        }
    }
}
