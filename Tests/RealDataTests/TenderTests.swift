import Domain
import Foundation
import Store
import Testing

@Suite struct TenderTests {
    /// The maps that docs/importing.md names for these files. Their status is free spelling of the purchase, and the day is the protocol's.
    static let files: [(kind: String, file: String, map: String, rows: Int)] = [
        ("clients", "buyers.csv", "name=full_name", 209),
        ("tenders", "procurements.csv", "number=purchase_number,client=buyer_inn,status=", 440),
        ("lots", "lots.csv", "key=lot_guid,tender=purchase_number,start=initial_sum_rub", 278),
        ("bids", "bids.csv", "lot=lot_guid,inn=supplier_inn,price=price_rub,at=bid_at,winner=is_winner", 396),
    ]

    @Test func `the Russian purchases come in twice, and their results are what their rows say`() throws {
        let program = try Program(isEmpty: true)
        let folder = try Program.data("tenders_ru")
        for (kind, file, map, rows) in TenderTests.files {
            let path = "\(folder)/\(file)"
            let first = try program.importing(kind, path, ["--map", map])
            #expect(
                first.output.hasPrefix("\(rows) new, 0 changed, 0 the same, 0 refused\n"),
                "\(kind): \(first.output) \(first.errors)")
            #expect(first.errors.contains("1835035008") == (kind == "bids"))
            let again = try program.importing(kind, path, ["--map", map])
            #expect(again.output == "0 new, 0 changed, \(rows) the same, 0 refused\n", "\(kind)")
        }
        let desk = try Desk(path: program.desk)
        let results = try desk.read { try $0.tenderResults(TenderListQuery()) }
        try desk.close()
        let told = [
            "lots \(results.lots)", "withoutBids \(results.withoutBids)", "awarded \(results.awarded)",
            "sole \(results.sole)", "contested \(results.contested)", "undecided \(results.undecided)",
            "startSum \(results.startSum.minor)", "winSum \(results.winSum.minor)", "winKnown \(results.winKnown)",
            "blankPrices \(results.blankPrices)", "zeroPrices \(results.zeroPrices)",
            "anonymousBids \(results.anonymousBids)", "anonymousLots \(results.anonymousLots)",
        ]
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("tenders.py")
            .path
        let computed = try Program.run(URL(fileURLWithPath: "/usr/bin/env"), ["python3", script, folder])
        #expect(computed.status == 0, "\(computed.errors)")
        #expect(told.joined(separator: "\n") + "\n" == computed.output)
        #expect(
            told.prefix(11) == [
                "lots 278", "withoutBids 75", "awarded 156", "sole 60", "contested 96", "undecided 47",
                "startSum 80459315642", "winSum 54133534490", "winKnown 155", "blankPrices 56", "zeroPrices 5",
            ])
        #expect(results.anonymousBids == 53 && results.anonymousLots == 20 && results.doubtfulBids > 0)
        #expect(try program.run(["check", "--desk", program.desk]).output == "\(program.desk): sound\n")
    }
}
