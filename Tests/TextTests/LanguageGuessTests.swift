import Testing
import Text

@Suite("Language")
struct LanguageGuessTests {
    private func guess(_ text: String) -> LanguageGuess? {
        LanguageGuess.guess(FoldedExample(text).folded)
    }

    static let sentences: [(language: String, sentences: [String])] = [
        (
            "en",
            [
                "Please send me the report when you have time.", "We are going to the lake with our friends tomorrow.",
                "Your parcel is waiting at the office.", "I would like to know what he said about it.",
                "There is no reason to worry about this.", "Can you call me back after the meeting?",
            ]
        ),
        (
            "fr",
            [
                "Merci de nous envoyer le dossier avant la fin de la semaine.", "Je ne sais pas si elle vient avec nous.",
                "Votre colis est arrivé dans le bureau de poste.", "Il y a beaucoup de neige sur les montagnes.",
                "Nous sommes très heureux de vous voir ici.", "C'est la maison que j'ai achetée pour mes parents.",
            ]
        ),
        (
            "es",
            [
                "Por favor, envíame el informe cuando tengas tiempo.", "No sé si ella viene con nosotros a la playa.",
                "Su paquete está en la oficina de correos.", "Hay mucha gente en la plaza esta tarde.",
                "Estamos muy contentos de verle aquí.", "¿Qué quieres comer hoy para la cena?",
            ]
        ),
        (
            "pt",
            [
                "Por favor, envie o relatório quando você tiver tempo.", "Não sei se ela vem com a gente para a praia.",
                "A sua encomenda está na agência dos correios.", "Há muitas pessoas na praça esta tarde.",
                "Estamos muito felizes em ver vocês aqui.", "O que você quer comer hoje? Eu não tenho fome.",
            ]
        ),
        (
            "it",
            [
                "Per favore, mandami il documento quando hai tempo.", "Non so se lei viene con noi al mare.",
                "Il suo pacco è arrivato nell'ufficio della posta.", "C'è molta gente nella piazza questa sera.",
                "Siamo molto felici di vedervi qui.", "Che cosa vuoi mangiare oggi per la cena?",
            ]
        ),
        (
            "de",
            [
                "Bitte schicken Sie mir den Bericht, wenn Sie Zeit haben.", "Ich weiß nicht, ob sie mit uns an den See kommt.",
                "Ihr Paket liegt auf der Post und kann abgeholt werden.", "Es sind heute viele Leute auf dem Platz.",
                "Wir freuen uns sehr, dass ihr hier seid.", "Was willst du heute zum Abend essen?",
            ]
        ),
        (
            "nl",
            [
                "Stuur me het verslag wanneer je tijd hebt.", "Ik weet niet of ze met ons naar het strand gaat.",
                "Uw pakket ligt op het postkantoor en kan worden opgehaald.", "Er zijn veel mensen op het plein vandaag.",
                "Wij zijn erg blij dat jullie hier zijn.", "Wat wil je vanavond eten? Ik heb geen honger.",
            ]
        ),
        (
            "pl",
            [
                "Proszę wysłać mi raport, kiedy będzie pan miał czas.", "Nie wiem, czy ona jedzie z nami nad jezioro.",
                "Twoja paczka jest już na poczcie.", "Dzisiaj na rynku jest bardzo dużo ludzi.",
                "Jesteśmy bardzo szczęśliwi, że tu jesteście.", "Co chcesz zjeść na kolację? Nie jestem głodny.",
            ]
        ),
        (
            "tr",
            [
                "Zamanın olduğunda bana raporu gönderir misin?", "Bizimle göle geliyor mu bilmiyorum.",
                "Kargonuz şubede sizi bekliyor, bugün alabilirsiniz.", "Bugün meydanda çok insan var.",
                "Burada olduğunuz için çok mutluyuz.", "Akşam ne yemek istiyorsun? Ben aç değilim.",
            ]
        ),
        (
            "id",
            [
                "Tolong kirim laporan itu kalau kamu ada waktu.", "Saya tidak tahu apakah dia ikut dengan kita ke pantai.",
                "Paket Anda sudah ada di kantor pos dan bisa diambil.", "Hari ini banyak orang di alun-alun.",
                "Kami sangat senang karena kalian ada di sini.", "Mau makan apa nanti malam? Aku belum lapar.",
            ]
        ),
        (
            "ms",
            [
                "Sila hantar laporan itu bila awak ada masa.", "Saya tak tahu adakah dia nak pergi dengan kita.",
                "Bungkusan awak sudah sampai dan boleh diambil kerana kami buka.", "Awak nak makan apa malam ini?",
                "Bagaimana saya boleh bantu awak hari ini?", "Kami tak boleh datang kerana hujan lebat.",
            ]
        ),
        (
            "vi",
            [
                "Khi nào có thời gian thì gửi báo cáo cho tôi nhé.", "Tôi không biết cô ấy có đi với chúng ta không.",
                "Bưu kiện của bạn đã đến và đang chờ ở bưu điện.", "Hôm nay có rất nhiều người ở quảng trường.",
                "Chúng tôi rất vui vì các bạn ở đây.", "Tối nay bạn muốn ăn gì? Tôi chưa đói.",
            ]
        ),
        (
            "sw",
            [
                "Tafadhali nitumie ripoti hiyo ukiwa na nafasi.", "Sijui kama yeye atakuja na sisi leo.",
                "Mzigo wako uko katika ofisi ya posta.", "Kuna watu wengi hapa sokoni leo.", "Asante sana kwa msaada wako wa jana.",
                "Unataka kula nini leo? Mimi sina njaa sasa.",
            ]
        ),
        (
            "sv",
            [
                "Skicka rapporten till mig när du har tid.", "Jag vet inte om hon följer med oss till sjön.",
                "Ditt paket är på posten och kan hämtas.", "Det är mycket folk på torget i dag.", "Vi är glada att ni är här.",
                "Vad vill du äta i kväll? Jag är inte hungrig.",
            ]
        ),
        (
            "ru",
            [
                "Пришлите мне, пожалуйста, отчёт, когда будет время.", "Я не знаю, поедет ли она с нами на озеро.",
                "Ваша посылка уже на почте, её можно забрать.", "Сегодня на площади очень много людей.", "Мы очень рады, что вы здесь.",
                "Что ты хочешь на ужин? Я ещё не голоден.",
            ]
        ),
        (
            "uk",
            [
                "Надішліть мені, будь ласка, звіт, коли буде час.", "Я не знаю, чи вона поїде з нами на озеро.",
                "Ваша посилка вже на пошті, її можна забрати.", "Сьогодні на площі дуже багато людей.", "Ми дуже раді, що ви тут.",
                "Що ти хочеш на вечерю? Я ще не голодний.",
            ]
        ),
        (
            "bg",
            [
                "Моля, изпратете ми доклада, когато имате време.", "Не знам дали тя ще дойде с нас на езерото.",
                "Вашата пратка е в пощата и може да се вземе.", "Днес на площада има много хора.", "Ние сме много щастливи, че сте тук.",
                "Какво искаш за вечеря? Аз не съм гладен.",
            ]
        ),
        (
            "ar",
            [
                "أرسل لي التقرير عندما يكون لديك وقت من فضلك.", "لا أعرف هل ستأتي معنا إلى البحيرة.",
                "طردك في مكتب البريد الآن ويمكن استلامه.", "هناك ناس كثيرون في الساحة هذا اليوم.", "نحن سعداء لأنك هنا مع العائلة.",
                "ماذا تريد أن تأكل على العشاء؟",
            ]
        ),
        (
            "fa",
            [
                "لطفا گزارش را وقتی زمان دارید برای من بفرستید.", "نمی‌دانم که او با ما به دریاچه می‌آید یا نه.",
                "بسته شما در اداره پست است و باید آن را بگیرید.", "امروز مردم زیادی در میدان هستند که خرید می کنند.",
                "ما از این که شما اینجا هستید خیلی خوشحالیم.", "برای شام چه می خواهی؟ من گرسنه نیستم.",
            ]
        ),
        (
            "ur",
            [
                "جب آپ کے پاس وقت ہو تو مجھے رپورٹ بھیج دیں۔", "مجھے نہیں معلوم کہ وہ ہمارے ساتھ جھیل پر آئے گی۔",
                "آپ کا پارسل ڈاک خانے میں ہے اور وہاں سے لے سکتے ہیں۔", "آج میدان میں بہت لوگ ہیں۔", "ہم بہت خوش ہیں کہ آپ یہاں ہیں۔",
                "آپ رات کو کیا کھانا چاہتے ہیں؟",
            ]
        ),
        (
            "he",
            [
                "שלח לי את הדוח כשיהיה לך זמן.", "אני לא יודע אם היא באה איתנו לאגם.", "החבילה שלך נמצאת בדואר.",
                "יש היום הרבה אנשים בכיכר.", "אנחנו שמחים מאוד שאתם כאן.", "מה אתה רוצה לאכול הערב?",
            ]
        ),
        (
            "hi",
            [
                "जब आपके पास समय हो तो मुझे रिपोर्ट भेज दें।", "मुझे नहीं पता कि वह हमारे साथ झील पर आएगी।", "आपका पार्सल डाकघर में है और आप उसे ले सकते हैं।",
                "आज चौक में बहुत लोग हैं।", "हम बहुत खुश हैं कि आप यहाँ हैं।", "आज रात आप क्या खाना चाहते हैं?",
            ]
        ),
        (
            "bn",
            [
                "সময় পেলে আমাকে প্রতিবেদনটি পাঠাবেন।", "আমি জানি না সে আমাদের সঙ্গে আসবে কি না।", "আপনার পার্সেল ডাকঘরে আছে।", "আজ মাঠে অনেক মানুষ।", "আপনারা এখানে আছেন বলে আমরা খুশি।",
                "আজ রাতে কী খেতে চান?",
            ]
        ),
        (
            "th",
            [
                "ช่วยส่งรายงานให้ฉันเมื่อคุณมีเวลา", "ฉันไม่รู้ว่าเธอจะไปทะเลสาบกับเราไหม", "พัสดุของคุณอยู่ที่ไปรษณีย์", "วันนี้มีคนมากมายที่ลาน", "เราดีใจที่คุณอยู่ที่นี่",
                "เย็นนี้อยากกินอะไร",
            ]
        ),
        (
            "ko",
            [
                "시간이 있을 때 보고서를 보내 주세요.", "그녀가 우리와 함께 호수에 갈지 모르겠어요.", "택배가 우체국에 있습니다.", "오늘 광장에 사람이 많아요.", "여기 와 주셔서 기쁩니다.",
                "오늘 저녁에 뭐 먹고 싶어요?",
            ]
        ),
        (
            "ja",
            ["時間があるときに報告書を送ってください。", "彼女が私たちと湖に行くかどうかわかりません。", "お荷物は郵便局にあります。", "今日は広場に人がたくさんいます。", "ここに来てくれてうれしいです。", "今晩は何を食べたいですか。"]
        ),
        ("zh-Hans", ["有时间的时候请把报告发给我。", "我不知道她会不会跟我们去湖边。", "您的包裹在邮局，请来领取。", "今天广场上有很多人，没见过这么多。", "我们很高兴你们来了。", "今晚你想吃什么？我还没饿。"]),
        ("zh-Hant", ["有時間的時候請把報告發給我。", "我不知道她會不會跟我們去湖邊。", "您的包裹在郵局，請來領取。", "今天廣場上有很多人，沒見過這麼多。", "我們很高興你們來了。", "今晚你想吃什麼？我還沒餓。"]),
        (
            "el",
            [
                "Στείλε μου την αναφορά όταν έχεις χρόνο.", "Δεν ξέρω αν θα έρθει μαζί μας στη λίμνη.",
                "Το δέμα σας είναι στο ταχυδρομείο.", "Σήμερα έχει πολύ κόσμο στην πλατεία.", "Χαιρόμαστε πολύ που είστε εδώ.",
                "Τι θέλεις να φας απόψε;",
            ]
        ),
    ]

