internal import ArgumentParser
internal import Settings

/// How a command line that cannot be understood is answered: as every other error, what is wrong first, and what to do last.
enum ErrorFrame {
    /// The words of the argument parser, in our frame.
    static func text(_ message: String) -> String {
        let prefix = "Error: "
        return message.hasPrefix(prefix) ? String(message.dropFirst(prefix.count)) : message
    }

    /// What is wrong with a command line that begins with a word that is no command; nothing when it does not.
    static func unknownCommand(_ arguments: [String]) -> String? {
        guard let word = arguments.dropFirst().first, !word.hasPrefix("-"), word != "help" else { return nil }
        let names = Chaffinch.configuration.subcommands.compactMap { $0.configuration.commandName }
        guard !names.contains(word) else { return nil }
        let guess = Spelling.nearest(to: word, in: names).map { "did you mean \($0)?" } ?? "there are \(names.joined(separator: ", "))"
        return "there is no command \(word); \(guess)\nSee 'chaffinch --help' for more information."
    }
}
