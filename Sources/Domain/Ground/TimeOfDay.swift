/// A time on the clock, without a day and without a zone. Written "09:30".
package struct TimeOfDay: Hashable, Sendable {
    /// Minutes since midnight, 0 to 1439.
    package let minutes: Int

    /// Reads "09:30" and "9:30"; "9.30" as it is typed in Russian. Returns nil for anything else, 24:00 included.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
        guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
        else { return nil }
        minutes = hour * 60 + minute
    }

    package var text: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        return "\(two(minutes / 60)):\(two(minutes % 60))"
    }
}

extension TimeOfDay: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension TimeOfDay: StoredValue {
    package static var blank: TimeOfDay { TimeOfDay("00:00")! }
    package init?(column: ColumnValue) {
        guard case .text(let text) = column else { return nil }
        self.init(text)
    }
    package var column: ColumnValue { .text(text) }
    package func typed(in currency: Currency?) -> String { text }
}
