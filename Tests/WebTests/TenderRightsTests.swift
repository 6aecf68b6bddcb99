import Domain
import HTTP
import Testing

@testable import Store
@testable import Web

/// What one colleague may not learn of another's tenders by acts of their own.
@Suite struct TenderRightsTests {
    private let team: TeamApp
    private let (own, others, secret): (Tender.ID, Client.ID, Tender.ID)

    init() throws {
        team = try TeamApp()
        try team.setPassword(of: Desk.owner)
        let marta = try team.add("Marta", .kam)
        _ = try team.add("Olga", .support)
        (own, others, secret) = try team.act { write in
            func client(_ name: String, _ kam: User.ID) throws -> Client.ID {
                try write.addClient(ClientDraft(name: name, kind: .hospital), kam: kam)
            }
            let product = try write.addProduct(ProductDraft(name: "Trastuzumab"))
            func tender(_ client: Client.ID, _ title: String) throws -> Tender.ID {
                let tender = try write.addTender(TenderDraft(title: title, client: client, stage: .open))
                let lot = try write.addPart(LotDraft(subject: title), to: tender.number)
                try write.addPart(ItemDraft(name: "Item", product: product), to: lot.number)
                return tender
            }
            let hers = try tender(client("Her clinic", marta), "Her tender")
            let theirs = try client("Others' hospital", Desk.owner)
            let secret = try tender(theirs, "Secret tender")
            try write.addPart(FitDraft(requirement: "Secret requirement"), to: secret.number)
            try write.addPart(SecurityDraft(kind: .bid, amount: Money(100)), to: secret.number)
            return (hers, theirs, secret)
        }
    }

    @Test func `requirements are begun only from a tender that one sees`() throws {
        let marta = team.loggedIn("Marta")
        _ = marta.get("/tenders/\(own.number)")
        #expect(marta.post("/tenders/\(own.number)/fit", [:]).status == .invalid)
        #expect(!marta.get("/tenders/\(own.number)").text.contains("Secret"))
        let owner = team.loggedIn("Anna Orlova")
        _ = owner.get("/tenders/\(own.number)")
        #expect(owner.post("/tenders/\(own.number)/fit", [:]).status == .seeOther)
    }

    @Test func `a signal names no tender by its form`() throws {
        let marta = team.loggedIn("Marta")
        let client = try team.desk.read { try $0.tender(own).draft.client }
        _ = marta.get("/signals/new")
        let answer = marta.post(
            "/signals",
            [
                "client_id": "\(client.number)", "text": "Probe", "source": "s", "state": "tender",
                "tender": "\(secret.number)",
            ])
        #expect(answer.status == .seeOther)
        #expect(!marta.get("/clients/\(client.number)/history").text.contains("Secret tender"))
    }

    @Test func `a client whom others' tender needs is kept with words`() throws {
        let client = try team.desk.read { try $0.tender(own).draft.client }
        try team.act { write in
            var draft = try write.read.tender(secret).draft
            (draft.side, draft.partner) = (.distributor, client)
            try write.changeTender(secret, from: nil, draft)
        }
        let marta = team.loggedIn("Marta")
        let form = try marta.get("/clients/\(client.number)/delete").text
        #expect(form.contains("Delete"))
        let answer = marta.post("/clients/\(client.number)/delete", ["version": "1"])
        #expect(answer.status == .invalid && answer.text.contains("Something else needs this as it is."))
        #expect(!answer.text.contains("Secret"))
    }

    @Test func `sales support is told the client of a security and not its tender`() throws {
        let olga = team.loggedIn("Olga")
        let security = try team.desk.read { try $0.parts(SecurityDraft.self, of: secret)[0].id }
        let form = try FilledForm(olga.get("/securities/\(security.number)/edit"))
        #expect(olga.post("/securities/\(security.number)", form.with("note", "Paid")).status == .seeOther)
        let page = olga.get("/securities").text
        #expect(page.contains("Others&#39; hospital") || page.contains("Others' hospital"))
        #expect(!page.contains("Secret tender"))
    }
}
