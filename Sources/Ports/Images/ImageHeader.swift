// Reads the size of an image from its header, so that a bomb is refused before anything is decoded. The bytes are the sender's.

/// What an image's first bytes say of it. Nothing is decoded, and the claim may be false.
public struct ImageHeader: Sendable, Hashable {
    /// The formats that are told apart.
    public enum Format: String, Sendable, Hashable, CaseIterable {
        case png, jpeg, gif, bmp, webp
    }

    /// The format, by its signature.
    public var format: Format
    /// In pixels.
    public var width: Int
    /// In pixels.
    public var height: Int

    /// A header.
    public init(format: Format, width: Int, height: Int) {
        self.format = format
        self.width = width
        self.height = height
    }

    /// Width times height, without overflow.
    public var pixels: Int {
        let (product, overflow) = width.multipliedReportingOverflow(by: height)
        return overflow ? .max : product
    }

    /// How many bytes of a JPEG are searched for its size: applications put pictures and profiles before it.
    public static let jpegSearchBytes = 1 << 20

    /// Reads the header of PNG, JPEG, GIF, BMP or WebP; nothing when it is of another format or cut off before the size.
    public init?(_ image: Span<UInt8>) {
        let bytes = ImageBytes(count: image.count)
        if bytes.begins(image, with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            // PNG third edition, section 11.2.1: IHDR is the first chunk.
            guard image.count >= 24, bytes.begins(image, with: [0x49, 0x48, 0x44, 0x52], at: 12) else { return nil }
            self.init(format: .png, width: bytes.big32(image, 16), height: bytes.big32(image, 20))
        } else if bytes.begins(image, with: [0xFF, 0xD8, 0xFF]) {
            self.init(jpeg: image)
        } else if bytes.begins(image, with: Array("GIF87a".utf8)) || bytes.begins(image, with: Array("GIF89a".utf8)) {
            guard image.count >= 10 else { return nil }
            self.init(format: .gif, width: bytes.little16(image, 6), height: bytes.little16(image, 8))
        } else if bytes.begins(image, with: [0x42, 0x4D]) {
            self.init(bmp: image)
        } else if bytes.begins(image, with: Array("RIFF".utf8)), bytes.begins(image, with: Array("WEBP".utf8), at: 8) {
            self.init(webp: image)
        } else {
            return nil
        }
        guard width > 0, height > 0 else { return nil }
    }

    /// ITU-T T.81 annex B: the size stands in the frame header, behind any number of other segments.
    private init?(jpeg image: Span<UInt8>) {
        let bytes = ImageBytes(count: image.count)
        var index = 2
        let end = min(image.count, Self.jpegSearchBytes)
        while index + 9 <= end {
            guard image[index] == 0xFF else { return nil }
            let marker = image[index + 1]
            switch marker {
            case 0xFF: index += 1
            case 0x01, 0xD0...0xD8: index += 2
            case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
                self.init(format: .jpeg, width: bytes.big16(image, index + 7), height: bytes.big16(image, index + 5))
                return
            case 0xD9, 0xDA: return nil
            default:
                let length = bytes.big16(image, index + 2)
                guard length >= 2 else { return nil }
                index += 2 + length
            }
        }
        return nil
    }

    /// The BITMAPINFOHEADER family, and the older core header of twelve bytes.
    private init?(bmp image: Span<UInt8>) {
        let bytes = ImageBytes(count: image.count)
        guard image.count >= 26 else { return nil }
        let size = bytes.little32(image, 14)
        if size == 12 {
            self.init(format: .bmp, width: bytes.little16(image, 18), height: bytes.little16(image, 20))
        } else if (40...200).contains(size) {
            // A negative height means that the rows run from the top.
            let height = Int(Int32(truncatingIfNeeded: bytes.little32(image, 22)))
            self.init(
                format: .bmp, width: Int(Int32(truncatingIfNeeded: bytes.little32(image, 18))), height: abs(height))
        } else {
            return nil
        }
    }

    /// RFC 9649 section 2: lossy, lossless or extended.
    private init?(webp image: Span<UInt8>) {
        let bytes = ImageBytes(count: image.count)
        guard image.count >= 30 else { return nil }
        if bytes.begins(image, with: Array("VP8X".utf8), at: 12) {
            self.init(format: .webp, width: bytes.little24(image, 24) + 1, height: bytes.little24(image, 27) + 1)
        } else if bytes.begins(image, with: Array("VP8L".utf8), at: 12), image[20] == 0x2F {
            let bits = bytes.little32(image, 21)
            self.init(format: .webp, width: (bits & 0x3FFF) + 1, height: (bits >> 14 & 0x3FFF) + 1)
        } else if bytes.begins(image, with: Array("VP8 ".utf8), at: 12), bytes.begins(image, with: [0x9D, 0x01, 0x2A], at: 23) {
            self.init(format: .webp, width: bytes.little16(image, 26) & 0x3FFF, height: bytes.little16(image, 28) & 0x3FFF)
        } else {
            return nil
        }
    }
}

/// Numbers in either byte order; a number that runs over the end reads as 0.
private struct ImageBytes {
    var count: Int

    func begins(_ image: Span<UInt8>, with signature: [UInt8], at offset: Int = 0) -> Bool {
        guard offset + signature.count <= count else { return false }
        for index in signature.indices where image[offset + index] != signature[index] { return false }
        return true
    }

    private func byte(_ image: Span<UInt8>, _ index: Int) -> Int {
        index < count ? Int(image[index]) : 0
    }

    func big16(_ image: Span<UInt8>, _ index: Int) -> Int { byte(image, index) << 8 | byte(image, index + 1) }
    func big32(_ image: Span<UInt8>, _ index: Int) -> Int { big16(image, index) << 16 | big16(image, index + 2) }
    func little16(_ image: Span<UInt8>, _ index: Int) -> Int { byte(image, index) | byte(image, index + 1) << 8 }
    func little24(_ image: Span<UInt8>, _ index: Int) -> Int { little16(image, index) | byte(image, index + 2) << 16 }
    func little32(_ image: Span<UInt8>, _ index: Int) -> Int { little16(image, index) | little16(image, index + 2) << 16 }
}
