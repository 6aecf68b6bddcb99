import CMicroHTTPD
import Glibc

/// One libmicrohttpd daemon: a thread that reads requests from its sockets and answers them.
///
/// We do not use libmicrohttpd's own thread pool, because it may put all connections on one thread.
final class HTTPThread: @unchecked Sendable {
    private let daemon: OpaquePointer
    private let context: Unmanaged<ServerContext>
    private let texts: [UnsafeMutablePointer<CChar>?]

    init(_ context: ServerContext) throws(ServerError) {
        self.context = .passRetained(context)
        var flags =
            MHD_USE_INTERNAL_POLLING_THREAD.rawValue | MHD_USE_EPOLL.rawValue
            | MHD_USE_NO_LISTEN_SOCKET.rawValue
            | MHD_ALLOW_SUSPEND_RESUME.rawValue
        let argument = self.context.toOpaque()
        var options = Self.options(argument, context.limits)
        let contents: [String] = context.tls.map { [$0.certificate, $0.key, TLSFiles.priorities] } ?? []
        // libmicrohttpd keeps pointers to these strings.
        texts = contents.map { strdup($0) }
        if !texts.isEmpty {
            flags |= MHD_USE_TLS.rawValue
            let names: [MHD_OPTION] = [.HTTPS_MEM_CERT, .HTTPS_MEM_KEY, .HTTPS_PRIORITIES]
            options.insert(
                contentsOf: zip(names, texts).map { MHD_OptionItem(option: $0, value: 0, ptr_value: $1) }, at: 0)
        }
        let daemon = options.withUnsafeMutableBufferPointer { options in
            withVaList([
                CInt(bitPattern: MHD_OPTION.ARRAY.rawValue), options.baseAddress!,
                CInt(bitPattern: MHD_OPTION.END.rawValue),
            ]) { MHD_start_daemon_va(flags, 0, nil, nil, Callbacks.request, argument, $0) }
        }
        guard let daemon else {
            let code = errno
            self.context.release()
            for text in texts { free(text) }
            guard context.tls == nil else { throw .unusableCertificate }
            throw .system(call: "MHD_start_daemon", code: code)
        }
        self.daemon = daemon
    }

    private static func options(_ context: UnsafeMutableRawPointer, _ limits: Limits) -> [MHD_OptionItem] {
        [
            MHD_OptionItem(
                option: .NOTIFY_CONNECTION,
                value: unsafeBitCast(Callbacks.connection as MHD_NotifyConnectionCallback, to: Int.self),
                ptr_value: context),
            MHD_OptionItem(
                option: .NOTIFY_COMPLETED,
                value: unsafeBitCast(Callbacks.completed as MHD_RequestCompletedCallback, to: Int.self),
                ptr_value: context),
            MHD_OptionItem(
                option: .URI_LOG_CALLBACK,
                value: unsafeBitCast(Callbacks.requestLine as Callbacks.RequestLine, to: Int.self), ptr_value: context),
            // We count connections ourselves; libmicrohttpd's own limit must never be reached.
            MHD_OptionItem(option: .CONNECTION_LIMIT, value: limits.connections + 16, ptr_value: nil),
            MHD_OptionItem(option: .CONNECTION_MEMORY_LIMIT, value: memory(limits), ptr_value: nil),
            MHD_OptionItem(option: .END, value: 0, ptr_value: nil),
        ]
    }

    /// Bytes for one connection: the head, a copy of its cookies, 64 bytes for each field, and the head of the answer. More than 32 KB is
    /// allocated by mmap and starts as zeros. `RawTarget` relies on that.
    private static func memory(_ limits: Limits) -> Int {
        limits.headerBytes * 2 + (limits.headerFields + limits.queryFields) * 64 + 33 * 1024
    }

    /// Takes over an accepted socket. False if it failed; then the socket is closed.
    func add(_ descriptor: Int32, _ address: sockaddr_storage, _ length: socklen_t) -> Bool {
        var address = address
        return withUnsafePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                MHD_add_connection(daemon, descriptor, address, length) == .YES
            }
        }
    }

    /// Closes the remaining connections and waits for the thread. No connection may be suspended.
    func stop() {
        MHD_stop_daemon(daemon)
        context.release()
        for text in texts { free(text) }
    }
}
