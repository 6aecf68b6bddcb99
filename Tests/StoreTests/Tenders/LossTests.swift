import Domain
import Testing

@testable import Store

/// A loss needs its reason, whichever way it is closed.
@Suite struct LossTests {
    let imports = ImportTests()

    private func desk() throws -> (TemporaryDesk, Tender.ID, TenderLot.ID) {
        let desk = try TemporaryDesk()
        let (tender, lot) = try desk.write { write in
            let client = try write.addClient(ClientDraft(name: "Hospital", kind: .hospital))
            let tender = try write.addTender(
                TenderDraft(number: "T1", title: "Gloves", client: client, procedure: "commercial", stage: .decided))
            return (tender, try write.addPart(LotDraft(key: "L1", subject: "Gloves"), to: tender.number))
        }
        return (desk, tender, lot)
    }

    @Test(arguments: [
        (LotOutcome.lost, LossReason?.none, String?.none, "reason"), (.rejected, nil, nil, "reason"),
        (.lost, .other, nil, "lesson"), (.rejected, .rejected, nil, "lesson"), (.lost, .price, nil, ""),
        (.lost, .other, "The head said so", ""), (.rejected, .rejected, "Shelf life of 12 months", ""),
        (.lost, .notSubmitted, nil, ""), (.withdrawn, nil, nil, ""), (.notHeld, nil, nil, ""), (.won, nil, nil, ""),
    ])
    func `the form asks for what is missing`(
        outcome: LotOutcome, reason: LossReason?, lesson: String?, field: String
    ) throws {
        let (desk, _, lot) = try desk()
        try desk.write { write in
            var draft = try (write.read.part(lot) as TenderLot).draft
            (draft.outcome, draft.reason, draft.lesson) = (outcome, reason, lesson)
            do {
                try write.changePart(lot, from: nil, draft)
                #expect(field.isEmpty)
            } catch Refusal.invalid(let problems) {
                #expect(problems[field] != nil, "\(problems)")
            }
        }
    }

    @Test func `once all lots are lost, only the deadlines that outlive a loss are due`() throws {
        let (desk, tender, lot) = try desk()
        let day = TemporaryDesk.today
        try desk.write { write in
            for kind in [DeadlineKind.applications, .signingOurs, .complaint] {
                try write.addPart(DeadlineDraft(kind: kind, day: day + 3), to: tender.number)
            }
        }
        func due() throws -> [DeadlineKind] {
            try desk.desk.read { read in
                try read.tenderDues(TenderBoardQuery(), from: day, to: day + 9, on: day, at: TemporaryDesk.noon)
                    .map(\.row.deadline.draft.kind)
            }
        }
        #expect(try due() == [.applications, .signingOurs, .complaint])
        try desk.write { write in
            var draft = try (write.read.part(lot) as TenderLot).draft
            (draft.outcome, draft.reason) = (.lost, .price)
            try write.changePart(lot, from: nil, draft)
        }
        #expect(try due() == [.complaint])
        let sheet = try desk.desk.read { try $0.tenderSheet(tender, on: day, at: TemporaryDesk.noon) }
        #expect(sheet.next?.deadline.draft.kind == .complaint && sheet.missed.isEmpty)
    }

    @Test(arguments: [
        ("key,tender,subject,outcome,reason\nL1,T1,Gloves,lost,price\n", LossReason?.some(.price)),
        ("key,tender,subject,outcome,reason\nL1,T1,Gloves,lost,\n", nil),
        ("key,tender,subject,outcome\nL1,T1,Gloves,lost\n", nil),
        ("key,tender,subject,outcome,reason\nL1,T1,Gloves,проигран,цена\n", .price),
        ("key,tender,subject,outcome,reason\nL1,T1,Gloves,rejected,a requirement not met\n", .rejected),
    ])
    func `an import takes the reason from its column, else the lot waits for somebody to say it`(
        file: String, reason: LossReason?
    ) throws {
        let (desk, tender, lot) = try desk()
        let run = try imports.run(desk, .lots, file)
        #expect(run.changed == 1 && run.refusedCount == 0, "\(run.refused)")
        let read = try desk.desk.read { try ($0.part(lot) as TenderLot).draft }
        #expect(read.outcome.isLoss && read.reason == reason)
        #expect(
            try desk.desk.read { try $0.tenderResults(TenderListQuery()).reasonNotSaid } == (reason == nil ? 1 : 0))
        try desk.write { write in
            for stage in [TenderStage.contract, .execution] { try write.moveTender(tender, to: stage) }
            // Which requirement was not met is still to be said.
            guard reason != .price else { return try write.moveTender(tender, to: .closed) }
            #expect(throws: Refusal.invalid(Problems(["stage": .reasonOwed]))) {
                try write.moveTender(tender, to: .closed)
            }
            var said = read
            said.reason = .price
            try write.changePart(lot, from: nil, said)
            try write.moveTender(tender, to: .closed)
        }
        #expect(try desk.desk.read { try $0.tenderResults(TenderListQuery()).reasonNotSaid } == 0)
    }
}
