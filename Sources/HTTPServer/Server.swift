import Glibc
import HTTP
import Logging

/// An HTTP/1.1 server on libmicrohttpd. It passes whole and unambiguous requests to one handler, and sends its answers.
package final class Server: Sendable {
    private struct Running {
        let context: ServerContext
        let threads: [HTTPThread]
        let loop: AcceptLoop
        let loopThread: pthread_t
        let port: Int
    }
    private enum State {
        case fresh, ended
        case running(Running)
    }

    private let configuration: ServerConfiguration
    private let logger: Logger
    private let handler: @Sendable (Request) -> Answer
    private let state = Lock(State.fresh)

    /// The handler is called on the HTTP threads, on several at once. Work that may wait must be returned as `Answer.parked`.
    package init(
        _ configuration: ServerConfiguration, logger: Logger, handler: @escaping @Sendable (Request) -> Answer
    ) {
        self.configuration = configuration
        self.logger = logger
        self.handler = handler
    }

    /// The port it listens on; before the start, the configured port.
    package var port: Int {
        state.withLock { if case .running(let running) = $0 { running.port } else { configuration.port } }
    }

    /// Starts listening and returns. A server can be started only once.
    package func start() throws(ServerError) {
        try state.withLock { state throws(ServerError) in
            guard case .fresh = state else { throw .alreadyStarted }
            state = .running(try run())
        }
    }

    private func run() throws(ServerError) -> Running {
        // libmicrohttpd blocks the signal on its own threads, but our threads write to sockets too.
        signal(SIGPIPE, SIG_IGN)
        let listener = try Listener(host: configuration.host, port: configuration.port)
        let port = listener.port
        if let room = configuration.room { StagedFile.removeLeftovers(in: room.folder) }
        let context = try ServerContext(
            configuration, port: port, logger: logger, wake: try WakeEvent(), handler: handler)
        var threads: [HTTPThread] = []
        do throws(ServerError) {
            for _ in 0..<configuration.threads { threads.append(try HTTPThread(context)) }
            let loop = AcceptLoop(context, threads: threads)
            guard context.lanes.start(),
                let loopThread = POSIXThread.start({ loop.run(listener) })
            else { throw .system(call: "pthread_create", code: EAGAIN) }
            logger.info("listening", metadata: ["host": "\(configuration.host)", "port": "\(port)"])
            return Running(context: context, threads: threads, loop: loop, loopThread: loopThread, port: port)
        } catch {
            for thread in threads { thread.stop() }
            context.lanes.close()
            throw error
        }
    }

    /// Accepts no more requests and closes idle connections. Returns when the running requests are answered or `Limits.stopping` has
    /// passed. Work waiting for a worker is not begun any more. Work still waiting for another lane at the end is dropped, and running work
    /// is told that nobody waits for it.
    package func stop() {
        let running = state.withLock { state -> Running? in
            guard case .running(let running) = state else { return nil }
            state = .ended
            return running
        }
        guard let running else { return }
        let context = running.context
        context.isStopping.store(true, ordering: .relaxed)
        running.loop.end()
        pthread_join(running.loopThread, nil)

        let deadline = ContinuousClock.now + configuration.limits.stopping
        while !context.connections.isEmpty, ContinuousClock.now < deadline {
            context.connections.shutDownAwaitingRequest()
            usleep(5000)
        }
        context.isOver.store(true, ordering: .relaxed)
        context.parked.abandonAll()
        context.connections.shutDownAll()
        for thread in running.threads { thread.stop() }
        context.lanes.close()
        context.lingering.closeAll()
        logger.info("stopped", metadata: ["port": "\(running.port)"])
    }
}
