import Domain

/// A topic of conversation, and the promises that follow from it.
struct Topic: Sendable {
    var kind: InteractionKind
    var about: Text
    /// What we promised, and what they promised; nil if nothing.
    var ours: Text?
    var theirs: Text?
    /// The kinds of client for which the topic fits; nil if all.
    var fits: [ClientKind]?

    func isTalkedOf(with kind: ClientKind) -> Bool { fits?.contains(kind) ?? true }

    static let all: [Topic] = [
        Topic(
            kind: .visit,
            about: Text("Wants a cold-chain audit before signing", "Просит аудит холодовой цепи до подписания"),
            ours: Text("Send stability data", "Прислать данные о стабильности"),
            theirs: Text("Name the day of the audit", "Назвать день аудита")),
        Topic(
            kind: .informal, about: Text("The budget committee moves", "Бюджетная комиссия переносится"),
            theirs: Text("Budget committee minutes", "Протокол бюджетной комиссии"), fits: [.hospital, .authority]),
        Topic(
            kind: .meeting,
            about: Text("Need for the next quarter, by department", "Потребность следующего квартала по отделениям"),
            ours: Text("Prepare a proposal by department", "Подготовить предложение по отделениям"),
            theirs: Text("Send consumption of the last year", "Прислать расход за прошлый год"), fits: [.hospital]),
        Topic(
            kind: .call, about: Text("Delivery schedule and a delayed truck", "График поставок и задержанная машина"),
            ours: Text("Confirm the new delivery day", "Подтвердить новый день поставки")),
        Topic(
            kind: .negotiation, about: Text("Payment terms: 45 days instead of 30", "Отсрочка: 45 дней вместо 30"),
            ours: Text(
                "Answer on 45 days after the head has decided", "Ответить по 45 дням после решения руководителя"),
            theirs: Text("Reconciliation act for the quarter", "Акт сверки за квартал")),
        Topic(
            kind: .presentation, about: Text("Port systems shown to the nurses", "Показали порт-системы медсёстрам"),
            ours: Text("Send the slides and the protocol", "Отправить слайды и протокол"), fits: [.hospital]),
        Topic(
            kind: .training,
            about: Text("Pharmacists trained in storage and dilution", "Обучили провизоров хранению и разведению"),
            theirs: Text("List of those who were trained", "Список обученных"), fits: [.hospital, .pharmacyChain]),
        Topic(
            kind: .event, about: Text("Round table on supportive therapy", "Круглый стол по сопроводительной терапии"),
            ours: Text("Invite to the autumn congress", "Пригласить на осенний конгресс")),
        Topic(
            kind: .message, about: Text("Asks for certificates of the new series", "Просит сертификаты новой серии"),
            ours: Text("Send the certificates", "Выслать сертификаты")),
        Topic(
            kind: .call,
            about: Text("Formulary committee: who sits there now", "Формулярная комиссия: кто в ней теперь"),
            theirs: Text("The committee's dates for the year", "Даты комиссии на год"), fits: [.hospital, .authority]),
        Topic(
            kind: .informal,
            about: Text("A competitor offers six per cent below us", "Конкурент предлагает на шесть процентов ниже нас")
        ),
        Topic(
            kind: .merchandising, about: Text("Shelf check in four pharmacies", "Проверка выкладки в четырёх аптеках"),
            ours: Text("Bring new shelf cards", "Привезти новые ценники"), fits: [.pharmacyChain, .retailer]),
        Topic(
            kind: .visit, about: Text("Complaint about two damaged boxes", "Жалоба на две повреждённые коробки"),
            ours: Text("Act and replacement of the boxes", "Акт и замена коробок")),
    ]

    static let titles: [(title: Text, role: DecisionRole?)] = [
        (Text("Chief physician", "Главный врач"), .decider),
        (Text("Deputy chief physician", "Заместитель главного врача"), .influencer),
        (Text("Head of pharmacy", "Заведующая аптекой"), .user),
        (Text("Procurement specialist", "Специалист по закупкам"), .buyer),
        (Text("Chief economist", "Главный экономист"), .approver),
        (Text("Head of surgery", "Заведующий хирургией"), .influencer),
        (Text("Clinical pharmacologist", "Клинический фармаколог"), .influencer),
        (Text("Secretary", "Секретарь"), .gatekeeper),
        (Text("Commercial director", "Коммерческий директор"), .decider),
        (Text("Warehouse head", "Заведующий складом"), nil),
    ]

    /// The kinds of invented clients. A number or a town is added to the name.
    static let kinds: [(kind: ClientKind, name: Text, segment: Text)] = [
        (.hospital, Text("City Hospital", "Городская больница"), Segments.hospitals),
        (.hospital, Text("Regional Clinical Hospital", "Областная клиническая больница"), Segments.hospitals),
        (.hospital, Text("Oncology Dispensary", "Онкологический диспансер"), Segments.oncology),
        (.hospital, Text("Cardiology Centre", "Кардиологический центр"), Segments.hospitals),
        (.pharmacyChain, Text("Pharmacy chain “Apteka plus”", "Аптечная сеть «Аптека плюс»"), Segments.chains),
        (.pharmacyChain, Text("Pharmacies “Zdorovye”", "Аптеки «Здоровье»"), Segments.chains),
        (.distributor, Text("Medsnab", "Медснаб"), Segments.trade),
        (.retailer, Text("Medtekhnika store", "Магазин «Медтехника»"), Segments.trade),
        (.manufacturer, Text("Pharmaceutical plant", "Фармацевтический завод"), Segments.trade),
        (.authority, Text("Health department", "Департамент здравоохранения"), Segments.authorities),
    ]
}
