import Domain
import Testing

@testable import Store

@Suite struct LogTests {
    static func desk() throws -> TemporaryDesk {
        let temporary = try TemporaryDesk()
        try temporary.write { write in
            for number in 0..<120 {
                let moment = Moment(milliseconds: TemporaryDesk.noon.milliseconds + Int64(number) * 1000)
                try write.at(moment, on: write.today).log(
                    LogEntry(
                        user: number % 3 == 0 ? Desk.owner : nil, name: number % 2 == 0 ? "Анна Орлова" : "boris",
                        act: "read", subject: "client", record: Int64(number), title: "Centre \(number)",
                        address: "::1"))
            }
        }
        return temporary
    }

    @Test func `the log shows the latest lines first, fifty at a time`() throws {
        let temporary = try LogTests.desk()
        var (query, numbers, pages) = (LogQuery(), [Int64](), 0)
        repeat {
            let page = try temporary.desk.read { try $0.logPage(query) }
            numbers += page.lines.compactMap(\.record)
            query.before = page.later
            pages += 1
        } while query.before != nil
        #expect(numbers == Array((0..<120).reversed()) && pages == 3)
    }

    @Test func `the log can be filtered by time, by user and by text in upper or lower case`() throws {
        let temporary = try LogTests.desk()
        func found(_ query: LogQuery) throws -> [Int64] {
            try temporary.desk.read { try $0.logPage(query) }.lines.compactMap(\.record)
        }
        func after(_ seconds: Int64) -> Moment {
            Moment(milliseconds: TemporaryDesk.noon.milliseconds + seconds * 1000)
        }
        #expect(try found(LogQuery(from: after(10), to: after(13))) == [12, 11, 10])
        #expect(try found(LogQuery(from: after(10), to: after(17), user: Desk.owner)) == [15, 12])
        #expect(try found(LogQuery(to: after(4), text: "орлова")) == [2, 0])
        #expect(try found(LogQuery(text: "CENTRE 11")) == [119, 118, 117, 116, 115, 114, 113, 112, 111, 110, 11])
        #expect(try found(LogQuery(text: "nobody")) == [])
    }
}
