/// The part of a header that a signature covers.
enum SignedHeader {
    /// The fields that a list of names stands for, nothing for each name that has no field left (RFC 6376 section 5.4.2).
    static func selection(of names: [Range<Int>], in list: TagList, of mail: RawMail) -> [Int?] {
        var selection = FieldSelection(of: mail)
        let bytes = list.bytes.span
        var selected: [Int?] = []
        selected.reserveCapacity(names.count)
        for name in names { selected.append(selection.next(bytes.extracting(name))) }
        return selected
    }

    /// What is signed of the header: the selected fields, then the signature's own field without the signature (section 3.7).
    static func bytes(of fields: [Int?], own: Int, without area: Range<Int>, by canonicalisation: Canonicalisation, in mail: RawMail)
        -> [UInt8]
    {
        let canonicaliser = HeaderCanonicaliser(canonicalisation: canonicalisation, lineEnds: mail.lineEnds)
        var output: [UInt8] = []
        output.reserveCapacity(2048)
        for case let field? in fields { canonicaliser.append(mail.fields[field], of: mail.bytes, to: &output) }
        let start = mail.fields[own].body.lowerBound
        let left = (start + area.lowerBound)..<(start + area.upperBound)
        canonicaliser.append(mail.fields[own], of: mail.bytes, without: left, to: &output)
        return output
    }

    static func bytes(of outcome: DKIMSignatureOutcome, _ signature: DKIMSignature, in mail: RawMail) -> [UInt8] {
        bytes(
            of: outcome.selected, own: outcome.field, without: signature.signatureArea, by: signature.canonicalisation.header, in: mail)
    }
}
