import Domain
import GRDB

/// SQL functions for texts that SQLite lacks.
enum TextFunctions {
    /// `says(text, part)`: true if the text contains the part, in any case. SQLite's own `instr` takes time proportional to the product of
    /// both lengths.
    static let says = DatabaseFunction("says", argumentCount: 2, pure: true) { values in
        guard let text = String.fromDatabaseValue(values[0]), let part = String.fromDatabaseValue(values[1]) else {
            return false
        }
        return SoughtText(part).isIn(text)
    }
}
