import GRDB

/// How every connection to a desk is set up.
enum Connection {
    /// Readers that may be at work at once: at least the HTTP threads and the workers.
    static let readers = 12

    /// One that is cut shows each viewer what is theirs to see (`CutViews`).
    static func configuration(readonly: Bool = false, isCut: Bool = false) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readonly
        configuration.maximumReaderCount = readers
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            db.add(tokenizer: StemTokenizer.self)
            try db.execute(
                sql: """
                    PRAGMA foreign_keys = ON;
                    PRAGMA recursive_triggers = ON;
                    PRAGMA cache_size = -16000;
                    PRAGMA temp_store = MEMORY;
                    PRAGMA secure_delete = ON;
                    """)
            if isCut { try db.execute(sql: CutViews.sql) }
        }
        return configuration
    }
}
