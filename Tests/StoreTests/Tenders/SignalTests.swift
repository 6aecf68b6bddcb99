import Domain
import Testing

@testable import Store

@Suite struct SignalTests {
    static let day = TemporaryDesk.today

    @Test func `signals are summed while they are open, and each source has its record`() throws {
        let desk = try TemporaryDesk()
        try desk.write { write in
            let client = try write.addClient(ClientDraft(name: "Hospital", kind: .hospital))
            func add(_ source: String, _ amount: Int64?, _ state: SignalState, in days: Int) throws {
                try write.addSignal(
                    SignalDraft(
                        client: client, text: "\(source) \(days)", source: source, amount: amount.map { Money($0) },
                        saidOn: SignalTests.day, expectedOn: SignalTests.day + days, state: state,
                        reason: state == .died ? "cut" : nil))
            }
            try add("Belova", 100, .open, in: 9)
            try add("Belova", nil, .open, in: 3)
            try add("Belova", 70, .tender, in: 1)
            try add("Belova", 70, .died, in: 1)
            try add("Lomov", 5, .plan, in: 2)
        }
        let list = try desk.desk.read { try $0.signalList(on: SignalTests.day) }
        #expect(list.open.map(\.signal.draft.text) == ["Belova 3", "Belova 9"])
        #expect(list.openSum == Money(100) && list.openUnknown == 1)
        #expect(
            list.sources == [
                SourceRecord(source: "Belova", said: 4, cameTrue: 1, died: 1),
                SourceRecord(source: "Lomov", said: 1, cameTrue: 1, died: 0),
            ])
    }

    @Test func `what was said in the last full quarter is counted with what came of it`() throws {
        let desk = try TemporaryDesk()
        let quarter = SignalTests.day.lastFullQuarter
        try desk.write { write in
            let client = try write.addClient(ClientDraft(name: "Hospital", kind: .hospital))
            for (day, state) in [
                (quarter.lowerBound - 1, SignalState.tender), (quarter.lowerBound, .tender),
                (quarter.upperBound, .died), (quarter.upperBound, .open), (quarter.upperBound + 1, .tender),
            ] {
                try write.addSignal(
                    SignalDraft(
                        client: client, text: "Budget", source: "Belova", saidOn: day, state: state,
                        reason: state == .died ? "cut" : nil))
            }
        }
        let past = try desk.desk.read { try $0.signalList(on: SignalTests.day).lastQuarter }
        #expect(past == SourceRecord(source: nil, said: 3, cameTrue: 1, died: 1))
    }

    @Test(arguments: [
        ("2026-11-30", "2026-07-01", "2026-09-30"), ("2026-01-01", "2025-10-01", "2025-12-31"),
        ("2028-04-01", "2028-01-01", "2028-03-31"), ("2026-06-30", "2026-01-01", "2026-03-31"),
    ])
    func `the last full quarter is the one before the present one`(day: String, first: String, last: String) {
        #expect(Day(day)!.lastFullQuarter == Day(first)!...Day(last)!)
    }

    @Test func `a signal keeps the tender that it became, and lets it go when that is deleted`() throws {
        let desk = try TemporaryDesk()
        try desk.write { write in
            let client = try write.addClient(ClientDraft(name: "Hospital", kind: .hospital))
            let signal = try write.addSignal(
                SignalDraft(client: client, text: "Budget", source: "Belova", saidOn: SignalTests.day))
            let tender = try write.addTender(TenderDraft(title: "Gloves", client: client))
            try write.cameTrue(signal, as: tender)
            let row = try write.read.signalList(on: SignalTests.day).rows[0]
            #expect(row.signal.draft.state == .tender && row.tender?.name == "Gloves")
            #expect(
                try write.read.tenderSheet(tender, on: SignalTests.day, at: TemporaryDesk.noon).signals.map(\.id)
                    == [signal])
            try write.deleteTender(tender, from: nil)
            #expect(try write.read.signalList(on: SignalTests.day).rows[0].tender == nil)
        }
    }

    @Test func `the shipped rules of laws name their source, and no lawyer has confirmed them`() throws {
        let desk = try TemporaryDesk()
        let rules = try desk.desk.read { try $0.lawRules().rules.map(\.draft) }
        #expect(rules.count == LawRule.shipped.count && rules.count > 15)
        for rule in rules {
            #expect(rule.confirmedBy == nil && rule.source != nil && rule.article != nil, "\(rule.name)")
        }
        let share = try desk.desk.read { read in
            try read.lawRule("Fall of the price from which anti-dumping measures apply", on: SignalTests.day)
        }
        #expect(share?.draft.value == "25 %")
        let before = try desk.desk.read { read in
            try read.lawRule("Fall of the price from which anti-dumping measures apply", on: Day("2013-12-31")!)
        }
        #expect(before == nil)
    }

    @Test func `a shipped rule is confirmed, deleted and brought back as any record`() throws {
        let desk = try TemporaryDesk()
        let rule = try desk.desk.read { try $0.lawRules().rules[0] }
        try desk.write { write in
            var draft = rule.draft
            draft.confirmedBy = "A lawyer"
            try write.changeLawRule(rule.id, from: rule.version, draft)
        }
        try desk.write { try $0.deleteLawRule(rule.id, from: rule.version + 1) }
        #expect(try Desk.check(path: desk.path) == [])
        try desk.write { write in
            try write.takeBack(#require(try write.read.lastChange()))
            #expect(try write.read.lawRule(rule.id).draft.confirmedBy == "A lawyer")
        }
        #expect(try Desk.check(path: desk.path) == [])
    }

    @Test(arguments: [("44-ФЗ", "44-FZ", true), ("44-fz", "44-FZ", true), ("223-FZ", "44-FZ", false)])
    func `a law is the same however it is written`(one: String, other: String, isSame: Bool) {
        #expect((LawRule.plain(one) == LawRule.plain(other)) == isSame)
    }

    @Test func `a signal that died needs its reason`() {
        let entries = ["client": "1", "text": "x", "source": "y", "state": "died"]
        #expect(throws: Problems(["reason": .required])) {
            try SignalDraft(Entries(entries), Currency("EUR"), today: SignalTests.day)
        }
    }

    @Test func `a rule is asked by name and day, and what no rule says is not known`() throws {
        let desk = try TemporaryDesk()
        try desk.write { write in
            try write.addLawRule(
                LawRuleDraft(
                    name: "share", law: "44-FZ", value: "30 %", from: Day("2020-01-01")!, to: Day("2021-12-31")!))
            try write.addLawRule(LawRuleDraft(name: "share", law: "44-FZ", value: "25 %", from: Day("2022-01-01")!))
        }
        let values = try desk.desk.read { read in
            try ["2019-12-31", "2021-12-31", "2022-01-01"].map { try read.lawRule("share", on: Day($0)!)?.draft.value }
        }
        #expect(values == [nil, "30 %", "25 %"])
        let other = try desk.desk.read { try $0.lawRule("other", on: SignalTests.day) }
        #expect(other == nil)
    }
}
