/// A bid as far as the figures need it.
package struct BidFacts: Sendable, Equatable {
    package var bidder: BidderIdentity
    /// Nil if it is not told.
    package var price: Money?
    package var isWinner: Bool

    package init(_ bidder: BidderIdentity, _ price: Money?, isWinner: Bool = false) {
        self.bidder = bidder
        // A price of nothing is a gap of the protocol.
        self.price = price.flatMap { $0 > .zero ? $0 : nil }
        self.isWinner = isWinner
    }
}

/// A lot as far as the figures need it.
package struct LotFacts: Sendable, Equatable {
    package var start: Money?
    package var bids: [BidFacts]
    /// True if somebody said that start and bids are not on one VAT basis.
    package var basesDiffer: Bool

    package init(start: Money?, bids: [BidFacts], basesDiffer: Bool = false) {
        self.start = start.flatMap { $0 > .zero ? $0 : nil }
        self.bids = bids
        self.basesDiffer = basesDiffer
    }

    /// Two or more different bidders. Nobody can tell whether two anonymous ones without a mark are one, so each counts.
    package var isContested: Bool {
        let named = Set(bids.map(\.bidder).filter { !$0.isAnonymous }).count
        return named + bids.count { $0.bidder.isAnonymous } >= 2
    }

    package var winningPrice: Money? { bids.first(where: \.isWinner)?.price }

    /// 1 - winning price / starting price of a contested lot; negative if the price rose. Nil if the lot has a sole bidder, a price is not
    /// known, or the two are not on one VAT basis.
    package var fall: Double? {
        guard isContested, !basesDiffer, let start, let price = winningPrice else { return nil }
        return 1 - Double(price.minor) / Double(start.minor)
    }

    /// True if somebody should look whether start and price are on one VAT basis: the price is above the start, or the start is the price
    /// with VAT on top, to half a per cent. It counts until somebody says that they differ.
    package func asksForBasis(rates: [Double] = [0.1, 0.2, 0.22]) -> Bool {
        guard !basesDiffer, let start, let price = winningPrice else { return false }
        let ratio = Double(start.minor) / Double(price.minor)
        return ratio < 1 || rates.contains { abs(ratio - (1 + $0)) <= 0.005 * (1 + $0) }
    }
}

/// How many lots were won of those decided.
package struct WinRate: Sendable, Equatable, Encodable {
    package var won: Int
    package var decided: Int

    package init(won: Int, of decided: Int) { (self.won, self.decided) = (won, decided) }

    /// The bounds within which the rate lies with 95 % confidence (Wilson, "Probable Inference", 1927), in per cent. Nil below five lots,
    /// where only the counts say something.
    package var bounds: ClosedRange<Double>? {
        guard decided >= WinRate.least else { return nil }
        let (n, z) = (Double(decided), 1.96)
        let share = Double(won) / n
        let middle = share + z * z / (2 * n)
        let half = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        let scale = 1 + z * z / n
        return max(0, (middle - half) / scale * 100)...min(100, (middle + half) / scale * 100)
    }

    /// Nil below five lots.
    package var percent: Int? {
        decided >= WinRate.least ? Int((Double(won) / Double(decided) * 100).rounded()) : nil
    }

    private static let least = 5

    private enum CodingKeys: String, CodingKey { case won, decided, percent, from, to }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(won, forKey: .won)
        try container.encode(decided, forKey: .decided)
        try container.encode(percent, forKey: .percent)
        try container.encode(bounds?.lowerBound, forKey: .from)
        try container.encode(bounds?.upperBound, forKey: .to)
    }
}
