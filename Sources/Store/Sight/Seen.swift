import Domain
import GRDB
import GRDBSQLite
import Synchronization

/// What one viewer sees of the desk on a day. It stays valid while `sight.n` stays the same.
final class Seen: Sendable {
    let viewer: Viewer
    let day: Day
    let n: Int64
    let sight: Sight
    /// The clients that the viewer sees whole, and those of them that are confidential.
    let clients: Set<Int64>
    let confidential: Set<Int64>

    init(viewer: Viewer, day: Day, n: Int64, sight: Sight, clients: [Int64: Bool]) {
        (self.viewer, self.day, self.n, self.sight) = (viewer, day, n, sight)
        self.clients = Set(clients.keys)
        confidential = Set(clients.lazy.filter(\.value).map(\.key))
    }

    func holds(for viewer: Viewer, on day: Day, _ n: Int64) -> Bool {
        self.n == n && self.day == day && self.viewer == viewer
    }

    func seesClient(_ id: Int64) -> Bool { clients.contains(id) }

    func seesColleague(_ id: Int64) -> Bool { sight.kams?.contains(User.ID(id)) ?? true }
}

/// Caches what viewers see of a desk while it stays valid, and the connections that are limited to it.
final class SeenByAll: Sendable {
    private let kept = Mutex<[User.ID: Seen]>([:])
    private let eyes = Mutex<[UInt: Eyes]>([:])
    private let secrets = Mutex<(n: Int64, clients: Set<Int64>)?>(nil)

    /// What a viewer sees, computed again if it may have changed; nil if nothing is hidden from the caller.
    func seen(by caller: Caller, _ viewer: Viewer, on day: Day, _ n: Int64, _ reading: Reading) throws -> Seen? {
        if caller.seesEverything(as: viewer) { return nil }
        if let seen = kept.withLock({ $0[viewer.id] }), seen.holds(for: viewer, on: day, n) { return seen }
        guard let sight = try Sight.of(caller, viewer, on: day, reading) else { return nil }
        let seen = Seen(
            viewer: viewer, day: day, n: n, sight: sight, clients: try reading.clients(inside: sight, on: day))
        kept.withLock { $0[viewer.id] = seen }
        return seen
    }

    /// All confidential clients, for a viewer who sees everything. Valid while `sight.n` stays the same.
    func confidential(_ n: Int64, _ reading: Reading) throws -> Set<Int64> {
        if let known = secrets.withLock({ $0?.n == n ? $0?.clients : nil }) { return known }
        let clients = try reading.confidentialClients()
        secrets.withLock { $0 = (n, clients) }
        return clients
    }

    /// Hides the tables of a new connection behind the views that limit them.
    func prepare(_ db: Database) throws {
        let eyes = Eyes()
        eyes.open(on: db)
        self.eyes.withLock { $0[UInt(bitPattern: db.sqliteConnection)] = eyes }
        try db.execute(sql: CutViews.sql)
    }

    /// Limits a connection to what a viewer sees.
    func cut(_ db: Database, to seen: Seen) {
        eyes.withLock { $0[UInt(bitPattern: db.sqliteConnection)]?.seen = seen }
    }
}

/// The state behind the functions in a connection's views. Only the connection's own statements use it, one after the other.
private final class Eyes: @unchecked Sendable {
    /// Nil before the first reading: then everything is hidden.
    var seen: Seen?

    private typealias Function = @convention(c) (OpaquePointer?, CInt, UnsafeMutablePointer<OpaquePointer?>?) -> Void

    func open(on db: Database) {
        let functions: [(name: String, arguments: CInt, function: Function)] = [
            (
                "viewer", 0,
                { context, _, _ in sqlite3_result_int64(context, Eyes.seen(context)?.viewer.id.number ?? 0) }
            ),
            ("sees_dossier", 0, { context, _, _ in Eyes.say(Eyes.seen(context)?.sight.seesDossier, context) }),
            ("sees_money", 0, { context, _, _ in Eyes.say(Eyes.seen(context)?.sight.seesMoney, context) }),
            ("sees_personal", 0, { context, _, _ in Eyes.say(Eyes.seen(context)?.sight.seesPersonal, context) }),
            (
                "sees_confidential", 0,
                { context, _, _ in Eyes.say(Eyes.seen(context)?.sight.seesConfidential, context) }
            ),
            ("sees_team", 0, { context, _, _ in Eyes.say(Eyes.seen(context)?.sight.seesTeam, context) }),
            (
                "sees_client", 1,
                { context, _, values in
                    Eyes.say(Eyes.seen(context)?.seesClient(sqlite3_value_int64(values![0])), context)
                }
            ),
            (
                "sees_colleague", 1,
                { context, _, values in
                    Eyes.say(Eyes.seen(context)?.seesColleague(sqlite3_value_int64(values![0])), context)
                }
            ),
            (
                "seen_clients", 0,
                { context, _, _ in
                    sqlite3_result_text(context, jsonList(Eyes.seen(context)?.clients ?? []), -1, copiedBySQLite)
                }
            ),
        ]
        for (name, arguments, function) in functions {
            // Within one statement they always give the same answer, so SQLite may call them less often.
            let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
            let me = Unmanaged.passUnretained(self).toOpaque()
            sqlite3_create_function_v2(db.sqliteConnection, name, arguments, flags, me, function, nil, nil, nil)
        }
    }

    private static func seen(_ context: OpaquePointer?) -> Seen? {
        Unmanaged<Eyes>.fromOpaque(sqlite3_user_data(context)).takeUnretainedValue().seen
    }

    private static func say(_ sees: Bool?, _ context: OpaquePointer?) {
        sqlite3_result_int(context, sees == true ? 1 : 0)
    }
}
