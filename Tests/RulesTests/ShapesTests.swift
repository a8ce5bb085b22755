import Testing

@Suite struct ShapesTests {
    static let cases: [RuleCase] = [
        RuleCase(
            "shape.account", .text("Harbour Mutual: your account has been locked, confirm your identity at https://harbour.example/x"),
            twin: .text("I think my account has been locked again, can you look at it on Monday?")),
        RuleCase("shape.adult", .text("Hot singles near you, adult dating for all"), twin: .text("The naughty puppy ate my slippers")),
        RuleCase(
            "shape.advance-fee", .mail(body: "I am a barrister. My late client left nine million dollars and no next of kin."),
            twin: .mail(body: "The notary wrote about the inheritance: you are the next of kin and should bring your passport.")),
        RuleCase(
            "shape.boss", .mail(body: "Are you available? I need a favor, quick task, and keep this confidential."),
            twin: .mail(body: "Are you available on Friday for the review of the seed plan?")),
        RuleCase(
            "shape.code-bait", .text("Sorry, my login went to your phone, please send me the code"),
            twin: .text("Your verification code is 471 023. Never send me the code, says your bank, and do not share it.")),
        RuleCase(
            "shape.extortion", .mail(body: "I recorded you through your webcam. Your contacts will see it unless you pay in bitcoin."),
            twin: .mail(body: "Your camera strap has arrived at the shop and can be fetched.")),
        RuleCase(
            "shape.extortion",
            .mail(body: "I have access to your mail. Send 900 USD to 1BoatSLRHtKNngkdXEeobR76b53LETtpyT before Monday."),
            twin: .mail(body: "Support the choir: 1BoatSLRHtKNngkdXEeobR76b53LETtpyT")),
        RuleCase(
            "shape.family-emergency", .text("Hi mum, dropped my phone in the bath, this is my new number"),
            twin: .text("Hi mum, I am home at six, shall I bring bread?")),
        RuleCase(
            "shape.gambling", .text("Casino night: 50 free spins on us"),
            twin: .text("The old casino opens again as a library")),
        RuleCase("shape.gambling", .text("Jackpot! https://spin.example/1"), twin: .text("We hit the jackpot with this kindergarten")),
        RuleCase(
            "shape.job-offer", .text("Part-time job, easy tasks, 300 a day. Write on Telegram @finchjobs"),
            twin: .text("I found a part-time job at the bakery, they start at four")),
        RuleCase(
            "shape.loan", .text("Instant loan, no credit check, cash today"),
            twin: .text("Is the personal loan on our list for the bank on Monday?")),
        RuleCase(
            "shape.mailbox", .mail(body: "Your mailbox is full. Keep same password here: https://mail-admin.example/x"),
            twin: .mail(body: "Your mailbox is full; please delete old attachments, or ask Jay in room 4.")),
        RuleCase(
            "shape.marketing", .mail(body: "We bring you to the first page of Google with quality backlinks."),
            twin: .mail(body: "Which search engine do you use at school?")),
        RuleCase(
            "shape.medicine", .mail(body: "Viagra from our online pharmacy"),
            twin: .mail(body: "The doctor sent the prescription; herbal tea helps as well.")),
        RuleCase(
            "shape.one-time-code", .text("471023 is your code. Do not share it with anyone."),
            twin: .text("471023 is your code. Do not share it. https://harbour.example/x")),
        RuleCase(
            "shape.parcel", .text("Your parcel could not be delivered: https://parcelway.example/r"),
            twin: .text("Your parcel is at the neighbour’s, second floor")),
        RuleCase(
            "shape.prize", .text("Congratulations, you have won a prize draw"),
            twin: .text("Congratulations on the baby! See you on Sunday")),
        RuleCase(
            "shape.renewal-call", .mail(body: "Your plan has been renewed for 399 dollars. To cancel call +1 202 555 0171."),
            twin: .mail(body: "Your library card has been renewed until May.")),
        RuleCase(
            "shape.replica", .mail(body: "Rolex replica, designer watches from 99"),
            twin: .mail(body: "The museum shows a replica of the boat.")),
        RuleCase(
            "shape.sure-profit", .text("Guaranteed profit on our trading platform: https://coins.example/"),
            twin: .text("The talk on crypto and forex is in room 4")),
        RuleCase(
            "shape.tax-or-toll", .text("You have an unpaid toll, settle at https://toll.example/x"),
            twin: .text("Did you see the parking fine under the wiper? Unpaid toll as well, he says")),
        RuleCase(
            "shape.wrong-number", .text("Hello, is this Vivian? Are we still on for tennis? Sorry, wrong number"),
            twin: .text("Hello Vivian, is this yours? I found it in the hall")),
        // The words of a code earn nothing beside an offer, a number to call, or digits that are no code.
        RuleCase(
            "shape.one-time-code", .text("Your verification code is 83 20 41"),
            twin: .text("Cheap flats by the sea, ask for Ann at 0161 496 0182. Do not share this code: 4821")),
        RuleCase(
            "shape.one-time-code", .text("G-482117 is your code"),
            twin: .text("Take 4821 now and double your money. Do not share your code")),
        RuleCase(
            "shape.one-time-code", .text("Your security code: 4821"),
            twin: .text("We clear old debts for 4821 people each week, quietly and without any paper at all. Do not share")),
        RuleCase(
            "shape.one-time-code", .text("您的验证码是482117，请勿泄露"), twin: .text("Do not share your security code; it cost $4821")),
        RuleCase(
            "shape.one-time-code", .text("Код подтверждения: 4821. Никому не сообщайте"),
            twin: .text("Your security code 48211234567 is not for sharing, do not share")),
        // The same shapes in other languages.
        RuleCase(
            "shape.one-time-code", .text("Su código de acceso es 471 023. No lo comparta con nadie."),
            twin: .text("No compartas el postre, te lo guardo")),
        RuleCase(
            "shape.parcel", .text("Votre colis est en attente, frais de livraison : https://colis.example/p"),
            twin: .text("Votre colis est chez la voisine du deuxième")),
        RuleCase(
            "shape.prize", .text("Поздравляем, вы выиграли приз! https://priz.example/"), twin: .text("Поздравляю с днём рождения, обнимаю")
        ),
    ]

    @Test(arguments: cases) func asksForTheShape(_ example: RuleCase) throws { try example.verify() }
}
