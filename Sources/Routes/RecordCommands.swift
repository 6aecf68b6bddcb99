import Domain

extension RecordReference {
    /// What can be done with a record, and its further pages: the search finds them by name while the record's page is open.
    package var commands: [SectionDeclaration.Named] {
        switch subject {
        case .client: RecordReference.commands(of: Client.ID(number))
        case .person: RecordReference.commands(of: Person.ID(number))
        case .order:
            [
                .init(called: "Add lines", .orders(.newLines(.init(number)))),
                .init(called: "Edit", .orders(.edit(.init(number)))),
                .init(called: "Delete", .orders(.delete(.init(number)))),
            ]
        case .invoice:
            [
                .init(called: "Edit", .receivables(.editInvoice(.init(number)))),
                .init(called: "Delete", .receivables(.deleteInvoice(.init(number)))),
            ]
        case .payment:
            [
                .init(called: "Edit", .receivables(.editPayment(.init(number)))),
                .init(called: "Delete", .receivables(.deletePayment(.init(number)))),
            ]
        case .project:
            [
                .init(called: "Note a joint review", .projects(.newReview(.init(number)))),
                .init(called: "Add a budget line", .projects(.newExpense(.init(number)))),
                .init(called: "Close", .projects(.close(.init(number)))),
                .init(called: "Edit", .projects(.edit(.init(number)))),
                .init(called: "Delete", .projects(.delete(.init(number)))),
            ]
        case .event:
            [
                .init(called: "Invite", .events(.newGuest(.init(number)))),
                .init(called: "Add a talk", .events(.newTalk(.init(number)))),
                .init(called: "Edit", .events(.edit(.init(number)))),
                .init(called: "Delete", .events(.delete(.init(number)))),
            ]
        default: []
        }
    }

    private static func commands(of client: Client.ID) -> [SectionDeclaration.Named] {
        [
            .init(called: "Log an interaction", .interactions(.new(client, nil))),
            .init(called: "New order", .orders(.new(client))),
            .init(called: "Record a payment", .receivables(.newPayment(client))),
            .init(called: "New invoice", .receivables(.newInvoice(client))),
            .init(called: "Hand over", .clients(.handover(client))),
            .init(called: "Brief", .clients(.brief(client))),
            .init(called: "Add a person", .clients(.newPerson(client))),
            .init(called: "Add a promise", .clients(.newMatter(client))),
            .init(called: "Add an expected change", .expected(.new(client))),
            .init(called: "Receivables", .receivables(.client(client, nil))),
            .init(called: "History", .clients(.history(client, HistoryQuery()))),
            .init(called: "Print", .clients(.print(client, PrintChoice()))),
            .init(called: "Edit", .clients(.edit(client))),
            .init(called: "Delete", .clients(.delete(client))),
        ]
    }

    private static func commands(of person: Person.ID) -> [SectionDeclaration.Named] {
        [
            .init(called: "Log an interaction", .interactions(.new(nil, person))),
            .init(called: "Reassess", .profile(.new(person, .assessments, other: nil))),
            .init(called: "Record a step", .profile(.new(person, .ladder, other: nil))),
            .init(called: "Add a tie", .profile(.new(person, .ties, other: nil))),
            .init(called: "Add a fact", .profile(.new(person, .facts, other: nil))),
            .init(called: "Add a post", .people(.newPost(person))),
            .init(called: "Merge two records", .profile(.merge(person))),
            .init(called: "Invite", .events(.invitation(person))),
            .init(called: "New VIP project", .projects(.new(person))),
            .init(called: "History", .people(.history(person, HistoryQuery()))),
            .init(called: "Edit", .people(.edit(person))),
            .init(called: "Delete", .people(.delete(person))),
        ]
    }
}
