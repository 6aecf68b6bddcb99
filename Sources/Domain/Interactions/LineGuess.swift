/// One typed line with its meaning: the names that certainly mean one person or one client, and the candidates for the others.
package struct LineGuess: Sendable {
    package var line: String
    /// What is wrong with the line as a whole. Then nothing of it is read.
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
