/// The value of Content-Disposition for a file to save under a name (RFC 6266). Letters that some browsers cannot read in quotes become
/// `_`, and the full name follows in a second form (RFC 8187).
package func attachment(named name: String) -> String {
    let plain = name.unicodeScalars.map { letter in
        (" "..."~").contains(letter) && letter != "\"" && letter != "\\" ? Character(letter) : "_"
    }
    let header = "attachment; filename=\"\(String(plain))\""
    return String(plain) == name ? header : header + "; filename*=UTF-8''" + PercentEncoding.encode(name)
}
