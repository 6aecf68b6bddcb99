/// All that a colleague would hand over: their clients, each with the people to meet and the open matters.
package struct HandoverBook: Sendable {
    package struct Page: Sendable {
        package var client: Named<Client>
        /// The people who hold a post there, the deciding roles first.
        package var people: [PostRow]
        package var matters: [MatterRow]
        /// What is open in the strategy, and how their business runs.
        package var strategy: StrategySheet

        package init(client: Named<Client>, people: [PostRow], matters: [MatterRow], strategy: StrategySheet) {
            self.client = client
            self.people = people
            self.matters = matters
            self.strategy = strategy
        }
    }

    package var user: User
    /// By name; at most `HandoverBook.shown`.
    package var pages: [Page]
    package var count: Int

    package static let shown = 200

    package init(user: User, pages: [Page], count: Int) {
        self.user = user
        self.pages = pages
        self.count = count
    }
}
