import Domain
import HTTP

/// What one of us judged or knows of a person. The raw value is the word in the address.
package enum ProfileKind: String, Sendable, CaseIterable {
    case ties, assessments, ladder, facts
}

package enum ProfileRecord: Sendable, Equatable {
    case tie(Tie.ID)
    case assessment(Assessment.ID)
    case ladder(LadderMove.ID)
    case fact(Fact.ID)

    var reference: RecordReference {
        switch self {
        case .tie(let id): RecordReference(.tie, id)
        case .assessment(let id): RecordReference(.assessment, id)
        case .ladder(let id): RecordReference(.ladderMove, id)
        case .fact(let id): RecordReference(.fact, id)
        }
    }

    fileprivate init?(_ kind: ProfileKind, _ captures: Captures) {
        let made: ProfileRecord? =
            switch kind {
            case .ties: captures.id().map { .tie($0) }
            case .assessments: captures.id().map { .assessment($0) }
            case .ladder: captures.id().map { .ladder($0) }
            case .facts: captures.id().map { .fact($0) }
            }
        guard let made else { return nil }
        self = made
    }

    fileprivate var path: String {
        switch self {
        case .tie(let id): "/ties/\(id.number)"
        case .assessment(let id): "/assessments/\(id.number)"
        case .ladder(let id): "/ladder/\(id.number)"
        case .fact(let id): "/facts/\(id.number)"
        }
    }
}

package enum ProfileRoute: SectionRoute, Equatable {
    /// `other` is the person at the other end of a new tie, if it was drawn on the map. `at` is the client at which the person is judged.
    case new(Person.ID, ProfileKind, other: Person.ID? = nil, at: Client.ID? = nil)
    case edit(ProfileRecord)
    case delete(ProfileRecord)
    case merge(Person.ID)

    package var address: Address {
        switch self {
        case .new(let id, let kind, let other, let client):
            Address(
                "/people/\(id.number)/\(kind.rawValue)/new",
                [("other", other.map { String($0.number) }), ("at", client.map { String($0.number) })])
        case .edit(let record): Address(record.path + "/edit")
        case .delete(let record): Address(record.path + "/delete")
        case .merge(let id): Address("/people/\(id.number)/merge")
        }
    }

    package var section: Section? { .people }

    package var record: RecordReference? {
        switch self {
        case .new(let id, _, _, _), .merge(let id): RecordReference(.person, id)
        case .edit(let record), .delete(let record): record.reference
        }
    }

    static let entries: [Entry] =
        ProfileKind.allCases.flatMap { kind -> [Entry] in
            [
                .form("/people/ID/\(kind.rawValue)/new", .editor) { captures in
                    captures.id().map {
                        .profile(.new($0, kind, other: captures.queryID("other"), at: captures.queryID("at")))
                    }
                },
                .form("/\(kind.rawValue)/ID/edit", .editor) { ProfileRecord(kind, $0).map { .profile(.edit($0)) } },
                .form("/\(kind.rawValue)/ID/delete", .editor) { ProfileRecord(kind, $0).map { .profile(.delete($0)) } },
            ]
        } + [.form("/people/ID/merge", .editor) { $0.id().map { .profile(.merge($0)) } }]
}

package enum ProfileAction: SectionAction, Equatable {
    case add(Person.ID, ProfileKind)
    case change(ProfileRecord)
    case delete(ProfileRecord)
    /// The viewer talked with the person and found the step so, or no more so.
    case confirmStep(LadderMove.ID)
    case withdrawStep(LadderMove.ID)
    /// Merges another record of the same person into this one.
    case merge(Person.ID)

    package var address: Address {
        switch self {
        case .add(let id, let kind): Address("/people/\(id.number)/\(kind.rawValue)")
        case .change(let record): Address(record.path)
        case .delete(let record): Address(record.path + "/delete")
        case .confirmStep(let id): Address("/ladder/\(id.number)/confirm")
        case .withdrawStep(let id): Address("/ladder/\(id.number)/withdraw")
        case .merge(let id): Address("/people/\(id.number)/merge")
        }
    }

    static let entries: [Entry] =
        ProfileKind.allCases.flatMap { kind -> [Entry] in
            [
                .act("/people/ID/\(kind.rawValue)", .editor) { $0.id().map { .profile(.add($0, kind)) } },
                .act("/\(kind.rawValue)/ID", .editor) { ProfileRecord(kind, $0).map { .profile(.change($0)) } },
                .act("/\(kind.rawValue)/ID/delete", .editor) { ProfileRecord(kind, $0).map { .profile(.delete($0)) } },
            ]
        } + [
            .act("/people/ID/merge", .editor) { $0.id().map { .profile(.merge($0)) } },
            .act("/ladder/ID/confirm", .lead) { $0.id().map { .profile(.confirmStep($0)) } },
            .act("/ladder/ID/withdraw", .lead) { $0.id().map { .profile(.withdrawStep($0)) } },
        ]
}

extension Route {
    package static func profile(_ page: ProfileRoute) -> Route { Route(page) }
}

extension Action {
    package static func profile(_ action: ProfileAction) -> Action { Action(action) }
}
