/// What is known about people, from public facts to personal ones.
enum Facts {
    /// Columns: family name | days ago | kind | public, internal or personal | source | text in English | in Russian.
    static let all = [known, spoken].joined(separator: "\n")

    private static let known = """
        Astakhov | 780 | degree | public | site | Doctor of medical sciences, professor | Доктор медицинских наук, профессор
        Astakhov | 610 | publication | public | library | Organisation of oncological care in a region, a monograph | «Организация онкологической помощи в регионе», монография
        Astakhov | 455 | talk | public | congress | Plenary talk on routing | Пленарный доклад о маршрутизации
        Sokolova | 775 | speciality | public | site | Oncology, health-care management | Онкология, организация здравоохранения
        Sokolova | 775 | education | public | site | Medical University, 1997; management course, 2016 | Медицинский университет, 1997; курс управления, 2016
        Sokolova | 430 | talk | public | congress | Outpatient chemotherapy: two years of figures | Амбулаторная химиотерапия: цифры за два года
        Sokolova | 160 | membership | public | site | Member of the ministry's board on oncology | Член коллегии министерства по онкологии
        Kostenko | 760 | speciality | public | site | Health economics; came from an insurance company | Экономика здравоохранения; пришёл из страховой компании
        Kostenko | 390 | talk | public | congress | One supplier for a hospital group: what it saves | Один поставщик на группу больниц: что это экономит
        Zhdanov | 760 | speciality | public | site | Surgery, clinical epidemiology | Хирургия, клиническая эпидемиология
        Zhdanov | 640 | publication | public | library | How a formulary committee weighs evidence | Как формулярная комиссия взвешивает доказательства
        Zhdanov | 750 | degree | public | site | Candidate of medical sciences | Кандидат медицинских наук
        Gromov | 779 | speciality | public | site | Chemotherapy, supportive care | Химиотерапия, сопроводительная терапия
        Gromov | 520 | talk | public | congress | Nausea after the third course: a comparison of schemes | Тошнота после третьего курса: сравнение схем
        Gromov | 350 | publication | public | library | Ports or peripheral lines, 312 cases | Порты или периферические катетеры, 312 наблюдений
        Gromov | 779 | membership | public | site | Regional society of oncologists, board | Региональное общество онкологов, правление
        Tarasova | 770 | degree | public | site | Candidate of medical sciences, pharmacology | Кандидат медицинских наук, фармакология
        Tarasova | 505 | publication | public | library | Interactions in the elderly on oral therapy | Взаимодействия у пожилых на пероральной терапии
        Prokhorov | 760 | speciality | public | site | Surgical oncology, laparoscopy | Хирургическая онкология, лапароскопия
        Prokhorov | 590 | talk | public | congress | Theatre time as the scarcest resource | Операционное время как самый дефицитный ресурс
        Galstyan | 750 | speciality | public | site | Radiotherapy | Радиотерапия
        Merkulova | 772 | education | public | site | Pharmaceutical academy, Pyatigorsk | Фармацевтическая академия, Пятигорск
        Demidova | 375 | publication | public | congress | A poster on day-hospital schemes | Постер о схемах дневного стационара
        Goncharova | 530 | education | public | site | Residency in oncology, 2022 | Ординатура по онкологии, 2022
        Levchenko | 775 | education | public | site | Engineer and economist; headed a clinic network before | Инженер и экономист; раньше руководил сетью клиник
        Levchenko | 330 | talk | public | budget | Report of the group: fewer suppliers, shorter contracts | Отчёт группы: меньше поставщиков, короче договоры
        Ignatova | 760 | speciality | public | site | Therapy, quality of care | Терапия, качество помощи
        Ignatova | 750 | membership | public | site | Expert council of the ministry | Экспертный совет министерства
        Stolyarova | 750 | speciality | public | site | Clinical pharmacology | Клиническая фармакология
        Voronin | 760 | education | public | site | Finance; certified auditor | Финансы; аттестованный аудитор
        Gusev | 760 | speciality | public | site | Oncology, chemotherapy | Онкология, химиотерапия
        Gusev | 380 | talk | public | congress | A city hospital's first year with a day hospital | Первый год дневного стационара в городской больнице
        Dyomin | 760 | education | public | site | Military Medical Academy | Военно-медицинская академия
        Osipova | 750 | speciality | public | site | Therapy, geriatrics | Терапия, гериатрия
        Melnik | 600 | publication | public | library | Antibiotic stewardship in numbers | Контроль антибиотиков в цифрах
        Belyaev | 760 | education | public | site | Public health, mayor's office before | Общественное здоровье, раньше в мэрии
        Tolmacheva | 345 | other | public | site | Reception of companies: second Thursday, by written request | Приём компаний: второй четверг, по письменному запросу
        Frolova | 750 | other | public | site | Applications for the preferential list close on 15 September | Заявки в льготный перечень до 15 сентября
        Mironova | 760 | talk | public | table | Routing of oncological patients: the new order | Маршрутизация онкологических пациентов: новый приказ
        Novik | 345 | other | public | site | Moved from the ministry to the university | Перешёл из министерства в университет
        Sorokin | 760 | degree | public | site | Corresponding member of the academy | Член-корреспондент академии
        Lapina | 750 | speciality | public | site | Biochemistry; grants of the university | Биохимия; гранты университета
        Karpov | 775 | degree | public | site | Doctor of medical sciences, professor | Доктор медицинских наук, профессор
        Karpov | 620 | publication | public | library | Regional guideline on supportive therapy, editor | Региональные рекомендации по сопроводительной терапии, редактор
        Karpov | 440 | talk | public | congress | What the registry shows after five years | Что показывает регистр за пять лет
        Karpov | 760 | language | public | site | English, German | Английский, немецкий
        Abramov | 770 | publication | public | library | Textbook of clinical pharmacology, third edition | Учебник клинической фармакологии, третье издание
        Abramov | 390 | talk | public | congress | Generics: when the difference matters | Дженерики: когда разница важна
        Vlasov | 610 | membership | public | site | Association of clinical trials centres | Ассоциация центров клинических исследований
        """

