import Domain

extension Filling {
    /// Adds a client and its KAM from a day on.
    package func addClient(_ draft: ClientDraft, kam: User.ID, from day: Day, at moment: Moment) throws -> Client.ID {
        let id = Client.ID(try add(draft.record, by: Desk.owner, at: moment))
        let tie = KamTie(user: kam, name: try name(of: kam.number, in: "user"), from: day, to: nil)
        _ = try add(tie.record(of: id, to: nil), by: Desk.owner, at: moment)
        return id
    }

    package func addPerson(_ draft: PersonDraft) throws -> Person.ID {
        Person.ID(try add(.person, draft.record.columns))
    }

    package func addPost(_ draft: PostDraft, person: Person.ID, client: Client.ID) throws {
        let record = draft.record(Named(id: person, name: ""), Named(id: client, name: ""))
        _ = try add(.post, record.columns)
    }

    /// Adds an interaction with its participants.
    package func logInteraction(_ draft: InteractionDraft, by user: User.ID, at moment: Moment) throws -> Interaction.ID
    {
        let record = try draft.record(by: user, before: []) { try name(of: $0.number, in: "person") }
        let id = Interaction.ID(try add(record, by: user, at: moment))
        for person in draft.people {
            try add(InteractionDraft.columns(of: person, in: id, on: draft.day), to: "interaction_person")
        }
        return id
    }

    /// Adds a matter in its final state: if it is done, history has no line for that.
    package func addMatter(
        _ draft: MatterDraft, client: Client.ID, interaction: Interaction.ID, doneOn: Day?, by user: User.ID,
        at moment: Moment
    ) throws {
        _ = try add(
            draft.record(client: client, interaction: interaction, doneOn: doneOn, drop: nil), by: user, at: moment)
    }

    /// Adds a product, and its group if this is the group's first product.
    package func addProduct(_ draft: ProductDraft) throws -> Product.ID {
        if let group = draft.group, groups[group] == nil {
            groups[group] = try add(.productGroup, ProductDraft.record(ofGroup: group).columns)
        }
        return Product.ID(try add(.product, draft.record(group: draft.group.flatMap { groups[$0] }).columns))
    }

    /// Adds an order without its lines; the draft must have a number.
    package func addOrder(_ draft: OrderDraft) throws -> Order.ID { Order.ID(try add(.order, draft.record.columns)) }

    package func addLine(_ draft: OrderLineDraft, to order: Order.ID) throws -> OrderLine.ID {
        OrderLine.ID(try add(.orderLine, draft.columns(of: order)))
    }

    package func addReturn(_ draft: GoodsReturnDraft, of line: OrderLine.ID) throws {
        _ = try add(.goodsReturn, draft.columns(of: line))
    }

    package func addInvoice(_ draft: InvoiceDraft, of client: Client.ID) throws -> Invoice.ID {
        Invoice.ID(try add(.invoice, draft.record(of: client).columns))
    }

    /// Adds a payment, which settles the given amount of an invoice. The rest, or all of it if no invoice is given, is an advance.
    package func addPayment(_ draft: PaymentDraft, of client: Client.ID, settling invoice: (Invoice.ID, Money)? = nil)
        throws
    {
        let id = Payment.ID(try add(.payment, draft.record(of: client).columns))
        guard let (invoice, amount) = invoice else { return }
        _ = try add(.allocation, PaymentDraft.columns(of: amount, id, for: invoice))
    }
}
