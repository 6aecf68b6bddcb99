/// What stands at the head of every page of a dossier.
package struct DossierHead: Sendable, Equatable {
    package var client: Named<Client>
    package var status: ClientStatus
    package var isConfidential: Bool
    /// What is owed past its due day.
    package var overdue: Money
    /// How many agreed matters are past their due day.
    package var overdueMatters: Int

    package init(
        client: Named<Client>, status: ClientStatus, isConfidential: Bool, overdue: Money, overdueMatters: Int
    ) {
        self.client = client
        self.status = status
        self.isConfidential = isConfidential
        self.overdue = overdue
        self.overdueMatters = overdueMatters
    }
}

extension ClientSheet {
    package var head: DossierHead {
        DossierHead(
            client: Named(id: client.id, name: client.draft.name), status: client.status,
            isConfidential: client.draft.isConfidential,
            overdue: ageing.overdue, overdueMatters: overdueCount)
    }
}
