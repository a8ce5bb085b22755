// Services whose hosts say something by themselves. The lists are our own, from public documentation of the services.

internal import Messages

/// Looks hosts up among known services.
struct KnownHosts: Sendable {
    private var names: [UInt8] = []
    private var entries: [(name: ByteRange, signs: HostSigns)] = []
    private var slots = [UInt16](repeating: 0, count: 2048)

    static let shared = KnownHosts()

    private init() {
        let lists: [(StaticString, HostSigns)] = [
            (KnownHostLists.shorteners, .shortener), (KnownHostLists.freeHosting, .freeHosting), (KnownHostLists.fileSharing, .fileSharing),
            (KnownHostLists.formBuilders, .formBuilder), (KnownHostLists.dynamicDNS, .dynamicDNS),
        ]
        for (list, signs) in lists {
            let words = list.withUTF8Buffer { unsafe Array($0) }
            for word in words.split(whereSeparator: { $0 <= 32 }) { insert(word, signs) }
        }
    }

    /// The signs of a host: of itself and of every domain that it lies in.
    func signs(of host: Span<UInt8>) -> HostSigns {
        var signs: HostSigns = []
        var start = 0
        var labels = 0
        while start < host.count, labels < 12 {
            signs.formUnion(find(host.extracting(start..<host.count)))
            while start < host.count, host[start] != 46 { start += 1 }
            start += 1
            labels += 1
        }
        return signs
    }

    private static func hash(_ name: Span<UInt8>) -> Int {
        var hash: UInt32 = 0x811C_9DC5
        for index in 0..<name.count { hash = (hash ^ UInt32(name[index])) &* 0x0100_0193 }
        return Int(hash ^ hash >> 15)
    }

