import Domain
import Testing

@testable import Store

extension AuthorityDesk {
    /// Acts that touch every kind of record, by the name of what is done.
    static let acts: [(name: String, act: Act)] = [dossier, people, keys, money, tenders, plans, team, decisions]
        .flatMap {
            $0
        }

    private static let dossier: [(name: String, act: Act)] = [
        (
            "a client is added",
            {
                try $0.addClient(ClientDraft(name: "New", kind: .other))
                _ = $1
            }
        ),
        ("a client is changed", { write, desk in try desk.change(write) { $0.note = "other" } }),
        ("a client is a trade secret", { write, desk in try desk.change(write) { $0.isConfidential = true } }),
        ("a client is deleted", { try $0.deleteClient($1.client, from: 1) }),
        ("a meeting is prepared", { try $0.prepareBrief(BriefDraft(aim: "other"), of: $1.client, from: nil) }),
        (
            "an interaction is logged",
            { try $0.logInteraction(SightDesk.contact($1.client, "t"), agreed: []) }
        ),
        (
            "an interaction is changed",
            { write, desk in
                var draft = try write.read.interaction(Interaction.ID(1)).draft
                draft.topic = "other"
                try write.changeInteraction(Interaction.ID(1), from: nil, draft)
            }
        ),
        (
            "an interaction is deleted",
            {
                try $0.deleteInteraction(Interaction.ID(1), from: nil)
                _ = $1
            }
        ),
        (
            "a matter is done",
            {
                try $0.setDone(Matter.ID(1), true)
                _ = $1
            }
        ),
        (
            "a matter is deleted",
            {
                try $0.deleteMatter(Matter.ID(1), from: nil)
                _ = $1
            }
        ),
    ]

    private static let people: [(name: String, act: Act)] = [
        ("a person is changed", { try $0.changePerson($1.person, from: nil, PersonDraft(name: "Other")) }),
        ("a person is deleted", { try $0.deletePerson($1.person, from: 1) }),
        ("a post is taken", { try $0.addPost(PostDraft(title: "Other"), person: $1.person, client: $1.client) }),
        (
            "a post is deleted",
            {
                try $0.deletePost(Post.ID(1), from: nil)
                _ = $1
            }
        ),
        (
            "a tie is corrected",
            {
                try $0.changeTie(Tie.ID(1), from: nil, TieDraft(kind: .rival))
                _ = $1
            }
        ),
        (
            "a tie is deleted",
            {
                try $0.deleteTie(Tie.ID(1), from: nil)
                _ = $1
            }
        ),
        ("somebody is judged", { try $0.assess($1.person, at: $1.client, AssessmentDraft(day: $0.today, power: 2)) }),
        (
            "an assessment is deleted",
            {
                try $0.deleteAssessment(Assessment.ID(1), from: nil)
                _ = $1
            }
        ),
        (
            "a step is corrected",
            {
                try $0.changeLadderMove(
                    LadderMove.ID(1), from: nil, LadderDraft(day: $0.today, step: .none, theirs: "o"))
                _ = $1
            }
        ),
        (
            "a step is deleted",
            {
                try $0.deleteLadderMove(LadderMove.ID(1), from: nil)
                _ = $1
            }
        ),
        (
            "a fact is corrected",
            {
                try $0.changeFact(
                    Fact.ID(1), from: nil, FactDraft(kind: .talk, text: "o", source: "s", day: $0.today))
                _ = $1
            }
        ),
        (
            "a fact is deleted",
            {
                try $0.deleteFact(Fact.ID(1), from: nil)
                _ = $1
            }
        ),
        (
            "an expected change has happened",
            {
                try $0.conclude(ExpectedChange.ID(1), hasHappened: true)
                _ = $1
            }
        ),
        (
            "an expected change is deleted",
            {
                try $0.deleteExpectation(ExpectedChange.ID(1), from: nil)
                _ = $1
            }
        ),
        (
            "an event is added",
            {
                try $0.addEvent(EventDraft(name: "Other", kind: .own, from: $0.today))
                _ = $1
            }
        ),
        ("an event is deleted", { try $0.deleteEvent($1.event, from: nil) }),
        (
            "a guest came",
            {
                try $0.setStanding(.came, of: Guest.ID(1))
                _ = $1
            }
        ),
        (
            "a talk is deleted",
            {
                try $0.deleteTalk(Talk.ID(1), from: nil)
                _ = $1
            }
        ),
    ]

