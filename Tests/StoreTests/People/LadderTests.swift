import Domain
import Testing

@testable import Store

@Suite struct LadderTests {
    private let desk = try! TemporaryDesk()
    private let person: Person.ID

    init() throws { person = try desk.addPerson("Irina", at: desk.addClient("Hospital")) }

    private func climb(
        _ step: LadderStep, theirs: String? = nil, ours: String? = nil, on day: Day = TemporaryDesk.today
    ) throws -> LadderMove.ID {
        try desk.write { try $0.climb(person, LadderDraft(day: day, step: step, theirs: theirs, ours: ours)) }
    }

    @Test(
        arguments: [
            (.none, .contact, "", "theirs"), (.none, .contact, "t", ""), (.none, .contact, "o", ""),
            (.none, .acquainted, "t", "ours"), (.none, .acquainted, "o", "theirs"), (.none, .acquainted, "to", ""),
            (.none, .acquainted, "", "ours theirs"), (.contact, .acquainted, "", "ours theirs"),
            (.contact, .acquainted, "to", ""), (.contact, .loyal, "t", "ours"), (.contact, .close, "o", "theirs"),
            (.none, .close, "to", ""), (.acquainted, .loyal, "", "theirs"), (.acquainted, .loyal, "o", ""),
            (.loyal, .close, "t", ""), (.loyal, .close, "", "theirs"), (.loyal, .loyal, "", ""),
            (.close, .contact, "", ""), (.loyal, .none, "", ""), (.acquainted, .acquainted, "", ""),
        ] as [(LadderStep, LadderStep, String, String)])
    func `a step up needs an observation, becoming acquainted needs one of each side, and a step down none`(
        before: LadderStep, step: LadderStep, said: String, lacks: String
    ) throws {
        if before > .none { _ = try climb(before, theirs: "t", ours: "o", on: TemporaryDesk.today - 9) }
        let missing = lacks.split(separator: " ").map { (String($0), Problem.needsObservation) }
        let expected = Problems(Dictionary(uniqueKeysWithValues: missing))
        var problems = Problems()
        do {
            _ = try climb(step, theirs: said.contains("t") ? "Knows us" : nil, ours: said.contains("o") ? "Met" : nil)
        } catch let found as Problems { problems = found }
        #expect(problems == expected)
    }

    @Test func `an observation noted later does not support an earlier step`() throws {
        _ = try climb(.loyal, theirs: "t", ours: "o")
        #expect(throws: Problems(["theirs": .needsObservation])) {
            _ = try climb(.contact, on: TemporaryDesk.today - 1)
        }
    }

    @Test func `a correction to a higher step needs observations too`() throws {
        let move = try climb(.contact, theirs: "t")
        #expect(throws: Problems(["ours": .needsObservation])) {
            try desk.write {
                _ = try $0.changeLadderMove(move, from: 1, LadderDraft(day: $0.today, step: .loyal, theirs: "t"))
            }
        }
        #expect(try desk.desk.read { try $0.ladderMove(move).draft.step } == .contact)
    }

    @Test func `each colleague climbs a ladder of their own, so a handover starts a new one`() throws {
        _ = try climb(.loyal, theirs: "t", ours: "o", on: TemporaryDesk.today - 30)
        let other = try desk.write { try $0.addColleague(UserDraft(name: "B", role: .director)) }
        #expect(throws: Problems(["theirs": .needsObservation, "ours": .needsObservation])) {
            try desk.desk.write(as: .user(other), at: TemporaryDesk.noon, on: TemporaryDesk.today) {
                _ = try $0.climb(person, LadderDraft(day: $0.today, step: .loyal))
            }
        }
        let ladder = try desk.desk.read { try $0.personSheet(person, on: TemporaryDesk.today).ladder }
        #expect(ladder.map(\.user.id) == [Desk.owner])
    }
}
