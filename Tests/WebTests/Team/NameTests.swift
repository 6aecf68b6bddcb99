import Domain
import HTTP
import Testing

@testable import Store
@testable import Web

@Suite struct NameTests {
    /// A desk with colleagues of some names.
    private func desk(_ names: String...) throws -> TeamApp {
        let team = try TeamApp()
        try team.setPassword(of: Desk.owner)
        for name in names { _ = try team.add(name, .kam) }
        return team
    }

    @Test(arguments: [
        "анна ёлкина", "АННА ЁЛКИНА", "Анна Е\u{308}лкина", "Анна\u{A0}Ёлкина", "  Анна   Ёлкина ",
        "Анна \u{200B}Ёлкина",
        "\u{202A}Анна Ёлкина\u{202C}", "Ан\u{AD}на Ёлкина", "Анна\u{FE0F} Ёлкина",
    ])
    func `a user may sign in with their name typed in any form`(typed: String) throws {
        let team = try desk("Анна Ёлкина")
        #expect(team.browser().logIn(typed).status == .seeOther)
    }

    @Test func `a user may sign in with a name of any script in upper or lower case`() throws {
        let team = try desk("Ελένη Παπαδοπούλου Σωκράτης", "Jürgen Straße", "Գրիգոր")
        for typed in ["ΕΛΈΝΗ ΠΑΠΑΔΟΠΟΎΛΟΥ ΣΩΚΡΆΤΗΣ", "JÜRGEN STRASSE", "ju\u{308}rgen straße", "ԳՐԻԳՈՐ"] {
            #expect(team.browser().logIn(typed).status == .seeOther, "\(typed)")
        }
    }

    @Test(arguments: [
        ("Анна Орлова", "АННА ОРЛОВА"), ("Зоё", "Зое\u{308}"), ("Ян Ли", "Ян  Ли"), ("Ян Ли", "Ян\u{200D} Ли"),
        ("Ян Ли", "Ян\u{A0}Ли"), ("Weiß", "WEISS"),
    ])
    func `a name that counts as the same as another's is refused as taken`(name: String, other: String) throws {
        let team = try desk(name)
        let owner = team.loggedIn("Anna Orlova")
        _ = owner.get("/settings")
        let refused = owner.post("/colleagues", ["name": other, "role": "kam"])
        #expect(refused.status == .invalid && refused.text.contains("Another record has this already."))
    }

    @Test(arguments: [
        ("Анна", "Aннa"), ("Анна", "АННA"), ("Вова", "Bова"), ("вова", "BОВА"), ("Paul", "Рaul"),
        ("Νίκος Ρ", "Νίκος P"), ("Cop", "Сор"),
        ("Оля", "0ля"), ("Igor Belkin", "Igor BeIkin"), ("Igor Belkin", "igor beIkin"), ("Marta Weiss", "Marta VVeiss"),
        ("Adam Admin", "Adarn Admin"), ("Anna Orlova", "Anna Orǀova"), ("Pavel Sedov", "Pɑvel Sedov"),
        ("Pavel Sedov", "Pavel Sedov˙"), ("Anna-Maria", "Anna\u{2010}Maria"), ("O’Brien", "O'Brien"),
        ("Marta Weiss", "Ꮇarta Weiss"), ("Mikhail Orlov", "Мikһail Orlov"),
    ])
    func `a name that looks like another's is refused to new and renamed users`(name: String, twin: String) throws {
        let team = name == "Anna Orlova" ? try desk("Clara", "Boris") : try desk(name, "Boris")
        let owner = team.loggedIn("Anna Orlova")
        _ = owner.get("/settings")
        let refused = owner.post("/colleagues", ["name": twin, "role": "kam"])
        #expect(refused.status == .invalid && refused.text.contains("Looks like “\(name)”"))
        _ = owner.get("/colleagues/3/edit")
        var fields = owner.hidden.filter { ["version", "base"].contains($0.key) }
        (fields["name"], fields["role"]) = (twin, "kam")
        let renamed = owner.post("/colleagues/3", fields)
        #expect(renamed.status == .invalid && renamed.text.contains("Looks like “\(name)”"))
        #expect(team.browser().logIn(twin).status == .invalid)
    }

    @Test func `a login with a name in two alphabets gets a hint, whether the desk knows the name or not`() throws {
        let team = try desk("Анна")
        for typed in ["Aннa", "Bова"] {
            #expect(team.browser().logIn(typed).text.contains("letters of two alphabets"), "\(typed)")
        }
        #expect(!team.browser().logIn("Анна Smith").text.contains("letters of two alphabets"))
    }

    @Test(arguments: [
        "Мikhail Orlov", "Mikһail Orlov", "Ꮇarta Weiss", "Pɑvel Sedov", "Νina", "Аnna", "Анна Оrлова", "Օleg",
    ])
    func `a word that mixes letters of two alphabets is refused as a name`(name: String) throws {
        let team = try desk("Boris")
        let owner = team.loggedIn("Anna Orlova")
        _ = owner.get("/settings")
        let refused = owner.post("/colleagues", ["name": name, "role": "kam"])
        #expect(refused.status == .invalid && refused.text.contains("letters of two alphabets"))
        #expect(throws: Refusal.invalid(Problems(["name": .mixesAlphabets]))) {
            try team.act { try $0.changeColleague(User.ID(2), from: nil, UserDraft(name: name, role: .kam)) }
        }
    }

    @Test func `one desk accepts many similar names of real people`() throws {
        let team = try desk(
            "O'Brien", "Anna-Maria", "Anna Maria", "Jean-Luc", "Ёлкина", "Елкина", "Ångström", "Łukasz", "Lukasz",
            "Nguyễn Thị Ánh", "Test 1", "Test 2", "Test 10", "Işık", "Ivan", "Ian", "Lan", "Alla", "Alia", "Ilya",
            "Günther Groß", "Šárka", "Ґалаґан", "Ђорђе", "Νίκος", "Գրիգոր", "ნინო", "יוסף", "محمد", "山田 太郎", "ヤマダ花子",
            "김민준", "Əliyev", "D’Artagnan", "Иванов И. И.", "Иванов И. П.", "Анна Smith", "Mary Ann", "Maryann", "Anne",
            "Anna", "Marc", "Mark", "Марк", "Ŋaiyo")
        #expect(try team.desk.read { try $0.colleagues() }.count > 40)
    }

    @Test func `a rename is not undone once another user has the old name`() throws {
        let team = try desk("Boris")
        try team.act { try $0.changeColleague(User.ID(2), from: nil, UserDraft(name: "Robert", role: .kam)) }
        let line = try team.desk.read { try #require(try $0.lastChange()) }
        _ = try team.add("BORIS", .kam)
        #expect(throws: PastAct.overtaken) { try team.act { try $0.takeBack(line) } }
    }

    @Test func `two users who already have equal names can both sign in, and may still be changed`() throws {
        let team = try desk("Анна")
        try team.act {
            try $0.execute(
                "INSERT INTO user (name, role, tongue, password) VALUES ('анна', 'kam', 'ru', ?)", [TeamApp.hash])
        }
        for name in ["Анна", "анна"] { #expect(team.browser().logIn(name).status == .seeOther, "\(name)") }
        #expect(team.browser().logIn("АННА").status == .invalid)
        try team.act { try $0.changeColleague(User.ID(3), from: nil, UserDraft(name: "анна", role: .head)) }
    }
}
