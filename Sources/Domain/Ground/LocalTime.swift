/// A moment on the desk's clock.
package struct LocalTime: Sendable, Equatable {
    package var day: Day
    /// 0 to 23.
    package var hour: Int
    package var minute: Int

    package init(day: Day, hour: Int, minute: Int) {
        self.day = day
        self.hour = hour
        self.minute = minute
    }
}
