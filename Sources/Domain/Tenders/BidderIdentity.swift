/// Who a bidder is, as far as a protocol tells by a tax id.
package enum BidderIdentity: Sendable, Hashable {
    /// A tax id that passes its check.
    case known(String)
    /// A number that fails its check. It is kept as it stands and warned of; nobody takes it for a competitor.
    case doubtful(String)
    /// A stand-in, such as "NA1", "Empty" or zeros, or nothing at all. It tells the bidders of one lot apart and no more.
    case anonymous(String)

    package init(taxID text: String?) {
        let text = trimmed(text ?? "")
        if let inn = TaxNumber.inn(text) {
            self = .known(inn)
        } else if BidderIdentity.isStandIn(text) {
            self = .anonymous(text)
        } else if text.utf8.contains(where: { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            text.utf8.first.map({ $0 < UInt8(ascii: "0") || $0 > UInt8(ascii: "9") }) == true,
            let vat = TaxNumber.vat(text)
        {
            self = .known(vat)
        } else {
            self = .doubtful(text)
        }
    }

    /// Nothing, zeros, dashes, or a word for "not told" with a number behind it or without.
    private static func isStandIn(_ text: String) -> Bool {
        let plain = text.lowercased().filter { !" .-–/".contains($0) }
        if plain.allSatisfy({ $0 == "0" }) { return true }
        let word = plain.reversed().drop { ("0"..."9").contains($0) }.reversed()
        return standIns.contains(String(word))
    }

    private static let standIns: Set = [
        "na", "empty", "none", "null", "unknown", "нет", "неизвестно", "участник", "bidder", "anonymous",
    ]

    /// The number under which bids of the same competitor are found; nil for a bidder who is not one.
    package var competitor: String? { if case .known(let number) = self { number } else { nil } }

    package var isAnonymous: Bool { if case .anonymous = self { true } else { false } }
    package var isDoubtful: Bool { if case .doubtful = self { true } else { false } }
}
