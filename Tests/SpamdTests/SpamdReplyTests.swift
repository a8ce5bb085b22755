import Spamd
import Testing

/// Replies of the daemon, byte by byte.
struct SpamdReplyTests {
    private func text(_ reply: SpamdReply) -> String { String(decoding: reply.bytes, as: UTF8.self) }

    @Test func judgementsAreWritten() {
        var reply = SpamdReply()
        reply.judgement = .init(isSpam: true, score: 15.04, threshold: 5)
        #expect(text(reply) == "SPAMD/1.5 0 EX_OK\r\nSpam: True ; 15.0 / 5.0\r\n\r\n")
        reply.judgement = .init(isSpam: false, score: -0.26, threshold: 5)
        reply.body = Array("A,B".utf8)
        #expect(text(reply) == "SPAMD/1.5 0 EX_OK\r\nContent-length: 3\r\nSpam: False ; -0.3 / 5.0\r\n\r\nA,B")
        reply.judgement = .init(isSpam: true, score: .infinity, threshold: .nan)
        #expect(text(reply).contains("999.0 / -999.0"))
    }

    @Test func whatWasDoneWithAWordIsSaid() {
        var reply = SpamdReply()
        reply.didSet = [.local]
        reply.didRemove = [.remote]
        reply.body = []
        #expect(text(reply) == "SPAMD/1.5 0 EX_OK\r\nDidSet: local\r\nDidRemove: remote\r\nContent-length: 0\r\n\r\n")
    }

    @Test func failuresAndPongsAreOneLine() {
        #expect(text(SpamdReply(.ok, "PONG")) == "SPAMD/1.5 0 PONG\r\n")
        #expect(text(SpamdReply(SpamdError.unknownCommand("X"))) == "SPAMD/1.5 76 'X' is no command of this server\r\n")
        #expect(text(SpamdReply(.temporaryFailure, "a\r\nb")) == "SPAMD/1.5 75 a??b\r\n")
        #expect(text(SpamdReply(.dataError)) == "SPAMD/1.5 65 EX_DATAERR\r\n")
    }
}
