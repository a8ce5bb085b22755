import Domains
import Messages
import PSLDomains
import Testing

@testable import Links

/// One link as the inspector sees it.
struct Inspection {
    var link: Link?
    var links = MessageLinks()

    init(_ target: String, shown: String = "", recipients: [String] = []) throws {
        var inspector = LinkInspector(suffixes: try LibPSLSuffixes(), names: try ICUNames())
        inspector.add(target: Array(target.utf8).span, shown: Array(shown.utf8).span, at: .empty, origin: .html, to: &links)
        inspector.mark(recipients: recipients.map { Array($0.utf8) }, in: &links)
        link = links.all.first
    }

    var brand: String? {
        guard let link, link.brand >= 0 else { return nil }
        return Brands.all[Int(link.brand)].key
    }
}

@Suite struct LinkInspectorTests {
    static let hostCases: [(HostSigns, with: String, without: String)] = [
        (.addressLiteral, "http://203.0.113.9/", "http://chaffinch.com/"),
        (.addressLiteral, "http://[2001:db8::1]/", "http://chaffinch.com/"),
        (.oddIPv4, "http://0xCB007109/", "http://203.0.113.9/"),
        (.privateAddress, "http://192.168.1.1/", "http://8.8.8.8/"),
        (.punycode, "http://xn--bcher-kva.com/", "http://buecher.com/"),
        (.homograph, "http://раураl.com/", "http://bücher.com/"),
        (.homograph, "http://chаffinch.com/", "http://chaffinch.com/"),
        (.homograph, "http://pаypal-help.com/", "http://пример.com/"),
        (.brandLookalike, "http://paypa1.com/", "http://paypal.com/"),
        (.brandLookalike, "http://rnicrosoft.com/", "http://microsoft.com/"),
        (.brandLookalike, "http://netfilx.com/", "http://netflix.com/"),
        (.brandLookalike, "http://wellsfagro.com/", "http://wellsprings.com/"),
        (.brandElsewhere, "http://paypal-secure-login.com/", "http://www.paypal.com/"),
        (.brandElsewhere, "http://paypal.com.verify.example.net/", "http://www.paypal.co.uk/"),
        (.brandElsewhere, "http://dhl-parcel.com/", "http://dhl.de/"),
        (.brandElsewhere, "http://apple-verify.com/", "http://apple-pie.com/"),
        (.brandElsewhere, "http://amazon-login.github.io/", "http://aws.amazon.com/"),
        (.brandOwn, "https://accounts.google.com/", "https://accounts-google.com/"),
        (.brandOwn, "https://www.gov.uk/", "https://www.kent.gov.uk/"),
        (.shortener, "https://bit.ly/x", "https://bitter.ly/x"),
        (.freeHosting, "https://finch.weebly.com/", "https://weebly.example/"),
        (.fileSharing, "https://wetransfer.com/d/1", "https://transfer.example/"),
        (.formBuilder, "https://forms.gle/1", "https://gle.example/"),
        (.dynamicDNS, "http://finch.duckdns.org/", "http://ducks.org/"),
        (.privateSuffix, "http://finch.github.io/", "http://github.com/"),
        (.manyLabels, "http://a.b.c.d.chaffinch.com/", "http://a.b.chaffinch.com/"),
        (.longHost, "http://\(String(repeating: "finch-", count: 10))song.com/", "http://finch-song.com/"),
        (.hyphensOrDigits, "http://a-b-c-d-e.com/", "http://a-b.com/"),
        (.hyphensOrDigits, "http://win12345.com/", "http://win12.com/"),
        (.randomLooking, "http://xkqzvbtrw.com/", "http://strengthening.com/"),
        (.randomLooking, "http://a7f3k9q2.com/", "http://route66finch.com/"),
        (.unlistedSuffix, "http://mail.intranet-of-finches/", "http://chaffinch.com/"),
    ]

    @Test(arguments: hostCases)
    func hostSigns(sign: HostSigns, with: String, without: String) throws {
        #expect(try Inspection(with).link?.hostSigns.contains(sign) == true, "\(with)")
        #expect(try Inspection(without).link?.hostSigns.contains(sign) == false, "\(without)")
    }

