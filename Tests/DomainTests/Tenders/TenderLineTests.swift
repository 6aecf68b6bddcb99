import Domain
import Testing

@Suite struct TenderLineTests {
    @Test(arguments: [
        ("tender 0358: security paid", "0358", TenderLine.Deed.securityPaid),
        ("Tender №0358 - guarantee issued by the bank", "0358", .securityPaid),
        ("тендер 0358: обеспечение внесено", "0358", .securityPaid),
        ("тендер 0358, обеспечение вернули", "0358", .securityReturned),
        ("тендер 0358: заявка подана", "0358", .applied), ("tender 0358: application handed in", "0358", .applied),
        ("tender 0358: contract signed", "0358", .signed), ("закупка 0358: подписали контракт", "0358", .signed),
        ("tender 0358: asked about the packing", "0358", .asked),
        ("tender 0358: first batch delivered", "0358", .delivered),
        ("тендер 0358: первая партия отгружена", "0358", .delivered),
        ("tender 0358: delivery accepted", "0358", .accepted), ("тендер 0358: поставку приняли", "0358", .accepted),
        ("tender 0358: they paid", "0358", .paid), ("тендер 0358: оплатили", "0358", .paid),
        ("tender 0358: we lost", "0358", .lost), ("аукцион 32515400812: проиграли", "32515400812", .lost),
        ("tender 0358: won", "0358", .won), ("tender 0358: wait for the protocol", "0358", .noted),
        ("tender 0358", "0358", .noted), ("tender Sutures: security paid", "Sutures", .securityPaid),
        ("тендер Порты и катетеры : заявка подана", "Порты и катетеры", .applied),
    ])
    func `a line says which tender and what was done`(line: String, tender: String, deed: TenderLine.Deed) {
        let read = TenderLine(line)
        #expect(read?.tender == tender && read?.deed == deed, "\(String(describing: read))")
    }

    @Test func `what was said is kept as typed`() {
        #expect(TenderLine("тендер 0358:  Спросили про Упаковку")?.text == "Спросили про Упаковку")
    }

    @Test(arguments: [
        "", "tender", "tender :", "tenders 0358: won", "visit Sokolova: tender 0358 is lost", "tender x, won",
        "tender –: won",
    ])
    func `other lines are none`(line: String) { #expect(TenderLine(line) == nil) }

    @Test func `a line that is too long is none, and marks alone take no time`() {
        #expect(TenderLine("tender 1 " + String(repeating: "x", count: QuickLog.longest)) == nil)
        #expect(TenderLine("tender " + String(repeating: ":", count: QuickLog.longest - 8)) == nil)
    }
}
