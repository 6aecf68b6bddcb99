import Domain
import GRDB

/// How a tender stands: its deadlines, and what is in the way of each.
struct TenderStanding {
    var tender: Tender
    /// Nil if nobody knows it.
    var procedure: Procedure?
    var lots: [TenderLot]
    /// True if no lot may still be won and none was.
    var isOver: Bool
    /// By their day; those that are done among them.
    var deadlines: [DeadlineRow]
    var complaints: [TenderComplaint]
    var facts: TenderFacts
    var blockers: [Blocker]

    /// The first deadline that is not done and still matters.
    var next: DeadlineRow? { deadlines.first { !$0.isDone && !$0.isVoid } }
}

extension ReadTransaction {
    /// How some tenders stand, in their order. Ten statements, however many there are.
    func standings(of tenders: [Tender], names: [User.ID: String], on today: Day, at now: Moment) throws
        -> [TenderStanding]
    {
        guard !tenders.isEmpty else { return [] }
        let ids = jsonList(tenders.map(\.id.number))
        func owned<Draft: TenderPartDraft>(_ type: Draft.Type, order: String = "p.id") throws
            -> [Int64: [TenderPart<Draft>]]
        {
            Dictionary(
                grouping: try parts(
                    type, where: "p.tender_id IN (SELECT value FROM json_each(?))", [ids], order: order,
                    atMost: 2000 * tenders.count), by: { $0.owner })
        }
        let procedures = try procedures(Set(tenders.compactMap(\.draft.procedure)))
        let papers = try ownPapers().map(\.facts)
        let lots = try owned(LotDraft.self)
        let deadlines = try owned(DeadlineDraft.self, order: "p.day, p.time, p.id")
        let complaints = try owned(ComplaintDraft.self)
        let securities = try owned(SecurityDraft.self)
        let questions = try owned(QuestionDraft.self)
        let notices = try owned(NoticeDraft.self, order: "p.number DESC")
        let requirements = try owned(FitDraft.self)
        let lines = try owned(ApplicationLineDraft.self)
        return tenders.map { tender in
            let id = tender.id.number
            var facts = TenderFacts(
                securities: securities[id] ?? [], questions: questions[id] ?? [], notices: notices[id] ?? [],
                requirements: requirements[id] ?? [], lines: lines[id] ?? [],
                facts: BlockerFacts(stage: tender.draft.stage, go: tender.draft.go, papers: papers))
            facts.fill(tender.draft, lots[id] ?? [], deadlines[id] ?? [], names)
            let procedure = tender.draft.procedure.flatMap { procedures[$0] }
            let blockers = facts.facts.blockers(on: today)
            let complaints = complaints[id] ?? []
            let isOver = (lots[id] ?? []).areOver
            var rows = (deadlines[id] ?? []).map { deadline in
                DeadlineRow(
                    deadline, complaints: complaints,
                    missed: procedure?.missed(deadline.draft.kind) ?? .nothing,
                    who: deadline.draft.user.flatMap { names[$0] },
                    blockers: deadline.draft.doneOn == nil ? blockers.filter { $0.before == deadline.draft.kind } : [],
                    isOver: isOver, at: now)
            }
            // Only a suspension moves them out of the order in which they were read.
            if !complaints.isEmpty { rows.sort { ($0.day, $0.deadline.draft.time) < ($1.day, $1.deadline.draft.time) } }
            return TenderStanding(
                tender: tender, procedure: procedure, lots: lots[id] ?? [], isOver: isOver, deadlines: rows,
                complaints: complaints, facts: facts, blockers: blockers)
        }
    }
}

/// The parts of a tender from which its blockers follow.
struct TenderFacts {
    var securities: [TenderSecurity]
    var questions: [TenderQuestion]
    var notices: [TenderNotice]
    var requirements: [FitLine]
    var lines: [ApplicationLine]
    var facts: BlockerFacts

    mutating func fill(
        _ draft: TenderDraft, _ lots: [TenderLot], _ deadlines: [TenderDeadline], _ names: [User.ID: String]
    ) {
        func day(_ kind: DeadlineKind) -> Day? {
            deadlines.first { $0.draft.kind == kind && $0.draft.doneOn == nil }?.draft.day
        }
        facts.kam = draft.user.flatMap { names[$0] }
        facts.signer = draft.user
        facts.outcomes = lots.map(\.draft.outcome)
        facts.isSubmitted = draft.submitted != nil
        facts.signingDay = day(.signingOurs)
        facts.applicationDay = day(.applications)
        // The limit of a power of attorney is an amount in the desk's currency.
        if draft.currency == nil { facts.value = lots.compactMap(\.draft.start).max() }
        facts.noticeChangedOn = notices.first { $0.draft.number > 1 }?.draft.day
        facts.securities = securities.map { part in
            let draft = part.draft
            return .init(
                id: part.id.number, draft.kind, paidOn: draft.paidOn, amount: draft.amount, needed: draft.asked,
                until: draft.untilOn, neededUntil: draft.neededOn, returnedOn: draft.returnedOn)
        }
        facts.questions = questions.map { part in
            .init(
                id: part.id.number, part.draft.text, who: part.draft.user.flatMap { names[$0] },
                askedOn: part.draft.askedOn, answeredOn: part.draft.answeredOn)
        }
        facts.requirements = requirements.map { part in
            .init(
                id: part.id.number, part.draft.requirement, part.draft.verdict, confirmedOn: part.draft.confirmedOn,
                who: part.draft.user.flatMap { names[$0] })
        }
        facts.lines = lines.map { part in
            .init(
                id: part.id.number, part.draft.text, who: part.draft.user.flatMap { names[$0] },
                doneOn: part.draft.doneOn, confirmedOn: part.draft.confirmedOn, paper: part.draft.paper,
                product: part.draft.product)
        }
    }

    /// How our papers stand against what the application asks for.
    func needs(on today: Day) -> [PaperNeed] {
        let day = max(facts.signingDay ?? facts.applicationDay ?? today, today)
        return lines.compactMap { line in
            line.draft.paper.map { kind in
                PaperNeed(
                    line.id,
                    .of(
                        kind, product: line.draft.product, among: facts.papers, on: day,
                        signs: facts.signingDay != nil, value: facts.value))
            }
        }
    }
}
