/// One typed line with whom it means: those of its names that are surely one person or one client, and for the others who they may be.
package struct LineGuess: Sendable {
    package var line: String
    /// What is wrong with the line as a whole, of which nothing is read then.
    package var problem: Problem?
    package var log: QuickLog
    package var client: Named<Client>?
    package var people: [Person.ID] = []
    package var unsure: [Unsure] = []

    /// A name that fits several people, or nobody.
    package struct Unsure: Sendable {
        package var name: String
        package var candidates: [PersonHit]

        package init(name: String, candidates: [PersonHit]) {
            self.name = name
            self.candidates = candidates
        }
    }

    package init(_ line: String, today: Day) {
        self.line = line
        let isTooLong = line.unicodeScalars.count > QuickLog.longest
        problem = isTooLong ? .tooLong(QuickLog.longest) : nil
        log = QuickLog(isTooLong ? "" : line, today: today)
    }
}
