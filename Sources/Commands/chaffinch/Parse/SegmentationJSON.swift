internal import JSON
internal import TextMessages

/// How a text is cut into short messages, as JSON.
enum SegmentationJSON {
    static func text(of bytes: [UInt8]) -> String {
        let segmentation = Segmentation(bytes.span)
        var json = JSONText()
        json.object { object in
            object.member("alphabet", "\(segmentation.coding)")
            object.member("units", segmentation.units)
            object.key("parts")
            object.list { list in for part in segmentation.parts { list.value(part.count) } }
        }
        return json.text
    }
}
