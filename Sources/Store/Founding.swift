import Domain
import Foundation

extension Desk {
    /// Opens a desk, and makes one where the file holds none yet: with its owner as the first user.
    package static func openOrMake(path: String, owner: String, language: String, at moment: Moment = Moment.current())
        throws -> Desk
    {
        let desk = try Desk(path: path)
        guard try !desk.isMade() else { return desk }
        let zone = TimeZone.current.identifier
        let isRussian = language.hasPrefix("ru")
        try desk.write(at: moment, on: moment.day(in: zone)) { write in
            try write.make(
                DeskSettings(name: "kamdesk", currency: isRussian ? "RUB" : "EUR", timeZone: zone, version: 1),
                owner: UserDraft(name: owner, role: .administrator), tongue: isRussian ? .russian : .english)
        }
        return desk
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
    /// The machine's time.
    package static func current() -> Moment { Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }

    /// When a day begins on the clock of a zone; of UTC where the zone is not known.
    static func start(of day: Day, in zone: String) -> Moment {
        let midnight = Int64(day.number) * 86_400_000
        let zone = TimeZone(identifier: zone) ?? .gmt
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(midnight) / 1000))
        return Moment(milliseconds: midnight - Int64(offset) * 1000)
    }

    /// The day on the calendar of a zone; UTC's where the zone is not known.
    func day(in zone: String) -> Day {
        let zone = TimeZone(identifier: zone) ?? .gmt
        let offset = Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(milliseconds) / 1000)))
        return Day(number: Int(Moment.floored(milliseconds + offset * 1000, by: 86_400_000).quotient))
    }
}
