import CMicroHTTPD
import Glibc
import HTTP
import Logging
import Synchronization

/// What the threads of one running server share.
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
    let wake: WakeEvent
    /// From then on every answer ends its connection.
    let isStopping = Atomic(false)

    init(
        _ configuration: ServerConfiguration, port: Int, logger: Logger, wake: WakeEvent,
        handler: @escaping @Sendable (Request) -> Answer
    ) {
        limits = configuration.limits
        gate = Gate(site: Site(configuration, port: port), limits: configuration.limits)
        answers = Answers(configuration)
        self.logger = logger
        self.handler = handler
        self.wake = wake
        connections = OpenConnections(threads: configuration.threads, limits: configuration.limits)
        lanes = Lanes(waitingWork: configuration.limits.waitingWork)
    }

    /// Sends a refusal past libmicrohttpd, where that has no way to answer. A socket that takes no more loses the rest.
    func send(refusal status: Status, to descriptor: Int32) {
        let reason = String(cString: MHD_get_reason_phrase_for(UInt32(status.rawValue)))
        let bytes = answers.serialized(answers.refusal(status), reason: reason)
        _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
        logger.debug("refused", metadata: ["status": "\(status.rawValue)"])
    }
}
