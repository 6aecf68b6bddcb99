import Testing

@testable import Domain

@Suite struct ReturnTests {
    @Test func `what is not typed of a return is the line's, its discount too`() throws {
        let line = Worth(
            quantity: Quantity(thousandths: 10_000), price: Money(100), discount: Discount(hundredths: 5000),
            cost: Money(40))
        let today = Day("2026-03-02")!
        let draft = try GoodsReturnDraft(
            Entries(["quantity": "10", "reason": "late"]), Currency("EUR"), line: line, today: today)
        #expect(draft.worth == line && draft.day == today)
    }
}
