/// The ties and conflicts between the people of `Powers`.
enum Ties {
    /// Columns: family name | kind | family name | strength, sign, a(ssumed) or c(onfirmed) | noted..ended, in days ago | source, a text or
    /// a word of `Origins`. A tie noted before these two years is much older.
    static let all = [posts, work, minds].joined(separator: "\n")

    /// Who reports to whom.
    private static let posts = """
        Voronin | reports-to | Levchenko | 3+c | 784.. | site
        Rudakov | reports-to | Levchenko | 3+c | 786.. | site
        Ignatova | reports-to | Levchenko | 3+c | 786.. | site
        Popova | reports-to | Levchenko | 2+c | 786.. | site
        Arkhipova | reports-to | Levchenko | 3+c | 786.. | visit
        Sabirova | reports-to | Rudakov | 3+c | 784.. | site
        Yurchenko | reports-to | Rudakov | 2+c | 779.. | visit
        Lomov | reports-to | Rudakov | 3+c | 785..420 | site
        Stolyarova | reports-to | Ignatova | 2+c | 776.. | site
        Sizov | reports-to | Ignatova | 2+c | 495.. | order
        Astakhov | reports-to | Levchenko | 2+c | 786..304 | site
        Kostenko | reports-to | Astakhov | 2+c | 786..304 | site
        Kostenko | reports-to | Levchenko | 3+c | 303..166 | order
        Sokolova | reports-to | Astakhov | 3+c | 786..304 | site
        Sokolova | reports-to | Kostenko | 1+c | 303..166 | order
        Sokolova | reports-to | Levchenko | 2+c | 165.. | order
        Kostenko | reports-to | Sokolova | 1+c | 165.. | order
        Zhdanov | reports-to | Astakhov | 3+c | 786..304 | site
        Zhdanov | reports-to | Kostenko | 2+c | 303..166 | order
        Zhdanov | reports-to | Sokolova | 3+c | 165.. | order
        Gromov | reports-to | Zhdanov | 2+c | 782.. | site
        Tarasova | reports-to | Zhdanov | 3+c | 782.. | site
        Merkulova | reports-to | Zhdanov | 2+c | 782.. | site
        Prokhorov | reports-to | Zhdanov | 2+c | 780.. | site
        Galstyan | reports-to | Zhdanov | 2+c | 773.. | site
        Nesterova | reports-to | Gromov | 2+c | 781.. | visit
        Demidova | reports-to | Gromov | 3+c | 766.. | visit
        Goncharova | reports-to | Nesterova | 2+c | 560.. | visit
        Rogova | reports-to | Zhdanov | 2+c | 759.. | visit
        Samoylova | reports-to | Astakhov | 3+c | 786..304 | visit
        Samoylova | reports-to | Sokolova | 3+c | 165.. | visit
        Malakhov | reports-to | Kostenko | 2+c | 785..282 | site
        Titov | reports-to | Malakhov | 2+c | 785..282 | site
        Titov | reports-to | Kostenko | 2+c | 281.. | order
        Panin | reports-to | Titov | 2+c | 640.. | visit
        Belova | reports-to | Kostenko | 2+c | 785.. | site
        Dyomin | reports-to | Levchenko | 2+c | 772.. | site
        Osipova | reports-to | Dyomin | 3+c | 772.. | site
        Kolesnik | reports-to | Dyomin | 3+c | 770.. | site
        Gusev | reports-to | Osipova | 2+c | 772.. | site
        Melnik | reports-to | Osipova | 2+c | 750.. | visit
        Feldman | reports-to | Osipova | 2+a | 655.. | colleague
        Kruglova | reports-to | Osipova | 2+c | 772.. | visit
        Bykov | reports-to | Kolesnik | 2+c | 765.. | visit
        Sizov | reports-to | Dyomin | 2+c | 761..500 | visit
        Novik | reports-to | Belyaev | 3+c | 786..360 | site
        Tolmacheva | reports-to | Novik | 2+c | 768..360 | site
        Tolmacheva | reports-to | Belyaev | 3+c | 357.. | order
        Frolova | reports-to | Tolmacheva | 3+c | 357.. | site
        Mironova | reports-to | Tolmacheva | 3+c | 357.. | site
        Agapov | reports-to | Belyaev | 2+a | 755.. | site
        Malakhov | reports-to | Agapov | 2+c | 280.. | site
        Khasanova | reports-to | Frolova | 2+c | 740.. | visit
        Kim | reports-to | Belyaev | 3+c | 786.. | visit
        Lapina | reports-to | Sorokin | 3+c | 775.. | site
        Abramov | reports-to | Lapina | 1+c | 775.. | site
        Vetrova | reports-to | Sorokin | 2+c | 660.. | site
        Vlasov | reports-to | Lapina | 3+c | 630.. | site
        Novik | reports-to | Sorokin | 2+c | 350.. | site
        Malyshev | reports-to | Novik | 2+a | 345.. | talk
        Bagdasaryan | reports-to | Akhmetov | 3+c | 783.. | visit
        Simonova | reports-to | Akhmetov | 3+c | 771.. | visit
        Lomov | reports-to | Akhmetov | 2+c | 410.. | letter
        Nechaev | reports-to | Lomov | 2+c | 400.. | visit
        Brodsky | reports-to | Lomov | 1+a | 400.. | colleague
        Tkach | reports-to | Lomov | 2+c | 400.. | visit
        Pak | reports-to | Nechaev | 1+a | 771.. | visit
        """

