import Domain
import Routes

/// What the user can choose in the form of an order.
package struct OrderChoices: Sendable {
    /// The client of the order. Nil only for a new order, until its client is chosen.
    package var client: Named<Client>?
    package var kams: [User]

    package init(client: Named<Client>?, kams: [User]) {
        self.client = client
        self.kams = kams
    }
}

package func orderForm(_ id: Order.ID?, _ choices: OrderChoices, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    let title = id == nil ? l("New order") : l("Edit order")
    let back: Route =
        id.map { .orders(.sheet($0)) } ?? choices.client.map { .clients(.sheet($0.id)) }
        ?? .orders(.list(OrderListQuery()))
    return layout(
        title, c,
        """
        \(ifLet: choices.client, { trail($0.name, c.link(.clients(.sheet($0.id)))) })
        \(head(title))
        \(f.form(
            id.map { .orders(.change($0)) } ?? .orders(.add), back: c.link(back),
            "\(orderFields(id, choices, f, l))\(if: id == nil, lineFields(f, l))",
            danger: id.map { "<a class=\"danger\" href=\"\(c.link(.orders(.delete($0))))\">\(l("Delete"))</a>" } ?? .none))
        """)
}

private func orderFields(_ id: Order.ID?, _ choices: OrderChoices, _ f: FormWriter, _ l: Language) -> HTML {
    let client: HTML =
        id == nil && choices.client != nil
        ? "<input type=\"hidden\" name=\"client_id\" value=\"\(choices.client.map { String($0.id.number) } ?? "")\">"
        : f.text("client", l("Client"), required: true, hint: l("By name."), suggest: "clients")
    return """
        <fieldset><legend>\(l("Order"))</legend>
        \(client)
        \(f.text("number", l("Number"), hint: id == nil ? l("Left empty, the desk numbers it.") : nil, width: "narrow"))
        \(f.day("date", l("Ordered on")))
        \(f.choice("status", l("Status"), OrderStatus.allCases.map { ($0.rawValue, l.word($0)) }))
        \(f.day("shipped", l("Shipped on"), hint: l("From this day it counts.")))
        \(f.text("payer", l("Paid by"), hint: l("Where another than the client pays, as a distributor does."), suggest: "clients"))
        \(f.choice("kam", l("KAM named on the order"), none: l("nobody"), choices.kams.map { (String($0.id.number), $0.name) }))
        \(f.text("reason", l("Why it was refused"), hint: l("Only where the status is Refused.")))
        \(f.area("note", l("Note"), rows: 3))
        </fieldset>
        """
}

/// Empty rows for new lines.
private func lineFields(_ f: FormWriter, _ l: Language) -> HTML {
    """
    <fieldset><legend>\(l("Lines"))</legend>
    <p class="wide quiet">\(l("Leave price or cost empty to use the product's; enter ? for an unknown cost."))</p>
    \(each: Array(1...OrderLineDraft.rowsInForm), { row in
        "<div class=\"line\" role=\"group\" aria-label=\"\(l("Line \(row)"))\">\(worthFields("line-\(row)-", withProduct: true, f, l))</div>"
    })
    </fieldset>
    """
}

private func worthFields(_ prefix: String, withProduct: Bool, _ f: FormWriter, _ l: Language) -> HTML {
    """
    \(if: withProduct, f.text(prefix + "product", l("Product"), suggest: "products"))
    \(f.text(prefix + "quantity", l("Quantity"), width: "narrow"))
    \(f.text(prefix + "price", l("Price"), width: "narrow"))
    \(f.text(prefix + "discount", l("Discount, %"), width: "narrow"))
    \(f.text(prefix + "cost", l("Cost"), width: "narrow"))
    """
}

package func newLinesForm(_ order: Named<Order>, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    let back = c.link(.orders(.sheet(order.id)))
    return layout(
        l("Add lines"), c,
        """
        \(trail(l("Order \(order.name)"), back))
        \(head(l("Add lines")))
        \(f.form(.orders(.addLines(order.id)), back: back, lineFields(f, l)))
        """)
}

package func orderLineForm(_ line: OrderLine, of order: Named<Order>, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    let back = c.link(.orders(.sheet(order.id)))
    return layout(
        l("Edit line"), c,
        """
        \(trail(l("Order \(order.name)"), back))
        \(head(l("Edit line")))
        \(f.form(
            .orders(.changeLine(line.id)), back: back,
            "<fieldset>\(worthFields("", withProduct: true, f, l))</fieldset>",
            danger: "<a class=\"danger\" href=\"\(c.link(.orders(.deleteLine(line.id))))\">\(l("Delete"))</a>"))
        """)
}

/// The form for a new return of goods of a line, or for changing one.
package func returnForm(
    _ id: GoodsReturn.ID?, of line: OrderLine.ID, _ product: String, _ order: Named<Order>, _ state: FormState,
    _ c: Chrome
) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    let back = c.link(.orders(.sheet(order.id)))
    let title = id == nil ? l("Return: \(product)") : l("Edit return")
    return layout(
        title, c,
        """
        \(trail(l("Order \(order.name)"), back))
        \(head(title))
        \(f.form(
            id.map { .orders(.changeReturn($0)) } ?? .orders(.takeBack(line)), back: back,
            """
            <fieldset>
            \(f.day("date", l("Returned on"), hint: l("On this day it is taken off turnover.")))
            \(worthFields("", withProduct: false, f, l))
            \(f.text("reason", l("Reason"), required: true, list: [l("Damaged"), l("Wrong goods"), l("Expired"), l("Not needed")]))
            \(f.area("note", l("Note"), rows: 3))
            </fieldset>
            """,
            danger: id.map { "<a class=\"danger\" href=\"\(c.link(.orders(.deleteReturn($0))))\">\(l("Delete"))</a>" } ?? .none))
        """)
}
