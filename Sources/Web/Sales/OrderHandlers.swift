import Domain
import Routes
import Store
import Templates

extension OrderRoute: PageHandler {
    func page(_ app: App, _ visit: Visit) throws -> Page { try app.page(self, visit) }
}

extension OrderAction: ActionHandler {
    func act(_ app: App, _ deed: Deed) throws -> Route { try app.act(self, deed) }

    func formPage(_ app: App, _ entries: Entries, _ read: ReadTransaction) -> Route { app.formPage(of: self) }
}

extension App {
    func page(_ route: OrderRoute, _ visit: Visit) throws -> Page {
        let read = visit.read
        switch route {
        case .list(let query):
            let list = try read.orderList(query, atMost: visit.rows)
            return Page(list) { orderListPage(list, query, $0) }.exporting(
                list, next: { try $0.later.map { try read.orderList(query.at($0), atMost: visit.rows) } },
                as: { orderExport($0.rows, $1) })
        case .sheet(let id):
            let order = try read.orderSheet(id)
            return Page(order) { orderPage(order, $0) }.exporting { orderLineExport(order, $0) }
        case .new(let client): return try orderForm(nil, client, visit)
        case .edit(let id): return try orderForm(read.order(id), nil, visit)
        case .delete(let id):
            let order = try read.order(id)
            return try visit.deletion(
                order.draft.number ?? "",
                what: visit.chrome.language("Its invoices stay."),
                .orders(.delete(id)), back: .orders(.sheet(id)), version: order.version)
        case .newLines(let id):
            let order = try read.order(id)
            return .form { newLinesForm(order.named, visit.form(), $0) }
        case .editLine(let id):
            let (line, order, product) = try lineWithOrder(id, read)
            var entries = line.draft.entries(visit.chrome.frame.currency)
            entries["product"] = product
            return .form { [entries] in orderLineForm(line, of: order, visit.form(entries, version: line.version), $0) }
        case .deleteLine(let id):
            let (line, order, product) = try lineWithOrder(id, read)
            return try visit.deletion(
                product,
                .orders(.deleteLine(id)), back: .orders(.sheet(order.id)), version: line.version)
        case .newReturn(let id):
            let (line, order, product) = try lineWithOrder(id, read)
            var entries = line.draft.entries(visit.chrome.frame.currency)
            entries["date"] = visit.today.iso
            return .form { [entries] in returnForm(nil, of: id, product, order, visit.form(entries), $0) }
        case .editReturn(let id):
            let back = try read.goodsReturn(id)
            let (_, order, product) = try lineWithOrder(back.line, read)
            let form = visit.form(back.draft.entries(visit.chrome.frame.currency), version: back.version)
            return .form { returnForm(id, of: back.line, product, order, form, $0) }
        case .deleteReturn(let id):
            let back = try read.goodsReturn(id)
            let (_, order, product) = try lineWithOrder(back.line, read)
            return try visit.deletion(
                product, what: visit.chrome.language("What came back counts as sold again."),
                .orders(.deleteReturn(id)),
                back: .orders(.sheet(order.id)), version: back.version)
        }
    }

    private func orderForm(_ order: Order?, _ client: Client.ID?, _ visit: Visit) throws -> Page {
        let chosen = try (order?.draft.client ?? client ?? visit.sent.flatMap { Client.ID($0.entries["client_id"]) })
            .map(visit.read.clientName)
        let choices = OrderChoices(client: chosen, kams: try visit.read.colleagues())
        var entries =
            order?.draft.entries ?? Entries(["date": visit.today.iso, "status": OrderStatus.accepted.rawValue])
        entries["client"] = order == nil ? "" : chosen?.name ?? ""
        entries["payer"] = try order?.draft.payer.map { try visit.read.clientName($0).name } ?? ""
        let form = try visit.offering("payer", visit.offering("client", visit.form(entries, version: order?.version)))
        return .form { Templates.orderForm(order?.id, choices, form, $0) }
    }

    private func lineWithOrder(_ id: OrderLine.ID, _ read: ReadTransaction) throws -> (
        OrderLine, Named<Order>, product: String
    ) {
        let line = try read.line(id)
        return (line, try read.order(line.order).named, try read.product(line.draft.product).draft.name)
    }

