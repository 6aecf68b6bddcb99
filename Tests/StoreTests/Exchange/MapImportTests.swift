import Domain
import GRDB
import Testing

@testable import Store

/// Ties, posts and assessments from files.
@Suite struct MapImportTests {
    let desk: TemporaryDesk
    let imports = ImportTests()

    init() throws {
        desk = try TemporaryDesk()
        _ = try imports.run(desk, .clients, "key,name\nA,Alpha\nB,Beta\n")
        _ = try imports.run(desk, .people, "key,name\n1,Irina\n2,Oleg\n3,Twin\n4,Twin\n")
    }

    func counts(_ kind: ImportKind, _ csv: String) throws -> [Int] { imports.counts(try imports.run(desk, kind, csv)) }

    func sheet(_ id: Person.ID) throws -> PersonSheet {
        try desk.desk.read { try $0.personSheet(id, on: TemporaryDesk.today) }
    }

    @Test func `an import finds a tie by its two people in order, its kind and its first day`() throws {
        let header = "from,to,kind,start,end,strength,sign,grade,source\n"
        let file =
            header
            + "1,Oleg,mentor-of,2020-01-01,,3,+,confirmed,Thesis\n1,2,mentor-of,,,1,,,\n1,2,friend,,,2,-,,\n2,1,friend,,,2,,,\n"
        #expect(try counts(.ties, file) == [4, 0, 0, 0])
        #expect(try counts(.ties, file) == [0, 0, 4, 0])
        let ties = try sheet(1).ties
        #expect(
            ties.count == 4
                && ties.filter { $0.kind == .friend }.map(\.isPositive).sorted { !$0 && $1 } == [false, true])
        let first = try #require(ties.first)
        #expect(first.kind == .mentorOf && first.from == Day("2020-01-01") && first.certainty == .confirmed)
        #expect(first.source == "Thesis" && first.isFirst && first.by == "Anna Orlova")
        #expect(try counts(.ties, header + "1,2,mentor-of,2020-01-01,2025-12-31,,,,\n") == [0, 1, 0, 0])
        let ended = try #require(try sheet(1).ties.first { $0.to != nil })
        #expect(ended.to == Day("2025-12-31") && ended.strength == 3 && ended.source == "Thesis")
        #expect(try Desk.check(path: desk.path) == [])
    }

    @Test func `an import finds a post by person, client, title and first day`() throws {
        let header = "person,client,title,role,start,end\n"
        let file = header + "1,A,Chief,decider,2020-01-01,\n1,Alpha,Adviser,,,\nIrina,B,,user,01.02.2021,31.12.2024\n"
        #expect(try counts(.posts, file) == [3, 0, 0, 0])
        #expect(try counts(.posts, file) == [0, 0, 3, 0])
        #expect(try counts(.posts, header + "1,A,Chief,approver,2020-01-01,2026-01-31\n") == [0, 1, 0, 0])
        let posts = try sheet(1).posts
        #expect(posts.map(\.title) == ["Adviser", "Chief", nil])
        #expect(posts.map(\.role) == [nil, .approver, .user])
        #expect(posts[2].from == Day("2021-02-01") && posts[2].to == Day("2024-12-31"))
    }

    @Test func `an import finds an assessment by person, client, day and competitor`() throws {
        let header = "person,client,day,power,stance,openness,competitor,grade,source\n"
        let file =
            header
            + "1,A,2026-01-10,4,-2,3,,confirmed,Talk\n1,A,2026-01-10,,1,,Rival,,\n1,A,2026-01-11,3,,,,,\n1,B,2026-01-10,0,,,,,\n"
        #expect(try counts(.assessments, file) == [4, 0, 0, 0])
        #expect(try counts(.assessments, file) == [0, 0, 4, 0])
        #expect(try counts(.assessments, "person,client,day,openness\n1,A,2026-01-11,0\n") == [0, 1, 0, 0])
        let judged = try sheet(1).assessments
        #expect(judged.map(\.power) == [3, 0, nil, 4] && judged.map(\.openness) == [0, nil, nil, 3])
        #expect(judged.map(\.competitor) == [nil, nil, "Rival", nil] && judged.map(\.stance) == [nil, nil, 1, -2])
    }

    @Test(
        arguments: [
            (.ties, "from,to,kind\n1,Nobody,friend\n", "to: Nothing here has this name."),
            (.ties, "from,to,kind\nTwin,1,friend\n", "from: Several have this name: choose one below."),
            (.ties, "from,to,kind\n,1,friend\n", "from: Please fill this in."),
            (.ties, "from,to,kind\n1,Irina,friend\n", "to: This is the same person."),
            (.ties, "from,to,kind\n1,2,\n", "kind: Please fill this in."),
            (.ties, "from,to,kind\n1,2,enemy\n", "kind: Not one of the choices."),
            (.ties, "from,to,kind,strength\n1,2,ally,4\n", "strength: A whole number from 1 to 3."),
            (.ties, "from,to,kind,start\n1,2,ally,soon\n", "start: Not a date: write it as 2026-11-23 or 23.11.2026."),
            (
                .ties, "from,to,kind,start,end\n1,2,ally,2026-01-02,2026-01-01\n",
                "end: The end is before the beginning."
            ),
            (.ties, "from,to,kind\n1,2,ally\nIrina,Oleg,ally\n", "this is the same as on line 2"),
            (.posts, "person,client\n1,Nowhere\n", "client: Nothing here has this name."),
            (.posts, "person,client\n1,\n", "client: Please fill this in."),
            (.posts, "person,client\nTwin,A\n", "person: Several have this name: choose one below."),
            (.posts, "person,client,start,end\n1,A,2026-01-02,2026-01-01\n", "end: The end is before the beginning."),
            (.posts, "person,client,start\n1,A,x\n", "start: Not a date: write it as 2026-11-23 or 23.11.2026."),
            (.posts, "person,client,end\n1,A,x\n", "end: Not a date: write it as 2026-11-23 or 23.11.2026."),
            (.posts, "person,client,role\n1,A,king\n", "role: Not one of the choices."),
            (.posts, "person,client\n1,A\n1,Alpha\n", "this is the same as on line 2"),
            (.assessments, "person,client,day,power\n1,A,,3\n", "day: Please fill this in."),
            (.assessments, "person,client,day,power\n1,A,2062-01-01,3\n", "day: This day has not come yet."),
            (.assessments, "person,client,day,power\n1,A,2026-01-01,6\n", "power: A whole number from 0 to 5."),
            (.assessments, "person,client,day,power\n1,A,2026-01-01,\n", "power: Please fill this in."),
            (
                .assessments, "person,client,day,power,stance,competitor\n1,A,2026-01-01,3,1,Rival\n",
                "power: This is assessed only for the stance to us; for a competitor, only the stance is."
            ),
            (
                .assessments, "person,client,day,power\n1,A,2026-01-01,3\n1,A,01.01.2026,4\n",
                "this is the same as on line 2"
            ),
        ] as [(ImportKind, String, String)])
    func `a row that breaks a rule is refused with the reason`(kind: ImportKind, file: String, reason: String) throws {
        #expect(try imports.run(desk, kind, file).refused.last?.reason.description == reason)
        let written = try desk.desk.read { read in
            try ["tie", "post", "assessment"].map { try read.count("SELECT count(*) FROM \($0)") }
        }
        #expect(written == [0, 0, 0])
    }

    @Test func `an import of a person is not undone while later records refer to that person`() throws {
        let id = try #require(try imports.run(desk, .people, "key,name\n9,New\n").id)
        let person = try desk.desk.read { try $0.one("SELECT id FROM person WHERE key = '9'", []) { Person.ID($0[0]) } }
        let acts: [(WriteTransaction) throws -> Void] = [
            { _ = try $0.addTie(TieDraft(kind: .ally), from: person, to: 1) },
            { _ = try $0.addTie(TieDraft(kind: .ally), from: 1, to: person) },
            { _ = try $0.assess(person, at: 1, AssessmentDraft(day: $0.today, power: 1)) },
            { _ = try $0.climb(person, LadderDraft(day: $0.today, step: .contact, ours: "Met")) },
            { _ = try $0.addFact(FactDraft(kind: .talk, text: "t", source: "s", day: $0.today), of: person) },
        ]
        for act in acts {
            try desk.write(act)
            #expect(
                try desk.desk.undoImport(id) { _, _ in } == [
                    Obstacle(subject: .person, record: person.number, title: "New", isChanged: false)
                ])
            try desk.write { try $0.takeBack(#require(try $0.read.lastChange())) }
        }
        #expect(try desk.desk.undoImport(id) { _, _ in } == [])
    }

    @Test func `a row takes as many statements in a long file as in a short one`() throws {
        _ = try imports.run(desk, .people, "key,name\n" + (10...400).map { "\($0),Person \($0)\n" }.joined())
        let files: [(ImportKind, [String], (Int) -> [String])] = [
            (.ties, ["from", "to", "kind"], { ["\($0)", "\($0 + 1)", "ally"] }),
            (.posts, ["person", "client", "title"], { ["\($0)", "A", "Doctor"] }),
            (.assessments, ["person", "client", "day", "power"], { ["\($0)", "A", "2026-01-01", "3"] }),
        ]
        for (kind, header, row) in files {
            func csv(_ rows: ClosedRange<Int>) -> String {
                ([header] + rows.map(row)).map { $0.joined(separator: ",") + "\n" }.joined()
            }
            func statements(_ rows: ClosedRange<Int>) throws -> Int {
                try desk.desk.read { read in
                    let file = try CSVFile(path: desk.file(csv(10...10)))
                    let plan = try ImportPlan(kind, header: header, map: "")
                    let currency = try read.currency()
                    let survey = try FileSurvey(file, plan, kind, said: Conventions(), currency: currency)
                    let run = ImportRun(kind, plan, survey, currency)
                    try run.begin(read, nil, today: TemporaryDesk.today)
                    nonisolated(unsafe) var count = 0
                    read.db.trace { if case .statement = $0 { count += 1 } }
                    for number in rows { try run.take(CSVRow(line: number, cells: row(number))) }
                    read.db.trace(options: [])
                    return count
                }
            }
            #expect(try statements(10...19) <= 30, "\(kind)")
            #expect(try counts(kind, csv(10...390)) == [381, 0, 0, 0])
            #expect(try statements(10...390) == 381 * 4, "\(kind)")
            #expect(try counts(kind, csv(10...390)) == [0, 0, 381, 0])
        }
    }
}
