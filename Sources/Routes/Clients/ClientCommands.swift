import Domain

extension SectionDeclaration {
    /// What can be done with a client, and the further pages of its dossier.
    static func commands(of client: Client.ID) -> [Named] {
        [
            .init(called: "Log an interaction", .interactions(.new(client, nil))),
            .init(called: "New order", .orders(.new(client))),
            .init(called: "Record a payment", .receivables(.newPayment(client))),
            .init(called: "New invoice", .receivables(.newInvoice(client))),
            .init(called: "Why key", .evidence(.sheet(client))),
            .init(called: "Strategy", .strategy(.sheet(client))),
            .init(called: "Hand over", .clients(.handover(client))),
            .init(called: "Brief", .clients(.brief(client))),
            .init(called: "Add a person", .clients(.newPerson(client))),
            .init(called: "Add a promise", .clients(.newMatter(client))),
            .init(called: "Add to the strategy", .strategy(.new(client, .objective))),
            .init(called: "Add an expected change", .expected(.new(client))),
            .init(called: "Receivables", .receivables(.client(client, nil))),
            .init(called: "History", .clients(.history(client, HistoryQuery()))),
            .init(called: "Print", .clients(.print(client, PrintChoice()))),
            .init(called: "Edit", .clients(.edit(client))),
            .init(called: "Delete", .clients(.delete(client))),
        ]
    }
}
