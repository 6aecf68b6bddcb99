import Domain
import Routes

/// What is judged and known about a person, as parts of their page.
struct ProfileParts {
    let page: PersonSheet
    let c: Chrome

    private var l: Language { c.language }
    private var id: Person.ID { page.person.id }

    /// Where the person stands: the latest power, stance and openness at each client, and how close they are to each of us.
    var standing: HTML {
        let judged = page.assessments
        let steps = Dictionary(page.ladder.map { ($0.user.id, $0) }) { first, _ in first }.values.sorted {
            $0.user.id < $1.user.id
        }
        let add: HTML =
            c.mayEdit
            ? "<p class=\"body buttons\">\(button(l("Reassess"), to(.assessments))) \(button(l("Record a step"), to(.ladder)))</p>"
            : .none
        guard !judged.isEmpty || !steps.isEmpty else {
            return sheet(
                l("Where they stand"),
                "\(emptyNote(l("Nobody has said yet how much they decide and where they stand.")))\(add)")
        }
        return sheet(
            l("Where they stand"),
            """
            \(if: beginsAnew, "<p class=\"body quiet\">\(l("No step with you yet: each of us climbs the ladder from its foot."))</p>")\
            \(if: !steps.isEmpty, "<ul class=\"said\">\(each: steps, step)</ul>")
            \(if: !judged.isEmpty, "<ul class=\"said\">\(each: judged.prefix(12), judgement)</ul>")
            \(add)
            """)
    }

    /// Is the viewer a KAM who has no step on the ladder with this person yet, for example after a handover?
    private var beginsAnew: Bool {
        let viewer = c.frame.viewer
        return viewer.role == .kam && !page.ladder.contains { $0.user.id == viewer.id }
    }

    private func step(_ row: LadderRow) -> HTML {
        """
        <li><b>\(l.word(row.step))</b> \(l("with \(row.user.name)"))\
        \(ifLet: row.theirs, { " · \($0)" })\(ifLet: row.ours, { " · \($0)" })\
        <small class="quiet"> \(c.day(row.day))\(editing(.ladder(row.id)))</small></li>
        """
    }

    private func judgement(_ row: AssessmentRow) -> HTML {
        let said = [
            row.power.map { l("power \($0)") }, row.stance.map { l.stance($0) },
            row.openness.map { l.openness($0) },
        ].compactMap { $0 }.joined(separator: ", ")
        return """
            <li><b>\(said)</b>\(ifLet: row.competitor, { " → \($0)" }) · \(clientLink(row.client, c))\(ifLet: row.source, { " · \($0)" })\
            <small class="quiet"> \(c.day(row.day)), \(row.by), \(l.word(row.certainty))\(editing(.assessment(row.id)))</small></li>
            """
    }

    var ties: HTML {
        let add: HTML = c.mayEdit ? "<p class=\"body buttons\">\(button(l("Add a tie"), to(.ties)))</p>" : .none
        guard !page.ties.isEmpty else {
            return sheet(
                l("Ties"), "\(emptyNote(l("No tie is known. Whom do they listen to, and who listens to them?")))\(add)")
        }
        return sheet(l("Ties"), "<ul class=\"said\">\(each: page.ties, tie)</ul>\(add)")
    }

    private func tie(_ row: TieRow) -> HTML {
        let days = [row.from.map { c.day($0) }, row.to.map { "– \(c.day($0))" }].compactMap { $0 }.joined(
            separator: " ")
        let note = [
            row.isPositive ? nil : l.word(Sign.negative), l.strength(row.strength), l.word(row.certainty),
            days.isEmpty ? nil : days, row.by, row.source,
        ].compactMap { $0 }.joined(separator: ", ")
        return """
            <li\(if: !row.holds(on: c.today), " class=\"faint\"")>\(l.word(row.kind, isFirst: row.isFirst)) \(personLink(row.other, c))\
            <small class="quiet"> \(note)\(editing(.tie(row.id)))</small></li>
            """
    }

    var facts: HTML {
        let add: HTML = c.mayEdit ? "<p class=\"body buttons\">\(button(l("Add a fact"), to(.facts)))</p>" : .none
        guard !page.facts.isEmpty else {
            return sheet(
                l("Known of them"),
                "\(emptyNote(l("Education, publications, interests, how to approach: nothing is noted yet.")))\(add)")
        }
        return sheet(l("Known of them"), "<dl class=\"body facts\">\(each: page.facts, fact)</dl>\(add)")
    }

    private func fact(_ row: FactRow) -> HTML {
        """
        <div><dt>\(l.word(row.kind))</dt><dd><span class="note">\(row.text)</span>\
        <small class="quiet"> \(row.source), \(c.day(row.day)), \(l.word(row.privacy))\(editing(.fact(row.id)))</small></dd></div>
        """
    }

    private func to(_ kind: ProfileKind) -> String { c.link(.profile(.new(id, kind, other: nil))) }

    private func editing(_ record: ProfileRecord) -> HTML {
        c.mayEdit ? " · <a href=\"\(c.link(.profile(.edit(record))))\">\(l("Edit"))</a>" : .none
    }
}
