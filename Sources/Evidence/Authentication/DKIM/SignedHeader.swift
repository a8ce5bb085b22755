/// The part of a header that a signature covers.
enum SignedHeader {
    /// The fields that a list of names stands for, nothing for each name that has no field left (RFC 6376 section 5.4.2).
    static func selection(of names: [Range<Int>], in list: TagList, of mail: RawMail) -> [Int?] {
        var selection = FieldSelection(of: mail)
        let bytes = list.bytes.span
        var selected: [Int?] = []
        selected.reserveCapacity(names.count)
        for name in names { selected.append(selection.next(bytes.extracting(name), in: mail)) }
        return selected
    }

    /// What is signed of the header: the selected fields, then the signature's own field without the signature (section 3.7).
    static func bytes(of fields: [Int?], own: Int, without area: Range<Int>, by canonicalisation: Canonicalisation, in mail: RawMail)
        -> [UInt8]
    {
        let canonicaliser = HeaderCanonicaliser(canonicalisation: canonicalisation, lineEnds: mail.lineEnds)
        var output: [UInt8] = []
        var bound = canonicaliser.bound(of: mail.fields[own])
        for case let field? in fields { bound += canonicaliser.bound(of: mail.fields[field]) }
        output.reserveCapacity(bound)
        for case let field? in fields { canonicaliser.append(mail.fields[field], of: mail.bytes, to: &output) }
        let start = mail.fields[own].body.lowerBound
        let left = (start + area.lowerBound)..<(start + area.upperBound)
        canonicaliser.append(mail.fields[own], of: mail.bytes, without: left, to: &output)
        return output
    }
}

extension SignedHeader {
    /// A field with the signature over the named fields of a mail and over itself.
    static func sign(
        _ writer: TagWriter, with key: DKIMSigningKey, over names: [String], of mail: RawMail, by canonicalisation: Canonicalisation
    ) -> [UInt8]? {
        var selection = FieldSelection(of: mail)
        let canonicaliser = HeaderCanonicaliser(canonicalisation: canonicalisation, lineEnds: mail.lineEnds)
        var data: [UInt8] = []
        for name in names {
            let bytes = Array(name.utf8)
            if let field = selection.next(bytes.span, in: mail) { canonicaliser.append(mail.fields[field], of: mail.bytes, to: &data) }
        }
        return sign(writer, with: key, after: data, by: canonicalisation)
    }

    /// A field with the signature over data and over itself.
    static func sign(
        _ writer: TagWriter, with key: DKIMSigningKey, after data: [UInt8], by canonicalisation: Canonicalisation
    ) -> [UInt8]? {
        var data = data
        let own = HeaderCanonicaliser(canonicalisation: canonicalisation, lineEnds: .crlf)
        let nothing = writer.signaturePlace..<writer.signaturePlace
        own.append(writer.field, of: writer.bytes, without: nothing, to: &data)
        return key.signature(of: data).map(writer.finished)
    }
}

extension RawMail {
    /// Lines with the line ends of the mail.
    func withOwnLineEnds(_ lines: [UInt8]) -> [UInt8] {
        lineEnds == .crlf ? lines : lines.filter { $0 != 0x0D }
    }
}
