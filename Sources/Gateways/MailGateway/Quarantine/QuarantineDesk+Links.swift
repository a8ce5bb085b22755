public import Quarantine
internal import Storing

/// What somebody may do who has a link of a digest, and nothing else.
extension QuarantineDesk {
    /// Who released by a link, in the trail of what was done, and as the source of what is learnt: `link/`, and three digits that a recipient shares with
    /// one in 4096. So that one of them can neither use up what all may teach in a day nor hide among all, and there are never too many sources.
    public static func actor(of claim: ReleaseLinks.Claim) -> String {
        let number = claim.recipientTag.prefix(2).reduce(0) { $0 << 8 | Int($1) } & 0xFFF
        return "link/" + String(0x1000 + number, radix: 16).dropFirst()
    }

    /// Why a link leads nowhere.
    public enum LinkRefusal: Error, Sendable, Hashable {
        /// We did not make it.
        case forged
        /// The mail is no longer kept.
        case expired
        /// The mail is there, and what was wanted was not done.
        case refused(Refusal)
    }

    /// A held mail as one of its recipients may see it, and what has become of theirs.
    public struct LinkedMail: Sendable, Hashable {
        /// The mail, without others.
        public var mail: HeldMail
        /// The recipient.
        public var addressee: HeldMail.Addressee
    }

    /// What makes and reads links. Throws `unheard` where nothing was ever held.
    public func links() async throws(Refusal) -> ReleaseLinks { try await opened().quarantine.links }

    /// What a link says; nothing is looked up for one that we did not make.
    public func claim(of link: String) async throws(LinkRefusal) -> ReleaseLinks.Claim {
        let links: ReleaseLinks
        do throws(Refusal) { links = try await self.links() } catch {
            throw error == .unheard ? .forged : .refused(error)
        }
        do throws(ReleaseLinks.Refusal) { return try links.claim(of: link) } catch {
            throw error == .forged ? .forged : .expired
        }
    }

    /// The mail that a link leads to.
    public func mail(_ claim: ReleaseLinks.Claim) async throws(LinkRefusal) -> LinkedMail {
        do throws(Refusal) {
            let mail = try await mail(claim.reference, of: nil)
            guard let addressee = try await links().addressee(of: claim, in: mail) else { throw .unheard }
            return LinkedMail(mail: mail.seen(by: addressee.address), addressee: addressee)
        } catch {
            // We made the link, so that the mail was there: it is gone before its time.
            throw error == .unheard ? .expired : .refused(error)
        }
    }

    /// Hands the mail that a link leads to on to its recipient, and to nobody else; before that learns that it is ham, where that is wanted.
    public func release(_ claim: ReleaseLinks.Claim, isLearnt: Bool) async throws(LinkRefusal) -> Outcome {
        let linked = try await mail(claim)
        do throws(Refusal) {
            let address = linked.addressee.address
            return try await release(claim.reference, for: [address], isLearnt: isLearnt, by: QuarantineDesk.actor(of: claim))
        } catch {
            throw error == .unheard ? .expired : .refused(error)
        }
    }
}
