extension MalformedCorpus {
    private static func line(
        _ name: String, _ line: String, _ expected: MalformedCase.Expectation
    ) -> MalformedCase {
        MalformedCase(name, lines: [line, "Host: {host}"], expected)
    }

    private static func target(_ name: String, _ target: String, _ expected: MalformedCase.Expectation) -> MalformedCase
    {
        line(name, "GET \(target) HTTP/1.1", expected)
    }

    static let requestLines = [
        line("HTTP/0.9 with a version", "GET / HTTP/0.9", .refused(505)),
        line("no version", "GET /", .refused(400)),
        line("no target", "GET HTTP/1.1", .refused(400)),
        line("only a method", "GET", .closed),
        line("HTTP/1.2", "GET / HTTP/1.2", .refused(505)),
        line("HTTP/1.9", "GET / HTTP/1.9", .refused(505)),
        line("HTTP/2.0", "GET / HTTP/2.0", .refused(505)),
        line("HTTP/1.10", "GET / HTTP/1.10", .refused(400)),
        line("version in small letters", "GET / http/1.1", .refused(400)),
        line("version with a blank behind", "GET / HTTP/1.1 ", .refused(400)),
        line("two blanks before the target", "GET  / HTTP/1.1", .refused(400)),
        line("two blanks before the version", "GET /  HTTP/1.1", .refused(400)),
        line("tabs for blanks", "GET\t/\tHTTP/1.1", .closed),
        line("blank before the method", " GET / HTTP/1.1", .closed),
        line("method in small letters", "get / HTTP/1.1", .refused(501)),
        line("unknown method", "BREW / HTTP/1.1", .refused(501)),
        line("PUT", "PUT / HTTP/1.1", .refused(405)),
        line("DELETE", "DELETE / HTTP/1.1", .refused(405)),
        line("PATCH", "PATCH / HTTP/1.1", .refused(405)),
        line("OPTIONS for the whole server", "OPTIONS * HTTP/1.1", .refused(405)),
        line("TRACE", "TRACE / HTTP/1.1", .refused(405)),
        line("CONNECT in authority form", "CONNECT {host} HTTP/1.1", .refused(405)),
        line("NUL in the method", "G\0ET / HTTP/1.1", .refused(400)),
        line("NUL in the version", "GET / HTTP/1.\0", .refused(400)),
        MalformedCase("bare LF behind the request line", "GET / HTTP/1.1\nHost: {host}\r\n\r\n", .refused(400)),
        MalformedCase("bare LF everywhere", "GET / HTTP/1.1\nHost: {host}\n\n", .refused(400)),
        MalformedCase("bare CR behind the request line", "GET / HTTP/1.1\rHost: {host}\r\n\r\n", .refused(400)),
        MalformedCase("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", .refused(505)),
    ]

    static let targets = [
        target("asterisk form with GET", "*", .refused(400)),
        target("authority form with GET", "{host}", .refused(400)),
        target("no slash", "index", .refused(400)),
        target("absolute form of another site", "{scheme}://example.com/", .refused(421)),
        target("absolute form with another port", "{scheme}://127.0.0.1:1/", .refused(421)),
        target("absolute form with a user", "{scheme}://user@{host}/", .refused(421)),
        target("absolute form of the other scheme", "{other}://{host}/", .refused(400)),
        target("fragment", "/a#b", .refused(400)),
        target("blank in the target", "/a b", .refused(400)),
        target("tab in the target", "/a\tb", .refused(400)),
        target("raw UTF-8", "/\u{c3}\u{a4}", .refused(400)),
        target("raw control character", "/\u{01}", .refused(400)),
        target("DEL", "/\u{7f}", .refused(400)),
        target("NUL", "/a\0b", .refused(400)),
        target("NUL and a blank", "/a\0 b", .refused(400)),
        target("bare CR", "/a\rb", .refused(400)),
        target("escaped NUL", "/%00", .refused(400)),
        target("escaped NUL in the query", "/?a=%00", .refused(400)),
        target("escaped line break", "/a%0d%0ab", .refused(400)),
        target("escaped C1 control character", "/%c2%85", .refused(400)),
        target("half an escape", "/%4", .refused(400)),
        target("lonely percent sign", "/100%", .refused(400)),
        target("escape that is not hexadecimal", "/%zz", .refused(400)),
        target("broken escape in the query", "/?a=%zz", .refused(400)),
        target("escapes that are not UTF-8", "/%ff", .refused(400)),
        target("overlong UTF-8 for a dot", "/%c0%ae%c0%ae/", .refused(400)),
        target("surrogate in UTF-8", "/%ed%a0%80", .refused(400)),
        target("parent", "/a/../b", .refused(400)),
        target("parent at the end", "/a/..", .refused(400)),
        target("escaped parent", "/a/%2e%2e/b", .refused(400)),
        target("half escaped parent", "/a/.%2E/b", .refused(400)),
        target("this folder", "/a/./b", .refused(400)),
        target("escaped dot", "/%2e", .refused(400)),
        target("parent behind two slashes", "//..", .refused(400)),
        target("two slashes", "//example.com/", .refused(400)),
        target("backslash", "/a\\b", .refused(400)),
        target("escaped backslash", "/..%5c..%5cb", .refused(400)),
        target("escaped slash", "/a%2fb", .refused(400)),
    ]
}
