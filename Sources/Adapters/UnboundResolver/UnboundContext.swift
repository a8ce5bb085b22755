import CUnbound
import Messages
import Resolving

/// A context of libunbound, owned: set up once, then asked.
///
/// Used by one thread at a time. Every return code is looked at: a context that did not take a setting is not used, since one without its
/// forwarder would ask the servers of the root instead.
@safe final class UnboundContext {
    /// The library calls this with an answer, on the thread that calls `process`, once for every question it took.
    typealias Callback = @convention(c) (UnsafeMutableRawPointer?, CInt, UnsafeMutablePointer<ub_result>?) -> Void

    private let context: OpaquePointer

    /// A context that is set up, with its thread begun.
    init(_ options: UnboundOptions) throws(UnboundError) {
        guard let made = unsafe ub_ctx_create() else { throw UnboundError("libunbound has no memory for a resolver") }
        unsafe context = made
        // It would write to standard error; what went wrong is in the answers.
        try check(unsafe ub_ctx_debugout(made, nil), "be silent")
        for (name, value) in UnboundContext.settings(options) {
            try check(unsafe ub_ctx_set_option(made, name, value), "take \(name) \(value)")
        }
        try setServers(options)
        if let path = options.trustAnchorFile {
            try check(unsafe ub_ctx_add_ta_file(made, path), "take trust anchors from \(path)")
        }
        // A thread, never a process: the other one may be in the middle of writing something that both would write then.
        try check(unsafe ub_ctx_async(made, 1), "work on a thread")
        try begin(options)
    }

    deinit {
        // Stops and joins the library's thread; answers that were on their way are freed, and their callbacks not called.
        unsafe ub_ctx_delete(context)
    }

    /// Sockets and memory for as many questions as may be in flight, and no time wasted on servers that are dead.
    private static func settings(_ options: UnboundOptions) -> [(String, String)] {
        let all = options.inFlight + options.overdue
        var settings = [
            ("msg-cache-size:", String(options.cacheBytes)), ("rrset-cache-size:", String(options.cacheBytes)),
            ("outgoing-range:", String(min(all, 400))), ("outgoing-num-tcp:", "40"), ("num-queries-per-thread:", String(all)),
            ("infra-cache-max-rtt:", "4000"), ("infra-keep-probing:", "yes"), ("edns-buffer-size:", "1232"),
        ]
        // Who asks a server of their own asks it for names of their own network too.
        if options.servers != .root { settings.append(("unblock-lan-zones:", "yes")) }
        return settings
    }

    private func setServers(_ options: UnboundOptions) throws(UnboundError) {
        switch options.servers {
        case .root: break
        case .system(let path): try check(unsafe ub_ctx_resolvconf(context, path), "read the name servers of \(path)")
        case .forwarders(let servers):
            guard !servers.isEmpty else { throw UnboundError("no forwarder is named; name one, or ask from the root") }
            for server in servers { try check(unsafe ub_ctx_set_fwd(context, server.description), "ask \(server)") }
        }
        for (zone, servers) in options.zones {
            guard !servers.isEmpty else { throw UnboundError("no server is named for \(zone)") }
            for server in servers {
                try check(unsafe ub_ctx_set_stub(context, "\(zone).", server.description, 0), "ask \(server) for \(zone)")
            }
        }
    }

    /// Asks for the machine itself, which the library answers alone: it looks at its settings and files with the first question, and says only
    /// then what is wrong with them.
    private func begin(_ options: UnboundOptions) throws(UnboundError) {
        let code = unsafe ask("localhost.", 1, nil) { _, _, result in unsafe ub_resolve_free(result) }
        let anchors = options.trustAnchorFile.map { "; look at \($0)" } ?? ""
        try check(code, "begin with these settings\(anchors)")
    }

    private func check(_ code: CInt, _ wish: String) throws(UnboundError) {
        guard code == UB_NOERROR.rawValue else { throw UnboundError("libunbound does not \(wish): \(UnboundContext.reason(code))") }
    }

    /// What a code means, in the library's words.
    static func reason(_ code: CInt) -> String {
        // The library answers with text of its own that lives as long as the program.
        guard let text = unsafe ub_strerror(code) else { return "code \(code)" }
        return unsafe String(cString: text)
    }

    // MARK: Asking

    /// Asks for records of the Internet; the callback comes with the data that is given here, unless this gives another code than zero.
    @unsafe func ask(_ name: String, _ type: UInt16, _ data: UnsafeMutableRawPointer?, _ callback: Callback) -> CInt {
        unsafe ub_resolve_async(context, name, CInt(type), 1, data, callback, nil)
    }

    /// What can be read from when answers have come.
    var descriptor: CInt { unsafe ub_fd(context) }

    /// Calls back for the answers that have come; whether the library is still there.
    func process() -> Bool {
        unsafe ub_process(context) == UB_NOERROR.rawValue
    }

    /// A name as the library reads it: with a dot at its end, and every byte that could mean something else as a number (RFC 1035 section 5.1).
    static func text(_ name: DomainName) -> String {
        var text = ""
        for byte in name.bytes {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                UInt8(ascii: "."):
                text.unicodeScalars.append(UnicodeScalar(byte))
            default:
                let digits = String(byte)
                text += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
            }
        }
        return text + "."
    }
}
