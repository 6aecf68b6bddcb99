/// One line of the strategy for a client: what somebody judged, wants, fears or promised. (Domain section 1.)
package struct StrategyLine: Sendable, Equatable, Record {
    package typealias ID = Domain.ID<StrategyLine>

    package var id: ID
    package var version: Int
    package var draft: StrategyDraft

    package init(id: ID, version: Int, draft: StrategyDraft) {
        (self.id, self.version, self.draft) = (id, version, draft)
    }
}

/// A line as typed. What its topic does not have is nil.
package struct StrategyDraft: StoredDraft, Sendable, Equatable, Encodable {
    package var topic: StrategyTopic
    package var text: String
    /// Whose objective. A step of defence is ours if it came before they asked.
    package var side: Side?
    /// By what an objective is measured, or the signal by which a risk is seen.
    package var measure: String?
    package var target: String?
    /// Of a risk; of what was seen or said, how sure it is.
    package var likelihood: Odds?
    /// At stake, or what a wish is worth in a year.
    package var amount: Money?
    /// To a risk or an objection; of a complaint or a wish, what came of it.
    package var answer: String?
    /// What was promised to the one who complained.
    package var promise: String?
    /// To whom a complaint went that is beyond our powers, or before whom a wish was put; and since when.
    package var passedTo: String?
    package var passedOn: Day?
    package var level: SetLevel?
    /// 1 is the first.
    package var priority: Int?
    package var step: AcquisitionStep?
    /// In per cent.
    package var chance: Int?
    package var owner: User.ID?
    /// Who said it, or whom it concerns.
    package var person: Person.ID?
    package var due: Day?
    package var state: StrategyState
    /// When it stopped being open.
    package var closedOn: Day?
    package var source: String?
    package var day: Day
    package var grade: Certainty

    /// Reads the fields that the topic has; the others are left empty.
    package init(_ entries: Entries, _ currency: Currency, today: Day) throws(Problems) {
        var read = FieldReader(entries)
        let topic: StrategyTopic? = read.optionalChoice("topic", StrategyTopic.self)
        self.init(topic ?? .situation, text: read.text("text", atMost: 2000), day: read.pastDay("day", today))
        source = read.optionalText("source", atMost: 300)
        grade = read.choice("grade", or: .assumed)
        if topic == nil, read.problems["topic"] == nil { read.add(.required, to: "topic") }
        if entries["day"].isEmpty { read.add(.required, to: "day") }
        if self.topic.needsSource, source == nil, read.problems["source"] == nil { read.add(.required, to: "source") }
        for field in self.topic.fields { take(field, from: &read, currency, today) }
        for field in self.topic.required where entries[field.rawValue].isEmpty {
            read.add(.required, to: field.rawValue)
        }
        requireSense(&read, today)
        guard read.problems.isEmpty else { throw read.problems }
    }

    private mutating func take(_ field: StrategyField, from read: inout FieldReader, _ currency: Currency, _ today: Day)
    {
        let name = field.rawValue
        switch field {
        case .side: side = read.optionalChoice(name, Side.self)
        case .measure: measure = read.optionalText(name, atMost: 500)
        case .target: target = read.optionalText(name)
        case .likelihood: likelihood = read.optionalChoice(name, Odds.self)
        case .amount: amount = read.optionalAmount(name, currency)
        case .answer: answer = read.optionalText(name, atMost: 2000)
        case .promise: promise = read.optionalText(name, atMost: 500)
        case .passedTo: passedTo = read.optionalText(name)
        case .passedOn: passedOn = read.optionalPastDay(name, today)
        case .level: level = read.optionalChoice(name, SetLevel.self)
        case .priority: priority = read.optionalNumber(name, 1...99)
        case .step: step = read.optionalChoice(name, AcquisitionStep.self)
        case .chance: chance = read.optionalNumber(name, 0...100)
        case .owner: owner = read.optionalID(name, User.self)
        case .person: person = read.optionalID(name, Person.self)
        case .due: due = read.optionalDay(name)
        case .state: state = read.choice(name, or: .open)
        case .closed: closedOn = read.optionalPastDay(name, today)
        }
    }

    /// What one field asks of another. A line that is over has the day on which it ended, today if none is said.
    private mutating func requireSense(_ read: inout FieldReader, _ today: Day) {
        if passedTo != nil, passedOn == nil { passedOn = today }
        if passedTo == nil, passedOn != nil { read.add(.required, to: "passed_to") }
        if let passedOn, passedOn < day { read.add(.endsBeforeStart, to: "passed_on") }
        if state == .open {
            if closedOn != nil { read.add(.stillOpen, to: "closed") }
        } else if closedOn == nil {
            closedOn = today
        }
        if let closedOn, closedOn < day { read.add(.endsBeforeStart, to: "closed") }
        // What is over tells how it ended.
        if [.complaint, .wish].contains(topic), state != .open, answer == nil { read.add(.required, to: "answer") }
    }

    package init(
        _ topic: StrategyTopic, text: String, source: String? = nil, day: Day, grade: Certainty = .assumed,
        _ fill: (inout StrategyDraft) -> Void = { _ in }
    ) {
        (self.topic, self.text, self.source, self.day, self.grade) = (topic, text, source, day, grade)
        state = .open
        fill(&self)
    }

    package static var blank: StrategyDraft { StrategyDraft(.blank, text: "", day: .blank, grade: .blank) }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("topic", &topic)
        fields.field("text", &text)
        fields.field("side", &side)
        fields.field("measure", &measure)
        fields.field("target", &target)
        fields.field("likelihood", &likelihood)
        fields.field("amount", &amount)
        fields.field("answer", &answer)
        fields.field("promise", &promise)
        fields.field("passed_to", &passedTo)
        fields.field("passed_day", form: "passed_on", &passedOn)
        fields.field("level", &level)
        fields.field("priority", &priority)
        fields.field("step", &step)
        fields.field("chance", &chance)
        fields.field("owner_id", form: "owner", &owner)
        fields.field("person_id", form: "person", &person)
        fields.field("due_day", form: "due", &due)
        fields.field("state", &state)
        fields.field("closed_day", form: "closed", &closedOn)
        fields.field("source", &source)
        fields.field("day", &day)
        fields.field("grade", &grade)
    }

    package func isOpen(on day: Day) -> Bool { closedOn.map { $0 > day } ?? true }

    /// Days past the due day of what is open; 0 or less if there is time, nil without a due day.
    package func daysLate(on day: Day) -> Int? { isOpen(on: day) ? due.map { day - $0 } : nil }

    /// True if it is old enough to be asked again.
    package func isStale(on day: Day) -> Bool { topic.days.map { self.day + $0 < day } ?? false }

    /// The same, said again on a day.
    package func stillSo(on today: Day) -> StrategyDraft {
        var draft = self
        draft.day = today
        return draft
    }
}
