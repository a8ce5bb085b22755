// The signs by name, for those who read them as text.

extension HostSigns {
    /// Every sign with its name.
    private static let named: [(HostSigns, String)] = [
        (.addressLiteral, "addressLiteral"), (.oddIPv4, "oddIPv4"), (.punycode, "punycode"), (.homograph, "homograph"),
        (.brandLookalike, "brandLookalike"), (.brandElsewhere, "brandElsewhere"), (.brandOwn, "brandOwn"),
        (.shortener, "shortener"), (.freeHosting, "freeHosting"), (.fileSharing, "fileSharing"), (.formBuilder, "formBuilder"),
        (.dynamicDNS, "dynamicDNS"), (.privateSuffix, "privateSuffix"), (.manyLabels, "manyLabels"), (.longHost, "longHost"),
        (.hyphensOrDigits, "hyphensOrDigits"), (.randomLooking, "randomLooking"), (.unlistedSuffix, "unlistedSuffix"),
        (.privateAddress, "privateAddress"),
    ]

    /// The names of the signs in the set, in a fixed order.
    public var names: [String] { HostSigns.named.filter { contains($0.0) }.map(\.1) }
}

extension LinkSigns {
    /// Every sign with its name.
    private static let named: [(LinkSigns, String)] = [
        (.userinfo, "userinfo"), (.userinfoHost, "userinfoHost"), (.oddPort, "oddPort"), (.backslashes, "backslashes"),
        (.controlsInside, "controlsInside"), (.executable, "executable"), (.archive, "archive"), (.redirector, "redirector"),
        (.recipientInside, "recipientInside"), (.mailboxInside, "mailboxInside"), (.needlessEncoding, "needlessEncoding"),
        (.encodedHost, "encodedHost"), (.dataScheme, "dataScheme"), (.scriptScheme, "scriptScheme"), (.fileScheme, "fileScheme"),
        (.mismatch, "mismatch"), (.overlong, "overlong"), (.plainHTTP, "plainHTTP"), (.brandInPath, "brandInPath"),
    ]

    /// The names of the signs in the set, in a fixed order.
    public var names: [String] { LinkSigns.named.filter { contains($0.0) }.map(\.1) }
}
