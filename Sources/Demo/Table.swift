import Domain

/// Rows of the world that are written as a table: a row a line, its cells between bars, "-" for an empty one. What does not read
/// as it should is a fault of the program, and stops it.
struct Table {
    struct Row {
        let line: String
        private let cells: [String]

        fileprivate init(_ line: String) {
            self.line = line
            cells = line.split(separator: "|").map { $0.trimming() }
        }

        subscript(place: Int) -> String { self[optional: place] ?? fault("cell \(place)") }

        subscript(optional place: Int) -> String? {
            place < cells.count && cells[place] != "-" ? cells[place] : nil
        }

        func number(_ place: Int) -> Int { Int(self[place]) ?? fault("cell \(place)") }

        func word<Word: Wording>(_ place: Int) -> Word { Word(rawValue: self[place]) ?? fault("cell \(place)") }

        func optionalWord<Word: Wording>(_ place: Int) -> Word? { self[optional: place] == nil ? nil : word(place) }

        /// The text in the cell, and in Russian in the next one; nil where there is none.
        func text(_ place: Int) -> Text? { self[optional: place].map { Text($0, self[place + 1]) } }

        /// "900..300": from so many days ago to so many days ago; "900.." until now.
        func span(_ place: Int) -> (from: Int, to: Int?) {
            let ends = self[place].split(separator: "..", omittingEmptySubsequences: true).compactMap { Int($0) }
            guard let from = ends.first else { return fault("cell \(place)") }
            return (from, ends.count > 1 ? ends[1] : nil)
        }

        func fault<T>(_ what: String) -> T { preconditionFailure("the demo's table, \(what): \(line)") }
    }

    let rows: [Row]

    init(_ text: String) { rows = text.split(separator: "\n").map { Row(String($0)) } }
}

extension StringProtocol {
    fileprivate func trimming() -> String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
