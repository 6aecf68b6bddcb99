import CMicroHTTPD
import HTTP

/// The functions that libmicrohttpd calls on its own threads. They must not be in a main file: there, these closures would be bound to the
/// main actor and trap.
enum Callbacks {
    typealias RequestLine =
        @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?, OpaquePointer?) -> UnsafeMutableRawPointer?

    /// A connection has begun or ended. When it ends, its socket is still open.
    static let connection: MHD_NotifyConnectionCallback = { argument, connection, slot, event in
        let context = context(argument)
        guard let connection, let slot else { return }
        if event == .CONNECTION_NOTIFY_STARTED {
            guard let info = MHD_connection_info(connection, .CONNECTION_INFO_CONNECTION_FD),
                let record = context.connections.connection(at: info.pointee.connect_fd)
            else { return }
            slot.pointee = Unmanaged.passRetained(record).toOpaque()
        } else if let opaque = slot.pointee {
            let record = Unmanaged<Connection>.fromOpaque(opaque).takeRetainedValue()
            slot.pointee = nil
            if context.lingering.keep(duplicateOf: record.descriptor) { context.wake.signal() }
            context.connections.remove(record)
        }
    }

    /// The request line has arrived. The later callbacks for this request receive what this one returns.
    static let requestLine: RequestLine = { argument, target, connection in
        guard let connection, let target, let record = record(of: connection) else { return nil }
        let exchange = Exchange(
            context(argument), connection: connection, record: record, target: RawTarget(target))
        return Unmanaged.passRetained(exchange).toOpaque()
    }

    /// Called with the head, with each piece of the body, at the end of the body, and when a parked request continues.
    static let request: MHD_AccessHandlerCallback = { _, _, _, method, version, bytes, count, slot in
        guard let opaque = slot?.pointee, let method, let version, let count else { return .NO }
        let exchange = Unmanaged<Exchange>.fromOpaque(opaque).takeUnretainedValue()
        guard exchange.hasBegun else { return exchange.begin(method: method, version: version) }
        guard count.pointee > 0 else { return exchange.answer() }
        defer { count.pointee = 0 }
        return exchange.take(UnsafeRawBufferPointer(start: bytes, count: count.pointee))
    }

    /// A request is over, whether it was answered or not.
    static let completed: MHD_RequestCompletedCallback = { _, _, slot, _ in
        guard let opaque = slot?.pointee else { return }
        slot?.pointee = nil
        Unmanaged<Exchange>.fromOpaque(opaque).takeRetainedValue().end()
    }

    private static func context(_ argument: UnsafeMutableRawPointer?) -> ServerContext {
        Unmanaged<ServerContext>.fromOpaque(argument!).takeUnretainedValue()
    }

    private static func record(of connection: OpaquePointer) -> Connection? {
        guard let info = MHD_connection_info(connection, .CONNECTION_INFO_SOCKET_CONTEXT),
            let opaque = info.pointee.socket_context
        else { return nil }
        return Unmanaged<Connection>.fromOpaque(opaque).takeUnretainedValue()
    }
}
