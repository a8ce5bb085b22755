internal import Localization

/// What all results together prove and what they do not, in six languages. *Authenticated* is not *wanted*: the two are always said apart.
enum ProofSentences {
    static let all = [
        Sentence(
            "auth.proof.heading", en: "What this proves", fr: "Ce que cela prouve", es: "Lo que esto prueba", ru: "Что это доказывает",
            ar: "ما الذي يثبته هذا", zh: "这能证明什么"),
        Sentence(
            "auth.proof.heading-not", en: "What it does not prove", fr: "Ce que cela ne prouve pas", es: "Lo que no prueba",
            ru: "Чего это не доказывает", ar: "ما الذي لا يثبته", zh: "这不能证明什么"),
        Sentence(
            "auth.proof.domains", en: "These domains answer for the message: {1}", fr: "Ces domaines répondent du message : {1}",
            es: "Estos dominios responden por el mensaje: {1}", ru: "За сообщение отвечают домены: {1}",
            ar: "هذه النطاقات مسؤولة عن الرسالة: {1}",
            zh: "以下域名对消息负责：{1}"),
        Sentence(
            "auth.proof.nobody", en: "Nothing: no domain is shown to answer for the message.",
            fr: "Rien : il n’est établi d’aucun domaine qu’il réponde du message.",
            es: "Nada: no consta que ningún dominio responda por el mensaje.",
            ru: "Ничего: не доказано, что за сообщение отвечает какой-либо домен.",
            ar: "لا شيء: لم يثبت أن أي نطاق مسؤول عن الرسالة.", zh: "什么也不能：没有证明任何域名对消息负责。"),
        Sentence(
            "auth.proof.author", en: "The address that people see as the author’s is of {1}, and that domain let it be used.",
            fr: "L’adresse affichée comme celle de l’auteur est de {1}, et ce domaine en a permis l’usage.",
            es: "La dirección que se ve como autora es de {1}, y ese dominio permitió usarla.",
            ru: "Видимый адрес автора относится к {1}, и этот домен разрешил его использовать.",
            ar: "العنوان الظاهر للكاتب من {1}، وقد سمح ذلك النطاق باستعماله.", zh: "读者看到的作者地址属于 {1}，该域名允许使用它。"),
        Sentence(
            "auth.proof.not-author", en: "That {1}, which people see as the author’s domain, had anything to do with the message.",
            fr: "Que {1}, affiché comme domaine de l’auteur, ait à voir avec le message.",
            es: "Que {1}, que se ve como dominio del autor, tenga algo que ver con el mensaje.",
            ru: "Что {1}, который виден как домен автора, имеет отношение к сообщению.",
            ar: "أن {1}، الظاهر نطاقًا للكاتب، له صلة بالرسالة.", zh: "读者看到的作者域名 {1} 与该消息有关。"),
        Sentence(
            "auth.proof.not-wanted",
            en: "That anybody wants the message, or that it is honest: whoever owns a domain can authenticate it, spammers too.",
            fr:
                "Que quelqu’un veuille ce message, ni qu’il soit honnête : quiconque possède un domaine peut l’authentifier, les spammeurs aussi.",
            es: "Que alguien quiera el mensaje ni que sea honesto: quien posee un dominio puede autenticarlo, también quien envía spam.",
            ru: "Что сообщение кому-то нужно или что оно честное: подтвердить свой домен может любой владелец, спамер тоже.",
            ar: "أن أحدًا يريد الرسالة أو أنها صادقة: كل من يملك نطاقًا يستطيع إثباته، والمزعجون أيضًا.",
            zh: "消息有人想要，或内容诚实：任何拥有域名的人都能通过验证，垃圾信息发送者也不例外。"),
        Sentence(
            "auth.proof.not-person", en: "Who the person is that wrote it, or that the name shown beside the address is theirs.",
            fr: "Qui est la personne qui l’a écrit, ni que le nom affiché à côté de l’adresse soit le sien.",
            es: "Quién es la persona que lo escribió ni que el nombre mostrado junto a la dirección sea suyo.",
            ru: "Кто именно его написал и принадлежит ли ему имя, показанное рядом с адресом.",
            ar: "من هو الشخص الذي كتبها، ولا أن الاسم الظاهر بجانب العنوان له.", zh: "写信的人是谁，或地址旁显示的姓名是否属实。"),
        Sentence(
            "auth.proof.not-forged", en: "That it is forged: forwarding breaks SPF, and mailing lists often break signatures.",
            fr: "Que ce soit un faux : le réacheminement casse SPF, et les listes cassent souvent les signatures.",
            es: "Que sea una falsificación: el reenvío rompe SPF y las listas suelen romper las firmas.",
            ru: "Что это подделка: пересылка ломает SPF, а списки рассылки часто ломают подписи.",
            ar: "أنها مزورة: إعادة التوجيه تكسر SPF، والقوائم البريدية كثيرًا ما تكسر التوقيعات.", zh: "这是伪造的：转发会破坏 SPF，邮件列表也常常破坏签名。"),
        Sentence(
            "auth.label.client", en: "Client", fr: "Client", es: "Cliente", ru: "Клиент", ar: "العميل", zh: "客户端"),
        Sentence(
            "auth.label.helo", en: "Name given", fr: "Nom donné", es: "Nombre dado", ru: "Названное имя", ar: "الاسم المعطى", zh: "所报名称"),
        Sentence(
            "auth.label.return-path", en: "Return path", fr: "Chemin de retour", es: "Ruta de retorno", ru: "Обратный путь",
            ar: "مسار الارتداد",
            zh: "退信地址"),
        Sentence(
            "auth.label.author", en: "Author", fr: "Auteur", es: "Autor", ru: "Автор", ar: "الكاتب", zh: "作者"),
        Sentence("auth.label.unknown", en: "not known", fr: "inconnu", es: "desconocido", ru: "неизвестно", ar: "غير معروف", zh: "未知"),
        Sentence(
            "auth.label.bounce", en: "empty: a bounce", fr: "vide : un rebond", es: "vacía: un rebote", ru: "пусто: отчёт о недоставке",
            ar: "فارغ: إشعار ارتداد", zh: "空：退信"),
        Sentence(
            "auth.label.written", en: "Results that stand in the message", fr: "Résultats écrits dans le message",
            es: "Resultados escritos en el mensaje",
            ru: "Результаты, записанные в сообщении", ar: "نتائج مكتوبة في الرسالة", zh: "消息中写有的结果"),
        Sentence(
            "auth.from-trace",
            en: "Client and return path are taken from the message’s own trace; give --ip, --helo and --mail-from if it came another way.",
            fr: "Client et chemin de retour viennent des traces du message ; donnez --ip, --helo et --mail-from s’il est venu autrement.",
            es:
                "El cliente y la ruta de retorno salen de las trazas del mensaje; indique --ip, --helo y --mail-from si llegó de otro modo.",
            ru: "Клиент и обратный путь взяты из следов в самом сообщении; укажите --ip, --helo и --mail-from, если оно пришло иначе.",
            ar: "أُخذ العميل ومسار الارتداد من آثار الرسالة نفسها؛ أعطِ --ip و--helo و--mail-from إن جاءت بطريق آخر.",
            zh: "客户端和退信地址取自消息自身的路由记录；若消息经其他途径而来，请给出 --ip、--helo 和 --mail-from。"),
        Sentence(
            "auth.nobody-asked",
            en: "No name server was asked: give --dns FILE, or --set dns.ask=system to ask the servers of this machine.",
            fr: "Aucun serveur de noms n’a été interrogé : donnez --dns FICHIER, ou --set dns.ask=system pour ceux de cette machine.",
            es: "No se consultó ningún servidor de nombres: indique --dns ARCHIVO, o --set dns.ask=system para los de esta máquina.",
            ru: "Серверы имён не опрашивались: укажите --dns ФАЙЛ или --set dns.ask=system для серверов этой машины.",
            ar: "لم يُسأل أي خادم أسماء: أعطِ --dns ملفًا، أو --set dns.ask=system لسؤال خوادم هذا الجهاز.",
            zh: "没有查询任何名称服务器：请给出 --dns 文件，或用 --set dns.ask=system 查询本机的服务器。"),
    ]
}
