/// A moment until which something must be done, in the zone in which it was published.
package struct DeadlineDraft: TenderPartDraft {
    package static let subject = Change.Subject.tenderDeadline

    package var kind: DeadlineKind
    package var source: DeadlineSource
    package var day: Day
    package var time: String
    package var zone: String
    /// Where it differs from what the procedure says.
    package var consequence: String?
    package var user: User.ID?
    package var doneOn: Day?
    package var note: String?

    package init(_ entries: Entries, _ ground: TenderGround) throws(Problems) {
        var read = FieldReader(entries)
        kind = read.choice("kind", or: .applications)
        source = read.choice("source", or: .notice)
        day = read.day("day", or: ground.today)
        time = read.text("time", atMost: 8)
        zone = read.text("zone", atMost: 64)
        consequence = read.optionalText("consequence", atMost: 1000)
        user = read.optionalID("user", User.self)
        doneOn = read.optionalPastDay("done", ground.today)
        note = read.optionalText("note", atMost: 4000)
        let clock = TimeOfDay(published: time)
        if !time.isEmpty, clock == nil { read.add(.notATime, to: "time") }
        let named = PublishedZone(zone)
        if !zone.isEmpty, named == nil { read.add(.notAZone, to: "zone") }
        if let clock, let named, PublishedMoment(day, clock, named) == nil { read.add(.skippedByClocks, to: "time") }
        if PublishedMoment.isFar(day, from: ground.today), !read.flag("sure") { read.add(.farAhead, to: "day") }
        if let clock { time = clock.text }
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(
        kind: DeadlineKind = .applications, source: DeadlineSource = .notice, day: Day, time: String = "23:59",
        zone: String = "UTC", consequence: String? = nil, user: User.ID? = nil, doneOn: Day? = nil, note: String? = nil
    ) {
        self.kind = kind
        self.source = source
        self.day = day
        self.time = time
        self.zone = zone
        self.consequence = consequence
        self.user = user
        self.doneOn = doneOn
        self.note = note
    }

    package static var blank: DeadlineDraft { DeadlineDraft(day: .blank) }

    package var colleague: User.ID? { user }
    /// Nil if the clocks of the zone never show it; a checked draft has none of these.
    package var moment: Moment? {
        guard let clock = TimeOfDay(published: time), let zone = PublishedZone(zone) else { return nil }
        return zone.moment(of: day, clock)
    }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("kind", &kind)
        fields.field("source", &source)
        fields.field("day", &day)
        fields.field("time", &time)
        fields.field("zone", &zone)
        fields.field("consequence", &consequence)
        fields.field("user_id", form: "user", &user)
        fields.field("done_day", form: "done", &doneOn)
        fields.field("note", &note)
    }
}

/// A complaint about the procedure, which may suspend it.
package struct ComplaintDraft: TenderPartDraft {
    package static let subject = Change.Subject.tenderComplaint

    package var about: String
    package var whose: String
    package var lodgedOn: Day?
    package var from: Day?
    package var untilOn: Day?
    package var decision: String?

    package init(_ entries: Entries, _ ground: TenderGround) throws(Problems) {
        var read = FieldReader(entries)
        about = read.text("about", atMost: 2000)
        whose = read.text("whose", atMost: 300)
        lodgedOn = read.optionalDay("lodged")
        from = read.optionalDay("from")
        untilOn = read.optionalDay("until")
        decision = read.optionalText("decision", atMost: 2000)
        if let from, let untilOn, untilOn < from { read.add(.endsBeforeStart, to: "until") }
        if from == nil, untilOn != nil { read.add(.required, to: "from") }
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(
        about: String, whose: String, lodgedOn: Day? = nil, from: Day? = nil, untilOn: Day? = nil,
        decision: String? = nil
    ) {
        self.about = about
        self.whose = whose
        self.lodgedOn = lodgedOn
        self.from = from
        self.untilOn = untilOn
        self.decision = decision
    }

    package static var blank: ComplaintDraft { ComplaintDraft(about: "", whose: "") }

    package var title: String? { about }
    /// Nil if it suspends nothing.
    package var suspension: Suspension? { from.map { Suspension(from: $0, until: untilOn) } }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("about", &about)
        fields.field("whose", &whose)
        fields.field("lodged_day", form: "lodged", &lodgedOn)
        fields.field("from_day", form: "from", &from)
        fields.field("until_day", form: "until", &untilOn)
        fields.field("decision", &decision)
    }
}

/// A version of the notice: what changed with it, and when.
package struct NoticeDraft: TenderPartDraft {
    package static let subject = Change.Subject.tenderNotice

    package var number: Int
    package var day: Day
    package var changes: String

    package init(_ entries: Entries, _ ground: TenderGround) throws(Problems) {
        var read = FieldReader(entries)
        number = read.optionalNumber("number", 1...999) ?? 1
        day = read.day("day", or: ground.today)
        changes = read.text("changes", atMost: 4000)
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(
        number: Int = 1, day: Day, changes: String
    ) {
        self.number = number
        self.day = day
        self.changes = changes
    }

    package static var blank: NoticeDraft { NoticeDraft(day: .blank, changes: "") }

    package var title: String? { changes }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("number", &number)
        fields.field("day", &day)
        fields.field("changes", &changes)
    }
}
