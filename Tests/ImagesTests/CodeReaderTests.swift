import Images
import Messages
import TestSupport
import Testing
import ZBarImages

@Suite struct CodeReaderTests {
    /// An EAN-8 code as an uncompressed BMP of 24 bits, drawn here.
    private func bar(_ digits: [Int], inverted: Bool = false, wide: Int = 3, border: Int = 10) -> [UInt8] {
        // ISO/IEC 15420 table 1, number set A; set C is its inverse.
        let left = ["0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011", "0110111", "0001011"]
        var modules = "101" + digits[..<4].map { left[$0] }.joined() + "01010"
        modules += digits[4...].map { String(left[$0].map { $0 == "0" ? "1" : "0" }) }.joined() + "101"
        let line = String(repeating: "0", count: border) + modules + String(repeating: "0", count: border)
        let width = line.count * wide
        let height = 80
        let stride = (width * 3 + 3) / 4 * 4
        func little(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
        var file: [UInt8] = [0x42, 0x4D] + little(54 + stride * height, 4) + little(0, 4) + little(54, 4)
        file += little(40, 4) + little(width, 4) + little(height, 4) + little(1, 2) + little(24, 2) + [UInt8](repeating: 0, count: 24)
        var row: [UInt8] = []
        for module in line {
            let shade: UInt8 = (module == "1") != inverted ? 0 : 255
            row += [UInt8](repeating: shade, count: 3 * wide)
        }
        row += [UInt8](repeating: 0, count: stride - row.count)
        for _ in 0..<height { file += row }
        return file
    }

    private let code = [9, 6, 3, 8, 5, 0, 7, 4]

    @Test func aBarCodeIsRead() {
        let reader = ZBarCodeReader()
        let reading = reader.codes(in: bar(code).span, budget: ImageBudget(), isOverdue: { false })
        #expect(reading.codes == [ImageCode(payload: Array("96385074".utf8), symbology: .ean)])
        #expect(reading.gap == nil && reading.header?.format == .bmp)
        let light = reader.codes(in: bar(code, inverted: true).span, budget: ImageBudget(), isOverdue: { false })
        #expect(light.codes.map(\.payload) == [Array("96385074".utf8)])
        let cropped = reader.codes(in: bar(code, border: 0).span, budget: ImageBudget(), isOverdue: { false })
        #expect(cropped.codes.map(\.payload) == [Array("96385074".utf8)])
    }

    @Test func theBudgetHolds() {
        let reader = ZBarCodeReader()
        let image = bar(code)
        #expect(reader.codes(in: image.span, budget: ImageBudget(bytes: 100), isOverdue: { false }).gap == .limit)
        #expect(reader.codes(in: image.span, budget: ImageBudget(pixels: 1000), isOverdue: { false }).gap == .limit)
        #expect(reader.codes(in: image.span, budget: ImageBudget(codes: 0), isOverdue: { false }).gap == .limit)
        #expect(reader.codes(in: image.span, budget: ImageBudget(payloadBytes: 3), isOverdue: { false }).codes.isEmpty)
        #expect(reader.codes(in: image.span, budget: ImageBudget(), isOverdue: { true }).gap == .deadline)
        #expect(HeaderOnlyReader().codes(in: image.span, budget: ImageBudget(), isOverdue: { false }).gap == .notConfigured)
    }

    @Test func brokenImagesAreGaps() {
        let reader = ZBarCodeReader()
        let image = bar(code)
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
                let reading = reader.codes(in: image.span, budget: ImageBudget(pixels: 16_000_000), isOverdue: { false })
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
