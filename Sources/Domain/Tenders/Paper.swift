/// What kind of paper of our own it is.
package enum PaperKind: String, Wording {
    case licence
    /// The registration certificate of a product.
    case registration
    /// A power of attorney.
    case attorney
    /// A certificate for electronic signatures.
    case signature
    case accreditation, other

    package static let otherWords: [String: PaperKind] = [
        "registration certificate": .registration, "power of attorney": .attorney, "signature certificate": .signature,
        "сертификат электронной подписи": .signature,
        "лицензия": .licence, "регистрационное удостоверение": .registration, "ру": .registration,
        "доверенность": .attorney, "электронная подпись": .signature, "сертификат эп": .signature,
        "аккредитация": .accreditation, "другое": .other, "license": .licence,
    ]
}

/// What a power of attorney is good for.
package enum PaperScope: String, Wording {
    case everything, bidding, signing

    package static let otherWords: [String: PaperScope] = [
        "for everything": .everything, "на все действия": .everything, "на всё": .everything, "на все": .everything,
        "только на торги": .bidding,
        "только на участие в закупке": .bidding,
        "for bidding only": .bidding, "только на подписание": .signing, "for signing only": .signing,
    ]
}

/// A paper of ours as far as a tender needs to know it.
package struct PaperFacts: Sendable, Equatable {
    package var kind: PaperKind
    package var name: String
    /// The product that it is for; nil if it is for all of us.
    package var product: Product.ID?
    /// Who acts or signs with it.
    package var user: User.ID?
    /// The last day of its validity; nil if it has none.
    package var expires: Day?
    package var scope: PaperScope?
    /// The largest contract that it is good for; nil if there is no limit.
    package var limit: Money?

    package init(
        _ kind: PaperKind, _ name: String, product: Product.ID? = nil, user: User.ID? = nil, expires: Day?,
        scope: PaperScope? = nil,
        limit: Money? = nil
    ) {
        (self.kind, self.name, self.product, self.expires) = (kind, name, product, expires)
        (self.scope, self.limit, self.user) = (scope, limit, user)
    }
}

/// How our papers stand against what a tender asks for on a day.
package enum PaperStanding: Sendable, Equatable {
    case have
    case lacking
    /// The best one ends on this day, before it is needed.
    case ends(Day)
    /// There is a power of attorney, but not for this act.
    case wrongScope
    /// There is a power of attorney, but only up to this amount.
    case limited(Money)

    /// `signs`: whether a contract is signed with it, and else an application. `value` is nil if the size of the contract is not known.
    package static func of(
        _ kind: PaperKind, product: Product.ID?, among papers: [PaperFacts], on day: Day, signs: Bool = true,
        value: Money? = nil
    ) -> PaperStanding {
        let fitting = papers.filter { $0.kind == kind && ($0.product == nil || $0.product == product) }
        guard !fitting.isEmpty else { return .lacking }
        let valid = fitting.filter { $0.expires.map { $0 >= day } ?? true }
        guard !valid.isEmpty else { return .ends(fitting.compactMap(\.expires).max() ?? day) }
        guard kind == .attorney else { return .have }
        let scoped = valid.filter { [nil, .everything, signs ? .signing : .bidding].contains($0.scope) }
        guard !scoped.isEmpty else { return .wrongScope }
        guard let value else { return .have }
        if scoped.contains(where: { $0.limit.map { $0 >= value } ?? true }) { return .have }
        return .limited(scoped.compactMap(\.limit).max() ?? .zero)
    }
}
