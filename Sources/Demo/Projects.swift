import Domain
import Store

/// The VIP projects with the people of the story: their goals, steps, budgets and joint reviews.
enum Projects {
    /// Columns: family name | organisation | begun days ago | due in days | goal in English | in Russian | sign of success in English | in
    /// Russian.
    static let all = """
        Kostenko | oncology | 210 | 120 | From an opponent to a neutral economist | Из противника — в нейтрального экономиста | He computes the course with our data, not the price of a pack | Считает курс по нашим данным, а не цену упаковки
        Zhdanov | oncology | 300 | 60 | The committee decides on the evidence of the comparison | Комиссия решает по доказательствам сравнения | The comparison is in the minutes | Сравнение внесено в протокол
        Gromov | oncology | 340 | 200 | A shared programme for outpatient chemotherapy | Общая программа амбулаторной химиотерапии | Two departments work by it | По ней работают два отделения
        Levchenko | group | 250 | 150 | One contract for the whole group | Один договор на всю группу | The frame contract is signed | Рамочный договор подписан
        Belyaev | ministry | 90 | 240 | To be heard in the preparation of the regional programme | Быть услышанными при подготовке региональной программы | We are invited to the working group | Нас зовут в рабочую группу
        Karpov | university | 320 | 90 | An independent study of the second line | Независимое исследование второй линии | The protocol is approved by the ethics committee | Протокол одобрен этическим комитетом
        Akhmetov | donfarm | 5 | 180 | Stock of four weeks for the group's hospitals | Запас на четыре недели для больниц группы | No delivery is late for a quarter | Квартал без опозданий поставок
        Astakhov | oncology | 350 | -310 | A calm handover before his retirement | Спокойная передача дел до его ухода | His successor knows our open matters | Преемник знает наши открытые вопросы
        """

    /// Columns: family name | days ago | level | evidence in English | in Russian | agreement in English | in Russian.
    static let reviews = """
        Kostenko | 205 | 1 | He cancels meetings; Anna does not know what he is judged by | Он отменяет встречи; Анна не знает, по чему его оценивают | Igor joins the first two meetings | На первые две встречи Игорь идёт вместе
        Kostenko | 120 | 2 | The supply meeting went well, the second was refused | Совещание по поставкам прошло, от второго отказался | Rehearse the figures of the course together | Вместе прорепетировать цифры курса
        Kostenko | 9 | 2 | Knows his figures; loses the thread when he attacks the price | Знает его цифры; теряет нить, когда он бьёт по цене | One page about the cost of a course before the next meeting | Одна страница о стоимости курса до следующей встречи
        Zhdanov | 295 | 1 | New chairman, his rules are not known | Новый председатель, правила неизвестны | Read his papers, ask for the list of questions | Прочесть его работы, попросить список вопросов
        Zhdanov | 230 | 2 | Knows the rule: evidence first, then price | Знает правило: сначала доказательства, потом цена | Show the comparison to Tarasova first | Сначала показать сравнение Тарасовой
        Zhdanov | 19 | 3 | Prepared the questions alone and asked before sending | Подготовила ответы сама, спросила перед отправкой | Igor reads the comparison once more | Игорь ещё раз читает сравнение
        Gromov | 335 | 2 | Knows him from the congress | Знает его по конгрессу | Two remarks on the slides to be answered in writing | Ответить письменно на два замечания к слайдам
        Gromov | 240 | 3 | The programme's plan is Anna's own | План программы — работа самой Анны | Igor only opens the doors of the group | Игорь лишь открывает двери группы
        Gromov | 50 | 4 | Leads the programme with him and reports results | Ведёт программу вместе с ним и сообщает итоги | The next look in three months | Следующий взгляд через три месяца
        Levchenko | 245 | 1 | First contract for a group; the chain of signatures is not known | Первый договор на группу; цепочка подписей неизвестна | Draw who signs and who asks whom | Нарисовать, кто подписывает и кто кого спрашивает
        Levchenko | 74 | 2 | Two ways of supply compared, he asked for a third | Сравнили два способа поставок, он попросил третий | Financial director first, then the proposal | Сначала финансовый директор, потом предложение
        Karpov | 315 | 3 | Has run a study before | Уже вела исследование | Legal desk reads the contract before the visit | Юристы читают договор до визита
        Karpov | 150 | 2 | The ethics committee sent the protocol back; courage is lost | Этический комитет вернул протокол; уверенность упала | Igor and Anna answer the remarks together | Игорь и Анна отвечают на замечания вместе
        Karpov | 12 | 3 | The second version is hers, and accepted for review | Вторая версия — её, принята к рассмотрению | A call a week before the committee | Звонок за неделю до комитета
        """

