import Domain
import Foundation
import Store
import Testing

/// The physicians of two towns and whom they ask, talk to and befriend (Coleman, Katz and Menzel 1957), as people and ties of a desk.
@Suite struct PhysiciansTests {
    private let program = try! Program()

    /// Writes a file with the columns of a kind and gives its path.
    private func write(_ name: String, _ rows: [[String]]) throws -> String {
        let file = program.folder.appendingPathComponent(name)
        let lines = rows.map { $0.map { "\"\($0)\"" }.joined(separator: ",") + "\n" }
        try Data(lines.joined().utf8).write(to: file)
        return file.path
    }

    /// The rows of a file of the data, each by the names of its columns.
    private static func rows(_ file: String) throws -> [[String: String]] {
        let file = try CSVFile(path: Program.data("kol_networks/" + file))
        var rows: [[String: String]] = []
        try file.forEachRow { rows.append(Dictionary(uniqueKeysWithValues: zip(file.header, $0.cells))) }
        return rows
    }

    /// A tie as our file has it: who is asked influences who asks, and stands first.
    private static func tie(_ row: [String: String]) throws -> [String] {
        let (from, to) = (try #require(row["from_id"]), try #require(row["to_id"]))
        return switch row["type"] {
        case "advice": [to, from, "influences", "confirmed"]
        case "discussion": [from, to, "works-with", "confirmed"]
        default: [from, to, "friend", "confirmed"]
        }
    }

    @Test func `the physicians of two towns come in with their posts and ties, and twice changes nothing`() throws {
        let doctors = try PhysiciansTests.rows("physicians_nodes.csv")
        let ties = try PhysiciansTests.rows("physicians_ties.csv").map(PhysiciansTests.tie)
        let people = try doctors.map { row in
            let key = try #require(row["doctor_id"]).split(separator: "-")
            return ["\(key[0])-\(key[1])", "Physician \(key[1]) of \(key[0])"]
        }
        let posts = try doctors.map {
            try [#require($0["doctor_id"]), #require($0["town"]), #require($0["specialty"])]
        }
        let files: [(kind: String, path: String, count: Int)] = [
            (
                "clients",
                try write(
                    "towns.csv",
                    [["key", "name", "kind"], ["Peoria", "Peoria", "other"], ["Quincy", "Quincy", "other"]]),
                2
            ),
            ("people", try write("people.csv", [["key", "name"]] + people), 161),
            ("posts", try write("posts.csv", [["person", "client", "title"]] + posts), 161),
            ("ties", try write("ties.csv", [["from", "to", "kind", "grade"]] + ties), 717),
        ]
        for (kind, path, count) in files {
            let run = try program.importing(kind, path, [])
            #expect(run.output == "\(count) new, 0 changed, 0 the same, 0 refused\n", "\(kind): \(run.errors)")
        }
        for (kind, path, count) in files {
            #expect(
                try program.importing(kind, path, []).output == "0 new, 0 changed, \(count) the same, 0 refused\n",
                "\(kind)")
        }
        let known = "(SELECT * FROM person WHERE key LIKE 'Peoria-%' OR key LIKE 'Quincy-%')"
        #expect(try program.differences(known, files[1].path, "key=key,name=name") == "")
        let held = """
            (SELECT e.key AS person, c.key AS client, p.title FROM post p JOIN \(known) e ON e.id = p.person_id
              JOIN client c ON c.id = p.client_id)
            """
        #expect(try program.differences(held, files[2].path, "person=person,client=client,title=title") == "")
        let tied = """
            (SELECT a.key AS one, b.key AS other, t.kind, t.certainty FROM tie t JOIN person a ON a.id = t.from_id
              JOIN person b ON b.id = t.to_id)
            """
        #expect(try program.differences(tied, files[3].path, "one=from,other=to,kind=kind,certainty=grade") == "")
        #expect(try program.run(["check", "--desk", program.desk]).status == 0)
    }

    @Test func `the ties are undone whole, and the physicians only after them`() throws {
        let doctors = try PhysiciansTests.rows("physicians_nodes.csv").compactMap { $0["doctor_id"] }
        let ties = try PhysiciansTests.rows("physicians_ties.csv").map(PhysiciansTests.tie)
        let people = try write("people.csv", [["key", "name"]] + doctors.map { [$0, $0] })
        #expect(try program.importing("people", people, []).status == 0)
        let file = try write("ties.csv", [["from", "to", "kind", "grade"]] + ties)
        #expect(try program.importing("ties", file, []).status == 0)
        func undo(_ number: Int) throws -> Program.Run {
            try program.run(["undo-import", "\(number)", "--desk", program.desk])
        }
        let needed = try undo(1)
        #expect(needed.status == 1 && needed.errors.contains("is needed by something newer"))
        #expect(try undo(2).status == 0 && undo(1).status == 0)
        let left = try program.differences("(SELECT * FROM person WHERE key LIKE '%-%')", people, "key=key,name=name")
        #expect(left.hasSuffix("0 on the desk, 161 in the file\n"))
        #expect(try program.run(["check", "--desk", program.desk]).status == 0)
    }
}
