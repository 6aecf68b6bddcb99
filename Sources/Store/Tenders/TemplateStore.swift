import Domain
import GRDB

extension ReadTransaction {
    package func tenderTemplate(_ id: TenderTemplate.ID) throws -> TenderTemplate {
        try one(
            "SELECT \(TenderTemplateDraft.columns(of: "m")) FROM tender_template m WHERE m.id = ?", [id.number]
        ) { TenderTemplate($0) }
    }

    package func tenderTemplates() throws -> TenderTemplateList {
        TenderTemplateList(
            templates: try rows(
                """
                SELECT \(TenderTemplateDraft.columns(of: "m")) FROM tender_template m
                ORDER BY m.kind DESC, m.id LIMIT 500
                """, []
            ) { TenderTemplate($0) })
    }
}

extension WriteTransaction {
    @discardableResult
    package func addTenderTemplate(_ draft: TenderTemplateDraft) throws -> TenderTemplate.ID {
        try requireSound(draft)
        return TenderTemplate.ID(try insert(draft.record))
    }

    @discardableResult
    package func changeTenderTemplate(_ id: TenderTemplate.ID, from version: Int?, _ draft: TenderTemplateDraft) throws
        -> Bool
    {
        try requireSound(draft)
        return try update(id.number, from: version, draft.record)
    }

    package func deleteTenderTemplate(_ id: TenderTemplate.ID, from version: Int?) throws {
        try deleteWhole(.tenderTemplate, id.number, from: version)
    }

    private func requireSound(_ draft: TenderTemplateDraft) throws {
        guard let key = draft.procedure, try read.procedure(key) == nil else { return }
        throw Refusal.invalid(Problems(["procedure": .notAChoice]))
    }

    /// Gives a new tender the questions and the lines of the application that are for its procedure.
    func begin(_ tender: Tender.ID, by procedure: String?) throws {
        var asked: Set<String> = []
        for template in try read.tenderTemplates().templates.map(\.draft)
        where template.procedure == nil || template.procedure == procedure {
            switch template.kind {
            case .question:
                guard asked.insert(template.text).inserted else { continue }
                try addPart(GoAnswerDraft(question: template.text), to: tender.number)
            case .line:
                try addPart(ApplicationLineDraft(text: template.text, paper: template.paper), to: tender.number)
            }
        }
    }
}

extension TenderTemplateDraft {
    var record: RecordValues { RecordValues(subject: .tenderTemplate, title: text, columns: stored) }
}

extension TenderTemplate {
    init(_ row: Columns) { self.init(id: row.id(0), version: row[1], draft: row.draft()) }
}
