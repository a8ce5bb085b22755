extension PhraseBook {
    /// Phrases of languages beyond the six, fewer of each.
    static let otherLanguages: [(Theme, [String])] = [
        (
            .parcel,
            [
                "ihr paket", "seu pacote", "sua encomenda", "kargonuz", "paket anda", "il tuo pacco", "kifurushi chako", "พัสดุ",
                "paketinizi",
            ]
        ),
        (
            .account,
            [
                "ihr konto wurde", "sua conta foi", "hesabınız", "akun anda", "il tuo conto", "akaunti yako", "บัญชีของคุณ",
            ]
        ),
        (
            .prize,
            [
                "sie haben gewonnen", "você ganhou", "kazandınız", "tebrikler", "selamat anda", "pemenang", "hadiah", "hai vinto",
                "umeshinda", "zawadi", "ยินดีด้วย", "รางวัล",
            ]
        ),
        (
            .family,
            [
                "hallo mama", "hallo papa", "oi mãe", "oi pai", "mi número novo", "numero novo", "ciao mamma", "nomor baru",
                "namba yangu mpya",
            ]
        ),
        (
            .oneTimeCode,
            [
                "nicht weitergeben", "não compartilhe", "paylaşmayınız", "paylaşmayın", "jangan berikan", "jangan bagikan",
                "kode otp", "usimpe", "อย่าเปิดเผย", "otp",
            ]
        ),
        (
            .job,
            [
                "heimarbeit", "trabalhe em casa", "evden çalış", "kerja dari rumah", "งานออนไลน์",
            ]
        ),
        (
            .loan,
            [
                "sofortkredit", "empréstimo", "kredi", "pinjaman", "dana cepat", "mkopo", "เงินกู้", "สินเชื่อ", "กู้เงิน",
            ]
        ),
        (
            .investment,
            [
                "garantierte rendite", "lucro garantido", "yatırım", "investasi", "uwekezaji", "ลงทุน",
            ]
        ),
        (
            .gambling,
            [
                "bahis", "casino", "iddaa", "slot gacor", "judi", "togel", "deposit pulsa", "พนัน", "บาคาร่า", "สล็อต", "คาสิโน",
                "freespin", "deneme bonusu",
            ]
        ),
        (
            .adult,
            [
                "escort", "seks", "bokep",
            ]
        ),
        (
            .pharmacy,
            [
                "ohne rezept", "sem receita", "obat kuat",
            ]
        ),
        (
            .urgency,
            [
                "sofort", "dringend", "urgente", "acil", "hemen", "segera", "haraka", "ด่วน", "son gün",
            ]
        ),
        (
            .follow,
            [
                "hier klicken", "clique aqui", "tıklayın", "tıkla", "klik", "clicca qui", "bofya", "คลิก",
            ]
        ),
        (
            .selling,
            [
                "sonderangebot", "kostenlos", "grátis", "promoção", "indirim", "kampanya", "fırsat", "diskon", "promo", "gratis",
                "offerta", "ofa", "โปรโมชั่น", "ลดราคา", "ฟรี",
            ]
        ),
        (
            .unsubscribe,
            [
                "abmelden", "descadastrar", "b029", "mersis", "ret yaz", "iptal icin", "disiscriviti", "ยกเลิก",
            ]
        ),
        (
            .otherChannel,
            [
                "wa.me", "hub wa", "hubungi wa", "line id", "แอดไลน์",
            ]
        ),
    ]
}
