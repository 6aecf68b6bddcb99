import Foundation
import Testing

@testable import Domain

/// Counts of buying clients and bridges of years on real orders. What is right was computed apart, from the files alone.
@Suite struct PlanTests {
    private struct Shipment {
        var order: String
        var client: String
        var day: Day
    }

    /// The rows of a plain CSV file by their columns.
    private func rows(_ name: String) throws -> [[String: String]] {
        let text = try String(contentsOfFile: Program.data("sales_northwind") + "/\(name).csv", encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let head = try #require(lines.first).map(String.init)
        return lines.dropFirst().map { line in Dictionary(zip(head, line.map(String.init))) { first, _ in first } }
    }

    private func shipments() throws -> [Shipment] {
        try rows("orders").compactMap { row in
            guard let text = row["shippedDate"], let day = Day(text.prefix(10)) else { return nil }
            return Shipment(order: row["orderID"] ?? "", client: row["customerID"] ?? "", day: day)
        }
    }

    private func histories() throws -> [String: BuyingHistory] {
        Dictionary(grouping: try shipments(), by: \.client).mapValues { shipments in
            BuyingHistory(days: Set(shipments.map(\.day)).sorted())
        }
    }

    @Test func `Northwind's clients buy, begin and come back as its shipments say`() throws {
        let histories = try histories()
        let begins = try #require(histories.values.compactMap(\.days.first).min())
        let quarters = (1996...1998).flatMap { PeriodSpan.calendar(.quarter, of: $0) }.dropFirst(2).prefix(8)
        let counts = quarters.map { quarter in
            histories.values.compactMap { $0.standing(in: quarter, historyBegins: begins) }
        }
        #expect(counts.map(\.count) == [41, 46, 53, 55, 57, 58, 71, 55])
        #expect(counts.map { $0.count { $0 == .newSinceHistory } } == [41, 26, 7, 8, 5, 1, 1, 0])
        #expect(counts.map { $0.count { $0 == .regained } } == [0, 0, 0, 0, 0, 4, 2, 1])
        #expect(histories.count == 89 && histories["FISSA"] == nil && histories["PARIS"] == nil)
        let months = PeriodSpan.calendar(.month, of: 1997).suffix(3)
        #expect(
            months.map { month in histories.values.count { $0.standing(in: month, historyBegins: begins) != nil } }
                == [25, 26, 31])
    }

    @Test func `on 15 February 1998 so many bought, and last year so many by the same day`() throws {
        let histories = try histories()
        func buyers(_ from: String, _ to: Day) throws -> Int {
            let span = try #require(PeriodSpan(from: Day(from)!, to: to))
            return histories.values.count { $0.days.contains(where: span.contains) }
        }
        let day = Day("1998-02-15")!
        #expect(try buyers("1998-01-01", day) == 54)
        #expect(try buyers("1997-01-01", PeriodSpan.yearBefore(day)) == 35)
        #expect(try buyers("1997-01-01", Day("1997-03-31")!) == 53)
    }

    @Test func `the bridge of Northwind's year sums to the difference to the cent`() throws {
        let shipments = Dictionary(try shipments().map { ($0.order, $0) }) { first, _ in first }
        let clients = Array(Set(shipments.values.map(\.client))).sorted()
        func year(_ from: String, _ to: String) throws -> [Bridge.Sale] {
            let span = try #require(PeriodSpan(from: Day(from)!, to: Day(to)!))
            return try rows("order_details").compactMap { row in
                guard let shipment = shipments[row["orderID"] ?? ""], span.contains(shipment.day) else { return nil }
                let price = try #require(Decimal(string: row["unitPrice"] ?? ""))
                let discount = try #require(Decimal(string: row["discount"] ?? ""))
                let quantity = try #require(Int64(row["quantity"] ?? ""))
                var (exact, rounded) = (price * Decimal(quantity) * (1 - discount) * 100, Decimal())
                NSDecimalRound(&rounded, &exact, 0, .plain)
                let amount = Int64(truncating: rounded as NSNumber)
                return Bridge.Sale(
                    client: Int64(try #require(clients.firstIndex(of: shipment.client))),
                    product: try #require(Int64(row["productID"] ?? "")), quantity: quantity, turnover: amount,
                    amount: amount)
            }
        }
        let bridge = Bridge(from: try year("1996-05-01", "1997-04-30"), to: try year("1997-05-01", "1998-04-30"))
        #expect(bridge.before == 36_861_630 && bridge.after == 85_277_927)
        #expect(bridge.lost == -10_080 && bridge.won == 5_066_017)
        #expect(bridge.price == 15_809_655 && bridge.volume == 27_550_705 && bridge.mix == 0)
    }
}
