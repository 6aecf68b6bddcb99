import Domain
import Testing

@testable import Store

/// What was found wrong with tenders once, and must not come back.
@Suite struct TenderFaultTests {
    static let day = TemporaryDesk.today

    private func desk(_ draft: (Client.ID) -> TenderDraft = { TenderDraft(title: "Gloves", client: $0, stage: .open) })
        throws -> (TemporaryDesk, Client.ID, Tender.ID)
    {
        let desk = try TemporaryDesk()
        let (client, tender) = try desk.write { write in
            let client = try write.addClient(ClientDraft(name: "Hospital", kind: .hospital))
            return (client, try write.addTender(draft(client)))
        }
        return (desk, client, tender)
    }

    private func problems<T>(_ body: () throws -> T) -> Problems? {
        do { _ = try body() } catch Refusal.invalid(let problems) { return problems } catch {}
        return nil
    }

    @Test func `the currency of a tender with amounts stays`() throws {
        let (desk, _, tender) = try desk()
        try desk.write { write in
            func change(_ currency: String?) throws {
                var draft = try write.read.tender(tender).draft
                draft.currency = currency
                try write.changeTender(tender, from: nil, draft)
            }
            try change("JPY")
            try write.addPart(LotDraft(subject: "Gloves", start: Money(123_450)), to: tender.number)
            #expect(problems { try change("KWD") }?["currency"] == .hasAmounts)
            #expect(try write.read.tender(tender).draft.currency == "JPY")
        }
    }

    @Test func `a second notice, question or key of the same name is told beside its field`() throws {
        let (desk, _, tender) = try desk()
        try desk.write { write in
            func twice(_ draft: some TenderPartDraft, _ field: String) throws {
                try write.addPart(draft, to: tender.number)
                #expect(problems { try write.addPart(draft, to: tender.number) }?[field] == .taken, "\(field)")
            }
            try twice(NoticeDraft(day: TenderFaultTests.day, changes: "First"), "number")
            try twice(GoAnswerDraft(question: "Do we fit?"), "question")
            try twice(LotDraft(key: "K1", subject: "Gloves"), "subject")
            #expect(try write.read.nextNotice(of: tender) == 2)
        }
    }

    @Test func `a lost lot without its reason comes back into no closed tender`() throws {
        let (desk, _, tender) = try desk { TenderDraft(number: "T1", title: "Gloves", client: $0, stage: .decided) }
        let imports = ImportTests()
        _ = try imports.run(desk, .lots, "key,tender,subject,outcome\nL1,T1,Gloves,lost\n")
        try desk.write { write in
            let lot = try #require(try write.read.parts(LotDraft.self, of: tender).first)
            try write.deletePart(lot.id, from: nil)
        }
        let deletion = try #require(try desk.desk.read { try $0.lastChange() })
        try desk.write { try $0.moveTender(tender, to: .closed) }
        #expect(problems { try desk.write { try $0.takeBack(deletion) } }?["act"] == .inUse)
    }

    @Test(arguments: ["other", "rejected"])
    func `a reason that needs a word does not close a tender without it`(reason: String) throws {
        let (desk, _, tender) = try desk { TenderDraft(number: "T1", title: "Gloves", client: $0, stage: .decided) }
        let imports = ImportTests()
        _ = try imports.run(desk, .lots, "key,tender,subject,outcome,reason\nL1,T1,Gloves,lost,\(reason)\n")
        #expect(problems { try desk.write { try $0.moveTender(tender, to: .closed) } }?["stage"] == .reasonOwed)
    }

    @Test func `a signal becomes only a tender of its own client, and only while it is open`() throws {
        let (desk, client, tender) = try desk()
        try desk.write { write in
            let other = try write.addClient(ClientDraft(name: "Clinic", kind: .hospital))
            func signal(_ client: Client.ID, _ state: SignalState, _ tender: Tender.ID? = nil) throws -> Signal.ID {
                try write.addSignal(
                    SignalDraft(
                        client: client, text: "Budget", source: "Belova", saidOn: TenderFaultTests.day, state: state,
                        tender: tender, reason: state == .died ? "cut" : nil))
            }
            #expect(problems { try signal(other, .tender, tender) }?["client"] == .inUse)
            #expect(problems { try signal(other, .tender, Tender.ID(999)) }?["client"] == .inUse)
            for id in [try signal(other, .open), try signal(client, .died)] {
                try write.cameTrue(id, as: tender)
                #expect(try write.read.signal(id).draft.tender == nil)
            }
            try write.cameTrue(Signal.ID(999), as: tender)
        }
    }

