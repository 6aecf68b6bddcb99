import Domain
import Foundation
import FoundationXML
import HTTP
import Testing

@testable import Web

@Suite struct ComposedPageTests {
    private static func escaped(_ text: String) -> String { PercentEncoding.encode(text) }

    @Test func `a form stores composed text, and a search finds it however it is typed`() throws {
        let world = try WorldApp(isEmpty: true)
        #expect(
            world.post(
                "/clients",
                [
                    "name": "Новы\u{438}\u{306} \u{202E}ма\u{200B}\u{438}\u{306}", "key": "\u{438}\u{306}-1\u{FEFF}",
                    "kam": "1",
                ]
            ).status
                == .seeOther)
        let draft = try world.desk.read { try $0.client(Client.ID(1)).draft }
        #expect(Array(draft.name.unicodeScalars) == Array("Новый май".unicodeScalars))
        #expect(draft.key.map { Array($0.unicodeScalars) } == Array("й-1".unicodeScalars))
        for typed in ["новый", "новы\u{438}\u{306}", "\u{2066}нов\u{200B}ый"] {
            #expect(
                world.get("/search?q=\(ComposedPageTests.escaped(typed))").text.contains("Новый май"),
                "\(typed.debugDescription)")
            #expect(world.get("/clients?q=\(ComposedPageTests.escaped(typed))").text.contains("Новый май"))
        }
        let answer = world.post("/orders", ["client": "Новы\u{438}\u{306} май", "number": "1\u{200B}"])
        #expect(answer.status == .seeOther)
        #expect(
            world.post("/orders", ["client": "Новый май", "number": "1"]).status == .invalid, "the number is taken")
    }

    @Test func `characters that XML forbids in a name do not break a map, a page or its JSON twin`() throws {
        let world = try WorldApp(isEmpty: true)
        let hostile = "A\u{1}\u{FFFE}\u{FFFF}\u{1F}B"
        try world.desk.write(at: world.noon, on: WorldApp.today) { write in
            // Past the door of forms, as it was stored before there was one.
            let client = try write.addClient(ClientDraft(name: hostile, kind: .hospital))
            for number in 1...2 {
                let person = try write.addPerson(PersonDraft(name: "\(hostile) \(number)", isVip: true))
                try write.addPost(PostDraft(title: hostile), person: person, client: client)
            }
            try write.addTie(TieDraft(kind: .ally, source: hostile), from: Person.ID(1), to: Person.ID(2))
        }
        for address in ["/map.svg", "/clients/1/map.svg", "/people/1/map.svg"] {
            let answer = world.get(address)
            #expect(answer.status == .ok && answer.text.contains("A\u{FFFD}"), "\(address)")
            #expect(XMLParser(data: Data(answer.text.utf8)).parse(), "\(address)")
        }
        for address in [
            "/clients/1", "/people/1", "/clients/1/print", "/clients/1/history", "/clients/1.json", "/map.json",
            "/clients.csv", "/map.svg",
        ] {
            let text = world.get(address).text.unicodeScalars
            #expect(
                !text.contains {
                    $0.value < 32 && !"\r\n\t".unicodeScalars.contains($0) || $0.value & 0xFFFE == 0xFFFE
                }, "\(address)")
        }
    }

    @Test func `a line that is too long is refused beside its field and is kept`() throws {
        let world = try WorldApp()
        let line = "visit Sokolova" + String(repeating: ":", count: 1_000)
        let page = world.get("/interactions/new?line=\(ComposedPageTests.escaped(line))").text
        #expect(page.contains("value=\"\(line)\"") && page.contains("aria-describedby=\"line-error\""))
        #expect(page.contains("<span class=\"error\" id=\"line-error\">At most 1,000 characters fit here.</span>"))
        #expect(
            try FilledForm(world.get("/interactions/new?line=\(ComposedPageTests.escaped(line))")).fields["topic"] == ""
        )
    }
}
