internal import Localization

extension KeyLint {
    /// What is said of keys.
    static let sentences = [
        Sentence(
            "lint.dkim.missing-item",
            en: "The key cannot be read, so no signature with it counts: nothing where a tag is needed, at byte {1}, near “{2}”.",
            fr:
                "La clé est illisible et aucune signature faite avec elle ne compte : rien là où il faut une balise, à l’octet {1}, près de « {2} ».",
            es:
                "La clave no se puede leer y ninguna firma hecha con ella vale: nada donde hace falta una etiqueta, en el octeto {1}, cerca de «{2}».",
            ru: "Ключ не читается, и ни одна подпись с ним не засчитывается: нет тега там, где он нужен, байт {1}, рядом с «{2}».",
            ar: "لا يمكن قراءة المفتاح، فلا يُحتسب أي توقيع به: لا شيء حيث يلزم وسم، عند البايت {1}، قرب «{2}».",
            zh: "密钥无法读取，用它作的签名均无效：应有标签之处为空，位于第 {1} 字节，“{2}”附近。"),
        Sentence(
            "lint.dkim.bad-name",
            en: "The key cannot be read, so no signature with it counts: a tag whose name is none, at byte {1}, near “{2}”.",
            fr:
                "La clé est illisible et aucune signature faite avec elle ne compte : une balise dont le nom n’en est pas un, à l’octet {1}, près de « {2} ».",
            es:
                "La clave no se puede leer y ninguna firma hecha con ella vale: una etiqueta cuyo nombre no lo es, en el octeto {1}, cerca de «{2}».",
            ru: "Ключ не читается, и ни одна подпись с ним не засчитывается: неверное имя тега, байт {1}, рядом с «{2}».",
            ar: "لا يمكن قراءة المفتاح، فلا يُحتسب أي توقيع به: وسم اسمه غير صحيح، عند البايت {1}، قرب «{2}».",
            zh: "密钥无法读取，用它作的签名均无效：标签名无效，位于第 {1} 字节，“{2}”附近。"),
        Sentence(
            "lint.dkim.missing-equals",
            en: "The key cannot be read, so no signature with it counts: no equals sign behind a tag, at byte {1}, near “{2}”.",
            fr:
                "La clé est illisible et aucune signature faite avec elle ne compte : pas de signe égal après une balise, à l’octet {1}, près de « {2} ».",
            es:
                "La clave no se puede leer y ninguna firma hecha con ella vale: ningún signo igual tras una etiqueta, en el octeto {1}, cerca de «{2}».",
            ru: "Ключ не читается, и ни одна подпись с ним не засчитывается: нет знака равенства за тегом, байт {1}, рядом с «{2}».",
            ar: "لا يمكن قراءة المفتاح، فلا يُحتسب أي توقيع به: لا علامة يساوي بعد وسم، عند البايت {1}، قرب «{2}».",
            zh: "密钥无法读取，用它作的签名均无效：标签后没有等号，位于第 {1} 字节，“{2}”附近。"),
        Sentence(
            "lint.dkim.bad-byte",
            en: "The key cannot be read, so no signature with it counts: a byte that no value may have, at byte {1}, near “{2}”.",
            fr:
                "La clé est illisible et aucune signature faite avec elle ne compte : un octet interdit dans une valeur, à l’octet {1}, près de « {2} ».",
            es:
                "La clave no se puede leer y ninguna firma hecha con ella vale: un octeto que ningún valor puede tener, en el octeto {1}, cerca de «{2}».",
            ru: "Ключ не читается, и ни одна подпись с ним не засчитывается: недопустимый байт в значении, байт {1}, рядом с «{2}».",
            ar: "لا يمكن قراءة المفتاح، فلا يُحتسب أي توقيع به: بايت لا يجوز في أي قيمة، عند البايت {1}، قرب «{2}».",
            zh: "密钥无法读取，用它作的签名均无效：值中有不允许的字节，位于第 {1} 字节，“{2}”附近。"),
        Sentence(
            "lint.dkim.repeated-tag",
            en: "The key cannot be read, so no signature with it counts: a tag that stands twice, at byte {1}, near “{2}”.",
            fr:
                "La clé est illisible et aucune signature faite avec elle ne compte : une balise présente deux fois, à l’octet {1}, près de « {2} ».",
            es:
                "La clave no se puede leer y ninguna firma hecha con ella vale: una etiqueta que aparece dos veces, en el octeto {1}, cerca de «{2}».",
            ru: "Ключ не читается, и ни одна подпись с ним не засчитывается: тег повторён, байт {1}, рядом с «{2}».",
            ar: "لا يمكن قراءة المفتاح، فلا يُحتسب أي توقيع به: وسم مكرر، عند البايت {1}، قرب «{2}».",
            zh: "密钥无法读取，用它作的签名均无效：标签重复出现，位于第 {1} 字节，“{2}”附近。"),
        Sentence(
            "lint.dkim.no-key",
            en: "The key cannot be read, so no signature with it counts: there is no p=, at byte {1}, near “{2}”.",
            fr: "La clé est illisible et aucune signature faite avec elle ne compte : il manque p=, à l’octet {1}, près de « {2} ».",
            es: "La clave no se puede leer y ninguna firma hecha con ella vale: falta p=, en el octeto {1}, cerca de «{2}».",
            ru: "Ключ не читается, и ни одна подпись с ним не засчитывается: нет p=, байт {1}, рядом с «{2}».",
            ar: "لا يمكن قراءة المفتاح، فلا يُحتسب أي توقيع به: لا يوجد p=، عند البايت {1}، قرب «{2}».",
            zh: "密钥无法读取，用它作的签名均无效：缺少 p=，位于第 {1} 字节，“{2}”附近。"),
        Sentence(
            "lint.dkim.unknown-version",
            en:
                "The key cannot be read, so no signature with it counts: the version must be v=DKIM1 and stand first, at byte {1}, near “{2}”.",
            fr:
                "La clé est illisible et aucune signature faite avec elle ne compte : la version doit être v=DKIM1 et venir en premier, à l’octet {1}, près de « {2} ».",
            es:
                "La clave no se puede leer y ninguna firma hecha con ella vale: la versión debe ser v=DKIM1 y ir primero, en el octeto {1}, cerca de «{2}».",
            ru:
                "Ключ не читается, и ни одна подпись с ним не засчитывается: версия должна быть v=DKIM1 и стоять первой, байт {1}, рядом с «{2}».",
            ar: "لا يمكن قراءة المفتاح، فلا يُحتسب أي توقيع به: يجب أن يكون الإصدار v=DKIM1 وفي البداية، عند البايت {1}، قرب «{2}».",
            zh: "密钥无法读取，用它作的签名均无效：版本必须为 v=DKIM1 并位于最前，位于第 {1} 字节，“{2}”附近。"),
        Sentence(
            "lint.dkim.unknown-type",
            en: "The key cannot be read, so no signature with it counts: the type (k=) must be rsa or ed25519, at byte {1}, near “{2}”.",
            fr:
                "La clé est illisible et aucune signature faite avec elle ne compte : le type (k=) doit être rsa ou ed25519, à l’octet {1}, près de « {2} ».",
            es:
                "La clave no se puede leer y ninguna firma hecha con ella vale: el tipo (k=) debe ser rsa o ed25519, en el octeto {1}, cerca de «{2}».",
            ru:
                "Ключ не читается, и ни одна подпись с ним не засчитывается: тип (k=) должен быть rsa или ed25519, байт {1}, рядом с «{2}».",
            ar: "لا يمكن قراءة المفتاح، فلا يُحتسب أي توقيع به: يجب أن يكون النوع (k=) rsa أو ed25519، عند البايت {1}، قرب «{2}».",
            zh: "密钥无法读取，用它作的签名均无效：类型（k=）必须为 rsa 或 ed25519，位于第 {1} 字节，“{2}”附近。"),
        Sentence(
            "lint.dkim.not-base64",
            en: "The key cannot be read, so no signature with it counts: something in p= that is not Base64, at byte {1}, near “{2}”.",
            fr:
                "La clé est illisible et aucune signature faite avec elle ne compte : quelque chose dans p= qui n’est pas du Base64, à l’octet {1}, près de « {2} ».",
            es:
                "La clave no se puede leer y ninguna firma hecha con ella vale: algo en p= que no es Base64, en el octeto {1}, cerca de «{2}».",
            ru: "Ключ не читается, и ни одна подпись с ним не засчитывается: в p= есть нечто кроме Base64, байт {1}, рядом с «{2}».",
            ar: "لا يمكن قراءة المفتاح، فلا يُحتسب أي توقيع به: في p= ما ليس Base64، عند البايت {1}، قرب «{2}».",
            zh: "密钥无法读取，用它作的签名均无效：p= 中有非 Base64 内容，位于第 {1} 字节，“{2}”附近。"),
        Sentence(
            "lint.dkim.not-a-key",
            en:
                "The key cannot be read, so no signature with it counts: p= holds no key of the type that k= names, at byte {1}, near “{2}”.",
            fr:
                "La clé est illisible et aucune signature faite avec elle ne compte : p= ne contient pas de clé du type nommé par k=, à l’octet {1}, près de « {2} ».",
            es:
                "La clave no se puede leer y ninguna firma hecha con ella vale: p= no contiene una clave del tipo que nombra k=, en el octeto {1}, cerca de «{2}».",
            ru:
                "Ключ не читается, и ни одна подпись с ним не засчитывается: в p= нет ключа того типа, что назван в k=, байт {1}, рядом с «{2}».",
            ar: "لا يمكن قراءة المفتاح، فلا يُحتسب أي توقيع به: لا يحوي p= مفتاحًا من النوع المسمى في k=، عند البايت {1}، قرب «{2}».",
            zh: "密钥无法读取，用它作的签名均无效：p= 中不是 k= 所指类型的密钥，位于第 {1} 字节，“{2}”附近。"),
        Sentence(
            "lint.dkim.not-answered",
            en: "{1} could not be looked up ({2}).",
            fr: "{1} n’a pas pu être recherché ({2}).",
            es: "No se pudo consultar {1} ({2}).",
            ru: "{1} узнать не удалось ({2}).",
            ar: "تعذّر البحث عن {1} ({2}).",
            zh: "无法查询 {1}（{2}）。"),
        Sentence(
            "lint.dkim.many",
            en: "Of {1} selectors, {2} were looked at; name the others with --selector.",
            fr: "Sur {1} sélecteurs, {2} ont été examinés ; nommez les autres avec --selector.",
            es: "De {1} selectores se examinaron {2}; nombre los demás con --selector.",
            ru: "Из селекторов ({1}) просмотрено {2}; назовите остальные в --selector.",
            ar: "من أصل {1} محدِّد، فُحص {2}؛ سمِّ البقية بـ --selector.",
            zh: "{1} 个选择器中查看了 {2} 个；其余请用 --selector 指定。"),
        Sentence(
            "lint.dkim.none",
            en:
                "No key is published below {1}: its mail cannot be signed, and where it is forwarded nothing shows whose it is. Make a key with “{2}”, publish the line that it prints, and let your server sign.",
            fr:
                "Aucune clé n’est publiée sous {1} : son courrier ne peut pas être signé et, une fois transféré, rien ne montre de qui il est. Créez une clé avec « {2} », publiez la ligne affichée et faites signer votre serveur.",
            es:
                "No hay ninguna clave publicada bajo {1}: su correo no se puede firmar y, si se reenvía, nada muestra de quién es. Cree una clave con «{2}», publique la línea que muestra y haga que su servidor firme.",
            ru:
                "Под {1} не опубликовано ни одного ключа: его почту нельзя подписать, и после пересылки ничто не покажет, чья она. Создайте ключ командой «{2}», опубликуйте выведенную строку и включите подпись на сервере.",
            ar:
                "لا مفتاح منشور تحت {1}: لا يمكن توقيع بريده، وإذا أُعيد توجيهه فلا شيء يُظهر صاحبه. أنشئ مفتاحًا بالأمر «{2}» وانشر السطر الذي يعرضه، واجعل خادمك يوقّع.",
            zh: "{1} 之下没有公布任何密钥：其邮件无法签名，转发后也无从证明来源。请用“{2}”生成密钥，发布其打印的行，并让服务器签名。"),
        Sentence(
            "lint.dkim.not-named",
            en: "Keys for signatures cannot be listed by asking, and none was named: name their selectors, as in “{1}”.",
            fr:
                "Les clés de signature ne se listent pas en interrogeant, et aucune n’a été nommée : nommez leurs sélecteurs, comme dans « {1} ».",
            es: "Las claves de firma no se pueden listar consultando, y no se nombró ninguna: nombre sus selectores, como en «{1}».",
            ru: "Перечень ключей подписи запросом не получить, и ни один не назван: назовите селекторы, например «{1}».",
            ar: "لا يمكن سرد مفاتيح التوقيع بالسؤال، ولم يُسمَّ أي منها: سمِّ محدداتها، كما في «{1}».",
            zh: "签名密钥无法通过查询列出，且未指定任何密钥：请指定其选择器，例如“{1}”。"),
        Sentence(
            "lint.dkim.missing",
            en: "There is no key at {1}: signatures that name it count for nothing. Publish what “{2}” prints.",
            fr: "Il n’y a pas de clé à {1} : les signatures qui la nomment ne valent rien. Publiez ce qu’affiche « {2} ».",
            es: "No hay clave en {1}: las firmas que la nombran no valen nada. Publique lo que muestra «{2}».",
            ru: "Ключа у имени {1} нет: подписи, которые на него ссылаются, ничего не значат. Опубликуйте то, что выведет «{2}».",
            ar: "لا يوجد مفتاح عند {1}: لا قيمة للتوقيعات التي تسمّيه. انشر ما يعرضه «{2}».",
            zh: "{1} 处没有密钥：引用它的签名毫无作用。请发布“{2}”打印的内容。"),
        Sentence(
            "lint.dkim.split",
            en: "The key is cut into {1} records; it must be one record of several strings.",
            fr: "La clé est coupée en {1} enregistrements ; il faut un seul enregistrement de plusieurs chaînes.",
            es: "La clave está partida en {1} registros; debe ser un solo registro de varias cadenas.",
            ru: "Ключ разрезан на записи ({1}); нужна одна запись из нескольких строк.",
            ar: "المفتاح مقطَّع إلى {1} من السجلات؛ يجب أن يكون سجلًا واحدًا من عدة سلاسل.",
            zh: "密钥被拆成 {1} 条记录；应为一条含多个字符串的记录。"),
        Sentence(
            "lint.dkim.several",
            en: "There are {1} records at this name; which one receivers take is left to chance (RFC 6376 section 3.6.2.2).",
            fr: "Il y a {1} enregistrements à ce nom ; le hasard décide lequel est pris (RFC 6376 section 3.6.2.2).",
            es: "Hay {1} registros en este nombre; el azar decide cuál se toma (RFC 6376 sección 3.6.2.2).",
            ru: "У этого имени записей несколько ({1}); какую возьмут, дело случая (RFC 6376, раздел 3.6.2.2).",
            ar: "عدد السجلات عند هذا الاسم {1}؛ وأيّها يؤخذ متروك للصدفة (RFC 6376 القسم 3.6.2.2).",
            zh: "此名称有 {1} 条记录；收件方采用哪一条全凭偶然（RFC 6376 第 3.6.2.2 节）。"),
        Sentence(
            "lint.dkim.revoked",
            en: "The key {1} was taken back (p= is empty): signatures with it fail, as they should.",
            fr: "La clé {1} a été révoquée (p= est vide) : les signatures faites avec elle échouent, comme il se doit.",
            es: "La clave {1} fue retirada (p= está vacío): las firmas con ella fallan, como debe ser.",
            ru: "Ключ {1} отозван (p= пуст): подписи с ним не проходят, как и должно быть.",
            ar: "أُلغي المفتاح {1} (p= فارغ): تفشل التوقيعات به كما ينبغي.",
            zh: "密钥 {1} 已撤销（p= 为空）：用它作的签名会失败，这是应有的结果。"),
        Sentence(
            "lint.dkim.too-weak",
            en:
                "The key {1} has {2} bits; below 1024 no signature counts (RFC 8301), and others can forge it. Take it back with this line, and make another: {3}",
            fr:
                "La clé {1} a {2} bits ; sous 1024 aucune signature ne compte (RFC 8301), et d’autres peuvent la contrefaire. Révoquez-la par cette ligne et faites-en une autre : {3}",
            es:
                "La clave {1} tiene {2} bits; por debajo de 1024 ninguna firma vale (RFC 8301) y otros pueden falsificarla. Retírela con esta línea y haga otra: {3}",
            ru:
                "В ключе {1} бит: {2}; ниже 1024 подписи не засчитываются (RFC 8301), и их можно подделать. Отзовите его этой строкой и сделайте другой: {3}",
            ar: "للمفتاح {1} من البتات {2}؛ دون 1024 لا يُحتسب أي توقيع (RFC 8301) ويمكن لغيرك تزويره. ألغه بهذا السطر واصنع غيره: {3}",
            zh: "密钥 {1} 有 {2} 位；低于 1024 位的签名无效（RFC 8301），且可被伪造。请用此行撤销，并另制一把：{3}"),
        Sentence(
            "lint.dkim.size",
            en:
                "The key {1} has {2} bits, a size that receivers need not take (RFC 8301: 1024 to 4096). Make another, and take this one back once nothing is signed with it: {3}",
            fr:
                "La clé {1} a {2} bits, une taille que les destinataires ne sont pas tenus d’accepter (RFC 8301 : de 1024 à 4096). Faites-en une autre, et révoquez celle-ci quand plus rien n’est signé avec elle : {3}",
            es:
                "La clave {1} tiene {2} bits, un tamaño que los receptores no están obligados a aceptar (RFC 8301: de 1024 a 4096). Haga otra y retire esta cuando ya no se firme nada con ella: {3}",
            ru:
                "В ключе {1} бит: {2}; такой размер получатели принимать не обязаны (RFC 8301: от 1024 до 4096). Сделайте другой и отзовите этот, когда им больше ничего не подписывают: {3}",
            ar:
                "للمفتاح {1} من البتات {2}، وهو حجم لا يُلزم المستقبلون بقبوله (RFC 8301: من 1024 إلى 4096). اصنع غيره، ثم ألغ هذا حين لا يوقَّع به شيء: {3}",
            zh: "密钥 {1} 有 {2} 位，收件方不必接受这种长度（RFC 8301：1024 至 4096 位）。请另制一把，待不再用它签名后撤销：{3}"),
        Sentence(
            "lint.dkim.weak",
            en: "The key {1} has {2} bits; 2048 are better (RFC 8301). Make another beside it: {3}",
            fr: "La clé {1} a {2} bits ; 2048 valent mieux (RFC 8301). Faites-en une autre à côté : {3}",
            es: "La clave {1} tiene {2} bits; 2048 son mejor (RFC 8301). Haga otra al lado: {3}",
            ru: "В ключе {1} бит: {2}; лучше 2048 (RFC 8301). Сделайте рядом другой: {3}",
            ar: "للمفتاح {1} من البتات {2}؛ و2048 أفضل (RFC 8301). اصنع غيره بجانبه: {3}",
            zh: "密钥 {1} 有 {2} 位；2048 位更好（RFC 8301）。请另制一把：{3}"),
        Sentence(
            "lint.dkim.no-sha256",
            en: "h={1} forbids sha256, and nothing else may be used (RFC 8301): no signature counts.",
            fr: "h={1} interdit sha256, et rien d’autre n’est permis (RFC 8301) : aucune signature ne compte.",
            es: "h={1} prohíbe sha256, y no se permite otra cosa (RFC 8301): ninguna firma vale.",
            ru: "h={1} запрещает sha256, а другое не допускается (RFC 8301): ни одна подпись не засчитывается.",
            ar: "يمنع h={1} استعمال sha256 ولا يجوز غيره (RFC 8301): لا يُحتسب أي توقيع.",
            zh: "h={1} 禁止 sha256，而其他算法不得使用（RFC 8301）：签名均无效。"),
        Sentence(
            "lint.dkim.other-service",
            en: "s={1} is not email: no signature of mail counts with this key.",
            fr: "s={1} n’est pas email : aucune signature de courrier ne compte avec cette clé.",
            es: "s={1} no es email: ninguna firma de correo vale con esta clave.",
            ru: "s={1} — не email: с этим ключом подписи почты не засчитываются.",
            ar: "s={1} ليس email: لا يُحتسب أي توقيع بريد بهذا المفتاح.",
            zh: "s={1} 不是 email：此密钥的邮件签名均无效。"),
        Sentence(
            "lint.dkim.testing",
            en: "The key {1} says that signing is only tried out (t=y); receivers may treat signed mail as if it were not signed.",
            fr:
                "La clé {1} dit que la signature n’est qu’à l’essai (t=y) ; les destinataires peuvent traiter le courrier signé comme non signé.",
            es:
                "La clave {1} dice que la firma solo está a prueba (t=y); los receptores pueden tratar el correo firmado como si no lo estuviera.",
            ru: "Ключ {1} сообщает, что подпись лишь испытывается (t=y); подписанную почту могут считать неподписанной.",
            ar: "يقول المفتاح {1} إن التوقيع قيد التجربة (t=y)؛ وقد يُعامل البريد الموقَّع كأنه غير موقَّع.",
            zh: "密钥 {1} 声明签名仅为测试（t=y）；收件方可能把已签名的邮件当作未签名处理。"),
        Sentence(
            "lint.dkim.shared",
            en: "The selectors {1} and {2} have the same key; whoever steals one has both. Give each its own.",
            fr: "Les sélecteurs {1} et {2} ont la même clé ; qui vole l’une a les deux. Donnez à chacun la sienne.",
            es: "Los selectores {1} y {2} tienen la misma clave; quien robe una tiene ambas. Dé a cada uno la suya.",
            ru: "У селекторов {1} и {2} один ключ; укравший один получит оба. Дайте каждому свой.",
            ar: "للمحدِّدين {1} و{2} المفتاح نفسه؛ من سرق أحدهما ملك الاثنين. اجعل لكل منهما مفتاحه.",
            zh: "选择器 {1} 与 {2} 使用同一把密钥；窃得其一即得其二。请各用各的密钥。"),
        Sentence(
            "lint.dkim.key",
            en: "The key {1} is {2} with {3} bits; it serves DKIM and ARC.",
            fr: "La clé {1} est {2} de {3} bits ; elle sert à DKIM et à ARC.",
            es: "La clave {1} es {2} de {3} bits; sirve para DKIM y ARC.",
            ru: "Ключ {1}: {2}, бит: {3}; годится для DKIM и ARC.",
            ar: "المفتاح {1} من نوع {2} وبتاته {3}؛ يصلح لـ DKIM وARC.",
            zh: "密钥 {1} 为 {2}，{3} 位；可用于 DKIM 与 ARC。"),
    ]
}
