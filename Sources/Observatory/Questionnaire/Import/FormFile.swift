internal import JSON

/// A file of returned forms: the offline form's JSON, or submissions of an XLSForm as CSV, JSON or XML.
struct FormFile {
    private(set) var forms: [ReturnedForm] = []
    private(set) var problems: [FormProblem] = []
    private let path: String
    private let instrument: Instrument

    /// Reads a file as far as it can be read.
    init(_ bytes: [UInt8], path: String, instrument: Instrument) {
        self.path = path
        self.instrument = instrument
        read(bytes)
    }

    private mutating func read(_ bytes: [UInt8]) {
        guard bytes.count <= FormLimits.fileBytes else {
            return report(nil, nil, "the file is larger than \(FormLimits.fileBytes >> 20) MiB; split it")
        }
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        guard let first = bytes.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
            return report(nil, nil, "the file is empty")
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return report(nil, nil, "the file is UTF-16; save it in UTF-8")
        }
        switch first {
        case UInt8(ascii: "{"), UInt8(ascii: "["): readJSON(bytes)
        case UInt8(ascii: "<"): readXML(bytes)
        case UInt8(ascii: "P") where bytes.starts(with: Array("PK\u{3}\u{4}".utf8)):
            report(nil, nil, "this is a spreadsheet or an archive; export the submissions as CSV, JSON or XML")
        default: readCSV(bytes)
        }
    }

    private mutating func report(_ line: Int?, _ field: String?, _ message: String) {
        problems.append(FormProblem(path: path, line: line, field: field, message: message))
    }

    private func line(of offset: Int, in bytes: [UInt8]) -> Int { 1 + bytes.prefix(offset).count { $0 == 0x0A } }

    // MARK: CSV

    private mutating func readCSV(_ bytes: [UInt8]) {
        var reader = SeparatedValues(bytes)
        guard let header = reader.next() else { return }
        let names = header.values.map { String(decoding: $0, as: UTF8.self) }
        guard names.count > 1, names.count <= FormLimits.fields * 12 else {
            return report(1, nil, "this is neither JSON nor XML nor CSV with a line of names; send what the form saved")
        }
        while let row = reader.next() {
            if row.values.count == 1, row.values[0].isEmpty { continue }
            guard forms.count < FormLimits.forms else {
                return report(row.line, nil, "there are more than \(FormLimits.forms) forms; split the file")
            }
            guard !row.isBroken else {
                report(row.line, nil, "a quote is not closed: the line was cut off; it was left out")
                continue
            }
            guard row.values.count == names.count else {
                report(row.line, nil, "there are \(row.values.count) values for \(names.count) names; the line was left out")
                continue
            }
            var form = ReturnedForm(line: row.line)
            for (name, value) in zip(names, row.values) {
                guard let text = String(validating: value, as: UTF8.self) else {
                    report(row.line, name, "this is not UTF-8; save the file in UTF-8")
                    continue
                }
                form.take(name, text, line: row.line, in: instrument)
            }
            forms.append(form)
        }
    }

    // MARK: XML

    private mutating func readXML(_ bytes: [UInt8]) {
        guard String(validating: bytes, as: UTF8.self) != nil else { return report(nil, nil, "this is not UTF-8; save the file in UTF-8") }
        var form = ReturnedForm()
        var reader = SubmissionXML(bytes)
        do {
            try reader.read { name, text, line in form.take(name, text, line: line, in: instrument) }
        } catch {
            report(error.line, nil, error.message)
        }
        if !form.fields.isEmpty { forms.append(form) }
    }

    // MARK: JSON

    private mutating func readJSON(_ bytes: [UInt8]) {
        do {
            take(try JSONValue(bytes.span), bytes)
        } catch {
            let line = line(of: error.offset, in: bytes)
            report(line, nil, "\(error.code.rawValue); what stands before is read line by line")
            readLines(bytes)
        }
    }

    private mutating func take(_ value: JSONValue, _ bytes: [UInt8]) {
        switch value {
        case .object where value["answers"] != nil: takeOwn(value)
        case .object where value["value"]?.elements != nil: takeAll(value["value"]?.elements ?? [])
        case .object where value["results"]?.elements != nil: takeAll(value["results"]?.elements ?? [])
        case .list(let elements): takeAll(elements)
        case .object: takeAll([value])
        default: report(1, nil, "this is \(value.kind), not a form")
        }
    }

    private mutating func takeAll(_ submissions: [JSONValue]) {
        for submission in submissions {
            guard forms.count < FormLimits.forms else {
                return report(nil, nil, "there are more than \(FormLimits.forms) forms; split the file")
            }
            if submission["answers"] != nil {
                takeOwn(submission)
                continue
            }
            var form = ReturnedForm()
            takeFlat("", submission, into: &form)
            forms.append(form)
        }
    }

    /// Submissions have their groups as objects, or before the names.
    private func takeFlat(_ name: String, _ value: JSONValue, into form: inout ReturnedForm) {
        switch value {
        case .object(let members): for member in members { takeFlat(member.name, member.value, into: &form) }
        case .string, .number, .bool: form.take(name, FormFile.text(value), line: 1, in: instrument)
        case .list(let elements):
            let isPlain = elements.allSatisfy { $0.text != nil }
            if isPlain { form.take(name, elements.compactMap(\.text).joined(separator: " "), line: 1, in: instrument) }
        case .null: break
        }
    }

    private static func text(_ value: JSONValue) -> String {
        value.text ?? value.number ?? value.flag.map { $0 ? "true" : "false" } ?? value.elements?.compactMap(\.text).joined(separator: " ")
            ?? ""
    }

    /// What the offline form saved.
    private mutating func takeOwn(_ value: JSONValue) {
        var form = ReturnedForm()
        takeHead(value, into: &form)
        guard case .object(let members)? = value["answers"] else {
            return report(nil, "answers", "this is no object; send what the form saved")
        }
        for member in members { takeOwn(member.name, member.value, line: 1, into: &form) }
        forms.append(form)
    }

    private func takeHead(_ value: JSONValue, into form: inout ReturnedForm) {
        form.id = value["id"]?.text ?? form.id
        form.respondent = value["respondent"]?.text ?? form.respondent
        form.round = value["round"]?.text ?? form.round
        form.version = value["version"]?.number.flatMap { Int($0) } ?? form.version
    }

    private func takeOwn(_ code: String, _ value: JSONValue, line: Int, into form: inout ReturnedForm) {
        guard instrument[code] != nil else { return form.unknown.append((code, line)) }
        guard case .object(let members) = value else { return form.take(code, FormFile.text(value), line: line, in: instrument) }
        var parts = AnswerReader.Fields()
        for member in members { parts[member.name == "notAvailable" ? "na" : member.name] = FormFile.text(member.value) }
        form.fields[code] = (parts.filter { !$0.value.isEmpty }, line)
    }

    /// Reads what is left of a file that was cut off: our form writes one answer a line.
    private mutating func readLines(_ bytes: [UInt8]) {
        var form = ReturnedForm()
        for (place, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() where line.count > 4 {
            var text = Array(line)
            while let last = text.last, [0x2C, 0x20, 0x0D].contains(last) { text.removeLast() }
            guard let value = try? JSONValue((Array("{".utf8) + text + Array("}".utf8)).span), case .object(let members) = value else {
                continue
            }
            takeHead(value, into: &form)
            for member in members where instrument[member.name] != nil {
                takeOwn(member.name, member.value, line: place + 1, into: &form)
            }
        }
        if !form.fields.isEmpty { forms.append(form) }
    }
}