    static let linkCases: [(LinkSigns, with: String, without: String)] = [
        (.userinfo, "http://finch@chaffinch.com/", "http://chaffinch.com/@finch"),
        (.userinfoHost, "http://bank.com@203.0.113.9/", "http://finch@chaffinch.com/"),
        (.oddPort, "http://chaffinch.com:8081/", "http://chaffinch.com:80/"),
        (.backslashes, "http:\\\\chaffinch.com\\x", "http://chaffinch.com/x"),
        (.controlsInside, "http://chaff\ninch.com/", " http://chaffinch.com/ "),
        (.executable, "http://chaffinch.com/song.exe", "http://chaffinch.com/song.html"),
        (.archive, "http://chaffinch.com/songs.zip", "http://chaffinch.com/"),
        (.redirector, "http://chaffinch.com/go?url=https%3A%2F%2Fother.example", "http://chaffinch.com/go?url=other"),
        (.redirector, "http://chaffinch.com/https://other.example", "http://chaffinch.com/http"),
        (.mailboxInside, "http://chaffinch.com/?m=finch%40song.example", "http://chaffinch.com/?m=finch"),
        (.needlessEncoding, "http://chaffinch.com/%6Cogin", "http://chaffinch.com/%20login"),
        (.encodedHost, "http://ch%61ffinch.com/", "http://chaffinch.com/%61"),
        (.dataScheme, "data:text/html,x", "http://chaffinch.com/data:"),
        (.scriptScheme, "javascript:void(0)", "mailto:finch@chaffinch.com"),
        (.fileScheme, "file:///etc/x", "http://chaffinch.com/file"),
        (.fileScheme, #"\\chaffinch.com\nest"#, #"http:\\chaffinch.com\nest"#),
        (.fileScheme, #"d:\nest\list.txt"#, "tel:+12025550143"),
        (.fileScheme, "smb://chaffinch.com/nest", "sms:+12025550143"),
        (.plainHTTP, "http://chaffinch.com/", "https://chaffinch.com/"),
        (.brandInPath, "http://chaffinch.com/paypal/login", "http://www.paypal.com/paypal/login"),
        (.overlong, "http://chaffinch.com/\(String(repeating: "x", count: 5_000))", "http://chaffinch.com/x"),
    ]

    @Test(arguments: linkCases)
    func linkSigns(sign: LinkSigns, with: String, without: String) throws {
        #expect(try Inspection(with).link?.signs.contains(sign) == true, "\(with)")
        #expect(try Inspection(without).link?.signs.contains(sign) == false, "\(without)")
    }

    @Test func theRecipientInsideIsSeen() throws {
        let with = try Inspection("http://chaffinch.com/#Finch%40Song.example", recipients: ["finch@song.example"])
        #expect(with.link?.signs.contains(.recipientInside) == true)
        let without = try Inspection("http://chaffinch.com/#wren@song.example", recipients: ["finch@song.example"])
        #expect(without.link?.signs.contains(.recipientInside) == false)
    }

    @Test(arguments: [
        ("https://www.paypal.com/signin", "http://chaffinch.com/", true), ("www.paypal.com", "http://paypal.com.chaffinch.com/", true),
        ("paypal.com", "http://203.0.113.9/", true), ("www.chaffinch.com", "http://click.chaffinch.com/1", false),
        ("Click here", "http://chaffinch.com/", false), ("CHAFFINCH.COM", "https://chaffinch.com/", false),
    ])
    func shownHostAgainstTarget(shown: String, target: String, isMismatch: Bool) throws {
        #expect(try Inspection(target, shown: shown).link?.signs.contains(.mismatch) == isMismatch)
    }

    @Test func brandsAreNamed() throws {
        #expect(try Inspection("http://paypa1-login.com/").brand == "paypal")
        #expect(try Inspection("http://раураl.com/").brand == "paypal")
        #expect(try Inspection("http://rnicrosoft.com/").brand == "microsoft")
        #expect(try Inspection("http://chaffinch.com/").brand == nil)
    }

    @Test func domainsAreRangesOfTheBuffer() throws {
        let inspection = try Inspection("http://www.seed.chaffinch.co.uk/a")
        let link = try #require(inspection.link)
        #expect(inspection.links.string(link.domain) == "chaffinch.co.uk")
        #expect(inspection.links.string(link.url.host) == "www.seed.chaffinch.co.uk")
    }

    @Test func textLinksKeepTheirPlaceAndDisguise() throws {
        let finding = try Finding("go to hxxp://chaffinch[.]com/x")
        var inspector = LinkInspector(suffixes: try LibPSLSuffixes(), names: try ICUNames())
        var links = MessageLinks()
        inspector.add(finding.found, to: &links)
        #expect(links.all.first?.disguise == .defanged)
        #expect(links.all.first?.text == ByteRange(6, 30))
    }

    @Test func hostileTargetsComeBack() throws {
        var inspector = LinkInspector(suffixes: try LibPSLSuffixes(), names: try ICUNames())
        let recipients = [Array("finch@song.example".utf8), [], [64]]
        var links = MessageLinks()
        for unit in ["http://", "@", "a.", "%40", "paypa", "-", "xn--", "é.", "=http", "/.", "a@a"] {
            let text = Array(("http://h" + String(repeating: unit, count: 1_000_000 / unit.utf8.count)).utf8)
            inspector.add(target: text.span, shown: text.span, at: .empty, origin: .html, to: &links)
        }
        inspector.mark(recipients: recipients, in: &links)
        #expect(links.bytes.count < 1_000_000)
        var generator = SplitMix(seed: 3)
        let alphabet = Array("htps:/.@?=#%4paylxn-0é\\[]".utf8)
        for _ in 0..<20_000 {
            links.reset()
            var text = Array("http://".utf8)
            for _ in 0..<(generator.next() % 40) { text.append(alphabet[Int(generator.next() % UInt64(alphabet.count))]) }
            inspector.add(target: text.span, shown: text.span, at: .empty, origin: .html, to: &links)
            inspector.mark(recipients: recipients, in: &links)
        }
    }
}
