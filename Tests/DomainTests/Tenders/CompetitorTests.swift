import Domain
import Testing

@Suite struct CompetitorTests {
    private func bid(_ tax: String?, _ name: String?, won: Bool = false, outcome: LotOutcome = .lost)
        -> (identity: BidderIdentity, name: String?, meeting: Meeting)
    {
        (
            BidderIdentity(taxID: tax), name,
            Meeting(
                tender: Named(id: ID(1), name: "Gloves"), client: Named(id: ID(1), name: "Hospital"), subject: "Lot",
                outcome: outcome, reason: nil, theirs: nil, ours: nil, isTheirs: won, currency: "RUB")
        )
    }

    @Test func `an anonymous bidder is no competitor, and one with a wrong number is marked`() {
        let list = CompetitorList([
            bid("NA1", "Somebody"), bid("Empty", nil), bid("0000000000", nil), bid(nil, "Somebody"),
            bid("1835035008", nil), bid("7707083893", nil, won: true), bid("7707083893", "Rival", outcome: .won),
        ])
        #expect(list.competitors.map(\.tax) == ["7707083893", "1835035008"])
        #expect(list.competitors.map(\.isDoubtful) == [false, true])
        #expect(list.competitors[0].title == "Rival" && list.competitors[1].title == "1835035008")
        #expect(list.competitors[0].meetings.count == 2)
        #expect(list.competitors[0].theyWon == 1 && list.competitors[0].weWon == 1)
    }
}
