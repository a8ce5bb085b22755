/// What a file of this folder begins with: four letters that tell its kind, and the version of its form.
public struct FileHeading: Sendable, Hashable {
    /// How many bytes it has.
    static let size = 5
    private let letters: [UInt8]
    /// The versions that this program reads.
    let versions: ClosedRange<UInt8>

    /// A heading with these letters.
    init(_ letters: StaticString, versions: ClosedRange<UInt8>) {
        self.letters = Array(letters.description.utf8)
        self.versions = versions
    }

    /// The heading of a file of a version; of the latest unless another is said.
    func bytes(version: UInt8? = nil) -> [UInt8] { letters + [version ?? versions.upperBound] }

    /// Whether bytes begin with the letters.
    func isOn(_ bytes: Span<UInt8>) -> Bool {
        bytes.count >= letters.count && letters.indices.allSatisfy { bytes[$0] == letters[$0] }
    }

    /// Whether bytes begin with the letters and a version that this program reads.
    func isReadable(_ bytes: Span<UInt8>) -> Bool {
        bytes.count >= FileHeading.size && isOn(bytes) && versions.contains(bytes[letters.count])
    }
}
