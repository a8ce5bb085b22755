import CHyperscan
import Messages
import Patterns

/// A compiled set of patterns, owned.
///
/// Unchecked: a database is never written to after it is made, and Hyperscan's documentation allows any number of threads to
/// scan with one; the prototype of the scratch spaces is only ever cloned, which reads it.
@safe final class HyperscanDatabase: @unchecked Sendable {
    /// The database, valid while this object lives.
    let pointer: OpaquePointer
    private let prototype: OpaquePointer

    private init(owning pointer: OpaquePointer) throws(PatternError) {
        var prototype: OpaquePointer?
        let code = unsafe hs_alloc_scratch(pointer, &prototype)
        guard code == HS_SUCCESS, let made = unsafe prototype else {
            _ = unsafe hs_free_database(pointer)
            throw .engine("make a scratch space", code: Int(code))
        }
        unsafe self.pointer = pointer
        unsafe self.prototype = made
    }

    deinit {
        // Both were made by the library and are in use by nobody: there is no failure to report.
        _ = unsafe hs_free_scratch(prototype)
        _ = unsafe hs_free_database(pointer)
    }

    /// A scratch space for one more thread, to be freed by whoever asked.
    func makeScratch() throws(PatternError) -> OpaquePointer {
        var scratch: OpaquePointer?
        let code = unsafe hs_clone_scratch(prototype, &scratch)
        guard code == HS_SUCCESS, let made = unsafe scratch else { throw .engine("make a scratch space", code: Int(code)) }
        return unsafe made
    }

    // MARK: Compiling

    /// Compiles the set for block mode on this processor.
    convenience init(compiling set: PatternSet) throws(PatternError) {
        // One buffer holds every expression, each closed by a NUL; Hyperscan copies what it needs.
        var characters: [CChar] = []
        var offsets: [Int] = []
        var flags: [UInt32] = []
        var numbers: [UInt32] = []
        for (number, pattern) in set.patterns.enumerated() {
            offsets.append(characters.count)
            if let nul = pattern.expression.firstIndex(of: 0), !pattern.isLiteral {
                throw .badExpression(pattern.id, position: nul, reason: "a NUL byte; write \\x00")
            }
            for byte in pattern.isLiteral ? Self.quoted(pattern.expression) : pattern.expression {
                characters.append(CChar(bitPattern: byte))
            }
            characters.append(0)
            flags.append(Self.flags(for: pattern))
            numbers.append(UInt32(clamping: number))
        }
        guard !offsets.isEmpty else {
            // Hyperscan compiles no empty set; a pattern that cannot match a text of ours stands in, and is never asked for.
            try self.init(compiling: PatternSet([Pattern(id: 0, literal: "\u{0}")]))
            return
        }
        var database: OpaquePointer?
        var failure: UnsafeMutablePointer<hs_compile_error_t>?
        let code = unsafe characters.withUnsafeBufferPointer { characters in
            let expressions = unsafe offsets.map { offset in unsafe characters.baseAddress.map { unsafe $0 + offset } }
            return unsafe hs_compile_multi(
                expressions, flags, numbers, UInt32(clamping: offsets.count), UInt32(HS_MODE_BLOCK), nil, &database, &failure)
        }
        guard code == HS_SUCCESS, let made = unsafe database else {
            let error = unsafe Self.error(failure, code: code, in: set)
            _ = unsafe hs_free_compile_error(failure)
            throw error
        }
        unsafe try self.init(owning: made)
    }

    private static func flags(for pattern: Pattern) -> UInt32 {
        var flags = 0
        let options = pattern.options
        if options.contains(.caseless) { flags |= Int(HS_FLAG_CASELESS) }
        if options.contains(.dotMatchesAll) || pattern.isLiteral { flags |= Int(HS_FLAG_DOTALL) }
        if options.contains(.multiline) { flags |= Int(HS_FLAG_MULTILINE) }
        if !pattern.isLiteral, options.contains(.reportsStart) {
            // Hyperscan takes this flag or the next, not both; the callback drops what comes after the first match.
            flags |= Int(HS_FLAG_SOM_LEFTMOST)
        } else if options.contains(.singleMatch), !options.contains(.wholeWord) {
            // A whole word may be the second match, when the first lay inside another word: the callback sees to those.
            flags |= Int(HS_FLAG_SINGLEMATCH)
        }
        return UInt32(flags)
    }

