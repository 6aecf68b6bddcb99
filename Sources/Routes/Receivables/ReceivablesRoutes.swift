import Domain
import HTTP

package enum ReceivablesRoute: SectionRoute, Equatable {
    /// What all clients owe on a day; nil means today.
    case all(Day?)
    case client(Client.ID, Day?)
    case newInvoice(Client.ID)
    case invoice(Invoice.ID)
    case editInvoice(Invoice.ID)
    case deleteInvoice(Invoice.ID)
    /// A form for a payment of a client; with an invoice, for what is open of it.
    case newPayment(Client.ID, for: Invoice.ID? = nil)
    case payment(Payment.ID)
    case editPayment(Payment.ID)
    case deletePayment(Payment.ID)

    package var address: Address {
        switch self {
        case .all(let day): Address("/receivables", [("on", day?.iso)])
        case .client(let id, let day): Address("/clients/\(id.number)/receivables", [("on", day?.iso)])
        case .newInvoice(let id): Address("/clients/\(id.number)/invoices/new")
        case .invoice(let id): Address("/invoices/\(id.number)")
        case .editInvoice(let id): Address("/invoices/\(id.number)/edit")
        case .deleteInvoice(let id): Address("/invoices/\(id.number)/delete")
        case .newPayment(let id, let invoice):
            Address("/clients/\(id.number)/payments/new", [("invoice", invoice.map { String($0.number) })])
        case .payment(let id): Address("/payments/\(id.number)")
        case .editPayment(let id): Address("/payments/\(id.number)/edit")
        case .deletePayment(let id): Address("/payments/\(id.number)/delete")
        }
    }

    package var section: Section? { .receivables }

    package var dossier: Client.ID? { if case .client(let id, _) = self { id } else { nil } }

    package var record: RecordReference? {
        switch self {
        case .all: nil
        case .client(let id, _), .newInvoice(let id), .newPayment(let id, _): RecordReference(.client, id)
        case .invoice(let id), .editInvoice(let id), .deleteInvoice(let id): RecordReference(.invoice, id)
        case .payment(let id), .editPayment(let id), .deletePayment(let id): RecordReference(.payment, id)
        }
    }

    static let entries: [Entry] = [
        .table("/receivables", .user) { .receivables(.all($0.day("on"))) },
        .table("/clients/ID/receivables", .user) { captures in
            captures.id().map { .receivables(.client($0, captures.day("on"))) }
        },
        .form("/clients/ID/invoices/new", .clerk) { $0.id().map { .receivables(.newInvoice($0)) } },
        .page("/invoices/ID", .user) { $0.id().map { .receivables(.invoice($0)) } },
        .form("/invoices/ID/edit", .clerk) { $0.id().map { .receivables(.editInvoice($0)) } },
        .form("/invoices/ID/delete", .clerk) { $0.id().map { .receivables(.deleteInvoice($0)) } },
        .form("/clients/ID/payments/new", .clerk) { captures in
            captures.id().map { .receivables(.newPayment($0, for: captures.queryID("invoice"))) }
        },
        .page("/payments/ID", .user) { $0.id().map { .receivables(.payment($0)) } },
        .form("/payments/ID/edit", .clerk) { $0.id().map { .receivables(.editPayment($0)) } },
        .form("/payments/ID/delete", .clerk) { $0.id().map { .receivables(.deletePayment($0)) } },
    ]
}

package enum ReceivablesAction: SectionAction, Equatable {
    case addInvoice(Client.ID)
    case changeInvoice(Invoice.ID)
    case deleteInvoice(Invoice.ID)
    case addPayment(Client.ID)
    case changePayment(Payment.ID)
    case deletePayment(Payment.ID)
    /// By hand: an amount for each invoice.
    case allocate(Payment.ID)
    case allocateOldestFirst(Payment.ID)

    package var address: Address {
        switch self {
        case .addInvoice(let id): Address("/clients/\(id.number)/invoices")
        case .changeInvoice(let id): Address("/invoices/\(id.number)")
        case .deleteInvoice(let id): Address("/invoices/\(id.number)/delete")
        case .addPayment(let id): Address("/clients/\(id.number)/payments")
        case .changePayment(let id): Address("/payments/\(id.number)")
        case .deletePayment(let id): Address("/payments/\(id.number)/delete")
        case .allocate(let id): Address("/payments/\(id.number)/allocation")
        case .allocateOldestFirst(let id): Address("/payments/\(id.number)/oldest-first")
        }
    }

    static let entries: [Entry] = [
        .act("/clients/ID/invoices", .clerk) { $0.id().map { .receivables(.addInvoice($0)) } },
        .act("/invoices/ID", .clerk) { $0.id().map { .receivables(.changeInvoice($0)) } },
        .act("/invoices/ID/delete", .clerk) { $0.id().map { .receivables(.deleteInvoice($0)) } },
        .act("/clients/ID/payments", .clerk) { $0.id().map { .receivables(.addPayment($0)) } },
        .act("/payments/ID", .clerk) { $0.id().map { .receivables(.changePayment($0)) } },
        .act("/payments/ID/delete", .clerk) { $0.id().map { .receivables(.deletePayment($0)) } },
        .act("/payments/ID/allocation", .clerk) { $0.id().map { .receivables(.allocate($0)) } },
        .act("/payments/ID/oldest-first", .clerk) { $0.id().map { .receivables(.allocateOldestFirst($0)) } },
    ]
}

extension Route {
    package static func receivables(_ page: ReceivablesRoute) -> Route { Route(page) }
}

extension Action {
    package static func receivables(_ action: ReceivablesAction) -> Action { Action(action) }
}

extension SectionDeclaration {
    static let receivables = SectionDeclaration(
        called: "Receivables", first: .receivables(.all(nil)), tally: { $0.openInvoices },
        records: [.invoice: { .receivables(.invoice(.init($0))) }, .payment: { .receivables(.payment(.init($0))) }],
        commands: [
            .invoice: { number in
                [
                    .init(called: "Edit", .receivables(.editInvoice(.init(number)))),
                    .init(called: "Delete", .receivables(.deleteInvoice(.init(number)))),
                ]
            },
            .payment: { number in
                [
                    .init(called: "Edit", .receivables(.editPayment(.init(number)))),
                    .init(called: "Delete", .receivables(.deletePayment(.init(number)))),
                ]
            },
        ],
        entries: ReceivablesRoute.entries + ReceivablesAction.entries)
}
