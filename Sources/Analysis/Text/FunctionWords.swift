// The commonest function words of each language, folded, as we wrote them down; a word may stand in several lists. Also spellings without
// accents that people use on telephones, and letters that few languages share.

/// The words that tell languages of one script apart.
enum FunctionWords {
    /// Language tags (BCP 47) and their words. The position of a language is its bit in `FunctionWordTable`.
    static let lists: [(language: String, words: String)] = [
        (
            "en",
            "the be of and a in to have it you he for they not that we on with this i do as at she but from by will or say go so all if one would about can which there know more get who like when think make time see what up some other out good people year take no well just them me your my is are was were has had been its our their his her than then now how please here im dont u ur r"
        ),
        (
            "fr",
            "le la les de des du un une et est en que qui dans pour pas ne vous nous je il elle ce cette sur avec au aux se son sa ses mon ma mes votre vos notre nos plus par mais ou où si tout tous être avoir ai as avez sont été suis comme bien fait très aussi leur y c'est j'ai n'est qu'il d'une merci bonjour chez sans ici"
        ),
        (
            "es",
            "el la los las de del un una y en que es por para con no se lo su sus al como más mas pero le me te mi tu si sí ya este esta esto está son fue ha he hay muy todo todos cuando desde sin sobre también usted nos qué porque ser tiene hola gracias aquí puede hoy"
        ),
        (
            "pt",
            "o os a as de do da dos das um uma e em no na nos nas que é não nao por para com se seu sua seus suas mais mas como ao aos pelo pela foi ser está estão são tem você voce vc eu ele ela isso este esta já também muito quando sem sobre até meu minha obrigado olá aqui pra"
        ),
        (
            "it",
            "il lo la i gli le di del della dei delle un una uno e è in che per con non si da dal dalla al alla nel nella sul sono ho hai ha hanno ma come più anche questo questa se mi ti ci suo sua tuo tua mio mia essere stato molto tutto quando perché grazie ciao qui cosa"
        ),
        (
            "de",
            "der die das den dem des ein eine einen einem einer und ist in zu nicht sie ich er es wir ihr mit auf für von im am an aus bei nach wie auch sich so dass wenn aber oder nur noch mehr schon hat haben wird werden sind war kann können bitte ihre ihren uns mein dein hier über um bis durch du mir dir mich dich bin was"
        ),
        (
            "nl",
            "de het een en van is in op te dat die niet ik je jij hij zij ze we wij u met voor aan er om ook als maar bij naar of uit door over nog wel geen kan zijn was heeft hebben wordt worden mijn uw jouw deze dit wat hoe hier al meer kunt graag heb ben zal"
        ),
        (
            "pl",
            "i w na z do nie się sie to jest że ze o jak co ale po za od przez dla przy tak już juz czy tylko lub oraz ma mam być był była są tym tego ten ta te który która które ich jego jej mnie mi cię ci go pan pani proszę dziękuję możesz możesz twoje twój swoje jeszcze bardzo ja ty my wy"
        ),
        (
            "tr",
            "bir ve bu da de için icin ile ne o ben sen biz siz çok cok daha var yok mı mi mu mü değil degil gibi kadar sonra ama ki her en olarak olan olduğu size bize bana sana beni seni şimdi simdi evet hayır ya hem ise şey sey nasıl nasil nerede niye tam tl güzel iyi tamam"
        ),
        (
            "id",
            "yang dan di ini itu dengan untuk tidak dari ke pada adalah akan saya anda kami kita dia mereka ada bisa juga sudah telah atau dalam oleh karena jika kalau apa lebih sangat hanya belum lagi jangan silakan hubungi segera bagi kepada yg dgn utk tdk aja nya dapat seperti gak ga nggak banget gimana kapan"
        ),
        (
            "ms",
            "yang dan di ini itu dengan untuk tidak dari ke pada ialah akan saya anda kami kita dia mereka ada boleh juga sudah telah atau dalam oleh kerana jika kalau apa lebih sangat hanya belum lagi jangan sila awak tak nak adakah bagaimana bila sahaja kepada seperti"
        ),
        (
            "vi",
            "và là của có không được cho người trong một này những với các để đã tôi bạn anh chị em ông bà từ đến khi như thì mà ra vào đó nếu cũng về nhiều phải sẽ còn làm gì rất tại theo vì hay nhưng xin vui lòng quý khách ngay"
        ),
        (
            "sw",
            "na ya wa kwa ni za la katika hii huyu kuwa lakini au kama si sana yako yangu wako wangu yake wake hapa pia hiyo hili hizi cha vya mimi wewe sisi nini gani leo kesho sasa tafadhali asante habari tuma pesa bonyeza nimepata una nina ana tuna tu hapo kwenye kuna hakuna kila ili"
        ),
        (
            "sv",
            "och i att det som en på är av för med den till inte om ett han hon jag du vi ni de har var kan ska så men från eller sig din ditt mitt min nu här när vad hur bara också mycket efter vid över tack hej"
        ),
        (
            "da",
            "og i at det som en på er af for med den til ikke om et han hun jeg du vi de har var kan skal så men fra eller sig din dit mit min nu her når hvad hvor bare også meget efter ved over tak hej vil blev"
        ),
        (
            "ro",
            "și si în in de la cu pe nu este o un a că ca să sa pentru mai din sau dar este sunt ai am au fi fost care ce acest această sale lui ei noi voi eu tu foarte când unde dacă te rog mulțumesc bună aici tău mea"
        ),
        (
            "cs",
            "a v na se je že s z do o to i k ve pro za by jsem jsi jsou byl bylo ale jako po od tak už jen nebo při co jak tento tato které který vás vám vaše mi mě ten pokud máte můžete prosím děkuji ještě kde když není"
        ),
        (
            "hu",
            "a az és hogy nem is egy van ez de meg csak ha már vagy mint el be ki le fel volt lesz én te ő mi ti ők nagyon még itt ott majd kell lehet vagyok most az önök ön köszönöm kérem ezt azt minden"
        ),
        (
            "fi",
            "ja on ei se että olen sinä minä hän me te he ovat oli kun niin mutta tai jos myös vain nyt kuin joka mitä missä ole tämä se sen hyvin kanssa sitten voi jo vielä sinun minun kiitos hei ovat olla"
        ),
        (
            "tl",
            "ang ng sa na at ay mga ako ka ikaw siya kami tayo kayo sila ito iyan iyon hindi ko mo niya para kung may wala ba po lang naman din rin pa kasi dahil pero ano saan kailan paano yung ninyo inyong"
        ),
        (
            "ru",
            "и в не на я что он с как это а по но к у за от так же бы для вы мы ты из о все вас вам мне меня его её ее их было есть если или только уже когда можно нет да еще ещё очень до при без где кто чтобы тебя мой ваш под здесь сейчас может надо через более нас много людей этот эта"
        ),
        (
            "uk",
            "і в не на я що він з як це а по але до у за від так же б для ви ми ти із о все вас вам мені мене його її їх було є якщо або тільки вже коли можна ні та ще дуже при без де хто щоб тебе мій ваш під тут зараз може треба через цей які який й про"
        ),
        (
            "bg",
            "и в не на аз че той с как това а по но към у за от така же да ще се си е са съм сме сте ви ни ти из всичко вас вам ми ме му й им беше има ако или само вече когато може няма още много до при без където кой защо го те под тук сега трябва през повече който която което със във дали тя той нас знам"
        ),
        (
            "ar",
            "في من على إلى الى عن أن ان إن لا ما هذا هذه التي الذي مع كان كانت هو هي أو او كل قد تم لم لن بعد قبل بين عند أنا انا أنت انت نحن لك لكم لي له لها هل ثم حتى كما غير يا ذلك إذا اذا فقط الآن الان هنا شكرا يرجى عليك"
        ),
        (
            "fa",
            "و در به از که این را با است برای آن یک خود تا بر هم نیز می شد شود شده کرد کند کنید ما شما من او آنها یا اگر اما هر چه باید بود بودن دارد دارید نیست هست همه پس دیگر سلام لطفا خیلی روی ها های"
        ),
        (
            "ur",
            "کے کی کا میں ہے ہیں سے کو نے اور یہ وہ پر کہ بھی نہیں ہو تھا تھے ایک آپ ہم اس ان جو تو ہی کر لیے لئے اپنے اپنی اپنا گیا گئی رہا رہے کیا کریں مجھے ابھی یہاں شکریہ تک بہت ساتھ"
        ),
        (
            "hi",
            "के की का में है हैं से को ने और यह वह पर कि भी नहीं हो था थे एक आप हम इस उस जो तो ही कर लिए अपने अपनी अपना गया गई रहा रहे क्या करें मुझे अभी यहां यहाँ धन्यवाद तक बहुत साथ मैं मेरे या अब कोई"
        ),
        (
            "mr",
            "आहे आणि या हे ते ती तो मी आम्ही तुम्ही नाही आहेत होते होता काय का पण तर की साठी मध्ये आपण आपल्या माझे तुमच्या करा झाले केले असे हा ही त्या कृपया धन्यवाद आता येथे"
        ),
        (
            "zh-Hans",
            "们 这 国 说 时 会 来 为 个 对 没 见 东 车 门 问 开 关 长 业 产 发 经 让 钱 买 卖 账 单 网 点 击 链 请 谢 还 过 吗 后 给 优 领 现 实 应 该 书 学 习 电 话 码 验 证 银 贷 额 险 么 爱 儿 员 务 动 机 与 气 头 两 总 户 请 订"
        ),
        (
            "zh-Hant",
            "們 這 國 說 時 會 來 為 個 對 沒 見 東 車 門 問 開 關 長 業 產 發 經 讓 錢 買 賣 帳 單 網 點 擊 鏈 請 謝 還 過 嗎 後 給 優 領 現 實 應 該 書 學 習 電 話 碼 驗 證 銀 貸 額 險 麼 愛 兒 員 務 動 機 與 氣 頭 兩 總 戶 訂"
        ),
    ]

    /// Letters that speak for a language, weakly: each letter counts a fraction of a word.
    static let letters: [(languages: [String], letters: String)] = [
        (["de"], "ßäöü"), (["es"], "ñ¿¡áéíóú"), (["pt"], "ãõçáéêâ"), (["fr"], "èêàçœùîé"), (["it"], "òùìàè"), (["pl"], "ąęłńśźżćó"),
        (["tr"], "ğışçöü"), (["vi"], "ăđơưạảấầẩậắằặẹẻếềểệỉịọỏốồổộớờởợụủứừửựỳỹẫễỗỡữ"), (["sv"], "åäö"), (["da"], "åæø"),
        (["ro"], "ăâîșțşţ"), (["cs"], "ěščřžýáíéůúťďň"), (["hu"], "őűáéíóöúü"), (["fi"], "äö"),
        (["uk"], "іїєґ"), (["ru"], "ыэё"), (["bg"], "ъщ"), (["fa"], "پچژگ"), (["ur"], "ٹڈڑںےہھ"), (["ar"], "ةىأإ"), (["mr"], "ळ"),
    ]
}
