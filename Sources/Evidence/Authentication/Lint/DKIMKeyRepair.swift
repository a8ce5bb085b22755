/// The record of a key as it should be, made from what stands there; a key that cannot be saved is taken back.
struct DKIMKeyRepair {
    /// What stands before the 32 bytes of an Ed25519 key in the wrapping of RFC 8410 section 4.
    private static let wrapping: [UInt8] = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00]
    /// How many tags of a text are looked at.
    private static let tagLimit = 64

    /// The record.
    let text: String

    /// A record out of a text.
    init(_ text: [UInt8]) {
        let tags = DKIMKeyRepair.tags(of: text)
        guard let key = tags["p"].flatMap(DKIMKeyRepair.key) else {
            self.text = "v=DKIM1; p="
            return
        }
        var parts = ["v=DKIM1", "k=\(key.type.rawValue)"]
        if let hashes = tags["h"]?.lowercased(), hashes.split(separator: ":").contains("sha256") { parts.append("h=\(hashes)") }
        if let services = tags["s"], services.split(separator: ":").contains(where: { $0 == "email" }) { parts.append("s=\(services)") }
        let flags = (tags["t"] ?? "").split(separator: ":").filter { $0 != "y" }
        if !flags.isEmpty { parts.append("t=" + flags.joined(separator: ":")) }
        let record = (parts + ["p=" + String(decoding: Base64.encode(key.bytes), as: UTF8.self)]).joined(separator: "; ")
        self.text = (try? DKIMKeyRecord(Array(record.utf8))) == nil ? "v=DKIM1; p=" : record
    }

    /// The tags, without the escapes and quotes that people copy along; the first of two that are the same.
    private static func tags(of text: [UInt8]) -> [String: String] {
        let plain = text.filter { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
        var tags: [String: String] = [:]
        for item in plain.split(separator: UInt8(ascii: ";")).prefix(tagLimit) {
            guard let equals = item.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let name = String(decoding: item[..<equals], as: UTF8.self).lowercased()
            if tags[name] == nil { tags[name] = String(decoding: item[(equals + 1)...], as: UTF8.self) }
        }
        return tags
    }

    /// The key that a value was meant to be, and of which type it is, whatever the record says.
    private static func key(_ value: String) -> (type: DKIMKeyRecord.KeyType, bytes: [UInt8])? {
        let plain = value.replacing("-----BEGINPUBLICKEY-----", with: "").replacing("-----ENDPUBLICKEY-----", with: "")
        guard case .success(let bytes) = Base64.decode(Array(plain.utf8)[...]) else { return nil }
        if bytes.count == 32 { return (.ed25519, bytes) }
        if bytes.count == wrapping.count + 32, bytes.starts(with: wrapping) { return (.ed25519, Array(bytes.dropFirst(wrapping.count))) }
        return (try? DKIMPublicKey(rsa: bytes)) == nil ? nil : (.rsa, bytes)
    }
}
