import Testing

@testable import Web

@Suite struct QuickLogPageTests {
    @Test(arguments: [
        ("en", "visit Irina Sokolova: wants an audit, we send data by Fri", "Wants an audit", "Send data"),
        ("ru", "визит к Ирине Соколовой: хочет аудит, мы пришлём данные до пятницы", "Хочет аудит", "Пришлём данные"),
    ])
    func `a typed line fills in the form, and the form saves it`(
        language: String, line: String, topic: String, matter: String
    ) throws {
        let world = try WorldApp(language: language)
        let encoded = line.utf8.map { "%" + String(Int($0) | 0x100, radix: 16).suffix(2) }.joined()
        let form = try FilledForm(world.get("/interactions/new?line=\(encoded)"))
        #expect(form.fields["kind"] == "visit" && form.fields["topic"] == topic)
        #expect(
            form.fields["client"] == "2" && form.fields.contains { $0.key.hasPrefix("person-") && $0.value == "yes" })
        #expect(form.fields["matter-1-text"] == matter && form.fields["matter-1-side"] == "ours")
        #expect(form.fields["matter-1-due"] == "2026-03-06")
        let answer = world.post("/interactions", form.fields)
        #expect(answer.status == .seeOther && answer.headers["Location"] == "/clients/2")
        let dossier = world.get("/clients/2").text
        #expect(dossier.contains(topic) && dossier.contains(matter))
    }

    @Test func `a name that fits several people is asked about, and a name that fits nobody is reported`() throws {
        let world = try WorldApp(clients: 60)
        let page = world.get("/interactions/new?line=call+Olga+and+Zzyzx:+fine").text
        #expect(page.contains("Who is “Olga”?") && page.contains("Nobody here is called “Zzyzx”"))
        #expect(page.contains("With Zzyzx."), "the name is kept in the note")
        // Each is told with her post.
        #expect(page.contains(/Olga [A-Z][a-z]+ · [A-Z][^<]+, [A-Z]/))
    }

    @Test func `one tick makes a new person of a name that nobody has, with a post at the client`() throws {
        let world = try WorldApp(clients: 60)
        let line = try FilledForm(world.get("/interactions/new?client=2&line=visit+Zzyzx:+wants+an+audit"))
        #expect(world.post("/interactions", line.with("stranger-0-add", "yes")).status == .seeOther)
        let people = try world.get("/clients/2/people.json").json()
        #expect("\(people)".contains("Zzyzx"))
        #expect("\(try world.get("/clients/2/interactions.json").json())".contains("With Zzyzx."))
    }

    @Test func `a name that cannot be a person's is refused beside its tick, and nothing is added`() throws {
        let world = try WorldApp(clients: 60)
        let line = try FilledForm(world.get("/interactions/new?client=2&line=visit+Zzyzx:+wants+an+audit"))
        var fields = line.with("stranger-0-add", "yes")
        fields["stranger-0"] = String(repeating: "z", count: 301)
        let answer = world.post("/interactions", fields)
        #expect(answer.status == .invalid && answer.text.contains("id=\"stranger-0-add-error\""))
        #expect(!world.get("/people?q=zzz").text.contains("zzz</a>"))
    }

    @Test func `a question about a name is kept until it is answered, also beside other errors`() throws {
        let world = try WorldApp(clients: 60)
        let page = world.get("/interactions/new?line=call+Olga:+fine")
        let person = try #require(page.text.firstMatch(of: /name="who-0" value="(\d+)"/)).1
        var fields = try FilledForm(page).fields
        fields["who-0"] = nil
        let unanswered = world.post("/interactions", fields)
        #expect(unanswered.status == .invalid && unanswered.text.contains("id=\"who-0-error\""))
        #expect(unanswered.text.contains("Who is “Olga”?") && unanswered.text.contains("value=\"call Olga: fine\""))
        let wrong = world.post("/interactions", fields.merging(["who-0": "\(person)", "topic": ""]) { $1 })
        #expect(wrong.status == .invalid && wrong.text.contains("Who is “Olga”?"))
        #expect(wrong.text.contains(try Regex("name=\"who-0\" value=\"\(person)\" checked")))
        let answer = world.post("/interactions", fields.merging(["who-0": "\(person)"]) { $1 })
        #expect(answer.status == .seeOther)
        let met = try world.get("/people/\(person)/interactions.json").json()
        #expect("\(met)".contains("Fine"))
    }

    @Test func `in a line for a known client a name means a person of that client`() throws {
        let world = try WorldApp(clients: 60)
        let form = try FilledForm(world.get("/interactions/new?client=2&line=call+Sokolova:+fine"))
        #expect(
            form.fields["client"] == "2" && form.fields.contains { $0.key.hasPrefix("person-") && $0.value == "yes" })
    }
}
