internal import Evaluation
internal import Filter

/// A file of scores, this program's or another filter's: a line for each message, in order.
///
/// A line is `score label key lesson`, parted by blanks. The score is a number that rises with spam and calls it so above 0; the label is
/// spam or ham; the key (hexadecimal) is the same for messages that say the same; the lesson is the label that is learnt, or the fold
/// the message is in, or `-`. Where the messages came by several channels, the channel stands last. Reading needs the first two.
enum ScoreFile {
    /// The text of scored messages; `lesson` says what stands last in the line of the message at a place.
    static func text(of scored: [ScoredMessage], lesson: (Int) -> String) -> String {
        var text = ""
        let hasChannels = scored.byChannel.count > 1
        for (place, message) in scored.enumerated() {
            text += "\(message.logOdds) \(message.isSpam ? "spam" : "ham") \(String(message.key, radix: 16)) \(lesson(place))"
            text += hasChannels ? " \(message.channel)\n" : "\n"
        }
        return text
    }

    /// The messages of a file.
    static func messages(at path: String) throws -> [ScoredMessage] {
        var messages: [ScoredMessage] = []
        let lines = String(decoding: try FileBytes.read(path), as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() where line.contains(where: { $0 != " " && $0 != "\r" }) {
            let fields = line.split(whereSeparator: { $0 == " " || $0 == "\r" })
            guard fields.count >= 2, let score = Double(fields[0]), !score.isNaN, let isSpam = InputSource.isSpam(fields[1].lowercased())
            else {
                throw CommandFailure("\(path):\(number + 1): a line is: score label, and perhaps key; a label is spam or ham")
            }
            let key = fields.count > 2 ? UInt64(fields[2], radix: 16) ?? 0 : 0
            messages.append(ScoredMessage(logOdds: score, isSpam: isSpam, key: key, channel: fields.count > 4 ? String(fields[4]) : ""))
        }
        return messages
    }
}
