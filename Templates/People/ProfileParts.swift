import Domain
import Routes

/// What is judged and known about a person, as parts of their page.
struct ProfileParts {
    let page: PersonSheet
    let c: Chrome

    private var l: Language { c.language }
    private var id: Person.ID { page.person.id }

    /// The latest judgement at each client, in large letters, with the way to a new one; older judgements are folded.
    var judgement: HTML {
        let latest = page.standpoints
        let older = page.olderAssessments
        guard !page.assessments.isEmpty else {
            return sheet(
                l("What we think of them today"),
                emptyNote(l("Nobody has said yet how much they decide and where they stand."), acts(at: nil)))
        }
        return sheet(
            l("What we think of them today"),
            """
            <div class="body">\(each: latest, standpoint)\(if: latest.isEmpty, acts(at: nil))\
            \(if: !older.isEmpty, """
                <details class="older"><summary>\(l("\(older.count) earlier assessments"))</summary><ul class="said">\(each: older, judgement)</ul></details>
                """)</div>
            """)
    }

    private func standpoint(_ point: Standpoint) -> HTML {
        let row = point.latest
        return """
            <p class="lead-judge"><b>\(words(point.power, point.stance, point.openness))</b></p>
            \(ifLet: row.source, { "<p>\($0)</p>" })
            <p class="quiet">\(if: page.standpoints.count > 1, "\(clientLink(row.client, c)) · ")\(row.by), \(c.day(row.day)) · \(gradeMark(row.certainty, l))\
            \(editing(.assessment(row.id)))</p>
            \(acts(at: row.client.id))
            """
    }

    private func acts(at client: Client.ID?) -> HTML {
        guard c.mayEdit else { return .none }
        let reassess = c.link(.profile(.new(id, .assessments, at: client)))
        return
            "<p class=\"buttons\">\(button(l("Reassess"), reassess)) \(button(l("Record a step"), to(.ladder)))</p>"
    }

    /// "Power 4 of 5, rather for, open to talk".
    private func words(_ power: Int?, _ stance: Int?, _ openness: Int?) -> String {
        [
            stance.map { l.stance($0) } ?? l("stance not known"), power.map { l("power \($0) of 5") },
            openness.map { l.openness($0) },
        ].compactMap { $0 }.joined(separator: ", ")
    }

    private func judgement(_ row: AssessmentRow) -> HTML {
        let said = [
            row.power.map { l("power \($0) of 5") }, row.stance.map { l.stance($0) },
            row.openness.map { l.openness($0) },
        ].compactMap { $0 }.joined(separator: ", ")
        return """
            <li><b>\(said)</b>\(ifLet: row.competitor, { " → \($0)" }) · \(clientLink(row.client, c))\(ifLet: row.source, { " · \($0)" })\
            <small class="quiet"> \(c.day(row.day)), \(row.by), \(l.word(row.certainty))\(editing(.assessment(row.id)))</small></li>
            """
    }

    /// How close they are to each of us, and what showed it; earlier steps are folded.
    var steps: HTML {
        let latest = page.closest
        let older = page.ladder.filter { row in !latest.contains { $0.id == row.id } }
        guard !latest.isEmpty || beginsAnew else { return .none }
        return sheet(
            l("Steps with us"),
            """
            \(if: beginsAnew, "<p class=\"body quiet\">\(l("No step with you yet: each of us starts at the bottom of the ladder."))</p>")\
            \(if: !latest.isEmpty, "<ul class=\"said\">\(each: latest, step)</ul>")\
            \(if: !older.isEmpty, """
                <details class="body older"><summary>\(l("\(older.count) earlier steps"))</summary><ul class="said">\(each: older, step)</ul></details>
                """)
            """)
    }

    /// Is the viewer a KAM who has no step on the ladder with this person yet, for example after a handover?
    private var beginsAnew: Bool {
        let viewer = c.frame.viewer
        return viewer.role == .kam && !page.ladder.contains { $0.user.id == viewer.id }
    }

    private func step(_ row: LadderRow) -> HTML {
        """
        <li>\(stepMark(row.step, l)), \(l("with \(row.user.name)"))\
        \(ifLet: row.theirs, { " · \($0)" })\(ifLet: row.ours, { " · \($0)" })\
        <small class="quiet"> \(c.day(row.day))\(editing(.ladder(row.id)))</small>\(confirmation(row))</li>
        """
    }

