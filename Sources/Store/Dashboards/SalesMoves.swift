import Domain
import GRDB
import Synchronization

/// How the income of some days differs from that of the days of the year before that they are held against.
struct SalesMoves: Sendable {
    /// A client that brought less.
    struct Fallen: Sendable {
        var client: Int64
        var before = Int64(0)
        var now = Int64(0)
        var hasBought = false
        /// Who held it in the one span or the other; 0 is nobody.
        var users: Set<Int64> = []
    }

    /// How many fallen clients are kept: one for each row of a team may be asked for, and the largest of all.
    static let most = 60

    var bridges: [PlanScope: Bridge] = [:]
    /// Those who fell furthest, the furthest first.
    var fallen: [Fallen] = []

    init(_ rows: [SoldRow], _ scopes: [PlanScope], _ team: PlanningTeam) {
        let byUser = Dictionary(grouping: rows, by: \.user)
        for scope in scopes {
            let sold = byUser.filter { team.counts(user: $0.key, for: scope) }.flatMap(\.value)
            bridges[scope] = ReadTransaction.bridge(of: sold)
        }
        var sums: [Int64: Fallen] = [:]
        for row in rows {
            let id = row.sale.client
            if row.place == 0 { sums[id, default: Fallen(client: id)].before += row.sale.amount }
            if row.place == 1 {
                sums[id, default: Fallen(client: id)].now += row.sale.amount
                sums[id]?.hasBought = true
            }
            sums[id]?.users.insert(row.user)
        }
        fallen = Array(
            sums.values.filter { $0.now < $0.before }
                .sorted { ($0.now - $0.before, $0.client) < ($1.now - $1.before, $1.client) }.prefix(SalesMoves.most))
    }
}

/// The last moves of sales that were computed, because on a desk with millions of lines that takes longer than everything else on a page.
final class KeptMoves: Sendable {
    /// What the moves were computed from. `mark`: the row of `sale_mark`.
    struct Key: Hashable {
        var mark: Int64
        /// Nil for a viewer who sees everything.
        var viewer: User.ID?
        var sight: Int64?
        var day: Day?
        var before: PeriodSpan
        var after: PeriodSpan
        var scopes: [PlanScope]
        var departments: [User.ID: ID<Department>]
    }

    /// As many as the largest team has viewers.
    private static let most = 100
    private let kept = Mutex<[Key: SalesMoves]>([:])

    func moves(_ key: Key, _ compute: () throws -> SalesMoves) rethrows -> SalesMoves {
        if let known = kept.withLock({ $0[key] }) { return known }
        let moves = try compute()
        kept.withLock {
            if $0.count >= KeptMoves.most { $0 = [:] }
            $0[key] = moves
        }
        return moves
    }
}

extension ReadTransaction {
    /// The moves of a team's income in a span. At most three statements.
    func moves(in span: PeriodSpan, _ scopes: [PlanScope], _ team: PlanningTeam, on today: Day) throws -> SalesMoves {
        let before = PlanSpans(span, steps: [], today: today).all[2]
        let mark = try one("SELECT n FROM sale_mark WHERE id = 1", []) { $0[0] as Int64 }
        let key = KeptMoves.Key(
            mark: mark, viewer: seen?.viewer.id, sight: seen?.n, day: seen?.day, before: before, after: span,
            scopes: scopes, departments: team.departments)
        return try keptMoves.moves(key) { SalesMoves(try soldBesideLastYear(in: span, on: today), scopes, team) }
    }
}
