/// What a new tender begins with: a question on which it depends whether we take part, or a line of the application's checklist.
package struct TenderTemplate: Sendable, Equatable, Record {
    package typealias ID = Domain.ID<TenderTemplate>

    package var id: ID
    package var version: Int
    package var draft: TenderTemplateDraft

    package init(id: ID, version: Int, draft: TenderTemplateDraft) {
        (self.id, self.version, self.draft) = (id, version, draft)
    }
}

package enum TemplateKind: String, Wording { case question, line }

package struct TenderTemplateDraft: StoredDraft, Sendable, Equatable, Encodable {
    package var kind: TemplateKind
    package var text: String
    /// The key of the procedure that it is for; nil for every one.
    package var procedure: String?
    /// The paper of ours that a line asks for.
    package var paper: PaperKind?

    package init(_ entries: Entries) throws(Problems) {
        var read = FieldReader(entries)
        kind = read.choice("kind", or: .question)
        text = read.text("text", atMost: 300)
        procedure = read.optionalText("procedure", atMost: 80)
        paper = read.optionalChoice("paper", PaperKind.self)
        if kind == .question { paper = nil }
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(kind: TemplateKind, text: String, procedure: String? = nil, paper: PaperKind? = nil) {
        (self.kind, self.text, self.procedure, self.paper) = (kind, text, procedure, paper)
    }

    package static var blank: TenderTemplateDraft { TenderTemplateDraft(kind: .blank, text: "") }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("kind", &kind)
        fields.field("text", &text)
        fields.field("procedure", &procedure)
        fields.field("paper", &paper)
    }
}

package struct TenderTemplateList: Sendable, Encodable {
    /// The questions first, each kind in the order in which it was written.
    package var templates: [TenderTemplate]

    package init(templates: [TenderTemplate]) { self.templates = templates }
}
