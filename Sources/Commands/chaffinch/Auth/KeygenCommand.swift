internal import ArgumentParser
internal import Authentication
internal import JSON
internal import Resolving

/// `chaffinch auth keygen`: a key to sign with, and the record to publish for it.
struct KeygenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "keygen", abstract: HelpSentences.summary("auth.keygen"))

    @Option(name: .long, help: ArgumentHelp("The domain that signs.", valueName: "domain")) var domain: String
    @Option(name: .long, help: ArgumentHelp("The name of the key below _domainkey.", valueName: "selector")) var selector: String
    @Option(
        name: .long, help: ArgumentHelp("The type of the key: rsa or ed25519.", valueName: "type"),
        completion: .list(["rsa", "ed25519"]))
    var algorithm = "rsa"
    @Option(name: .long, help: ArgumentHelp("The size of an RSA key: 2048 to 4096.", valueName: "bits")) var bits: Int?
    @Option(
        name: .long, help: ArgumentHelp("The file of the private key; SELECTOR.DOMAIN.pem where none is named.", valueName: "file"),
        completion: .file())
    var out: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        try Failing.reported {
            _ = try common.settings()
            let domain = try SigningNames.name(domain, "--domain")
            let selector = try SigningNames.name(selector, "--selector")
            guard let name = domain.prepending("\(selector)._domainkey") else {
                throw CommandFailure("the name \(selector)._domainkey.\(domain) is too long; choose a shorter selector")
            }
            let made = try key()
            let path = out ?? "\(selector).\(domain).pem"
            // The file first: a record whose key is lost is of no use.
            try WholeFile.writeSecret(made.file, to: path)
            let line = "\(RecordText.text(name)) TXT \(RecordText.text(.text(Array(made.key.record.utf8))))"
            if common.json {
                StandardStreams.printObject { object in
                    object.member("file", path)
                    object.member("algorithm", made.key.algorithm.rawValue)
                    object.member("bits", made.key.bits)
                    object.member("name", name.description)
                    object.member("record", made.key.record)
                    object.member("line", line)
                }
            } else {
                StandardStreams.printLine("; The private key is in \(Terminal.safe(path)), for its owner alone. Publish:\n" + line)
            }
        }
    }

    private func key() throws -> NewDKIMKey {
        guard let type = DKIMKeyRecord.KeyType(rawValue: algorithm) else {
            throw CommandFailure("--algorithm \(algorithm): there are rsa and ed25519")
        }
        if type == .ed25519, bits != nil { throw CommandFailure("--bits: Ed25519 keys have one size; leave it out") }
        do {
            return try NewDKIMKey(type, bits: bits ?? 2048)
        } catch {
            switch error {
            case .size(let bits):
                let range = NewDKIMKey.rsaBits
                throw CommandFailure("--bits \(bits): write a multiple of 256 from \(range.lowerBound) to \(range.upperBound)")
            case .notMade: throw CommandFailure("the library made no key; try again")
            }
        }
    }
}

/// Domains and selectors as command lines have them.
enum SigningNames {
    /// The name; one that may be part of a file's name, and of a zone file as it is.
    static func name(_ written: String, _ option: String) throws(CommandFailure) -> DomainName {
        let allowed = written.utf8.allSatisfy { $0 &- 48 < 10 || ($0 | 0x20) &- 97 < 26 || "-_.".utf8.contains($0) }
        guard allowed, let name = DomainName(written) else {
            throw CommandFailure(
                "\(option) \(written): write a name of letters, digits and hyphens, other scripts in their ASCII form (xn--)")
        }
        return name
    }

    /// The name that a server gives its results under (authserv-id, RFC 8601 section 2.5).
    static func service(_ written: String) throws(CommandFailure) -> String {
        guard !written.isEmpty, written.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ";") }) else {
            throw CommandFailure("--service \(written): write the name that your server gives results under (RFC 8601 section 2.5)")
        }
        return written
    }
}
