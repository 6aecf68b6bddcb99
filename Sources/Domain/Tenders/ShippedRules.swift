// What a new desk knows of laws.

extension LawRule {
    /// No lawyer has confirmed any of it: each rule waits for the name of one who does. The names are phrases of the catalogue, and a rule
    /// is asked for by its name. The values say the same in every language.
    package static let shipped: [LawRuleDraft] =
        rules(
            "44-FZ", "2014-01-01", russian("144624"),
            [
                (called: "Fall of the price from which anti-dumping measures apply", "37", "25 %"),
                (
                    called: "Starting price above which such a fall always asks for a higher security", "37",
                    "15 000 000 ₽"
                ),
                (called: "Security of the contract after such a fall, against the notice's", "37", "× 1½"),
                (called: "Days from announcement to decision on which bidders may talk with the customer", "46", "0"),
                (called: "Penalty for each day that a supplier is late, as a share of the key rate", "34", "1/300"),
            ])
        + rules(
            "44-FZ", "2022-01-01", russian("144624"),
            [
                (called: "Security of a bid where the start is 20 million roubles or less", "44", "½–1 %"),
                (called: "Security of a bid where the start is above 20 million roubles", "44", "½–5 %"),
                (called: "Security of a contract", "96", "½–30 %"),
                (called: "Months for which a guarantee of the contract outlasts the contract", "96", "1"),
                (called: "Working days within which the winner signs", "51", "5"),
                (called: "Days for a complaint after the protocol", "105", "5"),
                (called: "Largest starting price of a request for quotations", "24", "10 000 000 ₽"),
                (called: "Largest direct purchase on the ground of a small sum", "93", "600 000 ₽"),
            ])
        + rules(
            "44-FZ", "2023-01-01", russian("144624"),
            [(called: "Working days within which the customer pays", "34", "7")])
        + rules(
            "323-FZ", "2012-01-01", russian("121895"),
            [(called: "Gifts and money that a health worker may take from a supplier", "74", "0 ₽")])
        + rules(
            "2014/24/EU", "2016-04-18", "https://eur-lex.europa.eu/eli/dir/2014/24/oj",
            [
                (called: "Days for tenders in an open procedure", "27", "35"),
                (called: "Days for tenders in an open procedure, handed in electronically", "27", "30"),
                (called: "Days for requests to take part in a restricted procedure", "28", "30"),
                (called: "Days for tenders in a restricted procedure", "28", "30"),
            ])
        + rules(
            "2014/24/EU", "2009-12-20", "https://eur-lex.europa.eu/eli/dir/1989/665/oj",
            [(called: "Days from the decision to the contract, told electronically", "2a", "10")])

    private static func russian(_ number: String) -> String {
        "https://www.consultant.ru/document/cons_doc_LAW_\(number)/"
    }

    private static func rules(
        _ law: String, _ from: String, _ source: String, _ rules: [(called: String, article: String, value: String)]
    ) -> [LawRuleDraft] {
        rules.map {
            LawRuleDraft(
                name: $0.called, law: law, article: $0.article, value: $0.value, from: Day(from)!, source: source)
        }
    }

    /// The name of a law in one way of writing: "44-ФЗ" is "44-FZ".
    package static func plain(_ law: String) -> String { law.uppercased().replacing("ФЗ", with: "FZ") }
}
