import Domain

extension Captures {
    /// A place in a list by name: `after=12:name` or `before=12:name`.
    var listPlace: ListPlace? {
        for direction in [ListPlace.Direction.after, .before] {
            // Split by scalars: if a name begins with a combining accent, the accent and the colon are one character.
            guard let text = query[direction.rawValue]?.unicodeScalars, let colon = text.firstIndex(of: ":"),
                let id = Int64(String(text[..<colon]))
            else { continue }
            return ListPlace(direction, name: String(text[text.index(after: colon)...]), id: id)
        }
        return nil
    }

    /// A place in a list of interactions: `before=2026-11-23:12`.
    var dayPlace: DayPlace? {
        guard let parts = query["before"]?.split(separator: ":"), parts.count == 2, let day = Day(parts[0]),
            let id = Int64(parts[1])
        else { return nil }
        return DayPlace(day: day, id: id)
    }
}

extension ListPlace {
    var field: (name: String, value: String?) { (direction.rawValue, "\(id):\(name)") }
}

extension DayPlace {
    var field: (name: String, value: String?) { ("before", "\(day.iso):\(id)") }
}

extension Captures {
    var history: HistoryQuery {
        HistoryQuery(from: day("from"), to: day("to"), text: text("q"), before: query["before"].flatMap { Int64($0) })
    }
}

extension HistoryQuery {
    var fields: [(name: String, value: String?)] {
        [("from", from?.iso), ("to", to?.iso), ("q", text), ("before", before.map { String($0) })]
    }
}
