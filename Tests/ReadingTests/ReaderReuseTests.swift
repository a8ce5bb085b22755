import HTML
import Links
import MIME
import Messages
import Reading
import TestSupport
import Testing
import Text

/// Everything of a reading that somebody may ask for, to compare.
private struct Digest: Equatable {
    var texts: [[UInt8]]
    var words: [UInt64]
    var facts: [String]
    var links: [Link]

    init(_ reading: Reading) {
        texts = [reading.subject, reading.visible, reading.hidden, reading.flat, reading.folded.bytes, reading.hiddenFolded.bytes]
        texts += [reading.links.bytes, reading.contacts.bytes] + reading.pages.map(\.attributes) + reading.codes
        words = (reading.folded.words + reading.hiddenFolded.words).map(\.hash)
        links = reading.links.all
        facts = ["\(reading.header)", "\(reading.texts)", "\(reading.defects)", "\(reading.gaps)", "\(reading.contacts.contacts)"]
        facts += ["\(String(describing: reading.language))", "\(reading.subjectWords)", "\(reading.wordCount)"]
        facts += reading.attachments.map { "\($0.part) \($0.fileName) \($0.content) \($0.size) \($0.isInline)" }
        facts += reading.pages.map { "\($0.counts) \($0.links.count) \($0.images.count) \($0.forms) \($0.hiddenBytes) \($0.fingerprint)" }
    }
}

@Suite struct ReaderReuseTests {
    private func message(_ example: Examples.Message) -> Message {
        example.isMail ? MailParser().parse(example.bytes) : Message(text: example.bytes, channel: .sms)
    }

    private func digest(of example: Examples.Message, by reader: Reader) -> Digest {
        reader.read(message(example))
        _ = reader.attachmentsToInspect()
        reader.finish()
        return Digest(reader.reading)
    }

    /// Nothing of a message shows in the reading of the next.
    @Test func aReusedReaderReadsAsAFreshOne() throws {
        let examples = try Examples.messages()
        #expect(examples.count >= 50)
        let fresh = try examples.map { digest(of: $0, by: try ReadSample.reader()) }
        let reused = try ReadSample.reader()
        var numbers = SplitMix(seed: 17)
        for _ in 0..<4 {
            for place in examples.indices.shuffled(using: &numbers) {
                #expect(digest(of: examples[place], by: reused) == fresh[place], "\(examples[place].path)")
            }
        }
    }

    /// Mails cut anywhere are read, too.
    @Test func cutMailsAreRead() throws {
        let reader = try ReadSample.reader()
        var numbers = SplitMix(seed: 23)
        for example in try Examples.messages() where example.isMail {
            for _ in 0..<6 {
                let cut = Int.random(in: 0...example.bytes.count, using: &numbers)
                reader.read(MailParser().parse(Array(example.bytes[..<cut])))
                reader.finish()
                #expect(reader.reading.folded.words.count >= reader.reading.bodyWords.count)
            }
        }
    }
}
