internal import AddressOrigins
internal import ArgumentParser
internal import JSON
internal import Localization
internal import MaxMindOrigins
internal import Messages
internal import Observatory
internal import SQLiteStore
internal import Settings
internal import Telemetry
internal import TrafficImport
internal import TrafficRecords

/// `chaffinch import`: logs, tables and reports of operators, into the study.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: HelpSentences.summary("import"),
        discussion: """
            A file that was imported counts once, under whatever name it comes again, and one that grew or was broken off is gone on with.
            Ends with 0 when everything was read, 1 when something was left out, 2 when it could not run.
            """)

    @Argument(help: "Files, packed by gzip or not; folders are read in depth.", completion: .file()) var files: [String]
    @Option(
        name: .long,
        help: ArgumentHelp("What the files are: \(ImportCommand.kinds); told by their begin when left out.", valueName: "kind"),
        completion: .list(ImportKind.allCases.map(\.rawValue)))
    var kind: String?
    @Option(name: .long, help: ArgumentHelp("What the columns of a table are: a YAML file.", valueName: "file"), completion: .file())
    var mapping: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Networks and countries of addresses: a registry's delegated file, a list of prefixes, or an MMDB; may be given again.",
            valueName: "file"),
        completion: .file())
    var origins: [String] = []
    @Option(name: .long, help: ArgumentHelp("Whose files they are: a code of the centre's own; our own when left out.", valueName: "code"))
    var contributor: String?
    @Option(name: .long, help: ArgumentHelp("What local time was ahead of UTC where a log was written: +03:00.", valueName: "offset"))
    var offset: String?
    @Option(name: .long, help: ArgumentHelp("The year of a log's first line, where lines do not say.", valueName: "year")) var year: Int?
    @Flag(name: .long, help: "Nothing comes any more: counts messages whose end is not in the log, as they stand.") var final = false
    @OptionGroup var common: CommonOptions

    private static let kinds = ImportKind.allCases.map(\.rawValue).joined(separator: ", ")

    func run() async throws {
        var isWhole = true
        try await Failing.awaited {
            let settings = try common.settings()
            let page = ImportPage(language: common.language(settings), isJSON: common.json)
            let origins = try ImportOrigins.read(origins)
            let tasks = try tasks(try files.flatMap { path in try FileWalk.files(at: path).files.map(\.path) })
            let local = try LocalState(folder: settings.stateFolder)
            let study = StudyStore(SQLiteSegmentStore(local.database))
            let time = try common.time()
            let importer = FileImport(
                into: study, checkpoints: try FileCheckpoints(folder: local.folder + "/imports"), contributor: contributor,
                origins: origins,
                senderKey: try await study.senderKey(), now: { time.now() })
            var bar = ProgressBar(total: tasks.reduce(0) { $0 + $1.file.weight })
            for (task, file) in tasks {
                let summary = try await importer.run(
                    task, opening: { () throws(ImportError) -> any ByteSource in try file.open() }, progress: { bar.advance(by: $0) })
                bar.clear()
                page.show(summary, path: task.path)
                if !summary.defectCounts.isEmpty { isWhole = false }
            }
            if origins == nil { page.noteMissingOrigins() }
        }
        if !isWhole { throw ExitCode(1) }
    }

    /// The files as they are to be read: logs in the order of time.
    private func tasks(_ paths: [String]) throws -> [(task: FileImport.Task, file: ImportFile)] {
        let (named, minutes, columns) = (try namedKind(), try offsetMinutes(), try recordMapping())
        if let contributor, !isCode(contributor) {
            throw CommandFailure("--contributor \(contributor): a code has up to 32 letters, digits, hyphens, dots and underscores")
        }
        var tasks: [(task: FileImport.Task, file: ImportFile, begin: Timestamp?)] = []
        for path in paths {
            for file in try ImportFile.files(path, kind: named) {
                let head = try file.head()
                guard let kind = named ?? ImportKind(head: head) else {
                    throw CommandFailure("\(path): it cannot be told what this is; say --kind with one of \(ImportCommand.kinds)")
                }
                var task = FileImport.Task(path: path, kind: kind, modified: file.modified)
                task.mapping = columns ?? (kind == .shortCode ? RecordMapping.complaints : nil)
                if kind.isTable, task.mapping == nil {
                    throw CommandFailure("\(path): say with --mapping what the columns of the table are")
                }
                task.offsetMinutes = minutes
                task.year = year
                task.isFinal = final
                tasks.append((task, file, FileImport.begin(of: head, task)))
            }
        }
        return tasks.enumerated().sorted {
            ($0.element.begin?.milliseconds ?? 0, $0.offset) < ($1.element.begin?.milliseconds ?? 0, $1.offset)
        }.map { ($0.element.task, $0.element.file) }
    }

    private func namedKind() throws -> ImportKind? {
        guard let kind else { return nil }
        guard let named = ImportKind(rawValue: kind) else {
            throw CommandFailure("--kind \(kind): there is no such kind; there are \(ImportCommand.kinds)")
        }
        return named
    }

    private func offsetMinutes() throws -> Int {
        guard let offset else { return 0 }
        guard let minutes = ZoneOffset.minutes(offset) else { throw CommandFailure("--offset \(offset): write it like +03:00") }
        return minutes
    }

    private func recordMapping() throws -> RecordMapping? {
        guard let mapping else { return nil }
        let bytes = try FileBytes.read(mapping, limit: TrafficRecordLimits.mappingBytes)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFailure("\(mapping): the mapping is not UTF-8; save it in UTF-8")
        }
        return try RecordMapping.read(text, path: mapping)
    }

    private func isCode(_ text: String) -> Bool {
        (1...32).contains(text.utf8.count)
            && text.utf8.allSatisfy { $0 &- 48 < 10 || ($0 | 0x20) &- 97 < 26 || [0x2D, 0x2E, 0x5F].contains($0) }
    }
}

/// Opens the data that networks and countries are told from.
enum ImportOrigins {
    /// All files, the first one first asked; nothing where there is none.
    static func read(_ paths: [String]) throws -> LayeredOrigins? {
        guard !paths.isEmpty else { return nil }
        return LayeredOrigins(
            try paths.map { path -> any AddressOrigins in
                if path.lowercased().hasSuffix(".mmdb") { return try MaxMindOrigins(path: path) }
                let file = try ImportFile.files(path, kind: nil).first
                let name = path.split(separator: "/").last.map(String.init) ?? path
                return try OriginFile.origins(FileBytes.read(path), name: name, date: file.map { String("\($0.modified)".prefix(10)) })
            })
    }
}
