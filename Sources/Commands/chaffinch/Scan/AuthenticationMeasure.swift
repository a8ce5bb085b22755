internal import Authentication
internal import Messages
internal import Resolving
internal import Telemetry

/// Measures single mechanisms of sender authentication, with what was asked before already known: the answers of `--dns`, keys that were read.
struct AuthenticationMeasure {
    private let desk: CheckDesk

    init(_ desk: CheckDesk) throws {
        guard desk.resolver != nil else { throw CommandFailure("these stages need --dns with the records that are asked for") }
        self.desk = desk
    }

    /// Checks the signatures of a mail; 1 where one passes.
    func signatures(of mail: [UInt8]) async -> Double {
        let check = DKIMCheck(asking: desk.lookups(), names: desk.setup.names, at: desk.time.now(), keys: desk.setup.keys)
        return await check.outcome(of: RawMail(mail)).result == .pass ? 1 : 0
    }

    /// Evaluates the policy for a client; 1 where it passes.
    func policy(for identity: SPFCheck.Identity) async -> Double {
        await SPFCheck(asking: desk.lookups(), names: desk.setup.names).outcome(of: identity).result == .pass
            ? 1 : 0
    }

    /// Whom requests are about.
    func identities(in path: String) throws -> [SPFCheck.Identity] {
        try CheckRequest.requests(in: try FileBytes.read(path), path: path).map { request in
            guard let address = try request.address else {
                throw CommandFailure("\(path): every request needs the address of a client, ip")
            }
            let sender = CheckRequest.mailbox(request.mailFrom ?? "")
            return SPFCheck.Identity(address: address, helo: request.helo ?? "", mailFrom: sender, at: desk.time.now())
        }
    }
}
