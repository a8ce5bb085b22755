// The port: what the house asks of whatever reads QR and bar codes. Images come from senders and are not trusted.

public import Messages

/// Finds codes in an encoded image and reads what they say.
public protocol CodeReader: Sendable {
    /// Reads the codes in `image`, a whole file of PNG, JPEG, GIF, BMP or WebP, within `budget`.
    ///
    /// `isOverdue` is asked between steps; when it says yes, what was found so far comes back with the gap `deadline`. An image
    /// that cannot be read, or is beyond the budget, is a gap, never an error.
    func codes(in image: Span<UInt8>, budget: ImageBudget, isOverdue: () -> Bool) -> CodeReading
}

/// What one image may cost.
public struct ImageBudget: Sendable, Hashable {
    /// The size of the encoded image, in bytes.
    public var bytes: Int
    /// Width times height; four bytes of memory are needed for each while decoding. Checked before anything is decoded.
    public var pixels: Int
    /// How many codes are reported.
    public var codes: Int
    /// The size of one code's payload, in bytes; a larger one is left out.
    public var payloadBytes: Int

    /// How many pixels the prepared copies of the image may have together; the first copy is always looked at.
    public var scannedPixels: Int
    /// How many threes of corner marks a reader may try, over all copies: each may be a code's, and there are as many as the cube of the
    /// marks allows.
    public var threes: Int

    /// A budget; the default takes a photograph of six megapixels.
    public init(
        bytes: Int = 8 << 20, pixels: Int = 6_400_000, codes: Int = 16, payloadBytes: Int = 4096, scannedPixels: Int = 1_000_000,
        threes: Int = 6_000
    ) {
        self.bytes = bytes
        self.pixels = pixels
        self.codes = codes
        self.payloadBytes = payloadBytes
        self.scannedPixels = scannedPixels
        self.threes = threes
    }
}

/// One code that was read.
public struct ImageCode: Sendable, Hashable {
    /// What kind of code it is.
    public enum Symbology: String, Sendable, Hashable, CaseIterable {
        /// QR code (ISO/IEC 18004).
        case qr
        /// Any other code.
        case other
    }

    /// What it says: text as UTF-8 where the reader could tell the charset, else the bytes.
    public var payload: [UInt8]
    /// What kind of code it is.
    public var symbology: Symbology

    /// A code.
    public init(payload: [UInt8], symbology: Symbology) {
        self.payload = payload
        self.symbology = symbology
    }
}

/// What reading an image gave.
public struct CodeReading: Sendable, Hashable {
    /// The codes, without repeats, in the order found.
    public var codes: [ImageCode]
    /// Why the image was not, or not wholly, looked at; nothing when it was.
    public var gap: Coverage.Gap.Reason?
    /// What the image's header says of it, when it was understood.
    public var header: ImageHeader?

    /// A reading.
    public init(codes: [ImageCode] = [], gap: Coverage.Gap.Reason? = nil, header: ImageHeader? = nil) {
        self.codes = codes
        self.gap = gap
        self.header = header
    }
}

/// Reads no codes and says so: for machines without a reader, and for whoever does not want images decoded at all.
public struct HeaderOnlyReader: CodeReader {
    /// A reader that looks at headers alone.
    public init() {}

    /// The header, if there is one, and the gap `not-configured`.
    public func codes(in image: Span<UInt8>, budget: ImageBudget, isOverdue: () -> Bool) -> CodeReading {
        CodeReading(gap: .notConfigured, header: ImageHeader(image))
    }
}
