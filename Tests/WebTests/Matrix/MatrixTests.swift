import Domain
import Foundation
import Testing

@testable import Web

/// `rights.txt` against a real server, address by address.
@Suite struct MatrixTests {
    static let rights = try! Rights.read()

    @Test func `every address is in one rule, with every record that it can be asked for`() throws {
        let ruled = MatrixTests.rights.rules.flatMap(\.addresses)
        #expect(Set(ruled).count == ruled.count)
        #expect(Set(ruled) == Set(Rights.site))
        for rule in MatrixTests.rights.rules {
            for address in rule.addresses where address.hasRecords {
                let kind = String(address.pattern.split(separator: "/")[0])
                let known = Set(TeamDesk.plain.numbers[kind]?.keys.map { $0 } ?? [])
                let records = Set(rule.rows.flatMap(\.records))
                #expect(records.contains("0"), "\(address)")
                // Whose confidential and money lines there are beside the plain ones a rule says only where they differ.
                let plain = known.filter { $0.count == 1 && ($0 != "-" || known == ["-"]) }
                if !address.pattern.contains("/waiting/"), kind != "colleagues" {
                    #expect(plain.isSubset(of: records), "\(address)")
                }
            }
        }
    }

    @Test(arguments: rights.who.filter { $0 != "nobody" })
    func `each user gets exactly what the rules allow at every address`(who: String) throws {
        let copy = try TeamDesk.plain.copy()
        let served = try ServedDesk(copy.desk)
        let asking = Asking(
            who: who, team: TeamDesk.plain, served: served, browser: try served.browser(of: copy.user(who)))
        try check(asking, as: who)
    }

    @Test(arguments: ["", "left", "over"])
    func `a visitor without a valid session gets only what the rules allow to nobody`(whose: String) throws {
        let copy = try TeamDesk.plain.copy()
        let served = try ServedDesk(copy.desk)
        let browser = try served.browser(of: whose.isEmpty ? nil : copy.user(whose == "left" ? "left" : "director"))
        if whose == "over" { served.move(by: .seconds(12 * 3600 + 1)) }
        try check(Asking(who: "nobody", team: TeamDesk.plain, served: served, browser: browser), as: "nobody")
    }

    /// Asks for everything in the order of the file, and for what is hidden beside what is not there.
    private func check(_ asking: Asking, as who: String) throws {
        var answers = 0
        for rule in MatrixTests.rights.rules {
            for (address, row) in rule.addresses.flatMap({ address in rule.rows.map { (address, $0) } }) {
                let expected = row.answers[who]!
                for record in row.records where !address.hasRecords || asking.target(address, record) != address.pattern
                {
                    let got = try asking.answer(address, record)
                    #expect(got == address.answer(expected), "\(address) of \(record) to \(who)")
                    answers += 1
                    guard expected == "missing", record != "0", address.method == "GET", address.hasRecords else {
                        continue
                    }
                    let hidden = try asking.browser.get(asking.target(address, record))
                    let none = try asking.browser.get(asking.target(address, "0"))
                    #expect(hidden.text.settled == none.text.settled, "\(address) of \(record) to \(who)")
                    #expect(hidden.headers.fields.map(\.name) == none.headers.fields.map(\.name))
                }
            }
        }
        #expect(answers > 500)
        #expect(!asking.served.log.text.contains("zq"))
    }
}

extension Rights.Address {
    /// What comes over the wire for a word of the table.
    fileprivate func answer(_ word: String) -> String {
        switch word {
        case "open", "empty": "name"
        case "login": isPage ? "login" : "refused"
        default: word
        }
    }
}
