internal import UnicodeTables

/// What looks alike (UTS 39): two strings with the same skeleton can be taken for each other.
public enum Confusables {
    /// Appends the skeleton of a text by UTS 39 section 4: its canonical decomposition without invisible characters, each scalar
    /// replaced by its prototype, decomposed again. For names and hosts: memory is a few times the text's.
    ///
    /// A skeleton is for comparing, not for showing: `m` is `rn` in it, and `1` is `l`. Case is kept; fold it first where it does not matter.
    public static func skeleton(of text: Span<UInt8>, into skeleton: inout [UInt8]) {
        // A UInt8 has no padding, so its span may be looked at raw.
        let bytes = unsafe text.bytes
        var run: [UInt32] = []
        var at = 0
        while at < bytes.byteCount {
            let decoded = decodeScalar(bytes, at: at, end: bytes.byteCount)
            at += decoded.length
            if decoded.value >= 0x80, ScalarFolding(decoded.value).isRemoved { continue }
            CanonicalOrder.appendDecomposition(of: decoded.value, to: &run)
        }
        CanonicalOrder.sort(&run, from: 0)
        var mapped: [UInt32] = []
        mapped.reserveCapacity(run.count)
        for scalar in run {
            let offset = chaffinch_skeleton(scalar)
            if offset == 0 {
                mapped.append(scalar)
            } else {
                CanonicalOrder.appendPooled(from: offset, to: &mapped, byteAt: chaffinch_prototype_byte)
            }
        }
        run.removeAll(keepingCapacity: true)
        for scalar in mapped { CanonicalOrder.appendDecomposition(of: scalar, to: &run) }
        CanonicalOrder.sort(&run, from: 0)
        for scalar in run { appendScalar(scalar, to: &skeleton) }
    }

    /// The skeleton of a string.
    public static func skeleton(of text: String) -> String {
        var bytes: [UInt8] = []
        skeleton(of: Array(text.utf8).span, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
