import Domain

/// What a feature adds to the first page of the day.
struct TodaySource: Sendable {
    /// Occasions within the given days.
    var ahead: @Sendable (ReadTransaction, _ first: Day, _ last: Day) throws -> [Occasion] = { _, _, _ in [] }
    /// What has not moved for a long time.
    var standstills: @Sendable (ReadTransaction, _ today: Day) throws -> [Standstill] = { _, _ in [] }

    /// In the order of the page.
    static let all: [TodaySource] = [.projects, .people, .events, .strategy]
}
