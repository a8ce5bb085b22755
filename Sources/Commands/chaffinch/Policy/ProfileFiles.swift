internal import Filter
internal import Settings

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Finds and reads the files of profiles.
enum ProfileFiles {
    /// The profiles of the file or folder that settings name; none where they name none.
    static func book(_ settings: Settings) throws -> ProfileBook {
        let place = settings[.policyProfiles]
        guard !place.isEmpty else { return .empty }
        let files = try files(at: place).map { path in
            let bytes = try FileBytes.read(path)
            guard let text = String(validating: bytes, as: UTF8.self) else { throw CommandFailure("\(path): the file is not UTF-8") }
            return SettingsFile(path: path, text: text)
        }
        do {
            return try ProfileBook.load(files, over: settings)
        } catch {
            throw CommandFailure("\(error)")
        }
    }

    /// The file of a path, or those of a folder in the order of their names.
    private static func files(at path: String) throws -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return [path] }
        let prefix = path.hasSuffix("/") ? path : path + "/"
        return names.filter { !$0.hasPrefix(".") && ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) }.sorted().map { prefix + $0 }
    }
}

extension Composition {
    /// What is done with verdicts: the settings, and the profiles that they name.
    func policy() throws -> PolicyProfile { PolicyProfile(settings, profiles: try ProfileFiles.book(settings)) }
}
