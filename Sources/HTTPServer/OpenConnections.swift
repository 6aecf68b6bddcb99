import Glibc

/// All open connections: counts them, spreads them over the threads, and closes those that grow too old.
///
/// Every descriptor in the table is open. libmicrohttpd reports the end of a connection before it closes the socket, and `remove` and
/// `shutdown` hold one lock. Otherwise we might shut down another connection that got the same descriptor.
final class OpenConnections: Sendable {
    enum Admission {
        case admitted(Connection)
        case tooMany, tooManyFromAddress
    }

    private struct Table {
        var byDescriptor: [Int32: Connection] = [:]
        var byNetwork: [String: Int] = [:]
        var byThread: [Int]
    }
    private let table: Lock<Table>
    private let limits: Limits
    private let proxies: Proxies

    init(threads: Int, limits: Limits, proxies: Proxies) {
        table = Lock(Table(byThread: Array(repeating: 0, count: threads)))
        self.limits = limits
        self.proxies = proxies
    }

    var isEmpty: Bool { table.withLock { $0.byDescriptor.isEmpty } }

    /// Adds a new socket and assigns it to the thread with the fewest connections.
    func admit(_ descriptor: Int32, from address: PeerAddress) -> Admission {
        let bringsMany = address.isLoopback || proxies.contains(address)
        let most = bringsMany ? limits.connectionsPerLoopbackAddress : limits.connectionsPerAddress
        let network = address.network(ofIPv6: limits.ipv6Prefix)
        return table.withLock { table in
            // A descriptor that is here already was closed by libmicrohttpd without a report, for example when it had no memory.
            if let forgotten = table.byDescriptor[descriptor] { Self.remove(forgotten, from: &table) }
            guard table.byDescriptor.count < limits.connections else { return .tooMany }
            guard table.byNetwork[network, default: 0] < most else { return .tooManyFromAddress }
            let thread = table.byThread.indices.min { table.byThread[$0] < table.byThread[$1] }!
            let connection = Connection(
                descriptor: descriptor, address: address, network: network, thread: thread,
                headersWithin: limits.headers)
            table.byDescriptor[descriptor] = connection
            table.byNetwork[network, default: 0] += 1
            table.byThread[thread] += 1
            return .admitted(connection)
        }
    }

    func connection(at descriptor: Int32) -> Connection? { table.withLock { $0.byDescriptor[descriptor] } }

    func remove(_ connection: Connection) {
        table.withLock { table in
            guard table.byDescriptor[connection.descriptor] === connection else { return }
            Self.remove(connection, from: &table)
        }
    }

    private static func remove(_ connection: Connection, from table: inout Table) {
        table.byDescriptor[connection.descriptor] = nil
        table.byThread[connection.thread] -= 1
        let left = table.byNetwork[connection.network, default: 1] - 1
        table.byNetwork[connection.network] = left == 0 ? nil : left
    }

    /// Closes the connections that are too old or whose client has left. Returns how many.
    func shutDownOverdue(at now: ContinuousClock.Instant) -> Int {
        shutDown(.both) { $0.isOverdue(at: now) || $0.hasLeft() }
    }

    /// Is the other end still there to receive an answer? A client that has closed its sending side counts as gone.
    func isAwaited(_ connection: Connection) -> Bool {
        table.withLock { table in
            guard table.byDescriptor[connection.descriptor] === connection else { return false }
            return !Descriptor.isEnded(connection.descriptor)
        }
    }

    /// Stops reading from connections that have no running request. What has already arrived is still answered.
    func shutDownAwaitingRequest() { _ = shutDown(.reading) { $0.awaitsRequest } }

    func shutDownAll() { _ = shutDown(.both) { _ in true } }

    private func shutDown(_ side: Descriptor.Side, where condition: (Connection) -> Bool) -> Int {
        table.withLock { table in
            var count = 0
            for connection in table.byDescriptor.values where condition(connection) {
                Descriptor.shutDown(connection.descriptor, side)
                count += 1
            }
            return count
        }
    }
}
