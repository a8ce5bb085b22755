import Localization
import Messages
import PSLDomains
import Resolving
import Telemetry
import Testing
import ZoneFiles

@testable import Authentication

/// What is said of results: everything that can be found has its sentence, in six languages.
struct ExplanationTests {
    private let catalogue = Catalogue(Explanation.sentences)

    /// Whether a statement, and each inside it, has a sentence that takes as many details as are given.
    private func isSayable(_ statement: Statement) -> Bool {
        guard let sentence = catalogue[statement.key] else { return false }
        let english = sentence[.english]
        let wants = (1...9).count { english.contains("{\($0)}") }
        return wants <= statement.details.count
            && statement.details.allSatisfy { if case .statement(let inner) = $0 { isSayable(inner) } else { true } }
    }

    @Test func allSentencesAreWhole() {
        #expect(catalogue.problems() == [])
    }

    @Test func everyProblemOfSPFIsSaid() {
        let problems: [SPFOutcome.Problem] = [
            .notADomain, .notAnswered("q"), .severalRecords(domain: "d"), .tooManyTerms, .tooManyVoidLookups,
            .tooManyExchanges(domain: "d"),
            .noRecord(domain: "d"),
        ]
        for problem in problems { #expect(isSayable(problem.statement(of: "d")), "\(problem)") }
        let kinds: [SPFSyntaxError.Kind] = [
            .notPrintable, .unknownMechanism, .unexpectedArgument, .missingDomain, .badDomain, .badMacro, .badAddress, .badLength,
            .repeatedModifier, .badVersion,
        ]
        for kind in kinds {
            #expect(isSayable(SPFOutcome.Problem.syntax(SPFSyntaxError(kind: kind, offset: 7), domain: "d").statement(of: "d")), "\(kind)")
        }
    }

    private static let mistakes: [DKIMSyntaxError.Kind] = [
        .list(.missingTag), .list(.badName), .list(.missingEquals), .list(.badByte), .list(.repeatedTag), .missingTag, .forbiddenTag,
        .unknownVersion, .unsupported, .notBase64, .empty, .notADomain, .notAnIdentity, .notANumber, .notFieldNames, .endsBeforeItBegins,
        .notAKey, .notAnInstance,
    ]

    @Test func everyProblemOfSignaturesIsSaid() {
        let moment = DKIMWorkbench.moment
        let problems: [DKIMProblem] = [
            .fieldTooLong(bytes: 1), .fromNotSigned, .fromNotCovered(present: 2, signed: 1), .identityOutsideDomain, .identityInSubdomain,
            .expired(moment), .fromTheFuture(moment), .notAnswered("q"), .keyMissing("q"), .keyRevoked, .keyForOtherService,
            .keyOfOtherType,
            .keyForbidsHash, .keySize(bits: 512), .weakHash(wouldVerify: true), .weakHash(wouldVerify: false), .bodyDiffers,
            .bodyTooShort(signed: 2, present: 1), .bodyNotCovered(bytes: 1), .signatureDiffers,
        ]
        for problem in problems { #expect(isSayable(problem.statement), "\(problem)") }
        for kind in Self.mistakes {
            for tag in [nil, "bh"] {
                let error = DKIMSyntaxError(kind: kind, tag: tag, offset: 3)
                for problem in [DKIMProblem.syntax(error), .keySyntax(error)] { #expect(isSayable(problem.statement), "\(problem)") }
                #expect(isSayable(ARCProblem.syntax(.seal, error).statement))
            }
        }
        let broken = DKIMProblem.bodyDiffers
        let chains: [ARCProblem] = [
            .tooManySets, .fieldTooLong(.seal, bytes: 1), .missing(.seal, instance: 1), .repeated(.seal, instance: 1),
            .wrongStatus(.pass, instance: 1), .failedBefore(instance: 1), .messageSignature(broken, instance: 1),
            .seal(broken, instance: 1),
        ]
        for problem in chains { #expect(isSayable(problem.statement), "\(problem)") }
    }

    @Test func everyProblemOfDMARCIsSaid() {
        let problems: [DMARCOutcome.Problem] = [
            .noAuthor, .notADomain("d"), .severalAuthors(["d"]), .tooManyAuthors, .notAnswered("q"), .severalRecords(domain: "d"),
            .unusableRecord(domain: "d"), .notAuthenticated(domain: "d"), .senderNotKnown,
        ]
        for problem in problems { #expect(isSayable(problem.statement), "\(problem)") }
    }

    /// What came of a step is said in the reader's language, but for the results that standards name.
    @Test func everyStepIsSaid() {
        let outcomes: [Answer.Outcome] = [.found, .noData, .nonexistent, .failed(code: 2), .bogus, .timedOut, .truncated]
        for outcome in outcomes { #expect(isSayable(outcome.statement), "\(outcome)") }
        let steps: [Statement.Detail] =
            [SPFOutcome.Finding.noMatch, .followed].map(\.statement)
            + [DMARCOutcome.Finding.record, .otherTexts, .severalRecords, .nothing(.noData), .notAnswered(.timedOut)].map(\.statement)
        for step in steps {
            guard case .statement(let statement) = step else {
                Issue.record("\(step)")
                continue
            }
            #expect(isSayable(statement))
            let line = Explanation.Step(depth: 0, text: "mx", result: "no match", step).statement
            for language in Language.allCases where language != .english {
                #expect(catalogue.text(line, in: language) != catalogue.text(line, in: .english))
            }
        }
        #expect(SPFOutcome.Finding.match(.softfail).statement == .text("softfail"))
        #expect(SPFOutcome.Finding.undecided(.temperror).statement == .text("temperror"))
        let name = DomainName("mail.example.org")
        for result in [ClientSMTPAuthorization.Result.unknown, .defer] {
            let outcome = ClientSMTPAuthorization.Outcome(result: result, decidedBy: nil, asked: [name].compactMap { $0 })
            let finding = outcome.explained(of: "mail.example.org").steps.first?.finding
            #expect(finding == (result == .defer ? .text("—") : .statement(Statement("auth.step.no-record"))))
        }
    }

    /// Names are kept apart from the Arabic around them, and the step reads in its order whichever way the line runs.
    @Test func arabicStepsKeepTheirOrder() {
        let step = Explanation.Step(depth: 0, text: "include:a.example", result: "no match", .statement(Statement("auth.step.no-match")))
        #expect(catalogue.text(step.statement, in: .arabic) == "\u{2068}include:a.example\u{2069}: \u{2068}لا تطابق\u{2069}")
        #expect(catalogue.text(step.statement, in: .french, isolation: .never) == "include:a.example  →  ne correspond pas")
    }

    @Test func everyFindingAboutTheClientIsSaid() throws {
        let address = try #require(IPAddress("192.0.2.1"))
        let name = DomainName("mail.example.org")
        for result in [ReverseName.Result.pass, .fail, .temperror, .permerror] {
            let named = ReverseName.Outcome(result: result, name: name, candidates: [name].compactMap { $0 })
            #expect(isSayable(named.explained(of: address).reason))
        }
        #expect(ReverseName.Outcome(result: .permerror).explained(of: address).mark == .open)
        let reasons: [ClientSMTPAuthorization.Reason] = [
            .notAuthorized, .addressMismatch, .noAddresses, .authorizationRequired, .notAName, .noSuchDomain, .noRecord,
        ]
        for reason in reasons {
            for result in [ClientSMTPAuthorization.Result.fail, .unknown, .defer, .ok] {
                let outcome = ClientSMTPAuthorization.Outcome(result: result, reason: reason, decidedBy: name)
                #expect(isSayable(outcome.explained(of: "mail.example.org").reason), "\(reason)")
            }
        }
        let tags: [PrivateSignature.Result] = [
            .untagged, .pass(original: "a"), .badSignature(original: "a"), .expired(original: "a"), .unknownKey(original: "a"),
        ]
        for tag in tags { #expect(isSayable(tag.explained.reason)) }
        for reason in [PurportedResponsibleAddress.Reason.noField, .severalSenders, .severalFroms, .notOneMailbox] {
            #expect(catalogue["auth.senderid.\(reason)"] != nil)
        }
    }

    @Test func aDetailIsSaidInTheReadersLanguage() {
        let error = SPFSyntaxError(kind: .badMacro, offset: 12)
        let statement = SPFOutcome.Problem.syntax(error, domain: "example.org").statement(of: "example.org")
        #expect(
            catalogue.text(statement, in: .french)
                == "L’enregistrement de example.org est illisible : une macro qui n’en est pas une, à l’octet 12.")
    }

    /// What is proved of a stranger's message is said apart from what is not: nobody may take a pass for a recommendation.
    @Test func proofNeverSaysThatAMessageIsWanted() async throws {
        var outcome = AuthenticationOutcome(of: SendingClient())
        #expect(outcome.proved == [Statement("auth.proof.nobody")])
        let zone = try ZoneFile(Array("bulk.example. TXT \"v=spf1 +all\"".utf8)).zone
        let lookups = Lookups(zone, within: .seconds(1), by: ManualTime())
        let identity = SPFCheck.Identity(
            address: try #require(IPAddress("192.0.2.1")), helo: "bulk.example", mailFrom: "a@bulk.example", at: DKIMWorkbench.moment)
        outcome.spf = await SPFCheck(asking: lookups, names: try ICUNames()).outcome(of: identity)
        #expect(outcome.proved == [Statement("auth.proof.domains", "bulk.example")])
        #expect(outcome.notProved.contains(Statement("auth.proof.not-wanted")))
    }
}
