/// The value of Content-Disposition for a file that is kept under a name (RFC 6266). What the name has beyond letters that every browser
/// reads in quotes stands in a second form of it (RFC 8187), and as `_` in the first.
package func attachment(named name: String) -> String {
    let plain = name.unicodeScalars.map { letter in
        (" "..."~").contains(letter) && letter != "\"" && letter != "\\" ? Character(letter) : "_"
    }
    let header = "attachment; filename=\"\(String(plain))\""
    return String(plain) == name ? header : header + "; filename*=UTF-8''" + PercentEncoding.encode(name)
}
