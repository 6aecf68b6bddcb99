import Domain
import Store

/// The strategy for some clients: what both sides want, what we fear, how we defend those on whom we depend, and what was promised.
enum Strategies {
    /// Columns: organisation | said days ago | topic | a word that the topic needs: whose, how likely, which level or step | due in days
    /// from today | a number that the topic needs: an amount a year in euro, a priority or a chance | certainty | source | text in English |
    /// in Russian | a second text in English | in Russian | a third in English | in Russian. What the second and the third are, says `fill`.
    static let all = [running, wants, doubts, defence, others].joined(separator: "\n")

    private static let running = """
        oncology | 110 | situation | - | - | - | confirmed | site | 214 beds and a day hospital for 60; chemotherapy grows by a tenth a year | 214 коек и дневной стационар на 60 мест; химиотерапия растёт на десятую часть в год
        oncology | 96 | need | - | - | - | confirmed | talk | A shorter queue, an audit without findings, a course that fits the tariff | Короче очередь, аудит без замечаний, курс в пределах тарифа
        oncology | 230 | budget | - | - | - | confirmed | budget | Belova asks in March, the Ministry sets it in November | Белова просит в марте, министерство утверждает в ноябре
        oncology | 61 | decision | - | - | - | confirmed | committee | Ward heads write the need, the formulary committee sits, an auction each quarter | Заведующие пишут потребность, заседает формулярная комиссия, аукцион каждый квартал
        oncology | 400 | calendar | - | - | - | assumed | tender | Notices in February, May, August and November | Извещения в феврале, мае, августе и ноябре
        ministry | 140 | decision | - | - | - | confirmed | order | The list is settled by a commission of nine once a year | Перечень раз в год утверждает комиссия из девяти человек
        group | 75 | need | - | - | - | confirmed | talk | One supplier for the whole group, one schedule of deliveries | Один поставщик на всю группу, один график поставок
        """

    private static let wants = """
        oncology | 100 | objective | ours | 395 | - | confirmed | talk | Seven tenths of what they need comes from us | Семь десятых их потребности — от нас | share of wallet | доля в закупках | 60 → 70 % | 60 → 70 %
        oncology | 100 | objective | ours | 61 | - | assumed | talk | The frame contract of the next year is signed | Рамочный договор на следующий год подписан | contract | договор | sent → signed | отправлен → подписан
        oncology | 90 | objective | theirs | 303 | - | confirmed | talk | The wait for the day hospital is half as long | Очередь в дневной стационар вдвое короче | days | дни | 9 → 5 | 9 → 5
        oncology | 88 | objective | theirs | -6 | - | confirmed | visit | Cold-chain audit without findings | Аудит холодовой цепи без замечаний | findings | замечания | 3 → 0 | 3 → 0
        group | 80 | objective | theirs | 120 | - | assumed | talk | Joint purchasing for all hospitals of the group | Единые закупки для всех больниц группы | hospitals | больницы | 2 → 7 | 2 → 7
        oncology | 34 | wish | - | - | 120000 | confirmed | talk | “With ready-made syringes I would order twice as much” | «Будь у вас готовые шприцы, я заказывала бы вдвое больше» | Commercial director | Коммерческий директор
        """

    private static let doubts = """
        oncology | 42 | risk | even | - | 96000 | assumed | talk | Joint purchasing with the railway hospitals | Совместные закупки с железнодорожными больницами | order of the Ministry | приказ министерства | Speak with the group's tender department before February | Поговорить с тендерным отделом группы до февраля
        oncology | 15 | risk | unlikely | - | 40000 | assumed | colleague | The chief physician is called to the Ministry | Главного врача позовут в министерство | a vacant post there | вакансия там | Know the one who would follow as well | Знать преемника так же хорошо
        oncology | 49 | objection | - | - | - | confirmed | talk | “Your ports cost a third more” | «Ваши порты дороже на треть» | A month of use costs less: the table was sent | Месяц использования дешевле: таблица отправлена
        oncology | 20 | objection | - | - | - | confirmed | visit | “30 days are not possible by law any more” | «30 дней по закону больше невозможны»
        city | 160 | objection | - | - | - | assumed | talk | “The warehouse of the city is nearer” | «Городской склад ближе» | We deliver within a day | Мы привозим в течение дня
        oncology | 7 | complaint | - | 3 | - | confirmed | visit | Two boxes came damaged | Две коробки пришли повреждёнными | Act and replacement | Акт и замена | Head of logistics | Руководитель логистики
        """

