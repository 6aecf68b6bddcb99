import Domain
import GRDB

extension ReadTransaction {
    /// A dossier for paper. At most fifty-eight statements; each list has at most `PrintedDossier.most` rows.
    package func printedDossier(_ id: Client.ID, _ choice: PrintChoice, on today: Day) throws -> PrintedDossier {
        var print = PrintedDossier(choice: choice, head: try clientSheet(id, on: today))
        let (since, most) = (choice.since(today).stored, PrintedDossier.most)
        if choice.contains(.strategy), sight?.seesDossier ?? true {
            print.strategy = try strategySheet(of: id, on: today)
        }
        if choice.contains(.people) {
            let posts = try clientPosts(id, on: today).filter { $0.holds(on: today) }
            print.people = try known(
                posts.map { KnownPerson($0) }, at: id, kam: print.head.kam?.user, on: today
            ).rows
        }
        if choice.contains(.matters) {
            print.open = try openMatters(where: "m.client_id = ?", [id.number], atMost: most)
            print.done = try matters(
                where: "m.client_id = ? AND m.done_day >= ?", order: "m.done_day DESC, m.id DESC", [id.number, since],
                atMost: most)
        }
        if choice.contains(.interactions) {
            let condition = "i.client_id = ? AND i.day >= ?"
            print.interactions = try interactions(where: condition, [id.number, since], before: nil, atMost: most)
            print.notes = Dictionary(
                uniqueKeysWithValues: try rows(
                    """
                    SELECT latest.id, note FROM (SELECT id, note FROM interaction i WHERE \(condition)
                      ORDER BY day DESC, id DESC LIMIT ?) latest WHERE note IS NOT NULL
                    """, [id.number, since, most]
                ) { (Interaction.ID($0[0]), $0[1]) })
        }
        if choice.contains(.money) { print.money = try clientMoney(id, on: today) }
        if choice.contains(.tenders) { print.tenders = try openTenders(of: id, atMost: most) }
        if choice.contains(.orders) {
            print.orders = try orderRows(
                "o.client_id = ? AND o.day >= ?", [id.number, since], before: nil, atMost: most)
        }
        if choice.contains(.receivables) {
            print.invoices = try invoiceRows(
                "i.client_id = ? AND i.paid < i.amount ORDER BY i.due_day, i.id LIMIT \(most)", [id.number])
        }
        if choice.contains(.history) {
            let start = Moment.start(of: choice.since(today), in: frame.desk.timeZone)
            print.history = try changes(
                where: "client_id = ? AND at >= ?", [id.number, start.milliseconds], before: nil, atMost: most)
        }
        return print
    }
}
