// The reading half of `AuthenticationResults`.

import Messages

/// One pass over an Authentication-Results field (RFC 8601 section 2.2).
struct AuthenticationResultsReading {
    var server = ""
    var version = 1
    var results: [AuthenticationResults.Result] = []
    var scanner: ResultScanner
    private var propertyCount = 0
    private var saysNone = false

    init(_ range: Range<Int>) {
        scanner = ResultScanner(range)
    }

    mutating func run(_ bytes: Span<UInt8>) {
        let hasServer = readServer(bytes)
        if !hasServer { readResult(bytes) }
        while !scanner.isAtEnd {
            // What stopped before a semicolon stopped at the end, so this is one.
            scanner.step()
            scanner.skipSpace(bytes)
            // A semicolon at the end is common and harmless.
            if scanner.isAtEnd { break }
            if scanner.byte(bytes) == 59 {
                scanner.defects.note(.resultsMalformed, at: scanner.index)
                continue
            }
            guard results.count < FieldLimits.results, propertyCount < FieldLimits.resultProperties else {
                scanner.defects.note(.resultsTooMany, at: scanner.index)
                return
            }
            readResult(bytes)
        }
        if saysNone, !results.isEmpty { scanner.defects.note(.resultsNoneBesideOthers, at: scanner.end) }
    }

    /// Reads the server's name and the version, and moves to the semicolon behind. Says whether there is a name.
    mutating func readServer(_ bytes: Span<UInt8>) -> Bool {
        scanner.skipSpace(bytes)
        let start = scanner.index
        server = scanner.value(bytes, endsAtEquals: true)
        scanner.skipSpace(bytes)
        if server.isEmpty || scanner.byte(bytes) == 61 {
            scanner.defects.note(.resultsWithoutServer, at: start)
            server = ""
            if scanner.byte(bytes) != 61 { return scanner.isAtEnd || scanner.byte(bytes) == 59 }
            scanner.back(to: start)
            return false
        }
        if let number = scanner.number(bytes) {
            version = number
            if number != 1 { scanner.defects.note(.resultsVersion, at: start) }
            scanner.skipSpace(bytes)
        }
        if !scanner.isAtEnd, scanner.byte(bytes) != 59 {
            scanner.defects.note(.resultsMalformed, at: scanner.index)
            scanner.skipItem(bytes)
        }
        return true
    }

    /// Reads one method with its result, and moves to the semicolon behind.
    private mutating func readResult(_ bytes: Span<UInt8>) {
        scanner.comments.removeAll(keepingCapacity: true)
        let start = scanner.index
        let method = scanner.keyword(bytes)
        scanner.skipSpace(bytes)
        var methodVersion = 1
        if scanner.byte(bytes) == 47 {
            scanner.step()
            scanner.skipSpace(bytes)
            methodVersion = scanner.number(bytes) ?? 1
            scanner.skipSpace(bytes)
        }
        if method == "none", scanner.isAtEnd || scanner.byte(bytes) == 59 {
            saysNone = true
            return
        }
        guard !method.isEmpty, scanner.byte(bytes) == 61 else { return passOver(bytes, from: start) }
        scanner.step()
        scanner.skipSpace(bytes)
        let word = scanner.keyword(bytes)
        guard !word.isEmpty else { return passOver(bytes, from: start) }
        var result = AuthenticationResults.Result(method, word, version: methodVersion)
        scanner.skipSpace(bytes)
        while !scanner.isAtEnd, scanner.byte(bytes) != 59 {
            readProperty(bytes, of: &result)
            scanner.skipSpace(bytes)
        }
        result.comment = String(decoding: scanner.comments, as: UTF8.self)
        results.append(result)
    }

    private mutating func passOver(_ bytes: Span<UInt8>, from start: Int) {
        scanner.defects.note(.resultsMalformed, at: start)
        scanner.skipItem(bytes)
    }

    /// Reads `reason=...` or `type.name=...`; always moves on.
    private mutating func readProperty(_ bytes: Span<UInt8>, of result: inout AuthenticationResults.Result) {
        let start = scanner.index
        var type = ""
        var name = scanner.keyword(bytes)
        scanner.skipSpace(bytes)
        if scanner.byte(bytes) == 46 {
            scanner.step()
            scanner.skipSpace(bytes)
            type = name
            name = scanner.keyword(bytes)
            scanner.skipSpace(bytes)
        }
        guard !name.isEmpty, scanner.byte(bytes) == 61 else {
            scanner.defects.note(.resultsProperty, at: start)
            // A word that is no property is passed over, so that those behind it count.
            if scanner.index == start {
                _ = scanner.value(bytes)
                if scanner.index == start { scanner.step() }
            }
            return
        }
        scanner.step()
        scanner.skipSpace(bytes)
        let place = scanner.index
        let value = scanner.value(bytes, unquoted: .resultsUnquoted)
        if type.isEmpty, name == "reason", result.reason == nil {
            result.reason = value
            return
        }
        if type.isEmpty || scanner.index == place { scanner.defects.note(.resultsProperty, at: start) }
        propertyCount += 1
        guard propertyCount <= FieldLimits.resultProperties else { return scanner.defects.note(.resultsTooMany, at: start) }
        result.properties.append(AuthenticationResults.Property(type, name, value))
    }
}
