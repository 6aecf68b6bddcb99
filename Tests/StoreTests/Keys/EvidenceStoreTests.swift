import Domain
import Testing

@testable import Store

/// How evidence is kept.
@Suite struct EvidenceStoreTests {
    @Test func `what is still so is new, and what stood there before is in the history`() throws {
        let temporary = try TemporaryDesk()
        let client = try temporary.addClient("Hospital")
        let first = TemporaryDesk.today
        let id = try temporary.write {
            try $0.addEvidence(
                EvidenceDraft(.partner, .budget, claim: "Budget", source: "Visit", day: first, until: first + 180),
                of: client)
        }
        let later = first + 200
        func answers(_ day: Day) throws -> [KeyAnswer] {
            try temporary.desk.read { read in
                let sheet = try read.evidenceSheet(of: client, on: day)
                return KeyDefinition.allCases.map(sheet.answer)
            }
        }
        #expect(try answers(first) == [.unknown, .unknown, .met, .unknown, .unknown])
        #expect(try answers(later) == [.unknown, .unknown, .stale, .unknown, .unknown])
        try temporary.write(on: later) { try $0.confirmEvidence(id) }
        #expect(try answers(later) == [.unknown, .unknown, .met, .unknown, .unknown])
        try temporary.desk.read { read in
            let evidence = try read.evidence(id).evidence
            #expect(evidence.version == 2 && evidence.draft.day == later && evidence.draft.until == later + 180)
            let lines = try read.recordHistory(.evidence, id.number)
            let days = lines.first?.fields.first { $0.field == "day" }
            #expect(lines.count == 2 && days?.before == first.iso && days?.after == later.iso)
        }
    }

    @Test func `a client of whom something else is known stands among the key clients without a sale`() throws {
        let temporary = try TemporaryDesk()
        let (known, other) = (try temporary.addClient("Ministry"), try temporary.addClient("Clinic"))
        try temporary.write {
            try $0.addEvidence(
                EvidenceDraft(.innovator, .pilot, claim: "Pilot", source: "Visit", day: $0.today), of: known)
            try $0.addEvidence(
                EvidenceDraft(.innovator, .denied, claim: "None", source: "Visit", day: $0.today), of: other)
        }
        let keys = try temporary.desk.read { try $0.keySheet(KeyQuery(), on: TemporaryDesk.today) }
        #expect(keys.named.map(\.client.name) == ["Ministry"] && keys.otherwiseCount == 1)
        #expect(keys.named[0].definitions(.met) == [.innovator] && keys.named[0].level == nil)
    }
}
