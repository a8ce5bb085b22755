// The header inside the user data of a short message (3GPP TS 23.040 section 9.2.3.24). It comes from the sender.

public import Messages

/// What the header says: the place in a long message, ports, languages, and everything else as it stands.
public struct UserDataHeader: Sendable, Hashable {
    /// The place of a part in a long message (sections 9.2.3.24.1 and 9.2.3.24.8).
    public struct Concatenation: Sendable, Hashable {
        /// Common to all parts; 8 or 16 bits.
        public var reference: UInt16
        /// How many parts there are, at least 1.
        public var total: UInt8
        /// Which part it is, from 1 to `total`.
        public var sequence: UInt8

        /// A place in a long message.
        public init(reference: UInt16, total: UInt8, sequence: UInt8) {
            self.reference = reference
            self.total = total
            self.sequence = sequence
        }
    }

    /// Application ports (sections 9.2.3.24.3 and 9.2.3.24.4).
    public struct Ports: Sendable, Hashable {
        /// To which application.
        public var destination: UInt16
        /// From which application.
        public var origin: UInt16

        /// A pair of ports.
        public init(destination: UInt16, origin: UInt16) {
            self.destination = destination
            self.origin = origin
        }
    }

    /// One element, known or not, with its bytes as a range of the user data.
    public struct Element: Sendable, Hashable {
        /// The identifier.
        public var id: UInt8
        /// Where its data lies.
        public var data: ByteRange

        /// An element.
        public init(id: UInt8, data: ByteRange) {
            self.id = id
            self.data = data
        }
    }

    /// The place in a long message, for a part of one.
    public var concatenation: Concatenation?
    /// The application ports, for data that is not for a person.
    public var ports: Ports?
    /// The alphabet that the languages named make.
    public var alphabet = GSMAlphabet.standard
    /// A special message indication: voice mail waiting and its like (section 9.2.3.24.2), type and count.
    public var waiting: (type: UInt8, count: UInt8)? {
        get { waitingType.map { ($0, waitingCount) } }
        set {
            waitingType = newValue?.type
            waitingCount = newValue?.count ?? 0
        }
    }
    /// Every element in order, those above included.
    public var elements: [Element] = []
    /// How many octets the header takes, its length octet counted.
    public var octets = 0

    private var waitingType: UInt8?
    private var waitingCount: UInt8 = 0

    /// A header that says nothing.
    public init() {}

    /// Reads the header at the start of user data. What is broken is left out and listed; the text begins at `octets`.
    public init(_ userData: Span<UInt8>, defects: inout [Defect]) {
        guard userData.count > 0 else {
            defects.append(Defect(.smsTruncatedHeader, at: 0))
            return
        }
        let announced = Int(userData[0]) + 1
        if announced > userData.count { defects.append(Defect(.smsTruncatedHeader, at: 0)) }
        octets = min(announced, userData.count)
        var index = 1
        while index < octets, elements.count < TextMessageLimits.headerElements {
            guard index + 1 < octets else {
                defects.append(Defect(.smsTruncatedElement, at: index))
                return
            }
            let id = userData[index]
            let start = index + 2
            let end = start + Int(userData[index + 1])
            guard end <= octets else {
                defects.append(Defect(.smsTruncatedElement, at: index))
                return
            }
            let isRepeated = elements.contains { $0.id == id }
            elements.append(Element(id: id, data: ByteRange(start, end)))
            if !read(id, userData, start, end - start, isRepeated: isRepeated, defects: &defects) {
                defects.append(Defect(.smsBadElement, at: index))
            }
            index = end
        }
    }

    /// Takes what an element says; false when its length or its values are wrong.
    private mutating func read(
        _ id: UInt8, _ bytes: Span<UInt8>, _ start: Int, _ count: Int, isRepeated: Bool, defects: inout [Defect]
    ) -> Bool {
        func octet(_ offset: Int) -> UInt8 { bytes[start + offset] }
        func pair(_ offset: Int) -> UInt16 { UInt16(bytes[start + offset]) << 8 | UInt16(bytes[start + offset + 1]) }
        if isRepeated, [0x00, 0x04, 0x05, 0x08, 0x24, 0x25].contains(id) {
            defects.append(Defect(.smsRepeatedElement, at: start - 2))
        }
        switch id {
        case 0x00:
            return count == 3 && place(reference: UInt16(octet(0)), total: octet(1), sequence: octet(2))
        case 0x08:
            return count == 4 && place(reference: pair(0), total: octet(2), sequence: octet(3))
        case 0x01:
            guard count == 2 else { return false }
            waiting = (octet(0), octet(1))
        case 0x04:
            guard count == 2 else { return false }
            ports = Ports(destination: UInt16(octet(0)), origin: UInt16(octet(1)))
        case 0x05:
            guard count == 4 else { return false }
            ports = Ports(destination: pair(0), origin: pair(2))
        case 0x24, 0x25:
            guard count == 1 else { return false }
            guard let language = NationalLanguage(rawValue: octet(0)) else {
                defects.append(Defect(.smsUnknownLanguage, at: start))
                return true
            }
            if id == 0x24 { alphabet.single = language } else { alphabet.locking = language }
        default: break
        }
        return true
    }

    /// An element whose numbers cannot be is ignored as a whole (section 9.2.3.24.1).
    private mutating func place(reference: UInt16, total: UInt8, sequence: UInt8) -> Bool {
        guard total > 0, sequence > 0, sequence <= total else { return false }
        concatenation = Concatenation(reference: reference, total: total, sequence: sequence)
        return true
    }
}
