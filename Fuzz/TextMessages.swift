// Coverage-guided fuzzing of text messages: alphabets, headers, joining, and the lines of files of texts.
//
// The first byte chooses what is read, the next ones how; the rest is the input, so that the fuzzer reaches every reader.

import Messages
import TextMessages

private func split(_ input: Span<UInt8>) -> [Int] {
    // Parts of a long message, in turn: a byte of length, then so many bytes.
    var starts: [Int] = []
    var index = 0
    while index < input.count, starts.count < 40 {
        starts.append(index)
        index += 1 + Int(input[index])
    }
    return starts
}

private func fuzzUserData(_ input: Span<UInt8>, coding: UInt8, form: UInt8) {
    let packing: SeptetForm = form & 1 == 0 ? .unpacked : .packed(length: Int(form))
    let data = UserData(input, hasHeader: form & 2 != 0, coding: DataCoding(coding), septets: packing)
    var text: [UInt8] = []
    _ = data.appendText(to: &text)
    precondition(String(validating: text, as: UTF8.self) != nil, "decoding gave no UTF-8")
}

private func fuzzLongMessage(_ input: Span<UInt8>, coding: UInt8) {
    var long: LongMessage?
    for start in split(input) {
        let end = min(input.count, start + 1 + Int(input[start]))
        let part = UserData(input.extracting(start + 1..<end), hasHeader: true, coding: DataCoding(smpp: coding))
        if long == nil {
            long = LongMessage(startingWith: part)
        } else {
            long?.add(part)
        }
    }
    var text: [UInt8] = []
    _ = long?.appendText(to: &text)
    precondition(String(validating: text, as: UTF8.self) != nil, "joining gave no UTF-8")
}

private func fuzzSegmentation(_ input: Span<UInt8>) {
    let cut = Segmentation(input, languages: NationalLanguage.allCases.map { GSMAlphabet(locking: $0, single: $0) })
    var joined: [UInt8] = []
    var text: [UInt8] = []
    var defects: [Defect] = []
    for part in cut.parts { joined += part }
    if cut.coding == .gsm {
        cut.alphabet.decode(joined.span, into: &text, defects: &defects)
    } else {
        UTF16Text.decode(joined.span, into: &text, defects: &defects)
    }
    precondition(defects.isEmpty, "what was written cannot be read")
}

private func fuzzRecord(_ record: TextRecord?) {
    _ = record?.message(channel: .sms, arrival: Timestamp(milliseconds: 0))
}

/// One input of the fuzzer.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count >= 3 else { return 0 }
    let whole = unsafe UnsafeBufferPointer(start: start, count: count)
    let input = unsafe whole.span.extracting(3..<count)
    switch unsafe start[0] % 5 {
    case 0: fuzzUserData(input, coding: unsafe start[1], form: unsafe start[2])
    case 1: fuzzLongMessage(input, coding: unsafe start[1])
    case 2: fuzzSegmentation(input)
    case 3: fuzzRecord(try? TextRecord(tsv: input))
    default: fuzzRecord(try? TextRecord(json: input))
    }
    return 0
}
