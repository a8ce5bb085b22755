// Origins out of a database in MaxMind's format, by libmaxminddb. The operator supplies the database; none ships.

public import AddressOrigins
internal import CMaxMindDB
internal import Glibc
public import Messages

/// Networks and countries of a database in MaxMind's format (MMDB 2.0), as several publishers give out: of countries, of systems, or of both.
public final class MaxMindOrigins: AddressOrigins {
    private let database: Database
    private let dataset: OriginDataset

    /// Opens a database. Throws where there is none, or it is damaged.
    public init(path: String) throws(OriginError) {
        database = try Database(path: path)
        dataset = OriginDataset(name: database.name, date: database.date)
    }

    /// What the answers are made from.
    public var datasets: [OriginDataset] { [dataset] }

    /// What is known of an address.
    public func origin(of address: IPAddress) throws(OriginError) -> AddressOrigin {
        guard var entry = unsafe try database.entry(of: address) else { return AddressOrigin() }
        var origin = AddressOrigin()
        if let number = unsafe try database.value(&entry, MaxMindOrigins.systemPaths)?.system {
            origin.network = "AS\(number)"
            origin.networkDataset = dataset
        }
        if case .text(let code)? = unsafe try database.value(&entry, MaxMindOrigins.countryPaths), AddressOrigin.isCountry(code) {
            origin.country = code
            origin.countryDataset = dataset
        }
        return origin
    }

    /// Where publishers put the number of the system, and the country; the first that is there counts.
    private static let systemPaths: [[StaticString]] = [["autonomous_system_number"], ["asn"], ["as_number"]]
    private static let countryPaths: [[StaticString]] = [
        ["country", "iso_code"], ["registered_country", "iso_code"], ["country_code"], ["country"],
    ]
}

/// A database that is open. libmaxminddb reads a mapped file and changes nothing after it was opened, so lookups may run side by side.
@safe
private final class Database: @unchecked Sendable {
    /// What the publisher calls it.
    let name: String
    /// The day it was made.
    let date: String?
    private let path: String
    private let handle: UnsafeMutablePointer<MMDB_s>

    /// A value of an entry.
    enum Value {
        case text(String)
        case number(UInt64)

        /// The number of a system, however it is written; 0 is nobody's.
        var system: UInt32? {
            switch self {
            case .number(let number): number > 0 ? UInt32(exactly: number) : nil
            case .text(let text): UInt32(text.hasPrefix("AS") ? text.dropFirst(2) : text[...]).flatMap { $0 > 0 ? $0 : nil }
            }
        }
    }

    init(path: String) throws(OriginError) {
        self.path = path
        let handle = UnsafeMutablePointer<MMDB_s>.allocate(capacity: 1)
        unsafe handle.initialize(to: MMDB_s())
        // The handle stays where it is until deinit; the path lives for the call.
        let code = unsafe MMDB_open(path, UInt32(MMDB_MODE_MMAP), handle)
        guard code == MMDB_SUCCESS else {
            // What could not be opened holds nothing to close.
            unsafe handle.deallocate()
            throw Database.failure(code, path)
        }
        unsafe self.handle = unsafe handle
        // The strings of the metadata end with a zero and live as long as the database is open.
        let metadata = unsafe handle.pointee.metadata
        name = unsafe metadata.database_type.map { unsafe String(cString: $0) } ?? path
        let built = Timestamp(seconds: Int64(clamping: unsafe metadata.build_epoch))
        date = built.seconds > 0 ? String("\(built)".prefix(10)) : nil
        guard unsafe metadata.binary_format_major_version == 2 else {
            throw OriginError(path, "is of another version of the format; this reads version 2")
        }
    }

    deinit {
        unsafe MMDB_close(handle)
        unsafe handle.deallocate()
    }

    /// The entry of an address; nothing where the database has none. A database of IPv4 alone knows no other addresses.
    func entry(of address: IPAddress) throws(OriginError) -> MMDB_entry_s? {
        var code: CInt = 0
        let found: MMDB_lookup_result_s
        switch address {
        case .v4(let bits):
            var socket = sockaddr_in()
            socket.sin_family = sa_family_t(AF_INET)
            socket.sin_addr.s_addr = bits.bigEndian
            unsafe found = unsafe lookup(&socket, &code)
        case .v6(let high, let low):
            guard unsafe handle.pointee.metadata.ip_version == 6 else { return nil }
            var socket = sockaddr_in6()
            socket.sin6_family = sa_family_t(AF_INET6)
            unsafe withUnsafeMutableBytes(of: &socket.sin6_addr) { bytes in
                // An address has sixteen bytes.
                unsafe bytes.storeBytes(of: high.bigEndian, as: UInt64.self)
                unsafe bytes.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
            }
            unsafe found = unsafe lookup(&socket, &code)
        }
        guard code == MMDB_SUCCESS else { throw Database.failure(code, path) }
        return unsafe found.found_entry ? found.entry : nil
    }

    private func lookup<Socket>(_ socket: inout Socket, _ code: inout CInt) -> MMDB_lookup_result_s {
        unsafe withUnsafePointer(to: &socket) { pointer in
            // Both kinds of socket address begin as a sockaddr does, and its family says how long it is.
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe MMDB_lookup_sockaddr(handle, $0, &code) }
        }
    }

    /// The first value of an entry that one of the paths leads to, of a kind that is asked for.
    func value(_ entry: inout MMDB_entry_s, _ paths: [[StaticString]]) throws(OriginError) -> Value? {
        for path in paths {
            var data = unsafe MMDB_entry_data_s()
            // A path is pointers to strings that end with a zero, as those of StaticString do, and a null behind them.
            let pointers = unsafe path.map { unsafe Optional(UnsafeRawPointer($0.utf8Start).assumingMemoryBound(to: CChar.self)) } + [nil]
            let code = unsafe pointers.withUnsafeBufferPointer { unsafe MMDB_aget_value(&entry, &data, $0.baseAddress) }
            if code == MMDB_LOOKUP_PATH_DOES_NOT_MATCH_DATA_ERROR || code == MMDB_INVALID_LOOKUP_PATH_ERROR { continue }
            guard code == MMDB_SUCCESS else { throw Database.failure(code, self.path) }
            guard unsafe data.has_data else { continue }
            switch unsafe CInt(data.type) {
            case MMDB_DATA_TYPE_UTF8_STRING:
                // The library checked that so many bytes lie in the file.
                let bytes = unsafe UnsafeRawBufferPointer(start: data.utf8_string, count: Int(data.data_size))
                return unsafe .text(String(decoding: bytes, as: UTF8.self))
            case MMDB_DATA_TYPE_UINT32: return unsafe .number(UInt64(data.uint32))
            case MMDB_DATA_TYPE_UINT16: return unsafe .number(UInt64(data.uint16))
            case MMDB_DATA_TYPE_UINT64: return unsafe .number(data.uint64)
            default: continue
            }
        }
        return nil
    }

    private static func failure(_ code: CInt, _ path: String) -> OriginError {
        // The library's words end with a zero and live for ever.
        let words = unsafe MMDB_strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
        return OriginError(path, "the database cannot be used: \(words); fetch it again")
    }
}
