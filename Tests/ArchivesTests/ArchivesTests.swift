import Archives
import LibarchiveArchives
import Messages
import Testing

/// The promises that every lister of ZIP files keeps.
struct ArchiveListerConformance {
    let lister: any ArchiveLister

    private func list(_ bytes: [UInt8], _ limits: ArchiveLimits = ArchiveLimits(), isOverdue: Bool = false) -> ArchiveListing {
        lister.list(bytes.span, limits: limits, isOverdue: { isOverdue })
    }

    func run() {
        honest()
        suspicious()
        bombs()
        limits()
        broken()
    }

    private func honest() {
        let listing = list(
            ArchiveBuilder.zip([
                .init(name: "folder/"), .init(name: "folder/lettre é.txt", content: Array("hello".utf8)), .init(name: "empty"),
            ]))
        #expect(listing.format == .zip && listing.gap == nil && listing.findings.isEmpty)
        #expect(listing.entries.map { String(decoding: $0.name, as: UTF8.self) } == ["folder/", "folder/lettre é.txt", "empty"])
        #expect(listing.entries.map(\.declaredSize) == [0, 5, 0])
        #expect(listing.entries.map(\.isDirectory) == [true, false, false])
        #expect(list(ArchiveBuilder.zip([])).entries.isEmpty)
    }

    private func suspicious() {
        for name in ["../../etc/passwd", "/etc/passwd", "a/../../b", "C:\\x.exe", "..\\x"] {
            #expect(list(ArchiveBuilder.zip([.init(name: name)])).findings.contains(.pathTraversal), "\(name)")
        }
        #expect(list(ArchiveBuilder.zip([.init(name: "a..b/c.txt")])).findings.isEmpty)
        #expect(list(ArchiveBuilder.zip([.init(name: "invoice\u{202E}fdp.exe")])).findings == [.deceptiveName])
        let secret = list(ArchiveBuilder.zip([.init(name: "secret.doc", content: [UInt8](repeating: 7, count: 40), isEncrypted: true)]))
        #expect(secret.entries.first?.isEncrypted == true && secret.findings == [.encrypted])
    }

    private func bombs() {
        let claim = ArchiveBuilder.zip([.init(name: "big.bin", content: [1, 2, 3], claimedSize: 3_000_000_000)])
        #expect(list(claim).findings.contains(.bomb))
        let shared = ArchiveBuilder.zip(
            (0..<5).map { .init(name: "file", content: [UInt8](repeating: 0, count: 100), sharesFirst: $0 > 0) })
        #expect(list(shared).findings.contains(.overlap))
    }

    private func limits() {
        let many = ArchiveBuilder.zip((0..<50).map { .init(name: "file\($0)", content: [UInt8($0)]) })
        let few = list(many, ArchiveLimits(entries: 10))
        #expect(few.entries.count == 10 && few.findings == [.tooManyEntries] && few.gap == .limit)
        let long = ArchiveBuilder.zip([.init(name: String(repeating: "n", count: 5000))])
        #expect(list(long, ArchiveLimits(nameBytes: 100)).entries.first?.name.count == 100)
        #expect(list(many, isOverdue: true).gap == .deadline)
    }

    private func broken() {
        let whole = ArchiveBuilder.zip([.init(name: "one", content: Array("hello".utf8)), .init(name: "two", content: [1, 2])])
        #expect(list([]).gap == .unreadable)
        #expect(list(Array("no archive".utf8)).gap == .unreadable)
        #expect(list(ArchiveBuilder.zip([.init(name: "one")], announcing: 9)).findings.contains(.damaged))
        for count in 0..<whole.count { _ = list(Array(whole[..<count])) }
        for index in whole.indices {
            var damaged = whole
            damaged[index] ^= 0xFF
            _ = list(damaged)
        }
    }
}

@Suite struct ArchivesTests {
    private func list(_ bytes: [UInt8], _ limits: ArchiveLimits = ArchiveLimits()) -> ArchiveListing {
        LibarchiveLister().list(bytes.span, limits: limits, isOverdue: { false })
    }

    @Test func thePortableListerKeepsThePromises() {
        ArchiveListerConformance(lister: ZIPLister()).run()
    }

    @Test func libarchiveKeepsThePromises() {
        ArchiveListerConformance(lister: LibarchiveLister()).run()
    }

    @Test func thePortableListerNamesWhatItCannotRead() {
        let tar = ArchiveBuilder.tar([.init(name: "a")])
        #expect(ZIPLister().list(tar.span, limits: ArchiveLimits(), isOverdue: { false }).gap == .notConfigured)
    }

    @Test func tarAndGzipAreListed() {
        let tar = ArchiveBuilder.tar([.init(name: "run.sh", content: Array("echo".utf8)), .init(name: "../up", content: [1])])
        for (bytes, format) in [(tar, ArchiveFormat.tar), (ArchiveBuilder.gzip(tar), .gzip)] {
            let listing = list(bytes)
            #expect(listing.format == format && listing.gap == nil)
            #expect(listing.entries.map { String(decoding: $0.name, as: UTF8.self) } == ["run.sh", "../up"])
            #expect(listing.findings == [.pathTraversal])
        }
        let single = list(ArchiveBuilder.gzip(Array("just a text".utf8)))
        #expect(single.entries.count == 1 && single.gap == nil)
    }

    @Test func archivesInsideArchivesAreListedAsDeepAsAllowed() {
        var archive = ArchiveBuilder.zip([.init(name: "virus.exe", content: [0x4D, 0x5A])])
        for level in 0..<4 { archive = ArchiveBuilder.zip([.init(name: "level\(level).zip", content: archive)]) }
        let listing = list(archive)
        #expect(listing.entries.map(\.depth) == [0, 1, 2])
        #expect(listing.findings == [.tooDeep])
        let deeper = list(archive, ArchiveLimits(depth: 8))
        #expect(deeper.entries.last?.name == Array("virus.exe".utf8) && deeper.entries.last?.depth == 4 && deeper.findings.isEmpty)
        let disguised = list(ArchiveBuilder.tar([.init(name: "a.zip", content: Array("not one".utf8))]))
        #expect(disguised.entries.first?.isArchive == true && disguised.entries.count == 1)
    }

    @Test func bombsAreStopped() {
        // 52 million bytes in 330,000.
        let bomb = ArchiveBuilder.gzipBomb(repeats: 200_000)
        let listing = list(bomb, ArchiveLimits(inflatedBytes: 8 << 20, ratio: 100))
        #expect(listing.findings.contains(.bomb) && listing.gap == .limit)
        let small = list(ArchiveBuilder.gzipBomb(repeats: 10))
        #expect(!small.findings.contains(.bomb))
    }
}
