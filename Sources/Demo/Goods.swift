import Domain

/// A product. Prices are in whole roubles; in an English world 100 roubles are one euro.
struct Goods: Sendable {
    var name: Text
    var group: Text
    var unit: Text
    var price: Int
    /// Nil if nobody knows our cost.
    var cost: Int?
    /// Who buys it.
    var fits: [ClientKind]

    init(_ name: Text, _ group: Text, _ unit: Text, _ price: Int, _ cost: Int?, _ fits: [ClientKind]) {
        self.name = name
        self.group = group
        self.unit = unit
        self.price = price
        self.cost = cost
        self.fits = fits
    }

    static let all = oncology + supportive + antibiotics + heart + infusions + access + consumables + counter

    private static let wards: [ClientKind] = [.hospital, .distributor, .other]
    private static let everywhere: [ClientKind] = [
        .hospital, .pharmacyChain, .distributor, .retailer, .manufacturer, .other,
    ]
    private static let shops: [ClientKind] = [.pharmacyChain, .retailer, .distributor]

    private static let vial = Text("vial", "флакон")
    private static let pack = Text("pack", "упаковка")
    private static let piece = Text("piece", "штука")
    private static let bottle = Text("bottle", "бутылка")
    private static let box = Text("box", "коробка")

    private static func all(_ group: Text, _ unit: Text, _ fits: [ClientKind], _ goods: [(Text, Int, Int?)]) -> [Goods]
    {
        goods.map { Goods($0.0, group, unit, $0.1, $0.2, fits) }
    }

