import Domain
import Foundation
import GRDB

/// Normalizes all stored text (`Domain.composed`). History shows this as one act of the owner, and the log as an act of the desk. It never
/// changes once it is merged.
///
/// If a key, number or name must be unique but equals another's after this, a number is appended: "A-1 (2)". A text that becomes empty is
/// replaced with "?".
enum Schema7Texts {
    /// The columns of a table that hold typed text. `unique` is the column whose values must be unique among the rows that `among` selects.
    private struct TypedTexts {
        var table: String
        var columns: [String]
        var unique: String?
        var among = "1"
        var hasSortName = false
    }

    private static let all = [
        TypedTexts(table: "desk", columns: ["name"]), TypedTexts(table: "user", columns: ["name"], unique: "name"),
        TypedTexts(table: "department", columns: ["name"], unique: "name"),
        TypedTexts(table: "absence", columns: ["number"]),
        TypedTexts(
            table: "client",
            columns: [
                "key", "name", "short_name", "inn", "kpp", "ogrn", "vat", "address", "city", "country", "territory",
                "segment",
                "lost_reason", "phone", "email", "web", "note",
            ], unique: "key", hasSortName: true), TypedTexts(table: "client_kam", columns: ["note"]),
        TypedTexts(
            table: "person", columns: ["key", "name", "phone", "email", "note"], unique: "key", hasSortName: true),
        TypedTexts(table: "post", columns: ["title"]), TypedTexts(table: "interaction", columns: ["topic", "note"]),
        TypedTexts(table: "matter", columns: ["text"]),
        TypedTexts(
            table: "brief",
            columns: ["aim", "objection_1", "answer_1", "objection_2", "answer_2", "objection_3", "answer_3"]),
        TypedTexts(table: "product_group", columns: ["name"], unique: "name"),
        TypedTexts(table: "product", columns: ["key", "name", "unit"], unique: "key", hasSortName: true),
        TypedTexts(table: "client_order", columns: ["number", "reason", "note"], unique: "number"),
        TypedTexts(table: "goods_return", columns: ["reason", "note"]),
        TypedTexts(table: "invoice", columns: ["number", "note"], unique: "number"),
        TypedTexts(
            table: "payment", columns: ["number", "note"], unique: "number",
            among: "(client_id, day) = (SELECT client_id, day FROM payment WHERE id = :id)"),
        TypedTexts(table: "tie", columns: ["source"]),
        TypedTexts(table: "assessment", columns: ["competitor", "source"]),
        TypedTexts(table: "ladder_move", columns: ["theirs", "ours"]),
        TypedTexts(table: "fact", columns: ["text", "source"]),
        TypedTexts(table: "vip_project", columns: ["goal", "measure", "outcome"]),
        TypedTexts(table: "project_review", columns: ["shown", "agreed"]),
        TypedTexts(table: "project_expense", columns: ["purpose"]),
        TypedTexts(table: "event", columns: ["name", "place", "note"]),
        TypedTexts(table: "event_guest", columns: ["note"]),
        TypedTexts(table: "talk", columns: ["topic"]),
        TypedTexts(table: "expected_change", columns: ["text", "source"]),
    ]

    static func compose(_ db: Database) throws {
        let composed = DatabaseFunction("composed", argumentCount: 1, pure: true) { values in
            String.fromDatabaseValue(values[0]).map(Domain.composed)
        }
        db.add(function: composed)
        defer { db.remove(function: composed) }
        guard let owner = try Int64.fetchOne(db, sql: "SELECT min(id) FROM user") else { return }
        let last = try Int64.fetchOne(db, sql: "SELECT max(at) FROM change") ?? 0
        var act = Act(owner: owner, at: max(Moment.current().milliseconds, last + 1), end: try history.end(db))
        for texts in all {
            let isOther = texts.columns.map { "\($0) GLOB '*[^ -~]*' AND composed(\($0)) <> \($0)" }.joined(
                separator: " OR ")
            for id in try Int64.fetchAll(db, sql: "SELECT id FROM \(texts.table) WHERE \(isOther) ORDER BY id") {
                try act.compose(id, of: texts, db)
            }
        }
        try db.execute(sql: "UPDATE import SET file = composed(file), map = composed(map)")
        try act.tellLog(db)
    }

    private static let history = Chain(
        table: "change",
        columns: [
            "id", "at", "user_id", "act", "subject", "record_id", "title", "client_id", "person_id", "fields",
            "import_id",
            "for_user_id",
        ])
    private static let log = Chain(
        table: "log", columns: ["id", "at", "user_id", "name", "act", "subject", "record_id", "title", "address"])

