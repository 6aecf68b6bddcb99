import Domain
import Foundation

extension Desk {
    /// Opens a desk, and makes one where the file holds none yet. Its owner becomes the first user; without one nobody is on it, and
    /// `makeOwner` is the way in. `keyOf` is where the desk will lie, beside its key; nil: where it is.
    package static func openOrMake(
        path: String, owner: String?, language: String, keyOf key: String? = nil, at moment: Moment = Moment.current()
    ) throws -> Desk {
        let desk = try Desk(path: path, isOfCopy: false, keyOf: key)
        guard try !desk.isMade() else { return desk }
        let zone = TimeZone.current.identifier
        let isRussian = language.hasPrefix("ru")
        try desk.withWriter { db in
            try Reading(db: db).execute(
                """
                INSERT INTO desk (id, name, currency, time_zone, series, key_mark, is_open)
                VALUES (1, 'kamdesk', ?, ?, lower(hex(randomblob(4))), key_mark(), ?)
                """, [isRussian ? "RUB" : "EUR", zone, owner == nil ? 0 : 1])
        }
        if let owner { try desk.makeOwner(.owner(owner), tongue: isRussian ? .russian : .english) }
        return desk
    }

    /// Makes the first user. Throws `notAllowed` where there is one already.
    package func makeOwner(_ draft: UserDraft, tongue: Tongue) throws {
        try withWriter { db in
            try db.inTransaction {
                let reading = Reading(db: db)
                let isFirst = try reading.first("SELECT NOT EXISTS (SELECT 1 FROM user)") { $0[0] as Bool }
                guard isFirst == true else { throw Refusal.notAllowed }
                try reading.execute(
                    "INSERT INTO user (id, name, role, administers, tongue) VALUES (?, ?, ?, ?, ?)",
                    [
                        Desk.owner.number, draft.name, draft.role.rawValue, draft.administers ? 1 : 0, tongue.rawValue,
                    ])
                return .commit
            }
        }
    }
}

extension Desk {
    /// Opens a desk that is there; a missing file is an error and not a new desk.
    package static func openExisting(path: String) throws -> Desk {
        guard FileManager.default.fileExists(atPath: path) else { throw DeskError.missing(path) }
        return try Desk(path: path)
    }
}

extension Moment {
    /// When a day begins on the clock of a zone; of UTC where the zone is not known.
    static func start(of day: Day, in zone: String) -> Moment {
        let midnight = Int64(day.number) * 86_400_000
        let zone = TimeZone(identifier: zone) ?? .gmt
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(midnight) / 1000))
        return Moment(milliseconds: midnight - Int64(offset) * 1000)
    }

    /// The day on the calendar of a zone; UTC's where the zone is not known.
    package func day(in zone: String) -> Day {
        let zone = TimeZone(identifier: zone) ?? .gmt
        let offset = Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(milliseconds) / 1000)))
        return Day(number: Int(Moment.floored(milliseconds + offset * 1000, by: 86_400_000).quotient))
    }
}
