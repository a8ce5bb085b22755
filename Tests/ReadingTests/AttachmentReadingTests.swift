import Archives
import MIME
import Messages
import Reading
import Testing

@Suite struct AttachmentReadingTests {
    private func reading(_ part: String..., limits: ReadingLimits = ReadingLimits()) throws -> Reader {
        let reader = try ReadSample.reader(limits: limits)
        reader.read(
            ReadSample.message(
                ["MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=x", "", "--x", "", "the text", "--x"] + part + ["--x--", ""])
        )
        return reader
    }

    @Test func namesAreDecoded() throws {
        let named = try reading(
            "Content-Type: application/pdf; name=other.pdf",
            "Content-Disposition: attachment; filename*=utf-8''%D1%81%D1%87%D1%91%D1%82.PDF",
            "", "%PDF-1.7")
        let attachment = try #require(named.reading.attachments.first)
        #expect(attachment.fileName == "счёт.PDF")
        #expect(attachment.fileExtension == "pdf")
        #expect(attachment.mediaType == "application/pdf")
        #expect(attachment.content == .pdf)
        #expect(!attachment.isInline)
        #expect(attachment.size == 8)
    }

    @Test func theNameOfTheTypeServesWhereThereIsNoOther() throws {
        let named = try reading("Content-Type: image/gif; name=\"bird.gif\"", "Content-Disposition: inline", "", "GIF89a")
        let attachment = try #require(named.reading.attachments.first)
        #expect(attachment.fileName == "bird.gif")
        #expect(attachment.isInline)
        #expect(attachment.content == .image)
    }

    @Test func anAttachedTextIsNotShown() throws {
        let reader = try reading(
            "Content-Type: text/html", "Content-Disposition: attachment; filename=page.html", "", "<html><p>hidden page</p>")
        reader.finish()
        #expect(!reader.reading.shown.contains("hidden page"))
        #expect(reader.reading.attachments.map(\.content) == [.html])
        #expect(reader.reading.pages.isEmpty)
    }

