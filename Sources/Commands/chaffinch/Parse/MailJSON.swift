internal import JSON
internal import MIME
internal import Messages

/// A parsed mail as JSON.
enum MailJSON {
    static func text(of message: Message) -> String {
        var json = JSONText()
        json.object { object in
            object.member("bytes", message.bytes.count)
            object.key("headers")
            object.list { list in for field in message.ownHeaders { write(field, of: message, into: &list) } }
            object.key("parts")
            object.list { list in for index in message.parts.indices { write(part: index, of: message, into: &list) } }
            object.key("route")
            object.list { list in for hop in message.hops { write(hop, of: message, into: &list) } }
            object.key("defects")
            object.list { list in for defect in message.defects { write(defect, into: &list) } }
        }
        return json.text
    }

    private static func write(_ field: HeaderField, of message: Message, into list: inout JSONText) {
        list.object { object in
            object.member("name", String(decoding: message.bytes[field.name.range], as: UTF8.self))
            object.member("value", UnstructuredText.text(message.bytes.span, field.body))
            object.member("offset", Int(field.name.start))
        }
    }

    private static func write(part index: Int, of message: Message, into list: inout JSONText) {
        let part = message.parts[index]
        list.object { object in
            object.member("type", String(decoding: message.bytes[part.mediaType.range], as: UTF8.self))
            object.member("kind", "\(part.kind)")
            object.member("encoding", "\(part.encoding)")
            object.member("charset", String(decoding: message.bytes[part.charset.range], as: UTF8.self))
            object.member("depth", Int(part.depth))
            object.member("parent", Int(part.parent))
            object.member("offset", Int(part.body.start))
            object.member("length", part.body.count)
            if part.kind.isText { object.member("text", decoded(part, of: message)) }
        }
    }

    private static func decoded(_ part: Part, of message: Message) -> String {
        var decoder = PartDecoder()
        var text: [UInt8] = []
        _ = decoder.text(of: part, in: message, into: &text)
        return String(decoding: text.prefix(65_536), as: UTF8.self)
    }

    private static func write(_ hop: Hop, of message: Message, into list: inout JSONText) {
        list.object { object in
            object.member("from", message.text(hop.from))
            object.member("address", hop.address.map { "\($0)" })
            object.member("reverseName", message.text(hop.reverseName))
            object.member("by", message.text(hop.by))
            object.member("with", hop.with)
            object.member("time", hop.time.map { "\($0)" })
            object.member("trust", hop.trust.rawValue)
        }
    }

    static func write(_ defect: Defect, into list: inout JSONText) {
        list.object { object in
            object.member("kind", defect.kind.rawValue)
            object.member("offset", defect.offset)
        }
    }
}
