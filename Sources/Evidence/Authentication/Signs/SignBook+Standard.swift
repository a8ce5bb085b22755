extension SignBook {
    /// The signs that ship, in the order of the folders they lie in. Adding a sign is one line here.
    public static let standard = SignBook([
        // Author
        AuthorAuthenticated(),
        BrandAuthenticated(),
        BrandForged(),
        LookAlikeAuthenticated(),
        LookAlikeUnauthenticated(),
        // Client
        ClientAuthorized(),
        ClientNotAuthorized(),
        ReverseNameFails(),
        ReverseNamePasses(),
        // Ours
        ForgedResults(),
        StrangeBounce(),
        // Policy
        DMARCFailNone(),
        DMARCFailQuarantine(),
        DMARCFailReject(),
        NothingProved(),
        ThroughList(),
        TrustedHandler(),
        Vouched(),
        // Sender
        Forwarded(),
        HELOFail(),
        ResponsibleFail(),
        SPFError(),
        SPFFail(),
        SPFSoftFail(),
        SPFUnaligned(),
        // Signatures
        BrokenSignature(),
        ExpiredSignature(),
        SecondFrom(),
        UnsignedTail(),
        WeakSignature(),
    ])
}
