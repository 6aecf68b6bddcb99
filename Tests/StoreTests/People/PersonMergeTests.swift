import Domain
import GRDB
import Testing

@testable import Demo
@testable import Store

@Suite struct PersonMergeTests {
    /// The rows of the tables in which a person is named, without the versions that history raises.
    private static func namings(_ desk: Desk) throws -> [String: [[String: DatabaseValue]]] {
        try desk.read { read in
            try Dictionary(
                uniqueKeysWithValues: named.map { table in
                    let rows = try Row.fetchAll(read.db, sql: "SELECT * FROM \(table)").map { row in
                        Dictionary(uniqueKeysWithValues: row.filter { $0.0 != "version" }.map { ($0.0, $0.1) })
                    }
                    return (table, sorted(rows))
                })
        }
    }

    private static func sorted(_ rows: [[String: DatabaseValue]]) -> [[String: DatabaseValue]] {
        func key(_ row: [String: DatabaseValue]) -> String {
            row.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        }
        return rows.map { (key($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// The tables in which a person is named.
    static let named = [
        "post", "tie", "assessment", "ladder_move", "fact", "vip_project", "matter", "interaction_person",
        "brief_person", "expected_change", "event_guest", "talk",
    ]

    /// The rows of such a table with one person named instead of another, each once, nobody tied to themselves, and nobody invited
    /// twice.
    static func renamed(_ rows: [[String: DatabaseValue]], _ gone: Person.ID, to kept: Person.ID)
        -> [[String: DatabaseValue]]
    {
        let all = rows
        let invited = Set(
            rows.filter { $0["standing"] != nil && $0["person_id"] == kept.number.databaseValue }.map { $0["event_id"] }
        )
        let rows = rows.filter {
            $0["standing"] == nil || $0["person_id"] != gone.number.databaseValue || !invited.contains($0["event_id"])
        }
        let both = Dictionary(
            grouping: all.filter {
                $0["standing"] != nil && [kept, gone].map(\.number.databaseValue).contains($0["person_id"])
            }
        ) { $0["event_id"] }
        let renamed = rows.map { row in
            var row = row
            if row["standing"] != nil, let pair = both[row["event_id"]], pair.count == 2,
                row["person_id"] == kept.number.databaseValue,
                let other = pair.first(where: { $0["person_id"] == gone.number.databaseValue })
            {
                func rank(_ value: DatabaseValue?) -> Int {
                    ["invited": 0, "accepted": 1, "declined": 1, "missed": 2, "came": 3][
                        value.flatMap { String.fromDatabaseValue($0) } ?? ""] ?? 0
                }
                if rank(other["standing"]) > rank(row["standing"]) { row["standing"] = other["standing"] }
                for column in ["user_id", "note"] where row[column]?.isNull ?? true { row[column] = other[column] }
            }
            for column in ["person_id", "from_id", "to_id"] where row[column] == gone.number.databaseValue {
                row[column] = kept.number.databaseValue
            }
            return row
        }
        return sorted(Array(Set(renamed)).filter { $0["from_id"] == nil || $0["from_id"] != $0["to_id"] })
    }

    private static let template = Result {
        try DeskTemplate { temporary in
            try World(clients: 4, years: 1, seed: 1, language: "en", today: TemporaryDesk.today).write(
                into: temporary.desk
            ) { _, _ in }
        }
    }

    /// A demo world in which the first six people are much judged, tied and talked to at random.
    static func world(_ random: inout SplitMix) throws -> TemporaryDesk {
        let temporary = try template.get().copy()
        for _ in 0..<30 {
            let (one, other, client) = (person(&random), person(&random), Client.ID(Int64(1 + random.below(4))))
            let day = TemporaryDesk.today - random.below(300)
            let what = random.below(12)
            let kind = random.pick(TieKind.allCases)
            do {
                try temporary.write { write in
                    switch what {
                    case 0...1: try write.addTie(TieDraft(kind: kind, from: day), from: one, to: other)
                    case 2: try write.assess(one, at: client, AssessmentDraft(day: day, power: 2))
                    case 3: try write.climb(one, LadderDraft(day: day, step: .contact, theirs: "t", ours: "o"))
                    case 8: try write.invite(one, to: Event.ID(Int64(1 + client.number % 2)), GuestDraft(note: "N"))
                    case 9:
                        try write.addTalk(TalkDraft(topic: "T", speaker: .person(one), day: day), at: Event.ID(1))
                    case 10: try write.beginProject(ProjectDraft(goal: "G", from: day), with: one, at: client)
                    case 4: try write.addFact(FactDraft(kind: .talk, text: "t", source: "s", day: day), of: one)
                    case 5: try write.addPost(PostDraft(title: nil, from: day), person: one, client: client)
                    case 6:
                        // Of one who holds no post there by then it concerns nobody alone.
                        let isThere = try write.read.expectedPeople(at: client, with: nil, on: write.today)
                            .contains { $0.id == one }
                        try write.expect(
                            ExpectedChangeDraft(
                                kind: .other, text: "X", person: isThere ? one : nil, day: day, probability: 9,
                                shift: 1), at: client)
                    case 7:
                        try write.logInteraction(
                            InteractionDraft(
                                client: client, kind: .visit, day: day, topic: "T", note: nil, mood: nil,
                                isConfidential: false, people: Array(Set([one, other]))),
                            agreed: [MatterDraft(side: .theirs, text: "M", due: nil, person: other)])
                    default:
                        try write.prepareBrief(
                            BriefDraft(aim: "A", people: Array(Set([one, other]))), of: client, from: nil)
                    }
                }
            } catch is Refusal {
                // Somebody was to be tied to themselves, is invited already, or holds no post there.
                continue
            }
        }
        for number in 1...6 {
            let (key, phone, note, isKol) = (random.chance(50), random.chance(50), random.chance(50), random.chance(50))
            try temporary.write { write in
                var draft = try write.read.person(ID(Int64(number))).draft
                draft.key = key ? "K\(number)" : nil
                draft.phone = phone ? "\(number)" : nil
                draft.note = note ? "Note \(number)" : nil
                draft.isKol = isKol
                try write.changePerson(ID(Int64(number)), from: nil, draft)
            }
        }
        return temporary
    }

    private static func person(_ random: inout SplitMix) -> Person.ID { ID(Int64(1 + random.below(6))) }

    @Test(arguments: 1...24)
    func `a merge keeps the data of both records, and taking it back restores the desk`(seed: Int) throws {
        var random = SplitMix(seed: UInt64(seed))
        let temporary = try PersonMergeTests.world(&random)
        for _ in 0..<3 {
            let kept = PersonMergeTests.person(&random)
            var gone = PersonMergeTests.person(&random)
            while gone == kept { gone = PersonMergeTests.person(&random) }
            let (before, namings) = try (DeskContents.all(temporary.desk), PersonMergeTests.namings(temporary.desk))
            let drafts = try temporary.desk.read { try [$0.person(kept).draft, $0.person(gone).draft] }
            try temporary.write { try $0.mergePerson(gone, into: kept, from: [:]) }
            let after = try DeskContents.all(temporary.desk)
            for (table, rows) in try PersonMergeTests.namings(temporary.desk) {
                #expect(rows == PersonMergeTests.renamed(namings[table]!, gone, to: kept), "\(table)")
            }
            for table in ["client", "client_kam", "interaction", "brief", "client_order", "invoice", "standing"] {
                #expect(after[table] == before[table], "\(table)")
            }
            let draft = try temporary.desk.read { try $0.person(kept).draft }
            #expect(draft.name == drafts[0].name && draft.key == drafts[0].key ?? drafts[1].key)
            #expect(draft.phone == ContactList.phones(drafts[0].phone, and: drafts[1].phone))
            #expect(draft.isKol == (drafts[0].isKol || drafts[1].isKol))
            #expect(draft.isVip == (drafts[0].isVip || drafts[1].isVip))
            #expect(throws: Refusal.notFound) { try temporary.desk.read { try $0.person(gone) } }
            #expect(try Desk.check(path: temporary.path) == [])
            try temporary.write { try $0.takeBack(#require(try $0.read.lastChange())) }
            #expect(try DeskContents.all(temporary.desk) == before)
            #expect(try Desk.check(path: temporary.path) == [])
        }
    }

    @Test func `a merge from an old version of either record, or of a record with itself, is refused`() throws {
        let desk = try TemporaryDesk()
        let (one, two) = (try desk.addPerson("Irina Sokolova"), try desk.addPerson("I. Sokolova"))
        try desk.write { _ = try $0.changePerson(two, from: 1, PersonDraft(name: "Irina S.")) }
        for (kept, gone) in [(one, two), (two, one)] {
            #expect(throws: Refusal.conflict(current: 2)) {
                try desk.write { try $0.mergePerson(gone, into: kept, from: [two: 1]) }
            }
        }
        #expect(throws: Refusal.invalid(Problems(["other": .themselves]))) {
            try desk.write { try $0.mergePerson(one, into: one, from: [:]) }
        }
        #expect(try desk.desk.read { try $0.person(two).draft.name } == "Irina S.")
    }

    @Test func `a KAM may merge two people of their own, but not one who also belongs to another's client`() throws {
        let desk = try SightDesk()
        let (client, person) = (desk.clients["a"]!, desk.people["a"]!)
        let (double, shared) = try desk.temporary.write { write in
            let double = try write.addPerson(PersonDraft(name: "P. a", phone: "1", note: "second"))
            let shared = try write.addPerson(PersonDraft(name: "Shared"))
            for id in [double, shared] { try write.addPost(PostDraft(title: "T"), person: id, client: client) }
            try write.addPost(PostDraft(title: "T"), person: shared, client: desk.clients["c"]!)
            return (double, shared)
        }
        func merge(_ gone: Person.ID) throws {
            try desk.temporary.desk.write(
                as: .user(desk.users["anna"]!), at: TemporaryDesk.noon, on: SightDesk.today
            ) { try $0.mergePerson(gone, into: person, from: [:]) }
        }
        #expect(throws: Refusal.inUse) { try merge(shared) }
        try merge(double)
        let sheet = try desk.read("anna") { try $0.personSheet(person, on: SightDesk.today) }
        #expect(sheet.posts.count == 2 && sheet.person.draft.phone?.hasPrefix("phonea") == true)
        #expect(sheet.person.draft.note == "personnotea\n\nsecond")
    }
}
