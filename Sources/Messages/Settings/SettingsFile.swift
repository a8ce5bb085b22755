#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A settings file's text, and its path to name in messages.
public struct SettingsFile: Sendable, Hashable {
    /// The path as the user gave it; relative paths in the file are relative to its folder.
    public var path: String
    /// The text: YAML in UTF-8.
    public var text: String

    /// A file's text under a path.
    public init(path: String, text: String) {
        self.path = path
        self.text = text
    }

    /// The most bytes of a settings file.
    public static let sizeLimit = 1 << 20

    /// Reads the file at a path; throws when it cannot be read, is larger than `sizeLimit`, or is not UTF-8.
    public init(at path: String) throws(SettingsError) {
        let data: Data
        do {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            let size = (attributes[.size] as? any BinaryInteger).map { Int(clamping: $0) } ?? 0
            guard size <= SettingsFile.sizeLimit else { throw SettingsFile.refusal(path, "the file is larger than 1 MiB") }
            data = try Data(contentsOf: URL(filePath: path))
        } catch let error as SettingsError {
            throw error
        } catch {
            throw SettingsFile.refusal(path, "the settings file cannot be read; give the path of a readable file with --config")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw SettingsFile.refusal(path, "the settings file is not UTF-8")
        }
        self.init(path: path, text: text)
    }

    private static func refusal(_ path: String, _ message: String) -> SettingsError {
        SettingsError([SettingProblem(.unreadable, key: "", origin: .file(path: path, line: 1), message: message)])
    }

    /// A path written in the file, as seen from where the program runs.
    func resolved(_ written: String) -> String {
        guard !written.isEmpty, !written.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return written }
        return path[...slash] + written
    }
}
