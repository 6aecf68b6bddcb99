import Domain
import Store

/// Two years in the life of the named organisations, written act by act, each on its day and by its author.
final class Story {
    private struct Act {
        var ago: Int
        var author: User.ID
        var perform: (WriteTransaction, Day) throws -> Void
    }

    /// How many days ago the first act was.
    static let first = 788

    let world: World
    private let clients: [Client.ID]
    /// By English family name.
    private var people: [String: Person.ID]
    /// How many days ago each person was first met. A person who is missing here was known before.
    private var met: [String: Int] = [:]
    /// The VIP projects, by the family name of their person.
    var projects: [String: Project.ID] = [:]
    /// The latest step of each person, by family name.
    var steps: [String: LadderMove.ID] = [:]
    private var acts: [Act] = []

    init(_ world: World, in population: Population) {
        self.world = world
        clients = population.members.prefix(NamedClient.all.count).map(\.id)
        people = Dictionary(
            population.known.map { (Story.familyName($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
        for row in Table(Powers.people).rows { meet(row) }
        for row in Table(Powers.posts).rows { employ(row) }
        for row in Table(Ties.all).rows { tie(row) }
        for row in Table(Judgements.ofUs).rows { judge(row) }
        for row in Table(Judgements.ofCompetitors).rows { compare(row) }
        for row in Table(Steps.all).rows { climb(row) }
        for row in Table(Facts.all).rows { learn(row) }
        runProjects()
        for row in Table(Expectations.all).rows { expect(row) }
        for row in Table(KeyEvidence.all).rows { know(row) }
        strategies()
        for row in Table(Gatherings.events).rows { gather(row) }
        keepPapers()
        plan()
        hear()
        for row in Table(Tenders.all).rows { tender(row) }
    }

    /// Performs all acts in the order of their days. Consecutive acts of one author share a transaction.
    func write(into desk: Desk) throws {
        let ordered = acts.enumerated().sorted { ($1.element.ago, $0.offset) < ($0.element.ago, $1.offset) }
            .map(\.element)
        var (done, sequence, last) = (0, 0, world.today - 10_000)
        while done < ordered.count {
            let author = ordered[done].author
            let count = ordered[done...].prefix { $0.author == author }.count
            try desk.write(
                as: .program(for: author), at: world.moment(world.today, 0), on: world.today
            ) { write in
                for act in ordered[done..<done + count] {
                    let day = day(act.ago)
                    // What happened before the desk's first day is noted on that day.
                    let noted = max(day, world.start)
                    sequence = noted == last ? sequence + 1 : 0
                    last = noted
                    try act.perform(write.at(world.moment(noted, 10_000 + 20 * sequence), on: noted), day)
                }
            }
            done += count
        }
    }

    /// The day so many days ago, or the Friday before if it is a weekend.
    func day(_ ago: Int) -> Day {
        let day = world.today - ago
        return switch day.weekday {
        case .saturday: day - 1
        case .sunday: day - 2
        default: day
        }
    }

    func act(
        _ ago: Int, by author: User.ID = Desk.owner, _ perform: @escaping (WriteTransaction, Day) throws -> Void
    ) {
        acts.append(Act(ago: ago, author: author, perform: perform))
    }

    func person(_ name: String) -> Person.ID {
        guard let id = people[name] else { preconditionFailure("the demo does not know \(name) yet") }
        return id
    }

    func client(_ word: String) -> Client.ID {
        guard let place = Powers.places[word] else { preconditionFailure("the demo has no organisation \(word)") }
        return clients[place]
    }

    static func familyName(_ name: String) -> String { String(name.split(separator: " ").last ?? "") }
}

extension Story {
    private func meet(_ row: Table.Row) {
        let (flags, t) = (row[optional: 0] ?? "", world.tongue)
        let draft = PersonDraft(
            name: Text(row[1], row[2])(t), isVip: flags.contains("v"), isKol: flags.contains("k"),
            birthday: row[optional: 3].map { Day($0) ?? row.fault("birthday") })
        let name = Story.familyName(row[1])
        met[name] = row.number(4)
        act(row.number(4)) { write, _ in self.people[name] = try write.addPerson(draft) }
        employ(name, row, 5)
    }

    private func employ(_ row: Table.Row) { employ(row[0], row, 1) }

    /// Adds a post, and ends it if it has a last day.
    private func employ(_ name: String, _ row: Table.Row, _ place: Int) {
        let (client, span) = (client(row[place]), row.span(place + 2))
        var draft = PostDraft(
            title: row.text(place + 3)?(world.tongue), role: row.optionalWord(place + 1), from: world.today - span.from)
        var post: Post.ID?
        act(min(span.from, met[name] ?? Story.first)) { [draft] write, _ in
            post = try write.addPost(draft, person: self.person(name), client: client)
        }
        guard let to = span.to else { return }
        draft.to = world.today - to
        act(to) { [draft] write, _ in
            guard let post else { return }
            try write.changePost(post, from: nil, draft)
        }
    }

    private func tie(_ row: Table.Row) {
        let (span, marks) = (row.span(4), Array(row[3]))
        var draft = TieDraft(
            kind: row.word(1), from: span.from > 730 ? nil : world.today - span.from,
            strength: marks[0].wholeNumberValue ?? row.fault("strength"), isPositive: marks[1] == "+",
            certainty: marks[2] == "c" ? .confirmed : .assumed, source: Origins.text(row[5])(world.tongue))
        var tie: Tie.ID?
        act(span.from) { [draft] write, _ in
            tie = try write.addTie(draft, from: self.person(row[0]), to: self.person(row[2]))
        }
        guard let to = span.to else { return }
        draft.to = world.today - to
        act(to) { [draft] write, _ in
            guard let tie else { return }
            try write.changeTie(tie, from: nil, draft)
        }
    }

    private func judge(_ row: Table.Row) {
        for said in moves(row[2], 6, row) {
            assess(
                row, said,
                AssessmentDraft(
                    day: world.today, power: Int(said[1]), stance: Int(said[2]), openness: Int(said[3]),
                    certainty: said[4] == "c" ? .confirmed : .assumed, source: Origins.text(said[5])(world.tongue)))
        }
    }

    private func compare(_ row: Table.Row) {
        guard let competitor = Judgements.competitors[row[2]] else { return row.fault("competitor") }
        for said in moves(row[3], 4, row) {
            assess(
                row, said,
                AssessmentDraft(
                    day: world.today, stance: Int(said[1]), competitor: competitor(world.tongue),
                    certainty: said[2] == "c" ? .confirmed : .assumed, source: Origins.text(said[3])(world.tongue)))
        }
    }

    private func moves(_ cell: String, _ count: Int, _ row: Table.Row) -> [[String]] {
        cell.split(separator: ";").map { move in
            let words = move.split(separator: " ").map(String.init)
            return words.count == count ? words : row.fault("move \(move)")
        }
    }

    private func assess(_ row: Table.Row, _ said: [String], _ draft: AssessmentDraft) {
        let client = client(row[1])
        act(Int(said[0]) ?? row.fault("day")) { write, day in
            var draft = draft
            draft.day = day
            try write.assess(self.person(row[0]), at: client, draft)
        }
    }

    private func climb(_ row: Table.Row) {
        let draft = LadderDraft(
            day: world.today, step: row.word(3), theirs: row.text(4)?(world.tongue), ours: row.text(6)?(world.tongue))
        act(row.number(2), by: User.ID(Int64(row.number(1)))) { write, day in
            var draft = draft
            draft.day = day
            self.steps[row[0]] = try write.climb(self.person(row[0]), draft)
        }
    }

    private func learn(_ row: Table.Row) {
        let draft = FactDraft(
            kind: row.word(2), text: Text(row[5], row[6])(world.tongue), source: Origins.text(row[4])(world.tongue),
            day: world.today, privacy: row.word(3))
        act(row.number(1)) { write, day in
            var draft = draft
            draft.day = day
            try write.addFact(draft, of: self.person(row[0]))
        }
    }

    private func expect(_ row: Table.Row) {
        let client = client(row[1])
        let draft = ExpectedChangeDraft(
            kind: row.word(3), text: Text(row[8], row[9])(world.tongue), day: world.today + row.number(4),
            probability: row.number(5), shift: row[optional: 6] == nil ? nil : row.number(6),
            source: Origins.text(row[7])(world.tongue))
        act(row.number(2)) { write, _ in
            var draft = draft
            draft.person = row[optional: 0].map(self.person)
            try write.expect(draft, at: client)
        }
    }
}
