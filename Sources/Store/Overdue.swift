/// The SQL conditions for what is overdue. A promise or a debt is overdue from the day after its due day. A debt is late if it has been
/// overdue for more than `Risk.lateDays` days.
enum Overdue {
    /// True for a row of `matter` that is overdue on a day.
    static func matter(on day: String) -> String { "done_day IS NULL AND due_day < \(day)" }

    /// True for a row of `invoice` with undisputed debt that was due before a day.
    static func debt(before day: String) -> String { "paid < amount AND is_disputed = 0 AND due_day < \(day)" }
}
