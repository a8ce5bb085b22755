internal import AbuseReports
internal import Archives
internal import Glibc
internal import LibarchiveArchives
internal import MIME
internal import Messages
internal import TrafficImport
internal import ZlibInflating

/// A plain file's bytes.
struct FileSource: ByteSource {
    private let file: OpenFile

    init(_ path: String) throws(ImportError) {
        do {
            file = try OpenFile(path)
        } catch {
            throw ImportError(path, error.reason)
        }
    }

    func read(_ count: Int, to bytes: inout [UInt8]) throws(ImportError) -> Int {
        do {
            return try file.read(count, to: &bytes)
        } catch {
            throw ImportError(file.path, error.reason)
        }
    }
}

/// A gzip file's bytes, unpacked.
struct GzipSource: ByteSource {
    private static let pieceBytes = 1 << 20

    private let path: String
    private var file: FileSource
    private let stream: GzipStream
    private var packed: [UInt8] = []
    private var start = 0
    private var isAtEnd = false

    init(_ path: String) throws(ImportError) {
        self.path = path
        file = try FileSource(path)
        do {
            stream = try GzipStream()
        } catch {
            throw ImportError(path, "there is no memory to unpack it")
        }
    }

    mutating func read(_ count: Int, to bytes: inout [UInt8]) throws(ImportError) -> Int {
        let before = bytes.count
        while bytes.count == before {
            if start == packed.count {
                packed.removeAll(keepingCapacity: true)
                start = 0
                guard !isAtEnd, try file.read(GzipSource.pieceBytes, to: &packed) > 0 else {
                    if !isAtEnd, !stream.isWhole { StandardStreams.report("\(path): the file is cut off; what there is of it was read") }
                    isAtEnd = true
                    return 0
                }
            }
            do {
                start += try stream.unpack(packed.span.extracting(start..<packed.count), to: &bytes)
            } catch {
                // What came before is good: it is taken, and the next run will stop here as well.
                StandardStreams.report("\(path): the file is damaged; what stands before that was read")
                isAtEnd = true
                packed.removeAll()
                start = 0
            }
        }
        return bytes.count - before
    }
}

/// What is to be imported of a path, opened as often as it takes.
struct ImportFile {
    /// Where it is, and within what archive or mail.
    let path: String
    /// How many bytes it has, about.
    let weight: Int
    /// When it was last written.
    let modified: Timestamp
    private let document: [UInt8]?
    private let isPacked: Bool

    /// Its bytes, from the first on.
    func open() throws(ImportError) -> any ByteSource {
        if let document { return MemorySource(document) }
        return isPacked ? try GzipSource(path) : try FileSource(path)
    }

    /// Its first bytes.
    func head() throws(ImportError) -> [UInt8] {
        var source = try open()
        var head: [UInt8] = []
        while head.count < ImportLimits.headBytes, try source.read(ImportLimits.headBytes - head.count, to: &head) > 0 {}
        return head
    }

    /// What a path names; reports that are packed, or that a mail brings, each for itself.
    static func files(_ path: String, kind: ImportKind?) throws -> [ImportFile] {
        var status = stat()
        // stat fills the struct it is given, which lives through the call.
        guard unsafe stat(path, &status) == 0 else { throw FileBytes.Failure(path: path, reason: FileBytes.reason()) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw FileBytes.Failure(path: path, reason: "is no plain file; an import may have to read it twice")
        }
        let modified = Timestamp(seconds: Int64(status.st_mtim.tv_sec))
        var beginning: [UInt8] = []
        _ = try OpenFile(path).read(4096, to: &beginning)
        let packing = ReportAttachment.packing(of: beginning.span)
        let size = Int(status.st_size)
        let file = ImportFile(
            path: path, weight: packing == .gzip ? 8 * size : size, modified: modified, document: nil, isPacked: packing == .gzip)
        let isReport = kind == .dmarc && packing != .plain && packing != .gzip
        guard packing == .zip || isReport else { return [file] }
        return try documents(of: FileBytes.read(path, limit: ImportLimits.documentBytes), path: path, packing: packing).map {
            ImportFile(path: path, weight: $0.count, modified: modified, document: $0, isPacked: false)
        }
    }

    private static func documents(of bytes: [UInt8], path: String, packing: ReportAttachment.Packing?) throws -> [[UInt8]] {
        var attachments = [ReportAttachment(name: "", packing: packing ?? .plain, bytes: bytes)]
        if packing == nil {
            var decoder = PartDecoder()
            attachments = ReportAttachment.attachments(of: MailParser().parse(bytes), decoder: &decoder)
        }
        let documents = attachments.flatMap { attachment in
            attachment.packing == .plain
                ? [attachment.bytes]
                : LibarchiveUnpacker().unpack(attachment.bytes.span, limits: UnpackLimits(files: 16, bytes: ImportLimits.documentBytes))
                    .files.map(\.bytes)
        }
        guard !documents.isEmpty else { throw CommandFailure("\(path): there is no report in it") }
        return documents
    }
}

/// Checkpoints as files of a folder.
struct FileCheckpoints: ImportCheckpoints {
    private let folder: String

    /// A folder, made where it is not there yet.
    init(folder: String) throws {
        if unsafe mkdir(folder, 0o700) != 0, errno != EEXIST { throw CommandFailure("\(folder): \(FileBytes.reason())") }
        self.folder = folder
    }

    func all() throws(ImportError) -> [ImportCheckpoint] {
        do throws(FileBytes.Failure) {
            var checkpoints: [ImportCheckpoint] = []
            for file in try FileWalk.files(at: folder).files where file.path.hasSuffix(".import") {
                guard let checkpoint = ImportCheckpoint(try FileBytes.read(file.path)) else {
                    StandardStreams.report(
                        "\(file.path): the checkpoint is damaged and was passed over; what the study has already it does not count again")
                    continue
                }
                checkpoints.append(checkpoint)
            }
            return checkpoints
        } catch {
            throw ImportError(error.path, error.reason)
        }
    }

    func save(_ checkpoint: ImportCheckpoint) throws(ImportError) {
        do {
            try WholeFile.write(checkpoint.bytes, to: folder + "/" + checkpoint.fileName)
        } catch {
            throw ImportError(error.path, error.reason)
        }
    }
}
