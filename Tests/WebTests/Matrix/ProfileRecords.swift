import Domain
import Store

/// What is judged and known of people: ties, assessments, the ladder, facts; and what is expected of their client.
extension TeamRecords {
    /// A profile for the person of each client, and a step of one with somebody who works at another's client too.
    mutating func writeProfiles(_ shared: Person.ID) throws {
        for letter in TeamDesk.letters {
            try writeProfile(letter)
            try writeProjects(letter)
        }
        let move = try act("clara") {
            try $0.climb(
                shared, LadderDraft(day: $0.today, step: .contact, theirs: Room.dossier.word("c", "sharedstep")))
        }
        keep("ladder", "c*", move.number)
    }

    /// Of the nobody's client's person the head is the one who judges.
    private func judge(of letter: String) -> String { TeamDesk.holders[letter] ?? "head" }

    private mutating func writeProfile(_ letter: String) throws {
        func word(_ field: String) -> String { Room.dossier.word(letter, field) }
        let (client, person) = (Client.ID(numbers["clients"]![letter]!), Person.ID(numbers["people"]![letter]!))
        let judge = judge(of: letter)
        let other = try act { try $0.addPerson(PersonDraft(name: "Friend \(letter)")) }
        try act { _ = try $0.addPost(PostDraft(title: "Chief"), person: other, client: client) }
        func tie(_ source: String) -> TieDraft { TieDraft(kind: .mentorOf, source: word(source)) }
        let number = try act(judge) { try $0.addTie(tie("oldtie"), from: person, to: other) }
        try act(judge) { _ = try $0.changeTie(number, from: nil, tie("tie")) }
        keep("ties", letter, number.number)
        let judged = try act(judge) {
            try $0.assess(person, at: client, AssessmentDraft(day: $0.today, power: 4, source: word("judged")))
        }
        keep("assessments", letter, judged.number)
        try act(judge) {
            _ = try $0.assess(
                person, at: client, AssessmentDraft(day: $0.today, stance: -1, competitor: word("competitor")))
        }
        let move = try act(judge) {
            try $0.climb(
                person, LadderDraft(day: $0.today, step: .acquainted, theirs: word("theirs"), ours: word("ours")))
        }
        keep("ladder", letter, move.number)
        let known = try act(judge) { try $0.addFact(fact(letter, .dossier), of: person) }
        keep("facts", letter, known.number)
        let personal = try act(judge) { try $0.addFact(fact(letter, .personal), of: person) }
        keep("facts", letter + "!", personal.number)
        let expected = try act(judge) {
            try $0.expect(
                ExpectedChangeDraft(
                    kind: .retirement, text: word("expected"), person: person, day: $0.today + 40, probability: 30,
                    source: word("expectedsource")), at: client)
        }
        keep("expected", letter, expected.number)
        let evidence = try act(judge) {
            try $0.addEvidence(
                EvidenceDraft(.partner, .budget, claim: word("claim"), source: word("claimsource"), day: $0.today),
                of: client)
        }
        keep("evidence", letter, evidence.number)
        _ = try act(judge) {
            try $0.addStrategyLine(
                StrategyDraft(.complaint, text: word("complaint"), source: word("complaintsource"), day: $0.today) {
                    $0.answer = word("complaintanswer")
                    $0.promise = word("complaintpromise")
                    $0.passedTo = word("complaintpassed")
                    $0.person = person
                    $0.owner = User.ID(1)
                    $0.amount = Money(1)
                }, of: client)
        }
        let need = try act(judge) {
            try $0.addStrategyLine(
                StrategyDraft(.need, text: word("need"), source: word("needsource"), day: $0.today), of: client)
        }
        keep("strategy", letter, need.number)
        let year = try act(judge) {
            try $0.addInvestment(
                InvestmentDraft(
                    year: 2026, low: .zero, expected: .zero, high: .zero, source: word("investmentsource"),
                    day: $0.today
                ), in: client)
        }
        keep("investment", letter, year.number)
        let dropped = try act(judge) {
            try $0.addMatter(MatterDraft(side: .ours, text: word("dropped"), due: nil, person: nil), client: client)
        }
        try act(judge) { try $0.drop(dropped, from: nil, DroppedMatter(reason: word("dropreason"), isTold: true)!) }
        try act(judge) {
            _ = try $0.addStrategyLine(
                StrategyDraft(.objective, text: word("objective"), day: $0.today) {
                    $0.measure = word("objectivemeasure")
                    $0.target = word("objectivetarget")
                    $0.side = .theirs
                }, of: client)
        }
        let gone = try act(judge) {
            try $0.assess(person, at: client, AssessmentDraft(day: $0.today, power: 1, source: word("gonejudged")))
        }
        try act(judge) { try $0.deleteAssessment(gone, from: nil) }
    }

    private func fact(_ letter: String, _ room: Room) -> FactDraft {
        FactDraft(
            kind: .interest, text: room.word(letter, "fact"), source: room.word(letter, "factsource"),
            day: TeamDesk.today,
            privacy: room == .personal ? .personal : .internal)
    }

    /// More of the same, for the second of two desks that are compared.
    func addProfile(_ client: Client.ID, _ person: Person.ID, _ letter: String) throws {
        try act(judge(of: letter)) { write in
            let tie = try write.read.tie(Tie.ID(numbers["ties"]![letter]!))
            try write.addTie(TieDraft(kind: .rival), from: tie.to.id, to: person)
            try write.assess(person, at: client, AssessmentDraft(day: write.today, power: 1, stance: 2))
            try write.climb(person, LadderDraft(day: write.today, step: .loyal, theirs: "more"))
            try write.expect(
                ExpectedChangeDraft(kind: .merger, text: "more", day: write.today + 9, probability: 5, shift: 7),
                at: client)
            // A guest more would be counted, for everybody.
            try write.addTalk(
                TalkDraft(topic: "more", speaker: .person(person)), at: Event.ID(numbers["events"]!["-"]!))
            try write.addFact(
                FactDraft(kind: .education, text: "more", source: "more", day: write.today, privacy: .public),
                of: person)
        }
    }

    func addPersonalFact(_ person: Person.ID, _ letter: String) throws {
        try act(judge(of: letter)) {
            _ = try $0.addFact(
                FactDraft(kind: .other, text: "more", source: "more", day: $0.today, privacy: .personal), of: person)
        }
    }
}
