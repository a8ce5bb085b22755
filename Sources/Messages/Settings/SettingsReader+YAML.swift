internal import Messages
internal import Yams

/// The file: YAML 1.2, one document, sections of sections. Yams counts lines, and libyaml below it bounds how deep nodes may nest.
extension SettingsReader {
    mutating func read(_ file: SettingsFile) {
        seen = [:]
        let root: Node?
        do {
            root = try compose(yaml: file.text)
        } catch {
            let (line, message) = SettingsReader.complaint(of: error)
            report(.unreadable, "", .file(path: file.path, line: line), message)
            return
        }
        guard let root, !SettingsReader.isNothing(root) else { return }
        guard case .mapping(let mapping) = root else {
            report(.wrongShape, "", origin(of: root, in: file), "the file has to hold sections of settings, each 'name: value'")
            return
        }
        walk(mapping, below: "", in: file)
    }

    /// Reads a section's keys. It goes down only where the catalogue has a section, so it is no deeper than a key has words.
    private mutating func walk(_ mapping: Node.Mapping, below section: String, in file: SettingsFile) {
        for (keyNode, value) in mapping {
            let origin = origin(of: keyNode, in: file)
            guard case .scalar(let scalar) = keyNode else {
                report(.wrongShape, section, origin, "the name of a setting has to be a word")
                continue
            }
            let name = section.isEmpty ? scalar.string : "\(section).\(scalar.string)"
            switch value {
            case .mapping(let inner):
                if isSection(name) {
                    walk(inner, below: name, in: file)
                } else if catalogue[name] != nil || PolicyPlace(name) != nil {
                    report(.wrongShape, name, origin, "this is a setting and takes a value; nothing can stand below it")
                } else {
                    problems.append(catalogue.unknown(name, origin: origin))
                }
            case .sequence(let members):
                let words = members.compactMap { member -> String? in
                    if case .scalar(let word) = member, !SettingsReader.isNothing(member) { return word.string }
                    return nil
                }
                if words.count == members.count {
                    take(name, .list(words), origin: origin, path: file.resolved)
                } else {
                    report(.wrongValue, name, origin, "a list has to be of plain words")
                }
            case .scalar(let scalar):
                if !SettingsReader.isNothing(value) {
                    take(name, .scalar(scalar.string), origin: origin, path: file.resolved)
                } else if !isSection(name) {
                    report(.wrongValue, name, origin, "the value is missing; delete the line to have the default")
                }
            case .alias:
                report(.wrongShape, name, origin, "aliases are not read; write the value out")
            }
        }
    }

    /// Whether settings stand below a name: a section of the catalogue, or a channel or a channel's direction of policy.
    private func isSection(_ name: String) -> Bool {
        if catalogue.isSection(name) { return true }
        let words = name.split(separator: ".", omittingEmptySubsequences: false)
        guard (2...3).contains(words.count), words[0] == "policy", catalogue[name] == nil else { return false }
        return SettingKind.isCode(words[1])
    }

    private func origin(of node: Node, in file: SettingsFile) -> SettingOrigin {
        .file(path: file.path, line: node.mark?.line ?? 1)
    }

    static func isNothing(_ node: Node) -> Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
        return ["", "~", "null"].contains(scalar.string)
    }

    static func complaint(of error: any Error) -> (line: Int, message: String) {
        guard let error = error as? YamlError else { return (1, "not readable as YAML") }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            return (mark.line, "not YAML here: \(problem); look for a missing colon, quote or space before this place")
        case .duplicatedKeysInMapping(let duplicates, let context):
            return (context.mark.line, "set twice in one section: \(duplicates.joined(separator: ", "))")
        case .reader(let problem, _, _, _):
            return (1, "not YAML: \(problem)")
        default:
            return (1, "not readable as YAML")
        }
    }
}