    /// Ties from work.
    private static let work = """
        Karpov | mentor-of | Gromov | 3+c | 782.. | Supervised his thesis // Руководил его диссертацией
        Karpov | mentor-of | Goncharova | 2+c | 540.. | Took her into the department // Взял её на кафедру
        Astakhov | mentor-of | Sokolova | 3+c | 786.. | Brought her from the district hospital and made her deputy // Привёл из районной больницы и сделал заместителем
        Gromov | mentor-of | Demidova | 2+c | 766.. | visit
        Abramov | mentor-of | Tarasova | 2+c | 775.. | She thanks him in her thesis // Благодарит его в автореферате
        Abramov | mentor-of | Stolyarova | 2+c | 775.. | talk
        Abramov | mentor-of | Melnik | 1+a | 600.. | colleague
        Gromov | publishes-with | Karpov | 3+c | 782.. | Nine joint papers // Девять совместных статей
        Gromov | publishes-with | Gusev | 2+c | 610.. | library
        Abramov | publishes-with | Tarasova | 2+c | 775.. | library
        Gusev | publishes-with | Goncharova | 1+c | 200.. | library
        Prokhorov | publishes-with | Feldman | 1+c | 655.. | library
        Karpov | publishes-with | Abramov | 1+c | 750..350 | The series ended with the grant // Серия закончилась вместе с грантом
        Gusev | refers-to | Gromov | 3+c | 772.. | Sends every second course of chemotherapy // Направляет каждый второй курс химиотерапии
        Osipova | refers-to | Prokhorov | 2+c | 750.. | visit
        Gusev | refers-to | Galstyan | 2+c | 760..190 | Sends to Krasnodar since the linac stands still // С тех пор как стоит ускоритель, направляет в Краснодар
        Feldman | refers-to | Galstyan | 1+a | 640.. | colleague
        Shilova | refers-to | Gromov | 2+c | 740.. | visit
        Tarasova | works-with | Merkulova | 2+c | 782.. | They write the application together // Пишут заявку вместе
        Titov | works-with | Bagdasaryan | 2+c | 783.. | tender
        Sabirova | works-with | Bagdasaryan | 1+a | 760.. | tender
        Sabirova | works-with | Popova | 2+c | 784.. | visit
        Sabirova | works-with | Agapov | 1+a | 660.. | colleague
        Stolyarova | works-with | Melnik | 2+c | 740.. | table
        Kruglova | works-with | Melnik | 2+c | 750.. | visit
        Khasanova | works-with | Merkulova | 1+c | 740.. | Calls on remainders each Monday // Созваниваются об остатках по понедельникам
        Vlasov | works-with | Ershova | 2+c | 630.. | visit
        Vlasov | works-with | Demidova | 1+c | 380.. | She is sub-investigator of a trial // Она соисследователь
        Pak | works-with | Yurchenko | 1+c | 760.. | visit
        Rogova | works-with | Nesterova | 2+c | 759.. | visit
        Samoylova | works-with | Arkhipova | 1+a | 760.. | They settle the diaries of both chiefs // Сводят календари обоих руководителей
        Samoylova | works-with | Panin | 1-c | 420.. | Argue over who carries the papers to be signed // Спорят, кто носит бумаги на подпись
        Titov | works-with | Merkulova | 1-a | 330.. | Each blames the other for late applications // Винят друг друга в поздних заявках
        """

