import Localization
import Messages
import Testing

@testable import Authentication

/// A sign, facts that it must speak of, and harmless twins of which it must not.
struct SignCase: Sendable, CustomTestStringConvertible {
    var id: String
    var found: AuthenticationFacts
    var twins: [AuthenticationFacts]
    var strength: Double
    var location: SourceLocation

    init(
        _ id: String, _ found: AuthenticationFacts, strength: Double = 1, twins: AuthenticationFacts...,
        location: SourceLocation = #_sourceLocation
    ) {
        self.id = "authentication." + id
        self.found = found
        self.twins = twins
        self.strength = strength
        self.location = location
    }

    var testDescription: String { "\(id), line \(location.line)" }

    func verify() throws {
        let sign = try #require(SignBook.standard.signs.first { $0.id == id }, "there is no sign \(id)", sourceLocation: location)
        let finding = try #require(sign.finding(in: found), "\(id) is silent", sourceLocation: location)
        #expect(finding.strength == strength, sourceLocation: location)
        for twin in twins { #expect(sign.finding(in: twin) == nil, "\(id) speaks of a twin", sourceLocation: location) }
        #expect(!sign.sentence.text(in: .english, finding.details).contains("…"), sourceLocation: location)
    }
}

extension AuthenticationFacts {
    /// Facts of a mail from `robin@chaffinch.example` of which everything was asked: nothing is published, nothing signed.
    static func mail(
        from domain: String = "chaffinch.example", _ kind: Author.Kind = .stranger, _ change: (inout AuthenticationFacts) -> Void = { _ in }
    ) -> AuthenticationFacts {
        var facts = AuthenticationFacts(author: Author(domain: domain, kind: kind))
        facts.sender = Sender(.none, domain: domain, isAligned: true)
        facts.areAllSignaturesKnown = true
        facts.policy = Policy(.none)
        change(&facts)
        return facts
    }

    /// The same with a return path of the author's for which SPF passes, and a policy that is met.
    static func proved(_ kind: Author.Kind = .stranger, _ change: (inout AuthenticationFacts) -> Void = { _ in }) -> AuthenticationFacts {
        mail(kind) { facts in
            facts.sender?.result = .pass
            facts.policy = Policy(.pass)
            change(&facts)
        }
    }

    private static func mail(_ kind: Author.Kind, _ change: (inout AuthenticationFacts) -> Void) -> AuthenticationFacts {
        mail(from: "chaffinch.example", kind, change)
    }

    /// The same with a policy that is not met: a stranger's return path, no signature.
    static func failed(
        _ kind: Author.Kind = .stranger, wish: DMARCPolicy = .reject, _ change: (inout AuthenticationFacts) -> Void = { _ in }
    ) -> AuthenticationFacts {
        mail(kind) { facts in
            facts.sender = Sender(.pass, domain: "hawk.example")
            facts.policy = Policy(.fail, wish: wish)
            change(&facts)
        }
    }

    /// The same as a list leaves a mail that it changed.
    static func throughList(_ kind: Author.Kind = .stranger, wish: DMARCPolicy = .reject) -> AuthenticationFacts {
        failed(kind, wish: wish) { facts in
            facts.list = List(name: "seeds.hawk.example", isSender: true, isSigner: true)
            facts.signatures = [.brokenOfAuthor, Signature(.pass, domain: "hawk.example")]
        }
    }

    /// The same as a forwarder that we trust leaves it.
    static func throughHandler(_ kind: Author.Kind = .stranger) -> AuthenticationFacts {
        failed(kind) { facts in
            facts.sender = Sender(.fail, domain: "chaffinch.example", isAligned: true)
            facts.signatures = [.brokenOfAuthor]
            facts.handler = Handler(domain: "relay.example", isTrusted: true, sawAuthor: true)
        }
    }

    /// A mail of which nothing could be asked.
    static let unknown = AuthenticationFacts(author: Author(domain: "chaffinch.example", kind: .brand))
}

extension AuthenticationFacts.Signature {
    static let brokenOfAuthor = AuthenticationFacts.Signature(.fail, domain: "chaffinch.example", isAligned: true)
    static let goodOfAuthor = AuthenticationFacts.Signature(.pass, domain: "chaffinch.example", isAligned: true)
}