    private static let defence = """
        group | 120 | loyalty | ours | 45 | - | assumed | talk | Round table of the group's pharmacists | Круглый стол фармацевтов группы
        group | 120 | integration | ours | 90 | - | assumed | talk | Their stock tells our warehouse what to send | Их остатки сообщают нашему складу, что везти
        group | 120 | barrier | ours | -9 | - | assumed | talk | Our loggers stand in all refrigerators | Наши регистраторы стоят во всех холодильниках
        group | 120 | defence-review | - | 30 | - | assumed | talk | Look at the steps together with the head | Посмотреть шаги вместе с руководителем
        vita | 30 | quality | ours | 25 | - | assumed | talk | Shelf life of at least a year in every delivery | Срок годности не меньше года в каждой поставке
        vita | 30 | service | theirs | 12 | - | confirmed | talk | One order a week through their own system | Один заказ в неделю через их систему
        vita | 30 | barrier | ours | 80 | - | assumed | talk | Training of all their pharmacists is ours | Обучение всех их фармацевтов — наше
        vita | 30 | defence-review | - | 60 | - | assumed | talk | Review with the director | Пересмотр с директором
        """

    private static let others = """
        oncology | 12 | said | likely | - | - | confirmed | table | “Of all suppliers they alone ring before we do” | «Из всех поставщиков только они звонят раньше нас»
        oncology | 64 | observation | even | - | - | assumed | visit | New refrigerators stand in the pharmacy | В аптеке стоят новые холодильники
        oncology | 181 | level | company | - | 1 | confirmed | talk | A fifth of our income, and the others follow them | Пятая часть нашего дохода, и другие идут за ними
        group | 120 | level | company | - | 1 | confirmed | talk | The group decides for its hospitals | Группа решает за свои больницы
        donfarm | 200 | level | department | - | 3 | assumed | talk | Carries our goods where we do not drive | Возит наш товар туда, куда мы не ездим
        ministry | 40 | level | manager | - | 2 | confirmed | talk | Their word opens doors | Их слово открывает двери
        children | 70 | acquisition | met | 130 | 40 | assumed | visit | Supportive therapy for the new ward | Поддерживающая терапия для нового отделения
        """
}

extension Story {
    func strategies() {
        for row in Table(Strategies.all).rows { plan(row) }
        invest()
        holdReview()
        standApart()
        confirmSteps()
    }

    private func plan(_ row: Table.Row) {
        let (client, t, topic) = (client(row[0]), world.tongue, row.word(2) as StrategyTopic)
        let kam = row[0] == "vita" ? Story.newest : Desk.owner
        var draft = StrategyDraft(
            topic, text: Text(row[8], row[9])(t), source: Origins.text(row[7])(t), day: world.today, grade: row.word(6))
        draft.due = row[optional: 4] == nil ? nil : world.today + row.number(4)
        fill(&draft, row, row.text(10)?(t), row.text(12)?(t))
        if topic.has(.owner) { draft.owner = kam }
        act(row.number(1), by: kam) { [draft] write, day in
            var draft = draft
            draft.day = day
            if draft.passedTo != nil { draft.passedOn = day }
            try write.addStrategyLine(draft, of: client)
        }
    }

