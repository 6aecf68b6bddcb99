import Domain
import Testing

@testable import Store

@Suite struct ImportTests {
    func run(
        _ desk: TemporaryDesk, _ kind: ImportKind, _ csv: String, map: String = "", null: String? = nil,
        set: String = "", rehearsal: Bool = false, skipsRefused: Bool = false,
        _ said: (inout Conventions) -> Void = { _ in }
    ) throws -> ImportReport {
        var conventions = Conventions()
        conventions.nulls = null.map { [$0] } ?? []
        said(&conventions)
        let options = ImportOptions(map: map, constants: set, said: conventions, skipsRefused: skipsRefused)
        let path = try desk.file(csv)
        let rehearsed = try desk.desk.rehearse(kind, path: path, options, at: TemporaryDesk.noon) { _, _ in }
        if rehearsal { return rehearsed }
        let report = try desk.desk.importFile(kind, path: path, options, at: TemporaryDesk.noon) { _, _ in }
        #expect(
            counts(report) == counts(rehearsed) && report.refused == rehearsed.refused, "the rehearsal told otherwise")
        return report
    }

    func counts(_ report: ImportReport) -> [Int] { [report.added, report.changed, report.same, report.refusedCount] }

    @Test func `importing the same file twice changes nothing, and a changed row changes one record`() throws {
        let desk = try TemporaryDesk()
        let file = "key,name,city\n1,Alpha,Kazan\n2,Beta,\n"
        #expect(counts(try run(desk, .clients, file)) == [2, 0, 0, 0])
        #expect(counts(try run(desk, .clients, file)) == [0, 0, 2, 0])
        #expect(counts(try run(desk, .clients, "key,name,city\n1,Alpha,Ufa\n2,Beta,\n")) == [0, 1, 1, 0])
        #expect(try Desk.check(path: desk.path) == [])
    }

    @Test func `an empty cell keeps the value that the desk has`() throws {
        let desk = try TemporaryDesk()
        _ = try run(desk, .clients, "name,city\nAlpha,Kazan\n")
        #expect(counts(try run(desk, .clients, "name,city\nAlpha,\n")) == [0, 0, 1, 0])
        #expect(
            try desk.desk.read { try $0.clientList(ClientListQuery(), on: TemporaryDesk.today).rows.map(\.city) } == [
                "Kazan"
            ])
    }

    @Test func `one refused row keeps the whole file out, unless refused rows may be skipped`() throws {
        let desk = try TemporaryDesk()
        let file = "name,inn\nGood,7707083893\nBad,123\n\"Two\nlines\",\nShort\nLong,,1\n,\n"
        let report = try run(desk, .clients, file)
        #expect(report.refused.map(\.line) == [3, 7])
        #expect(report.refused[0].reason.description.contains("inn: Not an INN"))
        #expect(report.refused[1].reason.description == "the row has 3 cells where the header has 2")
        #expect(try desk.desk.read { try $0.frame.tallies.clients } == 0)
        #expect(counts(try run(desk, .clients, file, skipsRefused: true)) == [3, 0, 0, 2])
        #expect(try desk.desk.read { try $0.frame.tallies.clients } == 3)
    }

    @Test func `a rehearsal reports what would be done and changes nothing`() throws {
        let desk = try TemporaryDesk()
        #expect(counts(try run(desk, .clients, "name\nA\nB\n", rehearsal: true)) == [2, 0, 0, 0])
        #expect(try desk.desk.read { try $0.frame.tallies.clients } == 0)
    }

    @Test func `a parent may stand below its member in the file, and an unknown parent is refused`() throws {
        let desk = try TemporaryDesk()
        let report = try run(desk, .clients, "name,parent\nMember,Group\nGroup,\nOrphan,Nowhere\n", skipsRefused: true)
        #expect(counts(report) == [2, 0, 0, 1])
        #expect(report.refused.map(\.line) == [4] && report.refused.map(\.reason) == [.parent("Nowhere")])
    }

    @Test func `a second row for one client is refused, and two titles of one person become two posts`() throws {
        let desk = try TemporaryDesk()
        let twice = try run(desk, .clients, "key,name\n1,Alpha\n1,Beta\n", skipsRefused: true)
        #expect(twice.refused.map(\.line) == [3] && twice.refused.map(\.reason) == [.repeated(line: 2)])
        let people = "key,name,client,title\nP1,Ann,1,Head\nP1,Ann,1,Deputy\n"
        _ = try run(desk, .people, people)
        #expect(counts(try run(desk, .people, people)) == [0, 0, 2, 0])
        let posts = try desk.desk.read { try $0.clientPeople(Client.ID(1), on: TemporaryDesk.today).posts }
        #expect(Set(posts.map(\.title)) == ["Head", "Deputy"])
    }

    @Test func `a long chain of parents below their members is imported at once`() throws {
        let desk = try TemporaryDesk()
        let rows = (1...2000).map { "C\($0),\($0 < 2000 ? "C\($0 + 1)" : "")" }
        #expect(counts(try run(desk, .clients, "name,parent\n" + rows.joined(separator: "\n"))) == [2000, 0, 0, 0])
    }

    @Test func `two clients with different keys may have the same name`() throws {
        let desk = try TemporaryDesk()
        #expect(counts(try run(desk, .clients, "key,name\n1,Same\n2,Same\n")) == [2, 0, 0, 0])
    }

    @Test func `columns may be mapped by hand, and a given text may mean an empty cell`() throws {
        let desk = try TemporaryDesk()
        let report = try run(
            desk, .clients, "ID,Firm,City,Fax\nA,Alpha,NULL,1\n", map: "key=ID,name=Firm", null: "NULL")
        #expect(report.unused == ["Fax"])
        let client = try desk.desk.read { try $0.client(Client.ID(1)).draft }
        #expect(client == ClientDraft(key: "A", name: "Alpha", kind: .other))
    }

    @Test(arguments: [("nme=ID", "there is no field \"nme\""), ("name=X", "no column \"X\""), ("name", "field=column")])
    func `a wrong column map is refused with a message that says what is wrong`(map: String, says: String) throws {
        let desk = try TemporaryDesk()
        let refusal = #expect(throws: ImportRefusal.self) { try run(desk, .clients, "ID\n1\n", map: map) }
        #expect(refusal?.description.contains(says) == true)
    }

    @Test func `people are imported with their posts, and a row with an unknown client is refused`() throws {
        let desk = try TemporaryDesk()
        _ = try desk.addClient("Hospital", key: "H1")
        let file =
            "name,client,title,vip,birthday\nIrina,H1,Chief,yes,1970-05-01\nOleg,Hospital,Buyer,,\nNobody,Elsewhere,,,\n"
        #expect(counts(try run(desk, .people, file, skipsRefused: true)) == [2, 0, 0, 1])
        #expect(counts(try run(desk, .people, file, skipsRefused: true)) == [0, 0, 2, 1])
        let posts = try desk.desk.read { try $0.clientPeople(Client.ID(1), on: TemporaryDesk.today).posts }
        #expect(posts.map(\.title) == ["Chief", "Buyer"])
        #expect(posts.map(\.isVip) == [true, false])
    }
}
