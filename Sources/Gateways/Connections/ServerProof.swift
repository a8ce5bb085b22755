internal import NIOCore
internal import NIOSSL
internal import NIOTLS

/// How a server that we call proves who it is: by TLS 1.2 or later, with a certificate of an authority that we know, for the name or address that we
/// call it by (RFC 9525). One that cannot is told nothing.
public struct ServerProof: Sendable {
    /// Authorities that cannot be had.
    public struct Unreadable: Error, CustomStringConvertible {
        /// What is wrong, and where.
        public let description: String
    }

    private let context: NIOSSLContext

    /// Proof by authorities.
    /// - Parameter authorities: a file of their certificates (PEM); nothing for those that the system knows.
    public init(authorities: String?) throws(Unreadable) {
        do {
            var configuration = TLSConfiguration.makeClientConfiguration()
            configuration.minimumTLSVersion = .tlsv12
            configuration.certificateVerification = .fullVerification
            // When all is said nobody waits for the server to say so too.
            configuration.shutdownTimeout = .milliseconds(1)
            if let authorities { configuration.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile(authorities)) }
            context = try NIOSSLContext(configuration: configuration)
        } catch {
            throw Unreadable(description: "\(authorities ?? "the authorities of the system"): no certificates (PEM) that can be read")
        }
    }

    /// What went wrong with TLS, in words; those of the library name its own source files.
    static func words(for error: any Error) -> String {
        switch error {
        case let error as NotSecured: return error.description
        case NIOSSLError.uncleanShutdown, is ChannelError, is IOError: return NotSecured.goneAway.description
        case is NIOSSLExtraError: return "its certificate is for another name"
        case NIOSSLError.unableToValidateCertificate, NIOSSLError.noCertificateToValidate:
            return "its certificate is none that can be believed"
        default: break
        }
        let text = "\(error)"
        if text.contains("CERTIFICATE_VERIFY_FAILED") { return "its certificate comes from no authority that is known, or is not good now" }
        if text.contains("WRONG_VERSION_NUMBER") { return "what it says is no TLS" }
        if text.contains("PROTOCOL_VERSION") || text.contains("UNSUPPORTED_PROTOCOL") { return "it knows no TLS 1.2 or later" }
        return "TLS with it fails"
    }

    /// Begins TLS on a connection, from its next byte on.
    /// - Parameter host: the name that the server has to prove; nothing where it has to prove its address.
    func begin(on channel: any NIOCore.Channel, with host: String?) async throws {
        let context = context
        try await channel.eventLoop.submit {
            let tls = try NIOSSLClientHandler(context: context, serverHostname: host)
            try channel.pipeline.syncOperations.addHandlers([tls, SecuredMark()], position: .first)
        }.get()
    }
}

/// Puts empty bytes between what came in the clear and what comes by TLS, so that whoever reads cannot take the one for the other: somebody on the way
/// can say something in the clear that waits to be read until after the handshake.
private final class SecuredMark: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if let event = event as? TLSUserEvent, case .handshakeCompleted = event {
            context.fireChannelRead(wrapInboundOut(ByteBuffer()))
            context.fireChannelReadComplete()
        }
        context.fireUserInboundEventTriggered(event)
    }
}

/// Why a conversation does not go on by TLS.
enum NotSecured: String, Error, CustomStringConvertible {
    case goneAway = "the server went away"
    case saidInTheClear = "something was said in the clear before TLS began"

    var description: String { rawValue }
}
