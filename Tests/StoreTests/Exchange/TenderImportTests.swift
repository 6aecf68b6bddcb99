import Domain
import Testing

@testable import Store

@Suite struct TenderImportTests {
    let imports = ImportTests()

    func desk() throws -> TemporaryDesk {
        let desk = try TemporaryDesk()
        _ = try imports.run(desk, .clients, "key,name,inn\nA,Hospital,7707083893\nB,Clinic,7728168971\n")
        return desk
    }

    @Test func `tenders, lots, bids and papers come in, and twice changes nothing`() throws {
        let desk = try desk()
        let files: [(ImportKind, String)] = [
            (
                .tenders,
                "number,title,client,procedure,announced,status\n1,First,7707083893,44-auction,2026-01-02,open\n2,,Clinic,,,\n"
            ),
            (
                .lots,
                "key,tender,number,subject,start,vat,outcome,reason\nL1,1,1,Gloves,\"1 000,50\",with,lost,\nL2,2,,Masks,,,,\n"
            ),
            (
                .bids,
                "lot,inn,price,at,winner\nL1,NA1,900,2026-02-01 10:00:05,t\nL1,NA1,950,,f\nL1,7728168971,,,f\nL2,1835035008,5,,f\n"
            ),
            (.papers, "kind,number,issued,expires\nлицензия,LO-61,2020-01-01,\nattorney,7,2026-01-01,2026-12-31\n"),
        ]
        for (kind, file) in files {
            let rows = file.split(separator: "\n").count - 1
            let first = try imports.run(desk, kind, file)
            #expect(first.added == rows && first.refusedCount == 0, "\(kind): \(first.refused)")
            let again = try imports.run(desk, kind, file)
            #expect(again.same == rows && again.added + again.changed == 0, "\(kind)")
            #expect(again.doubtful == (kind == .bids ? ["1835035008"] : []))
        }
        try desk.desk.read { read in
            let list = try read.tenderList(TenderListQuery())
            #expect(list.rows.map(\.title) == ["2", "First"] && list.rows.map(\.stage) == [.closed, .open])
            #expect(list.rows[1].law == "44-FZ" && list.rows[1].owing == 1)
            let results = try read.tenderResults(TenderListQuery())
            #expect(results.lots == 2 && results.awarded == 1 && results.contested == 1 && results.undecided == 1)
            #expect(results.anonymousBids == 2 && results.anonymousLots == 1 && results.doubtfulBids == 1)
            #expect(results.startSum == Money(1000_50) && results.winSum == Money(900_00) && results.winKnown == 1)
            #expect(results.blankPrices == 1 && results.reasonNotSaid == 1)
        }
        #expect(try Desk.check(path: desk.path) == [])
    }

    @Test func `what a row of a tender file names must be on the desk`() throws {
        let desk = try desk()
        func problem(_ kind: ImportKind, _ file: String, _ field: String) throws -> Problem? {
            guard case .problems(let problems) = try imports.run(desk, kind, file).refused.first?.reason else {
                return nil
            }
            return problems[field]
        }
        #expect(try problem(.tenders, "number,client\n1,Nobody\n", "client") == .unknown)
        #expect(try problem(.tenders, "number,client,procedure\n1,A,none\n", "procedure") == .notAChoice)
        #expect(try problem(.tenders, "number,client,status\n1,A,none\n", "status") == .notAChoice)
        #expect(try problem(.lots, "tender,subject\n9,x\n", "tender") == .unknown)
        #expect(try problem(.bids, "lot,inn\nL9,NA1\n", "lot") == .unknown)
        #expect(try problem(.papers, "kind,number\nnone,1\n", "kind") == .notAChoice)
    }
}
