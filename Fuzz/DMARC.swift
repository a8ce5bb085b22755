// Fuzz harness of records of DMARC (Authentication/DMARC). Uses: Authentication.
//
// The first byte chooses how the rest is taken: behind the version as it is, each byte as a piece of a record, or all of it as a text.

import Authentication

private let pieces = [
    ";", ";", "; ", "=", "p=", "sp=", "np=", "none", "reject", "quarantine", "rua=", "ruf=", "mailto:", "a@example.com", ",", "!", "10m",
    "%40", "fo=",
    "0", "1", ":", "d", "psd=", "y", "n", "t=", "pct=", "adkim=", "r", "s", "v=DMARC1", " ", "\t", "x", "\u{0}", "https://x", "ri=",
]

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDMARCRecord(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let given = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let text: [UInt8]
    switch start[0] % 3 {
    case 0: text = Array("v=DMARC1;".utf8) + given
    case 1: text = Array("v=DMARC1".utf8) + given.flatMap { Array(pieces[Int($0) % pieces.count].utf8) }
    default: text = given
    }
    guard let record = DMARCRecord(text) else { return 0 }
    precondition(record.bytes == text, "a record keeps its bytes")
    precondition(record.problems.count <= DMARCRecord.Limits.problems + 1, "problems are bounded")
    for problem in record.problems {
        precondition((0...text.count).contains(problem.offset), "a problem lies inside")
        precondition(!problem.description.isEmpty)
    }
    for address in record.aggregateAddresses + record.failureAddresses {
        precondition(!address.scheme.isEmpty && address.text.utf8.count > address.scheme.utf8.count, "an address has a scheme and more")
        precondition((address.scheme == "mailto") == (address.mailbox != nil), "mail goes to a mailbox")
        precondition(address.mailbox == nil || address.destination?.isEmpty == false, "a mailbox has a domain")
    }
    precondition(record.aggregateAddresses.count <= DMARCRecord.Limits.addresses, "addresses are bounded")
    precondition(record.usability != .asWritten || record.policy != nil, "a policy that is used is there")
    precondition((0...100).contains(record.percentage ?? 0), "a percentage is one")
    return 0
}
