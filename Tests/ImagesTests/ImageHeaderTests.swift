import Images
import Messages
import Testing

@Suite struct ImageHeaderTests {
    private func header(_ bytes: [UInt8]) -> ImageHeader? { ImageHeader(bytes.span) }

    private static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 1, 0, 0, 0, 0, 2, 8, 0, 0, 0, 0]
    private static let jpeg: [UInt8] =
        [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xC4, 0, 3, 9, 0xFF, 0xC2, 0, 11, 8, 0x01, 0x00, 0x02, 0x00, 1, 0, 0, 0]
    private static let gif: [UInt8] = Array("GIF89a".utf8) + [0x40, 0x01, 0xF0, 0x00]
    private static let bmp: [UInt8] =
        [0x42, 0x4D] + [UInt8](repeating: 0, count: 12) + [40, 0, 0, 0, 7, 0, 0, 0, 0xFB, 0xFF, 0xFF, 0xFF]
    private static let oldBMP: [UInt8] = [0x42, 0x4D] + [UInt8](repeating: 0, count: 12) + [12, 0, 0, 0, 7, 0, 9, 0, 1, 0, 1, 0]

    private func webp(_ chunk: String, _ body: [UInt8]) -> [UInt8] {
        Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP".utf8) + Array(chunk.utf8) + [0, 0, 0, 0] + body + [UInt8](repeating: 0, count: 12)
    }

    @Test func sizesAreRead() {
        #expect(header(Self.png) == ImageHeader(format: .png, width: 256, height: 2))
        #expect(header(Self.jpeg) == ImageHeader(format: .jpeg, width: 512, height: 256))
        #expect(header(Self.gif) == ImageHeader(format: .gif, width: 320, height: 240))
        #expect(header(Self.bmp) == ImageHeader(format: .bmp, width: 7, height: 5))
        #expect(header(Self.oldBMP) == ImageHeader(format: .bmp, width: 7, height: 9))
        #expect(header(webp("VP8X", [0, 0, 0, 0, 9, 0, 0, 4, 1, 0])) == ImageHeader(format: .webp, width: 10, height: 261))
        #expect(header(webp("VP8L", [0x2F, 0x09, 0x40, 0x01, 0x00])) == ImageHeader(format: .webp, width: 10, height: 6))
        #expect(header(webp("VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2A, 10, 0, 6, 0])) == ImageHeader(format: .webp, width: 10, height: 6))
    }

    @Test func whatIsCutOffIsNothing() {
        for whole in [Self.png, Self.jpeg, Self.gif, Self.bmp, webp("VP8X", [0, 0, 0, 0, 9, 0, 0, 4, 1, 0])] {
            for count in 0..<whole.count { _ = header(Array(whole[..<count])) }
        }
        #expect(header(Array(Self.png[..<20])) == nil)
        #expect(header(Array(Self.jpeg[..<22])) == nil)
        #expect(header([]) == nil)
        #expect(header(Array("no image at all, but longer than any header".utf8)) == nil)
        var flat = Self.png
        flat[18] = 0
        #expect(header(flat) == nil)
    }

    @Test func aHugeClaimDoesNotOverflow() {
        var huge = Self.png
        for index in 16..<24 { huge[index] = 0xFF }
        #expect(header(huge)?.pixels == .max)
        #expect(ImageHeader(format: .png, width: .max, height: 2).pixels == .max)
        var bottomless = Self.bmp
        bottomless.replaceSubrange(22..<26, with: [0, 0, 0, 0x80])
        #expect(header(bottomless)?.height == 1 << 31)
    }
}