    private func find(_ name: Span<UInt8>) -> HostSigns {
        guard name.count <= 64 else { return [] }
        var slot = Self.hash(name) & (slots.count - 1)
        while slots[slot] != 0 {
            let entry = entries[Int(slots[slot]) - 1]
            if entry.name.count == name.count {
                var index = 0
                while index < name.count, names[Int(entry.name.start) + index] == name[index] { index += 1 }
                if index == name.count { return entry.signs }
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return []
    }

    private mutating func insert(_ name: ArraySlice<UInt8>, _ signs: HostSigns) {
        let start = names.count
        names += name
        entries.append((ByteRange(start, names.count), signs))
        var slot = Self.hash(Array(name).span) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt16(entries.count)
    }
}

/// The lists of KnownHosts: hosts or domains, separated by blanks; sorted.
enum KnownHostLists {
    static let shorteners: StaticString = """
        1url.com 2no.co 3.ly 4ks.co 7.ly a.co adf.ly adfoc.us aka.ms amzn.eu amzn.to apple.co b.link b23.tv bc.vc bit.do bit.ly bitly.com \
        bitly.is bitly.ws bl.ink branch.io budurl.com buff.ly cl.ly clck.ru cli.re clk.sh cutt.ly cutt.us cuturl.app db.tt dlvr.it dub.sh \
        dwz.cn ebay.us ed.gr eepurl.com encr.pw exe.io fb.me fbit.co flip.it fur.ly gg.gg git.io gmy.su goo.gl goo.su go2l.ink \
        hoo.gl hyperurl.co i8.ae ibit.ly ift.tt im.gy in.mt intip.in iplogger.org is.gd j.mp jii.li kutt.it l.ead.me linktr.ee link.chtbl.com \
        linkd.in lnk.bio lnk.to lnkd.in lnkiy.in mcaf.ee me2.do mly.ma moourl.com n9.cl naver.me nyti.ms nvda.ws on.fb.me ouo.io ow.ly \
        page.link patr.ee po.st prettylinkpro.com pse.is psee.io pxlme.me qlnk.io qr.ae qr.net qrco.de qrs.ly reb.ly rb.gy rebrand.ly rebrandly.com \
        reurl.cc rotf.lol rplg.co s.click.aliexpress.com s.id s2r.co safelinks.co short.cm short.gy short.io shorte.st shorturl.ac shorturl.asia \
        shorturl.at shrtco.de shtm.co smarturl.it snip.ly snipr.com snurl.com soo.gd spoti.fi sprl.in sptfy.com su.pr surl.li t.cn t.co t.ly t2m.io \
        t1p.de ta.do tcrn.ch tiny.cc tiny.ie tiny.one tiny.pl tinyarrows.com tinylink.net tinyurl.com tinyurl.is tr.im tr.ee trib.al u.nu u.to \
        url.cn url.ie urlc.net urlr.me urlz.fr urlzs.com url.rw v.gd v.ht vk.cc vo.la vu.fr w.wiki wn.nr wp.me x.co x.gd xn--vi8hl0a.ws \
        xurl.es youtu.be yourls.org z.cn zpr.io zurl.co zws.im zzb.bz
        """

    static let freeHosting: StaticString = """
        000webhostapp.com 4shared.com altervista.org appspot.com awardspace.com azurewebsites.net blogspot.com bravenet.com byethost.com carrd.co \
        cloudfront.net codesandbox.io cloudfunctions.net firebaseapp.com fleek.co freehosting.com freewebhostingarea.com ghost.io github.io \
        gitbook.io gitlab.io glitch.me godaddysites.com googleusercontent.com herokuapp.com hostingerapp.com infinityfreeapp.com ipfs.io \
        jimdofree.com jimdosite.com joomla.com livejournal.com mystrikingly.com myshopify.com neocities.org netlify.app ngrok.io \
        ngrok-free.app notion.site onrender.com pages.dev plesk.page r2.dev railway.app replit.app repl.co rf.gd sites.google.com \
        square.site strikingly.com surge.sh tripod.com trycloudflare.com ucoz.net ukit.me vercel.app web.app webador.com webcindario.com \
        webflow.io webnode.page weebly.com weeblysite.com wixsite.com wixstudio.io wordpress.com workers.dev yolasite.com zyrosite.com
        """

    static let fileSharing: StaticString = """
        anonfiles.com bayfiles.com box.com catbox.moe cdn.discordapp.com clicknupload.to disk.yandex.ru docdroid.net docs.google.com \
        drive.google.com dropbox.com dropboxusercontent.com easyupload.io file.io filebin.net filemail.com fromsmash.com gofile.io \
        hightail.com krakenfiles.com mediafire.com mega.nz onedrive.live.com pixeldrain.com rapidgator.net scribd.com send.cm \
        sendgb.com sendspace.com sharefile.com sharepoint.com storage.googleapis.com swisstransfer.com terabox.com \
        transfer.sh transfernow.net turbobit.net upload.ee uploaded.net wetransfer.com we.tl workupload.com zippyshare.com
        """

    static let formBuilders: StaticString = """
        123formbuilder.com airtable.com cognitoforms.com  form.jotform.com formbold.com formcrafts.com formplus.co forms.app \
        forms.gle forms.office.com formsite.com formspree.io formstack.com jotform.com jotform.us paperform.co questionpro.com \
        smartsurvey.co.uk surveymonkey.com surveymars.com survs.com tally.so typeform.com wufoo.com zohopublic.com
        """

    static let dynamicDNS: StaticString = """
        3utilities.com afraid.org blogdns.com bounceme.net changeip.com chickenkiller.com cloudns.cl cloudns.nz crabdance.com ddns.net \
        ddns.us ddnsfree.com ddnsking.com dnsalias.com dnsdynamic.org dns.army dnsup.net duckdns.org dynalias.com dyndns.org dyndns.info \
        dynu.net dynv6.net freedynamicdns.net freemyip.com giize.com gotdns.ch hopto.org ignorelist.com jumpingcrab.com kozow.com loseyourip.com \
        mooo.com my-firewall.org myddns.me myftp.biz myftp.org myvnc.com no-ip.biz no-ip.info no-ip.org now-dns.net ooguy.com \
        redirectme.net selfip.com serveblog.net servebeer.com serveftp.com servegame.com servehttp.com strangled.net sytes.net theworkpc.com \
        twilightparadox.com us.to webhop.me zapto.org
        """
}
