import Testing

@testable import Domain

@Suite struct ReturnTests {
    @Test func `a return takes the values that are not typed from its order line, with the discount`() throws {
        let line = Worth(
            quantity: Quantity(thousandths: 10_000), price: Money(100), discount: Discount(hundredths: 5000),
            cost: Money(40))
        let today = Day("2026-03-02")!
        let draft = try GoodsReturnDraft(
            Entries(["quantity": "10", "reason": "late"]), Currency("EUR"), line: line, today: today)
        #expect(draft.worth == line && draft.day == today)
    }
}