    static let kinds: [([UInt8], ContentKind)] = [
        ([], .empty), (Array("seed".utf8), .text), (Array(" \n<!DOCTYPE html>".utf8), .html), (Array("<Script>".utf8), .html),
        ([0x89, 0x50, 0x4E, 0x47], .image), ([0xFF, 0xD8, 0xFF, 0xE0], .image), (Array("GIF87a".utf8), .image),
        (Array("RIFF....WEBP".utf8), .image), (Array("%PDF-1.4".utf8), .pdf), ([0x50, 0x4B, 3, 4], .zip), ([0x1F, 0x8B, 8], .gzip),
        (Array("Rar!\u{1A}\u{7}".utf8), .rar), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip),
        ([UInt8](repeating: 0, count: 257) + Array("ustar\0".utf8), .tar),
        (Array("MSCF\0\0\0\0".utf8), .cabinet), (Array("BZh91AY&SY".utf8), .archive), (Array("..-lh5-".utf8), .archive),
        (Array("BZh is no archive".utf8), .text), (Array("070701 12:00 started".utf8), .text), (Array("MZ\u{90}".utf8), .windowsProgram),
        ([0x7F, 0x45, 0x4C, 0x46], .elfProgram),
        (Array("#!/bin/sh".utf8), .script), ([0xD0, 0xCF, 0x11, 0xE0], .officeOld), (Array("{\\rtf1".utf8), .rtf),
        ([0x4C, 0, 0, 0, 1, 0x14, 2, 0], .shortcut), (Array("....ftypmp42".utf8), .audioOrVideo), ([1, 0, 2], .unknown),
    ]

    @Test(arguments: kinds) func theFirstBytesTellTheKind(bytes: [UInt8], kind: ContentKind) {
        #expect(ContentKind(of: bytes.span) == kind)
    }

    /// The signature of a disk image stands behind 32 KiB that may hold anything.
    @Test(arguments: [UInt8(0), 0x20]) func aDiskImageIsNoDocument(filling: UInt8) throws {
        let image = [UInt8](repeating: filling, count: 32_769) + Array("CD001".utf8) + [UInt8](repeating: 1, count: 2000)
        #expect(ContentKind(of: image.span) == .iso)
        #expect(ContentKind(of: image.span.extracting(0..<4096)) == (filling == 0 ? .unknown : .text))
        let head = "Content-Type: application/pdf; name=invoice.pdf\nContent-Transfer-Encoding: "
        for (encoding, body) in [("base64", AttachmentReadingTests.base64(image)), ("8bit", String(decoding: image, as: UTF8.self))] {
            let reader = try reading(head + encoding, "", body)
            let attachment = try #require(reader.reading.attachments.first)
            #expect(attachment.content == .iso)
            #expect(attachment.fileExtension == "pdf")
            #expect(reader.attachmentsToInspect().map(\.kind) == [.listing])
        }
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = (0..<3).reduce(0) { $0 << 8 | (start + $1 < bytes.count ? Int(bytes[start + $1]) : 0) }
            for place in 0..<4 { text.append(start + place > bytes.count ? 0x3D : letters[group >> (18 - 6 * place) & 63]) }
            if start % 57 == 54 { text.append(10) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    @Test(arguments: [("a.tar.GZ", "gz"), (".htaccess", ""), ("seed.", ""), ("seed", ""), ("a.b\u{202E}c", "b\u{202E}c")])
    func extensionsAreTheLastOne(name: String, expected: String) {
        #expect(Attachment.fileExtension(of: name) == expected)
    }

    @Test func sizesAreThoseOfTheDecodedBytes() throws {
        let reader = try reading(
            "Content-Type: application/x-seed", "Content-Transfer-Encoding: base64", "", "U2VlZCBhbmQgb2F0cyBhbmQgcnll")
        #expect(reader.reading.attachments.first?.size == 21)
    }

    @Test func picturesAndArchivesAreAskedAbout() throws {
        let reader = try reading(
            "Content-Type: image/png", "Content-Transfer-Encoding: base64", "", "iVBORw0KGgo=", "--x", "Content-Type: application/zip",
            "Content-Transfer-Encoding: base64", "", "UEsDBA==", "--x", "Content-Type: application/pdf", "", "%PDF")
        #expect(reader.hasAttachmentsToInspect)
        let questions = reader.attachmentsToInspect()
        #expect(questions.map(\.kind) == [.codes, .listing])
        #expect(questions.map(\.attachment) == [0, 1])
        #expect(questions.first?.bytes == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        let listing = ArchiveListing(format: .zip, entries: [ArchiveEntry(name: Array("oats.txt".utf8))], findings: [.encrypted])
        reader.add(AttachmentAnswer(to: questions[1], listing: listing))
        #expect(reader.reading.attachments[1].archivedNames == ["oats.txt"])
        #expect(reader.reading.attachments[1].isLocked)
        #expect(!reader.reading.attachments[0].isLocked)
    }

    @Test func limitsLeaveGaps() throws {
        var limits = ReadingLimits()
        limits.attachments = 1
        limits.inspectedBytes = 4
        let pictures = ["Content-Type: image/gif", "", "GIF89a and more"]
        let reader = try reading(
            pictures[0], pictures[1], pictures[2], "--x", pictures[0], pictures[1], pictures[2], limits: limits)
        #expect(reader.reading.attachments.count == 1)
        #expect(reader.reading.gaps.contains(Coverage.Gap("attachments", .limit)))
        #expect(reader.attachmentsToInspect().isEmpty)
        #expect(reader.reading.gaps.contains(Coverage.Gap("pictures", .limit)))
    }

    @Test func inspectionsPastTheLimitAreGaps() throws {
        var limits = ReadingLimits()
        limits.inspections = 1
        let reader = try reading(
            "Content-Type: image/gif", "", "GIF89a", "--x", "Content-Type: image/gif", "", "GIF89a", limits: limits)
        #expect(reader.attachmentsToInspect().count == 1)
        #expect(reader.reading.gaps == [Coverage.Gap("pictures", .limit)])
    }

    @Test func longTextsLeaveAGap() throws {
        var limits = ReadingLimits()
        limits.textBytes = 64
        let reading = try ReadSample.mail("Content-Type: text/plain", "", String(repeating: "seed ", count: 100), limits: limits)
        #expect(reading.visible.count <= 65)
        #expect(reading.gaps == [Coverage.Gap("text", .limit)])
    }
}
