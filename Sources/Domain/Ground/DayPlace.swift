/// A place in a list ordered by day, the latest first: the last row of one page, from where the next goes on.
package struct DayPlace: Sendable, Equatable, Hashable, Encodable {
    package var day: Day
    package var id: Int64

    package init(day: Day, id: Int64) {
        self.day = day
        self.id = id
    }
}