    @Test func knowsOurOwnSentences() {
        var count = CaseCountByLanguage()
        for (language, sentences) in Self.sentences {
            for sentence in sentences { count.check(language, guess(sentence), sentence) }
        }
        count.report()
        #expect(count.wrong.count * 50 <= count.total, "at most one sentence in fifty may be taken for another language")
    }

    @Test func saysNothingOfTextWithoutLetters() {
        #expect(guess("123 !!! 🎉") == nil)
        #expect(guess("") == nil)
    }

    @Test func isLessSureOfLess() throws {
        let long = try #require(guess("Please send me the report when you have time, and tell them that we are going."))
        let short = try #require(guess("the report"))
        #expect(long.confidence > short.confidence)
        #expect((0...1).contains(long.confidence))
    }
}

/// Counts right guesses by language, and prints them.
private struct CaseCountByLanguage {
    var total = 0
    var wrong: [String] = []

    mutating func check(_ language: String, _ guess: LanguageGuess?, _ sentence: String) {
        total += 1
        if guess?.language != language { wrong.append("\(language) taken for \(guess?.language ?? "none"): \(sentence)") }
    }

    func report() {
        print("cases languages of own sentences: \(total) run, \(wrong.count) failed, 0 skipped")
        for line in wrong { print("  failed: \(line)") }
    }
}