    /// Which head found the step so in a talk of their own; who may say it has the button.
    private func confirmation(_ row: LadderRow) -> HTML {
        let said: HTML =
            "\(ifLet: row.confirmed, { " <b class=\"good\">\(l("confirmed by \(shortName($0.by.name)), \(c.day($0.day))"))</b>" })"
        guard c.may(.lead), row.user.id != c.frame.viewer.id, row.step > .none else { return said }
        let act =
            row.confirmed == nil
            ? actButton(
                .profile(.confirmStep(row.id)), l("I talked with them: it is so"),
                label: l("I talked with them: it is so, \(row.user.name)"), returns: true, c)
            : actButton(
                .profile(.withdrawStep(row.id)), l("Not confirmed any more"),
                label: l("Not confirmed any more, \(row.user.name)"), returns: true, c)
        return "\(said) \(act)"
    }

    var ties: HTML {
        let add: HTML = c.mayEdit ? "<p class=\"body buttons\">\(button(l("Add a tie"), to(.ties)))</p>" : .none
        guard !page.ties.isEmpty else {
            return sheet(
                l("Ties"), "\(emptyNote(l("No tie is known. Whom do they listen to, and who listens to them?")))\(add)")
        }
        let columns = [Column(l("Tie"), .name), Column(l("Strength")), Column(l("Source, day"))]
        return sheet(l("Ties"), note: l.number(page.ties.count), "\(table(l("Ties"), columns, page.ties, tie))\(add)")
    }

    private func tie(_ row: TieRow) -> [HTML] {
        let days = [row.from.map { c.day($0) }, row.to.map { "– \(c.day($0))" }].compactMap { $0 }.joined(
            separator: " ")
        let notes = [row.isPositive ? nil : l.word(Sign.negative), row.holds(on: c.today) ? nil : l("ended")]
            .compactMap { $0 }.joined(separator: ", ")
        let origin = [row.source, days.isEmpty ? nil : days, shortName(row.by)].compactMap { $0 }.joined(
            separator: ", ")
        return [
            "\(l.beforeName(row.kind, isFirst: row.isFirst)) \(personLink(row.other, c))\(if: !notes.isEmpty, "<small class=\"by\">\(notes)</small>")",
            "\(l.strength(row.strength))<small class=\"by\">\(gradeMark(row.certainty, l))</small>",
            "\(origin)\(editing(.tie(row.id)))",
        ]
    }

    /// How to speak with them: the approach, the boundary agreed in bold, and who assists.
    var dealings: HTML {
        guard !page.dealings.isEmpty else { return .none }
        return sheet(l("How to speak with them"), "<dl class=\"body facts\">\(each: page.dealings, dealing)</dl>")
    }

    private func dealing(_ row: FactRow) -> HTML {
        let text: HTML = row.kind == .boundary ? "<b>\(row.text)</b>" : "\(row.text)"
        return """
            <div><dt>\(l.word(row.kind))</dt><dd><span class="note">\(text)</span>\
            <small class="quiet"> \(row.source), \(c.day(row.day)), \(l.word(row.privacy))\(editing(.fact(row.id)))</small></dd></div>
            """
    }

    /// What else is known, each with its source, its day, and who may see it.
    var facts: HTML {
        let add: HTML = c.mayEdit ? "<p class=\"body buttons\">\(button(l("Add a fact"), to(.facts)))</p>" : .none
        let rows = page.otherFacts
        guard !rows.isEmpty else {
            return sheet(
                l("What we know"),
                "\(emptyNote(l("Education, publications, interests, how to approach: nothing is noted yet.")))\(add)")
        }
        let columns = [Column(l("Fact"), .name), Column(l("Source, day")), Column(l("Visible to"))]
        return sheet(
            l("What we know"), note: l.number(rows.count),
            """
            \(table(l("What we know"), columns, rows) { row in
                [
                    "<small class=\"by\">\(l.word(row.kind))\(editing(.fact(row.id)))</small><span class=\"note\">\(row.text)</span>",
                    "\(row.source), \(c.day(row.day))", "\(l.word(row.privacy))",
                ]
            })\(add)
            """)
    }

    private func to(_ kind: ProfileKind) -> String { c.link(.profile(.new(id, kind))) }

    private func editing(_ record: ProfileRecord) -> HTML {
        c.mayEdit
            ? "<span class=\"unprinted\">\u{A0}· <a href=\"\(c.link(.profile(.edit(record))))\">\(l("Edit"))</a></span>"
            : .none
    }
}
