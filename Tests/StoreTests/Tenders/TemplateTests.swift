import Domain
import Testing

@testable import Store

@Suite struct TemplateTests {
    @Test func `a new tender begins with the questions and lines for its procedure, and an imported one with none`()
        throws
    {
        let desk = try TemporaryDesk()
        let client = try desk.addClient("Hospital")
        let (ours, imported) = try desk.write { write in
            for draft in [
                TenderTemplateDraft(kind: .question, text: "Does it pay?"),
                TenderTemplateDraft(kind: .question, text: "Does it pay?", procedure: "44-auction"),
                TenderTemplateDraft(kind: .line, text: "Licence", paper: .licence),
                TenderTemplateDraft(kind: .line, text: "Bank letter", procedure: "commercial"),
            ] {
                try write.addTenderTemplate(draft)
            }
            let ours = try write.addTender(TenderDraft(title: "Gloves", client: client, procedure: "44-auction"))
            var file = write
            file.importID = try write.beginImport(.tenders, file: "tenders.csv", map: "")
            return (ours, try file.addTender(TenderDraft(title: "Masks", client: client)))
        }
        func lines(of tender: Tender.ID) throws -> [ApplicationLineDraft] {
            try desk.desk.read { try $0.parts(ApplicationLineDraft.self, of: tender).map(\.draft) }
        }
        let questions = try desk.desk.read { try $0.parts(GoAnswerDraft.self, of: ours).map(\.draft.question) }
        #expect(questions == ["Does it pay?"])
        #expect(try lines(of: ours) == [ApplicationLineDraft(text: "Licence", paper: .licence)])
        #expect(try lines(of: imported).isEmpty)
    }

    @Test func `a template for a procedure that the desk does not have is refused`() throws {
        let desk = try TemporaryDesk()
        #expect(throws: Refusal.invalid(Problems(["procedure": .notAChoice]))) {
            try desk.write { try $0.addTenderTemplate(TenderTemplateDraft(kind: .line, text: "x", procedure: "none")) }
        }
    }
}