    /// The act in history: its moment, the last line of history, and what the act did.
    private struct Act {
        let owner: Int64
        let at: Int64
        var end: Chain.End
        var count = 0
        var numbered: [String] = []

        mutating func compose(_ id: Int64, of texts: TypedTexts, _ db: Database) throws {
            let names = texts.columns.joined(separator: ", ")
            guard
                let row = try Row.fetchOne(db, sql: "SELECT \(names) FROM \(texts.table) WHERE id = ?", arguments: [id])
            else { return }
            var sets = ["version = version + 1"]
            var values: StatementArguments = []
            var fields: [String] = []
            for (column, value) in row {
                guard let before = String.fromDatabaseValue(value) else { continue }
                var after = typed(before)
                guard !after.utf8.elementsEqual(before.utf8) else { continue }
                if after.isEmpty { after = "?" }
                if column == texts.unique { after = try free(after, id, texts, db) }
                sets.append("\(column) = ?")
                values += [after]
                if column == "name", texts.hasSortName {
                    sets.append("sort_name = ?")
                    values += [sortingName(after)]
                }
                fields.append("\"\(column)\":[\(HistoryValue.quoted(before)),\(HistoryValue.quoted(after))]")
            }
            values += [id]
            try db.execute(
                sql: "UPDATE \(texts.table) SET \(sets.joined(separator: ", ")) WHERE id = ?", arguments: values)
            try tell(id, of: texts, "{\(fields.joined(separator: ","))}", db)
            count += 1
        }

        /// The text, with a number appended if another record has the same.
        private mutating func free(_ text: String, _ id: Int64, _ texts: TypedTexts, _ db: Database) throws -> String {
            var (free, number) = (text, 1)
            while let column = texts.unique,
                try Bool.fetchOne(
                    db,
                    sql:
                        "SELECT EXISTS (SELECT 1 FROM \(texts.table) WHERE \(column) = :text AND id <> :id AND \(texts.among))",
                    arguments: ["text": free, "id": id]) == true
            {
                number += 1
                free = "\(text) (\(number))"
            }
            if number > 1 { numbered.append("\(texts.table) \(id): \(free)") }
            return free
        }

        /// Adds a line to history. The title, client and person are those of the record's previous line.
        private mutating func tell(_ id: Int64, of texts: TypedTexts, _ fields: String, _ db: Database) throws {
            let before = try Row.fetchOne(
                db,
                sql: """
                    SELECT title, client_id, person_id FROM change WHERE subject = ? AND record_id = ? ORDER BY id DESC LIMIT 1
                    """, arguments: [texts.table, id])
            let name = try String.fetchOne(
                db,
                sql: "SELECT coalesce(\(texts.columns.joined(separator: ", ")), '') FROM \(texts.table) WHERE id = ?",
                arguments: [id])
            let line: RecordColumns = [
                "at": at, "user_id": owner, "act": "changed", "subject": texts.table, "record_id": id,
                "title": Domain.composed(before?["title"] ?? name ?? ""),
                "client_id": before?["client_id"] as Int64?, "person_id": before?["person_id"] as Int64?,
                "fields": fields,
                "import_id": nil as Int64?, "for_user_id": nil as Int64?,
            ]
            end = history.next(line, after: end)
            try Schema7Texts.add(line, end, to: "change", db)
        }

        func tellLog(_ db: Database) throws {
            guard count > 0 else { return }
            let told =
                "\(count) records"
                + (numbered.isEmpty ? "" : "; another has the same: \(numbered.joined(separator: ", "))")
            let line: RecordColumns = [
                "at": at, "user_id": nil as Int64?, "name": nil as String?, "act": "composed",
                "subject": nil as String?,
                "record_id": nil as Int64?, "title": told, "address": nil as String?,
            ]
            try Schema7Texts.add(line, log.next(line, after: log.end(db)), to: "log", db)
        }
    }

    private static func add(_ line: RecordColumns, _ end: Chain.End, to table: String, _ db: Database) throws {
        let names = ["id", "hash"] + line.all.map(\.key)
        let values: [DatabaseValue] = [end.id.databaseValue, Data(end.hash).databaseValue] + line.all.map(\.value)
        try db.execute(
            sql:
                "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))",
            arguments: StatementArguments(values))
    }
}