    /// Influence, alliances, rivalries and friendships.
    private static let minds = """
        Astakhov | influences | Levchenko | 3+c | 786..304 | The group asked him first in all oncology // По онкологии группа первым спрашивала его
        Karpov | influences | Mironova | 3+c | 775.. | She sends him every draft of the routing order // Отправляет ему каждый проект приказа о маршрутизации
        Karpov | influences | Sokolova | 2+c | 760.. | talk
        Tarasova | influences | Zhdanov | 2+c | 782.. | Her opinion is read first in the committee // В комиссии её заключение читают первым
        Gromov | influences | Tarasova | 2+c | 760.. | committee
        Prokhorov | influences | Zhdanov | 2+c | 780..214 | committee
        Prokhorov | rival | Zhdanov | 2-c | 213.. | Quarrelled in public over theatre days // Публично поссорились из-за операционных дней
        Kostenko | influences | Belova | 2+c | 778.. | Signs her estimates // Подписывает её сметы
        Kostenko | influences | Voronin | 2+a | 300..90 | colleague
        Sokolova | influences | Zhdanov | 2+c | 150.. | Gave the committee back its say // Вернула комиссии право голоса
        Sokolova | influences | Levchenko | 2+a | 80.. | talk
        Frolova | influences | Belyaev | 2+a | 750.. | colleague
        Arkhipova | influences | Levchenko | 1+a | 640.. | visit
        Kolesnik | influences | Dyomin | 2+c | 760.. | visit
        Stolyarova | influences | Ignatova | 2+c | 760.. | table
        Novik | influences | Sorokin | 2+a | 330.. | colleague
        Belyaev | influences | Levchenko | 2-a | 260.. | Since the inspection he does the opposite // После проверки тот делает наоборот
        Sokolova | ally | Gromov | 3+c | 780.. | Speak with one voice in the committee // В комиссии говорят одно
        Kostenko | ally | Voronin | 2+c | 420..95 | Pushed one supplier for the whole group together // Вместе продвигали одного поставщика на группу
        Kostenko | ally | Prokhorov | 2+a | 400..120 | colleague
        Sokolova | ally | Zhdanov | 2+c | 100.. | He put his name to her formulary plan // Подписался под её планом по формуляру
        Tolmacheva | ally | Frolova | 2+a | 350.. | budget
        Rudakov | ally | Dyomin | 1+a | 750.. | talk
        Karpov | ally | Sokolova | 2+c | 175.. | Spoke for her before the ministry's board // Поддержал её на коллегии министерства
        Kostenko | rival | Sokolova | 3-c | 395.. | Both wanted the chief physician's chair // Оба хотели кресло главного врача
        Galstyan | rival | Gromov | 1-a | 640.. | Beds of the day hospital // Койки дневного стационара
        Rudakov | rival | Voronin | 2-c | 430.. | Who signs contracts above the limit // Кто подписывает договоры выше лимита
        Lomov | rival | Nechaev | 1-a | 300.. | Nechaev had hoped for the post // Нечаев рассчитывал на эту должность
        Belova | family | Kolesnik | 2+c | 610.. | Said so herself when asked about the joint tender // Сказала сама, когда речь зашла о совместной закупке
        Tkach | family | Bykov | 2+a | 520.. | colleague
        Kostenko | friend | Brodsky | 3+c | 600.. | Ten years in one sailing club // Десять лет в одном яхт-клубе
        Dyomin | friend | Akhmetov | 2+a | 650.. | colleague
        Nesterova | friend | Merkulova | 2+c | 640.. | visit
        Ignatova | friend | Mironova | 2+a | 580.. | congress
        Sokolova | studied-with | Osipova | 2+c | 750.. | Same year at the university // Один курс университета
        Levchenko | studied-with | Novik | 2+c | 760.. | talk
        Zhdanov | studied-with | Ignatova | 2+c | 740.. | Residency in one department // Ординатура на одной кафедре
        Gusev | studied-with | Demidova | 1+a | 500.. | colleague
        Voronin | studied-with | Simonova | 1+a | 480.. | talk
        """
}
