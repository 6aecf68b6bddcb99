import Domain

@testable import Store

extension AuthorityDesk {
    static let tenders: [(name: String, act: Act)] = [
        ("a tender is written with its parts", { try TenderRecords.write($0, $1.client) }),
        (
            "a template of tenders is added",
            {
                try $0.addTenderTemplate(TenderTemplateDraft(kind: .question, text: "Does it pay?"))
                _ = $1
            }
        ),
        (
            "a rule of a law is added",
            {
                try $0.addLawRule(LawRuleDraft(name: "share", law: "44-FZ", value: "25 %", from: $0.today))
                _ = $1
            }
        ),
    ]
}