    @Test func `a name with a comma is one name in the record of contacts`() throws {
        let (desk, client, tender) = try desk {
            TenderDraft(title: "Gloves", client: $0, stage: .open, announcedOn: TenderFaultTests.day - 3)
        }
        try desk.write { write in
            let person = try write.addPerson(PersonDraft(name: "Doe, John, Jr"))
            try write.addPart(SeatDraft(role: "Decides", person: person), to: tender.number)
            try write.logInteraction(
                InteractionDraft(
                    client: client, kind: .call, day: TenderFaultTests.day, topic: "Days", note: nil, mood: nil,
                    isConfidential: false, people: [person]),
                agreed: [])
        }
        let contacts = try desk.desk.read { try $0.tenderContacts(tender).contacts }
        #expect(contacts.map(\.people) == [["Doe, John, Jr"]])
    }

    @Test func `a calendar counts more changes after a complaint is deleted`() throws {
        let (desk, _, tender) = try desk()
        func sequence() throws -> Int? {
            try desk.desk.read {
                try $0.deadlines(of: tender, on: TenderFaultTests.day, at: TemporaryDesk.noon).dues.first?.row.sequence
            }
        }
        let complaint = try desk.write { write in
            try write.addPart(DeadlineDraft(day: TenderFaultTests.day + 9), to: tender.number)
            return try write.addPart(
                ComplaintDraft(
                    about: "x", whose: "y", from: TenderFaultTests.day, untilOn: TenderFaultTests.day + 5),
                to: tender.number)
        }
        let before = try #require(try sequence())
        try desk.write { try $0.deletePart(complaint, from: nil) }
        #expect(try #require(try sequence()) > before)
    }

    @Test func `the first deadline of a day is the next one, whichever was written first`() throws {
        let (desk, _, tender) = try desk()
        try desk.write { write in
            for (kind, time) in [(DeadlineKind.bidding, "17:00"), (.applications, "09:00")] {
                try write.addPart(
                    DeadlineDraft(kind: kind, day: TenderFaultTests.day + 3, time: time), to: tender.number)
            }
            let sheet = try write.read.tenderSheet(tender, on: TenderFaultTests.day, at: TemporaryDesk.noon)
            #expect(sheet.next?.deadline.draft.kind == .applications)
        }
    }

    @Test func `a gap that is none is not told`() throws {
        let (desk, client, tender) = try desk()
        try desk.write { write in
            let lot = try write.addPart(
                LotDraft(subject: "Gloves", outcome: .lost, reason: .price), to: tender.number)
            try write.addPart(BidDraft(bidder: "We", isOurs: true, price: .zero), to: lot.number)
            try write.addPart(BidDraft(bidder: "Rival", price: Money(100), isWinner: true), to: lot.number)
            let next = try write.addTender(TenderDraft(title: "Masks", client: client))
            let sheet = try write.read.tenderSheet(next, on: TenderFaultTests.day, at: TemporaryDesk.noon)
            #expect(sheet.like.count == 1 && sheet.like[0].gap == nil)
        }
    }

    @Test func `a no-go closes the tender and is counted, and it may be opened again`() throws {
        let (desk, _, tender) = try desk()
        try desk.write { write in
            var draft = try write.read.tender(tender).draft
            (draft.go, draft.goOn, draft.goReason) = (.noGo, TenderFaultTests.day, "Pays only the transport")
            try write.changeTender(tender, from: nil, draft)
            #expect(try write.read.tender(tender).draft.stage == .closed)
            #expect(try write.read.tenderResults(TenderListQuery()).noGo == 1)
            try write.moveTender(tender, to: .open)
            #expect(try write.read.tender(tender).draft.stage == .open)
        }
    }

    @Test func `the acts of making a tender of a signal are undone by one press, and the page says so`() throws {
        let (desk, client, _) = try desk()
        let signal = try desk.write {
            try $0.addSignal(
                SignalDraft(client: client, text: "Budget", source: "Belova", saidOn: TenderFaultTests.day))
        }
        try desk.write { write in
            let tender = try write.addTender(TenderDraft(title: "Masks", client: client))
            try write.cameTrue(signal, as: tender)
        }
        let line = try #require(try desk.desk.read { try $0.lastChange() })
        let act = try desk.desk.read { try $0.pastAct(line, on: TenderFaultTests.day) }
        #expect(act.hindrances.isEmpty)
        try desk.write { try $0.takeBack(line) }
        #expect(try desk.desk.read { try $0.signal(signal).draft.state } == .open)
    }
}
