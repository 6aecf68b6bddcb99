import Domain
import Routes

package func productListPage(_ list: ProductList, _ query: ProductListQuery, _ c: Chrome) -> HTML {
    let l = c.language
    return layout(
        l("Products"), c,
        """
        \(head(l("Products"), badges: "<span class=\"quiet\">\(l("\(c.frame.tallies.products) products"))</span>",
            actions: c.may(.clerk) ? button(l("New product"), c.link(.products(.new)), main: !list.rows.isEmpty) : .none))
        <form class="filters" action="\(c.link(.products(.list(ProductListQuery()))))" role="search" aria-label="\(l("Filter"))">
        <input type="search" name="q" dir="auto" value="\(typed: query.text ?? "")" aria-label="\(l("Text"))" placeholder="\(l("Text"))">
        \(filter("group", l("Group"), query.group, list.groups.map { ($0, $0) }, l))
        <button class="button">\(l("Show"))</button></form>
        \(list.rows.isEmpty ? noProducts(query, c) : rows(list, query, c))
        \(pager(
            earlier: list.earlier.map { c.link(.products(.list(query.at($0)))) },
            later: list.later.map { c.link(.products(.list(query.at($0)))) }, shown: list.rows.count, of: query.isFiltered ? nil : c.frame.tallies.products, l))
        """)
}

private func noProducts(_ query: ProductListQuery, _ c: Chrome) -> HTML {
    let l = c.language
    guard !query.isFiltered && query.place == nil else {
        return sheet(l("Nothing fits"), emptyNote(l("No product has all of this.")))
    }
    return sheet(
        l("No products yet"),
        emptyNote(
            l("A product has a price and, where it is known, a cost: from both comes the income of an order."),
            "\(if: c.may(.clerk), "<p>\(button(l("New product"), c.link(.products(.new)), main: true))\(if: c.may(.importer), " \(button(l("Import"), c.link(.imports(.list))))")</p>")"
        ))
}

private func rows(_ list: ProductList, _ query: ProductListQuery, _ c: Chrome) -> HTML {
    let l = c.language
    return sheet(
        l("Products"), export: .products(.list(query.at(nil))),
        table(
            l("Products"),
            [
                Column(l("Product"), .name), Column(l("Group")), Column(l("Unit")),
                Column(l("Price, \(c.currency.symbol)"), .number), Column(l("Cost, \(c.currency.symbol)"), .number),
                Column(l("Key")),
            ], list.rows,
            { row in
                [
                    anchor(row.name, .products(.sheet(row.id)), c), "\(row.group ?? "")", "\(row.unit ?? "")",
                    "\(row.price.map(c.amount) ?? "")", costCell(row.cost, c), "\(row.key ?? "")",
                ]
            }), c)
}

package func productExport(_ list: ProductList, _ c: Chrome) -> CSVTable {
    let l = c.language
    return CSVTable(
        [l("Key"), l("Product"), l("Group"), l("Unit"), l("Price"), l("Cost")],
        list.rows.map {
            [
                .text($0.key ?? ""), .text($0.name), .text($0.group ?? ""), .text($0.unit ?? ""), c.cell($0.price),
                c.cell($0.cost),
            ]
        })
}

package func productPage(_ product: ProductSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let draft = product.draft
    return layout(
        draft.name, c,
        """
        \(trail(l("Products"), c.link(.products(.list(ProductListQuery())))))
        \(head(draft.name, actions: c.may(.clerk) ? button(l("Edit"), c.link(.products(.edit(product.id))), key: "E") : .none))
        <p class="quiet under">\([draft.group, draft.unit, draft.key].compactMap { $0 }.joined(separator: " · "))</p>
        <dl class="figures">
        \(figure(l("Price"), draft.price.map(c.money) ?? "–", l("per unit, without VAT")))
        \(figure(l("Cost"), draft.cost.map(c.money) ?? l("unknown"), l("per unit, without VAT"), alarm: draft.cost == nil))
        </dl>
        \(historySheet(product.history, all: nil, c))
        """)
}

package func productForm(_ id: Product.ID?, groups: [String], _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    let title = id == nil ? l("New product") : l("Edit product")
    let back = c.link(.products(id.map { .sheet($0) } ?? .list(ProductListQuery())))
    return layout(
        title, c,
        """
        \(trail(l("Products"), back))
        \(head(title))
        \(f.form(
            id.map { .products(.change($0)) } ?? .products(.add), back: back,
            """
            <fieldset>
            \(f.text("name", l("Name"), required: true))
            \(f.text("group", l("Group"), list: groups, width: "narrow"))
            \(f.text("unit", l("Unit"), hint: l("What one of it is: a pack, a litre."), width: "narrow"))
            \(f.text("price", l("List price, \(c.currency.symbol)"), hint: l("Per unit, without VAT."), width: "narrow"))
            \(f.text("cost", l("Cost, \(c.currency.symbol)"), hint: l("Per unit, without VAT; leave empty if unknown. Orders keep the cost they were entered with."), width: "narrow"))
            \(f.text("key", l("Key"), hint: l("The product's number in another system, by which an import finds it."), width: "narrow"))
            </fieldset>
            """,
            danger: id.map { "<a class=\"danger\" href=\"\(c.link(.products(.delete($0))))\">\(l("Delete"))</a>" } ?? .none))
        """)
}
