// Internationalised names through ICU. Names are hostile input.
//
// ICU and not libidn2: of the 6,235 lines of Unicode's own conformance file, ICU 72 answers all as UTS 46 says and libidn2
// 2.3.3 misses 174, because it adds the code point tables of IDNA2008. Browsers follow UTS 46, and so must a filter.

internal import CICU
public import Domains

/// UTS 46 by ICU, non-transitional.
///
/// ICU's object is immutable and may be asked from many threads at once (`uidna.h`).
@safe public final class ICUNames: InternationalNames {
    /// ICU has no data for names: the installation is broken.
    public struct Unavailable: Error, CustomStringConvertible {
        /// What happened, and what to do.
        public var description: String { "ICU has no data for international names: reinstall the package `libicu72` or its successor" }
    }

    /// ICU's version, as it says it itself.
    public static var libraryVersion: String {
        var numbers: (UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0)
        // Fills the four numbers, which live through the call.
        unsafe withUnsafeMutableBytes(of: &numbers) { bytes in
            if let start = unsafe bytes.bindMemory(to: UInt8.self).baseAddress { unsafe icu_version(start) }
        }
        return "\(numbers.0).\(numbers.1)"
    }

    /// Longer names than this many bytes are refused: ICU's decoding costs the square of a label's length.
    public static let longestName = 2048

    private static let longestOutput = 8192

    // Set once, then only read, and ICU only reads what it points to.
    nonisolated(unsafe) private let names: OpaquePointer

    /// Names as browsers see them; with `strict`, ASCII other than letters, digits and hyphens is an error (UseSTD3ASCIIRules).
    public init(strict: Bool = false) throws(Unavailable) {
        guard let names = unsafe icu_names_open(strict ? 1 : 0) else { throw Unavailable() }
        unsafe self.names = names
    }

    deinit {
        unsafe icu_names_close(names)
    }

    /// Appends the ASCII form, as `InternationalNames` says.
    public func toASCII(_ name: Span<UInt8>, into output: inout [UInt8]) -> NameErrors {
        unsafe convert(name, into: &output, by: icu_names_to_ascii)
    }

    /// Appends the form that a person reads, as `InternationalNames` says.
    public func toUnicode(_ name: Span<UInt8>, into output: inout [UInt8]) -> NameErrors {
        unsafe convert(name, into: &output, by: icu_names_to_unicode)
    }

    private func convert(
        _ name: Span<UInt8>, into output: inout [UInt8],
        by function: (OpaquePointer, UnsafePointer<CChar>, Int32, UnsafeMutablePointer<CChar>, Int32) -> ICUNameResult
    ) -> NameErrors {
        guard name.count <= Self.longestName else { return .nameTooLong }
        guard !name.isEmpty else { return .emptyLabel }
        // Both buffers are initialised as far as they are read: the name to its length, the result to what ICU says it wrote.
        return unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: name.count + Self.longestOutput) { buffer in
            guard let start = buffer.baseAddress else { return .disallowed }
            for index in 0..<name.count { unsafe start[index] = CChar(bitPattern: name[index]) }
            let result = unsafe start + name.count
            let answer = unsafe function(names, start, Int32(name.count), result, Int32(Self.longestOutput))
            let errors = NameErrors(rawValue: answer.errors)
            guard answer.status <= 0, answer.length <= Self.longestOutput else { return errors.union(.nameTooLong) }
            for index in 0..<Int(answer.length) { unsafe output.append(UInt8(bitPattern: result[index])) }
            return errors
        }
    }
}
