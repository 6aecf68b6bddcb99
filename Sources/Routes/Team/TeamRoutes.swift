import Domain
import HTTP

package enum TeamAction: Sendable, Equatable {
    case changeSettings
    case addColleague
    case changeColleague(User.ID)
    /// All clients of a colleague go to another.
    case handOverAll(User.ID)
    /// The viewer reads the desk in another language.
    case speak

    var address: Address {
        switch self {
        case .changeSettings: Address("/settings")
        case .addColleague: Address("/colleagues")
        case .changeColleague(let id): Address("/colleagues/\(id.number)")
        case .handOverAll(let id): Address("/colleagues/\(id.number)/handover")
        case .speak: Address("/language")
        }
    }

    static let entries: [Entry] = [
        .act("/settings", .administrator) { _ in .team(.changeSettings) },
        .act("/colleagues", .administrator) { _ in .team(.addColleague) },
        .act("/colleagues/ID", .administrator) { $0.id().map { .team(.changeColleague($0)) } },
        .act("/colleagues/ID/handover", .administrator) { $0.id().map { .team(.handOverAll($0)) } },
        .act("/language", .reader) { _ in .team(.speak) },
    ]
}
