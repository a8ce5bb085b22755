import CGD
import Images

/// Decoding by libgd.
enum GDImage {
    /// libgd writes to standard error unless told otherwise, and senders decide how often. Set once, for the whole process.
    private static let isQuiet: Bool = {
        unsafe gdSetErrorMethod { _, _, _ in }
        return true
    }()

    /// The image in shades of grey, transparent parts on white; nothing when libgd cannot read it.
    static func grey(_ image: Span<UInt8>, format: ImageHeader.Format) -> GreyRaster? {
        guard isQuiet, let size = CInt(exactly: image.count) else { return nil }
        return unsafe image.withUnsafeBufferPointer { bytes in
            // libgd reads from the bytes and does not write to them, though its parameter does not say so.
            let data = unsafe UnsafeMutableRawPointer(mutating: bytes.baseAddress)
            let decoded =
                switch format {
                case .png: unsafe gdImageCreateFromPngPtr(size, data)
                case .jpeg: unsafe gdImageCreateFromJpegPtrEx(size, data, 1)
                case .gif: unsafe gdImageCreateFromGifPtr(size, data)
                case .bmp: unsafe gdImageCreateFromBmpPtr(size, data)
                case .webp: unsafe gdImageCreateFromWebpPtr(size, data)
                }
            guard let decoded = unsafe decoded else { return nil }
            defer { unsafe gdImageDestroy(decoded) }
            guard unsafe decoded.pointee.trueColor != 0 || gdImagePaletteToTrueColor(decoded) != 0 else { return nil }
            return unsafe grey(decoded)
        }
    }

    private static func grey(_ image: gdImagePtr) -> GreyRaster? {
        let width = Int(unsafe image.pointee.sx)
        let height = Int(unsafe image.pointee.sy)
        guard width > 0, height > 0, let rows = unsafe image.pointee.tpixels else { return nil }
        var pixels: [UInt8] = []
        pixels.reserveCapacity(width * height)
        for row in 0..<height {
            guard let line = unsafe rows[row] else { return nil }
            for column in 0..<width {
                let colour = UInt32(bitPattern: unsafe line[column])
                let shade = ((colour >> 16 & 255) * 77 + (colour >> 8 & 255) * 151 + (colour & 255) * 28) >> 8
                // Alpha runs from 0, opaque, to 127.
                let alpha = min(colour >> 24 & 127, 127)
                pixels.append(UInt8((shade * (127 - alpha) + 255 * alpha) / 127))
            }
        }
        return GreyRaster(width: width, height: height, pixels: pixels)
    }
}
