import Domain
import Testing

@testable import Store

@Suite struct MapFilterTests {
    @Test func `a map of one client keeps a person who also holds a post at another client`() throws {
        let desk = try TemporaryDesk()
        let (one, other) = (try desk.addClient("One"), try desk.addClient("Other"))
        for (name, clients) in [("Both", [one, other]), ("First", [one]), ("Second", [other])] {
            try desk.write { write in
                let person = try write.addPerson(PersonDraft(name: name, isVip: true))
                for client in clients { try write.addPost(PostDraft(title: nil), person: person, client: client) }
            }
        }
        for (client, names) in [(one, ["Both", "First"]), (other, ["Both", "Second"])] {
            let query = MapQuery(.desk, organisation: client)
            let people = try desk.desk.read { try $0.mapMaterial(query, on: TemporaryDesk.today).people }
            #expect(people.filter(query.shows).map(\.name).sorted() == names)
        }
    }
}
