import Images
import Messages
import TestSupport
import Testing
import ZBarImages

@Suite struct CodeReaderTests {
    /// A QR code of https://chaffinch.example/q, module by module; 1 is dark.
    private static let modules = [
        "11111110100010011001101111111",
        "10000010101100110100001000001",
        "10111010000001110001101011101",
        "10111010100100001101001011101",
        "10111010010101000001001011101",
        "10000010000100100011101000001",
        "11111110101010101010101111111",
        "00000000101101100100100000000",
        "10110111010001101111001001011",
        "11011000101000011011111110001",
        "10011111010000110110110110110",
        "00001001111111110011000100001",
        "10101010101100001111100001100",
        "01010001100101000001001000111",
        "00010011011010100111100100111",
        "00111000110101010000100010010",
        "11001111100100000010110111010",
        "00000001111011000010100101110",
        "10101010100100000010001010100",
        "00110100010010011111001110100",
        "01011111110101010000111111100",
        "00000000100111110110100011111",
        "11111110111001001011101011010",
        "10000010111000001101100011010",
        "10111010000000110000111110111",
        "10111010101011101100110111010",
        "10111010101010011001100100101",
        "10000010000101001000110101010",
        "11111110111110111101111100010",
    ]

    /// The code as an uncompressed BMP of 24 bits, drawn here.
    private func picture(inverted: Bool = false, wide: Int = 4, border: Int = 4) -> [UInt8] {
        let side = Self.modules.count + 2 * border
        let stride = (side * wide * 3 + 3) / 4 * 4
        func little(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
        var file: [UInt8] = [0x42, 0x4D] + little(54 + stride * side * wide, 4) + little(0, 4) + little(54, 4)
        file += little(40, 4) + little(side * wide, 4) + little(side * wide, 4) + little(1, 2) + little(24, 2)
        file += [UInt8](repeating: 0, count: 24)
        let blank = String(repeating: "0", count: side)
        let frame = [String](repeating: blank, count: border)
        let edge = String(repeating: "0", count: border)
        // A BMP begins with its lowest row.
        for line in (frame + Self.modules.map { edge + $0 + edge } + frame).reversed() {
            var row: [UInt8] = []
            for module in line { row += [UInt8](repeating: (module == "1") != inverted ? 0 : 255, count: 3 * wide) }
            row += [UInt8](repeating: 0, count: stride - row.count)
            for _ in 0..<wide { file += row }
        }
        return file
    }

    private let address = Array("https://chaffinch.example/q".utf8)

    @Test(arguments: [(false, 4, 4), (true, 4, 4), (false, 4, 0), (false, 2, 4), (false, 9, 2)])
    func aCodeIsRead(inverted: Bool, wide: Int, border: Int) {
        let image = picture(inverted: inverted, wide: wide, border: border)
        let reading = ZBarCodeReader().codes(in: image.span, budget: ImageBudget(), isOverdue: { false })
        #expect(reading.codes == [ImageCode(payload: address, symbology: .qr)])
        #expect(reading.gap == nil && reading.header?.format == .bmp)
    }

    @Test func theBudgetHolds() {
        let reader = ZBarCodeReader()
        let image = picture()
        #expect(reader.codes(in: image.span, budget: ImageBudget(bytes: 100), isOverdue: { false }).gap == .limit)
        #expect(reader.codes(in: image.span, budget: ImageBudget(pixels: 1000), isOverdue: { false }).gap == .limit)
        #expect(reader.codes(in: image.span, budget: ImageBudget(codes: 0), isOverdue: { false }).gap == .limit)
        #expect(reader.codes(in: image.span, budget: ImageBudget(payloadBytes: 3), isOverdue: { false }).codes.isEmpty)
        #expect(reader.codes(in: image.span, budget: ImageBudget(), isOverdue: { true }).gap == .deadline)
        #expect(HeaderOnlyReader().codes(in: image.span, budget: ImageBudget(), isOverdue: { false }).gap == .notConfigured)
    }

    @Test func brokenImagesAreGaps() {
        let reader = ZBarCodeReader()
        let image = picture()
        for bytes in [[], [0x42], Array("not an image".utf8), Array(image[..<60])] {
            let reading = reader.codes(in: bytes.span, budget: ImageBudget(), isOverdue: { false })
            #expect(reading.codes.isEmpty && reading.gap == .unreadable)
        }
        // A picture that claims to be larger than its bytes: decoded as far as it goes, or refused, never a crash.
        for offset in 14..<54 {
            var damaged = image
            damaged[offset] ^= 0x55
            _ = reader.codes(in: damaged.span, budget: ImageBudget(), isOverdue: { false })
        }
    }

    @Test func codesOfTheVectorsAreRead() throws {
        guard let folder = SharedData.vectors("qr") else { return }
        var count = CaseCount("qr codes")
        let reader = ZBarCodeReader()
        var read = 0
        for set in ["qrcode-1", "qrcode-2"] {
            for name in try SharedData.names(in: folder + "/" + set) where name.hasSuffix(".png") || name.hasSuffix(".jpg") {
                let path = folder + "/" + set + "/" + name
                guard let text = try? SharedData.bytes(at: path.dropLast(4) + ".txt") else {
                    count.skip(because: "no expected text beside the image")
                    continue
                }
                let image = try SharedData.bytes(at: path)
                let reading = reader.codes(
                    in: image.span, budget: ImageBudget(pixels: 16_000_000, scannedPixels: 200_000_000), isOverdue: { false })
                // The expected texts have their line ends as a checkout left them.
                let isRead = reading.codes.contains { $0.payload.filter { $0 != 13 } == text.filter { $0 != 13 } }
                if isRead { read += 1 }
                let found = reading.codes.map { String(decoding: $0.payload, as: UTF8.self).prefix(60) }
                count.check(
                    isRead,
                    "\(set)/\(name): found \(found), wanted \(String(decoding: text, as: UTF8.self).prefix(60)), gap \(String(describing: reading.gap))"
                )
            }
        }
        #expect(count.report() > 0)
        // Nine need more than libzbar has: strong perspective, one pixel a module, overlapping modules, model 1, an unnamed charset.
        #expect(read >= 53)
    }
}