    private static let money: [(name: String, act: Act)] = [
        (
            "a product is changed",
            {
                try $0.changeProduct(Product.ID(1), from: nil, ProductDraft(name: "O"))
                _ = $1
            }
        ),
        (
            "a group of products is added",
            {
                try $0.addProduct(ProductDraft(name: "P", group: "G"))
                _ = $1
            }
        ),
        ("an order is taken", { try $0.addOrder(OrderDraft(client: $1.client, day: $0.today, status: .draft)) }),
        (
            "a line is added",
            {
                try $0.addLine(OrderLineDraft(product: Product.ID(1), worth: worth(1000)), to: Order.ID(1))
                _ = $1
            }
        ),
        (
            "a return is deleted",
            {
                try $0.deleteReturn(GoodsReturn.ID(1), from: nil)
                _ = $1
            }
        ),
        (
            "an invoice is changed",
            { write, _ in
                var draft = try write.read.invoice(Invoice.ID(1)).draft
                draft.note = "other"
                try write.changeInvoice(Invoice.ID(1), from: nil, draft)
            }
        ),
        (
            "a payment is deleted",
            {
                try $0.deletePayment(Payment.ID(1), from: nil)
                _ = $1
            }
        ),
        (
            "a payment is spread anew",
            {
                let held = try $0.read.one("SELECT payment_id, invoice_id FROM allocation ORDER BY id LIMIT 1", []) {
                    (Payment.ID($0[0]), Invoice.ID($0[1]))
                }
                try $0.allocate(held.0, [held.1: .zero])
                _ = $1
            }
        ),
    ]

    private static let team: [(name: String, act: Act)] = [
        (
            "a colleague has another role",
            {
                try $0.changeColleague(
                    $1.desk.users["boris"]!, from: nil, UserDraft(name: "boris", role: .head, department: "north"))
            }
        ),
        (
            "a department is added",
            {
                try $0.addColleague(UserDraft(name: "New", role: .kam, department: "east"))
                _ = $1
            }
        ),
        (
            "an absence has another deputy",
            {
                let users = $1.desk.users
                try $0.changeAbsence(
                    Absence.ID(1), from: 1,
                    AbsenceDraft(
                        number: "1", user: users["anna"]!, deputy: users["boris"]!, from: $0.today, to: $0.today + 5))
            }
        ),
        (
            "an absence is undone",
            {
                try $0.deleteAbsence(Absence.ID(1), from: 1)
                _ = $1
            }
        ),
        (
            "the desk has another name",
            { write, _ in
                let desk = write.read.frame.desk
                try write.changeSettings(
                    SettingsDraft(
                        Entries([
                            "desk_name": "Other", "currency": desk.currency, "time_zone": desk.timeZone,
                            "active_months": "6", "key_percent": "10", "critical_percent": "20", "mono_percent": "70",
                        ]),
                        knownZone: { _ in true }), from: desk.version)
            }
        ),
    ]

    /// What a head or a director decides on the work of a KAM, and who holds a client.
    private static let decisions: [(name: String, act: Act)] = [
        ("a client is handed over", { try $1.handOver(to: "clara", $0) }),
        (
            "all clients are handed over",
            {
                try $0.handOverAll(
                    of: $1.desk.users["anna"]!, HandoverDraft(user: $1.desk.users["clara"]!, from: $0.today + 1))
            }
        ),
        (
            "a project is changed",
            { try $0.changeProject($1.project, from: nil, ProjectDraft(goal: "o", from: $0.today)) }
        ),
        ("a review is noted", { try $0.review($1.project, ReviewDraft(day: $0.today, level: .d3, shown: "s")) }),
        (
            "a review is deleted",
            {
                try $0.deleteReview(Review.ID(1), from: nil)
                _ = $1
            }
        ),
        ("a line of a budget is approved", { try $0.approveExpense($1.asked, from: nil) }),
        ("an approval is withdrawn", { try $0.withdrawApproval(of: $1.approved, from: nil) }),
        ("a line of a budget is deleted", { try $0.deleteExpense($1.asked, from: nil) }),
    ]
}
