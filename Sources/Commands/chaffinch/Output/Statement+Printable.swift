internal import Localization

extension Statement {
    /// The same, with nothing in its details that a terminal would obey. To be asked before directions are isolated: isolation puts in
    /// controls of its own.
    var printable: Statement {
        let shown = details.map { detail -> Detail in
            switch detail {
            case .text(let text): .text(Terminal.safe(text))
            case .statement(let inner): .statement(inner.printable)
            }
        }
        return Statement(key, details: shown)
    }
}
