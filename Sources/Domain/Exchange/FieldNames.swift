// By which names the columns of other programs' files are known.

extension ImportKind {
    /// The field of which this is the key: "inn" in any case.
    func hasKey(_ name: String) -> String? {
        let name = name.lowercased()
        return fields.first { $0 == name }
    }

    /// The field that a column with this name feeds, by the field's label or by what accountants and other programs call it.
    func hasName(_ name: String) -> String? {
        let name = ImportKind.bare(name)
        guard !name.isEmpty else { return nil }
        let named = format.fields.filter {
            ImportKind.bare($0.label) == name || ImportKind.otherNames[$0.key]?.contains(name) == true
        }
        // A company is the client of a person or an invoice, and the name of a client.
        return (named.first { $0.key == "client" } ?? named.first)?.key
    }

    /// How many of these cells are names of fields.
    func namesFields(_ cells: [String]) -> Int { cells.count { hasKey($0) != nil || hasName($0) != nil } }

    /// Are all needed fields among the names?
    func namesNeeds(_ cells: [String]) -> Bool {
        let named = Set(cells.compactMap { hasKey($0) ?? hasName($0) })
        return needs.allSatisfy(named.contains)
    }

    /// Is it the column of a person's family name? Then a column called "name" has the rest alone.
    static func isFamilyName(_ name: String) -> Bool {
        ["фамилия", "surname", "last name", "family name", "lastname", "nachname", "familienname"].contains(bare(name))
    }

    /// Without case, points, underscores and spaces around it.
    private static func bare(_ name: String) -> String {
        name.lowercased().replacing("ё", with: "е").split { " ._\u{A0}:".contains($0) }.joined(separator: " ")
    }

    private static let otherNames: [String: Set<String>] = [
        "name": [
            "наименование", "название", "организация", "контрагент", "компания", "фио", "полное наименование",
            "company", "company name", "organisation", "organization", "full name", "наименование организации",
        ],
        "short": ["краткое наименование", "сокращенное наименование"],
        "key": ["ключ", "код", "внешний код", "external id", "record id"],
        "kind": ["вид", "тип", "type"],
        "inn": ["инн", "tin"], "kpp": ["кпп"], "ogrn": ["огрн"],
        "vat": ["ндс", "vat id", "vat no", "tax id", "ust-idnr"],
        "address": ["адрес", "юридический адрес"], "city": ["город", "town", "ort", "stadt"],
        "country": ["страна", "land"], "territory": ["территория", "регион", "region"], "segment": ["сегмент"],
        "status": ["статус", "состояние"], "parent": ["входит в", "головная организация", "parent account"],
        "kam": ["менеджер", "ответственный", "ответственный менеджер", "account manager", "account owner"],
        "phone": ["телефон", "тел", "phone number", "telephone", "mobile", "mobile phone", "telefon"],
        "email": ["e-mail", "эл почта", "электронная почта", "почта", "email address", "mail"],
        "web": ["сайт", "website"], "note": ["примечание", "комментарий", "comment", "notes"],
        "number": ["номер", "№", "no", "номер документа", "document number", "invoice number", "order number"],
        "client": [
            "клиент", "контрагент", "покупатель", "организация", "компания", "customer", "account", "company",
            "company name", "associated company", "account name",
        ],
        "date": ["дата", "дата документа", "invoice date", "order date"],
        "due": ["срок", "срок оплаты", "оплатить до", "due date"], "amount": ["сумма", "сумма с ндс"],
        "settled": ["оплачено", "дата оплаты", "settled date"],
        "shipped": ["отгружено", "дата отгрузки", "ship date", "shipped date"],
        "order": ["заказ", "номер заказа", "order number", "order no"],
        "product": ["товар", "номенклатура", "продукт", "product name", "item"],
        "quantity": ["количество", "кол-во", "qty"], "price": ["цена", "unit price"],
        "discount": ["скидка", "rabatt"], "cost": ["себестоимость", "unit cost"],
        "unit": ["единица", "ед", "ед изм"], "group": ["группа", "категория", "category"],
        "title": ["должность", "job title", "position"],
        "birthday": ["день рождения", "дата рождения", "date of birth", "birth date"],
        "person": ["сотрудник", "контактное лицо", "contact"], "invoice": ["счет", "номер счета", "invoice number"],
    ]
}
