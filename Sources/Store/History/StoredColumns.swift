import Domain
import GRDB
import GRDBSQLite

// Turns the fields of a draft into parts of SQL statements and back.

extension StoredDraft {
    /// The columns of a record, beginning with `id` and `version`. `table` is the table's name in the statement.
    static func columns(of table: String) -> String {
        (["id", "version"] + names).map { "\(table).\($0)" }.joined(separator: ", ")
    }

    private static var names: [String] {
        var listing = ColumnListing()
        var draft = blank
        draft.visit(&listing)
        return listing.names
    }

    /// The draft's values by column.
    var stored: RecordColumns {
        var writing = ColumnWriting()
        var draft = self
        draft.visit(&writing)
        return RecordColumns(writing.columns)
    }
}

extension Columns {
    /// Reads a draft from a row. Its first field is in column `place`, by default after `id` and `version`.
    func draft<Draft: StoredDraft>(from place: Int = 2) -> Draft {
        var reading = ColumnReading(row: self, place: place)
        var draft = Draft.blank
        draft.visit(&reading)
        return draft
    }

    /// Reads the value in a column into a field of a blank draft. Notes the damage and leaves a placeholder if the stored value is not valid.
    fileprivate func read<Value: StoredValue>(_ index: Int, into value: inout Value) {
        let place = CInt(index)
        let type = sqlite3_column_type(statement, place)
        if type == SQLITE_NULL, Value.isOptional {
            assert(value.column == .null, "an optional field of a blank draft holds a value")
            return
        }
        let stored: ColumnValue =
            switch type {
            case SQLITE_NULL: .null
            case SQLITE_INTEGER: .number(sqlite3_column_int64(statement, place))
            default: .text(self[index] as String)
            }
        guard Value.fill(&value, from: stored) else {
            DamagedValue.note(statement)
            value = .blank
            return
        }
        if case .number(let number) = stored { witness?.saw(valueOf: Value.self, number) }
    }
}

private struct ColumnListing: FieldVisitor {
    var names: [String] = []

    mutating func field(_ column: String, form: String?, _ value: inout some StoredValue) { names.append(column) }
}

private struct ColumnWriting: FieldVisitor {
    var columns: [RecordColumns.Column] = []

    mutating func field(_ column: String, form: String?, _ value: inout some StoredValue) {
        let stored: DatabaseValue =
            switch value.column {
            case .null: .null
            case .number(let number): number.databaseValue
            case .text(let text): text.databaseValue
            }
        columns.append((column, stored))
    }
}

private struct ColumnReading: FieldVisitor {
    let row: Columns
    var place: Int

    mutating func field<Value: StoredValue>(_ column: String, form: String?, _ value: inout Value) {
        row.read(place, into: &value)
        place += 1
    }
}