    private static let oncology = all(
        Text("Oncology", "Онкология"), vial, wards,
        [
            (Text("Paclitaxel 6 mg/ml, 50 ml", "Паклитаксел 6 мг/мл, 50 мл"), 4_150, 3_090),
            (Text("Docetaxel 20 mg/ml, 4 ml", "Доцетаксел 20 мг/мл, 4 мл"), 6_900, 5_230),
            (Text("Carboplatin 10 mg/ml, 45 ml", "Карбоплатин 10 мг/мл, 45 мл"), 2_780, 2_010),
            (Text("Oxaliplatin 5 mg/ml, 20 ml", "Оксалиплатин 5 мг/мл, 20 мл"), 5_340, 4_120),
            (Text("Gemcitabine 1 g", "Гемцитабин 1 г"), 3_420, 2_560),
            (Text("Trastuzumab 440 mg", "Трастузумаб 440 мг"), 38_600, 30_700),
        ])
    private static let supportive = all(
        Text("Supportive therapy", "Сопроводительная терапия"), pack, wards,
        [
            (Text("Ondansetron 2 mg/ml, 4 ml, 5 pcs", "Ондансетрон 2 мг/мл, 4 мл, № 5"), 640, 450),
            (Text("Granisetron 1 mg/ml, 3 ml, 5 pcs", "Гранисетрон 1 мг/мл, 3 мл, № 5"), 1_980, 1_390),
            (Text("Filgrastim 30 million IU, 5 pcs", "Филграстим 30 млн МЕ, № 5"), 7_250, 5_400),
            (Text("Zoledronic acid 4 mg", "Золедроновая кислота 4 мг"), 4_860, 3_350),
            (Text("Calcium folinate 10 mg/ml, 30 ml", "Кальция фолинат 10 мг/мл, 30 мл"), 1_420, 1_010),
        ])
    private static let antibiotics = all(
        Text("Antibiotics", "Антибиотики"), vial, everywhere,
        [
            (Text("Ceftriaxone 1 g", "Цефтриаксон 1 г"), 62, 44),
            (Text("Meropenem 1 g", "Меропенем 1 г"), 590, 430),
            (Text("Vancomycin 1 g", "Ванкомицин 1 г"), 410, 295),
            (Text("Amoxicillin and clavulanic acid 1.2 g", "Амоксициллин + клавулановая кислота 1,2 г"), 148, 107),
            (Text("Linezolid 2 mg/ml, 300 ml", "Линезолид 2 мг/мл, 300 мл"), 1_130, 820),
        ])
    private static let heart = all(
        Text("Heart and vessels", "Сердце и сосуды"), pack, everywhere,
        [
            (Text("Enoxaparin 4000 IU, 10 pcs", "Эноксапарин 4000 МЕ, № 10"), 2_240, 1_640),
            (Text("Bisoprolol 5 mg, 30 pcs", "Бисопролол 5 мг, № 30"), 128, 86),
            (Text("Atorvastatin 20 mg, 30 pcs", "Аторвастатин 20 мг, № 30"), 285, 196),
            (Text("Clopidogrel 75 mg, 28 pcs", "Клопидогрел 75 мг, № 28"), 430, 301),
            (Text("Alteplase 50 mg", "Алтеплаза 50 мг"), 24_800, 19_400),
        ])
    private static let infusions = all(
        Text("Infusions", "Инфузионные растворы"), bottle, [.hospital, .distributor, .manufacturer, .other],
        [
            (Text("Sodium chloride 0.9 %, 500 ml", "Натрия хлорид 0,9 %, 500 мл"), 58, 43),
            (Text("Glucose 5 %, 500 ml", "Глюкоза 5 %, 500 мл"), 64, 47),
            (Text("Ringer's solution 500 ml", "Раствор Рингера 500 мл"), 76, 55),
            (Text("Amino acids 10 %, 500 ml", "Аминокислоты 10 %, 500 мл"), 890, 650),
            (Text("Fat emulsion 20 %, 500 ml", "Жировая эмульсия 20 %, 500 мл"), 1_260, nil),
        ])
    private static let access = all(
        Text("Port systems and access", "Порт-системы и доступ"), piece, wards,
        [
            (Text("Port system, titanium, 8 Fr", "Порт-система титановая, 8 Fr"), 21_400, 14_900),
            (Text("Huber needle with line, 20 G", "Игла Губера с линией, 20 G"), 980, 610),
            (Text("Central venous catheter, two-lumen", "Катетер центральный двухпросветный"), 3_150, 2_140),
            (Text("PICC line, 5 Fr", "Катетер PICC, 5 Fr"), 12_700, 8_800),
            (Text("Infusion pump, elastomeric, 275 ml", "Помпа инфузионная эластомерная, 275 мл"), 4_300, 3_020),
        ])
    private static let consumables = all(
        Text("Consumables", "Расходные материалы"), box, everywhere,
        [
            (Text("Nitrile gloves M, 100 pairs", "Перчатки нитриловые M, 100 пар"), 1_080, 760),
            (Text("Syringes 10 ml, 100 pcs", "Шприцы 10 мл, № 100"), 740, 520),
            (Text("Infusion sets, 250 pcs", "Системы инфузионные, № 250"), 4_900, 3_480),
            (Text("Sterile gauze, 40 pcs", "Салфетки стерильные, № 40"), 310, 214),
            (Text("Surgical gowns, 20 pcs", "Халаты хирургические, № 20"), 2_150, nil),
        ])
    private static let counter = all(
        Text("Over the counter", "Безрецептурные средства"), pack, shops,
        [
            (Text("Ibuprofen 400 mg, 20 pcs", "Ибупрофен 400 мг, № 20"), 142, 94),
            (Text("Loratadine 10 mg, 30 pcs", "Лоратадин 10 мг, № 30"), 118, 76),
            (Text("Vitamin D3 2000 IU, 60 pcs", "Витамин D3 2000 МЕ, № 60"), 520, 330),
            (Text("Sea water nasal spray, 100 ml", "Морская вода, спрей назальный, 100 мл"), 365, 238),
        ])

    func draft(key: String, _ world: World) -> ProductDraft {
        let t = world.tongue
        return ProductDraft(
            key: key, name: name(t), group: group(t), unit: unit(t), price: world.money(price),
            cost: cost.map(world.money))
    }
}
