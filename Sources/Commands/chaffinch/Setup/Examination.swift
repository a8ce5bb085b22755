internal import Domains
internal import Filter
internal import Glibc
internal import HyperscanPatterns
internal import Learning
internal import LibarchiveArchives
internal import Messages
internal import OperatorRules
internal import PSLDomains
internal import Patterns
internal import PostGateway
internal import Rules
internal import SQLiteStore
internal import Settings
internal import Storing
internal import Telemetry
internal import UnboundResolver
internal import ZBarImages

/// Looks at everything the program needs: settings, libraries, model, state folder, database, clock. It changes nothing.
struct Examination {
    let common: CommonOptions

    /// What was found, in the order in which one thing needs another.
    func findings() async -> [Finding] {
        let settings: Settings
        do {
            settings = try common.settings()
        } catch {
            return [Finding(what: "settings", problem: "\(error)")]
        }
        var findings = [Finding(what: "settings", detail: common.config ?? "")]
        findings += libraries(settings)
        findings += await models(settings)
        findings.append(rules(settings))
        findings.append(profiles(settings))
        findings.append(Finding(what: "state folder", detail: settings.stateFolder, problem: stateProblem(settings.stateFolder)))
        findings.append(await database(settings.stateFolder))
        findings.append(await quarantine(settings))
        findings.append(nameServers(settings))
        findings.append(await programs(settings))
        findings.append(clock())
        return findings
    }

    // MARK: Libraries

    private func libraries(_ settings: Settings) -> [Finding] {
        let reinstall = { (package: String) in "it does not answer; reinstall the package \(package)" }
        var findings = [suffixes(), names()]
        findings.append(
            Finding(
                what: "Hyperscan", detail: HyperscanMatcher.libraryVersion,
                problem: HyperscanMatcher.libraryVersion.isEmpty
                    ? reinstall("libhyperscan5")
                    : HyperscanMatcher.runsHere ? nil : "this processor lacks the instructions it is built for; use a machine with SSSE3"))
        if settings[.filterPictures] {
            let version = ZBarCodeReader.libraryVersion
            findings.append(Finding(what: "pictures", detail: version, problem: version.isEmpty ? reinstall("libzbar0 and libgd3") : nil))
        } else {
            findings.append(Finding(what: "pictures", detail: "not looked into, by filter.pictures"))
        }
        if settings[.filterArchives] {
            let version = LibarchiveLister.libraryVersion
            findings.append(Finding(what: "archives", detail: version, problem: version.isEmpty ? reinstall("libarchive13") : nil))
        } else {
            findings.append(Finding(what: "archives", detail: "not looked into, by filter.archives"))
        }
        let store = SQLiteDatabase.libraryVersion
        findings.append(Finding(what: "SQLite", detail: store, problem: store.isEmpty ? reinstall("libsqlite3-0") : nil))
        return findings
    }

    /// Loads the list and asks it something every list knows.
    private func suffixes() -> Finding {
        var finding = Finding(what: "public suffix list", detail: "libpsl \(LibPSLSuffixes.libraryVersion)")
        do {
            let match = try LibPSLSuffixes().match(Array("www.example.co.uk".utf8).span)
            if match?.registrable != 4 { finding.problem = "it does not know co.uk; reinstall the package publicsuffix" }
        } catch {
            finding.problem = "\(error)"
        }
        return finding
    }

    private func names() -> Finding {
        var finding = Finding(what: "international names", detail: "ICU \(ICUNames.libraryVersion)")
        do {
            var name: [UInt8] = []
            _ = try ICUNames().toASCII(Array("bücher.example".utf8).span, into: &name)
            if name != Array("xn--bcher-kva.example".utf8) {
                finding.problem = "it misspells bücher.example; reinstall the package libicu72"
            }
        } catch {
            finding.problem = "\(error)"
        }
        return finding
    }

    // MARK: Models and phrases

    private func models(_ settings: Settings) async -> [Finding] {
        var findings: [Finding] = []
        do {
            let composition = Composition(settings: settings, time: try common.time())
            let setup = try composition.filterSetup(judgingWith: try await composition.learning().learning)
            findings.append(Finding(what: "model", detail: setup.model.version))
            findings.append(phrases(setup.phrases))
        } catch {
            findings.append(Finding(what: "model", problem: "\(error)"))
        }
        return findings
    }

    private func phrases(_ phrases: PhraseBook) -> Finding {
        do {
            _ = try Composition.matcher(phrases, forMessages: 1)
            _ = try Composition.matcher(phrases, forMessages: .max)
            return Finding(what: "phrases")
        } catch {
            return Finding(what: "phrases", problem: "\(error)")
        }
    }

