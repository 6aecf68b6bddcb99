/// The sources of knowledge, by the words used in the tables.
enum Origins {
    /// The text for a word, or the text itself with its Russian form after "//".
    static func text(_ word: String) -> Text {
        if let known = known[word] { return known }
        let both = word.split(separator: " // ")
        guard both.count == 2 else { preconditionFailure("the demo knows no source \(word)") }
        return Text(String(both[0]), String(both[1]))
    }

    private static let known = [
        "budget": Text("Budget hearing", "Защита бюджета"),
        "colleague": Text("A colleague's word", "Со слов коллеги"),
        "committee": Text("Formulary committee", "Формулярная комиссия"),
        "congress": Text("Congress", "Конгресс"),
        "letter": Text("Their letter", "Их письмо"),
        "library": Text("Journal library", "Библиотека журналов"),
        "order": Text("Order of appointment", "Приказ о назначении"),
        "site": Text("The organisation's site", "Сайт организации"),
        "table": Text("Round table", "Круглый стол"),
        "talk": Text("Own conversation", "Личный разговор"),
        "tender": Text("Tender documents", "Закупочная документация"),
        "visit": Text("Visit", "Визит"),
    ]
}
