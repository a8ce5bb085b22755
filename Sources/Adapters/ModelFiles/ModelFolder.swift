internal import Storing

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The files of a folder, read and written whole through POSIX, where one can ask for `fsync`.
struct ModelFolder: Sendable {
    let path: String

    static func fileName(of version: String) -> String { "\(version).model" }

    func make() throws(StoreError) {
        // Safe: the string's bytes live for the call.
        guard unsafe mkdir(path, 0o700) != 0, errno != EEXIST else { return }
        throw failure("making the folder of models", path)
    }

    /// The index; an empty one when there is none yet.
    func index() throws(StoreError) -> ModelIndex {
        guard let bytes = try contents(of: "index", limit: ModelIndex.sizeLimit) else { return ModelIndex() }
        guard let text = String(validating: bytes, as: UTF8.self), let index = ModelIndex(text) else {
            throw StoreError(.damaged, doing: "reading the list of models", at: "\(path)/index")
        }
        return index
    }

    func replace(_ index: ModelIndex) throws(StoreError) {
        try replace("index", with: Array(index.text.utf8))
    }

    /// The bytes of a file, at most one more than the limit so that a longer one shows; nothing when there is no such file.
    func contents(of name: String, limit: Int) throws(StoreError) -> [UInt8]? {
        let file = "\(path)/\(name)"
        // Safe: the string's bytes live for the call.
        let descriptor = unsafe open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw failure("reading", file)
        }
        defer { _ = close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        bytes.reserveCapacity(min(limit, 1 << 26))
        while bytes.count <= limit {
            // Safe: the buffer lives for the call, and its own count is passed.
            let count = unsafe chunk.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure("reading", file) }
            if count == 0 { break }
            bytes += chunk[..<count]
        }
        return bytes
    }

    /// Writes a file whole: beside its name, forced to the disk, renamed, and the folder forced too. When it throws, what was there
    /// before is there still.
    func replace(_ name: String, with bytes: [UInt8]) throws(StoreError) {
        let draft = try draft(of: name, bytes: bytes)
        do throws(StoreError) {
            try place(draft)
        } catch {
            remove(draft.name)
            throw error
        }
        try force()
    }

    /// A file written beside its name: only a renaming is left, which needs no room.
    struct Draft {
        /// The draft's own name.
        var name: String
        /// The name it is written for.
        var target: String
    }

    /// Writes bytes beside a name and forces them to the disk; when it throws, nothing is left of them.
    func draft(of target: String, named name: String? = nil, bytes: [UInt8]) throws(StoreError) -> Draft {
        let draft = Draft(name: name ?? ".\(target).new", target: target)
        let file = "\(path)/\(draft.name)"
        // Safe, here and below: strings' bytes live for the call.
        let descriptor = unsafe open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("writing", file) }
        do throws(StoreError) {
            try fill(descriptor, with: bytes, file)
            guard fsync(descriptor) == 0 else { throw failure("writing", file) }
        } catch {
            _ = close(descriptor)
            remove(draft.name)
            throw error
        }
        guard close(descriptor) == 0 else {
            let error = failure("writing", file)
            remove(draft.name)
            throw error
        }
        return draft
    }

    /// Puts a draft into its place.
    func place(_ draft: Draft) throws(StoreError) {
        let file = "\(path)/\(draft.target)"
        guard unsafe rename("\(path)/\(draft.name)", file) == 0 else { throw failure("writing", file) }
    }

    /// Forces the names in the folder to the disk.
    func force() throws(StoreError) {
        let folder = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw failure("writing", path) }
        defer { _ = close(folder) }
        guard fsync(folder) == 0 else { throw failure("writing", path) }
    }

    func remove(_ name: String) {
        // A file that stays is no longer in the index, and is overwritten when its name comes again.
        _ = unsafe unlink("\(path)/\(name)")
    }

    private func fill(_ descriptor: CInt, with bytes: [UInt8], _ draft: String) throws(StoreError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            // Safe: the buffer lives for the call, and its own count is passed.
            let written = unsafe rest.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw failure("writing", draft) }
            rest = rest.dropFirst(written)
        }
    }

    /// The error of the call that just failed, by `errno`.
    private func failure(_ action: String, _ place: String) -> StoreError {
        let number = errno
        let code: StoreError.Code =
            switch number {
            case ENOENT, ENOTDIR: .missing
            case EACCES, EPERM, EROFS: .denied
            case ENOSPC, EDQUOT, EFBIG: .full
            default: .failed
            }
        return StoreError(code, doing: action, at: place, detail: code == .failed ? "errno \(number)" : "")
    }
}
