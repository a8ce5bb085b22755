import Localization
import Messages
import Testing

@testable import Authentication

/// All signs together.
@Suite struct SignBookTests {
    private static let cases =
        AuthorSignTests.cases + PolicySignTests.cases + SenderSignTests.cases + ClientSignTests.cases + SignatureSignTests.cases
        + OursSignTests.cases
    private let book = SignBook.standard

    private func ids(_ facts: AuthenticationFacts) -> Set<String> {
        Set(book.evidence(in: facts).map { String($0.id.dropFirst("authentication.".count)) })
    }

    /// A new sign needs facts that it speaks of and some of which it does not.
    @Test func everySignHasACase() {
        let tested = Set(Self.cases.map(\.id))
        #expect(book.signs.map(\.id).filter { !tested.contains($0) } == [])
        let silent = Set(Self.cases.filter { !$0.twins.isEmpty }.map(\.id))
        #expect(book.signs.map(\.id).filter { !silent.contains($0) } == [])
    }

    @Test func idsAreUniqueAndOfOneKind() {
        let ids = book.signs.map(\.id)
        #expect(Set(ids).count == ids.count)
        for id in ids {
            let words = id.split(separator: ".", omittingEmptySubsequences: false)
            #expect(words.count == 2 && words[0] == "authentication" && words[1].allSatisfy { $0 == "-" || $0.isLowercase }, "\(id)")
        }
    }

    @Test func everySignSpeaksSixLanguages() {
        #expect(Catalogue(book.sentences).problems() == [])
    }

    /// No finding alone is a verdict, and what is said of a class speaks for spam.
    @Test func weightsStayWithinBounds() {
        for sign in book.signs {
            #expect(sign.weight != 0 && abs(sign.weight) <= 3, "\(sign.id)")
            #expect(sign.threat == nil || sign.weight > 0, "\(sign.id)")
        }
        #expect(book.weighted(by: ["authentication.dmarc-reject": 0.7]).evidence(in: .failed()).contains { $0.weight == 0.7 })
    }

    /// A stranger who authenticates is worth next to nothing: spam is authenticated as well as other mail.
    @Test func authenticatedIsNotWanted() {
        let stranger = book.evidence(in: .proved { $0.signatures = [.goodOfAuthor] })
        #expect(abs(stranger.reduce(0) { $0 + $1.weight }) <= 0.1)
        let lookAlike = book.evidence(in: .proved(.imitation) { $0.signatures = [.goodOfAuthor] })
        #expect(lookAlike.allSatisfy { $0.weight > 0 } && !lookAlike.isEmpty)
    }

    /// A sign that stands for several mechanisms is the strongest of those that are found with it, so that it counts whole.
    @Test func whatStandsForSeveralCountsWhole() throws {
        func strongest(_ facts: AuthenticationFacts) -> String? { book.evidence(in: facts).max { abs($0.weight) < abs($1.weight) }?.id }
        #expect(strongest(.failed(.brand)) == "authentication.brand-forged")
        #expect(
            strongest(.failed { $0.sender = .init(.fail, domain: "chaffinch.example", isAligned: true) }) == "authentication.dmarc-reject")
        #expect(strongest(.proved(.brand) { $0.signatures = [.goodOfAuthor] }) == "authentication.brand-authenticated")
    }

    /// What could not be asked, or was not answered, is evidence of nothing.
    @Test func theUnknownSaysNothing() {
        #expect(book.evidence(in: .unknown).isEmpty)
        #expect(book.evidence(in: AuthenticationFacts()).isEmpty)
    }

    @Test func honestDetoursCountLittle() {
        #expect(
            ids(
                .mail {
                    $0.sender?.result = .fail
                    $0.signatures = [.goodOfAuthor]
                }) == ["forwarded", "author-authenticated"])
        #expect(ids(.throughList()) == ["dmarc-reject"])
        #expect(ids(.throughHandler()) == ["trusted-handler"])
    }
}
