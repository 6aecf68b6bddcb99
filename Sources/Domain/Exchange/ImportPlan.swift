/// Which column of a file goes to which field of a record.
package struct ImportPlan: Sendable, Equatable {
    /// The column of each field that the file fills, counted from 0.
    package private(set) var columns: [String: Int]
    /// How many columns the file has.
    package private(set) var width: Int
    /// The columns that go to no field.
    package private(set) var unused: [String]
    /// The whole plan as a map: field=column,...
    package private(set) var map: String

    /// Matches columns to fields: those that the map names, and otherwise those with the name of a field, in any case. The map is
    /// `field=column,field=column`; "#3" is the third column, whatever its name; "field=" leaves the field empty.
    ///
    /// With `isWhole` false, required fields may still lack a column.
    package init(_ kind: ImportKind, header: [String], map: String, isWhole: Bool = true, matchesNames: Bool = true)
        throws(ImportRefusal)
    {
        let fields = kind.fields
        var columns: [String: Int] = [:]
        var empty: Set<String> = []
        let places = Dictionary(header.enumerated().map { ($1, $0) }) { first, _ in first }
        for pair in map.split(separator: ",") {
            guard let equals = pair.firstIndex(of: "=") else { throw .mapping(String(pair)) }
            let (field, column) = (typed(String(pair[..<equals])), typed(String(pair[pair.index(after: equals)...])))
            guard fields.contains(field) else { throw .field(field, known: fields) }
            guard !column.isEmpty else {
                empty.insert(field)
                continue
            }
            guard let place = places[column] ?? ImportPlan.place(column, in: header) else {
                throw .column(column, header: header)
            }
            columns[field] = place
        }
        for (place, name) in header.enumerated() where matchesNames && !columns.values.contains(place) {
            if let field = fields.first(where: { $0 == trimmed(name).lowercased() }), columns[field] == nil,
                !empty.contains(field)
            {
                columns[field] = place
            }
        }
        for field in kind.needs where isWhole && columns[field] == nil { throw .missing(field, header: header) }
        self.columns = columns
        width = header.count
        unused = header.enumerated().filter { !columns.values.contains($0.offset) }.map(\.element)
        self.map = ImportPlan.map(columns, header, kind)
    }

    /// The map that says which column goes to which field: by the column's name, or by its place if the name is not unique.
    package static func map(_ columns: [String: Int], _ header: [String], _ kind: ImportKind) -> String {
        kind.fields.compactMap { field in
            columns[field].map { place in
                let name = header[place]
                let isPlain =
                    header.filter { $0 == name }.count == 1 && !name.isEmpty && !name.contains { ",=#".contains($0) }
                return "\(field)=\(isPlain ? name : "#\(place + 1)")"
            }
        }.joined(separator: ",")
    }

    private static func place(_ text: String, in header: [String]) -> Int? {
        guard text.hasPrefix("#"), let number = Int(text.dropFirst()), header.indices.contains(number - 1) else {
            return nil
        }
        return number - 1
    }
}

/// Why a file is not imported at all. Each description is one line that says what to do.
package enum ImportRefusal: Error, Equatable, CustomStringConvertible {
    case mapping(String)
    case field(String, known: [String])
    case column(String, header: [String])
    case missing(String, header: [String])

    package var description: String {
        switch self {
        case .mapping(let text): "--map \(text): write it as field=column,field=column"
        case .field(let field, let known):
            "--map: there is no field \"\(field)\"; the fields are \(known.joined(separator: " "))"
        case .column(let column, let header):
            "--map: the file has no column \"\(column)\"; its columns are \(header.joined(separator: ", "))"
        case .missing(let field, let header):
            "no column feeds the field \"\(field)\": name one by --map \(field)=COLUMN; the columns are \(header.joined(separator: ", "))"
        }
    }
}

/// What an import did, or in a rehearsal would do.
package struct ImportReport: Sendable, Equatable {
    package struct Refused: Sendable, Equatable {
        /// The line of the file on which the row begins, counted from 1.
        package var line: Int
        /// The name of the record that the row is about; empty if it has none.
        package var title: String
        package var reason: Reason
        /// What was read for the fields that have a problem.
        package var values: [String: String]
        /// The row as it stands in the file.
        package var cells: [String]

        package init(
            line: Int, title: String = "", reason: Reason, values: [String: String] = [:], cells: [String] = []
        ) {
            self.line = line
            self.title = title
            self.reason = reason
            self.values = values
            self.cells = cells
        }
    }

    /// Why a row is refused.
    package enum Reason: Sendable, Equatable, CustomStringConvertible {
        case problems(Problems)
        /// The row has more or fewer cells than the header.
        case cells(Int, header: Int)
        /// The row names the same record as the row on another line.
        case repeated(line: Int)
        /// The row's parent client is neither on the desk nor in the file.
        case parent(String)

        /// For the command line. Pages use the viewer's language.
        package var description: String {
            switch self {
            case .problems(let problems): problems.description
            case .cells(let count, let header): "the row has \(count) cells where the header has \(header)"
            case .repeated(let line): "this is the same as on line \(line)"
            case .parent(let name): "parent \"\(name)\" is not on the desk"
            }
        }
    }

    /// A row that is new or changes a record.
    package struct Taken: Sendable, Equatable {
        package var line: Int
        package var isNew: Bool
        /// The record's name.
        package var title: String

        package init(line: Int, isNew: Bool, title: String) {
            self.line = line
            self.isNew = isNew
            self.title = title
        }
    }

    package var added = 0
    package var changed = 0
    package var same = 0
    package var refusedCount = 0
    /// The refused rows with their reasons, at most `kept`.
    package var refused: [Refused] = []
    /// The colleagues who may hold clients, if a row names somebody else.
    package var holders: [String] = []
    /// The first rows that are new or change something, at most `shown`.
    package var taken: [Taken] = []
    /// Tax ids that fail their check and were kept as they stand.
    package var doubtful: Set<String> = []
    /// Columns of the file that go to no field.
    package var unused: [String] = []
    /// Which column went to which field: field=column,...
    package var map = ""
    /// The import's number; nil if nothing was written.
    package var id: Import.ID?

    package static let shown = 1000
    /// How many refused rows are kept, to be handed back as a file.
    package static let kept = 20_000

    package init() {}
}
