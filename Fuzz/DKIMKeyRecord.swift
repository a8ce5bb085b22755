// Fuzz harness of the records of keys, and of the files of keys to sign with (Authentication/DKIM). Uses: Authentication.
//
// The first byte chooses between a record and a file, and between bytes as they come and bytes mapped onto pieces of both. A key that is
// taken must be of a size that counts.

import Authentication

/// The pieces that bytes stand for in the second mode.
private let pieces: [[UInt8]] = [
    "v=DKIM1", "v=", ";", "; ", "k=rsa", "k=ed25519", "k=", "p=", "h=sha256", "h=sha1:sha256", "s=*", "s=email", "t=y:s", "t=", "n=", "g=*",
    " ",
    "\r\n ", "\n", "=", ":", "4BB1Pd2YthI+yRM4IdnSdp5Mgy3sms7a1a7kWGwQjMw=", "MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAK9qVcpjG9aFHHjA",
    "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC6btJ6G2mtV1vFPFmnmh4ql1+lrvyfGMHjSgxWN0aOYKqp9U8v", "MIGJAoGBALpu0nobaa1XW8U8WaeaHiqX",
    "0JQ0I6szoaZuSGqb+yfhKf4VOUmZ+37HzLe2J++4kcklQluyeRznrBv8/zJ6mwbZP9TYcg3/DepS23U/WFZV9xh6QNBkEapB6ugAr/NQz152oznRH2LR3FjrYQIDAQAB",
    "-----BEGIN PRIVATE KEY-----\n", "-----END PRIVATE KEY-----\n", "-----BEGIN RSA PRIVATE KEY-----\n", "-----END RSA PRIVATE KEY-----\n",
    "MC4CAQAwBQYDK2VwBCIEIFERzldvpOjF6Q3pa30CU3yQZlSjWrAIa0nRlfEqdRbO", "MIIC", "AAAA", "A", "\u{FC}", "\0",
].map { Array($0.utf8) }

private func readRecord(_ bytes: [UInt8]) {
    do {
        let record = try DKIMKeyRecord(bytes)
        precondition(record.type == .ed25519 ? record.bits == 256 : (1024...4096).contains(record.bits), "the size counts")
        precondition(!record.services.isEmpty, "a key is for something")
        _ = (record.hashes, record.notes, record.isTesting, record.forbidsSubdomains)
    } catch {
        switch error {
        case .syntax(let error): precondition(error.offset <= bytes.count && !error.description.isEmpty, "errors lie inside")
        case .keySize(let bits): precondition(bits > 0 && bits <= bytes.count * 8, "a key is no larger than its record")
        case .revoked: break
        }
    }
}

/// Called by libFuzzer with each input; always gives 0.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDKIMKeyRecord(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let given = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let bytes = start[0] & 1 == 0 ? given : given.flatMap { pieces[Int($0) % pieces.count] }
    if start[0] & 2 == 0 {
        readRecord(bytes)
    } else if let key = try? DKIMSigningKey(bytes) {
        precondition(key.algorithm == .ed25519SHA256 || (1024...4096).contains(key.bits), "the size counts")
        readRecord(Array(key.record.utf8))
        precondition((try? DKIMKeyRecord(Array(key.record.utf8)))?.bits == key.bits, "the record is the key's")
    }
    return 0
}
