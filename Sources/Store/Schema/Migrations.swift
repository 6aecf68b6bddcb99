import GRDB

/// The versions of the schema, in order. A version uses SQL strings only, and never changes once it is merged.
enum Migrations {
    static let migrator: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { try $0.execute(sql: Schema1.sql) }
        migrator.registerMigration("2") { try $0.execute(sql: Schema2.sql) }
        migrator.registerMigration("3") { try $0.execute(sql: Schema3.sql) }
        migrator.registerMigration("4") { db in
            try db.execute(sql: Schema4.sql + Schema4Chain.sql)
            try Schema4Chain.link(db)
        }
        migrator.registerMigration("5") { try $0.execute(sql: Schema5.sql) }
        migrator.registerMigration("6") { try $0.execute(sql: Schema6.sql) }
        migrator.registerMigration("7") {
            try $0.execute(sql: Schema7.sql)
            try Schema7Texts.compose($0)
        }
        migrator.registerMigration("8") { try Schema8.change($0) }
        migrator.registerMigration("9") { try $0.execute(sql: Schema9.sql) }
        migrator.registerMigration("10") { try $0.execute(sql: Schema10.sql) }
        migrator.registerMigration("11") { try Schema11.change($0) }
        migrator.registerMigration("12") { try $0.execute(sql: Schema12.sql) }
        migrator.registerMigration("13") { try $0.execute(sql: Schema13.sql) }
        migrator.registerMigration("14") { try $0.execute(sql: Schema14.sql) }
        return migrator
    }()

    /// The version of the schema that this program reads and writes.
    package static let version = migrator.migrations.count

    /// "kamd" in ASCII. It marks an SQLite file as a desk.
    static let applicationID = 0x6B61_6D64
}
