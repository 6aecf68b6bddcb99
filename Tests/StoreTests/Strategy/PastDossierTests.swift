import Domain
import Testing

@testable import Store

/// A client as it stood on a past day.
@Suite struct PastDossierTests {
    private struct Snapshot: Equatable {
        var evidence: [String]
        var lines: [String]
        var matters: [String]
    }

    /// What the pages of the present say.
    private func now(_ desk: TemporaryDesk, _ client: Client.ID, on day: Day) throws -> Snapshot {
        try desk.desk.read { read in
            Snapshot(
                evidence: try read.evidenceRows(of: [client], on: day).map { told($0) },
                lines: try read.strategyRows(of: client, on: day).map { told($0) },
                matters: try read.clientMatters(client).open.map(\.text))
        }
    }

    private func then(_ desk: TemporaryDesk, _ client: Client.ID, on day: Day) throws -> Snapshot {
        try desk.desk.read { read in
            let past = try read.pastDossier(of: client, on: day)
            return Snapshot(
                evidence: past.keys.rows.map { told($0) }, lines: past.strategy.rows.map { told($0) },
                matters: past.matters.map(\.text))
        }
    }

    private func told(_ row: EvidenceSheet.Row) -> String {
        "\(row.evidence.id.number) \(row.by) \(row.evidence.draft)"
    }
    private func told(_ row: StrategySheet.Row) -> String {
        "\(row.line.id.number) \(row.by) \(row.owner ?? "-") \(row.person?.name ?? "-") \(row.draft)"
    }

    @Test(arguments: 1...30)
    func `every day of a history is shown as its pages were`(seed: Int) throws {
        let desk = try TemporaryDesk()
        let client = try desk.addClient("Hospital")
        let other = try desk.addClient("Other")
        var random = SplitMix(seed: UInt64(seed))
        var (evidence, lines, matters) = ([Evidence.ID](), [StrategyLine.ID](), [Matter.ID]())
        var days: [(Day, Snapshot)] = []
        for step in 0..<25 {
            let day = TemporaryDesk.today + step * 3
            try desk.write(on: day) { write in
                for _ in 0...random.below(3) {
                    switch random.below(8) {
                    case 0:
                        evidence.append(
                            try write.addEvidence(
                                EvidenceDraft(
                                    .partner, .plans, claim: "c\(random.below(99))", source: "s", day: day,
                                    until: random.below(2) == 0 ? nil : day + random.below(60)), of: client))
                    case 1:
                        lines.append(
                            try write.addStrategyLine(
                                StrategyDraft(
                                    random.pick([.risk, .need, .objection]), text: "t\(random.below(99))", day: day
                                ) {
                                    $0.answer = random.below(2) == 0 ? nil : "a"
                                    $0.owner = User.ID(1)
                                }, of: client))
                    case 2: if let id = evidence.randomOne(&random) { try write.confirmEvidence(id) }
                    case 3:
                        if let id = lines.randomOne(&random) {
                            var draft = try write.read.strategyLine(id).line.draft
                            draft.text = "n\(random.below(99))"
                            if random.below(2) == 0 { (draft.state, draft.closedOn) = (.done, day) }
                            try write.changeStrategyLine(id, from: nil, draft)
                        }
                    case 4:
                        if let id = evidence.removeOne(&random) { try write.deleteEvidence(id, from: nil) }
                    case 5:
                        if let id = lines.removeOne(&random) { try write.deleteStrategyLine(id, from: nil) }
                    case 6:
                        matters.append(
                            try write.addMatter(
                                MatterDraft(
                                    side: .ours, text: "m\(matters.count)", due: day + random.below(30), person: nil),
                                client: client))
                    default: if let id = matters.removeOne(&random) { try write.setDone(id, true) }
                    }
                    // What belongs to another client is not told.
                    try write.addStrategyLine(StrategyDraft(.risk, text: "x", day: day), of: other)
                }
            }
            days.append((day, try now(desk, client, on: day)))
        }
        for (day, expected) in days {
            #expect(try then(desk, client, on: day) == expected, "\(day.iso)")
            // Between two days of acts nothing changes.
            #expect(try then(desk, client, on: day + 2) == expected, "\(day.iso) and two")
        }
        #expect(try then(desk, client, on: TemporaryDesk.today - 1) == Snapshot(evidence: [], lines: [], matters: []))
    }

    @Test func `what was written down later counts from the day of which it speaks, as it was first written`() throws {
        let desk = try TemporaryDesk()
        let client = try desk.addClient("Hospital")
        let (said, written) = (TemporaryDesk.today, TemporaryDesk.today + 20)
        let id = try desk.write(on: written) {
            try $0.addStrategyLine(StrategyDraft(.need, text: "first", source: "s", day: said), of: client)
        }
        try desk.write(on: written + 1) {
            try $0.changeStrategyLine(id, from: nil, StrategyDraft(.need, text: "second", source: "s", day: said))
        }
        func texts(_ day: Day) throws -> [String] {
            try desk.desk.read { try $0.pastDossier(of: client, on: day).strategy.rows.map(\.draft.text) }
        }
        #expect(try texts(said - 1) == [])
        #expect(try texts(said + 3) == ["first"] && texts(written) == ["first"] && texts(written + 1) == ["second"])
        // A mistake that was deleted says nothing of a day before it was written.
        try desk.write(on: written + 2) { try $0.deleteStrategyLine(id, from: nil) }
        #expect(try texts(said + 3) == [] && texts(written + 1) == ["second"] && texts(written + 2) == [])
    }

    @Test func `figures end with the month before`() throws {
        let desk = try TemporaryDesk()
        let client = try desk.addClient("Hospital")
        let past = try desk.desk.read { try $0.pastDossier(of: client, on: Day("2026-05-01")!) }
        #expect(past.figuresUntil == Day("2026-04-30"))
        #expect(past.sales.months.map(\.month.iso).last == "2026-04")
    }
}

extension Array {
    fileprivate func randomOne(_ random: inout SplitMix) -> Element? { isEmpty ? nil : self[random.below(count)] }

    fileprivate mutating func removeOne(_ random: inout SplitMix) -> Element? {
        isEmpty ? nil : remove(at: random.below(count))
    }
}
