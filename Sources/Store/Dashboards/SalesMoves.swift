import Domain
import GRDB

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

/// What the moves were computed from.
struct SalesMovesKey: Hashable, Sendable {
    var ground: SalesGround
    var before: PeriodSpan
    var after: PeriodSpan
    var scopes: [PlanScope]
    var departments: [User.ID: ID<Department>]
}

extension ReadTransaction {
    /// The moves of a team's income in a span. At most three statements.
    func moves(in span: PeriodSpan, _ scopes: [PlanScope], _ team: PlanningTeam, on today: Day) throws -> SalesMoves {
        let before = PlanSpans(span, steps: [], today: today).all[2]
        let key = SalesMovesKey(
            ground: try salesGround(), before: before, after: span, scopes: scopes, departments: team.departments)
        return try kept.moves.value(key) { SalesMoves(try soldBesideLastYear(in: span, on: today), scopes, team) }
    }
}
