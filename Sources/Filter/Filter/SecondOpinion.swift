internal import Features
internal import Learning
internal import Reading

/// What a message would be taken for without what a spammer can put beside it: header fields that nobody checks, hidden words, and
/// honest words far from where the reader is to act.
///
/// A regression adds up all it is given, so honest words beside a spam outvote it. Each opinion judges a part of the message for itself: the
/// message without the claims of its header, and a few passages. One that is surely spam takes away what the rest says for the message.
/// It has to be far surer than the whole would: a long honest message has a passage that looks like spam by chance. Only what
/// is known of words everywhere is asked, not what was learnt here. docs/adversarial.md says how the numbers were chosen.
struct SecondOpinion {
    /// How much is added to the log-odds of the portable view; above 0.
    var rise: Double
    /// The part of the message that was judged.
    var window: FeatureWindow
    /// What all windows of the message have in common.
    var sums: WindowSums
    /// Whether that is the whole message but for header fields that any sender can write.
    var isWithoutClaims: Bool { !window.takesClaims }

    /// How far an opinion on a part is followed; all numbers are log-odds.
    struct Weight {
        /// Where it begins to count.
        var beginning: Double
        /// It counts in full at so much more.
        var slope: Double
        /// So much is taken off it: it is the strongest of several, and a part is less than the whole.
        var discount = 0.0
        /// The content's log-odds are raised to so much at most.
        var ceiling: Double
        /// They are raised by so much at most.
        var limit = Double.infinity

        /// How much the log-odds of the whole message are raised.
        func rise(from whole: Double, to opinion: Double) -> Double {
            let share = min(1, max(0, (opinion - beginning) / slope))
            return max(0, min(min(opinion - discount, ceiling) - whole, limit)) * share
        }
    }

    /// For the message without the header fields that any sender can write.
    static let withoutClaims = Weight(beginning: 2.5, slope: 2, ceiling: 3, limit: 3)
    /// For a passage of a mail: mails are long, and an honest one may quote an advertisement.
    static let ofMail = Weight(beginning: 5, slope: 1, discount: 6, ceiling: 2)
    /// For a passage of a text: it says one thing, and what stands beside its link is that.
    static let ofText = Weight(beginning: 3, slope: 1, discount: 2, ceiling: 2)
    /// How many words make a passage.
    static let sizes = [24, 48, 96]
    /// A message this long, in passages, may hide one.
    static let least = 1.5
    /// How many places where the reader is to act are looked at.
    static let places = 4
    /// Beyond this many words a model does not look.
    static let words = 3000
    /// Where a script sets no blanks between words, nearly every sign counts as one: then so many are taken for a word.
    static let signsToAWord = 4
    /// A smaller rise is not worth a reason.
    static let noticed = 0.05

    /// The opinion that raises the log-odds most; nothing where none does. `whole` is what the portable view says of the whole message, `weights`
    /// are what it gives each portable feature.
    static func opinion(
        over whole: Double, of features: borrowing FeatureVector, weights: [Float], in reading: borrowing Reading,
        by model: borrowing ContentModel
    ) -> SecondOpinion? {
        let subjectEnd = reading.subjectWords.upperBound
        let body = reading.bodyWords.clamped(to: 0..<max(words, subjectEnd))
        let ofPassage = reading.isMail ? ofMail : ofText
        let asksWithoutClaims = reading.isMail && whole < withoutClaims.ceiling
        let ranges = whole < ofPassage.ceiling ? ranges(of: body, in: reading) : []
        guard asksWithoutClaims || !ranges.isEmpty else { return nil }
        let sums = features.windowSums(of: weights, subjectEnd: subjectEnd)
        var best = SecondOpinion(rise: 0, window: FeatureWindow(words: body, subjectEnd: subjectEnd, takesClaims: false), sums: sums)
        if asksWithoutClaims {
            let opinion = model.logOdds(ofPortable: features.sum(of: weights, in: best.window, with: sums), family: features.family)
            best.rise = withoutClaims.rise(from: whole, to: Double(opinion))
        }
        for words in ranges {
            let window = FeatureWindow(words: words, subjectEnd: subjectEnd, takesClaims: true)
            let opinion = model.logOdds(ofPortable: features.sum(of: weights, in: window, with: sums), family: features.family)
            let rise = ofPassage.rise(from: whole, to: Double(opinion))
            if rise > best.rise { (best.rise, best.window) = (rise, window) }
        }
        return best.rise >= noticed ? best : nil
    }

    /// The beginning, the end, and what stands before and around the places where the reader is to act, where there are such and there is more.
    private static func ranges(of body: Range<Int>, in reading: borrowing Reading) -> [Range<Int>] {
        let unit = reading.bodyWords.count >= 2 * reading.wordCount ? signsToAWord : 1
        guard Double(body.count) > least * Double(sizes[0] * unit) else { return [] }
        let places = reading.placesToAct(limit: places)
        guard !places.isEmpty || reading.hasFollowableLink else { return [] }
        var ranges: [Range<Int>] = []
        for size in sizes.map({ $0 * unit }) where Double(body.count) > least * Double(size) {
            let last = body.upperBound - size
            let starts = [body.lowerBound, last] + places.map { min(max(body.lowerBound, $0 - size * 3 / 4), last) }
            for start in starts where !ranges.contains(where: { $0.count == size && abs($0.lowerBound - start) < size / 4 }) {
                ranges.append(start..<(start + size))
            }
        }
        return ranges
    }
}
