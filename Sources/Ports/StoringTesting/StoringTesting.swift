// StoringTesting: the promises of the ports in Storing, as kits that every adapter's tests run in one line.
//
// A kit gives what it found broken as values, a sentence each, so it needs no testing library and also runs in `doctor`.
internal import Storing

/// Collects what a kit found broken.
struct Findings {
    private(set) var broken: [String] = []

    mutating func expect(_ holds: Bool, _ promise: String) {
        if !holds { broken.append(promise) }
    }

    /// Expects a call to be refused with a code.
    mutating func expectRefusal<Answer>(_ code: StoreError.Code, _ promise: String, _ call: () async throws -> Answer) async {
        do {
            _ = try await call()
            broken.append("\(promise): nothing was refused")
        } catch let error as StoreError {
            if error.code != code { broken.append("\(promise): \(error)") }
        } catch {
            broken.append("\(promise): \(error)")
        }
    }

    mutating func fail(_ error: any Error) {
        broken.append("unexpected: \(error)")
    }
}
