/// What a kind of record is, said once, in the folder of its feature. From it follow who sees and changes the kind, what history tells of it,
/// what is deleted with it, which views cut its table, and what `kamdesk check` looks at. Its table is the raw value of its subject.
///
/// Rules that look at more than one record stand by hand beside their verb.
package final class RecordKind: Sendable {
    /// The part of a dossier in which records of the kind stand.
    package let room: Room
    /// The part that one must see to read their history.
    package let historyRoom: Room
    /// Who may change them.
    package let keepers: Keepers
    /// To whom they belong, which decides who sees them.
    package let owner: Owner
    /// What a record is called in history: an expression of SQL on its row.
    package let title: String
    /// What others call it that refer to it: an expression of SQL on its row.
    package let name: String
    /// Is it in the index of the search?
    package let isSearched: Bool
    /// Which changes of its records are news of the day.
    package let news: [News]
    /// What history calls the acts on its records.
    package let acts: Acts
    /// Its columns beside `id` and `version`, in the order of history, and what is told beside them.
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
        /// Everybody sees it.
        case everybody
        case dossier
        /// Birthdays, confidential interactions, projects; whoever sees it sees the dossier too.
        case personal
        case money
        /// The team itself.
        case team
    }

    /// Names of acts, in English: the keys of their translations.
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

        /// `when`: the change of one field may have a name of its own.
        init(added: String, changed: String, deleted: String, when: Named...) {
            (self.added, self.changed, self.deleted, whenChanged) = (added, changed, deleted, when)
        }

        package func changed(_ change: Change) -> String {
            whenChanged.first { named in change.fields.contains { $0.field == named.field } }?.name ?? changed
        }
    }

    package enum News: Sendable {
        case created
        /// A field was changed, whichever where none is named.
        case changed(String?)
    }

    package enum Keepers: Sendable {
        case administrators, leads
        /// KAMs, heads and directors.
        case clientWorkers
        /// They, and sales support.
        case bookkeepers
    }

    package enum Owner: Sendable, Equatable {
        /// It is the desk's own, and no client's or person's.
        case desk
        /// A client is its own owner.
        case itself
        /// The client in `client_id`.
        case client
        /// The client in `client_id`, and the person in `person_id` must be known to whoever adds it.
        case clientAndPerson
        /// The client in `client_id`; where there is none, whoever it was with or who noted it.
        case clientIfAny
        /// The person in `person_id`, or the record itself where it is the person.
        case person
        /// The person in `person_id`; where there is none it is the desk's.
        case personIfAny
        /// Either of the two people in `from_id` and `to_id`.
        case twoPeople
        /// The owner of the record to which a column refers.
        case part(of: Change.Subject, by: String)
    }
}

extension RecordKind {
    /// A column of a record, or what history tells beside its columns.
    package struct Field: Sendable {
        package var column: String
        /// What it is called, in English: the key of its translations. Empty where it is never told.
        package var label: String
        package var sort: Sort

        package enum Sort: Sendable {
            case text, flag, day
            /// A whole number that is neither an amount nor a quantity.
            case number
            case word(any Wording.Type)
            case money, quantity
            /// Hundredths of a per cent.
            case share
            /// D1 to D4.
            case level
            case reference(to: Change.Subject, Fate)
            /// Kept in a table of its own and told with the record, such as who took part.
            case beside
            /// Kept by the schema, by triggers or by the program; history does not tell of it.
            case untold
        }

        /// What becomes of a record when the one it refers to is deleted.
        package enum Fate: Sendable {
            /// It is deleted too.
            case goes
            /// It loses the reference.
            case letsGo
            /// It loses the reference where it belongs to a client, and is deleted elsewhere.
            case goesUnlessClients
            /// Nothing: what it refers to is not deleted.
            case stays
        }

        init(_ column: String, _ label: String, _ sort: Sort = .text) {
            (self.column, self.label, self.sort) = (column, label, sort)
        }

        static func untold(_ column: String) -> Field { Field(column, "", .untold) }
    }
}

extension RecordKind {
    /// The field of a column; nil of `id`, `version` and what is none.
    package subscript(_ column: String) -> Field? { byColumn[column] }

    /// Does history tell of a column?
    package func tells(_ column: String) -> Bool {
        if case .untold = self[column]?.sort ?? .untold { false } else { true }
    }

    /// What a column refers to, nil where to nothing.
    package func reference(_ column: String) -> Change.Subject? {
        if case .reference(let subject, _) = self[column]?.sort { subject } else { nil }
    }

    /// May everybody read all of it?
    package var isOpen: Bool { owner == .desk && room == .everybody }

    /// Is every version of its records in the history? Of the team itself some changes are no matter of history.
    package var isChecked: Bool { historyRoom != .team }

    /// Are people named beside its records, in a table of the same name with `_person` behind it?
    package var namesPeople: Bool { fields.contains { $0.column == "people" } }

    /// The columns that hold amounts of the desk's currency.
    package var amounts: [String] {
        fields.filter { if case .money = $0.sort { true } else { false } }.map(\.column)
    }

    /// Do lists sort it by its name, without case and quotation marks?
    package var hasSortName: Bool { fields.contains { $0.column == "sort_name" } }
}

extension Change.Subject {
    /// A column of a kind that refers to another.
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
