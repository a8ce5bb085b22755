public import Messages

/// What happens with the disposition that policy computes.
public enum PolicyMode: String, Sendable, Hashable, CaseIterable, SettingValue {
    /// It is computed and recorded, and not carried out.
    case observeOnly = "observe-only"
    /// It is carried out.
    case act
}

/// Whom the program asks for names.
public enum NameSource: String, Sendable, Hashable, CaseIterable, SettingValue {
    /// Nobody: nothing leaves the machine.
    case nobody
    /// The servers of `dns.forwarders`.
    case forwarders
    /// The servers of the system, from `/etc/resolv.conf`.
    case system
    /// The servers of the zones themselves, from the root on.
    case root
}

extension Setting where Value == NameSource {
    /// `dns.ask`
    public static var dnsAsk: Setting {
        Setting(
            "dns.ask", .choice(NameSource.allCases.map(\.rawValue)), default: .nobody,
            "Whom to ask for names: nobody, dns.forwarders, the servers of the system, or those of the zones from the root on.")
    }
}

extension Setting where Value == [NameServerAddress] {
    /// `dns.forwarders`
    public static var dnsForwarders: Setting {
        Setting(
            "dns.forwarders", .list(.nameServer), default: [],
            "The name servers to ask where dns.ask is forwarders, and nobody else; with a port after an @.")
    }
}

extension Setting where Value == Duration {
    /// `dns.deadline`
    public static var dnsDeadline: Setting {
        Setting(
            "dns.deadline", .duration(.milliseconds(10)...(.seconds(120))), default: .seconds(4),
            "How long all questions of one message may take together; what was not answered by then is not known.")
    }
    /// `filter.deadline.mail`
    public static var filterDeadlineMail: Setting {
        Setting(
            "filter.deadline.mail", .duration(.milliseconds(10)...(.seconds(120))), default: .seconds(5),
            "How long the judgement of one mail may take; what has not answered by then is written down as not checked.")
    }
    /// `filter.deadline.text`
    public static var filterDeadlineText: Setting {
        Setting(
            "filter.deadline.text", .duration(.milliseconds(1)...(.seconds(120))), default: .milliseconds(100),
            "The same for one text message, chat line, post or call.")
    }
}

extension Setting where Value == Int? {
    /// `filter.workers`
    public static var filterWorkers: Setting {
        Setting(
            "filter.workers", .integerOrAutomatic(1...256), default: nil,
            "How many messages are judged side by side; auto is one for each processor.")
    }
}

extension Setting where Value == Int {
    /// `limits.message-size`, in bytes
    public static var limitsMessageSize: Setting {
        Setting(
            "limits.message-size", .size(1 << 10...1 << 30), default: 64 << 20,
            "The most of one message that is read; what lies beyond is not checked.")
    }
    /// `dns.in-flight`
    public static var dnsInFlight: Setting {
        Setting(
            "dns.in-flight", .integer(1...5000), default: 500,
            "How many questions name servers are asked side by side; others wait, within their deadline.")
    }
    /// `learning.keep`
    public static var learningKeep: Setting {
        Setting(
            "learning.keep", .integer(2...1000), default: 10,
            "How many models of the state folder are kept; older ones are removed when a new one is made.")
    }
    /// `limits.parts`
    public static var limitsParts: Setting {
        Setting("limits.parts", .integer(1...100_000), default: 1000, "The most parts of one message that are read.")
    }
    /// `limits.depth`
    public static var limitsDepth: Setting {
        Setting("limits.depth", .integer(1...200), default: 32, "How deep parts may lie inside parts.")
    }
    /// `limits.header-bytes`
    public static var limitsHeaderBytes: Setting {
        Setting("limits.header-bytes", .size(1 << 10...16 << 20), default: 256 << 10, "The most bytes of one header field that are read.")
    }
}

extension Setting where Value == [String] {
    /// `trust.hosts`
    public static var trustHosts: Setting {
        Setting(
            "trust.hosts", .list(.host), default: [],
            "Our own mail hosts: a trace line that one of them wrote is believed. A leading dot takes in every name below.")
    }
}

extension Setting where Value == [String] {
    /// `authentication.mechanisms`
    public static var authenticationMechanisms: Setting {
        let all = ["spf", "senderid", "dkim", "dmarc", "arc", "csa", "vbr", "batv", "iprev"]
        return Setting(
            "authentication.mechanisms", .list(.choice(all)), default: all,
            "What is asked about where a mail came from, once dns.ask or --dns says whom to ask.")
    }
    /// `authentication.vouchers`
    public static var authenticationVouchers: Setting {
        Setting(
            "authentication.vouchers", .list(.host), default: [],
            "Services whose word counts when they vouch for a domain (RFC 5518).")
    }
    /// `authentication.trusted-sealers`
    public static var authenticationTrustedSealers: Setting {
        Setting(
            "authentication.trusted-sealers", .list(.host), default: [],
            "Domains, and all below them, whose word counts on how a mail was when it came to them (ARC): forwarders and lists of our users."
        )
    }
}

