// Fuzz harness of signed mails: lists of tags, signature fields, canonicalisation, checking and signing (Authentication/DKIM). Uses:
// Authentication, Domains, Messages, Resolving, Telemetry.
//
// The first byte chooses whether the rest is a field's body or a mail, bytes as they come or mapped onto pieces of both, and what a mail is
// taken as when it is signed. What is signed must verify, whatever the mail.

import Authentication
import Dispatch
import Domains
import Messages
import Resolving
import Telemetry

/// The pieces that bytes stand for in the second mode.
private let pieces: [[UInt8]] = [
    "v=1", "; ", ";", "a=rsa-sha256", "a=ed25519-sha256", "a=rsa-sha1", "c=relaxed/relaxed", "c=simple", "c=relaxed", "d=", "example.org",
    "i=", "@", "s=", "a", "t=", "x=", "1795258800", "99999999999999999999", "l=", "0", "h=", "from", ":", "to", "subject", "bh=", "b=",
    "AAAA",
    "2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=", "=", " ", "\t", "\r\n", "\r\n ", "\n", "\r", "q=dns/txt", "z=", "\u{FC}", "xn--",
    "From: ", "From : ", "To: ", "Subject: ", "DKIM-Signature: ", "dkim-signature:", "\r\n\r\n", "\n\n", "text", "  ", ".", "\0", "From ",
].map { Array($0.utf8) }

private let moment = Timestamp(seconds: 1_795_258_800)

/// A key that anybody may know, and the zone that publishes it.
private let signer: DKIMSigner = {
    guard let key = try? DKIMSigningKey(Array("URHOV2+k6MXpDelrfQJTfJBmVKNasAhrSdGV8Sp1Fs4=".utf8)), let domain = DomainName("example.org"),
        let selector = DomainName("a")
    else { preconditionFailure("the harness cannot be set up") }
    return DKIMSigner(key, domain: domain, selector: selector)
}()

private let zone: Zone = {
    var zone = Zone()
    guard let name = DomainName("a._domainkey.example.org") else { preconditionFailure("the harness cannot be set up") }
    zone.add(.text(Array("v=DKIM1; k=ed25519; p=4BB1Pd2YthI+yRM4IdnSdp5Mgy3sms7a1a7kWGwQjMw=".utf8)), .txt, at: name)
    return zone
}()

// libFuzzer calls from one thread only and each outcome is waited for, so it is never shared.
nonisolated(unsafe) private var given: DKIMOutcome?

private func outcome(of mail: RawMail) -> DKIMOutcome {
    let done = DispatchSemaphore(value: 0)
    Task.detached {
        let lookups = Lookups(zone, within: .seconds(5), by: ManualTime(moment))
        given = await DKIMCheck(asking: lookups, names: PunycodeNames(), at: moment).outcome(of: mail)
        done.signal()
    }
    done.wait()
    guard let given else { preconditionFailure("every mail has an outcome") }
    return given
}

private func readField(_ body: [UInt8]) {
    do {
        let list = try TagList(body)
        for tag in list.tags {
            precondition(tag.name.upperBound <= tag.area.lowerBound && tag.area.upperBound <= body.count, "tags lie inside")
            precondition(tag.value.lowerBound >= tag.area.lowerBound && tag.value.upperBound <= tag.area.upperBound, "values lie in areas")
            for word in list.words(tag.value) { precondition(word.upperBound <= tag.value.upperBound, "words lie inside") }
        }
        let signature = try DKIMSignature(body, names: PunycodeNames())
        precondition(
            signature.identityDomain.bytes.count <= DomainName.limit && !signature.signedFieldNames.isEmpty, "what is read is whole")
        _ = signature.identity
    } catch let error as TagListError {
        precondition(error.offset <= body.count, "errors lie inside")
    } catch let error as DKIMSyntaxError {
        precondition(error.offset <= body.count && !error.description.isEmpty, "errors lie inside")
    } catch {
        preconditionFailure("another error")
    }
}

private func readMail(_ bytes: [UInt8], choice: UInt8) {
    let mail = RawMail(bytes)
    var end = 0
    for field in mail.fields {
        precondition(field.name.lowerBound >= end && field.body.lowerBound > field.name.upperBound, "fields do not overlap")
        precondition(field.body.upperBound >= field.body.lowerBound, "fields have an end")
        end = field.body.upperBound
    }
    precondition(mail.body.lowerBound >= end && mail.body.upperBound == bytes.count, "the body is the rest")
    for signature in outcome(of: mail).signatures {
        _ = (signature.result, signature.problem?.description, signature.signedFields, signature.allowsAnother("from"))
        precondition(signature.field < mail.fields.count, "signatures lie inside")
    }

    // A mail that begins with something other than a field is another mail once a field stands before it.
    guard mail.fields.first?.name.lowerBound == 0 else { return }
    var signer = signer
    signer.canonicalisation.header = choice & 4 == 0 ? .simple : .relaxed
    signer.canonicalisation.body = choice & 8 == 0 ? .simple : .relaxed
    guard let field = try? signer.field(for: mail, at: moment) else {
        precondition(mail.fields(named: "From").isEmpty, "what has a From can be signed")
        return
    }
    precondition(outcome(of: RawMail(field + bytes)).signatures.first?.problem == nil, "what is signed verifies")
}

/// Called by libFuzzer with each input; always gives 0.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDKIMSignature(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let given = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let bytes = start[0] & 1 == 0 ? given : given.flatMap { pieces[Int($0) % pieces.count] }
    if start[0] & 2 == 0 { readField(bytes) } else { readMail(bytes, choice: start[0]) }
    return 0
}
