/// What may change the balance of power within the next year.
enum Expectations {
    /// Columns: family name | organisation | noted days ago | kind | days from today | probability in per cent | shift, "-" for the
    /// person's whole weight | source | text in English | in Russian.
    static let all = """
        Voronin | group | 150 | appointment | -12 | 40 | +4 | budget | Joins the budget committee of the region | Входит в бюджетную комиссию области
        Merkulova | oncology | 55 | retirement | 170 | 70 | - | talk | Retires, and names her deputy as successor | Уходит на пенсию, преемницей называет заместителя
        Dyomin | city | 46 | retirement | 121 | 60 | - | colleague | Retires when the new wing has opened | Уходит на пенсию после открытия нового корпуса
        Gromov | oncology | 45 | appointment | 95 | 55 | +9 | congress | Becomes deputy chief physician for science | Становится заместителем главного врача по науке
        - | ministry | 40 | election | 290 | 45 | -12 | site | Election of the governor, and a new team at the ministry | Выборы губернатора и новая команда в министерстве
        - | group | 30 | merger | 210 | 35 | -16 | letter | Merger of the group with the railway hospitals | Слияние группы с железнодорожными больницами
        - | oncology | 25 | merger | 260 | 30 | -14 | letter | Joint purchasing with the railway hospitals | Общие закупки с железнодорожными больницами
        """
}