    private static let spoken = """
        Astakhov | 600 | assistant | internal | visit | Appointments through Yulia Samoylova only | Запись только через Юлию Самойлову
        Astakhov | 560 | approach | internal | visit | One page, three figures, then he asks | Одна страница, три цифры, дальше спрашивает сам
        Astakhov | 240 | interest | personal | talk | Chess by correspondence; writes memoirs of the centre | Шахматы по переписке; пишет воспоминания о центре
        Sokolova | 640 | approach | internal | visit | Mornings before the round; figures first | Утром до обхода; сначала цифры
        Sokolova | 495 | boundary | internal | talk | Offers in writing only; no talks during a tender | Предложения только письменно; во время закупки не встречаемся
        Sokolova | 380 | interest | personal | talk | Long-distance skiing; grows roses at the dacha | Лыжи; розы на даче
        Sokolova | 158 | assistant | internal | visit | Yulia Samoylova stays; new: a deputy for documents on Fridays | Юлия Самойлова остаётся; по пятницам документы у заместителя
        Kostenko | 405 | boundary | internal | letter | Meets suppliers with a lawyer present | Принимает поставщиков в присутствии юриста
        Kostenko | 290 | approach | internal | colleague | Start with the total cost of a course, not with price | Начинать со стоимости курса, а не с цены
        Kostenko | 596 | interest | personal | talk | Sailing | Парусный спорт
        Zhdanov | 145 | approach | internal | talk | Bring the weak points of the evidence yourself | Слабые места доказательств назвать самим
        Zhdanov | 145 | boundary | internal | talk | No visits in the week of the committee | В неделю комиссии не приходим
        Zhdanov | 60 | interest | personal | talk | Restores old radios | Восстанавливает старые радиоприёмники
        Gromov | 660 | interest | personal | congress | Mountain hiking, Elbrus twice | Горные походы, дважды Эльбрус
        Gromov | 640 | approach | internal | visit | Likes to be asked for remarks before the slides are final | Любит, когда замечания просят до готовых слайдов
        Gromov | 500 | boundary | internal | letter | Talks on his own data only; contract with the university | Доклады только по своим данным; договор через университет
        Tarasova | 535 | approach | internal | letter | Dossier in her form, sent a week ahead | Досье в её форме за неделю
        Tarasova | 250 | boundary | internal | letter | Through the secretary while the rules are revised | Через секретаря, пока пересматривают правила
        Merkulova | 585 | approach | internal | visit | Rings after two; never on inventory days | Звонить после двух; в дни инвентаризации нет
        Merkulova | 400 | interest | personal | talk | Sings in the town's choir | Поёт в городском хоре
        Prokhorov | 108 | approach | internal | talk | Short, between operations; no slides | Коротко, между операциями; без слайдов
        Nesterova | 590 | assistant | internal | visit | Her senior nurse keeps the training list | Список обучения ведёт старшая медсестра
        Belova | 606 | boundary | internal | talk | Keeps out of the joint tender with City Hospital 4 | В совместной закупке с больницей № 4 не участвует
        Belova | 268 | approach | internal | budget | Needs savings by quarter, in her table | Нужна экономия по кварталам в её таблице
        Titov | 610 | approach | internal | visit | Sends questions by the portal, answers the same day | Вопросы через портал, отвечает в тот же день
        Samoylova | 782 | approach | internal | visit | Ask her for the day, never for the hour | Просить у неё день, а не час
        Malakhov | 265 | boundary | internal | talk | Told us that he won't speak of the centre's tenders | Предупредил, что о закупках центра говорить не будет
        Levchenko | 775 | assistant | internal | visit | Svetlana Arkhipova, from nine | Светлана Архипова, с девяти
        Levchenko | 555 | approach | internal | visit | Talks of the group as a whole; hates details of one hospital | Говорит о группе целиком; не любит детали одной больницы
        Levchenko | 250 | interest | personal | talk | Football; the town's team on Saturdays | Футбол; по субботам матчи городской команды
        Voronin | 285 | boundary | internal | letter | Answers only what came through the registry | Отвечает только на то, что пришло через канцелярию
        Rudakov | 570 | approach | internal | visit | Loves a schedule; bring the next two quarters | Любит графики; приносить два квартала вперёд
        Rudakov | 560 | interest | personal | talk | Fishing on the lower Don | Рыбалка на нижнем Дону
        Lomov | 180 | approach | internal | visit | Stocks first, then the schedule | Сначала остатки, потом график
        Ignatova | 600 | approach | internal | table | Asks Stolyarova before she signs | Перед подписью спрашивает Столярову
        Dyomin | 600 | interest | personal | talk | Keeps bees | Держит пасеку
        Dyomin | 540 | approach | internal | visit | Walk through the ward, decide standing | Обход отделения, решает на ходу
        Kolesnik | 604 | boundary | internal | letter | Leaves joint tenders with the centre to her deputy | Совместные закупки с центром оставляет заместителю
        Gusev | 515 | approach | internal | visit | Numbers by quarter; no adjectives | Цифры по кварталам; без прилагательных
        Kruglova | 590 | interest | personal | talk | Crossword puzzles, the difficult ones | Кроссворды, из трудных
        Belyaev | 590 | assistant | internal | visit | Alina Kim; letters of one page | Алина Ким; письма на одну страницу
        Frolova | 455 | approach | internal | colleague | Send series and shelf lives as a table | Серии и сроки годности присылать таблицей
        Mironova | 555 | boundary | internal | letter | Companies at open hearings only | С компаниями только на открытых обсуждениях
        Tolmacheva | 112 | approach | internal | table | Wants results of pilots from other regions | Просит результаты пилотов других регионов
        Karpov | 625 | approach | internal | visit | Send the raw tables, he reads them himself | Присылать исходные таблицы, читает сам
        Karpov | 436 | boundary | internal | letter | No fees; the university pays his travel | Без гонораров; поездки оплачивает университет
        Karpov | 330 | interest | personal | talk | Early music, plays the recorder | Старинная музыка, играет на блокфлейте
        Vlasov | 350 | approach | internal | letter | Feasibility form first, then the visit | Сначала анкета центра, потом визит
        Akhmetov | 495 | approach | internal | colleague | Decides on Mondays with the finance director | Решает по понедельникам с финансовым директором
        Brodsky | 595 | boundary | internal | talk | Speaks for Northpharm: neither prices nor plans before him | Говорит за «Нордфарм»: при нём ни цен, ни планов
        Pak | 425 | interest | personal | talk | Repairs motorcycles | Чинит мотоциклы
        """
}
