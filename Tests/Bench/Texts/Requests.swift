import Domain
import HTTP
import Routes

extension Kind {
    /// The first line and the head of a request.
    static var addresses: [Kind] {
        [
            path("marks", marks), path("slashes", "/"), path("dots", "."), path("endings", ".json"),
            Kind("path of escapes", head, of: "%CC%81%CC%A7") { _ = PercentEncoding.decodePath($0.utf8) },
            query("marks", "/clients", marks), query("words of a map", "/map", "&kind=ally&on=x"),
            query("places of a list", "/clients", "&after=:"), query("sections", "/clients/2/print", "&section=people"),
            Kind("way back of marks", head, of: marks) { _ = SiteMap.page(at: "/clients?q=" + $0) },
            Kind("cookie of pairs", head, of: "a=b; ") {
                _ = Cookie.value(of: "kamdesk", in: Headers([("Cookie", $0)]))
            },
            Kind("cookie of semicolons", head, of: ";") {
                _ = Cookie.value(of: "kamdesk", in: Headers([("Cookie", $0)]))
            },
            Kind("parameters", head, of: ";a=b") { _ = ParameterizedValue("form-data" + $0) },
            Kind("parameter of quotation marks", head, of: "\\") { _ = ParameterizedValue("form-data; name=\"" + $0) },
        ]
    }

    private static func path(_ name: String, _ piece: String) -> Kind {
        Kind(
            "path of \(name)", head, of: { "/clients/" + repeated(piece, $0) },
            prepare: { text in
                let bytes = Array(text.utf8)
                return { _ = PercentEncoding.decodePath(bytes).map { SiteMap.match(Request(.get, $0)) } }
            })
    }

    private static func query(_ name: String, _ path: String, _ piece: String) -> Kind {
        Kind(
            "query of \(name)", head, of: { "q=a&status=" + repeated(piece, $0) + "&kind=" + repeated(piece, $0) },
            prepare: { text in
                let bytes = Array(text.utf8)
                return { _ = Form(urlEncoded: bytes).map { SiteMap.match(Request(.get, path, query: $0)) } }
            })
    }

    /// The body of a form.
    static var bodies: [Kind] {
        [
            body("escapes", "%41%2B"), body("ampersands", "&"), body("fields", "a=1&"), body("equals signs", "="),
            Kind("field named by marks", head, of: marks) { text in
                let form = Form(urlEncoded: Array(("a" + text + "=1").utf8))
                _ = Dictionary((form?.fields ?? []).map { ($0.name, $0.value) }) { first, _ in first }
            },
            Kind("form that was merged", head, of: "name-%D0%B8%CC%86=a%0A&") { text in
                let base = Entries(
                    Dictionary((Form(urlEncoded: Array(text.utf8))?.fields ?? []).map { ($0.name, $0.value) }) { $1 })
                _ = Merge(Entries(["name": text]), from: base, with: Entries(["name": text + "x", "note": text]))
            },
            part("carriage returns", "\r"), part("delimiters cut short", "\r\n--a"), part("dashes", "-"),
            Kind("map of an import", 64_000, of: "kind=#999,", read: mapped),
            Kind("map of names", 64_000, of: "kind=column 999,", read: mapped),
        ]
    }

    private static func body(_ name: String, _ piece: String) -> Kind {
        Kind(
            "form of \(name)", 64_000, of: { repeated(piece, $0) },
            prepare: { text in
                let bytes = Array(text.utf8)
                return { _ = Form(urlEncoded: bytes) }
            })
    }

    private static func part(_ name: String, _ piece: String) -> Kind {
        Kind(
            "part of \(name)", 64_000, of: { repeated(piece, $0) },
            prepare: { text in
                let body = Array("--ab\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\(text)\r\n--ab--\r\n".utf8)
                return {
                    guard var parser = MultipartParser(boundary: "ab") else { return }
                    body.withUnsafeBytes { parser.feed($0) }
                    while try parser.next() != nil {}
                }
            })
    }

    private static func mapped(_ map: String) { _ = try? ImportPlan(.clients, header: columns, map: map) }

    private static let columns = (1...1000).map { "column \($0)" }
}
