import Domain

/// A table written as text: one row a line, cells separated by bars, "-" for an empty cell. A malformed cell is a bug and stops the
/// program.
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

        /// The English text in this cell with the Russian text in the next; nil if the cell is empty.
        func text(_ place: Int) -> Text? { self[optional: place].map { Text($0, self[place + 1]) } }

        /// "900..300" is from 900 days ago to 300 days ago; "900.." is from 900 days ago until now.
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
