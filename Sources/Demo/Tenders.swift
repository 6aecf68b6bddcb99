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
        """
}
