import Domain
import Testing

@testable import Store

@Suite struct MapMoveTests {
    @Test func `each change on a map has the day it happened, who said so and from where`() throws {
        let desk = try TemporaryDesk()
        let client = try desk.addClient("H")
        let (a, b) = (try desk.addPerson("A"), try desk.addPerson("B"))
        let (old, day, today) = (TemporaryDesk.today - 200, TemporaryDesk.today - 20, TemporaryDesk.today)
        try desk.write { write in
            for person in [a, b] {
                try write.addPost(PostDraft(title: "x", from: old), person: person, client: client)
            }
            try write.assess(a, at: client, AssessmentDraft(day: old, power: 3, stance: 0))
            try write.assess(a, at: client, AssessmentDraft(day: day, stance: 2, source: "A visit"))
            try write.addTie(TieDraft(kind: .ally, from: day, source: "A congress"), from: a, to: b)
        }
        let query = MapQuery(.client(client), since: today - 100)
        let moves = try desk.desk.read { read in
            let now = try read.mapMaterial(query, on: today)
            return try read.mapMoves(
                MapChange.all(from: try read.mapMaterial(query, on: today - 100), to: now), query, on: today)
        }
        #expect(moves.map(\.day) == [day, day] && moves.map(\.source) == ["A visit", "A congress"])
        #expect(moves.allSatisfy { $0.by?.isEmpty == false })
    }

    @Test func `a newcomer's day is that on which their post began`() throws {
        let desk = try TemporaryDesk()
        let client = try desk.addClient("H")
        let (person, day, today) = (try desk.addPerson("A"), TemporaryDesk.today - 20, TemporaryDesk.today)
        try desk.write { try $0.addPost(PostDraft(title: "x", from: day), person: person, client: client) }
        let query = MapQuery(.client(client), since: today - 100)
        let moves = try desk.desk.read { read in
            let now = try read.mapMaterial(query, on: today)
            return try read.mapMoves(
                MapChange.all(from: try read.mapMaterial(query, on: today - 100), to: now), query, on: today)
        }
        #expect(moves.map(\.day) == [day])
    }
}
