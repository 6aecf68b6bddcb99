import HTTP
import Testing

@Suite struct FormTests {
    @Test(arguments: [
        ("a=1&b=2", [("a", "1"), ("b", "2")]),
        ("a=x+y%20z", [("a", "x y z")]),
        ("q=%D0%B0%3D%26", [("q", "а=&")]),
        ("a=1=2&&b", [("a", "1=2"), ("b", "")]),
        ("", []),
    ])
    func `a form is read field by field`(text: String, fields: [(String, String)]) throws {
        let form = try #require(Form(urlEncoded: text.utf8))
        #expect(form == Form(fields.map { (name: $0.0, value: $0.1) }))
    }

    @Test(arguments: ["a=%", "a=%4", "a=%zz", "a=%00", "a=%ff", "a=%c3%28"])
    func `a form with a broken escape or text that is not UTF-8 is refused`(text: String) {
        #expect(Form(urlEncoded: text.utf8) == nil)
    }

    @Test func `only the first thirty combining marks in a row are kept`() throws {
        func marked(_ count: Int) -> String { "и" + String(repeating: "\u{306}\u{327}", count: count / 2) }
        let form = try #require(Form(urlEncoded: (marked(1000) + "=" + marked(30) + marked(40)).utf8))
        #expect(Array(form.fields[0].name.unicodeScalars) == Array(marked(30).unicodeScalars))
        #expect(Array(form.fields[0].value.unicodeScalars) == Array((marked(30) + marked(30)).unicodeScalars))
        let path = PercentEncoding.decodePath(marked(100).utf8)
        #expect(path.map { Array($0.unicodeScalars) } == Array(marked(30).unicodeScalars))
    }

    @Test
    func `the grid of a year of 1,500 clients by month is read whole, and more fields than a page has are refused`() {
        func grid(of cells: Int) -> Form { Form((0..<cells).map { (name: "client-\($0).1", value: "1") }) }
        #expect(Form(urlEncoded: grid(of: 12 * 1500).urlEncoded.utf8)?.fields.count == 12 * 1500)
        #expect(Form(urlEncoded: grid(of: FormParser.mostFields + 1).urlEncoded.utf8) == nil)
    }

    @Test func `a form that is written reads back the same`() {
        let form = Form([("имя", "ООО «Ёж» & Co = 100 %"), ("x", "")])
        #expect(Form(urlEncoded: form.urlEncoded.utf8) == form)
    }
}
