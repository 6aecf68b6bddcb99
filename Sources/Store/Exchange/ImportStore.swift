import Domain
import Foundation
import GRDB

extension WriteTransaction {
    /// Opens the record of an import. All that is written with its number belongs to the import.
    func beginImport(_ kind: ImportKind, file: String, map: String, _ conventions: Conventions = Conventions()) throws
        -> Import.ID
    {
        try execute(
            "INSERT INTO import (at, user_id, kind, file, map, state) VALUES (?, ?, ?, ?, ?, 'running')",
            [
                moment.milliseconds, read.viewer.number, kind.rawValue, composed((file as NSString).lastPathComponent),
                [map, conventions.options].filter { !$0.isEmpty }.joined(separator: "\n"),
            ])
        return Import.ID(db.lastInsertedRowID)
    }

    /// Closes the record of an import. Deletes the record if the import changed nothing.
    func endImport(_ id: Import.ID, _ report: inout ImportReport) throws {
        if report.added + report.changed == 0 {
            try execute(
                "DELETE FROM import WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM change WHERE import_id = ?1)",
                [id.number])
        } else {
            try execute(
                "UPDATE import SET state = 'done', added = ?, changed = ?, same = ?, refused = ? WHERE id = ?",
                [report.added, report.changed, report.same, report.refusedCount, id.number])
            report.id = id
        }
    }
}

extension ReadTransaction {
    package func importRecord(_ id: Import.ID) throws -> Import {
        try one("\(ReadTransaction.imports) WHERE import.id = ?", [id.number]) { Import($0) }
    }

    /// The latest imports, at most 50.
    package func importList() throws -> ImportList {
        ImportList(imports: try rows("\(ReadTransaction.imports) ORDER BY import.id DESC LIMIT 50", []) { Import($0) })
    }

    /// How columns were matched to fields in the last import of this kind, and how its file wrote; nil if there was none.
    package func lastReading(of kind: ImportKind) throws -> (map: String, conventions: Conventions)? {
        let text: String? = try first(
            "SELECT map FROM import WHERE kind = ? ORDER BY id DESC LIMIT 1", [kind.rawValue]
        ) { $0[0] }
        return text.map { text in
            let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(lines[0]), Conventions(options: lines.count > 1 ? String(lines[1]) : ""))
        }
    }

    private static let imports = """
        SELECT import.id, at, u.name, kind, file, state, added, changed, same, refused
        FROM import JOIN user u ON u.id = user_id
        """
}

extension Import {
    fileprivate init(_ row: Columns) {
        self.init(
            id: row.id(0), at: Moment(milliseconds: row[1]), by: row[2], kind: row.word(3), file: row[4],
            state: row.word(5),
            added: row[6], changed: row[7], same: row[8], refused: row[9])
    }
}
