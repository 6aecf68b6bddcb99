import Domain
import Foundation
import HTTP
import Testing

@testable import Web

/// Ties, assessments, steps and facts by their forms on a person's page, and two records becoming one.
@Suite struct ProfilePageTests {
    private let world: WorldApp
    /// Two people of whom nothing is known yet.
    private let (one, other): (Int, Int)

    init() throws {
        let world = try WorldApp()
        self.world = world
        let places = ["Now First", "Now Second"].map { name in
            world.post("/people", ["name": name, "client_name": "City Hospital 4"]).headers["Location"]
        }
        let numbers = try places.map { try #require($0.flatMap { Int($0.split(separator: "/").last ?? "") }) }
        (one, other) = (numbers[0], numbers[1])
    }

    /// The rows of a part of a person's twin.
    private func rows(_ part: String, of person: Int? = nil) throws -> [[String: Any]] {
        try #require(try world.get("/people/\(person ?? one).json").json()[part] as? [[String: Any]])
    }

    private func name(_ person: Int) throws -> String {
        try #require((try world.get("/people/\(person).json").json()["person"] as? [String: Any])?["name"] as? String)
    }

    /// Adds people of a name to the second client; the numbers they have.
    private func add(_ name: String, times: Int) throws -> [Int] {
        let people = (0..<times).map { _ in world.post("/people", ["name": name, "client_name": "City Hospital 4"]) }
        return try people.map { answer in
            try #require(answer.headers["Location"].flatMap { Int($0.split(separator: "/").last ?? "") })
        }
    }

    @Test func `a tie is added, shown on the pages of both people, corrected and deleted`() throws {
        let answer = world.post(
            "/people/\(one)/ties",
            [
                "other": try name(other), "kind": "reports-to", "way": "theirs", "strength": "3", "sign": "-",
                "grade": "confirmed", "source": "Their chart", "start": "2026-01-15",
            ])
        #expect(answer.status == .seeOther && answer.headers["Location"] == "/people/\(one)")
        let page = world.get("/people/\(one)").text
        #expect(page.contains("Their chart") && page.contains("<a href=\"/people/\(other)\">"))
        let hers = try #require(try rows("ties", of: other).first)
        #expect(hers["isFirst"] as? Bool == true && hers["isPositive"] as? Bool == false)
        #expect(hers["from"] as? String == "2026-01-15" && hers["strength"] as? Int == 3)
        let tie = try #require(hers["id"] as? Int)
        let form = try FilledForm(world.get("/ties/\(tie)/edit"))
        #expect(
            form.fields["source"] == "Their chart" && form.fields["sign"] == "-" && form.fields["kind"] == "reports-to")
        #expect(world.post("/ties/\(tie)", form.with("end", "2026-02-15")).headers["Location"] == "/people/\(other)")
        #expect(try rows("ties", of: other).first?["to"] as? String == "2026-02-15")
        #expect(
            world.post("/ties/\(tie)/delete", try FilledForm(world.get("/ties/\(tie)/delete")).fields).status
                == .seeOther)
        #expect(try rows("ties", of: other).isEmpty)
        #expect(world.post(try TakingBackPageTests.undo(world.get("/people/\(other)").text), [:]).status == .seeOther)
        #expect(try rows("ties", of: other).count == 1)
    }

    @Test func `an assessment, a ladder step and a fact are added to a person`() throws {
        let client = try #require((try rows("posts").first?["client"] as? [String: Any])?["id"] as? Int)
        let forms: [(String, [String: String])] = [
            (
                "assessments",
                ["client": "\(client)", "power": "5", "stance": "-2", "openness": "0", "source": "A talk"]
            ),
            ("assessments", ["client": "\(client)", "stance": "2", "competitor": "Rival & co"]),
            ("ladder", ["step": "acquainted", "theirs": "Knows the line", "ours": "We met twice"]),
            ("facts", ["kind": "boundary", "text": "No calls at home", "source": "Said so", "grade": "personal"]),
        ]
        for (kind, fields) in forms {
            let answer = world.post("/people/\(one)/\(kind)", fields)
            #expect(answer.status == .seeOther && answer.headers["Location"] == "/people/\(one)", "\(kind)")
        }
        #expect(try rows("assessments").map { $0["stance"] as? Int } == [2, -2])
        #expect(try rows("ladder").first?["step"] as? String == "acquainted")
        let page = world.get("/people/\(one)").text
        for text in ["A talk", "Rival &amp; co", "Knows the line", "We met twice", "No calls at home", "Said so"] {
            #expect(page.contains(text), "\(text)")
        }
    }

    @Test func `the direction of a tie is corrected on its form, and the correction is undone`() throws {
        _ = world.post("/people/\(one)/ties", ["other": try name(other), "kind": "influences", "way": "ours"])
        let tie = try #require(try rows("ties").first?["id"] as? Int)
        func isFirst() throws -> Bool? { try rows("ties").first?["isFirst"] as? Bool }
        #expect(try isFirst() == true)
        let form = try FilledForm(world.get("/ties/\(tie)/edit"))
        #expect(form.fields["way"] == "\(one)")
        #expect(world.post("/ties/\(tie)", form.with("way", "\(other)")).status == .seeOther)
        let page = world.get("/people/\(one)").text
        #expect(try isFirst() == false && FilledForm(world.get("/ties/\(tie)/edit")).fields["way"] == "\(other)")
        #expect(world.post(try TakingBackPageTests.undo(page), [:]).status == .seeOther)
        #expect(try isFirst() == true)
    }

    @Test func `a tie is not turned towards a third person`() throws {
        let form = try FilledForm(world.get("/ties/1/edit"))
        let answer = world.post("/ties/1", form.with("way", "\(one)"))
        #expect(answer.status == .invalid && answer.text.contains("id=\"way-error\""))
    }

    @Test func `the form that reassesses begins from the latest values, and the page links to it`() throws {
        let client = try #require((try rows("posts").first?["client"] as? [String: Any])?["id"] as? Int)
        for fields in [["power": "5", "stance": "-2", "openness": "1"], ["stance": "1", "grade": "confirmed"]] {
            let typed = fields.merging(["client": "\(client)"]) { $1 }
            #expect(world.post("/people/\(one)/assessments", typed).status == .seeOther)
        }
        let address = "/people/\(one)/assessments/new?at=\(client)"
        let page = world.get("/people/\(one)").text
        #expect(page.contains("href=\"\(address)\"") && page.contains("1 earlier assessment"))
        let form = try FilledForm(world.get(address))
        for (field, value) in [
            ("client", "\(client)"), ("power", "5"), ("stance", "1"), ("openness", "1"), ("grade", "confirmed"),
            ("day", WorldApp.today.iso), ("source", ""),
        ] { #expect(form.fields[field] == value, "\(field)") }
    }

    @Test func `a person without a post cannot be assessed, and the page links to adding a post`() throws {
        let answer = world.post("/people", ["name": "Nowhere"])
        let person = try #require(answer.headers["Location"])
        let page = world.get("\(person)/assessments/new")
        #expect(page.status == .ok && page.text.contains("href=\"\(person)/posts/new\""))
        #expect(world.post("\(person)/assessments", ["power": "3"]).status == .invalid)
    }

    @Test(arguments: [
        ("ties", ["other": "", "kind": "ally", "source": "Kept & safe"], "other-error"),
        ("ties", ["other": "Nobody at all", "kind": "ally", "source": "Kept & safe"], "other-error"),
        ("ties", ["other": "Nobody at all", "source": "Kept & safe"], "kind-error"),
        ("assessments", ["client": "3", "competitor": "Kept & safe"], "stance-error"),
        ("assessments", ["client": "3", "day": "no day", "power": "3", "source": "Kept & safe"], "day-error"),
        ("assessments", ["client": "3", "day": "2026-03-03", "power": "1", "source": "Kept & safe"], "day-error"),
        ("ladder", ["step": "acquainted", "theirs": "Kept & safe"], "ours-error"),
        ("ladder", ["theirs": "Kept & safe"], "step-error"),
        ("facts", ["text": "Kept & safe"], "source-error"),
        ("facts", ["source": "Kept & safe"], "text-error"),
    ])
    func `a refused form keeps all that was typed`(
        kind: String, fields: [String: String], error: String
    ) throws {
        let answer = world.post("/people/\(one)/\(kind)", fields)
        #expect(answer.status == .invalid && answer.text.contains("id=\"\(error)\""))
        let form = try FilledForm(answer)
        for (field, typed) in fields { #expect(form.fields[field] == typed, "\(field)") }
        #expect(try rows(kind).isEmpty)
    }

    @Test func `a form asks which person is meant when a name fits several, and takes the one chosen`() throws {
        let twins = try add("Twin", times: 2)
        let asked = world.post("/people/1/ties", ["other": "Twin", "kind": "friend"])
        #expect(asked.status == .invalid)
        for twin in twins { #expect(asked.text.contains("name=\"other_id\" value=\"\(twin)\"")) }
        let form = try FilledForm(asked)
        #expect(form.fields["kind"] == "friend")
        #expect(world.post("/people/1/ties", form.with("other_id", "\(twins[1])")).status == .seeOther)
        #expect(try [rows("ties", of: twins[0]).count, rows("ties", of: twins[1]).count] == [0, 1])
    }

    @Test func `a form refuses a tie of a person to themselves`() throws {
        let answer = world.post("/people/1/ties", ["other": try name(1), "kind": "friend"])
        #expect(answer.status == .invalid && answer.text.contains("This is the same person."))
    }

    @Test func `the second of two users who correct a tie sees both versions`() throws {
        let form = try FilledForm(world.get("/ties/1/edit"))
        #expect(world.post("/ties/1", form.with("source", "The first")).status == .seeOther)
        let late = world.post("/ties/1", form.with("source", "The second"))
        #expect(late.status == .conflict && late.text.contains("The first") && late.text.contains("The second"))
        #expect(try FilledForm(world.get("/ties/1/edit")).fields["source"] == "The first")
    }

    @Test(arguments: ["this", "other"])
    func `two records of one person are merged on the page, and the merge is undone`(keeps: String) throws {
        let twins = try add("Irina S.", times: 1)
        let double = try #require(twins.first)
        #expect(world.post("/people/\(double)/facts", ["text": "Sails", "source": "Said so"]).status == .seeOther)
        #expect(world.get("/people/1/edit").text.contains("href=\"/people/1/merge\""))
        let before = [1, double].map { world.get("/people/\($0).json").text.replacing(/"version":\d+/, with: "") }
        let form = try FilledForm(world.get("/people/1/merge"))
        let answer = world.post("/people/1/merge", form.with("other", "Irina S.").merging(["keeps": keeps]) { $1 })
        let (kept, gone) = keeps == "this" ? (1, double) : (double, 1)
        #expect(answer.status == .seeOther && answer.headers["Location"] == "/people/\(kept)")
        let page = world.get("/people/\(kept)").text
        #expect(page.contains("Sails") && page.contains("Oncology") && page.contains("A congress"))
        #expect(world.get("/people/\(gone)").status == .notFound)
        #expect(world.post(try TakingBackPageTests.undo(page), [:]).status == .seeOther)
        let after = [1, double].map { world.get("/people/\($0).json").text.replacing(/"version":\d+/, with: "") }
        for (old, new) in zip(before, after) { #expect(ProfilePageTests.untold(old) == ProfilePageTests.untold(new)) }
    }

    /// A person's twin without their history, which tells of the merge and of its undoing.
    private static func untold(_ twin: String) -> String {
        twin.replacing(/"history":\[.*?\],"interactions"/, with: "")
    }

    @Test func `a merge from an outdated page is shown again, and a merge with nobody is refused`() throws {
        let twins = try add("Irina S.", times: 1)
        let form = try FilledForm(world.get("/people/1/merge"))
        #expect(world.post("/people/1/merge", form.with("other", "")).text.contains("id=\"other-error\""))
        #expect(
            world.post("/people/1/merge", form.with("other", try name(1))).text.contains("This is the same person."))
        let person = try FilledForm(world.get("/people/1/edit"))
        #expect(world.post("/people/1", person.with("phone", "112")).status == .seeOther)
        let late = world.post("/people/1/merge", form.with("other", "Irina S."))
        #expect(late.status == .conflict && late.text.contains("value=\"Irina S.\""))
        #expect(world.get("/people/\(twins[0])").status == .ok)
    }
}
