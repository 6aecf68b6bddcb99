import Domain
import Store

/// Why some clients are key beside the income they bring.
enum KeyEvidence {
    /// Columns: organisation | learned days ago | definition | kind | amount a year in euro, or "-" | holds for days from then, or "-" for as
    /// long as its kind does | certainty | source | text in English | in Russian.
    static let all = """
        oncology | 80 | potential | rivals | 3560000 | - | confirmed | tender | So much they buy in a year; supportive therapy and ports come from Northpharm and Medline | Столько они покупают за год; поддерживающую терапию и порт-системы — у «Нордфарма» и «Медлайна»
        oncology | 4 | potential | next-step | - | 16 | confirmed | talk | Offer for ports by the middle of the month | Предложение по порт-системам к середине месяца
        oncology | 320 | known | scope | - | - | confirmed | letter | Fourteen deliveries with temperature loggers in a year | Четырнадцать поставок за год с регистраторами температуры
        oncology | 320 | known | result | - | - | confirmed | letter | No batch was lost on the way | В пути не потеряно ни одной партии
        oncology | 180 | known | permission | - | - | confirmed | letter | May be cited by name, without amounts | Можно ссылаться по имени, без сумм
        oncology | 230 | partner | budget | - | - | confirmed | talk | The budget of the year by department, before it was public | Бюджет года по отделениям до публикации
        oncology | 230 | partner | doubling | - | - | assumed | talk | Payment after 45 days would double the purchases | Отсрочка в 45 дней удвоила бы закупки
        oncology | 190 | innovator | denied | - | - | confirmed | visit | The pilot of elastomeric pumps: no staff for it this year | Пилот эластомерных помп: в этом году нет персонала
        ministry | 40 | known | scope | - | - | confirmed | order | The round table on the formulary of the region | Круглый стол по формуляру региона
        ministry | 40 | known | result | - | - | confirmed | order | Two groups of medicines were taken into the list | Две группы препаратов вошли в перечень
        ministry | 35 | known | permission | - | - | assumed | talk | The round table may be named in offers | Круглый стол можно упоминать в предложениях
        ministry | 60 | competent | advice | - | - | confirmed | talk | Show the cost of a course, not of a pack | Показывать цену курса, а не упаковки
        ministry | 20 | competent | outcome | - | - | confirmed | talk | Our offers now begin with the course; two were read to the end | Наши предложения начинаются с курса; два дочитали до конца
        university | 120 | innovator | pilot | - | - | confirmed | congress | A pilot of closed infusion systems at the training clinic | Пилот закрытых инфузионных систем в учебной клинике
        university | 90 | partner | plans | - | - | assumed | talk | A second training clinic opens next year | В следующем году открывают вторую учебную клинику
        city | 300 | potential | elsewhere | 450000 | 240 | assumed | colleague | Antibiotics come from the city's warehouse | Антибиотики берут с городского склада
        """
}

extension Story {
    func know(_ row: Table.Row) {
        let (client, learned) = (client(row[0]), row.number(1))
        let kind: EvidenceKind = row.word(3)
        let amount = row[optional: 4] == nil ? nil : world.money(row.number(4) * 100)
        let days = row[optional: 5] == nil ? kind.days : row.number(5)
        let claim = Text(row[8], row[9])(world.tongue)
        let source = Origins.text(row[7])(world.tongue)
        act(learned) { write, day in
            try write.addEvidence(
                EvidenceDraft(
                    row.word(2), kind, claim: claim, source: source, amount: amount, day: day, grade: row.word(6),
                    until: days.map { day + $0 },
                    permits: kind == .permission ? .named : nil), of: client)
        }
    }
}
