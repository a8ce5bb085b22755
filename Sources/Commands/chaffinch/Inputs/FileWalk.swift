internal import Glibc

/// Lists the files under paths, folders in depth, in the order of their names, so that every run sees the same order.
enum FileWalk {
    /// A file that was found.
    struct Found {
        /// Where it is; `-` is standard input.
        var path: String
        /// How many bytes it has; 0 where that is not known before it is read.
        var size: Int
        /// Whether it is a plain file, and no pipe or device: such a file can be opened twice.
        var isPlain: Bool
        /// Whether its end may be long in coming: of a pipe, a terminal, a socket.
        var canPause: Bool

        fileprivate init(_ path: String, _ status: stat) {
            self.path = path
            let isRegular = status.st_mode & S_IFMT == S_IFREG
            isPlain = path != "-" && isRegular
            canPause = !isRegular
            size = isRegular ? Int(status.st_size) : 0
        }
    }

    /// Whether a path is a folder.
    static func isFolder(_ path: String) throws(FileBytes.Failure) -> Bool {
        var status = stat()
        // stat fills the struct it is given, which lives through the call.
        guard unsafe stat(path, &status) == 0 else { throw FileBytes.Failure(path: path, reason: FileBytes.reason()) }
        return status.st_mode & S_IFMT == S_IFDIR
    }

    /// The files named by a path: the file itself, or everything below the folder; and what in there could not be read, in words.
    ///
    /// In a Maildir (a folder with `cur` and `new`) only delivered messages count, not `tmp` (maildir(5)). Hidden files are left out.
    static func files(at path: String) throws(FileBytes.Failure) -> (files: [Found], unreadable: [String]) {
        var status = stat()
        // stat and fstat fill the struct they are given, which lives through the call.
        let answered = unsafe path == "-" ? fstat(STDIN_FILENO, &status) : stat(path, &status)
        guard answered == 0 else { throw FileBytes.Failure(path: path, reason: FileBytes.reason()) }
        guard path != "-", status.st_mode & S_IFMT == S_IFDIR else { return ([Found(path, status)], []) }
        var files: [Found] = []
        var unreadable: [String] = []
        var folders = [path]
        while let folder = folders.popLast() {
            let names: [String]
            do {
                names = try self.names(in: folder)
            } catch {
                unreadable.append(error.description)
                continue
            }
            let isMaildir = names.contains("cur") && names.contains("new")
            var inside: [String] = []
            for name in names where !name.hasPrefix(".") && !(isMaildir && name == "tmp") {
                let child = folder.hasSuffix("/") ? folder + name : folder + "/" + name
                // A link is followed to a file and not to a folder, so that no walk goes in circles.
                var status = stat()
                guard unsafe lstat(child, &status) == 0 else {
                    // A name that is no UTF-8 cannot be opened by the text it was read as.
                    unreadable.append("\(child): \(FileBytes.reason()); rename it to plain letters")
                    continue
                }
                if status.st_mode & S_IFMT == S_IFDIR { inside.append(child) }
                guard unsafe stat(child, &status) == 0 else { continue }
                if status.st_mode & S_IFMT == S_IFREG { files.append(Found(child, status)) }
            }
            folders += inside.reversed()
        }
        return (files, unreadable)
    }

    private static func names(in folder: String) throws(FileBytes.Failure) -> [String] {
        guard let handle = unsafe opendir(folder) else { throw FileBytes.Failure(path: folder, reason: FileBytes.reason()) }
        defer { unsafe closedir(handle) }
        var names: [String] = []
        // readdir's entry is valid until the next call on the same handle; its name ends with a zero byte.
        while let entry = unsafe readdir(handle) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
                unsafe field.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}
