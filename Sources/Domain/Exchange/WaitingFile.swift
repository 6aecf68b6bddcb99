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
        /// A field has both a column and the same value in every row.
        case constant(field: String)
        /// The file leaves open how it is to be read.
        case open([FileQuestion])
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
    /// What each of these fields has in every row.
    package var constants: [String: String]
    /// How the file writes: what its user said, and what was found out.
    package var conventions: Conventions
    /// How the last such file wrote.
    package var kept: Conventions
    package var progress: Progress

    package init(number: Int, name: String, byteCount: Int, kind: ImportKind, _ table: CSVFile, kept: Conventions) {
        self.number = number
        self.name = name
        self.byteCount = byteCount
        self.kind = kind
        self.kept = kept
        (header, samples, map, constants, conventions, progress) = ([], [], "", [:], Conventions(), .waiting)
        show(table)
    }

    /// Takes header and first rows from the file as it is read now.
    package mutating func show(_ table: CSVFile) {
        header = table.header
        samples = []
        try? table.forEachRow { row in
            samples.append(row.cells.map { String(composed($0).unicodeScalars.prefix(80)) })
            if samples.count == 4 { throw Enough() }
        }
        conventions.encoding = table.encodings.isEmpty ? table.encoding : conventions.encoding
        conventions.delimiter = table.delimiter
        conventions.firstRow = table.headerLine
    }

    private struct Enough: Error {}

    /// The first column that goes to a field; nil when there is none.
    package func column(of field: String) -> Int? { columns[field]?.first }

    /// The columns of each field that has some.
    package var columns: [String: [Int]] {
        (try? ImportPlan(kind, header: header, map: map, isWhole: false, matchesNames: false))?.columns ?? [:]
    }

    /// What a rehearsal or the import said of it; nil if it was neither rehearsed nor imported.
    package var report: ImportReport? {
        switch progress {
        case .rehearsed(let report), .imported(let report): report
        case .waiting, .busy, .failed: nil
        }
    }

    /// What the file leaves open; empty if nothing.
    package var questions: [FileQuestion] {
        if case .failed(.open(let questions)) = progress { questions } else { [] }
    }
}