extension Setting where Value == [String] {
    /// `rules.files`
    public static var rulesFiles: Setting {
        Setting(
            "rules.files", .list(.path), default: [],
            "Files of your own rules, in YAML; a file with a mistake keeps the program from starting.")
    }
}

extension Setting where Value == [IPNetwork] {
    /// `trust.networks`
    public static var trustNetworks: Setting {
        Setting(
            "trust.networks", .list(.network), default: [], "Our own networks: hosts in them lie inside the boundary of trust.")
    }
}

extension Setting where Value == [DNSListEntry] {
    /// `lists.dns`
    public static var listsDNS: Setting {
        Setting(
            "lists.dns", .list(.dnsList), default: [],
            "Lists of hosts and domains that are asked about senders and links, once dns.ask or --dns says whom to ask.")
    }
}

extension Setting where Value == [SourceTrust] {
    /// `learning.sources`
    public static var learningSources: Setting {
        Setting(
            "learning.sources", .list(.source),
            default: [
                SourceTrust(name: SourceTrust.command, trust: 1), SourceTrust.usualLinks,
                SourceTrust(name: SourceTrust.others, trust: 0.5, mostPerDay: 1000),
            ],
            "How far those who teach are believed, and how much each may teach a day; * is every source not named.")
    }
}

extension Setting where Value == [SpamShare] {
    /// `filter.spam-share`
    public static var filterSpamShare: Setting {
        Setting(
            "filter.spam-share", .list(.share), default: [],
            "What share of a channel's messages is spam here; a channel not named has the published share that its weights assume.")
    }
}

extension Setting where Value == [Channel] {
    /// `policy.channels`
    public static var policyChannels: Setting {
        Setting(
            "policy.channels", .list(.code), default: [],
            "Channels of your own beside those that ship, so that a mistyped name is not taken for a new one.")
    }
}

extension Setting where Value == Bool {
    /// `learning.personal`
    public static var learningPersonal: Setting {
        Setting(
            "learning.personal", .boolean, default: false,
            "Whether what is taught of a message that names one recipient holds for that recipient alone, as with `learn --recipient`.")
    }
    /// `authentication.results-beside-trace`
    public static var authenticationResultsBesideTrace: Setting {
        Setting(
            "authentication.results-beside-trace", .boolean, default: false,
            "Whether our hosts write results just below their own trace line, as Postfix lets its filters do, and take out what strangers wrote there."
        )
    }
    /// `observatory.record`
    public static var observatoryRecord: Setting {
        Setting(
            "observatory.record", .boolean, default: true,
            "Whether judged messages are counted: dimensions and sizes, no content, no address. Only where state.folder is set."
        )
    }
    /// `filter.pictures`
    public static var filterPictures: Setting {
        Setting(
            "filter.pictures", .boolean, default: true,
            "Whether pictures are looked into for codes, by libgd and libzbar; without it the verdict says that they were not.")
    }
    /// `filter.archives`
    public static var filterArchives: Setting {
        Setting(
            "filter.archives", .boolean, default: true,
            "Whether archives are listed, by libarchive; without it the verdict says that they were not.")
    }
    /// `rules.recipient-keywords`
    public static var rulesRecipientKeywords: Setting {
        Setting(
            "rules.recipient-keywords", .boolean, default: true,
            "Whether recipients' own keywords are looked for in what is written to them; some countries' laws let only addresses and times count."
        )
    }
    /// `policy.allow-discard`
    public static var policyAllowDiscard: Setting {
        Setting(
            "policy.allow-discard", .boolean, default: false,
            "Whether thresholds may drop a message silently; without it a threshold named discard is refused.")
    }
}