    /// What the word, the number, the second and the third text of a row are.
    private func fill(_ draft: inout StrategyDraft, _ row: Table.Row, _ second: String?, _ third: String?) {
        switch draft.topic.group {
        case .objective: (draft.side, draft.measure, draft.target) = (row.word(3), second, third)
        case .risk:
            (draft.likelihood, draft.measure, draft.answer) = (row.word(3), second, third)
            draft.amount = world.money(row.number(5) * 100)
        case .objection: draft.answer = second
        case .complaint: (draft.promise, draft.passedTo) = (second, third)
        case .wish: (draft.amount, draft.passedTo) = (world.money(row.number(5) * 100), second)
        case .defence: draft.side = row.optionalWord(3)
        case .voice: draft.likelihood = row.optionalWord(3)
        case .level: (draft.level, draft.priority) = (row.word(3), row.number(5))
        case .acquisition: (draft.step, draft.chance) = (row.word(3), row.number(5))
        case .running, .review: break
        }
    }

    /// Four years of investment in the oncology centre, at a rate of twelve per cent.
    private func invest() {
        let (client, t) = (client("oncology"), world.tongue)
        let source = Text("Plan of the programme “Day hospital”", "План программы «Дневной стационар»")(t)
        // In hundreds of euro: discounts, bonuses, VIP budget, events, extra income in three cases.
        let years = [
            [0, 0, 130, 110, 0, 0, 20], [60, 20, 25, 15, 150, 260, 320], [70, 30, 25, 15, 200, 335, 420],
            [70, 30, 25, 15, 210, 350, 460],
        ]
        act(170) { write, day in
            let desk = write.read.frame.desk
            var settings = SettingsDraft(desk)
            settings.rate = NPVRate(Discount(hundredths: 1_200), since: day)
            try write.changeSettings(settings, from: desk.version)
        }
        act(160) { [world] write, day in
            for (place, amounts) in years.enumerated() {
                let sums = amounts.map { world.money($0 * 10_000) }
                try write.addInvestment(
                    InvestmentDraft(
                        year: world.today.year + place, discounts: sums[0], bonuses: sums[1], vip: sums[2],
                        events: sums[3], low: sums[4], expected: sums[5], high: sums[6], source: source, day: day),
                    in: client)
            }
        }
    }

    private func holdReview() {
        let (client, t) = (client("group"), world.tongue)
        let topic = Text("Yearly review", "Ежегодная встреча")(t)
        let text = Text(
            "They want one schedule for the group; we show the cost of a course by hospital",
            "Они хотят один график на группу; мы показываем цену курса по больницам")(t)
        let ours = Text("Schedule of deliveries for the whole group", "График поставок на всю группу")(t)
        let theirs = Text("List of hospitals that take part", "Список больниц-участников")(t)
        act(55) { [world] write, day in
            try write.holdReview(
                YearlyReviewDraft(
                    topic: topic, text: text, day: day, next: world.today + 310,
                    agreed: [
                        MatterDraft(side: .ours, text: ours, due: world.today + 9, person: nil),
                        MatterDraft(side: .theirs, text: theirs, due: world.today - 4, person: nil),
                    ]), with: client)
        }
    }

    /// The KAM who came last.
    static let newest = User.ID(9)

    /// A new department lives on one chain, and sold much to another client at nearly no income.
    private func standApart() {
        let (chain, other) = (client("vita"), client("university"))
        act(40) { write, day in
            for client in [chain, other] { try write.handOver(client, HandoverDraft(user: Story.newest, from: day)) }
        }
        act(30) { [world] write, day in
            let line = OrderLineDraft(
                product: Product.ID(6),
                worth: Worth(
                    quantity: Quantity(thousandths: 180_000), price: world.money(31_200), cost: world.money(30_700)))
            try write.addOrder(
                OrderDraft(client: other, kam: Story.newest, day: day, shippedOn: day, status: .shipped), lines: [line])
        }
    }

    /// The head spoke with two of them.
    private func confirmSteps() {
        act(25, by: Story.head) { write, _ in
            for name in ["Sokolova", "Rudakov"] { try self.steps[name].map { try write.confirmStep($0, true) } }
        }
    }
}
