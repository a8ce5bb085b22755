/// What is asked of held mail.
public enum QuarantineMethod: String, Sendable, Hashable, CaseIterable {
    /// What is held.
    case list
    /// A mail is handed over to be held.
    case hold
    /// One mail.
    case show
    /// Its bytes.
    case read
    /// It is handed on.
    case release
    /// It is dropped.
    case delete

    /// The path of what is held.
    static let prefix = "/v1/quarantine"

    /// The path, with a name in braces for the reference.
    var path: String {
        switch self {
        case .list: QuarantineMethod.prefix
        case .hold: QuarantineMethod.prefix + ":hold"
        case .show: QuarantineMethod.prefix + "/{ref}"
        case .read: QuarantineMethod.prefix + "/{ref}/mail"
        case .release: QuarantineMethod.prefix + "/{ref}:release"
        case .delete: QuarantineMethod.prefix + "/{ref}:delete"
        }
    }

    /// What is needed to ask: whoever hands mail over is not who releases it.
    var scope: Scope { self == .hold ? .hold : .quarantine }

    /// Whether the path names a mail.
    var isOfOne: Bool { self != .list && self != .hold }

    /// What is asked of which mail at a path; nothing where it is of none.
    static func asked(at path: String) -> (reference: String, method: QuarantineMethod)? {
        guard path.hasPrefix(prefix + "/") else { return nil }
        let rest = path.dropFirst(prefix.count + 1)
        let reference = String(rest.prefix { $0 != "/" && $0 != ":" })
        guard !reference.isEmpty,
            let method = allCases.first(where: { $0.isOfOne && $0.path == "\(prefix)/{ref}\(rest.dropFirst(reference.count))" })
        else { return nil }
        return (reference, method)
    }
}