    /// Loads the operator's rules, as a filter would before it starts.
    private func rules(_ settings: Settings) -> Finding {
        do {
            let composition = Composition(settings: settings, time: try common.time())
            guard let rules = try composition.operatorRules()?.now else { return Finding(what: "rules", detail: "none, by rules.files") }
            return Finding(what: "rules", detail: "\(rules.rules.count)")
        } catch {
            return Finding(what: "rules", problem: "\(error)")
        }
    }

    /// Loads the profiles of policy, as a filter would before it starts.
    private func profiles(_ settings: Settings) -> Finding {
        do {
            let book = try ProfileFiles.book(settings)
            return Finding(what: "profiles", detail: book.profiles.isEmpty ? "none, by policy.profiles" : "\(book.profiles.count)")
        } catch {
            return Finding(what: "profiles", problem: "\(error)")
        }
    }

    // MARK: State

    private func stateProblem(_ folder: String) -> String? {
        if folder.isEmpty { return "none is set; set state.folder, or HOME" }
        // The first folder above it that is there: the others are made when they are needed.
        var place = folder
        while unsafe access(place, F_OK) != 0, place != "/", place != "." {
            let slash = place.lastIndex(of: "/")
            place = slash.map { $0 > place.startIndex ? String(place[..<$0]) : "/" } ?? "."
        }
        var status = stat()
        // stat and statvfs fill the structs they are given, which live through the calls.
        guard unsafe stat(place, &status) == 0 else { return "\(place): \(FileBytes.reason())" }
        if status.st_mode & S_IFMT != S_IFDIR { return "\(place) is a file, not a folder; move it away or set state.folder" }
        if unsafe access(place, W_OK) != 0 { return "\(place) may not be written by this user; change its owner or set state.folder" }
        var disk = statvfs()
        guard unsafe statvfs(place, &disk) == 0 else { return "\(place): \(FileBytes.reason())" }
        let free = (UInt64(disk.f_bavail) * UInt64(disk.f_frsize)) >> 20
        return free < 64 ? "only \(free) MiB are free at \(place); free some space" : nil
    }

    /// Opens the database where there is one, and looks it over; makes none where there is none.
    private func database(_ folder: String) async -> Finding {
        let path = folder + "/" + SQLiteDatabase.fileName
        guard unsafe access(path, F_OK) == 0 else { return Finding(what: "database", detail: "none yet; the first `learn` makes it") }
        do {
            let database = try SQLiteDatabase(folder: folder)
            try await database.check()
            try database.close()
            return Finding(what: "database", detail: path)
        } catch {
            return Finding(what: "database", problem: "\(error)")
        }
    }

    /// Makes what would ask name servers, or reads the file that stands for them, and asks nothing.
    private func nameServers(_ settings: Settings) -> Finding {
        var finding = Finding(what: "name servers", detail: "nobody is asked, by dns.ask")
        do {
            let resolver = try common.resolver(settings)
            if let dns = common.dns {
                finding.detail = dns
            } else if resolver != nil {
                finding.detail = "\(settings[.dnsAsk].rawValue), libunbound \(UnboundResolver.libraryVersion)"
            }
        } catch {
            finding.problem = "\(error)"
        }
        return finding
    }

    /// Whether those who ask over HTTP can: certificates that can be read, and tokens where they are needed.
    private func programs(_ settings: Settings) async -> Finding {
        let places = settings[.httpListen]
        guard !places.isEmpty else { return Finding(what: "HTTP", detail: "nowhere, by http.listen") }
        var finding = Finding(what: "HTTP", detail: places.map { "\($0)" }.joined(separator: ", "))
        for path in [settings[.httpCertificate], settings[.httpKey], settings[.httpClientAuthorities]] where !path.isEmpty {
            if unsafe access(path, R_OK) != 0 { finding.problem = "\(path): \(FileBytes.reason())" }
        }
        guard finding.problem == nil, settings[.httpTokens] == .always || !places.allSatisfy(\.isLocal) else { return finding }
        let make = "; make one with chaffinch token create"
        guard LocalState.hasModels(in: settings.stateFolder) else {
            finding.problem = "a token is needed to ask, and there is none" + make
            return finding
        }
        do {
            let tokens = try await TokenRegister(try LocalState(folder: settings.stateFolder).records).tokens()
            if tokens.isEmpty { finding.problem = "a token is needed to ask, and there is none" + make }
        } catch {
            finding.problem = "\(error)"
        }
        return finding
    }

    private func clock() -> Finding {
        do {
            let now = try common.time().now()
            let isPast = now < Timestamp(milliseconds: 1_750_000_000_000)
            return Finding(what: "clock", detail: "\(now)", problem: isPast ? "it stands before the program was made; set it" : nil)
        } catch {
            return Finding(what: "clock", problem: "\(error)")
        }
    }
}
