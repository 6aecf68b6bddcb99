/// A file that was uploaded and waits to be imported: what it holds, how it is read, and what a rehearsal said.
package struct WaitingFile: Sendable, Equatable {
    package enum Progress: Sendable, Equatable {
        case waiting
        /// At work, by so many per cent.
        case busy(percent: Int)
        case rehearsed(ImportReport)
        case imported(ImportReport)
        case failed(Failure)
    }

    /// Why a file was not read.
    package enum Failure: Sendable, Equatable {
        /// No column feeds a field that must be fed.
        case column(field: String)
        case file(CSVRefusal)
        /// A fault of the desk's own; nothing of the file was written.
        case fault
    }

    package var number: Int
    /// Its name as the browser gave it.
    package var name: String
    package var byteCount: Int
    package var kind: ImportKind
    package var header: [String]
    /// The first rows, at most 4.
    package var samples: [[String]]
    /// field=column,...
    package var map: String
    /// A text that means nothing.
    package var null: String
    package var progress: Progress

    package init(
        number: Int, name: String, byteCount: Int, kind: ImportKind, header: [String], samples: [[String]], map: String,
        null: String, progress: Progress
    ) {
        self.number = number
        self.name = name
        self.byteCount = byteCount
        self.kind = kind
        self.header = header
        self.samples = samples
        self.map = map
        self.null = null
        self.progress = progress
    }

    /// The column that feeds a field, nil where none does.
    package func column(of field: String) -> Int? {
        (try? ImportPlan(kind, header: header, map: map, isWhole: false, matchesNames: false))?.columns[field]
    }
}
