import TestSupport
import Testing

@testable import ZIPArchive

@Suite struct ZIPArchiveTests {
    /// The check value of the CRC's catalogue entry.
    @Test func checksum() { #expect(CRC32.checksum(Array("123456789".utf8)) == 0xCBF4_3926) }

    /// Another program finds the files whole.
    @Test func pythonReadsIt() async throws {
        var archive = ZIPArchive()
        archive.add("a.txt", Array("alpha".utf8))
        archive.add("folder/ü.txt", Array("beta".utf8))
        archive.add("empty", [])
        let folder = try TemporaryFolder()
        try folder.write(archive.bytes, to: "a.zip")
        let script =
            "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), *[(n, z.read(n).decode()) for n in z.namelist()])"
        let said = try await Program.output("/usr/bin/python3", ["-c", script, folder.path + "/a.zip"])
        #expect(said == "None ('a.txt', 'alpha') ('folder/ü.txt', 'beta') ('empty', '')\n")
    }

    @Test func sameFilesAreSameBytes() {
        func bytes() -> [UInt8] {
            var archive = ZIPArchive()
            archive.add("a", [1, 2, 3])
            return archive.bytes
        }
        #expect(bytes() == bytes())
    }
}
