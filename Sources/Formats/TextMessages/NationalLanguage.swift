/// The national language identifier of 3GPP TS 23.038 section 6.2.1.2.4: which shift tables a message is read with.
public enum NationalLanguage: UInt8, Sendable, Hashable, CaseIterable {
    /// The alphabet and the extension table that everybody has.
    case standard = 0
    case turkish = 1
    /// Has no alphabet of its own, only an extension table.
    case spanish = 2
    case portuguese = 3
    case bengali = 4
    case gujarati = 5
    case hindi = 6
    case kannada = 7
    case malayalam = 8
    case oriya = 9
    case punjabi = 10
    case tamil = 11
    case telugu = 12
    case urdu = 13

    /// The main alphabet: 128 UTF-16 code units, 0 for none.
    var lockingShiftTable: [UInt16] {
        switch self {
        case .standard, .spanish: LockingShiftTables.standard
        case .turkish: LockingShiftTables.turkish
        case .portuguese: LockingShiftTables.portuguese
        case .bengali: LockingShiftTables.bengali
        case .gujarati: LockingShiftTables.gujarati
        case .hindi: LockingShiftTables.hindi
        case .kannada: LockingShiftTables.kannada
        case .malayalam: LockingShiftTables.malayalam
        case .oriya: LockingShiftTables.oriya
        case .punjabi: LockingShiftTables.punjabi
        case .tamil: LockingShiftTables.tamil
        case .telugu: LockingShiftTables.telugu
        case .urdu: LockingShiftTables.urdu
        }
    }

    /// The alphabet of the one character after an escape: 128 UTF-16 code units, 0 for none.
    var singleShiftTable: [UInt16] {
        switch self {
        case .standard: SingleShiftTables.standard
        case .turkish: SingleShiftTables.turkish
        case .spanish: SingleShiftTables.spanish
        case .portuguese: SingleShiftTables.portuguese
        case .bengali: SingleShiftTables.bengali
        case .gujarati: SingleShiftTables.gujarati
        case .hindi: SingleShiftTables.hindi
        case .kannada: SingleShiftTables.kannada
        case .malayalam: SingleShiftTables.malayalam
        case .oriya: SingleShiftTables.oriya
        case .punjabi: SingleShiftTables.punjabi
        case .tamil: SingleShiftTables.tamil
        case .telugu: SingleShiftTables.telugu
        case .urdu: SingleShiftTables.urdu
        }
    }
}
