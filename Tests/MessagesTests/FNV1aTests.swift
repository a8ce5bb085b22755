import Messages
import Testing

@Suite struct FNV1aTests {
    /// Values from the authors' own tables.
    @Test(arguments: [("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C), ("foobar", 0x8594_4171_F739_67E8)] as [(String, UInt64)])
    func knownHashes(text: String, hash: UInt64) {
        let bytes = Array(text.utf8)
        #expect(FNV1a.hash(of: bytes.span) == hash)
        var grown = FNV1a()
        for byte in bytes { grown.add(byte) }
        #expect(grown.value == hash)
    }
}
