internal import JSON
public import Quarantine

/// Writes complaints as JSON, the same for commands and programs.
public enum ComplaintWriter {
    /// A complaint; who said what is named where that may be told.
    public static func text(_ complaint: Complaint, naming isNaming: Bool) -> String {
        var json = JSONText()
        json.object { object in
            object.member("ref", complaint.reference)
            object.member("time", "\(complaint.time)")
            object.member("expires", "\(complaint.expiry)")
            object.member("outcome", complaint.outcome.rawValue)
            object.member("because", complaint.because.isEmpty ? nil : complaint.because)
            object.member("lesson", complaint.lesson)
            object.member("spam", complaint.words.count(where: \.isSpam))
            object.member("ham", complaint.words.count { !$0.isSpam })
            guard isNaming else { return }
            object.key("words")
            object.list { list in
                for word in complaint.words {
                    list.object { entry in
                        entry.member("by", word.reporter)
                        entry.member("spam", word.isSpam)
                        entry.member("time", "\(word.time)")
                        entry.member("way", word.way)
                    }
                }
            }
        }
        return json.text
    }
}
