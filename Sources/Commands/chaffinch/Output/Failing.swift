internal import ArgumentParser

/// Runs what may fail before a command can begin; a failure is said on standard error and ends the program with status 2.
enum Failing {
    /// Says what is wrong, and gives what ends the program with status 2.
    static func ending(with problem: String) -> ExitCode {
        StandardStreams.report("\(problem)")
        return ExitCode(2)
    }

    static func reported<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch {
            StandardStreams.report("\(error)")
            throw ExitCode(2)
        }
    }

    static func awaited<Value>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch let code as ExitCode {
            throw code
        } catch {
            StandardStreams.report("\(error)")
            throw ExitCode(2)
        }
    }
}
