/// The tenders of the story.
enum Tenders {
    /// Columns: number | organisation | procedure | announced days ago | applications until, in days from today | stage | go | lots | title
    /// in English | in Russian. A lot is its starting price in roubles, its outcome, its reason, our price and the winner's, with colons
    /// between them.
    static let all = """
        0358200014325000107 | oncology | 44-auction | 445 | -425 | closed | go | 6100000:won:-:5600000:5600000 | Cytostatics, third quarter | Цитостатики, третий квартал
        0358200014325000188 | oncology | 44-auction | 355 | -335 | closed | go | 5900000:lost:price:5520000:5130000 2400000:won:-:2300000:2300000 | Cytostatics, first quarter | Цитостатики, первый квартал
        0358300021425000031 | city | 44-quotations | 300 | -292 | closed | go | 900000:lost:price:870000:842000 | Antiemetics for the day hospital | Противорвотные для дневного стационара
        0358300021425000049 | children | 44-competition | 260 | -230 | closed | go | 3100000:rejected:specification:2950000:3020000 | Growth factors | Факторы роста
        32515400812 | group | 223 | 210 | -195 | execution | go | 8200000:won:-:7700000:7700000 | Frame supply for the group | Рамочная поставка для группы
        32515400977 | group | 223 | 120 | -104 | closed | no-go | 1500000:withdrawn:-:-:1290000 | Calcium folinate | Кальция фолинат
        0358200014326000050 | university | 44-auction | 95 | -80 | contract | go | 2700000:won:-:2480000:2480000 | Supportive therapy | Сопроводительная терапия
        - | ministry | - | -20 | 60 | signal | undecided | - | Regional programme of outpatient chemotherapy | Региональная программа амбулаторной химиотерапии
        0358200014326000214 | oncology | 44-auction | 13 | 3 | open | go | 8300000:undecided:-:-:- 4300000:undecided:-:-:- | Cytostatics and supportive therapy, first quarter | Цитостатики и сопроводительная терапия, первый квартал
        0358300021426000020 | city | 44-auction | 21 | 1 | open | undecided | 1900000:undecided:-:-:- | Filgrastim | Филграстим
        32516400120 | donfarm | commercial | 9 | 6 | open | go | 5200000:undecided:-:-:- | Yearly tender of the distributor | Годовой тендер дистрибьютора
        0358300021426000033 | children | 44-competition | 30 | -5 | decided | go | 3300000:undecided:-:3100000:- | Growth factors, new year | Факторы роста, новый год
        - | group | 223 | -12 | 30 | preparation | undecided | 9100000:undecided:-:-:- | Frame supply for the group, next year | Рамочная поставка для группы, следующий год
        2026-OJS-118402 | group | eu-open | 25 | 9 | open | undecided | 6400000:undecided:-:-:- | Infusion pumps with consumables | Инфузионные насосы с расходными материалами
        2026-OJS-101877 | university | eu-restricted | 40 | -2 | bidding | go | 3900000:undecided:-:3650000:- | Laboratory for cytometry | Лаборатория проточной цитометрии
        0358300021426000041 | city | 44-quotations | 5 | 4 | open | go | 700000:undecided:-:-:- | Ports and catheters | Порты и катетеры
        0358300021426000029 | children | 44-single | 12 | -6 | contract | go | 480000:won:-:480000:480000 | Immunoglobulin, urgent | Иммуноглобулин, неотложно
        0358200014326000171 | oncology | 44-auction | 45 | -15 | contract | go | 1800000:won:-:1700000:1700000 | Antibiotics, fourth quarter | Антибиотики, четвёртый квартал
        32516400077 | donfarm | commercial | 60 | -40 | execution | go | 4100000:won:-:3950000:3950000 | Consumables of the distributor | Расходные материалы дистрибьютора
        32515400890 | university | 223 | 150 | -120 | closed | go | 1200000:not-held:-:-:- | Reagents | Реагенты
        """
}
