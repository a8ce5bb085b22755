// Fuzz harness of the protocols of mail filters: packets of Milter, requests of spamd. Uses: Milter, Spamd.
//
// The first byte says into how long pieces the rest is cut on its way. However that is, what is read must be the same.

import Milter
import Spamd

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMailProtocols(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 1 else { return 0 }
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    let step = Int(input[0] & 15) + 1
    let bytes = Array(input[1...])
    milter(bytes, step: step)
    spamd(bytes, step: step)
    return 0
}

private func commands(_ bytes: [UInt8], step: Int) -> [MilterCommand] {
    var reader = MilterPacketReader(limit: 4096)
    var commands: [MilterCommand] = []
    for start in stride(from: 0, to: bytes.count, by: step) {
        reader.append(bytes[start..<min(start + step, bytes.count)])
        do { while let command = try reader.next() { commands.append(command) } } catch { return commands }
    }
    return commands
}

private func milter(_ bytes: [UInt8], step: Int) {
    let found = commands(bytes, step: step)
    precondition(found == commands(bytes, step: max(1, bytes.count)), "however the bytes are cut, the commands are the same")
    var output: [UInt8] = []
    for case .header(let name, let body) in found {
        MilterReply.insertHeader(at: 0, name: name, body: body).write(into: &output)
        MilterReply.quarantine(String(decoding: body, as: UTF8.self)).write(into: &output)
    }
    var rest = output[...]
    while !rest.isEmpty {
        let length = rest.prefix(4).reduce(0) { ($0 << 8) | Int($1) }
        precondition(length > 0 && rest.count >= 4 + length, "replies are whole packets")
        rest = rest.dropFirst(4 + length)
    }
}

private func request(_ bytes: [UInt8], step: Int) -> String {
    var reader = SpamdRequestReader(limits: .init(head: 256, message: 512))
    do {
        for start in stride(from: 0, to: bytes.count, by: step) {
            if case .whole(let request, let message) = try reader.append(bytes[start..<min(start + step, bytes.count)]) {
                precondition(message.count <= 512, "what is kept is bounded")
                return "\(request) \(message.count)"
            }
        }
        return try reader.finish().map { "\($0.request) \($0.message.count)" } ?? "nothing"
    } catch {
        precondition(SpamdReply(error).bytes.suffix(2) == [13, 10] && !"\(error)".contains("\n"), "errors are one line")
        return "error"
    }
}

private func spamd(_ bytes: [UInt8], step: Int) {
    // Which limit is met first may depend on the pieces, but not whether there is a request.
    let (slow, fast) = (request(bytes, step: step), request(bytes, step: max(1, bytes.count)))
    precondition(slow == fast || slow == "error" || fast == "error", "however the bytes are cut, the request is the same")
}
