import Domain
import Testing

@testable import Store

/// Who may take an act back, put a version back, hand a client over, lift the mark of a trade secret.
@Suite struct AuthorityTests {
    /// Everybody on the desk but the owner, who does what others try to undo.
    private static let everybody = SightTests.whole.map(\.who)

    /// What a KAM could do and does not take back once it was decided above them: who holds a client, that it is gone, and one that
    /// nobody holds yet.
    private static let decided: Set = [
        "a client is handed over", "a client is deleted", "all clients are handed over", "a client is added",
    ]

    /// What is told in the history of the team, which a head of a department does not see.
    private static let ofTeam: Set = ["an absence has another deputy", "an absence is undone"]

    @Test(arguments: AuthorityDesk.acts.map(\.name))
    func `an act may be undone only by a user who could have done it`(name: String) throws {
        let desk = try AuthorityDesk()
        let act = try #require(AuthorityDesk.acts.first { $0.name == name }).act
        var could: [String: Bool] = [:]
        for who in AuthorityTests.everybody { could[who] = try desk.could(who) { try act($0, desk) } }
        try desk.store.write(as: .user(Desk.owner), at: TemporaryDesk.noon, on: SightDesk.today) { try act($0, desk) }
        let line = try desk.last()
        for who in AuthorityTests.everybody {
            let isDecided = AuthorityTests.decided.contains(name) && !["head", "over", "director"].contains(who)
            // A deputy sets the mark and does not lift it.
            let isSecret = name == "a client is a trade secret" && who == "deputy"
            let takes = try desk.could(who) { try $0.takeBack(line) }
            let isHidden = AuthorityTests.ofTeam.contains(name) && who == "head"
            #expect(takes == (could[who]! && !isDecided && !isHidden && !isSecret), "\(who)")
            // A version is a part of that: whoever may not write the record puts none back. A line of a budget may be written by its KAM, but
            // for the approval.
            if !could[who]!, name != "an approval is withdrawn",
                let past = try? desk.desk.read("director", { try $0.pastVersion(line, on: SightDesk.today) }),
                let version = past.version
            {
                let first = try #require(try firstLine(of: past.change, desk))
                guard first != line else { continue }
                #expect(try !desk.could(who) { try $0.putBack(first, from: version) }, "\(who)")
            }
        }
    }

    private func firstLine(of change: Change, _ desk: AuthorityDesk) throws -> Change.ID? {
        try desk.desk.read("director") { read in
            try read.first(
                "SELECT min(id) FROM change WHERE subject = ? AND record_id = ?",
                [change.subject.rawValue, change.record]
            ) { $0.id(0) }
        }
    }

