internal import Domains
internal import JSON
internal import Links
internal import Messages

/// The links and contact points of a text as JSON.
enum LinksJSON {
    static func text(of bytes: [UInt8], suffixes: any PublicSuffixes, names: any InternationalNames) -> String {
        var found = FoundLinks()
        var inspector = LinkInspector(suffixes: suffixes, names: names)
        inspector.find(in: bytes.span, into: &found)
        var links = MessageLinks()
        inspector.add(found, to: &links)
        var json = JSONText()
        json.object { object in
            object.key("links")
            object.list { list in for link in links.all { write(link, of: links, text: bytes, into: &list) } }
            object.key("contacts")
            object.list { list in
                for contact in found.contacts {
                    list.object { entry in
                        entry.member("kind", "\(contact.kind)")
                        entry.member("value", String(decoding: found.bytes[contact.value.range], as: UTF8.self))
                        entry.member("offset", Int(contact.text.start))
                    }
                }
            }
        }
        return json.text
    }

    private static func write(_ link: Link, of links: MessageLinks, text: [UInt8], into list: inout JSONText) {
        list.object { object in
            object.member("written", String(decoding: text[link.text.range], as: UTF8.self))
            object.member("url", links.string(link.url.whole))
            object.member("scheme", links.string(link.url.scheme))
            object.member("host", links.string(link.url.host))
            object.member("domain", links.string(link.domain))
            object.member("path", links.string(link.url.path))
            object.member("query", links.string(link.url.query))
            object.member("fragment", links.string(link.url.fragment))
            object.member("hostSigns", link.hostSigns.names)
            object.member("linkSigns", link.signs.names)
            object.member("offset", Int(link.text.start))
        }
    }
}
