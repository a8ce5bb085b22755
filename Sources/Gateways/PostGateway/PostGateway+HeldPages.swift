internal import Filter
internal import Forms
internal import Localization
internal import MailGateway
internal import Messages
internal import Quarantine
internal import Telemetry

extension PostGateway {
    /// What somebody is shown who follows a link of a digest, and what comes of its button.
    ///
    /// Nobody is asked who they are: the link is the key to one mail of one recipient. Programs that follow links to look at them ask by GET, which changes
    /// nothing.
    func heldPage(_ request: WebRequest) async throws(Problem) -> WebReply {
        guard let heldPages, let desk else {
            throw Problem(.notFound, "There are no links to held mail here.", remedy: "Set http.public-url and state.folder.")
        }
        let link = String(request.path.dropFirst(Route.heldPrefix.count))
        do throws(QuarantineDesk.LinkRefusal) {
            let claim = try await desk.claim(of: link)
            guard heldPages.admit(claim) else { return page(request).reply(.tooMany) }
            let linked = try await desk.mail(claim)
            let page = page(request, heldPages.language(linked.addressee.address))
            let word = HeldPage.Word(linked, at: time.now())
            guard request.method == "POST", case .ask = word else { return page.reply(word, of: linked.mail) }
            return await release(claim, request, page, by: desk)
        } catch {
            return page(request).reply(HeldPage.Word(error))
        }
    }

    /// A page in the language of its reader, as far as anybody knows it.
    private func page(_ request: WebRequest, _ language: Language? = nil) -> HeldPage {
        HeldPage(catalogue: catalogue, language: language ?? self.language(of: request))
    }

    private func release(
        _ claim: ReleaseLinks.Claim, _ request: WebRequest, _ page: HeldPage, by desk: QuarantineDesk
    ) async -> WebReply {
        // Handing a mail on takes as long as the mail server wants: one recipient keeps nobody else from theirs.
        let recipient = HeldPages.name(of: claim)
        guard releasing.enter(as: recipient) else { return page.reply(.crowded) }
        defer { releasing.leave(as: recipient) }
        // Each attempt is written down: while the mail server takes nothing, pressing again writes nothing.
        guard heldPages?.rests.isOver(for: claim) ?? true else { return page.reply(.notSent) }
        let isLearnt = FormField.fields(of: request.body.span)?["learn"] == "true"
        do throws(QuarantineDesk.LinkRefusal) {
            let outcome = try await desk.release(claim, isLearnt: isLearnt)
            note(.release, outcome, by: Caller(name: QuarantineDesk.actor(of: claim), scopes: []))
            guard outcome.refused.isEmpty else {
                heldPages?.rests.begin(for: claim)
                return page.reply(.notSent)
            }
            guard !outcome.changed.isEmpty else { return page.reply(HeldPage.Word(try await desk.mail(claim), at: time.now())) }
            return page.reply(.done(isLearnt: isLearnt ? outcome.hasLearnt : nil))
        } catch {
            if case .refused(.notSent) = error { heldPages?.rests.begin(for: claim) }
            return page.reply(HeldPage.Word(error))
        }
    }
}

extension HeldPage.Word {
    /// What is said of a mail that a link leads to.
    init(_ linked: QuarantineDesk.LinkedMail, at moment: Timestamp) {
        let age = moment.milliseconds - linked.addressee.since.milliseconds
        self =
            switch linked.addressee.state {
            case .held: .ask
            // Whoever was releasing it so long ago is gone.
            case .releasing: age < HeldLimits.claim.components.seconds * 1000 ? .busy : .ask
            case .released: .released(linked.addressee.since)
            case .deleted: .deleted(linked.addressee.since)
            }
    }

    /// What is said where a link leads nowhere.
    init(_ refusal: QuarantineDesk.LinkRefusal) {
        self =
            switch refusal {
            case .forged: .forged
            case .expired: .expired
            case .refused(.busy): .busy
            case .refused(.crowded): .crowded
            case .refused: .notSent
            }
    }
}

extension QuarantineDesk.Outcome {
    /// Whether anything was learnt.
    fileprivate var hasLearnt: Bool { if case .learnt = lesson { true } else { false } }
}
