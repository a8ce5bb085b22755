/// Sentences of the kind that honest people write, to be put beside spam. Written for this project.
enum GoodSentences {
    /// So many words of sentences in the language that a text is written in, as far as its letters tell, in an order of chance.
    static func words(_ count: Int, for text: String, by chance: inout Chance) -> String {
        let sentences = sentences(for: text)
        var words = 0
        var chosen: [String] = []
        while words < count {
            let sentence = sentences[chance.below(sentences.count)]
            chosen.append(sentence)
            // Where no blanks part words, two characters are one.
            words += max(sentence.split(separator: " ").count, sentence.utf8.count / 12)
        }
        return chosen.joined(separator: " ")
    }

    /// The sentences of the language that a text's letters point to.
    static func sentences(for text: String) -> [String] {
        var cyrillic = 0
        var arabic = 0
        var han = 0
        var latin = 0
        for scalar in text.unicodeScalars.prefix(2000) {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A: latin += 1
            case 0x400...0x4FF: cyrillic += 1
            case 0x600...0x6FF: arabic += 1
            case 0x4E00...0x9FFF: han += 2
            default: break
            }
        }
        let most = max(cyrillic, arabic, han)
        if most <= latin { return english }
        return most == cyrillic ? russian : most == arabic ? self.arabic : chinese
    }

    /// Sentences of another language than a text's.
    static func foreign(to text: String, by chance: inout Chance) -> [String] {
        let own = sentences(for: text)
        let others = [english, french, spanish, russian, arabic, chinese].filter { $0 != own }
        return others[chance.below(others.count)]
    }

    static let english = [
        "Thanks for the minutes of yesterday's meeting.", "I have attached the notes from the workshop on Tuesday.",
        "The patch applies cleanly and the tests pass on my machine.", "Could you review the second chapter before the weekend?",
        "Mum said dinner is at seven, bring the salad please.", "I think the bug is in the way the buffer is freed twice.",
        "We missed the bus and walked home along the river.", "See the discussion on the list about the kernel interface.",
        "Let me know whether Wednesday afternoon suits the rest of the group.", "The children have football practice until six.",
        "I agree with what you wrote about the conference schedule.", "Please find below my comments on the draft report.",
        "Sorry for the late reply, I was travelling last week.", "He wrote that the compiler warns about the unused variable.",
        "The library closes early tomorrow because of the inventory.", "I will pick you up at the station after work.",
        "Our neighbour found the cat asleep in the shed.", "The seminar on linguistics moved to room twelve.",
        "Did you get the photos from the walk on Sunday?", "I pushed the fix to the branch, have a look when you can.",
    ]
    static let french = [
        "Merci pour le compte rendu de la réunion d'hier.", "Je passe te prendre à la gare après le travail.",
        "Les enfants ont entraînement jusqu'à dix-huit heures.", "Peux-tu relire le deuxième chapitre avant vendredi ?",
        "Le séminaire a lieu dans la salle douze.", "Désolé de répondre si tard, j'étais en voyage.",
        "Nous avons raté le bus et sommes rentrés à pied.", "La bibliothèque ferme plus tôt demain.",
    ]
    static let spanish = [
        "Gracias por las notas de la reunión de ayer.", "Te recojo en la estación después del trabajo.",
        "Los niños tienen entrenamiento hasta las seis.", "¿Puedes revisar el segundo capítulo antes del viernes?",
        "El seminario se ha cambiado al aula doce.", "Perdona que conteste tan tarde, estaba de viaje.",
        "Perdimos el autobús y volvimos a casa andando.", "La biblioteca cierra mañana más temprano.",
    ]
    static let russian = [
        "Спасибо за записи со вчерашнего собрания.", "Я встречу тебя на вокзале после работы.", "У детей тренировка до шести часов.",
        "Посмотри, пожалуйста, вторую главу до пятницы.", "Семинар перенесли в двенадцатую аудиторию.",
        "Извини, что отвечаю поздно, был в поездке.", "Мы опоздали на автобус и пошли домой пешком.",
        "Библиотека завтра закрывается раньше обычного.",
    ]
    static let arabic = [
        "شكرا على محضر اجتماع الأمس.", "سألقاك في المحطة بعد العمل.", "لدى الأطفال تدريب حتى السادسة مساء.",
        "هل يمكنك مراجعة الفصل الثاني قبل الجمعة؟", "نقلت الندوة إلى القاعة الثانية عشرة.", "آسف على التأخر في الرد فقد كنت مسافرا.",
        "فاتتنا الحافلة فعدنا إلى البيت سيرا على الأقدام.", "تغلق المكتبة غدا في وقت أبكر.",
    ]
    static let chinese = [
        "谢谢你昨天的会议记录。", "下班后我去车站接你。", "孩子们训练到六点才结束。", "请在周五之前看一下第二章。", "研讨会改到十二号教室了。",
        "抱歉这么晚才回复，上周我在外地。", "我们没赶上公交车，就走路回家了。", "明天图书馆会提前关门。",
    ]
}
