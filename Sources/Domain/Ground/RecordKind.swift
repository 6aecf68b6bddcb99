/// Describes a kind of record. Each is declared once, in the folder of its feature. The declaration decides who sees and changes such
/// records, what history says about them, what is deleted with them, which views limit their table, and what `kamdesk check` checks. The
/// table has the name of the subject's raw value.
///
/// Rules about more than one record are written beside the act that they limit.
package final class RecordKind: Sendable {
    /// The part of a dossier that holds records of the kind.
    package let room: Room
    /// The part that a viewer must be allowed to see to read the history of the records.
    package let historyRoom: Room
    /// Who may change records of the kind.
    package let keepers: Keepers
    /// What owns a record. The owner decides who sees the record.
    package let owner: Owner
    /// The title of a record in history: an SQL expression on its row.
    package let title: String
    /// The name of a record where another refers to it: an SQL expression on its row.
    package let name: String
    /// True if search finds records of the kind.
    package let isSearched: Bool
    /// Which changes count as news of the day.
    package let news: [News]
    /// How history names the acts on the records.
    package let acts: Acts
    /// The columns other than `id` and `version`, in the order of history, and the fields that are stored in other tables.
    package let fields: [Field]
    private let byColumn: [String: Field]

    init(
        room: Room, historyRoom: Room? = nil, keepers: Keepers, owner: Owner, title: String, name: String? = nil,
        isSearched: Bool = false, news: [News] = [], said acts: Acts, _ fields: [Field]
    ) {
        self.room = room
        self.historyRoom = historyRoom ?? room
        self.keepers = keepers
        self.owner = owner
        self.title = title
        self.name = name ?? title
        self.isSearched = isSearched
        self.news = news
        self.acts = acts
        self.fields = fields
        byColumn = Dictionary(fields.map { ($0.column, $0) }) { first, _ in first }
    }

    package enum Room: Sendable {
        /// Every user sees it.
        case everybody
        case dossier
        /// Birthdays, confidential interactions, projects. A viewer who sees this also sees the dossier.
        case personal
        case money
        /// The team itself.
        case team
    }

    /// The English names of acts. They are also the keys of their translations.
    package struct Acts: Sendable {
        package let added: String
        package let deleted: String
        private let changed: String
        private let whenChanged: [Named]

        struct Named: Sendable {
            var field: String
            var name: String

            init(_ field: String, said name: String) { (self.field, self.name) = (field, name) }
        }

        /// `when`: own names for the change of single fields.
        init(added: String, changed: String, deleted: String, when: Named...) {
            (self.added, self.changed, self.deleted, whenChanged) = (added, changed, deleted, when)
        }

        /// The name of a change whose fields are not known.
        package var saved: String { changed }

        package func changed(_ change: Change) -> String {
            whenChanged.first { named in change.fields.contains { $0.field == named.field } }?.name ?? changed
        }
    }

    /// A change that is news of the day. `on` is the column with the day on which it happened; without one it happened when it was noted.
    package enum News: Sendable {
        case created(on: String? = nil)
        /// A change of this field; nil means any field.
        case changed(String?, on: String? = nil)
    }

    package enum Keepers: Sendable {
        case administrators, leads
        /// KAMs, heads and directors.
        case clientWorkers
        /// KAMs, heads, directors and sales support.
        case bookkeepers
    }

    package enum Owner: Sendable, Equatable {
        /// The desk itself: no client and no person.
        case desk
        /// The record is a client, which owns itself.
        case itself
        /// The client in `client_id`.
        case client
        /// The client in `client_id`. To add the record, a viewer must also know the person in `person_id`.
        case clientAndPerson
        /// The client in `client_id`. If there is none, the person that was met, or the colleague who noted it.
        case clientIfAny
        /// The person in `person_id`, or the record itself if it is a person.
        case person
        /// The person in `person_id`. If there is none, the desk.
        case personIfAny
        /// Either of the two people in `from_id` and `to_id`.
        case twoPeople
        /// What its `scope` says: the client in `client_id`, the colleague in `user_id`, the department in `department_id`, or the company.
        case scope
        /// The owner of another record, to which a column refers.
        case part(of: Change.Subject, by: String)
    }
}

