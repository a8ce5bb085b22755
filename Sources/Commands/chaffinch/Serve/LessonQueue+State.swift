internal import Filter
internal import Learning
internal import Settings

extension LessonQueue {
    /// What learns from what clients tell; nothing where what judges does not change. Throws where spamd's clients may teach, and the state folder cannot
    /// be written to; the port for programs is open as it ships, and needs no folder before somebody teaches.
    static func ofService(_ prepared: Preparation) async throws -> LessonQueue? {
        let settings = prepared.settings
        let isTold = settings[.spamdTell] && !settings[.spamdListen].isEmpty
        guard isTold || !settings[.httpListen].isEmpty else { return nil }
        guard let watch = prepared.watch else {
            guard !isTold else {
                throw CommandFailure("spamd.tell is true, and model.path names the model that judges: what is taught would change nothing")
            }
            return nil
        }
        return try await LessonQueue(prepared, judgedBy: watch, source: "tell", isOpened: isTold)
    }

    /// What learns in the state folder, which is opened when somebody first teaches unless it is to be at once.
    convenience init(_ prepared: Preparation, judgedBy watch: LearningWatch, source: String, isOpened: Bool = false) async throws {
        let settings = prepared.settings
        let folder = LessonFolder(path: settings.stateFolder)
        if isOpened { _ = try await folder.opened() }
        let policy = try await LocalLearning.Policy(prepared, by: Scanner(prepared.setup))
        self.init(prepared.setup, source: source, isPersonal: settings[.learningPersonal]) { lesson in
            let state = try await folder.opened()
            let outcome = try await state.teaching {
                let learning = try await state.learning(base: ContentModel.starter(), policy: policy)
                return try await lesson(learning)
            }
            // Whoever taught may ask again at once.
            _ = await watch.look()
            return outcome
        }
    }
}

/// The state folder that lessons are kept in, opened when it is first needed.
private actor LessonFolder {
    private let path: String
    private var state: LocalState?

    init(path: String) {
        self.path = path
    }

    func opened() throws -> LocalState {
        if let state { return state }
        let opened = try LocalState(folder: path)
        state = opened
        return opened
    }
}
