import Foundation

/// The Unicode Character Database as Debian's package unicode-data installs it.
enum UnicodeData {
    private static let root = "/usr/share/unicode/"

    /// The lines of a file without comments and blank lines, or nothing, said aloud, when it is not there.
    static func lines(_ name: String) throws -> [String]? {
        let path = root + name
        guard FileManager.default.fileExists(atPath: path) else {
            print("SKIPPED: \(path) is not there (install unicode-data); its cases did not run.")
            return nil
        }
        let text = name.hasSuffix(".bz2") ? try unpacked(path) : String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        return text.split(separator: "\n").compactMap { line in
            let content = line.prefix { $0 != "#" }
            return content.allSatisfy(\.isWhitespace) || content.hasPrefix("@") ? nil : String(content)
        }
    }

    private static func unpacked(_ path: String) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["bzcat", path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    /// A field of hexadecimal code points as a string; surrogates are left out.
    static func string(_ field: some StringProtocol) -> String {
        var scalars = String.UnicodeScalarView()
        for number in field.split(separator: " ") {
            if let value = UInt32(number, radix: 16), let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
        }
        return String(scalars)
    }

    /// The scalars of a field `0041..005A`.
    static func range(_ field: some StringProtocol) -> ClosedRange<UInt32>? {
        let ends = field.trimmingCharacters(in: .whitespaces).split(separator: ".")
        guard let first = ends.first.flatMap({ UInt32($0, radix: 16) }), let last = ends.last.flatMap({ UInt32($0, radix: 16) }) else {
            return nil
        }
        return first...last
    }
}