extension RecordKind {
    /// A column of a record, or a field that is stored in another table.
    package struct Field: Sendable {
        package var column: String
        /// The English name of the field. It is also the key of its translations. Empty if history never shows the field.
        package var label: String
        package var sort: Sort

        package enum Sort: Sendable {
            case text, flag, day
            /// A whole number that is neither an amount nor a quantity.
            case number
            case word(any Wording.Type)
            case money, quantity
            /// An amount in the currency of a tender, which need not be the desk's.
            case tenderMoney
            /// In hundredths of a per cent.
            case share
            /// D1 to D4.
            case level
            case reference(to: Change.Subject, Fate)
            /// Stored in another table, such as participants, but shown in the record's history.
            case beside
            /// Set by triggers or by the program. History does not show it.
            case untold
            /// A word that people set in the past and that now follows from other records. History shows the old changes of it; none of them
            /// is taken back.
            case former(any Wording.Type)
        }

        /// What happens to a record when the record it refers to is deleted.
        package enum Fate: Sendable {
            /// It is deleted too.
            case goes
            /// It loses the reference.
            case letsGo
            /// It loses the reference if it belongs to a client; otherwise it is deleted too.
            case goesUnlessClients
            /// Nothing: the record it refers to is never deleted.
            case stays
        }

        /// The words of a choice; nil for other fields.
        package var words: (any Wording.Type)? {
            switch sort {
            case .word(let words), .former(let words): words
            default: nil
            }
        }

        /// False if it is stored in a table of its own.
        package var isColumn: Bool { if case .beside = sort { false } else { true } }

        init(_ column: String, _ label: String, _ sort: Sort = .text) {
            (self.column, self.label, self.sort) = (column, label, sort)
        }

        static func untold(_ column: String) -> Field { Field(column, "", .untold) }
    }
}

extension RecordKind {
    /// The field of a column; nil for `id`, `version` and unknown columns.
    package subscript(_ column: String) -> Field? { byColumn[column] }

    /// True if history shows a column.
    package func tells(_ column: String) -> Bool {
        switch self[column]?.sort ?? .untold {
        case .untold, .former: false
        default: true
        }
    }

    /// The kind that a column refers to; nil if it refers to none.
    package func reference(_ column: String) -> Change.Subject? {
        if case .reference(let subject, _) = self[column]?.sort { subject } else { nil }
    }

    /// True if every user may read all records of the kind.
    package var isOpen: Bool { owner == .desk && room == .everybody }

    /// True if history holds every version of the records. History leaves out some changes of the team.
    package var isChecked: Bool { historyRoom != .team }

    /// True if the records name people in a separate table. Its name is the record's table name with the suffix `_person`.
    package var namesPeople: Bool { fields.contains { $0.column == "people" } }

    /// The columns with amounts in the desk's currency.
    package var amounts: [String] {
        fields.filter { if case .money = $0.sort { true } else { false } }.map(\.column)
    }

    /// True if lists sort the records by name, ignoring case and quotation marks.
    package var hasSortName: Bool { fields.contains { $0.column == "sort_name" } }
}

extension Change.Subject {
    /// A column of one kind that refers to another kind.
    package struct Reference: Sendable {
        package var from: Change.Subject
        package var column: String
        package var fate: RecordKind.Field.Fate
    }

    /// The columns of all kinds that refer to this one.
    package var references: [Reference] { Change.Subject.referencesByTarget[self] ?? [] }

    private static let referencesByTarget: [Change.Subject: [Reference]] = {
        var found: [Change.Subject: [Reference]] = [:]
        for subject in allCases {
            for field in subject.kind.fields {
                guard case .reference(let target, let fate) = field.sort else { continue }
                found[target, default: []].append(Reference(from: subject, column: field.column, fate: fate))
            }
        }
        return found
    }()
}
