import Domain

/// What a feature brings to the first page of the day.
struct TodaySource: Sendable {
    /// What lies ahead within some days.
    var ahead: @Sendable (ReadTransaction, _ first: Day, _ last: Day) throws -> [Occasion] = { _, _, _ in [] }
    /// What has not moved for long.
    var standstills: @Sendable (ReadTransaction, _ today: Day) throws -> [Standstill] = { _, _ in [] }

    /// In the order in which the page shows them.
    static let all: [TodaySource] = [.projects, .people, .events]
}
