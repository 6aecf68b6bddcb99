/// What an import did, or in a rehearsal would do.
package struct ImportReport: Sendable, Equatable {
    package struct Refused: Sendable, Equatable {
        /// The line of the file on which the row begins, counted from 1.
        package var line: Int
        /// The name of the record that the row is about; empty if it has none.
        package var title: String
        package var reason: Reason
        /// What was read for the fields that have a problem.
        package var values: [String: String]
        /// The row as it stands in the file.
        package var cells: [String]

        package init(
            line: Int, title: String = "", reason: Reason, values: [String: String] = [:], cells: [String] = []
        ) {
            self.line = line
            self.title = title
            self.reason = reason
            self.values = values
            self.cells = cells
        }
    }

    /// Why a row is refused.
    package enum Reason: Sendable, Equatable, CustomStringConvertible {
        case problems(Problems)
        /// The row has more or fewer cells than the header.
        case cells(Int, header: Int)
        /// The row names the same record as the row on another line.
        case repeated(line: Int)
        /// The row sums others, or looks so.
        case total
        /// The row's parent client is neither on the desk nor in the file.
        case parent(String)

        /// For the command line. Pages use the viewer's language.
        package var description: String {
            switch self {
            case .problems(let problems): problems.description
            case .cells(let count, let header): "the row has \(count) cells where the header has \(header)"
            case .repeated(let line): "this is the same as on line \(line)"
            case .total: "this looks like a total, not like a record; --skip-last 0 says that no row is one"
            case .parent(let name): "parent \"\(name)\" is not on the desk"
            }
        }
    }

    /// A row that is new or changes a record.
    package struct Taken: Sendable, Equatable {
        package var line: Int
        package var isNew: Bool
        /// The record's name.
        package var title: String

        package init(line: Int, isNew: Bool, title: String) {
            self.line = line
            self.isNew = isNew
            self.title = title
        }
    }

    /// One of the first rows: each cell as it stands in the file, and as it was read.
    package struct ReadRow: Sendable, Equatable {
        package enum Outcome: Sendable { case added, changed, same, refused }

        package var line: Int
        package var outcome: Outcome
        package var cells: [String: FileSurvey.Sample]
        /// The fields whose cells were refused.
        package var refused: Set<String>

        package init(line: Int, outcome: Outcome, cells: [String: FileSurvey.Sample], refused: Set<String>) {
            (self.line, self.outcome, self.cells, self.refused) = (line, outcome, cells, refused)
        }
    }

    package var added = 0
    package var changed = 0
    package var same = 0
    package var refusedCount = 0
    /// The refused rows with their reasons, at most `kept`.
    package var refused: [Refused] = []
    /// The colleagues who may hold clients, if a row names somebody else.
    package var holders: [String] = []
    /// The first rows that are new or change something, at most `shown`.
    package var taken: [Taken] = []
    /// The first rows of the file, at most `rowsRead`, in its order.
    package var read: [ReadRow] = []
    /// Tax ids that fail their check and were kept as they stand.
    package var doubtful: Set<String> = []
    /// Columns of the file that go to no field.
    package var unused: [String] = []
    /// Which column went to which field: field=column,...
    package var map = ""
    /// How the file writes, and what its columns hold; nil for an import that was not begun.
    package var survey: FileSurvey?
    /// The import's number; nil if nothing was written.
    package var id: Import.ID?

    package static let shown = 1000
    package static let rowsRead = 20
    /// How many refused rows are kept, to be handed back as a file.
    package static let kept = 20_000

    package init() {}
}
