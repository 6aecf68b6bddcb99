import Testing

@testable import Web

extension HostileTests {
    /// Writes a text into every field of a tender of the desk's first client and its parts, and of what tenders share.
    static func tender(_ world: WorldApp, _ text: String) {
        func sent(_ path: String, _ fields: [String: String]) {
            let answer = world.post(path, fields)
            #expect(answer.status == .seeOther, "\(path): \(answer.text)")
        }
        let short = String(text.prefix(20))
        sent("/settings/tender-templates", ["kind": "question", "text": text])
        sent(
            "/tenders",
            [
                "title": text, "client_id": "1", "number": text, "law": text, "stage": "open",
                "announced": "2026-02-01", "go": "no-go", "go_reason": text, "receipt": text, "lesson": text,
                "note": text,
            ])
        sent(
            "/tenders/1/lots",
            ["subject": text, "number": short, "outcome": "lost", "reason": "other", "lesson": text, "start": "10"])
        sent("/lots/1/bids", ["bidder": text, "price": "9", "admitted": "rejected", "ground": text])
        sent("/lots/1/bids", ["bidder": text, "inn": "7707083893", "price": "8", "admitted": "admitted"])
        sent("/lots/1/bids", ["bidder": "We", "ours": "yes", "price": "9"])
        sent(
            "/lots/1/lot-items",
            [
                "name": text, "quantity": "3", "unit": short, "inn_name": text, "form": text, "dose": short,
                "shelf": text,
            ])
        sent(
            "/tenders/1/deadlines",
            [
                "kind": "applications", "source": "notice", "day": "2026-03-04", "time": "9:00", "zone": "+03:00",
                "consequence": text, "note": text,
            ])
        sent(
            "/tenders/1/securities",
            ["kind": "bid", "amount": "5", "paid": "2026-03-01", "register": text, "bank": text, "note": text])
        sent("/tenders/1/questions", ["text": text, "answer": text, "asked": "2026-03-01"])
        sent("/tenders/1/complaints", ["whose": text, "about": text, "decision": text])
        sent("/tenders/1/notices", ["number": "2", "day": "2026-03-01", "changes": text])
        sent("/tenders/1/go-answers", ["question": text + "?", "answer": "no", "remark": text])
        sent("/tenders/1/requirements", ["requirement": text, "ours": text, "theirs": text, "evidence": text])
        sent("/tenders/1/application-lines", ["text": text, "receipt": text])
        sent("/tenders/1/tender-members", ["user": "1", "duty": text])
        sent(
            "/tenders/1/deliveries",
            ["what": text, "due": "2026-03-04", "penalty": "5", "penalty_reason": text, "note": text])
        sent("/tenders/1/seats", ["role": text, "person": text, "person_id": "1", "note": text])
        sent("/papers", ["kind": "licence", "number": text, "note": text])
        sent("/signals", ["client_id": "1", "text": text, "source": text, "state": "died", "reason": text])
        sent(
            "/settings/rules",
            ["name": text, "law": text, "article": text, "value": text, "from": "2026-01-01", "source": text])
        sent("/settings/periods", ["name": text, "kind": "other", "from": "2026-01-01", "to": "2026-02-01"])
        sent("/settings/calendar", ["year": "2026", "free": "01-01", "source": text])
    }
}
