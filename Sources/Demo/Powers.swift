/// The people of the hospital group, the ministry, the university and the distributor who are not in `NamedClient`, and their posts. Later
/// tables refer to them by family name.
enum Powers {
    /// The indices of the organisations among the named clients.
    static let places = [
        "group": 0, "oncology": 1, "city": 2, "children": 3, "vita": 4, "ministry": 5, "university": 6, "donfarm": 7,
    ]

    /// Columns: flags (v for VIP, k for KOL) | name in English | in Russian | birthday | known since, in days ago | organisation | role |
    /// from..to | title.
    static let people = """
        v | Boris Levchenko | Левченко Борис Аркадьевич | 1966-05-14 | 788 | group | decider | 2300.. | General director | Генеральный директор
        vk | Tamara Ignatova | Игнатова Тамара Львовна | 1969-11-02 | 786 | group | influencer | 1700.. | Medical director | Медицинский директор
        v | Alexey Voronin | Воронин Алексей Степанович | - | 784 | group | approver | 1200.. | Financial director | Финансовый директор
        - | Dina Sabirova | Сабирова Дина Маратовна | 1983-08-21 | 784 | group | buyer | 1500.. | Head of the tender department | Начальник тендерного отдела
        - | Maxim Yurchenko | Юрченко Максим Ильич | - | 779 | group | user | 900.. | Head of supply | Начальник снабжения
        - | Svetlana Arkhipova | Архипова Светлана Юрьевна | 1978-06-30 | 788 | group | gatekeeper | 2000.. | Assistant to the general director | Помощник генерального директора
        k | Vera Stolyarova | Столярова Вера Николаевна | 1971-12-09 | 776 | group | influencer | 1400.. | Chief clinical pharmacologist | Главный клинический фармаколог
        v | Kirill Lomov | Ломов Кирилл Эдуардович | 1980-04-18 | 785 | group | approver | 2600..420 | Deputy director of purchasing | Заместитель директора по закупкам
        vk | Georgy Astakhov | Астахов Георгий Михайлович | 1958-07-08 | 788 | oncology | decider | 5200..304 | Chief physician | Главный врач
        v | Vadim Kostenko | Костенко Вадим Игоревич | 1974-10-25 | 787 | oncology | influencer | 1100..304 | Deputy chief physician for economy | Заместитель главного врача по экономике
        vk | Ilya Zhdanov | Жданов Илья Сергеевич | 1970-09-12 | 787 | oncology | influencer | 2400.. | Deputy chief physician for medical care, chairs the formulary committee | Заместитель главного врача по медицинской части, председатель формулярной комиссии
        k | Rimma Tarasova | Тарасова Римма Олеговна | 1979-05-27 | 782 | oncology | influencer | 1900.. | Clinical pharmacologist, secretary of the formulary committee | Клинический фармаколог, секретарь формулярной комиссии
        - | Galina Merkulova | Меркулова Галина Ивановна | 1964-11-19 | 787 | oncology | user | 3100.. | Head of pharmacy | Заведующая аптекой
        k | Denis Prokhorov | Прохоров Денис Валентинович | 1972-06-03 | 780 | oncology | influencer | 2000.. | Head of surgical oncology | Заведующий отделением хирургической онкологии
        k | Artur Galstyan | Галстян Артур Робертович | - | 773 | oncology | influencer | 1600.. | Head of radiotherapy | Заведующий отделением радиотерапии
        - | Lidia Nesterova | Нестерова Лидия Петровна | 1968-08-15 | 781 | oncology | user | 2800.. | Head of the day hospital | Заведующая дневным стационаром
        - | Sofia Demidova | Демидова Софья Антоновна | 1990-04-29 | 766 | oncology | user | 1000.. | Oncologist, chemotherapy | Онколог отделения химиотерапии
        - | Antonina Rogova | Рогова Антонина Васильевна | - | 759 | oncology | user | 2200.. | Chief nurse | Главная медсестра
        - | Yulia Samoylova | Самойлова Юлия Дмитриевна | 1986-10-04 | 788 | oncology | gatekeeper | 1300.. | Secretary to the chief physician | Секретарь главного врача
        - | Yegor Panin | Панин Егор Кириллович | - | 740 | oncology | buyer | 800.. | Contract manager | Контрактный управляющий
        - | Stepan Malakhov | Малахов Степан Фёдорович | 1975-07-17 | 786 | oncology | buyer | 1800..282 | Head of procurement | Начальник отдела закупок
        - | Alisa Goncharova | Гончарова Алиса Романовна | 1994-09-06 | 560 | oncology | user | 600.. | Oncologist, day hospital | Онколог дневного стационара
        - | Larisa Osipova | Осипова Лариса Геннадьевна | 1973-05-11 | 772 | city | influencer | 1500.. | Deputy chief physician for medical care | Заместитель главного врача по медицинской части
        k | Timofey Gusev | Гусев Тимофей Андреевич | 1981-11-23 | 772 | city | influencer | 1150.. | Head of the oncology department | Заведующий онкологическим отделением
        v | Valentina Kolesnik | Колесник Валентина Павловна | 1967-08-02 | 770 | city | approver | 3300.. | Chief economist | Главный экономист
        - | Roman Bykov | Быков Роман Денисович | - | 765 | city | buyer | 1000.. | Procurement specialist | Специалист по закупкам
        - | Inna Melnik | Мельник Инна Григорьевна | 1985-06-19 | 750 | city | influencer | 1250.. | Clinical pharmacologist | Клинический фармаколог
        - | Mark Feldman | Фельдман Марк Борисович | - | 740 | city | user | 2100.. | Head of intensive care | Заведующий реанимацией
        - | Gleb Sizov | Сизов Глеб Олегович | 1977-12-14 | 761 | city | user | 1300..500 | Head of the admission department | Заведующий приёмным отделением
        v | Arkady Belyaev | Беляев Аркадий Николаевич | 1963-09-30 | 786 | ministry | decider | 900.. | Minister of health | Министр здравоохранения
        v | Ksenia Tolmacheva | Толмачёва Ксения Валерьевна | 1976-05-05 | 768 | ministry | influencer | 1600..358 | Head of medical care | Начальник отдела медицинской помощи
        v | Nadezhda Frolova | Фролова Надежда Алексеевна | 1970-10-16 | 778 | ministry | approver | 2200.. | Head of drug supply | Начальник отдела лекарственного обеспечения
        - | Pyotr Agapov | Агапов Пётр Семёнович | - | 755 | ministry | buyer | 1400.. | Head of public procurement | Начальник отдела государственных закупок
        - | Elvira Khasanova | Хасанова Эльвира Ринатовна | 1988-07-26 | 740 | ministry | user | 1100.. | Specialist, preferential supply | Специалист льготного обеспечения
        - | Alina Kim | Ким Алина Сергеевна | - | 786 | ministry | gatekeeper | 850.. | Assistant to the minister | Помощник министра
        v | Zakhar Novik | Новик Захар Павлович | 1961-11-08 | 786 | ministry | approver | 2000..360 | Deputy minister | Заместитель министра
        v | Evgeny Sorokin | Сорокин Евгений Витальевич | 1959-08-28 | 775 | university | decider | 2700.. | Rector | Ректор
        - | Maria Lapina | Лапина Мария Александровна | 1972-04-12 | 775 | university | influencer | 1800.. | Vice-rector for research | Проректор по научной работе
        k | Leonid Abramov | Абрамов Леонид Давидович | 1956-12-21 | 780 | university | influencer | 6000.. | Head of the department of pharmacology | Заведующий кафедрой фармакологии
        - | Natalia Vetrova | Ветрова Наталья Игоревна | - | 660 | university | influencer | 1200.. | Dean of postgraduate education | Декан факультета последипломного образования
        - | Anton Vlasov | Власов Антон Викторович | 1982-06-10 | 630 | university | approver | 1050.. | Head of the clinical trials centre | Руководитель центра клинических исследований
        - | Polina Ershova | Ершова Полина Андреевна | - | 630 | university | gatekeeper | 900.. | Secretary of the ethics committee | Секретарь этического комитета
        - | Fyodor Malyshev | Малышев Фёдор Ильич | - | 600 | university | buyer | 1300.. | Contract service | Контрактная служба
        - | Karina Bagdasaryan | Багдасарян Карина Ашотовна | 1984-09-18 | 783 | donfarm | buyer | 1600.. | Head of the tender department | Начальник тендерного отдела
        - | Vitaly Nechaev | Нечаев Виталий Романович | 1979-11-27 | 774 | donfarm | influencer | 1900.. | Sales manager, South | Менеджер по продажам, Юг
        v | Alla Simonova | Симонова Алла Борисовна | - | 771 | donfarm | approver | 2400.. | Financial director | Финансовый директор
        - | Grigory Pak | Пак Григорий Львович | 1973-08-09 | 771 | donfarm | user | 2000.. | Head of the warehouse | Начальник склада
        - | Eduard Tkach | Ткач Эдуард Петрович | - | 650 | donfarm | buyer | 700.. | Category buyer | Закупщик категории
        - | Lev Brodsky | Бродский Лев Ильич | 1976-12-02 | 610 | donfarm | influencer | 1100.. | Product manager, Northpharm line | Продакт-менеджер линии «Нордфарм»
        """

