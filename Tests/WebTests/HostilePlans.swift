import Domain
import Store
import Testing

@testable import Web

extension HostileTests {
    /// Writes a text into every field of a plan and of what plans share.
    static func plan(_ world: WorldApp, _ text: String) throws {
        try world.desk.write(at: world.noon, on: WorldApp.today) { write in
            let me = try write.read.colleague(Desk.owner).0
            try write.changeColleague(
                me.id, from: nil,
                UserDraft(name: me.name, role: me.role, department: text, administers: me.administers))
            // Something that counts for the colleague who holds the client today.
            let day = WorldApp.today
            try write.addOrder(
                OrderDraft(number: text + " shipped", client: .init(1), day: day, shippedOn: day, status: .shipped),
                lines: [
                    OrderLineDraft(
                        product: .init(1),
                        worth: Worth(quantity: Quantity(thousandths: 1000), price: Money(900), cost: Money(500)))
                ])
            let year = WorldApp.today.year
            let period = try write.addPeriod(
                PeriodDraft(name: text + " quarter", kind: .quarter, from: WorldApp.today - 20, to: WorldApp.today + 20)
            )
            try write.setTargets([TypedCell(.company, period, 5)], PlanMeasure(.income), year: year)
            let plan = try #require(try write.read.planSheet(of: .company, in: period, on: WorldApp.today)?.plan)
            try write.agree(plan.id, from: nil)
            try write.revise(plan.id, because: text)
        }
    }
}
