/// A character encoding, by its usual name in lower case. An open set: any single-byte one that iconv knows may be met.
public struct Charset: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    /// The name, in lower case: `utf-8`, `windows-1252`.
    public let rawValue: String

    /// The charset of this name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The name.
    public var description: String { rawValue }

    /// ASCII: nothing but bytes below 128.
    public static let ascii = Charset(rawValue: "us-ascii")
    /// UTF-8 (RFC 3629).
    public static let utf8 = Charset(rawValue: "utf-8")
    /// UTF-16 with the low byte first (RFC 2781).
    public static let utf16LE = Charset(rawValue: "utf-16le")
    /// UTF-16 with the high byte first.
    public static let utf16BE = Charset(rawValue: "utf-16be")
    /// UTF-32 with the low byte first.
    public static let utf32LE = Charset(rawValue: "utf-32le")
    /// UTF-32 with the high byte first.
    public static let utf32BE = Charset(rawValue: "utf-32be")
    /// The superset of ISO 8859-1 that mail in western Europe is in, whatever its label says.
    public static let windows1252 = Charset(rawValue: "windows-1252")
    /// Cyrillic.
    public static let windows1251 = Charset(rawValue: "windows-1251")
    /// Cyrillic (RFC 1489).
    public static let koi8R = Charset(rawValue: "koi8-r")
    /// Chinese, a superset of GB 2312 and GBK.
    public static let gb18030 = Charset(rawValue: "gb18030")
    /// Chinese, traditional.
    public static let big5 = Charset(rawValue: "big5")
    /// Japanese.
    public static let shiftJIS = Charset(rawValue: "shift_jis")
    /// Japanese.
    public static let eucJP = Charset(rawValue: "euc-jp")
    /// Japanese, in seven bits (RFC 1468).
    public static let iso2022JP = Charset(rawValue: "iso-2022-jp")
    /// Korean.
    public static let eucKR = Charset(rawValue: "euc-kr")
}

/// How the bytes of a charset become UTF-8.
enum CharsetMethod: Hashable {
    /// No charset was named, or ASCII: whatever the bytes look like.
    case unlabelled
    case utf8
    case utf16(isBigEndian: Bool?)
    case utf32(isBigEndian: Bool?)
    /// A table of 256 characters, made by iconv from the charset of this name.
    case table(String)
    /// iconv itself; `isSevenBit` when the bytes look like ASCII and are not.
    case iconv(String, isSevenBit: Bool)
    /// HZ (RFC 1843), which becomes GB 2312 first.
    case hz
}

/// Which charset a label means: the names of the WHATWG Encoding standard section 4.2 and of the IANA registry, and what mailers write.
enum CharsetLabels {
    /// The charset and its method, or nothing when the label is not in the list. `squeezed` is lower case without punctuation.
    static func find(_ squeezed: String) -> (Charset, CharsetMethod)? {
        known[squeezed]
    }

