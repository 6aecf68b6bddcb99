import Foundation

/// A time zone as a notice writes it: an IANA name, an offset such as "+03:00" or "UTC+3", or the hours ahead of Moscow, "MSK+4" or "МСК+4".
package struct PublishedZone: Sendable, Equatable {
    /// The text as published.
    package let text: String
    private let zone: TimeZone

    /// Returns nil if the text names no zone.
    package init?(_ text: String) {
        guard text.utf8.count <= 64, let zone = PublishedZone.named(text) ?? PublishedZone.fixed(text) else {
            return nil
        }
        (self.text, self.zone) = (text, zone)
    }

    private static let known = Set(TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") })

    private static func named(_ text: String) -> TimeZone? {
        guard known.contains(text) else { return nil }
        return TimeZone(identifier: text)
    }

    /// Moscow has kept the same offset since 26 October 2014.
    private static let moscow = 3 * 60

    private static func fixed(_ text: String) -> TimeZone? {
        var rest = text.uppercased()[...]
        var base = 0
        if let prefix = ["UTC", "GMT"].first(where: { rest.hasPrefix($0) }) {
            rest = rest.dropFirst(prefix.count)
        } else if let prefix = ["MSK", "МСК"].first(where: { rest.hasPrefix($0) }) {
            rest = rest.dropFirst(prefix.count)
            base = moscow
        } else if rest.isEmpty || !"+-−".contains(rest.first!) {
            return nil
        }
        guard let minutes = rest.isEmpty ? 0 : offset(rest) else { return nil }
        let all = base + minutes
        return abs(all) <= 14 * 60 ? TimeZone(secondsFromGMT: all * 60) : nil
    }

    /// The minutes of "+3", "-03:30" or "+0300".
    private static func offset(_ text: Substring) -> Int? {
        guard let sign = text.first, "+-−".contains(sign) else { return nil }
        let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 1 || parts.count == 2 && parts[1].count == 2 else { return nil }
        let digits = parts.joined()
        guard digits.count <= 4, !digits.isEmpty, digits.allSatisfy({ ("0"..."9").contains($0) }),
            let number = Int(digits)
        else { return nil }
        let (hours, minutes) = digits.count <= 2 ? (number, 0) : (number / 100, number % 100)
        guard hours <= 14, minutes < 60 else { return nil }
        return (sign == "+" ? 1 : -1) * (hours * 60 + minutes)
    }

    /// How many hours the clocks of a Russian zone are ahead of Moscow's on a day; nil for zones elsewhere.
    package func hoursAheadOfMoscow(on day: Day) -> Int? {
        guard PublishedZone.russian.contains(zone.identifier) else { return nil }
        let noon = Date(timeIntervalSince1970: Double(day.number * 86_400 + 43_200))
        return zone.secondsFromGMT(for: noon) / 3600 - PublishedZone.moscow / 60
    }

    /// The zones of Russia that differ by their cities.
    private static let russian: Set<String> = Set(
        ["Kaliningrad", "Moscow", "Kirov", "Volgograd", "Samara", "Saratov", "Astrakhan", "Ulyanovsk"].map {
            "Europe/" + $0
        }
            + [
                "Yekaterinburg", "Omsk", "Novosibirsk", "Barnaul", "Tomsk", "Novokuznetsk", "Krasnoyarsk", "Irkutsk",
                "Chita", "Yakutsk", "Khandyga", "Vladivostok", "Ust-Nera", "Magadan", "Sakhalin", "Srednekolymsk",
                "Kamchatka", "Anadyr",
            ].map { "Asia/" + $0 })

    /// When a clock in the zone shows this time. Returns nil if it never does, because the clocks go forward over it. Where it does so twice,
    /// because they go back, the earlier one counts: who is in time for that is in time.
    package func moment(of day: Day, _ time: TimeOfDay) -> Moment? {
        let local = Int64(day.number) * 86_400 + Int64(time.minutes) * 60
        func offset(at seconds: Int64) -> Int64 {
            Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
        }
        // No zone changes its clocks twice within two days.
        let offsets = [offset(at: local - 86_400), offset(at: local + 86_400)]
        let fitting = offsets.map { local - $0 }.filter { offset(at: $0) == local - $0 }
        return fitting.min().map { Moment(milliseconds: $0 * 1000) }
    }

    /// What a clock in the zone shows at a moment.
    package func local(_ moment: Moment) -> LocalTime {
        let seconds = Moment.floored(moment.milliseconds, by: 1000).quotient
        let shifted = seconds + Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
        let (days, rest) = Moment.floored(shifted, by: 86_400)
        return LocalTime(day: Day(number: Int(days)), hour: Int(rest / 3600), minute: Int(rest / 60 % 60))
    }
}

extension TimeOfDay {
    /// Reads a time as notices publish it: with or without seconds, or "24:00" as the last minute of the day. Returns nil for anything else.
    package init?(published text: some StringProtocol) {
        let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3 && TimeOfDay.number(parts[2], ofDigits: 2...2) != nil,
            let hour = TimeOfDay.number(parts[0], ofDigits: 1...2), hour <= 24,
            let minute = TimeOfDay.number(parts[1], ofDigits: 2...2), minute < (hour == 24 ? 1 : 60)
        else { return nil }
        self.init(minutes: min(hour * 60 + minute, 1439))
    }
}

/// A moment as a notice publishes it: a day, a time and the zone whose clock shows them.
package struct PublishedMoment: Sendable, Equatable {
    package var day: Day
    package var time: TimeOfDay
    package var zone: PublishedZone

    /// Returns nil if the zone's clock never shows that time on that day.
    package init?(_ day: Day, _ time: TimeOfDay, _ zone: PublishedZone) {
        guard let moment = zone.moment(of: day, time) else { return nil }
        (self.day, self.time, self.zone, self.moment) = (day, time, zone, moment)
    }

    package let moment: Moment

    /// True if the day lies more than two years ahead, which is more often a typing error than a deadline.
    package static func isFar(_ day: Day, from today: Day) -> Bool {
        day > (Day(year: today.year + 2, month: today.month, day: today.dayOfMonth) ?? today + 730)
    }
}
