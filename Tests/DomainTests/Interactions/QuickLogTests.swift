import Testing

@testable import Domain

/// One typed line, understood. Today is Tuesday, 24 November 2026.
@Suite struct QuickLogTests {
    static let today = Day("2026-11-24")!

    struct Sentence: Sendable, CustomTestStringConvertible {
        var line: String
        /// "kind | day | names | topic | note | side: text @ due; ..."; a part that is empty is nothing.
        var meaning: String
        var testDescription: String { line }
    }

    static func told(_ log: QuickLog) -> String {
        let agreed = log.agreed.map { "\($0.side): \($0.text)\($0.due.map { " @ \($0.iso)" } ?? "")" }
        return [
            log.kind?.rawValue ?? "", log.day?.iso ?? "", log.names.joined(separator: ", "), log.topic, log.note ?? "",
            agreed.joined(separator: "; "),
        ].joined(separator: " | ")
    }

    static let sentences = [
        // English
        (
            "visit Sokolova: wants cold-chain audit, we send data by Fri",
            "visit |  | Sokolova | Wants cold-chain audit |  | ours: Send data @ 2026-11-27"
        ),
        (
            "call Titov: we send samples by Monday",
            "call |  | Titov | Send samples |  | ours: Send samples @ 2026-11-30"
        ),
        (
            "called Irina Sokolova: committee moves to 4 Dec",
            "call |  | Irina Sokolova | Committee moves to 4 Dec |  | "
        ),
        ("meeting with Gromov and Titov: prices for 2027", "meeting |  | Gromov, Titov | Prices for 2027 |  | "),
        ("Met Gromov yesterday: the pilot goes on", "meeting | 2026-11-23 | Gromov | The pilot goes on |  | "),
        (
            "email to Titov: contract draft, they return it by 5 Dec",
            "message |  | Titov | Contract draft |  | theirs: Return it @ 2026-12-05"
        ),
        ("coffee with Belova: will retire in spring", "informal |  | Belova | Will retire in spring |  | "),
        ("informal meeting with Belova: new chief", "informal |  | Belova | New chief |  | "),
        ("lunch Belova, Gromov: budget", "informal |  | Belova, Gromov | Budget |  | "),
        (
            "negotiation with Medsnab: 45 days instead of 30, we answer tomorrow",
            "negotiation |  | Medsnab | 45 days instead of 30 |  | ours: Answer @ 2026-11-25"
        ),
        ("training at City Hospital: ports, 12 nurses", "training |  | City Hospital | Ports | 12 nurses | "),
        (
            "presentation at Oncology Dispensary: port systems",
            "presentation |  | Oncology Dispensary | Port systems |  | "
        ),
        ("shelf check at Vita: two facings missing", "merchandising |  | check Vita | Two facings missing |  | "),
        ("congress with Gromov: his talk went well", "event |  | Gromov | His talk went well |  | "),
        ("visit Sokolova on Monday: asks for discount", "visit | 2026-11-23 | Sokolova | Asks for discount |  | "),
        ("visit 12 Nov Sokolova: audit", "visit | 2026-11-12 | Sokolova | Audit |  | "),
        ("visit 2026-10-05 Sokolova: audit", "visit | 2026-10-05 | Sokolova | Audit |  | "),
        ("call Sokolova: they want a discount", "call |  | Sokolova | They want a discount |  | "),
        (
            "call Sokolova: she will send the minutes by 1 Dec",
            "call |  | Sokolova | Send the minutes |  | theirs: Send the minutes @ 2026-12-01"
        ),
        (
            "call Sokolova: he promised to call back in 3 days",
            "call |  | Sokolova | Call back |  | theirs: Call back @ 2026-11-27"
        ),
        (
            "call Sokolova: we'll prepare an offer in two weeks",
            "call |  | Sokolova | Prepare an offer in two weeks |  | ours: Prepare an offer in two weeks"
        ),
        (
            "call Sokolova: we'll prepare an offer in 2 weeks",
            "call |  | Sokolova | Prepare an offer |  | ours: Prepare an offer @ 2026-12-08"
        ),
        ("call Sokolova: price 3,5 is too high", "call |  | Sokolova | Price 3,5 is too high |  | "),
        (
            "call Sokolova: likes the pilot; we send the report by end of month",
            "call |  | Sokolova | Likes the pilot |  | ours: Send the report @ 2026-11-30"
        ),
        (
            "call Sokolova: likes the pilot and we send the report next week",
            "call |  | Sokolova | Likes the pilot |  | ours: Send the report @ 2026-12-04"
        ),
        ("call Sokolova: send data by Fri", "call |  | Sokolova | Send data |  | ours: Send data @ 2026-11-27"),
        ("call Sokolova: audit on Friday", "call |  | Sokolova | Audit on Friday |  | "),
        (
            "call Sokolova: audit, send data before 12.12",
            "call |  | Sokolova | Audit |  | ours: Send data @ 2026-12-12"
        ),
        (
            "call Sokolova: audit, send data until 05.12.2026, they confirm by Wed",
            "call |  | Sokolova | Audit |  | ours: Send data @ 2026-12-05; theirs: Confirm @ 2026-11-25"
        ),
        (
            "call Sokolova: audit. We send data by 5 January",
            "call |  | Sokolova | Audit |  | ours: Send data @ 2027-01-05"
        ),
        (
            "call Sokolova - audit, we call back by Tuesday",
            "call |  | Sokolova | Audit |  | ours: Call back @ 2026-12-01"
        ),
        ("call Sokolova wants an audit", "call |  | Sokolova | Wants an audit |  | "),
        ("I called Titov: out until Monday", "call |  | Titov | Out until Monday |  | "),
        ("phone call with Titov: fine", "call |  | Titov | Fine |  | "),
        ("budget is frozen", " |  |  | Budget is frozen |  | "),
        ("Titov: budget is frozen", " |  | Titov | Budget is frozen |  | "),
        (
            "call Fridman: we offer 10.12 EUR per pack by Friday",
            "call |  | Fridman | Offer 10.12 EUR per pack |  | ours: Offer 10.12 EUR per pack @ 2026-11-27"
        ),
        (
            "call Fridman: we send clause 2.10 of the contract by Friday",
            "call |  | Fridman | Send clause 2.10 of the contract |  | ours: Send clause 2.10 of the contract @ 2026-11-27"
        ),
        ("call Fridman: we send price by 5/12", "call |  | Fridman | Send price |  | ours: Send price @ 2026-12-05"),
        (
            "call Fridman: we send price by 5/12/2027",
            "call |  | Fridman | Send price |  | ours: Send price @ 2027-12-05"
        ),
        ("call Fridman: offer 10.12", "call |  | Fridman | Offer 10.12 |  | "),
        ("visit 25.11 Sokolova: audit", "visit | 2026-11-25 | Sokolova | Audit |  | "),
        ("visit 25.12 Sokolova: audit", "visit | 2026-12-25 | Sokolova | Audit |  | "),
        ("visit 25.02 Sokolova: audit", "visit | 2026-02-25 | Sokolova | Audit |  | "),
        ("visit Metelkina: ok", "visit |  | Metelkina | Ok |  | "),
        ("call Callahan: ok", "call |  | Callahan | Ok |  | "),
        ("визит Былинкина: ок", "visit |  | Былинкина | Ок |  | "),
        ("звонок Почтарёва: ок", "call |  | Почтарёва | Ок |  | "),
        ("встреча Обедина: ок", "meeting |  | Обедина | Ок |  | "),
        ("встреча Средин: ок", "meeting |  | Средин | Ок |  | "),
        ("встреча в среду с Вторниковым: ок", "meeting | 2026-11-18 | Вторниковым | Ок |  | "),
        (
            "звонок Титову: пришлём пункт 2.10 договора до 5/12",
            "call |  | Титову | Пришлём пункт 2.10 договора |  | ours: Пришлём пункт 2.10 договора @ 2026-12-05"
        ),
        // Russian
        (
            "визит Соколова: хочет аудит холодовой цепи, мы присылаем данные до пятницы",
            "visit |  | Соколова | Хочет аудит холодовой цепи |  | ours: Присылаем данные @ 2026-11-27"
        ),
        (
            "визит к Соколовой: хочет аудит, пришлём данные к пт",
            "visit |  | Соколовой | Хочет аудит |  | ours: Пришлём данные @ 2026-11-27"
        ),
        (
            "звонок Титову: мы отправим образцы до понедельника",
            "call |  | Титову | Отправим образцы |  | ours: Отправим образцы @ 2026-11-30"
        ),
        (
            "позвонил Ирине Соколовой: комиссия переносится на 4 декабря",
            "call |  | Ирине Соколовой | Комиссия переносится на 4 декабря |  | "
        ),
        ("встреча с Громовым и Титовым: цены на 2027", "meeting |  | Громовым, Титовым | Цены на 2027 |  | "),
        (
            "встретился с Громовым вчера: пилот продолжается",
            "meeting | 2026-11-23 | Громовым | Пилот продолжается |  | "
        ),
        (
            "письмо Титову: проект договора, они вернут до 5 декабря",
            "message |  | Титову | Проект договора |  | theirs: Вернут @ 2026-12-05"
        ),
        ("кофе с Беловой: весной уходит", "informal |  | Беловой | Весной уходит |  | "),
        ("неформальная встреча с Беловой: новый главврач", "informal |  | Беловой | Новый главврач |  | "),
        ("обед Белова, Громов: бюджет", "informal |  | Белова, Громов | Бюджет |  | "),
        (
            "переговоры с Медснаб: 45 дней вместо 30, мы ответим завтра",
            "negotiation |  | Медснаб | 45 дней вместо 30 |  | ours: Ответим @ 2026-11-25"
        ),
        (
            "обучение в Городской больнице: порты, 12 медсестёр",
            "training |  | Городской больнице | Порты | 12 медсестёр | "
        ),
        ("презентация в Онкодиспансере: порт-системы", "presentation |  | Онкодиспансере | Порт-системы |  | "),
        ("мерчандайзинг в Вита: нет двух фейсингов", "merchandising |  | Вита | Нет двух фейсингов |  | "),
        ("конгресс с Громовым: доклад прошёл хорошо", "event |  | Громовым | Доклад прошёл хорошо |  | "),
        ("круглый стол с Громовым: спорили о ценах", "event |  | Громовым | Спорили о ценах |  | "),
        ("визит к Соколовой в понедельник: просит скидку", "visit | 2026-11-23 | Соколовой | Просит скидку |  | "),
        ("визит 12 ноября Соколова: аудит", "visit | 2026-11-12 | Соколова | Аудит |  | "),
        ("визит позавчера Соколова: аудит", "visit | 2026-11-22 | Соколова | Аудит |  | "),
        ("звонок Соколовой: они хотят скидку", "call |  | Соколовой | Они хотят скидку |  | "),
        (
            "звонок Соколовой: она пришлёт протокол до 1 дек.",
            "call |  | Соколовой | Пришлёт протокол |  | theirs: Пришлёт протокол @ 2026-12-01"
        ),
        (
            "звонок Соколовой: он обещал перезвонить через 3 дня",
            "call |  | Соколовой | Перезвонить |  | theirs: Перезвонить @ 2026-11-27"
        ),
        (
            "звонок Соколовой: мы подготовим предложение через неделю",
            "call |  | Соколовой | Подготовим предложение |  | ours: Подготовим предложение @ 2026-12-01"
        ),
        ("звонок Соколовой: цена 3,5 высока", "call |  | Соколовой | Цена 3,5 высока |  | "),
        (
            "звонок Соколовой: пилот нравится; мы пришлём отчёт до конца месяца",
            "call |  | Соколовой | Пилот нравится |  | ours: Пришлём отчёт @ 2026-11-30"
        ),
        (
            "звонок Соколовой: пилот нравится и мы пришлём отчёт на следующей неделе",
            "call |  | Соколовой | Пилот нравится |  | ours: Пришлём отчёт @ 2026-12-04"
        ),
        (
            "звонок Соколовой: аудит, прислать данные не позже среды",
            "call |  | Соколовой | Аудит |  | ours: Прислать данные @ 2026-11-25"
        ),
        (
            "звонок Соколовой: аудит, данные до 12.12, они подтвердят к среде",
            "call |  | Соколовой | Аудит |  | ours: Данные @ 2026-12-12; theirs: Подтвердят @ 2026-11-25"
        ),
        (
            "созвон с Титовым — недоволен сроками, мы решим до 5 января 2027 года",
            "call |  | Титовым | Недоволен сроками |  | ours: Решим @ 2027-01-05"
        ),
        ("звонок Соколовой хочет аудит", "call |  | Соколовой | Хочет аудит |  | "),
        ("Был у Соколовой: всё хорошо", "visit |  | Соколовой | Всё хорошо |  | "),
        ("бюджет заморожен", " |  |  | Бюджет заморожен |  | "),
    ].map { Sentence(line: $0.0, meaning: $0.1) }

    @Test(arguments: sentences)
    func `a quick line is read as its table of examples says`(sentence: Sentence) {
        #expect(QuickLogTests.told(QuickLog(sentence.line, today: QuickLogTests.today)) == sentence.meaning)
    }

    @Test(arguments: [
        "", " ", ":", "visit", "visit:", "visit Sokolova:", ",,,", "we", "мы до", "a: b: c", "by",
        "in 999999999999 days: we", "31.02: x",
    ])
    func `a nonsense line never gives an empty name or an empty matter`(line: String) {
        let log = QuickLog(line, today: QuickLogTests.today)
        #expect(log.agreed.allSatisfy { !$0.text.isEmpty })
        #expect(log.names.allSatisfy { !$0.isEmpty })
    }
}
