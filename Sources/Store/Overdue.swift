/// What is overdue, in SQL. A promise and a debt are overdue from the day after their due day. A debt is late when it has been overdue for more
/// than `Risk.lateDays`.
enum Overdue {
    /// Is a row of `matter` overdue on a day?
    static func matter(on day: String) -> String { "done_day IS NULL AND due_day < \(day)" }

    /// Does a row of `invoice` hold undisputed debt that was due before a day?
    static func debt(before day: String) -> String { "paid < amount AND is_disputed = 0 AND due_day < \(day)" }
}