    /// Columns: family name | whose promise | text in English | in Russian | noted days ago | due in days | done days ago, or "-".
    static let steps = """
        Kostenko | ours | Cost of a course on one page | Стоимость курса на одной странице | 30 | 6 | -
        Kostenko | ours | Data of the day hospital for his report | Данные дневного стационара для его отчёта | 120 | -80 | 82
        Zhdanov | ours | Answers to the committee's list of questions | Ответы на список вопросов комиссии | 110 | -60 | 64
        Zhdanov | theirs | Put the comparison on the agenda | Внести сравнение в повестку | 60 | -4 | -
        Gromov | ours | Second department's training dates | Даты обучения второго отделения | 50 | 21 | -
        Gromov | ours | Report of the first year | Отчёт за первый год | 240 | -200 | 198
        Levchenko | ours | Map of signatures for the frame contract | Карта подписей рамочного договора | 245 | -190 | 180
        Levchenko | ours | Third way of supply, computed | Третий способ поставок, с расчётом | 74 | -40 | 41
        Belyaev | ours | Letter with a proposal of figures for the programme | Письмо с предложением показателей программы | 88 | -50 | 52
        Karpov | ours | Answers to the ethics committee | Ответы этическому комитету | 150 | -100 | 101
        Karpov | theirs | Hand in the second version | Подать вторую версию | 45 | 12 | -
        Akhmetov | ours | Forecast of the group's needs by week | Прогноз потребности группы по неделям | 4 | 9 | -
        """

    /// Columns: family name | noted days ago | purpose in English | in Russian | estimated | committed | actual (in roubles) | approved.
    static let expenses = """
        Kostenko | 118 | Independent economist's comparison | Сравнение независимого экономиста | 240000 | 240000 | - | yes
        Zhdanov | 228 | Translation of three reviews | Перевод трёх обзоров | 60000 | 60000 | 58500 | yes
        Gromov | 238 | Training of two shifts of nurses | Обучение двух смен медсестёр | 180000 | 180000 | 195000 | yes
        Gromov | 48 | Second department's training | Обучение второго отделения | 150000 | - | - | yes
        Levchenko | 72 | Legal opinion on the frame contract | Юридическое заключение по рамочному договору | 120000 | 120000 | 120000 | yes
        Karpov | 312 | Insurance of the study's patients | Страхование пациентов исследования | 450000 | 450000 | - | yes
        Karpov | 44 | Statistician, forty hours | Статистик, сорок часов | 160000 | - | - | -
        """
}

extension Story {
    /// The desk's owner, who holds the named organisations, runs the projects; the head reviews them.
    func runProjects() {
        for row in Table(Projects.all).rows { begin(row) }
        for row in Table(Projects.reviews).rows { review(row) }
        for row in Table(Projects.steps).rows { plan(row) }
        for row in Table(Projects.expenses).rows { spend(row) }
    }

    static let head = User.ID(4)

    private func begin(_ row: Table.Row) {
        let (client, due) = (client(row[1]), row.number(3))
        let draft = ProjectDraft(
            goal: Text(row[4], row[5])(world.tongue), measure: Text(row[6], row[7])(world.tongue), from: world.today,
            due: world.today + due)
        act(row.number(2)) { write, day in
            var draft = draft
            draft.from = day
            self.projects[row[0]] = try write.beginProject(draft, with: self.person(row[0]), at: client)
        }
        guard due < 0 else { return }
        let outcome = Text("His successor received us with the list in hand", "Преемник принял нас со списком в руках")
        act(-due) { write, day in
            try write.closeProject(
                self.project(row[0]), from: nil, ClosingDraft(day: day, outcome: outcome(self.world.tongue)))
        }
    }

    private func review(_ row: Table.Row) {
        let level = DevelopmentLevel(rawValue: row.number(2)) ?? row.fault("level")
        let (shown, agreed) = (Text(row[3], row[4])(world.tongue), Text(row[5], row[6])(world.tongue))
        act(row.number(1), by: Story.head) { write, day in
            try write.review(
                self.project(row[0]),
                ReviewDraft(day: day, level: level, shown: shown, agreed: agreed))
        }
    }

    private func plan(_ row: Table.Row) {
        let draft = MatterDraft(
            side: row.word(1), text: Text(row[2], row[3])(world.tongue),
            due: world.workday(world.today + row.number(5)),
            person: nil)
        var step: Matter.ID?
        act(row.number(4)) { write, _ in step = try write.addStep(draft, to: self.project(row[0])) }
        guard row[optional: 6] != nil else { return }
        act(row.number(6)) { write, _ in
            if let step { try write.setDone(step, true) }
        }
    }

    private func spend(_ row: Table.Row) {
        func amount(_ place: Int) -> Money? { row[optional: place] == nil ? nil : world.money(row.number(place)) }
        var draft = ExpenseDraft(purpose: Text(row[2], row[3])(world.tongue), estimated: amount(4) ?? .zero)
        var line: Expense.ID?
        act(row.number(1)) { [draft] write, _ in line = try write.addExpense(draft, to: self.project(row[0])) }
        guard row[optional: 7] != nil else { return }
        act(row.number(1) - 2, by: Story.head) { write, _ in
            if let line { try write.approveExpense(line, from: nil) }
        }
        (draft.committed, draft.actual) = (amount(5), amount(6))
        guard draft.committed != nil else { return }
        act(row.number(1) - 10) { [draft] write, _ in
            if let line { try write.changeExpense(line, from: nil, draft) }
        }
    }

    private func project(_ name: String) -> Project.ID {
        guard let id = projects[name] else { preconditionFailure("the demo has no project with \(name) yet") }
        return id
    }
}
