internal import HyperscanPatterns
internal import Messages
internal import OperatorRules
internal import Patterns
internal import Settings

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Finds and reads the files of rules.
enum RuleFiles {
    /// The files that settings name: those named one by one, then those of the folder.
    static func named(by settings: Settings) throws -> [RuleFile] {
        let folder = settings[.rulesFolder]
        return try read(settings[.rulesFiles] + (folder.isEmpty ? [] : try files(in: folder)))
    }

    /// The files at paths: a folder stands for those in it whose name ends in `.yaml` or `.yml`.
    static func at(_ paths: [String]) throws -> [RuleFile] {
        var all: [String] = []
        for path in paths {
            let isFolder = (try? FileManager.default.contentsOfDirectory(atPath: path)) != nil
            all += isFolder ? try files(in: path) : [path]
        }
        return try read(all)
    }

    private static func files(in folder: String) throws -> [String] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw CommandFailure("\(folder): the folder of rules cannot be read; give the path of a readable folder as rules.folder")
        }
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        return names.filter { !$0.hasPrefix(".") && ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) }.sorted().map { prefix + $0 }
    }

    private static func read(_ paths: [String]) throws -> [RuleFile] {
        try paths.map { path in
            let bytes = try FileBytes.read(path)
            guard let text = String(validating: bytes, as: UTF8.self) else { throw CommandFailure("\(path): the file is not UTF-8") }
            return RuleFile(path: path, text: text)
        }
    }
}

extension Composition {
    /// The rules of the files that the settings name; nothing where they name none.
    func operatorRules() throws -> CurrentRules? {
        let files = try RuleFiles.named(by: settings)
        guard !files.isEmpty else { return nil }
        do {
            return CurrentRules(try rules(of: files))
        } catch {
            throw CommandFailure("\(error)")
        }
    }

    /// The rules of these files.
    func rules(of files: [RuleFile]) throws(RuleError) -> RuleSnapshot {
        let allowances = RuleAllowances(
            channels: Channel.known + settings[.policyChannels], discard: settings[.policyAllowDiscard],
            recipientKeywords: settings[.rulesRecipientKeywords])
        return try RuleSnapshot.load(files, allowing: allowances, matcher: Composition.ruleMatcher)
    }

    /// Hyperscan, which takes every pattern, wherever the processor has what it needs.
    static func ruleMatcher(_ set: PatternSet) throws(PatternError) -> any PatternMatcher {
        if HyperscanMatcher.runsHere { return try HyperscanMatcher(set) }
        return try LiteralMatcher(set)
    }
}
