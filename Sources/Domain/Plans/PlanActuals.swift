/// A part of what was reached in one of several spans: of one client, credited to one colleague.
package struct ActualPart: Sendable, Equatable {
    /// The place of the span in the list that was asked for.
    package var place: Int
    /// Who held the client on the day; nil if nobody did.
    package var user: User.ID?
    /// Nil for all clients together.
    package var client: Client.ID?
    /// Whose colleagues sold it, where nobody may see which of them.
    package var department: ID<Department>?
    /// The product group, where parts are asked for by group; nil too for products of none.
    package var group: ID<ProductGroup>?
    /// In minor units; 1 for a client that counts.
    package var value: Int64
    /// Turnover of unknown cost, on which no income is known.
    package var unknown: Int64

    package init(
        place: Int, user: User.ID?, client: Client.ID?, department: ID<Department>? = nil,
        group: ID<ProductGroup>? = nil, value: Int64, unknown: Int64 = 0
    ) {
        (self.place, self.user, self.client, self.department, self.group) = (place, user, client, department, group)
        (self.value, self.unknown) = (value, unknown)
    }
}

/// What was reached of one measure in several spans, by everybody who may have a plan. A client that two colleagues held in turn counts
/// once for each of them and once above them.
package struct PlanActuals: Sendable {
    private struct Key: Hashable {
        var scope: PlanScope
        var place: Int
    }

    private var values: [Key: Int64] = [:]
    private var unknown: [Key: Int64] = [:]

    /// `departments`: where a colleague works now.
    package init(_ metric: PlanMetric, _ parts: [ActualPart], departments: [User.ID: ID<Department>]) {
        var clients: [Key: Set<Client.ID>] = [:]
        for part in parts {
            var scopes: [PlanScope] = [.company]
            if let client = part.client { scopes.append(.client(client)) }
            if let department = part.department { scopes.append(.department(department)) }
            if let user = part.user {
                scopes.append(.kam(user))
                if let department = departments[user] { scopes.append(.department(department)) }
            }
            for scope in scopes {
                let key = Key(scope: scope, place: part.place)
                if metric.isMoney {
                    values[key, default: 0] += part.value
                    unknown[key, default: 0] += part.unknown
                } else if let client = part.client {
                    clients[key, default: []].insert(client)
                }
            }
        }
        for (key, set) in clients { values[key] = Int64(set.count) }
    }

    /// 0 where nothing is known of.
    package func value(of scope: PlanScope, in place: Int) -> Int64 { values[Key(scope: scope, place: place)] ?? 0 }

    package func unknown(of scope: PlanScope, in place: Int) -> Int64 { unknown[Key(scope: scope, place: place)] ?? 0 }

    /// The colleagues and clients for whom anything was reached.
    package var users: Set<User.ID> {
        Set(values.keys.compactMap { if case .kam(let id) = $0.scope { id } else { nil } })
    }
    package var clients: Set<Client.ID> {
        Set(values.keys.compactMap { if case .client(let id) = $0.scope { id } else { nil } })
    }
}
