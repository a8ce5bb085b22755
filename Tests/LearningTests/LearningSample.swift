import Features
import MIME
import Messages
import PSLDomains
import Reading

@testable import Learning

/// Features and examples as a test writes them.
enum LearningSample {
    private static let lists = Result { (suffixes: try LibPSLSuffixes(), names: try ICUNames()) }

    private static func reader(of text: String, _ channel: Channel) throws -> Reader {
        let lists = try lists.get()
        let reader = Reader(suffixes: lists.suffixes, names: lists.names)
        reader.read(Message(text: Array(text.utf8), channel: channel))
        reader.finish()
        return reader
    }

    /// What a text says.
    static func contentKey(_ text: String) throws -> UInt64 { ContentKey.of(try reader(of: text, .sms).reading) }

    /// The features of a text.
    static func features(_ text: String, _ channel: Channel = .sms) throws -> FeatureSet {
        let reader = try reader(of: text, channel)
        var features = FeatureVector()
        FeatureExtractor().extract(from: reader.reading, into: &features, isLocal: true)
        return features.set
    }

    /// A text that somebody taught.
    static func example(
        _ text: String, isSpam: Bool, at seconds: Int64 = 1000, reason: String = "", source: String = "test",
        findings: [WeighedFinding] = [], language: String? = nil, channel: Channel? = nil
    ) throws
        -> TrainingExample
    {
        TrainingExample(
            fingerprint: TrainingExample.fingerprint(of: Array(text.utf8).span), isSpam: isSpam, source: source, reason: reason,
            time: Timestamp(seconds: seconds), features: try features(text, channel ?? .sms),
            contentKey: language == nil ? 0 : try contentKey(text), findings: findings,
            wording: language.map { Wording(words: 7, languageTag: $0) }, channel: channel)
    }
}
