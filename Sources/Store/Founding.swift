import Domain
import Foundation

extension Desk {
    /// Opens a desk and sets it up if the file holds none yet. The owner becomes the first user. If `owner` is nil, the desk has no users
    /// until `makeOwner` is called. `keyOf` is the path where the desk will lie, next to its key; nil if it already lies there.
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

    /// Makes the first user. Throws `notAllowed` if there is already a user.
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
    /// Opens an existing desk and moves it to the present day, which no daemon may have done. Throws if the file is missing, instead of
    /// making a new desk.
    package static func openExisting(path: String, at moment: Moment = .current()) throws -> Desk {
        guard FileManager.default.fileExists(atPath: path) else { throw DeskError.missing(path) }
        let desk = try Desk(path: path)
        if try !desk.hasNobody() { try desk.tick(on: moment.day(in: desk.timeZone())) }
        return desk
    }

    /// Moves a desk that no program has served today to the day, so that what is read shows today's debts and risks. A desk that cannot be
    /// written, or that is served, stays as it is.
    package static func bringForward(_ path: String, to today: (_ zone: String) -> Day) throws {
        let (zone, day) = try read(at: path) { read in
            (read.frame.desk.timeZone, try read.first("SELECT day FROM clock", []) { $0.day(0) })
        }
        guard let day, day < today(zone), let desk = try? Desk(path: path) else { return }
        try? desk.tick(on: today(zone))
        try desk.close()
    }
}

extension Moment {
    /// When a day begins by the clock of a zone; by UTC if the zone is unknown.
    static func start(of day: Day, in zone: String) -> Moment {
        let midnight = Int64(day.number) * 86_400_000
        let zone = TimeZone(identifier: zone) ?? .gmt
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(midnight) / 1000))
        return Moment(milliseconds: midnight - Int64(offset) * 1000)
    }

    /// The day by the calendar of a zone; by UTC if the zone is unknown.
    package func day(in zone: String) -> Day {
        let zone = TimeZone(identifier: zone) ?? .gmt
        let offset = Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(milliseconds) / 1000)))
        return Day(number: Int(Moment.floored(milliseconds + offset * 1000, by: 86_400_000).quotient))
    }
}
