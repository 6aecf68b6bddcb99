/// How people came closer to one of us or moved away, and the evidence.
enum Steps {
    /// Columns: family name | number of the colleague | days ago | step | what they showed, in English | in Russian | what we knew, in
    /// English | in Russian.
    static let all = [oncology, others].joined(separator: "\n")

    private static let oncology = """
        Astakhov | 1 | 785 | contact | Received us for ten minutes | Принял на десять минут | - | -
        Astakhov | 1 | 640 | acquainted | Named our three products and asked about the fourth | Назвал три наших продукта и спросил о четвёртом | We know his plan for the new building and its dates | Знаем его план нового корпуса и сроки
        Astakhov | 1 | 470 | loyal | Praised our deliveries at the group's round table | Похвалил наши поставки на круглом столе группы | - | -
        Astakhov | 1 | 330 | close | Told us of his retirement before the order and named who may follow | Сказал об уходе до приказа и назвал, кто может прийти | Prepared the handover of open matters with him | Готовили с ним передачу открытых вопросов
        Kostenko | 1 | 780 | contact | - | - | Introduced by Astakhov in the corridor | Представил Астахов в коридоре
        Kostenko | 1 | 300 | none | Cancelled two meetings and sent us to the secretary | Отменил две встречи и отправил к секретарю | - | -
        Kostenko | 1 | 155 | contact | Came to the supply meeting himself | Сам пришёл на совещание по поставкам | - | -
        Sokolova | 1 | 784 | contact | Took part in the first visit | Была на первом визите | - | -
        Sokolova | 1 | 655 | acquainted | Asks for stability data by the product's name | Спрашивает данные о стабильности, называя препарат | We know which numbers she is judged by | Знаем, по каким показателям её оценивают
        Sokolova | 1 | 505 | loyal | Told her ward heads that our protocol saved a week | Сказала заведующим, что наш протокол сберёг неделю | - | -
        Sokolova | 1 | 280 | close | Rang to say what the acting chief wants to change in supply | Позвонила: что исполняющий обязанности хочет поменять в поставках | We keep to written offers, as she asked | Шлём предложения только письменно, как она просила
        Zhdanov | 1 | 780 | contact | - | - | Met at the formulary committee's open session | Познакомились на открытом заседании комиссии
        Zhdanov | 1 | 146 | acquainted | Asked our name for the list of questions | Включил нас в список вопросов поставщикам | We know his rule: evidence first, then price | Знаем его правило: сначала доказательства, потом цена
        Zhdanov | 1 | 64 | loyal | Quoted our comparison correctly before the committee | Верно привёл наше сравнение на комиссии | - | -
        Gromov | 1 | 782 | contact | Knew us from the congress | Знал нас по конгрессу | - | -
        Gromov | 1 | 736 | acquainted | Gave two remarks on our slides | Сделал два замечания к нашим слайдам | We read his last five papers | Прочли его последние пять статей
        Gromov | 1 | 512 | loyal | Compared us fairly in his talk | Честно сравнил нас в докладе | - | -
        Gromov | 1 | 135 | close | Shared the department's plan for the next year | Поделился планом отделения на следующий год | - | -
        Tarasova | 1 | 778 | contact | Gave the committee's dates | Назвала даты комиссии | - | -
        Tarasova | 1 | 540 | acquainted | Wrote to our medical desk by herself | Сама написала в нашу медицинскую службу | We know what form of dossier she wants | Знаем, в каком виде ей нужно досье
        Tarasova | 1 | 258 | contact | Answers only through the secretary | Отвечает только через секретаря | - | -
        Tarasova | 1 | 82 | acquainted | Asked again for the full dossier | Снова запросила полное досье | We brought it in her form, with the weak points marked | Принесли в её форме, слабые места отмечены
        Merkulova | 1 | 785 | contact | Showed the storage rooms | Показала помещения хранения | - | -
        Merkulova | 1 | 590 | acquainted | Rings us before the distributor | Звонит нам раньше, чем дистрибьютору | We know her stock days by heart | Знаем её дни запаса наизусть
        Prokhorov | 1 | 775 | contact | - | - | Exchanged cards at the round table | Обменялись визитками на круглом столе
        Nesterova | 1 | 776 | contact | Invited us to the nurses' hour | Позвала на час медсестёр | - | -
        Nesterova | 1 | 600 | acquainted | Knows the dilution table of both forms | Знает таблицу разведения обеих форм | We know the day hospital's hours and bottlenecks | Знаем часы и узкие места дневного стационара
        Nesterova | 1 | 405 | loyal | Trains newcomers with our port system by choice | Учит новичков на нашей порт-системе по своему выбору | - | -
        Demidova | 1 | 760 | contact | Asked a question after the lecture | Задала вопрос после лекции | - | -
        Demidova | 1 | 372 | acquainted | Sent her trial poster with a question | Прислала постер исследования с вопросом | We know her topic and her deadline | Знаем её тему и срок
        Titov | 1 | 780 | contact | Explained the application form | Объяснил форму заявки | - | -
        Belova | 1 | 776 | contact | - | - | Presented at the budget hearing | Представлены на защите бюджета
        Rogova | 1 | 750 | contact | Came to the port training | Пришла на обучение по порт-системам | - | -
        Samoylova | 1 | 787 | contact | Puts us into the diary | Записывает нас в календарь | - | -
        """