    /// The literal as an expression: letters and digits as they are, every other byte as `\xHH`.
    private static func quoted(_ literal: [UInt8]) -> [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        var quoted: [UInt8] = []
        for byte in literal {
            if WordBoundary.isWord(byte) {
                quoted.append(byte)
            } else {
                quoted += [UInt8(ascii: "\\"), UInt8(ascii: "x"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return quoted
    }

    private static func error(_ failure: UnsafeMutablePointer<hs_compile_error_t>?, code: hs_error_t, in set: PatternSet) -> PatternError {
        guard let failure = unsafe failure, let message = unsafe failure.pointee.message else {
            return .engine("compile the patterns", code: Int(code))
        }
        let words = unsafe String(cString: message)
        let number = Int(unsafe failure.pointee.expression)
        guard set.patterns.indices.contains(number) else { return .engine("compile the patterns: " + words, code: Int(code)) }
        return .badExpression(set.patterns[number].id, position: position(in: words), reason: words)
    }

    /// The place in the expression, which Hyperscan tells only in words: "... at index 12."
    private static func position(in words: String) -> Int? {
        var previous: Substring = ""
        for word in words.split(whereSeparator: { " .,:".contains($0) }) {
            if previous == "index", let position = Int(word) { return position }
            previous = word
        }
        return nil
    }

    // MARK: Storing

    /// The first bytes of a stored database of ours: name and format version. The digest of the set follows, then a checksum
    /// of the bytes of the library, then those; they carry the library's version and the processor's features.
    private static let signature: [UInt8] = Array("chaffinch patterns 1\n".utf8)

    /// The database as bytes.
    func serialised(digest: UInt64) throws(PatternError) -> [UInt8] {
        var bytes: UnsafeMutablePointer<CChar>?
        var count = 0
        let code = unsafe hs_serialize_database(pointer, &bytes, &count)
        guard code == HS_SUCCESS, let bytes = unsafe bytes else { throw .engine("serialise the patterns", code: Int(code)) }
        // The library allocates with malloc unless told otherwise, and nobody tells it.
        defer { unsafe free(bytes) }
        var body: [UInt8] = []
        body.reserveCapacity(count)
        for index in 0..<count { body.append(UInt8(bitPattern: unsafe bytes[index])) }
        var stored = Self.signature
        for number in [digest, FNV1a.hash(of: body.span)] {
            for shift in stride(from: 0, to: 64, by: 8) { stored.append(UInt8(truncatingIfNeeded: number >> UInt64(shift))) }
        }
        return stored + body
    }

    /// A stored database; stale when it is of other patterns, another version of the library or another processor.
    convenience init(_ stored: [UInt8], digest: UInt64) throws(PatternError) {
        let head = Self.signature.count + 16
        guard stored.count > head, stored.starts(with: Self.signature) else { throw .staleDatabase("not a pattern database") }
        func number(at offset: Int) -> UInt64 {
            (0..<8).reduce(0) { $0 | UInt64(stored[Self.signature.count + offset + $1]) << UInt64(8 * $1) }
        }
        guard number(at: 0) == digest else { throw .staleDatabase("made of other patterns") }
        // The library reads words: the copy starts on a boundary that malloc guarantees, which a slice does not.
        let body = Array(stored[head...])
        // Over all bytes: the library's own checksum leaves some out.
        guard number(at: 8) == FNV1a.hash(of: body.span) else { throw .staleDatabase("damaged") }
        var database: OpaquePointer?
        let code = unsafe body.withUnsafeBytes { bytes in
            unsafe hs_deserialize_database(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, &database)
        }
        guard code == HS_SUCCESS, let made = unsafe database else {
            switch code {
            case HS_DB_VERSION_ERROR: throw .staleDatabase("made by another version of the library")
            case HS_DB_PLATFORM_ERROR: throw .staleDatabase("made for another processor")
            default: throw .staleDatabase("damaged, code \(code)")
            }
        }
        unsafe try self.init(owning: made)
    }
}
