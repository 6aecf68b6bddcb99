import Domain
import Foundation

/// How the desk knows who asks.
package enum Caller: Sendable {
    /// The program itself, on behalf of a colleague: a command or an import. It sees everything.
    case program(for: User.ID)
    /// A colleague, who sees what they may.
    case user(User.ID)
    /// A signed-in browser, identified by the digest of its token. At this moment the session must be neither too old nor unused for too
    /// long.
    case session(digest: [UInt8], at: Moment)
    /// A browser on the desk's own machine, where the owner need not sign in.
    case local

    package static let program = Caller.program(for: Desk.owner)

    var isProgram: Bool { if case .program = self { true } else { false } }

    /// The digest of a signed-in browser's token; nil for all other callers, who usually see everything.
    var login: [UInt8]? { if case .session(let digest, _) = self { digest } else { nil } }
}

/// How long a session lasts.
package enum SessionAge {
    /// Without use, in hours.
    static let idle: Int64 = 12
    /// At most, in hours.
    static let most: Int64 = 24 * 14
    /// How long an invitation is valid, in hours.
    package static let invitation: Int64 = 24 * 3

    static func start(_ hours: Int64, before moment: Moment) -> Int64 { moment.milliseconds - hours * 3_600_000 }
}

extension ReadTransaction {
    /// What every page shows around its content, for a caller whom the desk knows. One statement. Throws `needsLogin` if the desk does not
    /// know the caller.
    static func frame(_ read: Reading, for caller: Caller) throws -> Frame {
        try frameAndSight(read, for: caller).frame
    }

    /// The frame, and the value of `sight.n` for which the caller's sight is valid.
    static func frameAndSight(_ read: Reading, for caller: Caller) throws -> (frame: Frame, n: Int64) {
        let (who, values): (String, Values) =
            switch caller {
            case .program(let id), .user(let id): ("JOIN user u ON u.id = ?", [id.number])
            case .session(let digest, let moment):
                (
                    """
                    JOIN session s ON s.digest = ? AND s.seen_at > ? AND s.started_at > ?
                    JOIN user u ON u.id = s.user_id AND u.is_active = 1
                    """,
                    [
                        Data(digest), SessionAge.start(SessionAge.idle, before: moment),
                        SessionAge.start(SessionAge.most, before: moment),
                    ]
                )
            case .local:
                (
                    """
                    JOIN user u ON u.id = ? AND d.is_open = 1 AND u.is_active = 1
                      AND NOT EXISTS (SELECT 1 FROM user WHERE password IS NOT NULL AND id <> u.id)
                    """, [Desk.owner.number]
                )
            }
        let found = try read.first(
            """
            SELECT u.id, u.name, u.role, u.administers, u.department_id, u.tongue,
              (SELECT n FROM tally WHERE name = 'client'), (SELECT n FROM tally WHERE name = 'person'),
              (SELECT n FROM tally WHERE name = 'product'), (SELECT n FROM tally WHERE name = 'open_order'),
              (SELECT n FROM tally WHERE name = 'open_invoice'), (SELECT n FROM sight), \(DeskSettings.columns)
            FROM desk d \(who)
            """, values
        ) { row in
            let needsNoLogin = if case .local = caller { true } else { false }
            let frame = Frame(
                desk: DeskSettings(row, from: 12),
                viewer: Viewer(
                    id: row.id(0), name: row[1], role: row.word(2), administers: row[3], department: row.optionalID(4),
                    tongue: row.word(5), needsNoLogin: needsNoLogin),
                tallies: Tallies(
                    clients: row[6], people: row[7], products: row[8], openOrders: row[9], openInvoices: row[10]))
            return (frame, row[11] as Int64)
        }
        guard let found else { throw Refusal.needsLogin }
        return found
    }
}

extension DeskSettings {
    /// The columns of "d" that hold the settings.
    static let columns = """
        d.name, d.currency, d.time_zone, d.active_months, d.key_percent, d.critical_percent, d.mono_percent, d.key_amount,
          d.npv_rate, d.npv_day, d.version
        """

    init(_ row: Columns, from place: Int) {
        let rate = (row[place + 8] as Int64?).map { Discount(hundredths: $0) }
        self.init(
            name: row[place], currency: row[place + 1], timeZone: row[place + 2], activeMonths: row[place + 3],
            keys: KeyRules(percents: row[place + 4], row[place + 5], row[place + 6], amount: row[place + 7]),
            rate: rate.flatMap { rate in row.optionalDay(place + 9).map { NPVRate(rate, since: $0) } },
            version: row[place + 10])
    }
}
