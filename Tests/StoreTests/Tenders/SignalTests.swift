import Domain
import Testing

@testable import Store

@Suite struct SignalTests {
    static let day = TemporaryDesk.today

    @Test func `signals are summed while they are open, and each source has its record`() throws {
        let desk = try TemporaryDesk()
        try desk.write { write in
            let client = try write.addClient(ClientDraft(name: "Hospital", kind: .hospital, status: .active))
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
        let list = try desk.desk.read { try $0.signalList() }
        #expect(list.open.map(\.signal.draft.text) == ["Belova 3", "Belova 9"])
        #expect(list.openSum == Money(100) && list.openUnknown == 1)
        #expect(
            list.sources == [
                SourceRecord(source: "Belova", said: 4, cameTrue: 1, died: 1),
                SourceRecord(source: "Lomov", said: 1, cameTrue: 1, died: 0),
            ])
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