    /// A label in lower case, letters and digits only.
    static func squeeze(_ label: Span<UInt8>) -> String {
        var bytes: [UInt8] = []
        for index in label.indices {
            let byte = lowercased(label[index])
            if (byte &- 97 < 26) || (byte &- 48 < 10) { bytes.append(byte) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let known: [String: (Charset, CharsetMethod)] = {
        var labels: [String: (Charset, CharsetMethod)] = [:]
        func add(_ charset: Charset, _ method: CharsetMethod, _ names: String) {
            for name in names.split(separator: " ") { labels[String(name)] = (charset, method) }
        }
        add(.ascii, .unlabelled, "usascii ascii ansix341968 ansix341986 iso646us us 7bit none unknown unknown8bit default xunknown")
        add(.utf8, .utf8, "utf8 unicode11utf8 unicode20utf8 xunicode20utf8 utf8mb4 utf")
        add(.utf16LE, .utf16(isBigEndian: nil), "utf16 unicode ucs2 iso10646ucs2 csunicode unicodefeff")
        add(.utf16LE, .utf16(isBigEndian: false), "utf16le ucs2le")
        add(.utf16BE, .utf16(isBigEndian: true), "utf16be ucs2be unicodefffe")
        add(.utf32LE, .utf32(isBigEndian: nil), "utf32 ucs4 iso10646ucs4")
        add(.utf32LE, .utf32(isBigEndian: false), "utf32le ucs4le")
        add(.utf32BE, .utf32(isBigEndian: true), "utf32be ucs4be")
        for (charset, iconvName, names) in singleByte {
            add(Charset(rawValue: charset), .table(iconvName), names)
        }
        for (charset, iconvName, isSevenBit, names) in multibyte {
            add(Charset(rawValue: charset), .iconv(iconvName, isSevenBit: isSevenBit), names)
        }
        add(Charset(rawValue: "hz-gb-2312"), .hz, "hz hzgb2312")
        return labels
    }()

    private static let singleByte: [(String, String, String)] = [
        (
            "windows-1252", "CP1252",
            "windows1252 cp1252 xcp1252 iso88591 latin1 l1 isoir100 iso885911987 csisolatin1 ibm819 cp819 ansi xansi"
        ),
        ("iso-8859-2", "ISO-8859-2", "iso88592 latin2 l2 isoir101 iso885921987 csisolatin2"),
        ("iso-8859-3", "ISO-8859-3", "iso88593 latin3 l3 isoir109 iso885931988 csisolatin3"),
        ("iso-8859-4", "ISO-8859-4", "iso88594 latin4 l4 isoir110 iso885941988 csisolatin4"),
        ("iso-8859-5", "ISO-8859-5", "iso88595 cyrillic isoir144 iso885951988 csisolatincyrillic"),
        ("iso-8859-6", "ISO-8859-6", "iso88596 arabic asmo708 ecma114 isoir127 iso885961987 iso88596e iso88596i csisolatinarabic"),
        ("iso-8859-7", "ISO-8859-7", "iso88597 greek greek8 ecma118 elot928 isoir126 iso885971987 suneugreek csisolatingreek"),
        ("iso-8859-8", "ISO-8859-8", "iso88598 hebrew visual isoir138 iso885981988 iso88598e iso88598i logical csisolatinhebrew"),
        ("iso-8859-10", "ISO-8859-10", "iso885910 latin6 l6 isoir157 csisolatin6"),
        ("iso-8859-13", "ISO-8859-13", "iso885913 latin7"),
        ("iso-8859-14", "ISO-8859-14", "iso885914 latin8"),
        ("iso-8859-15", "ISO-8859-15", "iso885915 latin9 l9 csisolatin9"),
        ("iso-8859-16", "ISO-8859-16", "iso885916 latin10"),
        ("windows-874", "CP874", "windows874 cp874 dos874 tis620 iso885911"),
        ("windows-1250", "CP1250", "windows1250 cp1250 xcp1250"),
        ("windows-1251", "CP1251", "windows1251 cp1251 xcp1251 win1251"),
        ("windows-1253", "CP1253", "windows1253 cp1253 xcp1253"),
        ("windows-1254", "CP1254", "windows1254 cp1254 xcp1254 iso88599 latin5 l5 isoir148 iso885991989 csisolatin5"),
        ("windows-1255", "CP1255", "windows1255 cp1255 xcp1255"),
        ("windows-1256", "CP1256", "windows1256 cp1256 xcp1256"),
        ("windows-1257", "CP1257", "windows1257 cp1257 xcp1257"),
        ("windows-1258", "CP1258", "windows1258 cp1258 xcp1258"),
        ("koi8-r", "KOI8-R", "koi8r koi koi8 cskoi8r"),
        ("koi8-u", "KOI8-U", "koi8u koi8ru"),
        ("macintosh", "MACINTOSH", "macintosh mac macroman xmacroman csmacintosh"),
        ("x-mac-cyrillic", "MAC-CYRILLIC", "xmaccyrillic xmacukrainian maccyrillic"),
        ("ibm866", "CP866", "ibm866 cp866 866 csibm866"),
    ]

    private static let multibyte: [(String, String, Bool, String)] = [
        (
            "gb18030", "GB18030", false,
            "gb18030 gbk xgbk gb2312 gb231280 euccn xeuccn cp936 ms936 windows936 chinese isoir58 csgb2312 csiso58gb231280 gb"
        ),
        ("big5", "BIG5-HKSCS", false, "big5 big5hkscs big5eten cnbig5 xxbig5 xbig5 csbig5 cp950 windows950"),
        ("shift_jis", "CP932", false, "shiftjis sjis xsjis mskanji cp932 ms932 windows31j csshiftjis xmscp932"),
        ("euc-jp", "EUC-JP-MS", false, "eucjp xeucjp xeuc cseucpkdfmtjapanese ujis"),
        ("euc-kr", "UHC", false, "euckr ksc56011987 ksc56011989 ksc5601 korean windows949 cp949 ms949 uhc isoir149 cseuckr csksc56011987"),
        ("euc-tw", "EUC-TW", false, "euctw xeuctw"),
        ("johab", "JOHAB", false, "johab cp1361 ksc56011992"),
        ("iso-2022-jp", "ISO-2022-JP", true, "iso2022jp csiso2022jp iso2022jpms cp50220 cp50221 cp50222 jis"),
        ("iso-2022-jp-2", "ISO-2022-JP-2", true, "iso2022jp2 csiso2022jp2 iso2022jp1"),
        ("iso-2022-kr", "ISO-2022-KR", true, "iso2022kr csiso2022kr"),
        ("iso-2022-cn", "ISO-2022-CN", true, "iso2022cn csiso2022cn"),
        ("utf-7", "UTF-7", true, "utf7 unicode11utf7 csunicode11utf7 csutf7 xunicode20utf7"),
    ]
}
