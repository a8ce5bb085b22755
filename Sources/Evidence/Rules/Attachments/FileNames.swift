internal import Reading

/// What file names give away.
enum FileNames {
    /// Whether a file of this extension runs when it is opened.
    static func runs(_ fileExtension: String) -> Bool { programs.contains(fileExtension) }

    private static let programs: Set<String> = [
        "exe", "scr", "com", "pif", "bat", "cmd", "vbs", "vbe", "js", "jse", "wsf", "wsh", "hta", "ps1", "psm1", "msi", "msp", "cpl", "lnk",
        "jar", "reg", "dll", "apk", "appx", "msix", "scf", "url", "iqy", "slk", "inf", "gadget", "library-ms", "vhd", "vhdx", "iso", "img",
    ]

    private static let documents: Set<String> = [
        "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "txt", "rtf", "jpg", "jpeg", "png", "gif", "mp3", "mp4", "zip", "csv", "xml",
    ]

    /// Whether a name shows a document's extension before one that runs, or hides its end behind blanks.
    static func hidesProgram(_ name: String) -> Bool {
        guard name.utf8.count(where: { $0 == 0x2E }) >= 2 else { return false }
        let fields = name.lowercased().split(separator: ".").map { $0.trimmingBlanks }
        guard fields.count >= 3, let last = fields.last, runs(last) else { return false }
        return documents.contains(fields[fields.count - 2])
    }

    /// Whether an extension and what the first bytes say cannot both be true.
    static func contradicts(_ fileExtension: String, _ content: ContentKind) -> Bool {
        switch fileExtension {
        case "pdf": ![.pdf, .unknown, .empty].contains(content)
        case "jpg", "jpeg", "png", "gif": ![.image, .unknown, .empty].contains(content)
        case "docx", "xlsx", "pptx": ![.zip, .officeOld, .unknown, .empty].contains(content)
        case "doc", "xls", "ppt": ![.officeOld, .rtf, .zip, .html, .text, .unknown, .empty].contains(content)
        case "txt", "csv": ![.text, .html, .script, .unknown, .empty].contains(content)
        default: false
        }
    }

    /// A name as a sentence shows it.
    static func shown(_ name: String) -> String { String(name.prefix(80)) }
}

extension Substring {
    /// The text without blanks at its ends.
    fileprivate var trimmingBlanks: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
