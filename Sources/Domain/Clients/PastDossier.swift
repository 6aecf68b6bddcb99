/// A client as it stood at the end of a past day: what was judged, promised and known of people by then. Figures go to the end of the month
/// before. What was written down later counts from the day of which it speaks.
package struct PastDossier: Sendable, Encodable {
    package var client: Named<Client>
    package var day: Day
    /// Who held the client that day; nil if nobody did.
    package var kam: KamTie?
    package var people: [KnownPerson]
    package var power: ClientPower?
    package var keys: EvidenceSheet
    package var strategy: StrategySheet
    /// What was promised by then and neither kept nor dropped, the earliest due first; at most `PastDossier.most`.
    package var matters: [MatterRow]
    package var sales: ClientSales

    package static let most = 100

    package init(
        client: Named<Client>, day: Day, kam: KamTie?, people: [KnownPerson], power: ClientPower?, keys: EvidenceSheet,
        strategy: StrategySheet, matters: [MatterRow], sales: ClientSales
    ) {
        (self.client, self.day, self.kam, self.people) = (client, day, kam, people)
        (self.power, self.keys, self.strategy) = (power, keys, strategy)
        (self.matters, self.sales) = (matters, sales)
    }

    /// The last day of the figures.
    package var figuresUntil: Day { Month(of: day).first - 1 }
}
