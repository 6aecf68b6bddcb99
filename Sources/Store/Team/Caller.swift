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
            SELECT d.name, d.currency, d.time_zone, d.version, u.id, u.name, u.role, u.administers, u.department_id, u.tongue,
              (SELECT n FROM tally WHERE name = 'client'), (SELECT n FROM tally WHERE name = 'person'),
              (SELECT n FROM tally WHERE name = 'product'), (SELECT n FROM tally WHERE name = 'open_order'),
              (SELECT n FROM tally WHERE name = 'open_invoice'), (SELECT n FROM sight), d.active_months,
              d.key_percent, d.critical_percent, d.mono_percent, d.key_amount
            FROM desk d \(who)
            """, values
        ) { row in
            let needsNoLogin = if case .local = caller { true } else { false }
            let frame = Frame(
                desk: DeskSettings(
                    name: row[0], currency: row[1], timeZone: row[2], activeMonths: row[16],
                    keys: KeyRules(percents: row[17], row[18], row[19], amount: row[20]), version: row[3]),
                viewer: Viewer(
                    id: row.id(4), name: row[5], role: row.word(6), administers: row[7], department: row.optionalID(8),
                    tongue: row.word(9), needsNoLogin: needsNoLogin),
                tallies: Tallies(
                    clients: row[10], people: row[11], products: row[12], openOrders: row[13], openInvoices: row[14]))
            return (frame, row[15] as Int64)
        }
        guard let found else { throw Refusal.needsLogin }
        return found
    }
}
