public import Messages

/// Why a signature did not pass.
public enum DKIMProblem: Sendable, Hashable {
    /// The field cannot be read.
    case syntax(DKIMSyntaxError)
    /// The field is longer than any that is read.
    case fieldTooLong(bytes: Int)
    /// It does not cover From (RFC 6376 section 5.4).
    case fromNotSigned
    /// There are more From fields than it covers: which of them people see is anybody's guess (section 8.15).
    case fromNotCovered(present: Int, signed: Int)
    /// The identity is not of the domain that signs (section 6.1.1).
    case identityOutsideDomain
    /// The identity is of a subdomain, which the key forbids (`t=s`).
    case identityInSubdomain
    /// It held until this moment.
    case expired(Timestamp)
    /// It was made at this moment, which has not come.
    case fromTheFuture(Timestamp)
    /// The question for the key was not answered.
    case notAnswered(String)
    /// There is no key.
    case keyMissing(String)
    /// The record of the key cannot be read.
    case keySyntax(DKIMSyntaxError)
    /// The key was taken back.
    case keyRevoked
    /// The key is not for mail (section 3.6.1, `s=`).
    case keyForOtherService
    /// The key is of another type than the signature.
    case keyOfOtherType
    /// The key may not be used with the signature's hash (section 3.6.1, `h=`).
    case keyForbidsHash
    /// The key is an RSA key of a size that does not count: below 1024 bits (RFC 8301 section 3.2), or one that nobody uses.
    case keySize(bits: Int)
    /// It was made with SHA-1, which does not count any more (RFC 8301 section 3.1); whether it would have been right.
    case weakHash(wouldVerify: Bool)
    /// The body is not the one that was signed.
    case bodyDiffers
    /// The body is shorter than what was signed of it.
    case bodyTooShort(signed: UInt64, present: UInt64)
    /// So many bytes at the end of the body are not signed, and the reader of this result bears none.
    case bodyNotCovered(bytes: UInt64)
    /// The header is not the one that was signed, or another key signed it.
    case signatureDiffers
}

extension DKIMProblem {
    /// The result that a signature with this problem has (RFC 8601 section 2.7.1).
    public var result: DKIMResult {
        switch self {
        case .syntax, .fieldTooLong: .neutral
        case .fromNotCovered, .expired, .fromTheFuture, .keySize, .bodyNotCovered: .policy
        case .weakHash(let wouldVerify): wouldVerify ? .policy : .fail
        case .notAnswered: .temperror
        case .fromNotSigned, .identityOutsideDomain, .identityInSubdomain, .keyMissing, .keySyntax, .keyRevoked, .keyForOtherService,
            .keyOfOtherType, .keyForbidsHash:
            .permerror
        case .bodyDiffers, .bodyTooShort, .signatureDiffers: .fail
        }
    }
}

extension DKIMProblem: CustomStringConvertible {
    /// What is wrong, in a sentence without its dot.
    public var description: String {
        switch self {
        case .syntax(let error): "the signature has \(error)"
        case .fieldTooLong(let bytes): "the signature's field has \(bytes) bytes"
        case .fromNotSigned: "From is not signed"
        case .fromNotCovered(let present, let signed): "there are \(present) From fields, of which \(signed) are signed"
        case .identityOutsideDomain: "the identity is not of the domain that signs"
        case .identityInSubdomain: "the identity is of a subdomain, which the key forbids"
        case .expired(let moment): "it held until \(moment)"
        case .fromTheFuture(let moment): "it says it was made at \(moment), which has not come"
        case .notAnswered(let question): "no answer to \(question)"
        case .keyMissing(let question): "there is no key: \(question)"
        case .keySyntax(let error): "the record of the key has \(error)"
        case .keyRevoked: "the key was taken back"
        case .keyForOtherService: "the key is not for mail"
        case .keyOfOtherType: "the key is of another type than the signature"
        case .keyForbidsHash: "the key may not be used with this hash"
        case .keySize(let bits): "an RSA key of \(bits) bits does not count"
        case .weakHash(true): "it was made with SHA-1, which does not count; it would have been right"
        case .weakHash(false): "it was made with SHA-1, which does not count, and it would have been wrong"
        case .bodyDiffers: "the body is not the one that was signed"
        case .bodyTooShort(let signed, let present): "\(signed) bytes of the body were signed, and it has \(present)"
        case .bodyNotCovered(let bytes): "\(bytes) bytes at the end of the body are not signed"
        case .signatureDiffers: "the header is not the one that was signed, or another key signed it"
        }
    }
}
