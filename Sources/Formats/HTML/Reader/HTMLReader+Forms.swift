internal import Messages

extension HTMLReader {
    mutating func addForm(_ input: Span<UInt8>, isHidden: Bool, _ page: inout HTMLPage) {
        guard page.forms.count < limits.forms else {
            page.counts.unlisted &+= 1
            return
        }
        let action = keep(input, tokenizer.known[.action], isTarget: true, &page)
        if tokenizer.known.has(.action) { addTarget(.form, action, isHidden: isHidden, &page) }
        var isPost = false
        if let index = tokenizer.known[.method] { isPost = tokenizer.attributeSlots[index].begins(with: "post", in: input) }
        openForm = page.forms.count
        page.forms.append(
            HTMLForm(
                action: action, isPost: isPost, fields: [], inputs: 0, hiddenInputs: 0, offset: UInt32(clamping: tokenizer.start)))
    }

    mutating func addField(_ input: Span<UInt8>, _ tag: HTMLTag, isHidden: Bool, _ page: inout HTMLPage) {
        var fields: HTMLForm.Fields = []
        var isHiddenField = false
        if tag == .input, let index = tokenizer.known[.type] {
            decode(input, index)
            switch PackedName(scratch.span, from: 0, to: scratch.count) {
            case Self.hiddenType: isHiddenField = true
            case Self.passwordType: fields.formUnion(.password)
            case Self.emailType: fields.formUnion(.mailbox)
            case Self.telephoneType: fields.formUnion(.telephone)
            case Self.fileType: fields.formUnion(.file)
            default: break
            }
        }
        if !isHiddenField {
            for name in [HTMLAttributeName.name, .id, .placeholder, .autocomplete] {
                guard let index = tokenizer.known[name] else { continue }
                decode(input, index)
                fields.formUnion(FieldWords.fields(in: scratch.span))
            }
        }
        if let index = tokenizer.known[.formaction] {
            addTarget(.formAction, keep(input, index, isTarget: true, &page), isHidden: isHidden, &page)
        }
        if tag == .input, let index = tokenizer.known[.src] {
            addTarget(.image, keep(input, index, isTarget: true, &page), isHidden: isHidden, &page)
        }
        if openForm >= 0 {
            page.forms[openForm].note(fields, isHidden: isHiddenField)
        } else {
            page.looseFields.note(fields, isHidden: isHiddenField)
        }
    }

    private static let hiddenType = PackedName("hidden")
    private static let passwordType = PackedName("password")
    private static let emailType = PackedName("email")
    private static let telephoneType = PackedName("tel")
    private static let fileType = PackedName("file")
}

extension HTMLForm {
    fileprivate mutating func note(_ fields: Fields, isHidden: Bool) {
        self.fields.formUnion(fields)
        if isHidden { hiddenInputs &+= 1 } else { inputs &+= 1 }
    }
}

/// The words in the names of fields that say what they ask for.
private enum FieldWords {
    /// How many bytes of a name are looked at.
    private static let longestName = 64

    /// By first letter, `a` to `z`.
    private static let byLetter: [[(word: StaticString, fields: HTMLForm.Fields)]] = {
        let words: [(StaticString, HTMLForm.Fields)] = [
            ("password", .password), ("passwd", .password), ("passcode", .password), ("user", .login), ("login", .login),
            ("cardnumber", .card), ("cardno", .card), ("card-number", .card), ("card_number", .card), ("cc-number", .card),
            ("ccnum", .card), ("creditcard", .card), ("credit-card", .card), ("credit_card", .card), ("debit", .card),
            ("cvv", .cardCode), ("cvc", .cardCode), ("csc", .cardCode), ("securitycode", .cardCode), ("expir", .expiry),
            ("cc-exp", .expiry), ("expdate", .expiry), ("pincode", .pin), ("atmpin", .pin), ("otp", .oneTimeCode),
            ("one-time-code", .oneTimeCode), ("smscode", .oneTimeCode), ("iban", .account),
            ("account", .account), ("sortcode", .account), ("routing", .account), ("ssn", .identity), ("socialsecurity", .identity),
            ("passport", .identity), ("national", .identity), ("email", .mailbox), ("e-mail", .mailbox), ("phone", .telephone),
            ("mobile", .telephone),
        ]
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).map { letter in
            words.filter { "\($0.0)".utf8.first == letter }.map { (word: $0.0, fields: $0.1) }
        }
    }()

    static func fields(in name: Span<UInt8>) -> HTMLForm.Fields {
        var found: HTMLForm.Fields = []
        let end = min(name.count, longestName)
        for at in 0..<end {
            let letter = Int(ASCII.lowered(name[at])) - 0x61
            guard (0..<26).contains(letter) else { continue }
            for entry in byLetter[letter] where name.matches(entry.word, at: at) { found.formUnion(entry.fields) }
            // `pin` alone is a word, inside others (`shipping`) it is not.
            if name.matches("pin", at: at), !isLetter(name, at - 1), !isLetter(name, at + 3) { found.formUnion(.pin) }
        }
        return found
    }

    private static func isLetter(_ name: Span<UInt8>, _ at: Int) -> Bool {
        at >= 0 && at < name.count && ASCII.isLetter(name[at])
    }
}
