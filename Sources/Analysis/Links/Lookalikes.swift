// Letters that look like others, as far as hosts use them. Labels are hostile UTF-8.

/// Folds look-alike letters to the ASCII letters they are taken for.
enum Lookalikes {
    /// Pairs of a letter and what it is taken for.
    private static let pairs: StaticString = """
        аaеeоoрpсcуyхxіiїiјjѕsԁdԛqԝwһhӏlвbкkмmнhтtгrпnьbзeиuлnцuшwбbԍgνvοoαaρpτtυuκkιiηnωwεeγyχxσoβbμuδdɑaɡgıiɩiʟlɴnʀrʏyꜱsᴄcᴏoᴠvᴡwᴢz\
        àaáaâaãaäaåaāaăaąaǎaçcćcĉcċcčcďdđdèeéeêeëeēeĕeėeęeěeĝgğgġgģgĥhħhìiíiîiïiĩiīiĭiįiĵjķkĺlļlľlŀlłlñnńnņnňnòoóoôoõoöoøoōoŏoőo\
        ŕrŗrřrśsŝsşsšsșsţtťtŧtțtùuúuûuüuũuūuŭuůuűuųuŵwýyÿyŷyźzżzžzạaảaẹeẻeịiọoỏoụuủuỵyḍdḥhḳkḷlṃmṇnṛrṣsṭtẓzօoսuհhոnցg
        """

    private static let table: [UInt32: UInt8] = {
        var table: [UInt32: UInt8] = [:]
        var letter: UInt32 = 0
        for scalar in String(describing: pairs).unicodeScalars {
            if scalar.value >= 128 {
                letter = scalar.value
            } else if scalar.value > 32 {
                table[letter] = UInt8(truncatingIfNeeded: scalar.value)
            }
        }
        return table
    }()

    /// Appends a label with each letter replaced by the one it is taken for; a letter like no other stays.
    static func fold(_ label: Span<UInt8>, into output: inout [UInt8]) {
        var index = 0
        while index < label.count {
            let (scalar, length) = scalar(in: label, at: index)
            if scalar >= 128, let plain = table[scalar] {
                output.append(plain)
            } else if scalar < 0x300 || scalar > 0x36F {  // combining marks fall away
                for offset in 0..<length { output.append(label[index + offset]) }
            }
            index += length
        }
    }

    /// Appends ASCII labels with digits and pairs of letters replaced by the letters they are taken for; says whether any was.
    static func foldDigits(_ labels: Span<UInt8>, into output: inout [UInt8]) -> Bool {
        var isChanged = false
        var index = 0
        while index < labels.count {
            let byte = labels[index]
            let next = index + 1 < labels.count ? labels[index + 1] : 0
            var plain = byte
            switch (byte, next) {
            case (48, _): plain = 111
            case (49, _): plain = 108
            case (51, _): plain = 101
            case (52, _): plain = 97
            case (53, _): plain = 115
            case (114, 110): plain = 109  // rn, m
            case (118, 118): plain = 119  // vv, w
            default: break
            }
            if plain != byte { isChanged = true }
            output.append(plain)
            index += plain == 109 && byte == 114 || plain == 119 && byte == 118 ? 2 : 1
        }
        return isChanged
    }

    /// Whether a label has letters of two alphabets that share shapes (UTS 39 section 5.2: not highly restrictive).
    static func mixesScripts(_ label: Span<UInt8>) -> Bool {
        var alphabets: UInt16 = 0
        var index = 0
        while index < label.count {
            let (scalar, length) = scalar(in: label, at: index)
            alphabets |= alphabet(scalar)
            index += length
        }
        return alphabets.nonzeroBitCount > 1
    }

    /// A bit for each alphabet; none for what stands with any.
    private static func alphabet(_ scalar: UInt32) -> UInt16 {
        switch scalar {
        case 97...122, 65...90, 0xAA, 0xBA, 0xC0...0x2AF, 0x1E00...0x1EFF, 0x1D00...0x1D7F, 0xA720...0xA7FF, 0xFF21...0xFF5A: 1
        case 0x370...0x3FF, 0x1F00...0x1FFF: 2
        case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: 4
        case 0x531...0x58F: 8
        case 0x5D0...0x5FF: 16
        case 0x620...0x6FF, 0x750...0x77F: 32
        case 0x13A0...0x13FF, 0xAB70...0xABBF: 64
        case 0x10A0...0x10FF, 0x1C90...0x1CBF: 128
        case 0x900...0x97F: 256
        case 0xE01...0xE5B: 512
        default: 0
        }
    }

    /// The code point at an offset; a byte that begins none stands for itself.
    private static func scalar(in bytes: Span<UInt8>, at index: Int) -> (UInt32, Int) {
        let first = UInt32(bytes[index])
        guard first >= 0xC2, first <= 0xF4 else { return (first < 128 ? first : 0xFFFD, 1) }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard index + length <= bytes.count else { return (0xFFFD, 1) }
        var scalar = first & (0x7F >> UInt32(length))
        for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
        return (scalar, length)
    }
}
