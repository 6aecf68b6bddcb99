/// One typed line with its meaning: the names that certainly mean one person or one client, and the candidates for the others.
package struct LineGuess: Sendable {
    package var line: String
    /// What is wrong with the line as a whole. Then nothing of it is read.
    package var problem: Problem?
    package var log: QuickLog
    package var client: Named<Client>?
    package var people: [Person.ID] = []
    package var unsure: [Unsure] = []

    /// A name that fits several people, or nobody. The form asks about it in the fields `who-N`.
    package struct Unsure: Sendable {
        package var name: String
        package var candidates: [PersonHit]

        package init(name: String, candidates: [PersonHit]) {
            self.name = name
            self.candidates = candidates
        }
    }

    /// The people who were chosen for the names that fit several; none for a name that stands for nobody known. Throws problems of the
    /// questions that are not answered.
    package static func answers(_ entries: Entries) throws(Problems) -> [Person.ID] {
        var (people, problems): ([Person.ID], Problems) = ([], Problems())
        for place in 0..<QuickLog.mostNames where !entries["who-\(place)-name"].isEmpty {
            let answer = entries["who-\(place)"]
            if let person = Person.ID(answer) {
                people.append(person)
            } else if answer != LineGuess.nobody {
                problems.add(.required, to: "who-\(place)")
            }
        }
        guard problems.isEmpty else { throw problems }
        return people
    }

    /// The names in the line that nobody on the desk has.
    package var strangers: [String] { unsure.filter(\.candidates.isEmpty).map(\.name) }

    /// The people to add for names that nobody has: those of the fields `stranger-N` whose `stranger-N-add` is ticked. Throws problems of
    /// the ticks whose names cannot be a person's.
    package static func newcomers(_ entries: Entries) throws(Problems) -> [PersonDraft] {
        var (drafts, problems): ([PersonDraft], Problems) = ([], Problems())
        for place in 0..<QuickLog.mostNames where entries["stranger-\(place)-add"] == "yes" {
            do throws(Problems) {
                drafts.append(try PersonDraft(Entries(["name": entries["stranger-\(place)"]])))
            } catch {
                problems.add(error.renamed("name", to: "stranger-\(place)-add"))
            }
        }
        guard problems.isEmpty else { throw problems }
        return drafts
    }

    /// The answer that a name means none of the people it fits.
    package static let nobody = "nobody"

    package init(_ line: String, today: Day) {
        self.line = line
        let isTooLong = line.unicodeScalars.count > QuickLog.longest
        problem = isTooLong ? .tooLong(QuickLog.longest) : nil
        log = QuickLog(isTooLong ? "" : line, today: today)
    }
}