    func act(_ action: OrderAction, _ deed: Deed) throws -> Route {
        let (write, currency) = (deed.write, try deed.write.read.currency())
        switch action {
        case .add: return .orders(.sheet(try write.addOrder(orderDraft(deed), lines: newLines(deed))))
        case .change(let id):
            try write.changeOrder(id, from: deed.version(), orderDraft(deed, of: id))
            return .orders(.sheet(id))
        case .delete(let id):
            let client = try write.read.order(id).draft.client
            try write.deleteOrder(id, from: deed.version())
            return .orders(.list(OrderListQuery(client: client)))
        case .addLines(let id):
            try write.requireSight(of: id)
            for line in try newLines(deed) { try write.addLine(line, to: id) }
            return .orders(.sheet(id))
        case .changeLine(let id):
            guard let product = try write.read.product(named: deed.entries["product"]) else {
                throw Problems(["product": .unknown])
            }
            try write.changeLine(id, from: deed.version(), OrderLineDraft(deed.entries, currency, product: product))
            return .orders(.sheet(try write.read.line(id).order))
        case .deleteLine(let id):
            let order = try write.read.line(id).order
            try write.deleteLine(id, from: deed.version())
            return .orders(.sheet(order))
        case .takeBack(let id):
            let line = try write.read.line(id)
            try write.addReturn(
                GoodsReturnDraft(deed.entries, currency, line: line.draft.worth, today: write.today), of: id)
            return .orders(.sheet(line.order))
        case .changeReturn(let id):
            let line = try write.read.line(write.read.goodsReturn(id).line)
            try write.changeReturn(
                id, from: deed.version(),
                GoodsReturnDraft(deed.entries, currency, line: line.draft.worth, today: write.today))
            return .orders(.sheet(line.order))
        case .deleteReturn(let id):
            let line = try write.read.line(write.read.goodsReturn(id).line)
            try write.deleteReturn(id, from: deed.version())
            return .orders(.sheet(line.order))
        }
    }

    /// The order's fields, with the client and the payer that the typed names mean. If a name was not changed, its client stays.
    private func orderDraft(_ deed: Deed, of id: Order.ID? = nil) throws -> OrderDraft {
        var entries = deed.entries
        let before = try id.map { try deed.write.read.order($0).draft }
        for (field, held) in [("client", before?.client), ("payer", before?.payer)] {
            let isHeld = try held.map { try deed.write.read.clientName($0).name == deed.entries[field] } ?? false
            let client =
                isHeld && deed.entries[field + "_id"].isEmpty
                ? held : try deed.client(field, isAnybodys: field == "payer")
            entries[field] = client.map { String($0.number) } ?? ""
        }
        return try OrderDraft(entries, today: deed.write.today)
    }

    /// The lines of the form in which something was typed.
    private func newLines(_ deed: Deed) throws -> [OrderLineDraft] {
        let currency = try deed.write.read.currency()
        var (lines, problems): ([OrderLineDraft], Problems) = ([], Problems())
        for row in 1...OrderLineDraft.rowsInForm {
            let prefix = "line-\(row)-"
            let entries = deed.entries.under(prefix)
            guard ["product", "quantity", "price"].contains(where: { !entries[$0].isEmpty }) else { continue }
            guard let product = try deed.write.read.product(named: entries["product"]) else {
                problems.add(entries["product"].isEmpty ? .required : .unknown, to: prefix + "product")
                continue
            }
            do { lines.append(try OrderLineDraft(entries, currency, product: product)) } catch {
                problems.add(error.under(prefix))
            }
        }
        guard problems.isEmpty else { throw problems }
        return lines
    }

    func formPage(of action: OrderAction) -> Route {
        switch action {
        case .add: .orders(.new(nil))
        case .change(let id): .orders(.edit(id))
        case .delete(let id): .orders(.delete(id))
        case .addLines(let id): .orders(.newLines(id))
        case .changeLine(let id): .orders(.editLine(id))
        case .deleteLine(let id): .orders(.deleteLine(id))
        case .takeBack(let id): .orders(.newReturn(id))
        case .changeReturn(let id): .orders(.editReturn(id))
        case .deleteReturn(let id): .orders(.deleteReturn(id))
        }
    }
}

extension Order {
    fileprivate var named: Named<Order> { Named(id: id, name: draft.number ?? "") }
}
