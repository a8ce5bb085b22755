internal import HTML
internal import JSON
internal import Messages

/// A read page as JSON.
enum PageJSON {
    static func text(of page: HTMLPage) -> String {
        var json = JSONText()
        json.object { object in
            object.member("title", String(decoding: page.title, as: UTF8.self))
            object.member("visible", String(decoding: page.visible, as: UTF8.self))
            object.member("hidden", String(decoding: page.hidden, as: UTF8.self))
            object.key("hiddenBytes")
            object.object { inside in
                for reason in HiddenReason.allCases where page[reason].bytes > 0 { inside.member("\(reason)", page[reason].bytes) }
            }
            object.key("links")
            object.list { list in for link in page.links { write(link, of: page, into: &list) } }
            object.member("images", page.images.count)
            object.member("forms", page.forms.count)
            object.key("defects")
            object.list { list in for defect in page.defects { MailJSON.write(defect, into: &list) } }
        }
        return json.text
    }

    private static func write(_ link: HTMLLink, of page: HTMLPage, into list: inout JSONText) {
        list.object { object in
            object.member("element", "\(link.element)")
            object.member("target", String(decoding: page.attributes[link.target.range], as: UTF8.self))
            object.member("shown", String(decoding: page.visible[link.text.range], as: UTF8.self))
            object.member("hidden", link.isHidden)
        }
    }
}
