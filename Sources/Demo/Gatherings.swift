/// Past and coming events, their guests and talks.
enum Gatherings {
    /// Columns: word | kind | first day, in days from today | length in days | cost in roubles | announced days before today | guests |
    /// name in English | in Russian | place in English | in Russian. A guest is a family name with a sign (+ came or accepted, - declined,
    /// ~ did not come, ? has not answered) and the number of the colleague who looks after them.
    static let events = """
        south | congress | -407 | 3 | 1850000 | 470 | Gromov+1 Astakhov+1 Zhdanov+2 Prokhorov+3 Galstyan~ Tarasova+2 Demidova+1 Gusev+3 Karpov+1 Ignatova+2 Sorokin- Abramov+ | Oncology of the South | Онкология Юга | Rostov-on-Don, Expo centre | Ростов-на-Дону, выставочный центр
        routing | round-table | -231 | 1 | 96000 | 270 | Sokolova+1 Kostenko- Ignatova+2 Frolova+ Mironova+ Levchenko~ Osipova+3 Belyaev- | Round table on the routing of patients | Круглый стол о маршрутизации пациентов | Regional library | Областная библиотека
        school | own | -118 | 1 | 240000 | 160 | Demidova+1 Goncharova+1 Nesterova+2 Rogova+2 Merkulova+ Gromov+1 Gusev~ Melnik+3 Feldman- Kruglova+ Stolyarova+3 | School of supportive therapy | Школа сопроводительной терапии | Our training room | Наш учебный класс
        evidence | round-table | -46 | 1 | 64000 | 80 | Zhdanov+1 Tarasova+1 Abramov+ Karpov+2 Stolyarova+ Prokhorov~ Lapina- | Round table: evidence for a formulary | Круглый стол: доказательства для формуляра | Medical University | Медицинский университет
        oral | own | 9 | 1 | 180000 | 35 | Nesterova+2 Goncharova+2 Demidova? Merkulova+1 Rogova? Melnik+3 Titov- Kruglova? | Day hospital: oral therapy without queues | Дневной стационар: пероральная терапия без очередей | Our training room | Наш учебный класс
        practice | congress | 12 | 3 | 2100000 | 60 | Sokolova+1 Gromov+1 Zhdanov+2 Prokhorov? Galstyan? Tarasova+2 Gusev+3 Karpov+1 Ignatova- Vetrova? Vlasov+ Stolyarova+3 Dyomin? | Chemotherapy in Practice | Химиотерапия на практике | Sochi, Sirius | Сочи, «Сириус»
        supply | round-table | 33 | 1 | - | 12 | Frolova? Khasanova? Lomov+2 Pak? Yurchenko? Bagdasaryan+ | Round table on shelf lives and supply | Круглый стол о сроках годности и поставках | City Hospital 4 | Городская больница № 4
        """

    /// Columns: event | family name, or the number of a colleague | day of the event | slides | topic in English | in Russian.
    static let talks = """
        south | Gromov | 2 | given | Ports or peripheral lines: 312 cases | Порты или периферические катетеры: 312 наблюдений
        south | Karpov | 1 | given | What the registry shows after five years | Что показывает регистр за пять лет
        south | 2 | 3 | given | Cold chain from the warehouse to the ward | Холодовая цепь от склада до отделения
        routing | Ignatova | 1 | given | One route for a group of hospitals | Один маршрут для группы больниц
        school | Gromov | 1 | given | Nausea after the third course | Тошнота после третьего курса
        school | 1 | 1 | given | How to report an unwanted reaction | Как сообщить о нежелательной реакции
        evidence | Abramov | 1 | given | Generics: when the difference matters | Дженерики: когда разница важна
        oral | Nesterova | 1 | draft | A day without a queue: how it is planned | День без очереди: как он планируется
        oral | 2 | 1 | agreed | What a reminder changes | Что меняет напоминание
        practice | Gromov | 2 | agreed | Schemes of the day hospital after two years | Схемы дневного стационара: два года спустя
        practice | Gusev | 3 | draft | A city department in figures | Городское отделение в цифрах
        practice | 1 | 1 | none | Supply without gaps: what we learnt | Поставки без перерывов: чему мы научились
        supply | Lomov | 1 | none | Stocks of a distributor, week by week | Запасы дистрибьютора по неделям
        """
}
