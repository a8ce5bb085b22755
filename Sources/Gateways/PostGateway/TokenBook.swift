public import Storing
internal import Synchronization

/// The tokens that are good now, at hand for every request; kept up to date beside the work, so that one that is revoked lets nobody in any more.
public final class TokenBook: Gatekeeper {
    private struct State {
        var callers: [[UInt8]: Caller] = [:]
        var changes = -1
    }

    private let state = Mutex(State())

    /// A book without tokens.
    public init() {}

    /// Looks into the register, and takes up what has changed; whether anything had.
    public func refresh(from register: TokenRegister) async throws(StoreError) -> Bool {
        let changes = try await register.changes()
        guard changes != state.withLock({ $0.changes }) else { return false }
        let tokens = try await register.tokens()
        let callers = Dictionary(tokens.map { ($0.hash, Caller(name: $0.name, scopes: $0.scopes, recipient: $0.recipient)) }) { first, _ in
            first
        }
        state.withLock { state in
            state.callers = callers
            state.changes = changes
        }
        return true
    }

    /// Who shows this token; nothing where it is not good, or no longer. What is looked for is a hash: how long that takes says nothing of the token.
    public func caller(showing token: String) -> Caller? {
        let hash = Token.hash(of: token)
        return state.withLock { $0.callers[hash] }
    }
}
