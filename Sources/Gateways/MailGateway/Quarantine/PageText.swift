/// Text as it stands in pages that we write, in mails and over HTTP.
public enum PageText {
    /// Text without mark-up.
    public static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.append(character)
            }
        }
    }

    /// What a stranger wrote: no mark-up, nothing that mail programs make a link of, no turning of what stands beside.
    public static func quoted(_ text: String) -> String {
        // A word joiner behind each point and colon: programs that make links of what looks like one do not see one.
        "<bdi>" + escaped(text).replacing(".", with: ".&#8288;").replacing(":", with: ":&#8288;") + "</bdi>"
    }
}
