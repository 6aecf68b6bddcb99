import CGnuTLS
import CMicroHTTPD
import Glibc
import HTTP
import Logging
import Synchronization

/// What the threads of a running server share.
final class ServerContext: Sendable {
    let limits: Limits
    let gate: Gate
    let answers: Answers
    let logger: Logger
    let handler: @Sendable (Request) -> Answer
    let connections: OpenConnections
    let lingering = LingeringSockets()
    let parked = ParkedExchanges()
    let lanes: Lanes
    let room: PassingRoom?
    let tls: TLSFiles?
    let wake: WakeEvent
    /// If true, every answer closes its connection.
    let isStopping = Atomic(false)
    /// If true, nobody waits for an answer any more.
    let isOver = Atomic(false)

    init(
        _ configuration: ServerConfiguration, port: Int, logger: Logger, wake: WakeEvent,
        handler: @escaping @Sendable (Request) -> Answer
    ) throws(ServerError) {
        limits = configuration.limits
        tls = configuration.tls
        let proxies = try Proxies(configuration.trustedProxies)
        room = configuration.room
        gate = Gate(
            site: Site(configuration, port: port), limits: configuration.limits, proxies: proxies,
            arrivals: Arrivals(configuration.limits, room: configuration.room))
        answers = Answers(configuration)
        self.logger = logger
        self.handler = handler
        self.wake = wake
        connections = OpenConnections(threads: configuration.threads, limits: configuration.limits, proxies: proxies)
        lanes = Lanes(configuration.limits)
    }

    /// The answer, moved to the disk if it is long, so that slow readers hold no memory.
    func stored(_ response: Response) -> Response {
        guard case .bytes(let bytes) = response.body, bytes.count > Spool.inMemory, let room else { return response }
        var stored = response
        do throws(StagedFile.Failure) {
            var spool = Spool(in: room)
            try spool.append(bytes)
            stored.body = try spool.body()
            return stored
        } catch {
            // If the disk is full, answers are still sent, from memory.
            logger.warning("a long answer is held in memory", metadata: ["error": "\(error)"])
            return response
        }
    }

    /// Sends a refusal without libmicrohttpd, where it has no way to answer. If the socket's buffer is full, the rest is lost. Call it only
    /// in libmicrohttpd's callback, on the thread that owns the connection's TLS.
    func send(refusal status: Status, on connection: OpaquePointer, _ descriptor: Int32) {
        guard tls != nil else { return send(refusal: status, to: descriptor) }
        guard let info = MHD_connection_info(connection, .CONNECTION_INFO_GNUTLS_SESSION),
            let session = info.pointee.tls_session
        else { return }
        let bytes = serialized(status)
        _ = gnutls_record_send(OpaquePointer(session), bytes, bytes.count)
    }

    /// Sends a refusal to a socket that libmicrohttpd has not taken over. Under TLS nothing is sent, because the client cannot read a page
    /// before the handshake.
    func send(refusal status: Status, to descriptor: Int32) {
        guard tls == nil else { return }
        let bytes = serialized(status)
        _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
    }

    private func serialized(_ status: Status) -> [UInt8] {
        logger.debug("refused", metadata: ["status": "\(status.rawValue)"])
        let reason = String(cString: MHD_get_reason_phrase_for(UInt32(status.rawValue)))
        return answers.serialized(answers.refusal(status), reason: reason)
    }
}
