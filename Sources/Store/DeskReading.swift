import Domain
import GRDB

// How a desk is read: in one transaction, on connections that show everything or on connections limited to what the viewer may see.

extension Desk {
    /// Reads what a viewer may see, in one transaction. `day` returns the present day in a time zone; it is needed because rights begin and
    /// end on days. Throws `needsLogin` if the caller is not signed in.
    package func read<T>(
        as caller: Caller = .program, on day: (String) -> Day = { Moment.current().day(in: $0) },
        _ body: (ReadTransaction) throws -> T
    ) throws -> T {
        // Only the page's own transaction shows whether the viewer sees everything. This rarely changes, so the first try uses the last
        // result.
        var isCut = isCutFor.withLock { logins in caller.login.map(logins.contains) ?? false }
        while true {
            if let result = try isCut ? readCut(as: caller, on: day, body) : readWhole(as: caller, body) {
                return result
            }
            isCut.toggle()
            if let login = caller.login { remember(login, isCut: isCut) }
        }
    }

    private func remember(_ login: [UInt8], isCut: Bool) {
        isCutFor.withLock { logins in
            if logins.count > 10_000 { logins = [] }
            if isCut { logins.insert(login) } else { logins.remove(login) }
        }
    }

    /// Returns nil if something is hidden from the caller.
    private func readWhole<T>(as caller: Caller, _ body: (ReadTransaction) throws -> T) throws -> T? {
        try inOneTransaction(pool) { reading in
            let (frame, n) = try ReadTransaction.frameAndSight(reading, for: caller)
            guard caller.seesEverything(as: frame.viewer) else { return nil }
            var reading = reading
            reading.witness = Witness(try seenByAll.confidential(n, reading))
            return try body(ReadTransaction(reading: reading, frame: frame, seen: nil, kept: kept))
        }
    }

    /// Returns nil if nothing is hidden from the caller.
    private func readCut<T>(as caller: Caller, on day: (String) -> Day, _ body: (ReadTransaction) throws -> T) throws
        -> T?
    {
        try inOneTransaction(cut) { reading in
            let (frame, n) = try ReadTransaction.frameAndSight(reading, for: caller)
            let today = day(frame.desk.timeZone)
            guard let seen = try seenByAll.seen(by: caller, frame.viewer, on: today, n, reading) else { return nil }
            seenByAll.cut(reading.db, to: seen)
            var reading = reading
            reading.witness = Witness(seen.confidential)
            return try body(ReadTransaction(reading: reading, frame: frame, seen: seen, kept: kept))
        }
    }

    /// The library's own transaction would compile BEGIN and COMMIT again for every page.
    private func inOneTransaction<T>(_ pool: DatabasePool, _ body: (Reading) throws -> T) throws -> T {
        if let halted, case .gone = halted { throw halted }
        return try told {
            try pool.unsafeRead { db in
                try Walk.run(db, "BEGIN")
                let result = Result { try body(Reading(db: db)) }
                try Walk.endReading(db, of: result)
                try DamagedValue.throwIfAny(on: db)
                return try result.get()
            }
        }
    }

    /// Reads without the limits of any viewer, such as who may sign in. Only for this module, which returns no more than was requested.
    func reading<T>(_ body: (Reading) throws -> T) throws -> T { try inOneTransaction(pool, body) }
}
