/// Text as it stands in pages that we write, in mails and over HTTP.
public enum PageText {
    /// Text without mark-up.
    public static func escaped(_ text: String) -> String { escaped(text) { String($0) } }

    /// Scalar by scalar: a sign that a stranger puts something before that joins it (U+0600) is no character of its own, and mark-up all the same.
    private static func escaped(_ text: String, other: (Unicode.Scalar) -> String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result += other(scalar)
            }
        }
    }

    /// What a stranger wrote, where there is no mark-up at all.
    public static func plain(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            result += scalar == "." || scalar == ":" ? "\(scalar)\u{2060}" : String(scalar)
        }
    }

    /// What a stranger wrote: no mark-up, nothing that mail programs make a link of, no turning of what stands beside.
    public static func quoted(_ text: String) -> String {
        // A word joiner behind each point and colon: programs that make links of what looks like one do not see one.
        "<bdi>" + escaped(text) { $0 == "." || $0 == ":" ? "\($0)&#8288;" : String($0) } + "</bdi>"
    }
}
