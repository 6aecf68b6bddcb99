/// Which columns of a file go to which field of a record.
package struct ImportPlan: Sendable, Equatable {
    /// The columns of each field that the file fills, counted from 0. The texts of several columns are joined by spaces.
    package private(set) var columns: [String: [Int]]
    /// What fields without a column have in every row.
    package private(set) var constants: [String: String]
    /// How many columns the file has.
    package private(set) var width: Int
    /// The columns that go to no field.
    package private(set) var unused: [String]
    /// The whole plan as a map: field=column,...
    package private(set) var map: String

    /// Matches columns to fields: those that the map names, and otherwise those with a name of the field, in any case. The map is
    /// `field=column,field=column`. "#3" is the third column, whatever its name; `field=Column+Other` joins two; `field=` and `field=-`
    /// leave the field empty. A name with a comma, a plus or a quote stands in quotes: `name="Last, First"`.
    ///
    /// `constants` is written alike: `kind=ally,country=Germany`. With `isWhole` false, required fields may still lack a column.
    package init(
        _ kind: ImportKind, header: [String], map: String, constants: String = "", isWhole: Bool = true,
        matchesNames: Bool = true
    ) throws(ImportRefusal) {
        let fields = kind.fields
        var columns: [String: [Int]] = [:]
        var empty: Set<String> = []
        for (field, value) in try ImportPlan.pairs(map, of: fields, "--map") {
            if value.parts == [""] || value.parts == ["-"] && !value.isQuoted && !header.contains("-") {
                empty.insert(field)
                continue
            }
            guard columns[field] == nil else { throw .mapping("\(field)=\(value.text)", option: "--map") }
            let places = try ImportPlan.places(value, in: header)
            let isText = kind.format.fields.contains { $0.key == field && $0.holds == .text }
            guard places.count == 1 || isText else { throw .mapping("\(field)=\(value.text)", option: "--map") }
            columns[field] = places
        }
        self.constants = [:]
        for (field, value) in try ImportPlan.pairs(constants, of: fields, "--set") {
            guard columns[field] == nil, self.constants[field] == nil else { throw .constant(field) }
            self.constants[field] = value.text
            empty.insert(field)
        }
        if matchesNames {
            let isCut = kind == .people && header.contains(where: ImportKind.isFamilyName)
            for match in [ImportKind.hasKey, ImportKind.hasName] {
                for (place, name) in header.enumerated() where !columns.values.contains(where: { $0.contains(place) }) {
                    guard let field = match(kind)(name), columns[field] == nil, !empty.contains(field),
                        !(isCut && field == "name")
                    else { continue }
                    columns[field] = [place]
                }
            }
        }
        for field in kind.needs where isWhole && columns[field] == nil && self.constants[field] == nil {
            throw .missing(field, header: header)
        }
        self.columns = columns
        width = header.count
        unused = header.enumerated().filter { place in !columns.values.contains { $0.contains(place.offset) } }
            .map(\.element)
        self.map = ImportPlan.map(columns, header, kind)
    }

    /// The map that says which columns go to which field: by the column's name, or by its place if the name is not unique.
    package static func map(_ columns: [String: [Int]], _ header: [String], _ kind: ImportKind) -> String {
        kind.fields.compactMap { field in
            columns[field].map { places in
                let names = places.map { place in
                    let name = header[place]
                    return header.filter { $0 == name }.count == 1 && !name.isEmpty ? quoted(name) : "#\(place + 1)"
                }
                return "\(field)=\(names.joined(separator: "+"))"
            }
        }.joined(separator: ",")
    }

    /// The values as `--set` has them.
    package static func constants(_ values: [String: String]) -> String {
        values.sorted { $0.key < $1.key }.map { "\($0)=\(quoted($1))" }.joined(separator: ",")
    }

    /// What a row has for a field, from its columns; empty if it has nothing or a word that means nothing.
    package func cell(_ columns: [Int], of row: CSVRow, nulls: [String]) -> String {
        func text(_ column: Int) -> String {
            guard row.cells.indices.contains(column) else { return "" }
            let cell = row.cells[column]
            let text = ImportPlan.isPlain(cell) ? cell : trimmed(CSVTable.plain(composed(cell)))
            return nulls.contains(text) ? "" : text
        }
        guard columns.count > 1 else { return text(columns[0]) }
        return columns.map(text).filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Nearly all cells of large files are ASCII without spaces around them or an apostrophe in front: nothing is to be done with those.
    private static func isPlain(_ cell: String) -> Bool {
        let bytes = cell.utf8
        guard let first = bytes.first, let last = bytes.last else { return true }
        return first > 32 && first != UInt8(ascii: "'") && last > 32 && bytes.allSatisfy { (32..<127).contains($0) }
    }

    /// A value of the map, cut at its pluses.
    private struct Value {
        var text = ""
        var parts = [""]
        var isQuoted = false
    }

    /// Cuts `field=value,field=value` into its pairs. Commas and pluses in quotes are text.
    private static func pairs(_ text: String, of fields: [String], _ option: String) throws(ImportRefusal) -> [(
        String, Value
    )] {
        var pairs: [(String, Value)] = []
        var field: String?
        var (name, value, inQuotes, isEmpty, previous) = ("", Value(), false, true, Character(" "))
        func close() throws(ImportRefusal) {
            guard !isEmpty else { return }
            guard let field else { throw .mapping(name, option: option) }
            guard fields.contains(field) else { throw .field(field, known: fields, option: option) }
            value.text = typed(value.text)
            value.parts = value.parts.map(typed)
            pairs.append((field, value))
        }
        for character in text {
            defer { previous = character }
            switch character {
            case "\"":
                // A doubled quote within quotes is one of the text.
                if !inQuotes, value.isQuoted, previous == "\"" {
                    value.text.append(character)
                    value.parts[value.parts.count - 1].append(character)
                }
                inQuotes.toggle()
                value.isQuoted = true
            case "," where !inQuotes:
                try close()
                (field, name, value, isEmpty) = (nil, "", Value(), true)
                continue
            case "=" where field == nil: field = typed(name)
            case _ where field == nil: name.append(character)
            case "+" where !inQuotes:
                value.text.append(character)
                value.parts.append("")
            default:
                value.text.append(character)
                value.parts[value.parts.count - 1].append(character)
            }
            isEmpty = false
        }
        if inQuotes { throw .mapping(text, option: option) }
        try close()
        return pairs
    }

    private static func places(_ value: Value, in header: [String]) throws(ImportRefusal) -> [Int] {
        if let whole = header.firstIndex(of: value.text) { return [whole] }
        var places: [Int] = []
        for name in value.parts {
            guard let place = header.firstIndex(of: name) ?? place(name, in: header) else {
                throw .column(name, header: header)
            }
            places.append(place)
        }
        return places
    }

    private static func place(_ text: String, in header: [String]) -> Int? {
        guard text.hasPrefix("#"), let number = Int(text.dropFirst()), header.indices.contains(number - 1) else {
            return nil
        }
        return number - 1
    }

    private static func quoted(_ name: String) -> String {
        name.contains { ",=#+\"".contains($0) } || name == "-" ? "\"\(name.replacing("\"", with: "\"\""))\"" : name
    }
}

/// Why a file is not imported at all. Each description is one line that says what to do.
package enum ImportRefusal: Error, Equatable, CustomStringConvertible {
    case mapping(String, option: String)
    case field(String, known: [String], option: String)
    case column(String, header: [String])
    case missing(String, header: [String])
    /// A field has both a column and a constant.
    case constant(String)
    /// The file leaves open how it is to be read.
    case open([FileQuestion])

    package var description: String {
        switch self {
        case .mapping(let text, let option): "\(option) \(text): write it as field=column,field=column"
        case .field(let field, let known, let option):
            "\(option): there is no field \"\(field)\"; the fields are \(known.joined(separator: " "))"
        case .column(let column, let header):
            "--map: the file has no column \"\(column)\"; its columns are \(header.joined(separator: ", "))"
        case .missing(let field, let header):
            "no column feeds the field \"\(field)\": name one by --map \(field)=COLUMN; the columns are \(header.joined(separator: ", "))"
        case .constant(let field): "--set: the field \"\(field)\" has a column already"
        case .open(let questions): questions.map(\.description).joined(separator: "; ")
        }
    }
}
