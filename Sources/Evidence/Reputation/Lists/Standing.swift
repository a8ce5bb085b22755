import Messages
import Resolving

/// Whether something is on a list, as far as an answer tells.
enum Standing: Sendable, Hashable {
    /// It is, with the code that says so.
    case listed(code: UInt32)
    /// It is not, or not for a reason that counts.
    case unlisted
    /// The answer says nothing of it: none came, the list refused to answer, or somebody else answered in its place.
    case unknown

    /// What an answer says.
    ///
    /// Only addresses of 127.0.0.0/8 are answers of a list (RFC 5782 section 2.3). Those of 127.255.255.0/24 say that it would not answer
    /// us, and others come from resolvers that put pages of adverts in place of "no such name": taken for listings, either would have all
    /// mail refused. 127.0.0.1 is none for the same reason.
    init(_ answer: Answer, on list: DNSList) {
        switch answer.outcome {
        case .nonexistent, .noData: self = .unlisted
        case .failed, .bogus, .timedOut, .truncated: self = .unknown
        case .found:
            let codes = answer.records.compactMap(Standing.code)
            guard codes.count == answer.records.count, codes.allSatisfy(Standing.isAnswer) else {
                self = .unknown
                return
            }
            self = codes.first(where: list.counts).map { .listed(code: $0) } ?? .unlisted
        }
    }

    private static func code(_ record: RecordData) -> UInt32? {
        guard case .address(.v4(let code)) = record else { return nil }
        return code
    }

    private static func isAnswer(_ code: UInt32) -> Bool {
        code >> 24 == 127 && code >> 8 != 0x7F_FF_FF && code != 0x7F_00_00_01
    }
}
