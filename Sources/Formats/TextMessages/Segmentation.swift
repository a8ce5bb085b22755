/// How a text is sent: in which alphabet, in how many parts, and what is in each.
public struct Segmentation: Sendable, Hashable {
    /// Septets or 16-bit units.
    public var coding: DataCoding.Alphabet
    /// The alphabet of the septets.
    public var alphabet: GSMAlphabet
    /// How many septets, or 16-bit units, the text takes.
    public var units: Int
    /// The content of each part: septets, one in a byte, or octets. An escape or a surrogate pair is never cut.
    public var parts: [[UInt8]]

    /// How many bits the reference of a long message has.
    public enum Reference: Sendable, Hashable {
        /// Six octets of header.
        case eightBit
        /// Seven octets of header.
        case sixteenBit
    }

    /// Cuts UTF-8 text into parts: septets where the standard alphabet or that of one of the `languages` has every
    /// character, whichever needs the fewest parts, and 16-bit units where none has.
    ///
    /// 160 septets or 70 units fit into one part, 153 or 67 into each of several; a shift table named in the header takes
    /// three more octets (3GPP TS 23.040 section 9.2.3.24, 23.038 section 6.2.1.2.5).
    public init(_ text: Span<UInt8>, languages: [GSMAlphabet] = [], reference: Reference = .eightBit) {
        var best: Segmentation?
        for alphabet in [.standard] + languages where best?.alphabet != alphabet {
            let encoder = alphabet == .standard ? GSMEncoder.standard : GSMEncoder(alphabet)
            var septets: [UInt8] = []
            guard encoder.encode(text, into: &septets) else { continue }
            let found = Segmentation(septets: septets, alphabet: alphabet, reference: reference)
            if best.map({ found.parts.count < $0.parts.count }) ?? true { best = found }
        }
        self = best ?? Segmentation(utf16: text, reference: reference)
    }

    private init(septets: [UInt8], alphabet: GSMAlphabet, reference: Reference) {
        let shifts = (alphabet.locking == .standard ? 0 : 3) + (alphabet.single == .standard ? 0 : 3)
        self.coding = .gsm
        self.alphabet = alphabet
        self.units = septets.count
        self.parts = []
        let whole = Self.septets(besideHeaderOf: shifts)
        if septets.count <= whole {
            parts = [septets]
            return
        }
        let room = Self.septets(besideHeaderOf: shifts + (reference == .eightBit ? 5 : 6))
        var start = 0
        while start < septets.count {
            var end = min(start + room, septets.count)
            // An escape always has its character after it here: it may not be the last septet of a part.
            if end < septets.count, septets[end - 1] == GSMAlphabet.escape { end -= 1 }
            parts.append(Array(septets[start..<end]))
            start = end
        }
    }

    private init(utf16 text: Span<UInt8>, reference: Reference) {
        var octets: [UInt8] = []
        UTF16Text.encode(text, into: &octets)
        self.coding = .utf16
        self.alphabet = .standard
        self.units = octets.count / 2
        self.parts = []
        if octets.count <= TextMessageLimits.userDataOctets {
            parts = [octets]
            return
        }
        let room = (TextMessageLimits.userDataOctets - (reference == .eightBit ? 6 : 7)) / 2 * 2
        var start = 0
        while start < octets.count {
            var end = min(start + room, octets.count)
            if end < octets.count, octets[end - 2] & 0xFC == 0xD8 { end -= 2 }
            parts.append(Array(octets[start..<end]))
            start = end
        }
    }

    /// How many septets fit beside elements of so many octets; with none there is no header at all.
    private static func septets(besideHeaderOf octets: Int) -> Int {
        octets == 0 ? TextMessageLimits.userDataSeptets : (TextMessageLimits.userDataOctets - octets - 1) * 8 / 7
    }
}
