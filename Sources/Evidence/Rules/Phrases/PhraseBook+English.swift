extension PhraseBook {
    /// Phrases of English.
    static let english: [(Theme, [String])] = [
        (
            .parcel,
            [
                "your parcel", "your package", "redelivery", "delivery fee", "shipping fee", "customs fee", "delivery attempt",
                "could not be delivered", "unable to deliver", "reschedule your delivery", "update your address",
                "incomplete address",
            ]
        ),
        (
            .account,
            [
                "verify your account", "confirm your account", "account has been suspended", "account has been locked",
                "account will be closed", "unusual activity", "suspicious activity", "update your payment",
                "payment was declined", "confirm your identity", "verify your identity", "your card has been", "restore access",
                "unauthorized transaction", "account limited", "validate your account", "security alert",
                "sign in to your account", "log in to your account",
            ]
        ),
        (
            .prize,
            [
                "you have won", "you've won", "you are a winner", "congratulations", "claim your prize", "claim your reward",
                "lucky winner", "gift card", "winning number", "you have been selected", "cash prize", "guaranteed prize",
                "prize draw", "bonus prize",
            ]
        ),
        (
            .wrongNumber,
            [
                "is this", "did i text the wrong", "wrong number", "are we still on for", "sorry i must have",
                "are you free this weekend", "long time no see", "do you remember me", "nice to meet you", "from my contacts",
            ]
        ),
        (
            .family,
            [
                "hi mum", "hi mom", "hi dad", "hey mum", "hey mom", "hey dad", "this is my new number", "my new number",
                "lost my phone", "dropped my phone", "phone is broken", "broke my phone", "text me back on", "save this number",
                "need to pay a bill",
            ]
        ),
        (
            .codeRequest,
            [
                "send me the code", "forward the code", "sent you a code", "six digit code", "6-digit code", "read me the code",
                "by mistake sent", "what is the code",
            ]
        ),
        (
            .oneTimeCode,
            [
                "do not share", "never share", "don't share", "verification code", "security code", "one-time", "is your code",
                "will never ask",
            ]
        ),
        (
            .job,
            [
                "work from home", "part-time job", "part time job", "remote job", "earn per day", "daily salary", "easy tasks",
                "no experience", "job offer", "hiring now", "per hour from home",
            ]
        ),
        (
            .loan,
            [
                "instant loan", "loan approved", "pre-approved", "no credit check", "low interest", "personal loan", "quick cash",
                "borrow up to", "debt relief", "consolidate your debt", "mortgage rates", "refinance",
            ]
        ),
        (
            .investment,
            [
                "guaranteed profit", "guaranteed returns", "double your", "bitcoin", "crypto", "trading platform",
                "investment opportunity", "passive income", "financial freedom", "make money", "return on investment",
                "trading signals", "forex", "extra income",
            ]
        ),
        (
            .tax,
            [
                "tax refund", "tax rebate", "unpaid tax", "tax return is", "eligible for a refund", "outstanding tax",
            ]
        ),
        (
            .toll,
            [
                "unpaid toll", "toll fee", "toll charge", "toll balance", "parking fine", "parking charge", "unpaid parking",
            ]
        ),
        (
            .extortion,
            [
                "your webcam", "your camera", "i recorded", "recorded you", "compromising", "your contacts will", "send bitcoin",
                "pay in bitcoin", "i have access to your", "your password is", "all your friends",
            ]
        ),
        (
            .advanceFee,
            [
                "next of kin", "inheritance", "late client", "beneficiary", "million dollars", "million usd", "transfer the sum",
                "foreign partner", "barrister", "compensation fund", "business proposal", "strictly confidential",
                "dormant account", "deceased",
            ]
        ),
        (
            .adult,
            [
                "hot singles", "adult dating", "lonely women", "meet singles", "naughty", "nude photos", "sexy", "xxx", "hookup",
                "live cams",
            ]
        ),
        (
            .gambling,
            [
                "casino", "free spins", "jackpot", "betting", "bet now", "slot machine", "deposit bonus", "poker",
            ]
        ),
        (
            .pharmacy,
            [
                "viagra", "cialis", "online pharmacy", "no prescription", "weight loss", "lose weight", "erectile",
                "male enhancement", "prescription drugs", "herbal", "diet pills", "human growth hormone",
            ]
        ),
        (
            .replica,
            [
                "replica", "rolex", "designer watches", "luxury watches", "designer bags", "brand watches",
            ]
        ),
        (
            .marketing,
            [
                "search engine", "first page of google", "seo services", "web traffic", "email list", "bulk email",
                "mailing list of", "website design", "increase your sales", "lead generation", "backlinks", "guest post",
                "targeted leads", "opt-in email",
            ]
        ),
        (
            .mailbox,
            [
                "mailbox is full", "mailbox storage", "mailbox quota", "exceeded your storage", "password expires",
                "password will expire", "upgrade your mailbox", "email account will be", "pending messages",
                "undelivered messages", "keep same password", "webmail",
            ]
        ),
        (
            .renewal,
            [
                "has been renewed", "will be renewed", "auto-renewal", "subscription has been charged", "to cancel call",
                "cancel the subscription", "call our toll", "amount will be debited", "geek squad", "toll free",
            ]
        ),
        (
            .technicalHelp,
            [
                "virus detected", "your computer is infected", "call support", "technical support", "windows defender",
                "your device is infected", "security scan",
            ]
        ),
        (
            .boss,
            [
                "are you at your desk", "are you available", "need a favor", "quick task", "gift cards", "keep this confidential",
                "wire transfer", "send me your mobile", "i am in a meeting", "can't talk right now",
            ]
        ),
        (
            .invoice,
            [
                "attached invoice", "overdue invoice", "outstanding invoice", "payment advice", "remittance", "new bank details",
                "changed bank", "past due", "purchase order attached", "proforma invoice",
            ]
        ),
        (
            .urgency,
            [
                "within 24 hours", "within 48 hours", "immediately", "act now", "urgent", "final notice", "last warning",
                "last chance", "expires today", "as soon as possible", "limited time", "immediate action",
                "before it is too late",
            ]
        ),
        (
            .follow,
            [
                "click here", "click below", "click the link", "follow the link", "tap the link", "visit our website",
                "click on the link", "see the link", "link in bio", "check the link", "download the attachment",
                "open the attachment",
            ]
        ),
        (
            .selling,
            [
                "special offer", "limited offer", "buy now", "order now", "100% free", "risk free", "risk-free", "money back",
                "best price", "lowest price", "discount", "% off", "free trial", "call now", "satisfaction guaranteed",
                "no obligation", "subscribe now", "save up to",
            ]
        ),
        (
            .unsubscribe,
            [
                "unsubscribe", "opt out", "opt-out", "to be removed", "remove me", "reply stop", "text stop",
                "manage preferences", "manage your preferences", "removal instructions", "receive no further",
            ]
        ),
        (
            .otherChannel,
            [
                "whatsapp me", "on whatsapp", "via whatsapp", "on telegram", "via telegram", "my telegram", "add me on", "dm me",
                "text me at", "contact me on",
            ]
        ),
    ]
}
