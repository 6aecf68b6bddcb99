import Domain
import Foundation
import HTTP
import Testing

@testable import Web

/// Expected changes by their forms on a client's map, the balance of a territory, and what stands still on Today.
@Suite struct ExpectedPageTests {
    private let world = try! WorldApp()
    private static let sound = [
        "kind": "election", "text": "The board & its chair", "day": "2026-09-01", "probability": "40", "shift": "-12",
        "source": "The press",
    ]

    private func outlook(_ address: String = "/clients/4/map.json") throws -> [String: Any] {
        try #require(try world.get(address).json()["outlook"] as? [String: Any])
    }

    private func expected() throws -> [[String: Any]] { try #require(try outlook()["expected"] as? [[String: Any]]) }

    private func add(_ fields: [String: String] = ExpectedPageTests.sound) throws -> Int {
        #expect(world.post("/clients/4/expected", fields).headers["Location"] == "/clients/4/map")
        return try #require(try expected().last?["id"] as? Int)
    }

    @Test func `an expected change is added, shown, corrected and deleted, and the deletion is undone`() throws {
        let id = try add()
        let page = world.get("/clients/4/map").text
        for text in [
            "The board &amp; its chair", "40 % likely", "−12", "The press", "class=\"known ahead\"", "1\u{A0}Sep",
        ] {
            #expect(page.contains(text), "\(text)")
        }
        let people = world.get("/clients/4/people").text
        #expect(
            people.contains("<a href=\"/clients/4/map\">Balance of power</a>: <b>") && people.contains("Expected by"))
        #expect((try outlook()["forecast"] as? [[String: Any]])?.count == 3)
        let form = try FilledForm(world.get("/expected/\(id)/edit"))
        let change = world.post("/expected/\(id)", form.fields.merging(["probability": "90", "text": "It"]) { $1 })
        #expect(change.headers["Location"] == "/clients/4/map")
        #expect(try expected().last?["probability"] as? Int == 90)
        #expect(
            world.post("/expected/\(id)/delete", try FilledForm(world.get("/expected/\(id)/delete")).fields).status
                == .seeOther)
        #expect(try expected().isEmpty)
        #expect(world.post(try TakingBackPageTests.undo(world.get("/clients/4/map").text), [:]).status == .seeOther)
        #expect(try expected().last?["text"] as? String == "It")
    }

    @Test func `one press records that an expected change has happened, and another takes it back`() throws {
        let id = try add()
        for (act, word) in [
            ("happened", "Expect it again"), ("failed", "did not happen"), ("open", "It did not happen"),
        ] {
            let answer = world.post("/expected/\(id)/\(act)", ["back": "/clients/4/map?steps=0"])
            #expect(answer.headers["Location"] == "/clients/4/map?steps=0")
            #expect(world.get("/clients/4/map").text.contains(word), "\(act)")
        }
        #expect(try expected().last?["outcome"] is NSNull)
    }

    @Test(
        arguments: [
            ("text", ""), ("day", ""), ("day", "no day"), ("probability", ""), ("probability", "100"), ("shift", ""),
            ("shift", "101"), ("person", "999999"),
        ])
    func `a refused form keeps what was typed and reports the error beside its field`(
        field: String, value: String
    ) throws {
        let id = try add()
        let fields = ExpectedPageTests.sound.merging([field: value]) { $1 }
        let versioned = fields.merging(["version": "1"]) { $1 }
        for answer in [world.post("/clients/4/expected", fields), world.post("/expected/\(id)", versioned)] {
            #expect(answer.status == .invalid)
            #expect(answer.text.contains("id=\"\(field)-error\""))
            for (name, typed) in fields where !["kind", "person"].contains(name) && !typed.isEmpty {
                #expect(answer.text.contains("value=\"\(typed.replacing("&", with: "&amp;"))\""), "\(name)")
            }
            #expect(answer.text.contains("<option value=\"election\" selected>"))
        }
        #expect(try expected().count == 1)
    }

    @Test(arguments: ["999999", "0", "x"]) func `an address with a wrong number is not found`(number: String) {
        for path in ["/expected/\(number)/edit", "/expected/\(number)/delete", "/clients/\(number)/expected/new"] {
            #expect(world.get(path).status == .notFound, "\(path)")
        }
        for path in [
            "/expected/\(number)", "/expected/\(number)/delete", "/expected/\(number)/happened",
            "/clients/\(number)/expected",
        ] {
            let answer = world.post(path, ExpectedPageTests.sound.merging(["version": "1"]) { $1 })
            #expect(answer.status == .notFound, "\(path)")
        }
    }

    @Test func `the map of a territory sums the balance of its clients, and other maps show no balance`() throws {
        let territory = try #require(try world.get("/clients/2.json").json()["client"] as? [String: Any])["territory"]
        let name = try #require(territory as? String)
        let address = "?territory=\(PercentEncoding.encode(name))"
        let counted = try #require(try outlook("/map.json\(address)")["territory"] as? [String: Any])
        #expect(counted["judged"] as? Int ?? 0 > 2 && counted["clients"] as? Int ?? 0 >= counted["judged"] as? Int ?? 0)
        let page = world.get("/map\(address)").text
        #expect(page.contains("Balance of power") && page.contains("clients: those where somebody has been assessed"))
        // Of a territory nothing is added: it is of one of its clients.
        #expect(!page.contains("/expected/new"))
        #expect(try world.get("/map.json").json()["outlook"] is NSNull)
        #expect(try world.get("/people/1/map.json").json()["outlook"] is NSNull)
    }

    @Test func `Today lists people who stand still and recent judgements, steps and ties`() throws {
        let today = world.get("/").text
        #expect(today.contains("<h2>Standing still</h2>") && today.contains("no step in"))
        for word in ["reassessed", "step of the ladder", "tie added"] { #expect(today.contains(word), "\(word)") }
        let standing = try #require(try world.get("/today.json").json()["standstills"] as? [String: Any])
        #expect((2...Standstill.most * 2).contains(try #require(standing["count"] as? Int)))
    }
}
