import Domain
import Testing

@testable import Templates

@Suite struct HTMLTests {
    func text(_ html: HTML) -> String { String(decoding: html.bytes, as: UTF8.self) }

    @Test func `a string is escaped in text and in attributes`() {
        let hostile = "<script>\"'&amp;"
        #expect(
            text("<p title=\"\(hostile)\">\(hostile)</p>")
                == "<p title=\"&lt;script&gt;&quot;&#39;&amp;amp;\">&lt;script&gt;&quot;&#39;&amp;amp;</p>")
    }

    @Test func `markup is not escaped again, in rows and in conditions`() {
        let rows: HTML = "\(each: ["a", "<"], { "<li>\($0)</li>" })"
        #expect(
            text("<ul>\(rows)\(if: true, "<b>")\(if: false, "<i>")\(ifLet: Optional<String>.none, { "\($0)" })</ul>")
                == "<ul><li>a</li><li>&lt;</li><b></ul>")
    }

    @Test(arguments: [
        ("https://a.example/?a=1&b", "https://a.example/?a=1&amp;b"), ("HTTP://A", "HTTP://A"),
        ("mailto:a@b", "mailto:a@b"), ("tel:+7", "tel:+7"),
        ("javascript:alert(1)", ""), (" javascript:alert(1)", ""), ("data:text/html,x", ""), ("//evil.example", ""),
        ("vbscript:x", ""),
    ])
    func `a typed web address has a harmless scheme or is left out`(url: String, shown: String) {
        #expect(text("\(userURL: url)") == shown)
    }
}
