// Signs that a URL's own bytes show: scheme, file names, encoding, other URLs inside. Bytes are hostile; one pass each.

/// Looks at the parts of a URL. Components come from the parser: ASCII, percent-encoded.
enum LinkShape {
    static func schemeSigns(_ scheme: Span<UInt8>) -> LinkSigns {
        if ByteClass.equal(scheme, "https") { return [] }
        if ByteClass.equal(scheme, "http") { return .plainHTTP }
        if ByteClass.equal(scheme, "data") { return .dataScheme }
        // What looks like a scheme of one letter is the letter of a drive.
        if scheme.count == 1 || ByteClass.equal(scheme, "file") || ByteClass.equal(scheme, "smb") { return .fileScheme }
        return ByteClass.equal(scheme, "javascript") || ByteClass.equal(scheme, "vbscript") ? .scriptScheme : []
    }

    /// Whether a user name would be read as a host: a dot, or `www`.
    static func looksLikeHost(_ username: Span<UInt8>) -> Bool {
        var index = 1
        while index + 1 < username.count {
            if username[index] == 46, ByteClass.isAlphanumeric(username[index - 1]), ByteClass.isLetter(username[index + 1]) { return true }
            index += 1
        }
        return false
    }

    private static let executables = [
        "exe", "scr", "bat", "cmd", "pif", "js", "jse", "vbs", "vbe", "wsf", "wsh", "hta", "msi", "msix", "apk", "ipa", "jar", "ps1",
        "lnk", "iso", "img", "vhd", "dmg", "pkg", "deb", "cpl", "dll", "reg", "xll", "docm", "xlsm", "pptm", "one", "chm", "appx", "url",
    ].map(packed)
    private static let archives = [
        "zip", "rar", "7z", "gz", "tar", "tgz", "cab", "ace", "arj", "xz", "bz2", "lzh", "uue", "z",
    ].map(packed)

    /// The bytes of a short ending in one number.
    private static func packed(_ ending: String) -> UInt64 {
        ending.utf8.reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// What kind of file the path ends in.
    static func fileSigns(_ path: Span<UInt8>) -> LinkSigns {
        var dot = path.count
        while dot > 0, path.count - dot < 6, path[dot - 1] != 46 {
            if path[dot - 1] == 47 { return [] }
            dot -= 1
        }
        guard dot > 1, path[dot - 1] == 46, dot < path.count else { return [] }
        var ending: UInt64 = 0
        for index in dot..<path.count { ending = ending << 8 | UInt64(ByteClass.lowered(path[index])) }
        if executables.contains(ending) { return .executable }
        return archives.contains(ending) ? .archive : []
    }

    /// Whether a letter or digit is percent-encoded (RFC 3986 section 2.3: it should not be).
    static func hasNeedlessEncoding(_ text: Span<UInt8>) -> Bool {
        var index = 0
        while index + 2 < text.count {
            if text[index] == 37, let high = ByteClass.hexadecimal(text[index + 1]), let low = ByteClass.hexadecimal(text[index + 2]),
                ByteClass.isAlphanumeric(high << 4 | low)
            {
                return true
            }
            index += 1
        }
        return false
    }

    /// Whether another URL stands inside: `?url=http...`, `/https://...`, or one in Base64. The text is decoded and in lower case.
    static func isRedirector(_ text: Span<UInt8>) -> Bool {
        var index = 1
        while index + 7 < text.count {
            let before = text[index - 1]
            if before == 61 || before == 47 || before == 63 || before == 35 || before == 38 {
                if text[index] == 104, ByteClass.starts(text, with: "http", at: index) {
                    let after = index + (text[index + 4] == 115 ? 5 : 4)
                    if after < text.count, text[after] == 58 { return true }
                }
                if text[index] == 97, ByteClass.starts(text, with: "ahr0c", at: index) { return true }  // "http" in Base64, in lower case
                if before == 61, text[index] == 47, text[index + 1] == 47 { return true }
            }
            index += 1
        }
        return false
    }

    static func equal(_ first: Span<UInt8>, _ second: Span<UInt8>) -> Bool {
        guard first.count == second.count else { return false }
        for index in 0..<first.count where ByteClass.lowered(first[index]) != ByteClass.lowered(second[index]) { return false }
        return true
    }
}
