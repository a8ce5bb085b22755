import Domains
import Messages
import Resolving
import Testing

@testable import Authentication

/// Signatures and keys as they are written (RFC 6376 sections 3.5 and 3.6.1).
struct DKIMSyntaxTests {
    private static let good = "v=1; a=rsa-sha256; d=example.org; s=a; h=From:To; bh=AAAA; b=AAAA"

    private func error(_ text: String) -> DKIMSyntaxError? {
        do {
            _ = try DKIMSignature(Array(text.utf8), names: PunycodeNames())
            return nil
        } catch {
            return error
        }
    }

    private func error(replacing old: String, with new: String) -> DKIMSyntaxError? {
        error(Self.good.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false).joined(separator: new))
    }

    @Test func readsASignature() throws {
        let text = Self.good + "; t=12; x=13; l=7; i=joe@sub.example.org; c=relaxed; q=dns/txt:other; z=From:x"
        let signature = try DKIMSignature(Array(text.utf8), names: PunycodeNames())
        #expect(signature.algorithm == .rsaSHA256)
        #expect(signature.canonicalisation == Canonicalisation.Pair(header: .relaxed, body: .simple))
        #expect(signature.key.name.description == "a._domainkey.example.org")
        #expect(signature.identityDomain.description == "sub.example.org")
        #expect(signature.made == Timestamp(seconds: 12))
        #expect(signature.expires == Timestamp(seconds: 13))
        #expect(signature.bodyLength == 7)
        #expect(signature.signedFieldNames == ["From", "To"])
        #expect(try DKIMSignature(Array(Self.good.utf8), names: PunycodeNames()).identity == "@example.org")
    }

    @Test func namesTheTagThatIsMissing() {
        for tag in ["v", "a", "d", "s", "h", "bh", "b"] {
            let list = Self.good.split(separator: "; ").filter { !$0.hasPrefix(tag + "=") }.joined(separator: "; ")
            #expect(error(list) == DKIMSyntaxError(kind: .missingTag, tag: tag, offset: list.utf8.count))
        }
    }

    @Test func namesTheByteThatIsWrong() {
        #expect(error(replacing: "v=1", with: "v=2") == DKIMSyntaxError(kind: .unknownVersion, tag: "v", offset: 2))
        #expect(error(replacing: "rsa-sha256", with: "rsa-md5") == DKIMSyntaxError(kind: .unsupported, tag: "a", offset: 7))
        #expect(error(replacing: "d=example.org", with: "d=exa(mple.org")?.kind == .notADomain)
        #expect(error(replacing: "d=example.org", with: "d=example..org")?.kind == .notADomain)
        #expect(error(replacing: "d=example.org", with: "d=")?.kind == .empty)
        #expect(error(replacing: "s=a", with: "s=a.")?.kind == .notADomain)
        #expect(error(replacing: "s=a", with: "s=" + String(repeating: "a.", count: 130) + "a")?.kind == .notADomain)
        #expect(error(replacing: "From:To", with: "From::To") == DKIMSyntaxError(kind: .notFieldNames, tag: "h", offset: 46))
        #expect(error(replacing: "From:To", with: "From:T o") == DKIMSyntaxError(kind: .notFieldNames, tag: "h", offset: 47))
        #expect(error(replacing: "h=From:To", with: "h=")?.kind == .empty)
        #expect(error(replacing: " b=AAAA", with: " b=AA*A") == DKIMSyntaxError(kind: .notBase64, tag: "b", offset: 63))
        #expect(error(replacing: "bh=AAAA", with: "bh=A")?.kind == .notBase64)
        #expect(error(Self.good + "; c=strict")?.kind == .unsupported)
        #expect(error(Self.good + "; c=simple/simple/simple")?.kind == .unsupported)
        #expect(error(Self.good + "; q=carrier/pigeon")?.kind == .unsupported)
        #expect(error(Self.good + "; l=12a") == DKIMSyntaxError(kind: .notANumber, tag: "l", offset: 71))
        #expect(error(Self.good + "; l=-1")?.kind == .notANumber)
        #expect(error(Self.good + "; l=")?.kind == .empty)
        #expect(error(Self.good + "; t=5; x=5")?.kind == .endsBeforeItBegins)
        #expect(error(Self.good + "; i=joe")?.kind == .notAnIdentity)
        #expect(error(Self.good + "; i=joe@")?.kind == .notADomain)
        #expect(error(Self.good + "; v=1")?.kind == .list(.repeatedTag))
    }

    @Test func datesBeyondEveryClockAreFarAway() throws {
        let digits = String(repeating: "9", count: 76)
        let signature = try DKIMSignature(Array((Self.good + "; x=\(digits); l=\(digits)").utf8), names: PunycodeNames())
        #expect(signature.expires == Timestamp(seconds: .max))
        #expect(signature.bodyLength == .max)
        #expect(error(Self.good + "; x=9\(digits)")?.kind == .notANumber)
    }

    @Test func domainsMayHaveLettersOfAllScripts() throws {
        let text = "v=1; a=rsa-sha256; d=b\u{FC}cher.example; s=\u{E4}; h=From; bh=AAAA; b=AAAA; i=@sub.b\u{FC}cher.example"
        let signature = try DKIMSignature(Array(text.utf8), names: PunycodeNames())
        #expect(signature.key.name.description == "xn--4ca._domainkey.xn--bcher-kva.example")
        #expect(signature.identityDomain.isWithin(signature.key.domain))
    }

    private func defect(_ record: String) -> DKIMKeyRecord.Defect? {
        do {
            _ = try DKIMKeyRecord(Array(record.utf8))
            return nil
        } catch {
            return error
        }
    }

    @Test func readsKeys() throws {
        let key = "4BB1Pd2YthI+yRM4IdnSdp5Mgy3sms7a1a7kWGwQjMw="
        let record = try DKIMKeyRecord(Array("v=DKIM1; h=sha1 : sha256; k=ed25519; t=y:s; s=email:tlsrpt; n=note; p=\(key)".utf8))
        #expect(record.type == .ed25519)
        #expect(record.hashes == ["sha1", "sha256"])
        #expect(record.services == ["email", "tlsrpt"])
        #expect(record.isTesting && record.forbidsSubdomains)
        #expect(record.notes == "note")
        #expect(record.bits == 256)
    }

    @Test func saysWhatIsWrongWithKeys() {
        func syntax(_ kind: DKIMSyntaxError.Kind, _ tag: String?, _ offset: Int) -> DKIMKeyRecord.Defect {
            .syntax(DKIMSyntaxError(kind: kind, tag: tag, offset: offset))
        }
        #expect(defect("v=DKIM1; p=") == .revoked)
        #expect(defect("v=DKIM1; k=rsa; gone") == syntax(.list(.missingEquals), nil, 20))
        #expect(defect("v=DKIM1; k=rsa") == syntax(.missingTag, "p", 14))
        #expect(defect("v=DKIM2; p=AAAA") == syntax(.unknownVersion, "v", 2))
        #expect(defect("k=rsa; v=DKIM1; p=AAAA") == syntax(.unknownVersion, "v", 7))
        #expect(defect("k=dsa; p=AAAA") == syntax(.unsupported, "k", 2))
        #expect(defect("p=AA!A") == syntax(.notBase64, "p", 4))
        // Equals signs that end a text need not be needed (RFC 6376 section 2.10), but there are two at most, and they end it.
        for text in ["AAAA=", "AAAA==", "AAA==", "AAAA = ="] { #expect(defect("p=\(text)") == syntax(.notAKey, "p", 2)) }
        for (text, offset) in [("AAAA===", 8), ("A=", 3), ("=", 2), ("AAAA=A", 7)] {
            #expect(defect("p=\(text)") == syntax(.notBase64, "p", offset), "\(text)")
        }
        #expect(defect("p=AAAA") == syntax(.notAKey, "p", 2))
        #expect(defect("k=ed25519; p=AAAA") == syntax(.notAKey, "p", 13))
        #expect(defect("v=spf1 -all") == syntax(.unknownVersion, "v", 2))
    }

    /// A bare RSA key of these numbers.
    private func key(modulus: [UInt8], exponent: [UInt8] = [1, 0, 1]) -> String {
        func value(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
            // DER has the shortest form of each length.
            let length = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: content.count >> $0) }.drop { $0 == 0 }
            return [tag] + (content.count < 128 ? [UInt8(content.count)] : [0x80 + UInt8(length.count)] + length) + content
        }
        return String(decoding: Base64.encode(value(0x30, value(2, modulus) + value(2, exponent))), as: UTF8.self)
    }

    /// A bare RSA key with a modulus of so many bits, all of them ones.
    private func key(bits: Int) -> String {
        let rest = [UInt8](repeating: 0xFF, count: bits / 8)
        return key(modulus: bits.isMultiple(of: 8) ? [0] + rest : [UInt8(1 << (bits % 8) - 1)] + rest)
    }

    @Test func boundsTheSizeOfKeys() {
        for bits in [1, 8, 511, 512, 1016, 1023, 4097, 4104, 16_384, 400_000] {
            #expect(defect("p=\(key(bits: bits))") == .keySize(bits: bits))
        }
    }

    @Test(arguments: [1024, 1025, 1031, 2049, 4095, 4096]) func takesKeysOfEverySizeBetween(bits: Int) throws {
        #expect(try DKIMKeyRecord(Array("p=\(key(bits: bits))".utf8)).bits == bits)
    }

    @Test func numbersThatNoUnevenKeyHasAreNone() {
        let modulus = [1] + [UInt8](repeating: 0xFF, count: 128)
        func isNoKey(_ key: String) -> Bool {
            guard case .syntax(let error) = defect("p=\(key)") else { return false }
            return error.kind == .notAKey
        }
        let exponents: [[UInt8]] = [
            [], [0], [1], [2], [1, 0, 0], [0xFF], [4, 0, 0, 0, 1], [1] + Array(repeating: 0, count: 126) + [1], modulus,
        ]
        for exponent in exponents { #expect(isNoKey(key(modulus: modulus, exponent: exponent)), "\(exponent.prefix(8))") }
    }

    @Test func numbersThatNoKeyHasAreNone() throws {
        func isNoKey(_ key: String) -> Bool {
            guard case .syntax(let error) = defect("p=\(key)") else { return false }
            return error.kind == .notAKey
        }
        let workbench = try DKIMWorkbench(.rsaSHA256)
        let der = try Base64.decode(try #require(try DKIMKeyRecord(Array(workbench.key.record.utf8)).list.value("p"))).get()
        var outside = DERReader(der.dropFirst(22))
        let content = outside.next(.sequence)
        var inside = DERReader(try #require(content))
        let first = inside.next(.integer)
        let modulus = Array(try #require(first))
        #expect(try DKIMKeyRecord(Array("p=\(key(modulus: modulus))".utf8)).bits == 1024)
        // With an exponent of one everybody can sign; an even one or none at all can be turned into nothing.
        let exponents: [[UInt8]] = [
            [], [0], [1], [2], [1, 0, 0], [0xFF], [2, 0, 0, 0, 1], [1] + Array(repeating: 0, count: 126) + [1], modulus,
        ]
        for exponent in exponents { #expect(isNoKey(key(modulus: modulus, exponent: exponent)), "\(exponent.prefix(8))") }
        #expect(isNoKey(key(modulus: [])) && isNoKey(key(modulus: [0])))
        #expect(isNoKey(key(modulus: modulus.dropLast() + [modulus[modulus.count - 1] & 0xFE])), "an even modulus")
    }

    @Test func takesBothFormsOfAnRSAKey() throws {
        let workbench = try DKIMWorkbench(.rsaSHA256)
        let whole = try DKIMKeyRecord(Array(workbench.key.record.utf8))
        #expect(whole.bits == 1024)
        let der = try Base64.decode(try #require(whole.list.value("p"))).get()
        // The bare key is the content of the bit string that SubjectPublicKeyInfo ends in.
        let bare = String(decoding: Base64.encode(der.dropFirst(22)), as: UTF8.self)
        #expect(try DKIMKeyRecord(Array("p=\(bare)".utf8)).bits == 1024)
    }
}
