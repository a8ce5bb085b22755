// Fuzzes the HTML module: the tokenizer in every mode, the reader, the sniffing of encodings.

import HTML

nonisolated(unsafe) private var reader = HTMLReader()
nonisolated(unsafe) private var page = HTMLPage()

/// Called by libFuzzer with one input; always gives 0.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
    let input = unsafe bytes.span
    // libFuzzer calls from one thread only, so the reused reader and page are never shared.
    unsafe reader.read(input, into: &page)
    _ = HTMLEncoding.sniff(input)
    let modes: [HTMLTokenizer.Mode] = [.data, .rcdata, .rawtext, .scriptData, .cdata]
    var text: [UInt8] = []
    var tokenizer = HTMLTokenizer(mode: modes[count % modes.count], lastStartTag: "script")
    while true {
        let kind = tokenizer.next(input)
        if kind == .end { break }
        if kind != .startTag && kind != .endTag && kind != .doctype { tokenizer.appendText(input, kind: kind, to: &text) }
    }
    return 0
}
