import Domain

/// A client of the world that has a name and people of its own; the others are made up by the seed.
struct NamedClient: Sendable {
    struct Post: Sendable {
        var name: Text
        var title: Text
        var role: DecisionRole?
        var isVip = false
        var isKol = false
        /// How many days ago it began; nil: long ago.
        var since: Int?
    }

    var name: Text
    var kind: ClientKind
    var town: Int
    var segment: Text
    /// The place of its parent among these clients.
    var parent: Int?
    var people: [Post]

    static let all: [NamedClient] = [
        NamedClient(
            name: Text("Southern Hospitals Group", "Группа «Южные больницы»"), kind: .hospital, town: 0,
            segment: Segments.groups,
            people: [
                Post(
                    name: Text("Valery Rudakov", "Рудаков Валерий Ильич"),
                    title: Text("Director of purchasing", "Директор по закупкам"),
                    role: .approver, isVip: true),
                Post(
                    name: Text("Nina Popova", "Попова Нина Сергеевна"), title: Text("Lawyer", "Юрист"),
                    role: .gatekeeper),
            ]),
        NamedClient(
            name: Text("Regional Oncology Centre", "Областной онкологический центр"), kind: .hospital, town: 0,
            segment: Segments.oncology, parent: 0,
            people: [
                Post(
                    name: Text("Irina Sokolova", "Соколова Ирина Павловна"),
                    title: Text("Chief physician", "Главный врач"),
                    role: .decider, isVip: true, since: 165),
                Post(
                    name: Text("Pavel Gromov", "Громов Павел Андреевич"),
                    title: Text("Head of chemotherapy", "Заведующий отделением химиотерапии"), role: .influencer,
                    isKol: true),
                Post(
                    name: Text("Oleg Titov", "Титов Олег Викторович"), title: Text("Procurement", "Отдел закупок"),
                    role: .buyer),
                Post(
                    name: Text("Lyubov Belova", "Белова Любовь Семёновна"),
                    title: Text("Chief economist", "Главный экономист"),
                    role: .approver),
            ]),
        NamedClient(
            name: Text("City Hospital 4", "Городская больница № 4"), kind: .hospital, town: 0,
            segment: Segments.hospitals, parent: 0,
            people: [
                Post(
                    name: Text("Anatoly Dyomin", "Дёмин Анатолий Петрович"),
                    title: Text("Chief physician", "Главный врач"),
                    role: .decider, isVip: true),
                Post(
                    name: Text("Zinaida Kruglova", "Круглова Зинаида Ивановна"),
                    title: Text("Pharmacy head", "Заведующая аптекой"),
                    role: .user),
            ]),
        NamedClient(
            name: Text("Children's Hospital", "Детская областная больница"), kind: .hospital, town: 0,
            segment: Segments.hospitals,
            people: [
                Post(
                    name: Text("Marina Shilova", "Шилова Марина Олеговна"),
                    title: Text("Chief physician", "Главный врач"),
                    role: .decider, isVip: true),
                Post(
                    name: Text("Pavel Gromov", "Громов Павел Андреевич"), title: Text("Consultant", "Консультант"),
                    role: .influencer,
                    isKol: true),
            ]),
        NamedClient(
            name: Text("Pharmacy chain “Vita”", "Аптечная сеть «Вита»"), kind: .pharmacyChain, town: 2,
            segment: Segments.chains,
            people: [
                Post(
                    name: Text("Stanislav Orekhov", "Орехов Станислав Юрьевич"),
                    title: Text("Commercial director", "Коммерческий директор"), role: .decider, isVip: true),
                Post(
                    name: Text("Yana Litvin", "Литвин Яна Борисовна"),
                    title: Text("Category manager", "Категорийный менеджер"),
                    role: .buyer),
            ]),
        NamedClient(
            name: Text("Ministry of Health", "Министерство здравоохранения"),
            kind: .authority,
            town: 0, segment: Segments.authorities,
            people: [
                Post(
                    name: Text("Elena Mironova", "Миронова Елена Викторовна"),
                    title: Text("Head of the oncology department", "Начальник отдела онкологии"),
                    role: .decider, isVip: true)
            ]),
        NamedClient(
            name: Text("Medical University", "Медицинский университет"), kind: .other, town: 0,
            segment: Segments.universities,
            people: [
                Post(
                    name: Text("Andrey Karpov", "Карпов Андрей Николаевич"),
                    title: Text("Professor of oncology", "Профессор онкологии"),
                    role: .influencer, isKol: true),
                Post(
                    name: Text("Pavel Gromov", "Громов Павел Андреевич"), title: Text("Associate professor", "Доцент"),
                    role: .influencer, isKol: true),
            ]),
        NamedClient(
            name: Text("Donfarm Distribution", "Дистрибьютор «Донфарм»"), kind: .distributor, town: 0,
            segment: Segments.trade,
            people: [
                Post(
                    name: Text("Ruslan Akhmetov", "Ахметов Руслан Тимурович"),
                    title: Text("General director", "Генеральный директор"),
                    role: .decider, isVip: true)
            ]),
    ]
}

/// The segments of the world's market.
enum Segments {
    static let groups = Text("Hospital groups", "Группы больниц")
    static let oncology = Text("Oncology", "Онкология")
    static let hospitals = Text("General hospitals", "Многопрофильные больницы")
    static let chains = Text("Pharmacy chains", "Аптечные сети")
    static let authorities = Text("Authorities", "Органы власти")
    static let universities = Text("Universities", "Университеты")
    static let trade = Text("Trade", "Торговля")
}
