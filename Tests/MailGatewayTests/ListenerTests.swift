import Connections
import Foundation
import MailGateway
import Messages
import Telemetry
import TestSupport
import Testing

/// Where connections are taken, and who may make them.
@Suite struct ListenerTests {
    private let log = Log(level: .error, time: SystemTime())

    @Test(arguments: [0o600, 0o660, 0o666] as [UInt32]) func aSocketFileIsForThoseItIsFor(mode: UInt32) async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/spamd"
        let (addresses, found) = AsyncStream.makeStream(of: ListenAddress.self)
        let listener = Listener(
            "spamd", at: .socketFile(path: path), limits: .init(socketMode: mode), log: log, isBound: { found.yield($0) }
        ) {
            _ in
        }
        let running = Task { try await listener.run() }
        defer { running.cancel() }
        var bound = addresses.makeAsyncIterator()
        #expect(await bound.next() == .socketFile(path: path))
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? UInt32 == mode || attributes[.posixPermissions] as? Int == Int(mode))
        // Nobody takes the place of one who listens there.
        let second = Listener("spamd", at: .socketFile(path: path), log: log, isBound: { _ in }) { _ in }
        await #expect { try await second.run() } throws: { "\($0)".contains("somebody listens there already") }
    }

    @Test func whatCannotBeHadIsSaid() async {
        let listener = Listener("spamd", at: .socketFile(path: "/nonexistent/spamd"), log: log, isBound: { _ in }) { _ in }
        await #expect { try await listener.run() } throws: { "\($0)".contains("cannot listen at unix:/nonexistent/spamd: No such file") }
    }

    /// Cut off while clients connect: some were accepted and not taken yet, and each is closed all the same.
    @Test func whoConnectsWhileItIsCutOffIsClosed() async throws {
        let folder = try TemporaryFolder()
        let address = ListenAddress.socketFile(path: folder.path + "/milter")
        for _ in 0..<40 {
            let (addresses, found) = AsyncStream.makeStream(of: ListenAddress.self)
            let listener = Listener("milter", at: address, log: log, isBound: { found.yield($0) }) { connection in
                while try await connection.read() != nil {}
            }
            let running = Task { try await listener.run() }
            var bound = addresses.makeAsyncIterator()
            _ = try #require(await bound.next())
            await withTaskGroup { group in
                for number in 0..<24 {
                    group.addTask {
                        // Whoever comes too late finds nobody.
                        try? await Dialling.call(address, patience: .seconds(60), limit: .seconds(60)) { connection in
                            while try await connection.read() != nil {}
                        }
                    }
                    if number == 8 { group.addTask { running.cancel() } }
                }
            }
            _ = await running.result
        }
    }
}
