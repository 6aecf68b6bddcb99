import Domain
import GRDB
import GRDBSQLite

/// The reading for one page: a consistent view of the desk for one viewer, limited to what they may see.
package struct ReadTransaction {
    let reading: Reading
    /// Who the viewer is, and what every page shows around its content.
    package let frame: Frame
    /// What the connection is limited to. Nil if it is not limited: for a viewer who sees everything, and within an act.
    let seen: Seen?
    let kept: KeptFigures

    var sight: Sight? { seen?.sight }
    var db: Database { reading.db }
    var viewer: User.ID { frame.viewer.id }

    func rows<T>(_ sql: String, _ values: Values = [], _ make: (Columns) throws -> T) throws -> [T] {
        try reading.rows(sql, values, make)
    }

    func first<T>(_ sql: String, _ values: Values = [], _ make: (Columns) throws -> T) throws -> T? {
        try reading.first(sql, values, make)
    }

    func count(_ sql: String, _ values: Values = []) throws -> Int {
        try first(sql, values) { $0[0] } ?? 0
    }

    /// Frees the memory that holds pages of the file for this connection. A long read fills it with pages that nobody needs again.
    package func forgetPages() { sqlite3_db_release_memory(db.sqliteConnection) }

    /// The record that a query finds. Throws `notFound` if there is none.
    func one<T>(_ sql: String, _ values: Values, _ make: (Columns) throws -> T) throws -> T {
        guard let found = try first(sql, values, make) else { throw Refusal.notFound }
        return found
    }
}

/// Runs statements on a connection.
struct Reading {
    let db: Database
    /// Records which confidential clients the viewer is shown; nil if nobody is shown any.
    var witness: Witness?

    func rows<T>(_ sql: String, _ values: Values = [], _ make: (Columns) throws -> T) throws -> [T] {
        let walk = try Walk(db, sql, values)
        defer { walk.end() }
        let witness = witness.map { StatementWitness(witness: $0, sql: sql) }
        var rows: [T] = []
        while try walk.next() { rows.append(try make(Columns(statement: walk.pointer, witness: witness))) }
        return rows
    }

    func first<T>(_ sql: String, _ values: Values = [], _ make: (Columns) throws -> T) throws -> T? {
        let walk = try Walk(db, sql, values)
        defer { walk.end() }
        let witness = witness.map { StatementWitness(witness: $0, sql: sql) }
        return try walk.next() ? make(Columns(statement: walk.pointer, witness: witness)) : nil
    }

    func execute(_ sql: String, _ values: Values = []) throws {
        let walk = try Walk(db, sql, values)
        defer { walk.end() }
        while try walk.next() {}
    }
}

/// One act on the desk. `moment` and `today` say when it is done. Every change writes its line of history here.
package struct WriteTransaction {
    /// Reads what the act needs. This may be more than the viewer sees.
    package let read: ReadTransaction
    /// What the act is limited to; nil if the viewer sees everything.
    let sight: Sight?
    /// True if a colleague does the act and must have the right to it. False for the program itself.
    let isHeld: Bool
    let moment: Moment
    package let today: Day
    /// The import that the act belongs to.
    var importID: Import.ID?
    /// The clients that the act may change, as far as it has asked. A client that the act hands over stays here until the act ends.
    let touched: TouchedClients

    var db: Database { read.db }

    /// The same transaction at another moment, for an import of history or a demo.
    package func at(_ moment: Moment, on day: Day) -> WriteTransaction {
        WriteTransaction(
            read: read, sight: sight, isHeld: isHeld, moment: moment, today: day, importID: importID, touched: touched)
    }

    func execute(_ sql: String, _ values: Values) throws { try read.reading.execute(sql, values) }
}

extension Day {
    /// The value that is stored for a day.
    var stored: String { iso }
}
