import Domain
import Store
import Testing

/// What happened to a few people of two clients, H and U, and what the map of H says of its days and between them.
struct History: Sendable, CustomTestStringConvertible {
    let name: String
    let acts: [Act]
    /// By day, what the map shows: people as "A@H chief 5 +2", ties as "A>B influences 2", with "-" where negative, "?" where assumed.
    let days: [(day: String, shows: String)]
    /// What moved between two days.
    var moved: (from: String, to: String, shows: String)?

    var testDescription: String { name }

    enum Act: Sendable {
        case post(String, at: String, String, from: String?, to: String?)
        case tie(
            String, String, TieKind, Int, from: String?, to: String?, negative: Bool = false, assumed: Bool = false)
        case judge(String, at: String, on: String, power: Int? = nil, stance: Int? = nil, competitor: String? = nil)
        /// The tie of that place among those that were noted ends, or is corrected.
        case end(Int, on: String)
        case correct(Int, strength: Int, negative: Bool = false)
        case endPost(Int, on: String)
        case deleteJudgement(Int)
        case merge(String, into: String)
        case delete(String)
    }
}

/// Plays a history on a desk and says what its map shows.
struct HistoryPlayer {
    let desk = try! TemporaryDesk()
    private var clients: [String: Client.ID] = [:]
    private var people: [String: Person.ID] = [:]
    private var ties: [Tie.ID] = []
    private var posts: [Post.ID] = []
    private var judgements: [Assessment.ID] = []

    init(_ acts: [History.Act]) throws {
        for name in ["H", "U"] { clients[name] = try desk.addClient(name) }
        for name in ["A", "B", "C", "D"] {
            people[name] = try desk.write { try $0.addPerson(PersonDraft(name: name)) }
        }
        for act in acts { try play(act) }
    }

    private mutating func play(_ act: History.Act) throws {
        func day(_ text: String?) -> Day? { text.map { Day($0)! } }
        switch act {
        case .post(let person, let client, let title, let from, let to):
            posts.append(
                try desk.write {
                    try $0.addPost(
                        PostDraft(title: title, from: day(from), to: day(to)), person: people[person]!,
                        client: clients[client]!)
                })
        case .tie(let a, let b, let kind, let strength, let from, let to, let negative, let assumed):
            let draft = TieDraft(
                kind: kind, from: day(from), to: day(to), strength: strength, isPositive: !negative,
                certainty: assumed ? .assumed : .confirmed)
            ties.append(try desk.write { try $0.addTie(draft, from: people[a]!, to: people[b]!) })
        case .judge(let person, let client, let on, let power, let stance, let competitor):
            let draft = AssessmentDraft(day: day(on)!, power: power, stance: stance, competitor: competitor)
            judgements.append(try desk.write { try $0.assess(people[person]!, at: clients[client]!, draft) })
        case .end(let place, let on):
            var draft = try desk.desk.read { try $0.tie(ties[place]).draft }
            draft.to = day(on)
            try desk.write { try $0.changeTie(ties[place], from: nil, draft) }
        case .correct(let place, let strength, let negative):
            var draft = try desk.desk.read { try $0.tie(ties[place]).draft }
            (draft.strength, draft.isPositive) = (strength, !negative)
            try desk.write { try $0.changeTie(ties[place], from: nil, draft) }
        case .endPost(let place, let on):
            var draft = try desk.desk.read { try $0.post(posts[place]).draft }
            draft.to = day(on)
            try desk.write { try $0.changePost(posts[place], from: nil, draft) }
        case .deleteJudgement(let place): try desk.write { try $0.deleteAssessment(judgements[place], from: nil) }
        case .merge(let second, let first):
            try desk.write { try $0.mergePerson(people[second]!, into: people[first]!, from: [:]) }
        case .delete(let name): try desk.write { try $0.deletePerson(people[name]!, from: 1) }
        }
    }

    private func material(_ on: String, steps: Int) throws -> MapMaterial {
        try desk.desk.read { try $0.mapMaterial(MapQuery(.client(clients["H"]!), steps: steps), on: Day(on)!) }
    }

    func shows(on day: String, steps: Int = 1) throws -> String {
        let material = try material(day, steps: steps)
        return (material.people.map(said) + material.ties.map { said($0, material) }).joined(separator: ", ")
    }

    func moved(from: String, to: String) throws -> String {
        let (before, after) = (try material(from, steps: 1), try material(to, steps: 1))
        return MapChange.all(from: before, to: after).map { change in
            switch change {
            case .came(let person): "+\(person.name)"
            case .left(let person): "-\(person.name)"
            case .moved(let person, let old): "\(said(old, short: true)) to \(said(person, short: true))"
            case .power(let person, let old):
                "\(person.name) power \(old.map(String.init) ?? "?") to \(person.power.map(String.init) ?? "?")"
            case .stance(let person, let old):
                "\(person.name) stance \(old.map(String.init) ?? "?") to \(person.stance.map(String.init) ?? "?")"
            case .began(let tie): "+\(said(tie, after))"
            case .ended(let tie): "-\(said(tie, before))"
            case .changed(let tie, let old): "\(said(old, before)) to \(said(tie, after))"
            }
        }.joined(separator: ", ")
    }

    private func said(_ person: MapPerson) -> String { said(person, short: false) }

    private func said(_ person: MapPerson, short: Bool) -> String {
        let place = person.client.map { "@\($0.name) \(person.title ?? "")" } ?? ""
        let judged = [person.power.map { "\($0)" }, person.stance.map { $0 > 0 ? "+\($0)" : "\($0)" }].compactMap { $0 }
        return ([person.name + place] + (short ? [] : judged)).joined(separator: " ")
    }

    private func said(_ tie: MapTie, _ material: MapMaterial) -> String {
        func name(_ id: Person.ID) -> String { material.people.first { $0.id == id }?.name ?? "?" }
        return
            "\(name(tie.from))>\(name(tie.to)) \(tie.kind.rawValue) \(tie.strength)\(tie.isPositive ? "" : "-")\(tie.certainty == .assumed ? "?" : "")"
    }
}
