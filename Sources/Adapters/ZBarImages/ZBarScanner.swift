import CZBar
import Images

/// A scanner of libzbar, owned. Belongs to one thread.
@safe final class ZBarScanner {
    /// `Y800`: one byte of grey a pixel.
    private static let grey: UInt = 0x3030_3859
    /// What is looked for. Bar codes lead nowhere, and those without a check digit are found in any hatched picture.
    private static let symbologies = [ZBAR_QRCODE]

    private let scanner: OpaquePointer

    /// A scanner; nothing when libzbar has no memory or refuses its settings.
    init?() {
        guard let made = unsafe zbar_image_scanner_create() else { return nil }
        unsafe self.scanner = made
        guard unsafe zbar_image_scanner_set_config(made, ZBAR_NONE, ZBAR_CFG_ENABLE, 0) == 0 else { return nil }
        for symbology in Self.symbologies {
            guard unsafe zbar_image_scanner_set_config(made, symbology, ZBAR_CFG_ENABLE, 1) == 0 else { return nil }
        }
        guard unsafe zbar_image_scanner_set_config(made, ZBAR_QRCODE, ZBAR_CFG_BINARY, 1) == 0 else { return nil }
    }

    deinit {
        unsafe zbar_image_scanner_destroy(scanner)
    }

    /// The codes in a picture; nothing when libzbar fails.
    func codes(in raster: GreyRaster) -> [ImageCode]? {
        guard let image = unsafe zbar_image_create() else { return nil }
        defer { unsafe zbar_image_destroy(image) }
        unsafe zbar_image_set_format(image, Self.grey)
        unsafe zbar_image_set_size(image, UInt32(clamping: raster.width), UInt32(clamping: raster.height))
        return unsafe raster.pixels.withUnsafeBytes { bytes in
            // libzbar keeps the pointer until the image is destroyed or told of other data: told here, before it dangles.
            unsafe zbar_image_set_data(image, bytes.baseAddress, UInt(bytes.count), nil)
            defer { unsafe zbar_image_set_data(image, nil, 0, nil) }
            guard unsafe zbar_scan_image(scanner, image) >= 0 else { return nil }
            var codes: [ImageCode] = []
            var symbol = unsafe zbar_image_first_symbol(image)
            while let current = unsafe symbol {
                if let data = unsafe zbar_symbol_get_data(current) {
                    let count = Int(unsafe zbar_symbol_get_data_length(current))
                    let payload = (0..<count).map { UInt8(bitPattern: unsafe data[$0]) }
                    codes.append(
                        ImageCode(payload: PayloadText.text(payload), symbology: Self.symbology(unsafe zbar_symbol_get_type(current))))
                }
                unsafe symbol = zbar_symbol_next(current)
            }
            return codes
        }
    }

    private static func symbology(_ type: zbar_symbol_type_t) -> ImageCode.Symbology {
        switch type {
        case ZBAR_QRCODE: .qr
        default: .other
        }
    }
}
