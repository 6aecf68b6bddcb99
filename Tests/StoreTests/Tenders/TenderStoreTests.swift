import Domain
import Testing

@testable import Store

@Suite struct TenderStoreTests {
    static let day = TemporaryDesk.today

    func desk() throws -> (TemporaryDesk, Tender.ID, TenderLot.ID) {
        let desk = try TemporaryDesk()
        let (tender, lot) = try desk.write { write in
            let client = try write.addClient(ClientDraft(name: "Hospital", kind: .hospital))
            return try TenderRecords.write(write, client)
        }
        return (desk, tender, lot)
    }

    func invalid<T>(_ body: () throws -> T) -> Problems? {
        do { _ = try body() } catch Refusal.invalid(let problems) { return problems } catch {}
        return nil
    }

    @Test func `a tender's page shows its parts and what stands in the way, in a fixed number of statements`() throws {
        let (desk, id, _) = try desk()
        let sheet = try desk.desk.read { try $0.tenderSheet(id, on: TenderStoreTests.day, at: TemporaryDesk.noon) }
        #expect(sheet.lots.count == 1 && sheet.lots[0].bids.count == 2 && sheet.lots[0].isContested)
        #expect(sheet.lots[0].fall == 1398)
        #expect(sheet.next?.deadline.draft.kind == .applications)
        #expect(
            Set(sheet.blockers.map(\.kind)) == [
                .goUndecided, .questionUnasked, .requirementUnknown, .securityUnpaid,
            ])
        #expect(sheet.next?.blockers == sheet.blockers)
        #expect(sheet.needs.map(\.standing) == [.have])
        #expect(sheet.procedure?.key == "44-auction" && sheet.steps == [.preparation, .bidding, .closed])
    }

    @Test func `the procedure refuses a step that it does not know, by the form and by one press`() throws {
        let (desk, id, _) = try desk()
        try desk.write { write in
            #expect(invalid { try write.moveTender(id, to: .decided) }?["stage"] == .unknownStep)
            var draft = try write.read.tender(id).draft
            draft.stage = .contract
            #expect(invalid { try write.changeTender(id, from: nil, draft) }?["stage"] == .unknownStep)
            try write.moveTender(id, to: .bidding)
            #expect(try write.read.tender(id).draft.stage == .bidding)
            try write.moveTender(id, to: .open)
            draft = try write.read.tender(id).draft
            draft.procedure = "44-quotations"
            draft.stage = .bidding
            #expect(invalid { try write.changeTender(id, from: nil, draft) }?["stage"] == .unknownStep)
            draft.procedure = "none"
            #expect(invalid { try write.changeTender(id, from: nil, draft) }?["procedure"] == .notAChoice)
        }
    }

    @Test
    func `a lost lot is not written without its reason, and neither is its reopening undone to a loss without one`()
        throws
    {
        let (desk, id, lot) = try desk()
        try desk.write { write in
            var draft = try (write.read.part(lot) as TenderLot).draft
            draft.outcome = .lost
            #expect(invalid { try write.changePart(lot, from: nil, draft) }?["reason"] == .needsLossReason)
            draft.reason = .price
            try write.changePart(lot, from: nil, draft)
            try write.moveTender(id, to: .closed)
        }
        // As an import leaves it.
        try desk.write { try $0.execute("UPDATE tender_lot SET reason = NULL", []) }
        try desk.write { write in
            var draft = try (write.read.part(lot) as TenderLot).draft
            #expect(draft.owesReason)
            draft.outcome = .undecided
            try write.changePart(lot, from: nil, draft)
        }
        let line = try #require(try desk.desk.read { try $0.lastChange() })
        #expect(throws: PastAct.overtaken) { try desk.write { try $0.takeBack(line) } }
    }

    @Test func `a tender is not closed while a lost lot of it has no reason`() throws {
        let (desk, id, _) = try desk()
        try desk.write { try $0.execute("UPDATE tender_lot SET outcome = 'lost'", []) }
        try desk.write { write in
            #expect(invalid { try write.moveTender(id, to: .closed) }?["stage"] == .reasonOwed)
        }
        let list = try desk.desk.read { try $0.tenderList(TenderListQuery()) }
        #expect(list.rows[0].owing == 1 && list.totals.owing == 1)
    }

    @Test func `the reopening of a tender is not undone while a lost lot of it has no reason`() throws {
        let (desk, id, lot) = try desk()
        try desk.write { try $0.moveTender(id, to: .closed) }
        try desk.write { try $0.moveTender(id, to: .execution) }
        let reopened = try #require(try desk.desk.read { try $0.lastChange() })
        try desk.write { try $0.execute("UPDATE tender_lot SET outcome = 'lost' WHERE id = ?", [lot.number]) }
        #expect(throws: PastAct.overtaken) { try desk.write { try $0.takeBack(reopened) } }
        try desk.write { try $0.execute("UPDATE tender_lot SET reason = 'price' WHERE id = ?", [lot.number]) }
        try desk.write { try $0.takeBack(reopened) }
        #expect(try desk.desk.read { try $0.tender(id).draft.stage } == .closed)
    }

    @Test func `two tenders do not have one number, and a deleted tender takes its parts along and brings them back`()
        throws
    {
        let (desk, id, _) = try desk()
        try desk.write { write in
            let client = try write.read.tender(id).draft.client
            #expect(
                invalid { try write.addTender(TenderDraft(number: "0358", title: "Other", client: client)) }?["number"]
                    == .taken)
            try write.deleteTender(id, from: nil)
        }
        let left = try desk.desk.read { read in
            try TenderPartKind.allCases.map { try read.count("SELECT count(*) FROM \($0.subject.rawValue)") }
        }
        #expect(left.allSatisfy { $0 == 0 })
        #expect(try Desk.check(path: desk.path) == [])
    }

    @Test func `the list filters, adds up, and pages by key`() throws {
        let (desk, id, _) = try desk()
        try desk.write { write in
            let client = try write.read.tender(id).draft.client
            for number in 1...3 {
                try write.addTender(
                    TenderDraft(number: "N\(number)", title: "T\(number)", client: client, stage: .closed))
            }
            let foreign = try write.addTender(
                TenderDraft(title: "Abroad", client: client, currency: "USD", announcedOn: Day("2025-03-03")))
            try write.addPart(LotDraft(subject: "x", start: Money(99)), to: foreign.number)
        }
        func list(_ query: TenderListQuery, atMost length: Int = 50) throws -> TenderList {
            try desk.desk.read { try $0.tenderList(query, atMost: length) }
        }
        let all = try list(TenderListQuery(), atMost: 2)
        #expect(all.rows.map(\.title) == ["Abroad", "T3"] && all.totals.tenders == 5 && all.totals.lots == 2)
        #expect(all.totals.start == Money(18_600_000) && all.totals.otherCurrencies == 1)
        #expect(try list(TenderListQuery().at(all.later)).rows.map(\.title) == ["T2", "T1", "Cytostatics"])
        #expect(try list(TenderListQuery(state: .closed)).rows.count == 3)
        #expect(try list(TenderListQuery(state: .open)).rows.count == 2)
        #expect(try list(TenderListQuery(stage: .open)).rows.map(\.id) == [id])
        #expect(try list(TenderListQuery(kam: Desk.owner)).rows.map(\.id) == [id])
        #expect(try list(TenderListQuery(law: "44-FZ")).rows.map(\.id) == [id])
        #expect(try list(TenderListQuery(year: 2025)).rows.map(\.title) == ["Abroad"])
        #expect(try list(TenderListQuery(outcome: .won)).rows.isEmpty)
    }

    @Test func `papers are listed with the tenders whose signing they do not reach, securities with what they bind`()
        throws
    {
        let (desk, id, _) = try desk()
        try desk.write { write in
            try write.addPaper(
                PaperDraft(kind: .licence, number: "short", expiresOn: TenderStoreTests.day + 5))
            try write.addPart(
                DeadlineDraft(kind: .signingOurs, day: TenderStoreTests.day + 20, time: "12:00", zone: "+03:00"),
                to: id.number)
            try write.addPart(
                SecurityDraft(kind: .contract, amount: Money(500), paidOn: TenderStoreTests.day), to: id.number)
        }
        let (papers, securities) = try desk.desk.read {
            (try $0.paperList().papers, try $0.securityList(on: TenderStoreTests.day))
        }
        #expect(papers.map(\.paper.draft.number) == ["short", "LO-61"])
        #expect(papers[0].touched.map(\.tender.id) == [id] && papers[0].touchedWorth == Money(18_600_000))
        #expect(papers[0].daysShort == 15 && papers[1].daysShort == nil)
        #expect(papers[1].touched.isEmpty)
        #expect(securities.rows.count == 2 && securities.bound == Money(500))
    }
}
