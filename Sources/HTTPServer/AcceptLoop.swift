import Glibc
import HTTP
import Synchronization

/// The thread that accepts connections, gives each to an HTTP thread, and closes those that are too old.
final class AcceptLoop: Sendable {
    private let context: ServerContext
    private let threads: [HTTPThread]
    private let tick: Duration
    private let isEnding = Atomic(false)

    init(_ context: ServerContext, threads: [HTTPThread]) {
        self.context = context
        self.threads = threads
        let limits = context.limits
        let shortest = min(limits.headers, limits.body, limits.idle, limits.answer)
        tick = max(.milliseconds(10), min(.milliseconds(250), shortest / 5))
    }

    /// Runs until `end`.
    func run(_ listener: Listener) {
        var nextReaping = ContinuousClock.now + tick
        var isExhausted = false
        while !isEnding.load(ordering: .acquiring) {
            let lingering = context.lingering.descriptors
            // While no descriptors are left, do not poll the listener: it would wake us over and over.
            let listening = isExhausted ? -1 : listener.descriptor
            var polled = ([context.wake.descriptor, listening] + lingering)
                .map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            poll(&polled, nfds_t(polled.count), Int32(tick / .milliseconds(1)))
            if polled[0].revents != 0 { context.wake.clear() }
            isExhausted = polled[1].revents != 0 ? !acceptAll(from: listener) : false
            let now = ContinuousClock.now
            if !lingering.isEmpty { context.lingering.drain(at: now) }
            if now >= nextReaping {
                reap(at: now)
                nextReaping = now + tick
            }
        }
    }

    func end() {
        isEnding.store(true, ordering: .releasing)
        context.wake.signal()
    }

    /// Accepts at most one batch of waiting connections, so that old ones are closed even under a flood. False if descriptors ran out.
    private func acceptAll(from listener: Listener) -> Bool {
        for _ in 0..<64 {
            switch listener.accept() {
            case .none: return true
            case .exhausted: return false
            case .socket(let descriptor, let address, let length): take(descriptor, address, length)
            }
        }
        return true
    }

    private func take(_ descriptor: Int32, _ address: sockaddr_storage, _ length: socklen_t) {
        switch context.connections.admit(descriptor, from: PeerAddress(address)) {
        case .admitted(let connection):
            guard !threads[connection.thread].add(descriptor, address, length) else { return }
            context.connections.remove(connection)
        case .tooMany: turnAway(descriptor, .unavailable)
        case .tooManyFromAddress: turnAway(descriptor, .tooManyRequests)
        }
    }

    private func turnAway(_ descriptor: Int32, _ status: Status) {
        context.send(refusal: status, to: descriptor)
        Descriptor.shutDown(descriptor, .writing)
        context.lingering.keep(descriptor)
    }

    private func reap(at now: ContinuousClock.Instant) {
        let count = context.connections.shutDownOverdue(at: now)
        if count > 0 { context.logger.debug("ended connections", metadata: ["count": "\(count)"]) }
    }
}
