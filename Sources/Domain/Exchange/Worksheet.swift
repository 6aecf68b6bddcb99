/// A sheet of a workbook: a table with a name.
package struct Worksheet: Sendable, Equatable {
    package var name: String
    package var table: CSVTable

    package init(_ name: String, _ table: CSVTable) { (self.name, self.table) = (name, table) }
}
