import CMicroHTTPD
import HTTP

/// The exchanges whose connections are suspended while a lane works for them.
///
/// libmicrohttpd aborts the process if it is stopped with a suspended connection. So suspending, resuming and closing all hold one lock.
final class ParkedExchanges: Sendable {
    private struct State {
        var waiting: [ObjectIdentifier: Exchange] = [:]
        var isClosed = false
    }
    private let state = Lock(State())

    /// Suspends the connection. False if the server is stopping. Call it only in libmicrohttpd's callback.
    func park(_ exchange: Exchange) -> Bool {
        state.withLock { state in
            guard !state.isClosed else { return false }
            state.waiting[ObjectIdentifier(exchange)] = exchange
            MHD_suspend_connection(exchange.connection)
            return true
        }
    }

    /// Resumes the connection with its answer, unless it was abandoned.
    func finish(_ exchange: Exchange, with response: Response) {
        state.withLock { state in
            guard state.waiting.removeValue(forKey: ObjectIdentifier(exchange)) != nil else { return }
            exchange.outcome.withLock { $0 = .answered(response) }
            MHD_resume_connection(exchange.connection)
        }
    }

    /// Resumes all connections without an answer, and lets no more be parked.
    func abandonAll() {
        state.withLock { state in
            state.isClosed = true
            for exchange in state.waiting.values {
                exchange.outcome.withLock { $0 = .abandoned }
                MHD_resume_connection(exchange.connection)
            }
            state.waiting = [:]
        }
    }
}
