import Domain
import Testing

@testable import Store

/// A `SightDesk` with a record of every kind at Anna's client a, and acts on each of them.
struct AuthorityDesk {
    typealias Act = @Sendable (WriteTransaction, AuthorityDesk) throws -> Void

    let desk: SightDesk
    let event: Event.ID
    let project: Project.ID
    /// A line of its budget that waits for approval, and one that is approved.
    let (asked, approved): (Expense.ID, Expense.ID)

    var client: Client.ID { desk.clients["a"]! }
    var person: Person.ID { desk.people["a"]! }
    var store: Desk { desk.temporary.desk }

    init() throws {
        let desk = try SightDesk()
        let (client, person, other) = (desk.clients["a"]!, desk.people["a"]!, desk.people["s"]!)
        (event, project, asked, approved) = try desk.temporary.write { write in
            try write.addTie(TieDraft(kind: .ally), from: person, to: other)
            try write.assess(person, at: client, AssessmentDraft(day: write.today, power: 1))
            try write.addFact(FactDraft(kind: .talk, text: "t", source: "s", day: write.today), of: person)
            try write.expect(
                ExpectedChangeDraft(kind: .other, text: "t", day: write.today + 9, probability: 50, shift: 1),
                at: client)
            try write.addEvidence(
                EvidenceDraft(.partner, .budget, claim: "t", source: "s", day: write.today - 5), of: client)
            try write.addInvestment(
                InvestmentDraft(
                    year: 2026, low: .zero, expected: .zero, high: .zero, source: "s", day: write.today), in: client)
            try write.addStrategyLine(StrategyDraft(.risk, text: "t", day: write.today - 5), of: client)
            let event = try write.addEvent(EventDraft(name: "Event", kind: .own, from: write.today))
            try write.invite(person, to: event)
            try write.addTalk(TalkDraft(topic: "t", speaker: .person(person)), at: event)
            let project = try write.beginProject(ProjectDraft(goal: "g", from: write.today), with: person, at: client)
            let asked = try write.addExpense(ExpenseDraft(purpose: "asked", estimated: Money(1)), to: project)
            let approved = try write.addExpense(ExpenseDraft(purpose: "approved", estimated: Money(1)), to: project)
            try write.addReturn(
                GoodsReturnDraft(day: write.today, worth: AuthorityDesk.worth(100), reason: "r"), of: OrderLine.ID(1))
            let payment = try write.addPayment(
                PaymentDraft(number: "p", day: write.today, amount: Money(1)), of: client)
            try write.allocateOldestFirst(payment)
            return (event, project, asked, approved)
        }
        self.desk = desk
        try act("anna") { try $0.climb(person, LadderDraft(day: $0.today, step: .contact, theirs: "t")) }
        try act("director") { [self] write in
            try write.review(project, ReviewDraft(day: write.today, level: .d1, shown: "s"))
            try write.approveExpense(approved, from: nil)
        }
    }

    static func worth(_ thousandths: Int64) -> Worth {
        Worth(
            quantity: Quantity(thousandths: thousandths), price: Money(777_00), discount: Discount(hundredths: 0),
            cost: nil)
    }

    @discardableResult
    func act<T>(_ who: String, _ body: (WriteTransaction) throws -> T) throws -> T {
        try store.write(as: .user(desk.users[who]!), at: TemporaryDesk.noon, on: SightDesk.today, body)
    }

    private struct Undone: Error {}

    /// Could somebody do an act? Nothing of it stays.
    func could(_ who: String, _ body: (WriteTransaction) throws -> Void) throws -> Bool {
        do {
            try act(who) { write in
                try body(write)
                throw Undone()
            }
        } catch is Undone { return true } catch is Refusal { return false }
        return false
    }

    func last() throws -> Change.ID { try #require(try desk.read("director") { try $0.lastChange() }) }

    func handOver(to who: String, _ write: WriteTransaction) throws {
        try write.handOver(client, HandoverDraft(user: desk.users[who]!, from: write.today + 1))
    }

    func change(_ write: WriteTransaction, _ body: (inout ClientDraft) -> Void) throws {
        var draft = try write.read.client(client).draft
        body(&draft)
        try write.changeClient(client, from: nil, draft)
    }
}