    @Test func `the acts of this suite touch every kind of record`() throws {
        struct Undone: Error {}
        let desk = try AuthorityDesk()
        let before = try desk.last()
        var subjects: Set<Change.Subject> = []
        for (_, act) in AuthorityDesk.acts {
            #expect(throws: Undone.self) {
                try desk.store.write(as: .user(Desk.owner), at: TemporaryDesk.noon, on: SightDesk.today) { write in
                    try act(write, desk)
                    subjects.formUnion(
                        try write.read.rows("SELECT DISTINCT subject FROM change WHERE id > ?", [before.number]) {
                            $0.word(0)
                        })
                    throw Undone()
                }
            }
        }
        #expect(subjects == Set(Change.Subject.allCases))
    }

    @Test func `a KAM may take back their own handover but not a director's handover of all their clients`() throws {
        let desk = try AuthorityDesk()
        try desk.act("anna") { try desk.handOver(to: "boris", $0) }
        let own = try desk.last()
        #expect(try desk.could("anna") { try $0.takeBack(own) })
        #expect(try !desk.could("boris") { try $0.takeBack(own) })
        try desk.act("anna") { try $0.takeBack(own) }
        try desk.act("director") {
            try $0.handOverAll(
                of: desk.desk.users["anna"]!,
                HandoverDraft(user: desk.desk.users["clara"]!, from: SightDesk.today + 1))
        }
        let line = try desk.last()
        #expect(throws: Refusal.notAllowed) { try desk.act("anna") { try $0.takeBack(line) } }
        // Nor by handing over what is planned for another.
        for who in ["anna", "boris"] {
            #expect(throws: Refusal.notAllowed, "\(who)") { try desk.act("anna") { try desk.handOver(to: who, $0) } }
        }
        try desk.act("director") { try $0.takeBack(line) }
    }

    @Test func `an act that a user does not see is not found when they take it back`() throws {
        let desk = try AuthorityDesk()
        try desk.act("anna") { try desk.change($0) { $0.note = "other" } }
        let line = try desk.last()
        for who in ["boris", "clara", "admin", "lead"] {
            #expect(throws: Refusal.notFound, "\(who)") { try desk.act(who) { try $0.takeBack(line) } }
        }
        // An interaction of nobody's client is its author's.
        let apart = try desk.act("anna") {
            try $0.logInteraction(
                InteractionDraft(
                    client: nil, kind: .call, day: $0.today, topic: "t", note: nil, mood: nil, isConfidential: false,
                    people: [desk.person]))
        }
        try desk.act("anna") { try $0.deleteInteraction(apart, from: nil) }
        let deletion = try desk.last()
        for who in ["boris", "clara"] {
            #expect(throws: Refusal.notFound, "\(who)") { try desk.act(who) { try $0.takeBack(deletion) } }
        }
        #expect(try desk.could("anna") { try $0.takeBack(deletion) })
    }

    @Test func `a KAM may not take back a note at a client that is no longer theirs`() throws {
        let desk = try AuthorityDesk()
        try desk.act("anna") { try $0.logInteraction(SightDesk.contact(desk.client, "heard")) }
        let line = try desk.last()
        #expect(try desk.could("anna") { try $0.takeBack(line) })
        try desk.desk.temporary.write(on: SightDesk.today - 1) { write in
            // Since yesterday it is Clara's.
            try write.execute(
                "UPDATE client_kam SET user_id = ? WHERE client_id = ?",
                [desk.desk.users["clara"]!.number, desk.client.number])
        }
        #expect(throws: Refusal.notFound) { try desk.act("anna") { try $0.takeBack(line) } }
        #expect(try desk.could("clara") { try $0.takeBack(line) })
    }

    @Test func `a deputy may not hand over or delete a client, or lift its trade secret mark`() throws {
        let desk = try AuthorityDesk()
        for who in ["deputy", "clara"] {
            #expect(throws: Refusal.notAllowed, "\(who)") { try desk.act("deputy") { try desk.handOver(to: who, $0) } }
        }
        #expect(throws: Refusal.notAllowed) { try desk.act("deputy") { try $0.deleteClient(desk.client, from: 1) } }
        try desk.act("anna") { try desk.handOver(to: "clara", $0) }
        let handover = try desk.last()
        #expect(throws: Refusal.notAllowed) { try desk.act("deputy") { try $0.takeBack(handover) } }
        // Setting it is free to whoever may write; whoever has set it as a deputy does not lift it either.
        try desk.act("deputy") { try desk.change($0) { $0.isConfidential = true } }
        let marking = try desk.last()
        #expect(throws: Refusal.notAllowed) {
            try desk.act("deputy") { try desk.change($0) { $0.isConfidential = false } }
        }
        #expect(throws: Refusal.notAllowed) { try desk.act("deputy") { try $0.takeBack(marking) } }
        for who in ["anna", "head", "director"] {
            #expect(try desk.could(who) { try desk.change($0) { $0.isConfidential = false } }, "\(who)")
        }
    }

    @Test func `every way of lifting a trade secret mark is logged`() throws {
        let desk = try AuthorityDesk()
        func lifted() throws -> [String?] {
            try desk.desk.read("head") { try $0.logPage(LogQuery(client: desk.client)) }.lines
                .filter { $0.act == "confidential-lifted" }.map(\.name)
        }
        try desk.act("anna") { try desk.change($0) { $0.isConfidential = true } }
        let marking = try desk.last()
        #expect(try lifted() == [])
        try desk.act("anna") { try desk.change($0) { $0.isConfidential = false } }
        #expect(try lifted() == ["anna"])
        try desk.act("anna") { try desk.change($0) { $0.isConfidential = true } }
        let change = try desk.desk.read("director") { try $0.pastVersion(marking, on: SightDesk.today).change }
        let first = try #require(try firstLine(of: change, desk))
        try desk.act("head") { try $0.putBack(first, from: 4) }
        #expect(try lifted() == ["head", "anna"])
        let again = try desk.last()
        try desk.act("director") { try $0.takeBack(again) }
        #expect(try lifted() == ["head", "anna"])
        try desk.act("director") { try $0.takeBack(#require(try $0.read.lastChange())) }
        #expect(try lifted() == ["director", "head", "anna"])
        #expect(try Desk.check(path: desk.desk.temporary.path) == [])
    }

    @Test func `taking back a change of rights signs the user out, and no old invitation works again`() throws {
        let desk = try AuthorityDesk()
        let boris = try #require(desk.desk.users["boris"])
        func ways() throws -> (sessions: Int, invitations: Int) {
            try desk.desk.read("director") { read in
                (
                    try read.count("SELECT count(*) FROM session WHERE user_id = ?", [boris.number]),
                    try read.count("SELECT count(*) FROM invitation WHERE user_id = ?", [boris.number])
                )
            }
        }
        func enter() throws {
            try desk.act("boris") { try $0.beginSession([UInt8](repeating: 1, count: 32), address: "", browser: "") }
        }
        try desk.desk.temporary.write {
            try $0.changeColleague(boris, from: nil, UserDraft(name: "boris", role: .director, department: "north"))
        }
        let promotion = try desk.last()
        try enter()
        try desk.desk.temporary.write { try $0.takeBack(promotion) }
        #expect(try ways().sessions == 0)
        // Boris leaves, is back, is invited; then his return is undone, and that too.
        for isActive in [false, true] {
            try desk.desk.temporary.write {
                try $0.changeColleague(
                    boris, from: nil, UserDraft(name: "boris", role: .kam, department: "north", isActive: isActive))
            }
        }
        let back = try desk.last()
        try desk.desk.temporary.write {
            try $0.invite(boris, by: [UInt8](repeating: 2, count: 32), until: Moment(milliseconds: .max))
        }
        try enter()
        try desk.desk.temporary.write { try $0.takeBack(back) }
        #expect(try ways() == (0, 0))
    }

    @Test func `a colleague whose addition is undone and restored has no invitation any more`() throws {
        let desk = try AuthorityDesk()
        let dina = try desk.desk.temporary.write { try $0.addColleague(UserDraft(name: "Dina", role: .kam)) }
        let added = try desk.last()
        try desk.desk.temporary.write {
            try $0.invite(dina, by: [UInt8](repeating: 2, count: 32), until: Moment(milliseconds: .max))
        }
        try desk.desk.temporary.write { try $0.takeBack(added) }
        try desk.desk.temporary.write { try $0.takeBack(#require(try $0.read.lastChange())) }
        #expect(try desk.desk.read("director") { try $0.count("SELECT count(*) FROM invitation") } == 0)
    }

    @Test func `a client may be handed over only to a colleague who may hold one`() throws {
        let desk = try AuthorityDesk()
        try desk.desk.temporary.write {
            try $0.changeColleague(
                desk.desk.users["clara"]!, from: nil, UserDraft(name: "clara", role: .kam, isActive: false))
        }
        for who in ["support", "reader", "admin", "clara"] {
            #expect(throws: Refusal.invalid(Problems(["kam": .notAChoice])), "\(who)") {
                try desk.act("director") { try desk.handOver(to: who, $0) }
            }
        }
        for who in ["boris", "head", "director"] {
            #expect(try desk.could("director") { try desk.handOver(to: who, $0) }, "\(who)")
        }
    }
}
