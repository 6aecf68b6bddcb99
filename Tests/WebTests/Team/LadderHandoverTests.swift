import Domain
import Store
import Testing

@testable import Web

@Suite struct LadderHandoverTests {
    @Test func `after a handover the new KAM begins the ladder anew, and a director still sees old steps`() throws {
        let team = try TeamApp()
        let (old, new) = (try team.add("Boris", .kam), try team.add("Clara", .kam))
        _ = try team.add("Dina", .director)
        let (client, person) = try team.act { write in
            let client = try write.addClient(ClientDraft(name: "Hospital", kind: .hospital), kam: old)
            let person = try write.addPerson(PersonDraft(name: "Irina Sokolova"))
            try write.addPost(PostDraft(title: nil), person: person, client: client)
            try write.assess(person, at: client, AssessmentDraft(day: write.today, power: 3, stance: 1))
            return (client, person)
        }
        let page = "/people/\(person.number)"
        let boris = team.loggedIn("Boris")
        _ = boris.get(page)
        _ = boris.post(page + "/ladder", ["step": "acquainted", "theirs": "Knows our line", "ours": "We met"])
        #expect(
            boris.get(page).text.contains("Knows our line") && !boris.get(page).text.contains("No step with you yet"))
        team.wait(hours: 24)
        try team.act { try $0.handOver(client, HandoverDraft(user: new, from: $0.today + 1)) }
        let clara = team.loggedIn("Clara")
        let shown = clara.get(page).text
        #expect(shown.contains("No step with you yet") && !shown.contains("Knows our line"))
        // A step up shows both sides anew.
        #expect(clara.post(page + "/ladder", ["step": "acquainted", "theirs": "Called"]).status == .invalid)
        _ = clara.post(page + "/ladder", ["step": "contact", "theirs": "Called"])
        #expect(!clara.get(page).text.contains("No step with you yet"))
        let director = team.loggedIn("Dina")
        #expect(director.get(page).text.contains("Knows our line") && director.get(page).text.contains("Called"))
        #expect(director.get(page + "/history").text.contains("Knows our line"))
    }
}