extension Setting where Value == String {
    /// `lang`
    public static var language: Setting {
        Setting(
            "lang", .choice(["auto"] + Profile.languages), default: "auto",
            "The language of reasons and tables; auto follows LC_ALL, LC_MESSAGES and LANG.")
    }
    /// `state.folder`
    public static var stateFolder: Setting {
        Setting(
            "state.folder", .path, default: "",
            "The folder of counters, records and models; empty is $XDG_STATE_HOME/chaffinch, ~/.local/state/chaffinch, or /var/lib/chaffinch."
        )
    }
    /// `dns.trust-anchor`
    public static var dnsTrustAnchor: Setting {
        Setting(
            "dns.trust-anchor", .path, default: "",
            "A file of DS or DNSKEY records that DNSSEC begins with, as /usr/share/dns/root.key; empty checks no signatures.")
    }
    /// `model.path`
    public static var modelPath: Setting {
        Setting(
            "model.path", .path, default: "",
            "The model that judges; empty is the newest of the state folder, and before any the starter model.")
    }
    /// `learning.canaries`
    public static var learningCanaries: Setting {
        Setting(
            "learning.canaries", .path, default: "",
            "Messages that no new model may get wrong: an index file, or a folder with the folders ham and spam; empty is none.")
    }
    /// `policy.profiles`
    public static var policyProfiles: Setting {
        Setting(
            "policy.profiles", .path, default: "",
            "A file of profiles of jurisdictions, operators, domains and recipients, or a folder of them (.yaml), in the order of their names; empty is none."
        )
    }
    /// `rules.folder`
    public static var rulesFolder: Setting {
        Setting(
            "rules.folder", .path, default: "",
            "A folder whose files with the ending .yaml are files of rules too, in the order of their names; empty is none.")
    }
    /// `authentication.dmarc`
    public static var authenticationDMARC: Setting {
        Setting(
            "authentication.dmarc", .choice(["tree-walk", "public-suffix-list"]), default: "tree-walk",
            "How the policy of an author's domain is found: by asking from name to name (RFC 9989), or as RFC 7489 had it.")
    }
    /// `authentication.batv-keys`
    public static var authenticationBATVKeys: Setting {
        Setting(
            "authentication.batv-keys", .path, default: "",
            "A file of the keys that our own return paths are tagged with: a digit, a blank and a hexadecimal key a line; empty is none.")
    }
    /// `policy.version`
    public static var policyVersion: Setting {
        Setting("policy.version", .text, default: "", "A name for this policy, written beside each disposition it makes.")
    }
}

extension Setting where Value == PolicyMode {
    /// `policy.mode`
    public static var policyMode: Setting {
        Setting(
            "policy.mode", .choice(PolicyMode.allCases.map(\.rawValue)), default: .observeOnly,
            "Whether dispositions are carried out (act) or only computed and recorded.")
    }
}

extension SettingCatalogue {
    /// Every setting that ships, in the order of the example file. Thresholds of policy are a pattern beside them: `PolicyThreshold`.
    public static let standard = SettingCatalogue([
        Setting.language.key,
        Setting.filterDeadlineMail.key, Setting.filterDeadlineText.key, Setting.filterWorkers.key,
        Setting.filterSpamShare.key, Setting.filterPictures.key, Setting.filterArchives.key,
        Setting.limitsMessageSize.key, Setting.limitsParts.key, Setting.limitsDepth.key, Setting.limitsHeaderBytes.key,
        Setting.dnsAsk.key, Setting.dnsForwarders.key, Setting.dnsTrustAnchor.key, Setting.dnsDeadline.key, Setting.dnsInFlight.key,
        Setting.trustHosts.key, Setting.trustNetworks.key,
        Setting.authenticationMechanisms.key, Setting.authenticationDMARC.key, Setting.authenticationVouchers.key,
        Setting.authenticationTrustedSealers.key, Setting.authenticationResultsBesideTrace.key, Setting.authenticationBATVKeys.key,
        Setting.listsDNS.key,
        Setting.historyKeep.key, Setting.historyConsult.key, Setting.historyHalfLife.key, Setting.historyKeys.key,
        Setting.clientsWatch.key, Setting.ratesLimits.key, Setting.ratesKeys.key,
        Setting.stateFolder.key, Setting.modelPath.key, Setting.observatoryRecord.key,
        Setting.learningSources.key, Setting.learningCanaries.key, Setting.learningKeep.key, Setting.learningPersonal.key,
        Setting.milterListen.key, Setting.milterDropRefused.key, Setting.spamdListen.key, Setting.spamdTell.key,
        Setting.httpListen.key, Setting.httpCertificate.key, Setting.httpKey.key, Setting.httpClientAuthorities.key, Setting.httpTokens.key,
        Setting.httpRequestsPerSecond.key, Setting.httpPatience.key, Setting.httpRemember.key, Setting.httpLists.key,
        Setting.httpPublicURL.key,
        Setting.matrixServerName.key, Setting.matrixPolicyKey.key, Setting.matrixRoomVersion.key,
        Setting.serviceName.key, Setting.serviceConnections.key, Setting.serviceMemory.key, Setting.serviceSilence.key,
        Setting.serviceGrace.key,
        Setting.serviceLanes.key, Setting.serviceWaiting.key, Setting.serviceWhenUnable.key, Setting.serviceSocketMode.key,
        Setting.quarantineKeeper.key, Setting.quarantineKey.key, Setting.quarantineKeep.key, Setting.quarantineSize.key,
        Setting.quarantineReleaseTo.key, Setting.quarantineReleaseTLS.key, Setting.quarantineReleaseAuthorities.key,
        Setting.quarantineReleaseUser.key, Setting.quarantineReleasePasswordFile.key,
        Setting.quarantineDigestFrom.key, Setting.quarantineLink.key,
        Setting.feedbackSpam.key, Setting.feedbackHam.key, Setting.feedbackNeeded.key,
        Setting.rulesFiles.key, Setting.rulesFolder.key, Setting.rulesRecipientKeywords.key,
        Setting.policyMode.key, Setting.policyVersion.key, Setting.policyProfiles.key, Setting.policyAllowDiscard.key,
        Setting.policyChannels.key,
    ])
}
