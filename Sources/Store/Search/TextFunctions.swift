import Domain
import GRDB

/// What the desk's own statements ask of texts and SQLite cannot tell.
enum TextFunctions {
    /// `says(text, part)`: does a text hold a part, whatever the case of either? SQLite's own `instr` takes time by the product of both.
    static let says = DatabaseFunction("says", argumentCount: 2, pure: true) { values in
        guard let text = String.fromDatabaseValue(values[0]), let part = String.fromDatabaseValue(values[1]) else {
            return false
        }
        return SoughtText(part).isIn(text)
    }
}
