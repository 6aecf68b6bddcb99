/// An uploaded file that waits to be imported: its content, how it is read, and the result of a rehearsal.
package struct WaitingFile: Sendable, Equatable {
    package enum Progress: Sendable, Equatable {
        case waiting
        /// Being read; `percent` is the progress.
        case busy(percent: Int)
        case rehearsed(ImportReport)
        case imported(ImportReport)
        case failed(Failure)
    }

    /// Why a file was not read.
    package enum Failure: Sendable, Equatable {
        /// No column fills a required field.
        case column(field: String)
        case file(CSVRefusal)
        /// An error of the desk itself. Nothing of the file was written.
        case fault
    }

    package var number: Int
    /// The name that the browser gave.
    package var name: String
    package var byteCount: Int
    package var kind: ImportKind
    package var header: [String]
    /// The first rows, at most 4.
    package var samples: [[String]]
    /// field=column,...
    package var map: String
    /// The text that means nothing in the file.
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

    /// The column that goes to a field; nil when there is none.
    package func column(of field: String) -> Int? { columns[field] }

    /// The column of each field that has one.
    package var columns: [String: Int] {
        (try? ImportPlan(kind, header: header, map: map, isWhole: false, matchesNames: false))?.columns ?? [:]
    }

    /// What a rehearsal or the import said of it; nil if it was neither rehearsed nor imported.
    package var report: ImportReport? {
        switch progress {
        case .rehearsed(let report), .imported(let report): report
        case .waiting, .busy, .failed: nil
        }
    }
}
