import HTTP

/// The address of a page below the desk's base path: a path and the fields behind "?".
package struct Address: Sendable, Equatable {
    package var path: String
    package var query: Form

    package init(_ path: String, _ query: [(name: String, value: String?)] = []) {
        self.path = path
        var fields: [(name: String, value: String)] = []
        fields.reserveCapacity(query.count)
        for case (let name, let value?) in query { fields.append((name, value)) }
        self.query = Form(fields)
    }

    /// The address as a link writes it.
    package var text: String { query.isEmpty ? path : path + "?" + query.urlEncoded }

    /// The address of the whole table as CSV, whichever part the page shows.
    package var export: Address {
        Address(
            path + ".csv", query.fields.filter { !["after", "before"].contains($0.name) }.map { ($0.name, $0.value) })
    }

    /// The address of the page's tables as a workbook.
    package var workbook: Address { Address(path + ".xlsx", query.fields.map { ($0.name, $0.value) }) }

    /// The address of the page's picture as SVG.
    package var picture: Address { Address(path + ".svg", query.fields.map { ($0.name, $0.value) }) }

    /// The address of the page's days as a file for calendars.
    package var calendar: Address { Address(path + ".ics", query.fields.map { ($0.name, $0.value) }) }

    /// The address of the same page as JSON.
    package var twin: Address {
        var twin = self
        twin.path = path == "/" ? "/today.json" : path + ".json"
        return twin
    }
}
