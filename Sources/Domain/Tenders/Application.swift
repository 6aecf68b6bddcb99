/// A question to the customer about the notice, with the answer.
package struct QuestionDraft: TenderPartDraft {
    package static let subject = Change.Subject.tenderQuestion

    package var text: String
    package var user: User.ID?
    /// Nil if it is only drafted.
    package var askedOn: Day?
    package var answeredOn: Day?
    package var answer: String?

    package init(_ entries: Entries, _ ground: TenderGround) throws(Problems) {
        var read = FieldReader(entries)
        text = read.text("text", atMost: 2000)
        user = read.optionalID("user", User.self)
        askedOn = read.optionalPastDay("asked", ground.today)
        answeredOn = read.optionalPastDay("answered", ground.today)
        answer = read.optionalText("answer", atMost: 4000)
        if let askedOn, let answeredOn, answeredOn < askedOn { read.add(.endsBeforeStart, to: "answered") }
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(
        text: String, user: User.ID? = nil, askedOn: Day? = nil, answeredOn: Day? = nil, answer: String? = nil
    ) {
        self.text = text
        self.user = user
        self.askedOn = askedOn
        self.answeredOn = answeredOn
        self.answer = answer
    }

    package static var blank: QuestionDraft { QuestionDraft(text: "") }

    package var title: String? { text }
    package var colleague: User.ID? { user }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("text", &text)
        fields.field("user_id", form: "user", &user)
        fields.field("asked_day", form: "asked", &askedOn)
        fields.field("answered_day", form: "answered", &answeredOn)
        fields.field("answer", &answer)
    }
}

/// The answer to a question on which it depends whether we take part.
package struct GoAnswerDraft: TenderPartDraft {
    package static let subject = Change.Subject.goAnswer

    package var question: String
    package var answer: GoAnswer
    package var remark: String?

    package init(_ entries: Entries, _ ground: TenderGround) throws(Problems) {
        var read = FieldReader(entries)
        question = read.text("question", atMost: 300)
        answer = read.choice("answer", or: .unknown)
        remark = read.optionalText("remark", atMost: 1000)
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(
        question: String, answer: GoAnswer = .unknown, remark: String? = nil
    ) {
        self.question = question
        self.answer = answer
        self.remark = remark
    }

    package static var blank: GoAnswerDraft { GoAnswerDraft(question: "") }

    package var title: String? { question }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("question", &question)
        fields.field("answer", &answer)
        fields.field("remark", &remark)
    }
}

/// A requirement of the notice against our product and another.
package struct FitDraft: TenderPartDraft {
    package static let subject = Change.Subject.fitLine

    package var requirement: String
    package var ours: String?
    package var theirs: String?
    package var verdict: FitVerdict
    package var evidence: String?
    package var user: User.ID?
    package var confirmedOn: Day?

    package init(_ entries: Entries, _ ground: TenderGround) throws(Problems) {
        var read = FieldReader(entries)
        requirement = read.text("requirement", atMost: 1000)
        ours = read.optionalText("ours", atMost: 500)
        theirs = read.optionalText("theirs", atMost: 500)
        verdict = read.choice("verdict", or: .unknown)
        evidence = read.optionalText("evidence", atMost: 500)
        user = read.optionalID("user", User.self)
        // A verdict that somebody writes down is theirs from that day.
        confirmedOn = read.optionalPastDay("confirmed", ground.today) ?? (verdict == .unknown ? nil : ground.today)
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(
        requirement: String, ours: String? = nil, theirs: String? = nil, verdict: FitVerdict = .unknown,
        evidence: String? = nil, user: User.ID? = nil, confirmedOn: Day? = nil
    ) {
        self.requirement = requirement
        self.ours = ours
        self.theirs = theirs
        self.verdict = verdict
        self.evidence = evidence
        self.user = user
        self.confirmedOn = confirmedOn
    }

    package static var blank: FitDraft { FitDraft(requirement: "") }

    package var title: String? { requirement }
    package var colleague: User.ID? { user }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("requirement", &requirement)
        fields.field("ours", &ours)
        fields.field("theirs", &theirs)
        fields.field("verdict", &verdict)
        fields.field("evidence", &evidence)
        fields.field("user_id", form: "user", &user)
        fields.field("confirmed_day", form: "confirmed", &confirmedOn)
    }
}

/// What the application needs: a thing that somebody brings, or a paper of ours.
package struct ApplicationLineDraft: TenderPartDraft {
    package static let subject = Change.Subject.applicationLine

    package var text: String
    /// A paper of this kind is enough, and nobody need bring it.
    package var paper: PaperKind?
    package var product: Product.ID?
    package var user: User.ID?
    package var due: Day?
    package var doneOn: Day?
    package var confirmedOn: Day?
    package var receipt: String?

    package init(_ entries: Entries, _ ground: TenderGround) throws(Problems) {
        var read = FieldReader(entries)
        text = read.text("text", atMost: 500)
        paper = read.optionalChoice("paper", PaperKind.self)
        product = read.optionalID("product_id", Product.self)
        user = read.optionalID("user", User.self)
        due = read.optionalDay("due")
        doneOn = read.optionalPastDay("done", ground.today)
        confirmedOn = read.optionalPastDay("confirmed", ground.today)
        receipt = read.optionalText("receipt", atMost: 300)
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(
        text: String, paper: PaperKind? = nil, product: Product.ID? = nil, user: User.ID? = nil, due: Day? = nil,
        doneOn: Day? = nil, confirmedOn: Day? = nil, receipt: String? = nil
    ) {
        self.text = text
        self.paper = paper
        self.product = product
        self.user = user
        self.due = due
        self.doneOn = doneOn
        self.confirmedOn = confirmedOn
        self.receipt = receipt
    }

    package static var blank: ApplicationLineDraft { ApplicationLineDraft(text: "") }

    package var title: String? { text }
    package var colleague: User.ID? { user }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("text", &text)
        fields.field("paper", &paper)
        fields.field("product_id", &product)
        fields.field("user_id", form: "user", &user)
        fields.field("due_day", form: "due", &due)
        fields.field("done_day", form: "done", &doneOn)
        fields.field("confirmed_day", form: "confirmed", &confirmedOn)
        fields.field("receipt", &receipt)
    }
}
