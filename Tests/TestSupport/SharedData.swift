#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Third-party conformance data and corpora that lie beside the project and are never part of it.
///
/// The folder is named by `CHAFFINCH_SHARED`, `../shared` beside the project unless set. Where it is absent, tests that need
/// it say loudly what they skip, and pass.
public enum SharedData {
    /// The folder, or nothing when it is not there.
    public static let root: String? = {
        let named = ProcessInfo.processInfo.environment["CHAFFINCH_SHARED"]
        let beside = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 } + "/shared"
        let path = named ?? beside
        return FileManager.default.fileExists(atPath: path + "/vectors") ? path : nil
    }()

    /// The path of a file or folder of the conformance data, or nothing, said aloud, when it is not there.
    public static func vectors(_ path: String) -> String? {
        locate("vectors/" + path)
    }

    /// The path of a corpus, or nothing, said aloud, when it is not there.
    public static func corpus(_ path: String) -> String? {
        locate("corpora/" + path)
    }

    private static func locate(_ path: String) -> String? {
        guard let root, FileManager.default.fileExists(atPath: root + "/" + path) else {
            print("SKIPPED: \(path) is not there (set CHAFFINCH_SHARED); its cases did not run.")
            return nil
        }
        return root + "/" + path
    }

    /// The bytes of a file.
    public static func bytes(at path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: path)))
    }

    /// The names of what lies in a folder, sorted.
    public static func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }
}
