import Domain
import GRDB
import Testing

@testable import Store

/// What the kinds of record say of themselves, held against the schema.
@Suite struct RecordKindTests {
    struct Table {
        var columns: Set<String>
        /// The column that refers, and the table to which it does.
        var references: [String: String]
        var sql: String
    }

    /// The tables of a new desk whose rows have a version.
    static func tables() throws -> [String: Table] {
        let temporary = try TemporaryDesk()
        return try temporary.desk.read { read in
            let names = try String.fetchAll(
                read.db,
                sql: """
                    SELECT name FROM sqlite_schema s WHERE type = 'table'
                      AND EXISTS (SELECT 1 FROM pragma_table_xinfo(s.name) c WHERE c.name = 'version')
                    """)
            let tables = try names.map { name in
                let references = try Row.fetchAll(
                    read.db, sql: "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)", arguments: [name])
                return (
                    name,
                    Table(
                        columns: Set(
                            try String.fetchAll(
                                read.db, sql: "SELECT name FROM pragma_table_xinfo(?)", arguments: [name])),
                        references: Dictionary(uniqueKeysWithValues: references.map { ($0[0], $0[1]) }),
                        sql: try String.fetchOne(
                            read.db, sql: "SELECT sql FROM sqlite_schema WHERE name = ?", arguments: [name])!)
                )
            }
            return Dictionary(uniqueKeysWithValues: tables)
        }
    }

    @Test func `every table whose rows have a version has a kind of record`() throws {
        #expect(try Set(RecordKindTests.tables().keys) == Set(Change.Subject.allCases.map(\.rawValue)))
    }

    @Test func `every column is described by its kind, and nothing else is`() throws {
        for (name, table) in try RecordKindTests.tables() {
            let fields = Change.Subject(rawValue: name)!.kind.fields.filter {
                if case .beside = $0.sort { false } else { true }
            }.map(\.column)
            #expect(Set(fields + ["id", "version"]) == table.columns, "\(name)")
            #expect(Set(fields).count == fields.count, "\(name)")
        }
    }

    @Test func `every foreign key is described by its kind, with what happens on deletion`() throws {
        for (name, table) in try RecordKindTests.tables() {
            let kind = Change.Subject(rawValue: name)!.kind
            let said = kind.fields.compactMap { field in
                kind.reference(field.column).map { (field.column, $0.rawValue) }
            }
            #expect(Dictionary(uniqueKeysWithValues: said) == table.references, "\(name)")
        }
    }

    @Test func `every field has the type of its column`() throws {
        for (name, table) in try RecordKindTests.tables() {
            for field in Change.Subject(rawValue: name)!.kind.fields {
                let isDay = table.sql.contains("\(field.column) IS date(\(field.column))")
                let isFlag = table.sql.contains("CHECK (\(field.column) IN (0, 1))")
                switch field.sort {
                case .day: #expect(isDay, "\(name).\(field.column)")
                case .flag: #expect(isFlag, "\(name).\(field.column)")
                case .untold: break
                case .word(let words), .former(let words):
                    let list = try #require(table.sql.firstRange(of: "\(field.column) IN")).upperBound
                    let allowed = table.sql[list...].prefix { $0 != ")" }.split(separator: "'").filter {
                        $0.first?.isLetter == true
                    }
                    let known = RecordKindTests.words(words)
                    #expect(Set(allowed.map(String.init)) == known, "\(name).\(field.column)")
                default: #expect(!isDay && !isFlag, "\(name).\(field.column)")
                }
            }
        }
    }

    private static func words<Words: Wording>(_ words: Words.Type) -> Set<String> {
        Set(words.allCases.map(\.rawValue))
    }

    @Test func `history lists each record under the name and the owner that its kind says`() throws {
        let people = try FillingTests.filled(clients: 4)
        var trade = try Trade(seed: 7)
        try trade.desk.write { write in
            let (client, day, worth) = (Client.ID(1), TemporaryDesk.today - 9, trade.worth())
            let line = OrderLineDraft(product: Product.ID(1), worth: worth)
            let order = try write.addOrder(
                OrderDraft(number: "7", client: client, day: day, shippedOn: day, status: .shipped), lines: [line])
            let sold = try write.read.rows("SELECT id FROM order_line") { OrderLine.ID($0[0]) }
            try write.addReturn(GoodsReturnDraft(day: day, worth: worth, reason: "broken"), of: sold[0])
            let invoice = try write.addInvoice(
                InvoiceDraft(number: "8", order: order, day: day, due: day, amount: Money(500), isDisputed: false),
                of: client)
            try write.addPayment(PaymentDraft(number: "9", day: day, amount: Money(700)), of: client, for: invoice)
            try write.prepareBrief(BriefDraft(Entries(["aim": "More"])), of: client, from: 0)
            try TenderRecords.write(write, client)
            try write.addPeriods(of: 2031)
            let period = try #require(try write.read.periods(of: 2031).first?.id)
            try write.setTargets([TypedCell(.client(client), period, 5)], PlanMeasure(.income), year: 2031)
            try write.addTenderTemplate(TenderTemplateDraft(kind: .question, text: "Does it pay?"))
            try write.addLawRule(LawRuleDraft(name: "share", law: "44-FZ", value: "25 %", from: write.today))
            try write.addColleague(UserDraft(name: "Deputy", role: .kam, department: "North"))
            try write.orderAbsence(
                AbsenceDraft(
                    number: "5", user: User.ID(2), deputy: User.ID(3), from: TemporaryDesk.today,
                    to: TemporaryDesk.today))
        }
        var seen: Set<Change.Subject> = []
        for desk in [people.desk, trade.desk.desk] {
            try desk.read { read in
                for subject in Change.Subject.allCases { if try compare(subject, read) { seen.insert(subject) } }
            }
        }
        #expect(Set(Change.Subject.allCases).subtracting(seen) == [.desk])
    }

    /// Records that were written once only, as their line of history tells of them; false where there is none.
    private func compare(_ subject: Change.Subject, _ read: ReadTransaction) throws -> Bool {
        let lines = try read.rows(
            """
            SELECT record_id, title, client_id, person_id FROM change c WHERE subject = ? AND act = 'created'
              AND NOT EXISTS (SELECT 1 FROM change d WHERE d.subject = c.subject AND d.record_id = c.record_id AND d.id > c.id)
            LIMIT 50
            """, [subject.rawValue]
        ) { ($0[0] as Int64, $0[1] as String, $0[2] as Int64?, $0[3] as Int64?) }
        for (id, title, client, person) in lines {
            let stored = try read.stored(subject, id)
            #expect(stored.title == title, "\(subject) \(id)")
            #expect((subject == .client ? id : stored.client?.number) == client, "\(subject) \(id)")
            // Who took part in an interaction stands beside it.
            if subject != .interaction {
                #expect((subject == .person ? id : stored.person?.number) == person, "\(subject) \(id)")
            }
        }
        return !lines.isEmpty
    }
}
