/// The end of a desk's history or log that was written and acknowledged, and is now missing.
package struct LostTail: Sendable, Equatable, Encodable, CustomStringConvertible {
    package var history: Gap?
    package var log: Gap?

    /// Returns nil if nothing is missing.
    package init?(history: Gap?, log: Gap?) {
        guard history != nil || log != nil else { return nil }
        self.history = history
        self.log = log
    }

    /// The lines that are certainly missing. `isOther` is true if the last number exists, but with another line.
    package struct Gap: Sendable, Equatable, Encodable {
        package var first: Int64
        package var last: Int64
        package var isOther: Bool

        package init(first: Int64, last: Int64, isOther: Bool) {
            self.first = first
            self.last = last
            self.isOther = isOther
        }

        fileprivate func described(_ book: String) -> String {
            isOther
                ? "line \(last) of the \(book) is not the one that was written"
                : first == last
                    ? "line \(last) of the \(book) is lost" : "lines \(first) to \(last) of the \(book) are lost"
        }
    }

    /// "lines 7 to 9 of the history are lost".
    package var description: String {
        [history?.described("history"), log?.described("log")].compactMap { $0 }.joined(separator: "; ")
    }

    private enum CodingKeys: String, CodingKey { case history, log }
}
