/// Providers where anybody gets a mailbox for nothing.
public enum FreeMailboxes {
    /// Whether a domain is such a provider's.
    public static func has(_ domain: String) -> Bool { providers.contains(domain) }

    /// Whether a registrable domain bears such a provider's name, under whatever suffix: `yahoo.de`.
    public static func hasName(of domain: some StringProtocol) -> Bool { names.contains(String(domain.prefix { $0 != "." })) }

    private static let names = Set(providers.map { String($0.prefix { $0 != "." }) })

    private static let providers: Set<String> = [
        "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "hotmail.fr", "hotmail.co.uk", "hotmail.es", "live.com", "live.fr",
        "msn.com",
        "yahoo.com", "yahoo.fr", "yahoo.co.uk", "yahoo.es", "yahoo.co.jp", "yahoo.com.hk", "yahoo.in", "ymail.com", "rocketmail.com",
        "aol.com",
        "icloud.com", "me.com", "mail.com", "email.com", "gmx.com", "gmx.net", "gmx.de", "web.de", "protonmail.com", "proton.me",
        "tutanota.com",
        "mail.ru", "bk.ru", "inbox.ru", "list.ru", "yandex.ru", "yandex.com", "ya.ru", "rambler.ru", "qq.com", "163.com", "126.com",
        "sina.com",
        "sohu.com", "foxmail.com", "naver.com", "daum.net", "hanmail.net", "rediffmail.com", "zoho.com", "laposte.net", "orange.fr",
        "free.fr",
        "libero.it", "virgilio.it", "terra.com.br", "uol.com.br", "bol.com.br", "wp.pl", "o2.pl", "onet.pl", "seznam.cz", "ukr.net",
        "fastmail.com",
        "consultant.com", "usa.com", "europe.com", "asia.com", "excite.com", "lycos.com", "netscape.net", "juno.com",
    ]
}