    /// Their other posts. Columns: family name | organisation | role | from..to | title.
    static let posts = """
        Sokolova | oncology | influencer | 2150..166 | Deputy chief physician for outpatient care | Заместитель главного врача по поликлинике
        Kostenko | oncology | decider | 303..166 | Acting chief physician | Исполняющий обязанности главного врача
        Kostenko | oncology | influencer | 165.. | Deputy chief physician for economy | Заместитель главного врача по экономике
        Astakhov | university | influencer | 3900.. | Professor, department of oncology | Профессор кафедры онкологии
        Prokhorov | university | influencer | 1450.. | Professor, department of surgery | Профессор кафедры хирургии
        Goncharova | university | - | 540.. | Assistant, department of oncology | Ассистент кафедры онкологии
        Gusev | university | influencer | 700.. | Associate professor | Доцент
        Karpov | ministry | influencer | 1300.. | Chief external oncologist | Главный внештатный онколог
        Tolmacheva | ministry | approver | 357.. | Deputy minister for medical care | Заместитель министра по медицинской помощи
        Novik | university | approver | 350.. | Vice-rector for development | Проректор по развитию
        Malakhov | ministry | buyer | 280.. | Deputy head of public procurement | Заместитель начальника отдела закупок
        Lomov | donfarm | decider | 410.. | Commercial director | Коммерческий директор
        Sizov | group | influencer | 495.. | Adviser on quality | Советник по качеству
        """
}
