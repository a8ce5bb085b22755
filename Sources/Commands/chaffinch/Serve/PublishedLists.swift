internal import PostGateway
internal import Settings

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension PublishedList {
    /// How many lists there may be.
    private static let most = 100
    /// How large each may be, in bytes.
    private static let largest = 16 << 20
    private static let ending = ".txt"

    /// The lists of the folder that settings name, by their names; none where they name no folder.
    static func all(_ settings: Settings) throws -> [String: PublishedList] {
        let folder = settings[.httpLists]
        guard !folder.isEmpty else { return [:] }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw CommandFailure("\(folder): the folder of lists cannot be read; give the path of a readable folder as http.lists")
        }
        let files = names.filter { !$0.hasPrefix(".") && $0.hasSuffix(ending) && $0.count > ending.count }.sorted()
        guard files.count <= most else { throw CommandFailure("\(folder): there are more than \(most) lists") }
        var lists: [String: PublishedList] = [:]
        for file in files {
            let path = (folder.hasSuffix("/") ? folder : folder + "/") + file
            let name = String(file.dropLast(ending.count))
            // A name of other letters would have two spellings in a path.
            guard name.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 95 }) else {
                throw CommandFailure("\(path): name lists with small letters, digits, hyphens and underscores alone")
            }
            do {
                lists[name] = try PublishedList(try FileBytes.read(path, limit: largest))
            } catch let mistake as PublishedList.Mistake {
                throw CommandFailure("\(path): \(mistake)")
            }
        }
        return lists
    }
}
