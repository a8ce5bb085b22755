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
    _ = (data.alphabet, data.isForApplication, data.header?.waiting)
}

/// What is packed unpacks to the same septets, after a header of any length.
private func fuzzPacking(_ input: Span<UInt8>, header: UInt8) {
    let fill = SeptetPacking.fillBits(afterHeaderOf: Int(header))
    precondition(SeptetPacking.septets(ofHeader: Int(header)) * 7 == Int(header) * 8 + fill, "text begins at a septet")
    var octets: [UInt8] = []
    var septets: [UInt8] = []
    var defects: [Defect] = []
    SeptetPacking.pack(input, fillBits: fill, into: &octets)
    SeptetPacking.unpack(octets.span, count: input.count, fillBits: fill, into: &septets, defects: &defects)
    precondition(defects.isEmpty && septets.count == input.count, "all septets come back")
    for index in input.indices { precondition(septets[index] == input[index] & 0x7F, "a septet comes back") }
}

/// What an alphabet can write has as many septets as it says.
private func fuzzEncoding(_ input: Span<UInt8>, locking: UInt8, single: UInt8) {
    let languages = NationalLanguage.allCases
    let encoder = GSMEncoder(
        GSMAlphabet(locking: languages[Int(locking) % languages.count], single: languages[Int(single) % languages.count]))
    var septets: [UInt8] = []
    let isWritten = encoder.encode(input, into: &septets)
    precondition(encoder.septetCount(of: input) == (isWritten ? septets.count : nil), "the count is the count")
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
    if let long { precondition(long.isComplete == long.missing.isEmpty, "what is complete misses nothing") }
    var text: [UInt8] = []
    _ = long?.appendText(to: &text)
    precondition(String(validating: text, as: UTF8.self) != nil, "joining gave no UTF-8")
}

private func fuzzSegmentation(_ input: Span<UInt8>, reference: Segmentation.Reference) {
    let cut = Segmentation(
        input, languages: NationalLanguage.allCases.map { GSMAlphabet(locking: $0, single: $0) }, reference: reference)
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
    for channel in [.sms, .email, .im] as [Channel] { _ = record?.message(channel: channel, arrival: Timestamp(milliseconds: 0)) }
}

/// One input of the fuzzer.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count >= 3 else { return 0 }
    let whole = unsafe UnsafeBufferPointer(start: start, count: count)
    let input = unsafe whole.span.extracting(3..<count)
    let (first, second) = unsafe (start[1], start[2])
    switch unsafe start[0] % 7 {
    case 0: fuzzUserData(input, coding: first, form: second)
    case 1: fuzzLongMessage(input, coding: first)
    case 2: fuzzSegmentation(input, reference: first & 1 == 0 ? .eightBit : .sixteenBit)
    case 3: fuzzRecord(try? TextRecord(tsv: input))
    case 4: fuzzRecord(try? TextRecord(json: input))
    case 5: fuzzPacking(input, header: first)
    default: fuzzEncoding(input, locking: first, single: second)
    }
    return 0
}
