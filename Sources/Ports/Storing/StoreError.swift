/// Why a store could not do what it was asked; nothing was half written.
public struct StoreError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What went wrong, as far as code tells cases apart.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// The folder or file is not there.
        case missing
        /// We may not read or write there.
        case denied
        /// No room is left.
        case full
        /// What is stored cannot be read: damaged, or not ours.
        case damaged
        /// A newer version of the program made it.
        case tooNew = "too-new"
        /// Somebody else held it for too long.
        case busy
        /// The store was closed.
        case closed
        /// What was asked is not something that can be stored.
        case invalid
        /// Anything else.
        case failed
    }

    /// What went wrong.
    public var code: Code
    /// What was being done: "adding sightings".
    public var action: String
    /// Where: a path, or the name of a store.
    public var place: String
    /// What the technology below said, if anything.
    public var detail: String

    /// An error.
    public init(_ code: Code, doing action: String, at place: String, detail: String = "") {
        self.code = code
        self.action = action
        self.place = place
        self.detail = detail
    }

    /// What to do about it.
    public var advice: String {
        switch code {
        case .missing: "check the path, and create the folder it lies in"
        case .denied: "give the program's user the right to read and write there, or set state.folder to a folder of its own"
        case .full: "free some room and try again; what was stored before is intact"
        case .damaged: "move the file away and restore it from a copy; the program starts anew without it"
        case .tooNew: "use the version of the program that made it, or newer"
        case .busy: "see whether another program holds it, and try again"
        case .closed: "open it again"
        case .invalid: "report this with the line above: the program asked for something it should not"
        case .failed: "try again; if it stays, report this with the line above"
        }
    }

    /// What, where, why, and what to do, in one line.
    public var description: String {
        let reason =
            switch code {
            case .missing: "it is not there"
            case .denied: "permission is denied"
            case .full: "no room is left"
            case .damaged: "it is damaged or not ours"
            case .tooNew: "a newer version of the program made it"
            case .busy: "somebody else holds it"
            case .closed: "the store is closed"
            case .invalid: "this cannot be stored"
            case .failed: "it failed"
            }
        return "\(place): \(action): \(reason)\(detail.isEmpty ? "" : " (\(detail))"); \(advice)"
    }
}
