import Domain
import GRDB

// How a desk is written: one act after another, by its only writer.

extension Desk {
    /// Performs an act in one transaction: everything is written with its history, or nothing. A step of a longer act passes `settling:
    /// false`, and the pace of clients is updated after the last step. Throws `notFound` if the act would touch something that the caller
    /// may not see, and `DiskFault` if the disk fails.
    package func write<T>(
        as caller: Caller = .program, at moment: Moment, on today: Day, settling: Bool = true,
        _ body: (WriteTransaction) throws -> T
    )
        throws -> T
    {
        defer { commits.increment() }
        let (result, ends) = try writing { db in
            let reading = Reading(db: db)
            let frame = try ReadTransaction.frame(reading, for: caller)
            let read = ReadTransaction(reading: reading, frame: frame, seen: nil, kept: kept)
            // Two acts in a row never have the same moment. History uses the moment to tell which changes belong together.
            let last = try read.first("SELECT at FROM change ORDER BY id DESC LIMIT 1") {
                Moment(milliseconds: $0[0])
            }
            let transaction = WriteTransaction(
                read: read, sight: try Sight.of(caller, frame.viewer, on: today, reading), isHeld: !caller.isProgram,
                moment: last == moment ? Moment(milliseconds: moment.milliseconds + 1) : moment,
                today: today, touched: TouchedClients())
            let result = try body(transaction)
            if settling { try transaction.settlePace() }
            return (result, try ChainEnds(db))
        }
        heads?.keep(ends)
        return result
    }

    /// Lends the writer's connection in a transaction that changes no page, so it does not raise `generation`.
    func withWriterUncounted<T>(_ body: (Database) throws -> T) throws -> T { try writing(body) }

    /// Writes everything to the file in its place, or throws an error.
    private func writing<T>(_ body: (Database) throws -> T) throws -> T {
        try onWriter { db in
            var result: T?
            try db.inTransaction(.immediate) {
                result = try body(db)
                try DamagedValue.throwIfAny(on: db)
                return .commit
            }
            return result!
        }
    }

    /// Lends the writer's connection without a transaction. For work that is not an act but makes a desk, such as filling it.
    func withWriter<T>(_ body: (Database) throws -> T) throws -> T {
        defer { commits.increment() }
        return try onWriter { db in
            let result = try body(db)
            heads?.keep(try ChainEnds(db))
            return result
        }
    }

    private func onWriter<T>(_ body: (Database) throws -> T) throws -> T {
        if let halted { throw halted }
        return try told {
            try pool.writeWithoutTransaction { db in
                try watch.requireUntouched(db)
                let result = Result { try body(db) }
                try watch.requireInPlace()
                watch.remember(db)
                return try result.get()
            }
        }
    }
}
