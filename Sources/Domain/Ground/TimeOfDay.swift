/// A time on the clock, without a day and without a zone. Written "09:30".
package struct TimeOfDay: Hashable, Sendable {
    /// Minutes since midnight, 0 to 1439.
    package let minutes: Int

    /// Reads "09:30" and "9:30"; "9.30" as it is typed in Russian. Returns nil for anything else, 24:00 included.
    package init?(_ text: some StringProtocol) {
        let bytes = text.utf8
        guard let place = bytes.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }),
            let hour = TimeOfDay.number(bytes[..<place], ofDigits: 1...2), hour < 24,
            let minute = TimeOfDay.number(bytes[bytes.index(after: place)...], ofDigits: 2...2), minute < 60
        else { return nil }
        self.init(minutes: hour * 60 + minute)
    }

    init(minutes: Int) { self.minutes = minutes }

    /// A number of so many digits and nothing else.
    static func number(_ bytes: some Collection<UInt8>, ofDigits count: ClosedRange<Int>) -> Int? {
        guard count.contains(bytes.count) else { return nil }
        var number = 0
        for byte in bytes {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return number
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
    package static var blank: TimeOfDay { TimeOfDay(minutes: 0) }
    package init?(column: ColumnValue) {
        guard case .text(let text) = column else { return nil }
        self.init(text)
    }
    package var column: ColumnValue { .text(text) }
    package func typed(in currency: Currency?) -> String { text }
}
