extension ImportFormat {
    static let people = ImportFormat(
        "People", writesSeveral: true, title: { $0["name"] },
        [
            Field("key", "Key"), Field("name", "Name", isNeeded: true), Field("client", "Client"),
            Field("title", "Post"), Field("phone", "Phone"), Field("email", "E-mail"),
            Field("birthday", "Birthday", .birthday),
            Field("vip", "VIP"), Field("kol", "KOL"), Field("note", "Note"),
        ])

    static let posts = ImportFormat(
        "Posts", title: { "\($0["person"]), \($0["client"])" },
        [
            Field("person", "Person", isNeeded: true), Field("client", "Client", isNeeded: true),
            Field("title", "Post"), Field("role", "Role in decisions"), Field("start", "From", .day),
            Field("end", "To", .day),
        ])
}
