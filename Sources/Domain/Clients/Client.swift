/// An organisation that buys, may buy or pays, or that decides over others that do.
package struct Client: Record, Equatable {
    package typealias ID = Domain.ID<Client>

    package var id: ID
    /// Rises with every change. A change names the version that it was made from.
    package var version: Int
    package var draft: ClientDraft
    package var status: ClientStatus

    package init(id: ID, version: Int, draft: ClientDraft, status: ClientStatus) {
        self.id = id
        self.version = version
        self.draft = draft
        self.status = status
    }
}

package enum ClientKind: String, Wording {
    case hospital
    case pharmacyChain = "pharmacy-chain"
    case distributor, retailer, authority, manufacturer, other

    package static let otherWords: [String: ClientKind] = [
        "больница": .hospital, "лпу": .hospital, "clinic": .hospital, "клиника": .hospital,
        "pharmacy chain": .pharmacyChain, "аптечная сеть": .pharmacyChain,
        "дистрибьютор": .distributor, "розница": .retailer, "орган власти": .authority,
        "производитель": .manufacturer, "другое": .other,
    ]
}

/// Where a client stands. It follows from the shipments; only that a client is lost is said by a person.
package enum ClientStatus: String, Wording {
    /// Nothing was ever shipped to it.
    case prospect
    /// Something was shipped to it within the months that the settings name.
    case active
    /// Something was once shipped to it, but not lately.
    case dormant
    /// Somebody said so, with the reason.
    case lost

    package static let otherWords: [String: ClientStatus] = [
        "потенциальный": .prospect, "активный": .active, "спящий": .dormant, "потерян": .lost,
    ]
}

/// A client's fields as typed or imported, checked.
package struct ClientDraft: StoredDraft, Sendable, Equatable, Encodable {
    /// The client's number in another system. An import finds the client by it.
    package var key: String?
    package var name: String
    package var shortName: String?
    package var kind: ClientKind
    package var inn: String?
    package var kpp: String?
    package var ogrn: String?
    package var vat: String?
    package var address: String?
    package var city: String?
    package var country: String?
    package var territory: String?
    package var segment: String?
    /// Why the client is lost; nil if it is not.
    package var lostReason: String?
    /// Since when it buys from us, where our history is younger than that; nil if the shipments say it.
    package var buysSince: Day?
    package var parent: Client.ID?
    package var phone: String?
    package var email: String?
    package var web: String?
    package var note: String?
    /// True if the client is a trade secret: only the KAM in charge, their deputy, the head and the directors see it whole.
    package var isConfidential: Bool

    /// Reads the fields of the client form. Here the parent is a client's number; an import looks up its name first.
    package init(_ entries: Entries) throws(Problems) {
        var read = FieldReader(TaxNumber.split(entries))
        key = read.optionalText("key", atMost: 80)
        name = read.text("name", atMost: 500)
        shortName = read.optionalText("short", atMost: 120)
        kind = read.choice("kind", or: .other)
        inn = read.checked("inn", .notAnInn, TaxNumber.inn)
        kpp = read.checked("kpp", .notAKpp, TaxNumber.kpp)
        ogrn = read.checked("ogrn", .notAnOgrn, TaxNumber.ogrn)
        vat = read.checked("vat", .notAVat, TaxNumber.vat)
        address = read.optionalText("address", atMost: 500)
        city = read.optionalText("city", atMost: 120)
        country = read.optionalText("country", atMost: 120)
        territory = read.optionalText("territory", atMost: 120)
        segment = read.optionalText("segment", atMost: 120)
        lostReason = read.optionalText("lost_reason", atMost: 500)
        buysSince = read.optionalDay("buys_since")
        parent = read.optionalID("parent", Client.self)
        phone = read.phones("phone")
        email = read.emails("email")
        web = read.checked("web", .notAWebAddress, NetAddress.web)
        isConfidential = read.flag("confidential")
        note = read.optionalText("note", atMost: 20_000)
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(
        key: String? = nil, name: String, shortName: String? = nil, kind: ClientKind, inn: String? = nil,
        kpp: String? = nil, ogrn: String? = nil, vat: String? = nil, address: String? = nil, city: String? = nil,
        country: String? = nil, territory: String? = nil, segment: String? = nil, lostReason: String? = nil,
        buysSince: Day? = nil, parent: Client.ID? = nil, phone: String? = nil, email: String? = nil,
        web: String? = nil, note: String? = nil, isConfidential: Bool = false
    ) {
        self.key = key
        self.name = name
        self.shortName = shortName
        self.kind = kind
        self.inn = inn
        self.kpp = kpp
        self.ogrn = ogrn
        self.vat = vat
        self.address = address
        self.city = city
        self.country = country
        self.territory = territory
        self.segment = segment
        self.lostReason = lostReason
        self.buysSince = buysSince
        self.parent = parent
        self.phone = phone
        self.email = email
        self.web = web
        self.note = note
        self.isConfidential = isConfidential
    }

    package static var blank: ClientDraft { ClientDraft(name: "", kind: .blank) }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("key", &key)
        fields.field("name", &name)
        fields.field("short_name", form: "short", &shortName)
        fields.field("kind", &kind)
        fields.field("inn", &inn)
        fields.field("kpp", &kpp)
        fields.field("ogrn", &ogrn)
        fields.field("vat", &vat)
        fields.field("address", &address)
        fields.field("city", &city)
        fields.field("country", &country)
        fields.field("territory", &territory)
        fields.field("segment", &segment)
        fields.field("lost_reason", &lostReason)
        fields.field("buys_since", &buysSince)
        fields.field("parent_id", form: "parent", &parent)
        fields.field("phone", &phone)
        fields.field("email", &email)
        fields.field("web", &web)
        fields.field("note", &note)
        fields.field("is_confidential", form: "confidential", &isConfidential)
    }
}
