import Domain
import Testing

@Suite struct DeliveryTests {
    static let today = Day("2026-11-30")!

    private func read(_ fields: [String: String]) throws -> DeliveryDraft {
        try DeliveryDraft(
            Entries(["what": "First batch", "due": "2026-12-10"].merging(fields) { $1 }),
            TenderGround(Currency("RUB"), today: DeliveryTests.today))
    }

    @Test(
        arguments: [
            ([:], DeliveryDraft.Step.deliver, "2026-12-10"), (["delivered": "2026-11-29"], .accept, nil),
            (["delivered": "2026-11-20", "accepted": "2026-11-29"], .pay, nil),
            (["delivered": "2026-11-29", "accepted": "2026-11-29", "payable": "2026-12-08"], .pay, "2026-12-08"),
            (["delivered": "2026-11-20", "accepted": "2026-11-20", "paid": "2026-11-30"], .nothing, nil),
        ] as [([String: String], DeliveryDraft.Step, String?)])
    func `a delivery is delivered, accepted and paid`(fields: [String: String], step: DeliveryDraft.Step, day: String?)
        throws
    {
        let draft = try read(fields)
        #expect(draft.step == step && draft.nextOn == day.flatMap { Day($0) })
    }

    @Test func `only a step with a day can be late`() throws {
        let late = DeliveryTests.today + 20
        #expect(try read([:]).isLate(on: late) && !read([:]).isLate(on: DeliveryTests.today))
        #expect(try !read(["delivered": "2026-11-29"]).isLate(on: late))
        #expect(
            try read(["delivered": "2026-11-29", "accepted": "2026-11-29", "payable": "2026-12-08"]).isLate(on: late))
        #expect(
            try !read(["delivered": "2026-11-29", "accepted": "2026-11-29", "paid": "2026-11-30"]).isLate(on: late))
    }

    @Test(arguments: [
        (["due": ""], "due", Problem.required), (["due": "soon"], "due", .notADate), (["what": ""], "what", .required),
        (["delivered": "2026-12-01"], "delivered", .inFuture), (["paid": "2026-12-01"], "paid", .inFuture),
        (["delivered": "2026-11-20", "accepted": "2026-11-19"], "accepted", .endsBeforeStart),
        (["accepted": "2026-11-29"], "delivered", .required), (["penalty": "100"], "penalty_reason", .required),
        (["amount": "much"], "amount", .notAnAmount(2)),
    ])
    func `what is wrong with a delivery is told beside its field`(
        fields: [String: String], field: String, problem: Problem
    ) {
        #expect(throws: Problems([field: problem])) { try read(fields) }
    }

    @Test func `the list sums what is accepted and not paid, and penalties, in the desk's currency`() {
        func row(_ draft: DeliveryDraft, _ currency: String) -> DeliveryRow {
            DeliveryRow(
                delivery: TenderDelivery(id: ID(1), version: 1, owner: 1, draft: draft),
                client: Named(id: ID(1), name: "Hospital"), tender: nil, currency: currency)
        }
        let day = DeliveryTests.today
        let accepted = DeliveryDraft(
            what: "a", amount: Money(500), due: day - 9, deliveredOn: day - 9, acceptedOn: day - 8, payableOn: day - 1,
            penalty: Money(7), penaltyReason: "late")
        let list = DeliveryList(
            rows: [
                row(accepted, "RUB"), row(accepted, "EUR"),
                row(DeliveryDraft(what: "b", amount: Money(300), due: day - 1), "RUB"),
                row(DeliveryDraft(what: "c", amount: Money(300), due: day), "RUB"),
            ], own: "RUB", on: day)
        #expect(list.late == 3 && list.unpaid == Money(500) && list.penalties == Money(7))
    }
}
