internal import Crypto
internal import Domains

/// The sets of a mail, read and in order (RFC 8617 section 5.2, steps 1 and 3).
struct ARCChain {
    /// The sets, the first handler's first.
    private(set) var sets: [ARCSet] = []
    /// The indices of each set's fields in the mail: results, signature of the message, seal.
    private(set) var fields: [[Int]] = []

    init(of mail: RawMail, names: any InternationalNames, fieldBytes: Int) throws(ARCProblem) {
        var results: [Int: (ARCResultsField, Int)] = [:]
        var signatures: [Int: (ARCMessageSignature, Int)] = [:]
        var seals: [Int: (ARCSealField, Int)] = [:]
        for field in try ARCChain.fields(.results, of: mail, fieldBytes) {
            let read: ARCResultsField
            do { read = try ARCResultsField(Array(mail.body(of: field))) } catch { throw .syntax(.results, error) }
            guard results.updateValue((read, field), forKey: read.instance) == nil else {
                throw .repeated(.results, instance: read.instance)
            }
        }
        for field in try ARCChain.fields(.messageSignature, of: mail, fieldBytes) {
            let read: ARCMessageSignature
            do { read = try ARCMessageSignature(Array(mail.body(of: field)), names: names) } catch {
                throw .syntax(.messageSignature, error)
            }
            guard signatures.updateValue((read, field), forKey: read.instance) == nil else {
                throw .repeated(.messageSignature, instance: read.instance)
            }
        }
        for field in try ARCChain.fields(.seal, of: mail, fieldBytes) {
            let read: ARCSealField
            do { read = try ARCSealField(Array(mail.body(of: field)), names: names) } catch { throw .syntax(.seal, error) }
            guard seals.updateValue((read, field), forKey: read.instance) == nil else { throw .repeated(.seal, instance: read.instance) }
        }
        let last = max(results.keys.max() ?? 0, signatures.keys.max() ?? 0, seals.keys.max() ?? 0)
        for instance in stride(from: 1, through: last, by: 1) {
            guard let result = results[instance] else { throw .missing(.results, instance: instance) }
            guard let signature = signatures[instance] else { throw .missing(.messageSignature, instance: instance) }
            guard let seal = seals[instance] else { throw .missing(.seal, instance: instance) }
            sets.append(ARCSet(results: result.0, messageSignature: signature.0, seal: seal.0))
            fields.append([result.1, signature.1, seal.1])
        }
    }

    private static func fields(_ field: ARCProblem.Field, of mail: RawMail, _ fieldBytes: Int) throws(ARCProblem) -> [Int] {
        let indices = mail.fields(named: field.rawValue)
        guard indices.count <= ARCCheck.setLimit else { throw .tooManySets }
        for index in indices where mail.body(of: index).count > fieldBytes {
            throw .fieldTooLong(field, bytes: mail.body(of: index).count)
        }
        return indices
    }

    /// What each seal is over: all sets up to its own, itself without its signature last (section 5.1.1). Each field is hashed once, and each
    /// seal a second time.
    func sealDigests(of mail: RawMail) -> [SignedDigest] {
        let canonicaliser = HeaderCanonicaliser(canonicalisation: .relaxed, lineEnds: mail.lineEnds)
        var sha256 = SHA256()
        var sha1 = Insecure.SHA1()
        var buffer: [UInt8] = []
        return zip(sets, fields).map { set, fields in
            buffer.removeAll(keepingCapacity: true)
            for field in fields.dropLast() { canonicaliser.append(mail.fields[field], of: mail.bytes, to: &buffer) }
            sha256.update(buffer)
            sha1.update(buffer)
            buffer.removeAll(keepingCapacity: true)
            let seal = mail.fields[fields[2]]
            let start = seal.body.lowerBound
            let area = set.seal.signatureArea
            canonicaliser.append(
                seal, of: mail.bytes, without: (start + area.lowerBound)..<(start + area.upperBound), to: &buffer)
            let digest: SignedDigest
            if set.seal.algorithm == .rsaSHA1 {
                var own = sha1
                own.update(buffer)
                digest = .sha1(own.finalize())
            } else {
                var own = sha256
                own.update(buffer)
                digest = .sha256(own.finalize())
            }
            buffer.removeAll(keepingCapacity: true)
            canonicaliser.append(seal, of: mail.bytes, to: &buffer)
            sha256.update(buffer)
            sha1.update(buffer)
            return digest
        }
    }
}

extension HashFunction {
    fileprivate mutating func update(_ bytes: [UInt8]) {
        // The pointer is used only inside the closure.
        unsafe bytes.withUnsafeBytes { unsafe update(bufferPointer: $0) }
    }
}
