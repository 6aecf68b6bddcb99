/// A place in a list sorted by day, latest first: the last row of a page, after which the next page begins.
package struct DayPlace: Sendable, Equatable, Hashable, Encodable {
    package var day: Day
    package var id: Int64

    package init(day: Day, id: Int64) {
        self.day = day
        self.id = id
    }
}
