import Foundation
import HTTP
import Testing

@testable import Web

/// Two people open one form, and both save.
@Suite struct TwoEditorsTests {
    /// The form of a record: two values for one of its fields, and one for a field beside it.
    struct Edited: Sendable, CustomTestStringConvertible {
        var record: String
        var field: String
        var one: String
        var other: String
        var beside: (field: String, value: String)
        var page: String { record + "/edit" }
        var testDescription: String { record }
    }

    static let records = [
        Edited(
            record: "/clients/2", field: "city", one: "Тверь", other: "Омск",
            beside: ("note", "wants «data»\nby Friday")),
        Edited(record: "/people/1", field: "phone", one: "+7 495 000", other: "+7 812 000", beside: ("kol", "yes")),
        Edited(
            record: "/posts/1", field: "title", one: "Head & chief", other: "Deputy", beside: ("role", "gatekeeper")),
        Edited(
            record: "/interactions/1", field: "topic", one: "Audit", other: "<Inspection>", beside: ("mood", "tense")),
        Edited(record: "/matters/1", field: "text", one: "Send <data>", other: "Call", beside: ("due", "2026-05-01")),
        Edited(record: "/products/1", field: "name", one: "Vial", other: "Phial", beside: ("unit", "box")),
        Edited(record: "/orders/1", field: "number", one: "A-1", other: "A-2", beside: ("note", "by rail")),
        Edited(record: "/lines/1", field: "quantity", one: "7.5", other: "8", beside: ("price", "123.45")),
        Edited(record: "/invoices/1", field: "number", one: "A-1", other: "A-2", beside: ("note", "sent twice")),
        Edited(record: "/payments/1", field: "number", one: "A-1", other: "A-2", beside: ("note", "by hand")),
        Edited(
            record: "/clients/2/brief", field: "aim", one: "The audit", other: "A <date>",
            beside: ("objection-1", "Too dear")),
        Edited(record: "/colleagues/2", field: "name", one: "Vera", other: "Nina", beside: ("role", "reader")),
    ]

    @Test(arguments: records)
    func `changes of different fields by two editors are merged`(edited: Edited) throws {
        let world = try WorldApp()
        let opened = try FilledForm(world.get(edited.page))
        for change in [(edited.field, edited.one), edited.beside] {
            let answer = world.post(edited.record, opened.with(change.0, change.1))
            #expect(answer.status == .seeOther, "\(answer.text)")
        }
        let saved = try FilledForm(world.get(edited.page))
        #expect(saved.fields[edited.field] == edited.one)
        #expect(saved.fields[edited.beside.field] == edited.beside.value)
        #expect(saved.version == opened.version + 2)
        for field in opened.fields.keys
        where !["version", "base", "once", edited.field, edited.beside.field].contains(field) {
            #expect(saved.fields[field] == opened.fields[field], "\(field)")
        }
    }

    @Test(arguments: records)
    func `two changes of one field are both shown, and one press keeps either`(edited: Edited) throws {
        let world = try WorldApp()
        let field = edited.field
        let opened = try FilledForm(world.get(edited.page))
        #expect(world.post(edited.record, opened.with(field, edited.one)).status == .seeOther)
        let answer = world.post(edited.record, opened.with(field, edited.other))
        #expect(answer.status == .conflict)
        #expect(answer.text.contains("<ins class=\"note\">\(TwoEditorsTests.escaped(edited.one))</ins>"))
        let shown = try FilledForm(answer)
        #expect(shown.fields[field] == edited.other)
        #expect(world.post(edited.record, shown.with("theirs-\(field)", "yes")).status == .seeOther)
        #expect(try FilledForm(world.get(edited.page)).fields[field] == edited.one)
        #expect(world.post(edited.record, shown.fields).status == .seeOther)
        #expect(try FilledForm(world.get(edited.page)).fields[field] == edited.other)
    }

    @Test func `nobody can delete a record that somebody else has just changed`() throws {
        let world = try WorldApp()
        let page = try FilledForm(world.get("/clients/2/delete"))
        let changed = try FilledForm(world.get("/clients/2/edit"))
        #expect(world.post("/clients/2", changed.with("city", "Тверь")).status == .seeOther)
        let answer = world.post("/clients/2/delete", page.fields)
        #expect(answer.status == .conflict && answer.text.contains("while you were looking at it"))
        #expect(world.get("/clients/2").status == .ok)
    }

    @Test func `changes of different settings by two editors are merged`() throws {
        let world = try WorldApp()
        let opened = try FilledForm(world.get("/settings"))
        #expect(world.post("/settings", opened.with("desk_name", "Our desk")).status == .seeOther)
        #expect(world.post("/settings", opened.with("time_zone", "Europe/Berlin")).status == .seeOther)
        let saved = try FilledForm(world.get("/settings"))
        #expect(saved.fields["desk_name"] == "Our desk" && saved.fields["time_zone"] == "Europe/Berlin")
    }

    @Test func `two people whom two editors add to one interaction both stay`() throws {
        let world = try WorldApp()
        let interaction = try #require(
            try (1...20).map { "/interactions/\($0)" }.first { try FilledForm(world.get($0 + "/edit")).free.count > 1 })
        let opened = try FilledForm(world.get(interaction + "/edit"))
        let (one, other) = (opened.free[0], opened.free[1])
        #expect(world.post(interaction, opened.with(one, "yes")).status == .seeOther)
        #expect(world.post(interaction, opened.with(other, "yes")).status == .seeOther)
        let saved = try FilledForm(world.get(interaction + "/edit"))
        #expect(saved.fields[one] == "yes" && saved.fields[other] == "yes")
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }
}

/// The form of a page as a browser would send it untouched.
struct FilledForm {
    private(set) var fields: [String: String] = [:]
    /// The people who are offered and not ticked.
    private(set) var free: [String] = []

    var version: Int { Int(fields["version"] ?? "") ?? -1 }

    init(_ page: Response) throws {
        let forms = page.text.matches(of: /(?s)<form class="form".*?<\/form>/)
        let form = String(try #require(forms.first).0)
        for input in form.matches(of: /(?s)<input ([^>]*)>/) {
            let attributes = String(input.1)
            guard let name = FilledForm.attribute("name", attributes), !name.hasPrefix("theirs-") else { continue }
            if attributes.contains("type=\"checkbox\"") {
                guard attributes.hasSuffix(" checked") else {
                    if name.hasPrefix("person-") { free.append(name) }
                    continue
                }
            }
            fields[name] = FilledForm.attribute("value", attributes) ?? ""
        }
        for area in form.matches(of: /(?s)<textarea ([^>]*)>\n(.*?)<\/textarea>/) {
            fields[FilledForm.attribute("name", String(area.1))!] = FilledForm.plain(String(area.2))
        }
        for select in form.matches(of: /(?s)<select ([^>]*)>(.*?)<\/select>/) {
            let options = String(select.2).matches(of: /<option value="([^"]*)"( selected)?>/)
            let chosen = options.first { $0.2 != nil } ?? options.first
            fields[FilledForm.attribute("name", String(select.1))!] = chosen.map { FilledForm.plain(String($0.1)) }
        }
        fields["token"] = nil
    }

    func with(_ field: String, _ value: String) -> [String: String] { fields.merging([field: value]) { _, new in new } }

    private static func attribute(_ name: String, _ text: String) -> String? {
        guard let start = text.range(of: "\(name)=\"") else { return nil }
        return plain(String(text[start.upperBound...].prefix { $0 != "\"" }))
    }

    private static func plain(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
