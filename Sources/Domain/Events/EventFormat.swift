extension ImportFormat {
    static let events = ImportFormat(
        "Events and their guests", writesSeveral: true,
        title: { $0["person"].isEmpty ? $0["name"] : "\($0["name"]), \($0["person"])" },
        [
            Field("name", "Name", isNeeded: true), Field("kind", "Kind"), Field("start", "From", .day, isNeeded: true),
            Field("end", "To", .day), Field("place", "Place"), Field("cost", "Total cost", .number),
            Field("person", "Person"),
            Field("standing", "Invitation"), Field("accompanied", "Accompanied by"), Field("note", "Note"),
        ])
}