    private static let others = """
        Levchenko | 4 | 780 | contact | Received Igor and us together | Принял нас вместе с руководителем | - | -
        Levchenko | 4 | 560 | acquainted | Knows our terms for the whole group | Знает наши условия на всю группу | We know his three aims for the year | Знаем три его цели на год
        Levchenko | 1 | 760 | contact | - | - | Two short meetings with the head | Две короткие встречи с руководителем
        Levchenko | 1 | 66 | acquainted | Asked us to compare two ways of supply | Попросил сравнить два способа поставок | We know what the ministry's inspection has cost him | Знаем, чего ему стоила проверка министерства
        Ignatova | 1 | 778 | contact | Chaired the round table | Вела круглый стол | - | -
        Ignatova | 1 | 610 | acquainted | Took our proposal into the minutes | Внесла наше предложение в протокол | We know whom she asks before she signs | Знаем, кого она спрашивает перед подписью
        Rudakov | 1 | 784 | contact | Gave the purchasing calendar | Дал календарь закупок | - | -
        Rudakov | 1 | 580 | acquainted | Knows our notice days | Знает наши сроки уведомлений | We know his limit and who signs above it | Знаем его лимит и кто подписывает выше
        Rudakov | 1 | 74 | loyal | Called our deliveries the measure for the others | Назвал наши поставки мерой для других | - | -
        Lomov | 1 | 780 | contact | Signed the schedule of deliveries | Подписал график поставок | - | -
        Lomov | 2 | 390 | contact | Wrote from his new post | Написал с новой должности | - | -
        Lomov | 2 | 185 | acquainted | Opened the distributor's stock to us | Открыл нам остатки дистрибьютора | We know the margin he must hold | Знаем, какую маржу он обязан держать
        Stolyarova | 1 | 760 | contact | Sent the list of her questions | Прислала список вопросов | - | -
        Dyomin | 1 | 768 | contact | Showed the new ward | Показал новое отделение | - | -
        Dyomin | 1 | 615 | acquainted | Ordered the pilot under our name | Заказал пилот под нашим именем | We know his quarrel with the limits of the group | Знаем о его споре с лимитами группы
        Gusev | 1 | 766 | contact | Came up after the talk | Подошёл после доклада | - | -
        Gusev | 1 | 520 | acquainted | Uses the calculator we gave to all | Пользуется калькулятором, который мы дали всем | We know his stream of patients by quarter, as numbers only | Знаем поток по кварталам, только числами
        Gusev | 1 | 378 | loyal | Spoke of our product with respect, and of its limits | Говорил о препарате с уважением, и о пределах тоже | - | -
        Kruglova | 1 | 767 | contact | Let us see the order book | Показала книгу заявок | - | -
        Kruglova | 1 | 600 | acquainted | Knows all our forms of package | Знает все наши упаковки | We know when she orders | Знаем, когда она заказывает
        Kruglova | 1 | 400 | loyal | Recommends our cold boxes to the other pharmacy heads | Советует наши термобоксы другим заведующим | - | -
        Mironova | 1 | 772 | contact | Answered our letter | Ответила на письмо | - | -
        Mironova | 1 | 560 | acquainted | Invited us to the public hearing | Пригласила на открытое обсуждение | We know the calendar of the preferential list | Знаем календарь льготного перечня
        Frolova | 3 | 760 | contact | Registered our information letter | Зарегистрировала информационное письмо | - | -
        Frolova | 3 | 460 | acquainted | Asked him for shelf lives by series | Запросила у него сроки годности по сериям | He knows her week of applications | Он знает её неделю заявок
        Tolmacheva | 4 | 345 | contact | Gave a date after the appointment | Назначила дату после вступления в должность | - | -
        Belyaev | 4 | 600 | contact | Shook hands at the hearing | Поздоровался на коллегии | - | -
        Karpov | 1 | 780 | contact | Knows us since the last congress | Знает нас с прошлого конгресса | - | -
        Karpov | 1 | 630 | acquainted | Reviewed our data with remarks | Прочёл наши данные с замечаниями | We know his three lines of research | Знаем три линии его исследований
        Karpov | 1 | 440 | loyal | Spoke of our programme to the board | Рассказал о нашей программе на коллегии | - | -
        Karpov | 1 | 180 | close | Advised whom to ask at the centre, and whom not to | Посоветовал, кого спросить в центре, а кого не стоит | - | -
        Abramov | 1 | 774 | contact | Lent us his lecture's plan | Дал план лекции | - | -
        Abramov | 3 | 380 | contact | Spoke with him about generics | Говорил с ним о дженериках | - | -
        Vlasov | 1 | 620 | contact | Sent the centre's standard contract | Прислал типовой договор центра | - | -
        Vlasov | 1 | 355 | acquainted | Knows our procedures for trials | Знает наши процедуры исследований | We know his queue of protocols | Знаем его очередь протоколов
        Akhmetov | 2 | 775 | contact | Signed for both companies | Подписал за обе компании | - | -
        Akhmetov | 2 | 500 | acquainted | Recites our price columns | Знает наши ценовые колонки | We know his credit line and its date | Знаем его кредитную линию и срок
        Akhmetov | 1 | 750 | contact | Drove with us to the warehouse | Ездил с нами на склад | - | -
        Pak | 1 | 740 | contact | Walked us through the cold room | Провёл по холодной камере | - | -
        Pak | 1 | 430 | acquainted | Rings when a sensor trips | Звонит, если срабатывает датчик | We know his loading windows | Знаем его окна погрузки
        """
}
