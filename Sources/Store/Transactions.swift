import Domain
import GRDB
import GRDBSQLite

/// One page's reading: a consistent view of the desk, for one viewer, cut to what they may see.
package struct ReadTransaction {
    let reading: Reading
    /// Who looks, and what every page shows around its matter.
    package let frame: Frame
    /// To what the connection is cut; nil where it is not: for whoever sees everything, and within an act.
    let seen: Seen?

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

    /// Lets go of what of the file lies in memory for this connection: a long read fills it with pages that nobody asks for again.
    package func forgetPages() { sqlite3_db_release_memory(db.sqliteConnection) }

    /// The record that a query finds, or "not found".
    func one<T>(_ sql: String, _ values: Values, _ make: (Columns) throws -> T) throws -> T {
        guard let found = try first(sql, values, make) else { throw Refusal.notFound }
        return found
    }
}

/// Statements on a connection.
struct Reading {
    let db: Database
    /// Sees which confidential clients are told of; nil where nobody is told.
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

/// One act on the desk. `moment` and `today` are when it is done; every change writes its line of history here.
package struct WriteTransaction {
    /// Reads what the act needs, which may be more than the viewer sees.
    package let read: ReadTransaction
    /// To what the act is held; nil where the viewer sees everything.
    let sight: Sight?
    /// Is it done by one of us, who is held to what they may? The program itself is not.
    let isHeld: Bool
    let moment: Moment
    package let today: Day
    /// The import that the act is a part of.
    var importID: Import.ID?
    /// The clients that the act may change, as far as it has asked: one that it hands over stays among them until its end.
    let touched: TouchedClients

    var db: Database { read.db }

    /// The same transaction for an act of another moment: an import of history, a demo.
    package func at(_ moment: Moment, on day: Day) -> WriteTransaction {
        WriteTransaction(
            read: read, sight: sight, isHeld: isHeld, moment: moment, today: day, importID: importID, touched: touched)
    }

    func execute(_ sql: String, _ values: Values) throws { try read.reading.execute(sql, values) }
}

extension Day {
    /// The value stored for a day.
    var stored: String { iso }
}
