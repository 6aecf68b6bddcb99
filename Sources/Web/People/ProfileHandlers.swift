import Domain
import Routes
import Store
import Templates

extension ProfileRoute: PageHandler {
    func page(_ app: App, _ visit: Visit) throws -> Page { try app.page(self, visit) }
}

extension ProfileAction: ActionHandler {
    func act(_ app: App, _ deed: Deed) throws -> Route { try app.act(self, deed) }

    func formPage(_ app: App, _ entries: Entries, _ read: ReadTransaction) -> Route { app.formPage(of: self) }
}

extension App {
    func page(_ route: ProfileRoute, _ visit: Visit) throws -> Page {
        let read = visit.read
        switch route {
        case .new(let id, let kind, let other, let client):
            let person = try read.person(id).named
            switch kind {
            case .ties:
                let drawn = try other.map { try read.knownName($0) }
                // If several people have the name, the person is preselected.
                let isOneOfMany = try drawn.map { try read.peopleNamed($0.name, on: visit.today).count > 1 } ?? false
                let form = visit.form(
                    Entries(
                        [
                            "other": drawn?.name, "other_id": isOneOfMany ? drawn.map { String($0.id.number) } : nil,
                            "start": visit.today.iso,
                        ].compactMapValues { $0 }))
                return .form { [form = try visit.offeringPeople("other", form)] in newTieForm(person, form, $0) }
            case .assessments:
                let clients = try read.clientsOf(id, on: visit.today)
                let form = visit.form(try read.latestJudgement(of: id, at: client, among: clients, on: visit.today))
                return .form { newAssessmentForm(person, clients, form, $0) }
            case .ladder: return .form { ladderForm(person, nil, visit.form(Entries(["day": visit.today.iso])), $0) }
            case .facts: return .form { factForm(person, nil, visit.form(Entries(["day": visit.today.iso])), $0) }
            }
        case .edit(let record): return try editPage(record, visit)
        case .delete(let record):
            let (title, person, version) = try heading(of: record, read)
            return try visit.deletion(
                title,
                what: visit.chrome.language(
                    "If it is no longer true, end the tie or reassess: the map then still shows it for the days when it was."
                ),
                .profile(.delete(record)), back: .people(.sheet(person)), version: version)
        case .merge(let id):
            let person = try read.person(id)
            let form = try visit.offeringPeople("other", visit.form(version: person.version), besides: id)
            let known = try visit.known(of: person.named)
            return .form { mergeForm(person.named, known: known, form, $0) }
        }
    }

    private func editPage(_ record: ProfileRecord, _ visit: Visit) throws -> Page {
        let read = visit.read
        switch record {
        case .tie(let id):
            let tie = try read.tie(id)
            return .form { tieForm(tie, visit.form(tie.entries, version: tie.version), $0) }
        case .assessment(let id):
            let assessment = try read.assessment(id)
            let form = visit.form(assessment.draft.entries, version: assessment.version)
            return .form { assessmentForm(assessment, form, $0) }
        case .ladder(let id):
            let move = try read.ladderMove(id)
            return .form { ladderForm(move.person, id, visit.form(move.draft.entries, version: move.version), $0) }
        case .fact(let id):
            let fact = try read.fact(id)
            return .form { factForm(fact.person, id, visit.form(fact.draft.entries, version: fact.version), $0) }
        }
    }

    private func heading(of record: ProfileRecord, _ read: ReadTransaction) throws
        -> (title: String, person: Person.ID, version: Int)
    {
        switch record {
        case .tie(let id):
            let tie = try read.tie(id)
            return ("\(tie.from.name) – \(tie.to.name)", tie.from.id, tie.version)
        case .assessment(let id):
            let assessment = try read.assessment(id)
            return (assessment.person.name, assessment.person.id, assessment.version)
        case .ladder(let id):
            let move = try read.ladderMove(id)
            return (move.person.name, move.person.id, move.version)
        case .fact(let id):
            let fact = try read.fact(id)
            return (fact.draft.text, fact.person.id, fact.version)
        }
    }

    func act(_ action: ProfileAction, _ deed: Deed) throws -> Route {
        let write = deed.write
        switch action {
        case .add(let id, .ties):
            let draft = try TieDraft(deed.entries)
            let other = try deed.person("other", besides: id)
            let isFirst = deed.entries["way"] != "theirs"
            try write.addTie(draft, from: isFirst ? id : other, to: isFirst ? other : id)
            return .people(.sheet(id))
        case .add(let id, .assessments):
            guard let client = Client.ID(deed.entries["client"]) else {
                throw Refusal.invalid(Problems(["client": .required]))
            }
            try write.assess(id, at: client, AssessmentDraft(deed.entries, today: write.today))
            return .people(.sheet(id))
        case .add(let id, .ladder):
            try write.climb(id, LadderDraft(deed.entries, today: write.today))
            return .people(.sheet(id))
        case .add(let id, .facts):
            try write.addFact(FactDraft(deed.entries, today: write.today), of: id)
            return .people(.sheet(id))
        case .change(let record):
            let person = try heading(of: record, write.read).person
            try change(record, deed)
            return .people(.sheet(person))
        case .delete(let record):
            let person = try heading(of: record, write.read).person
            let version = try deed.version()
            switch record {
            case .tie(let id): try write.deleteTie(id, from: version)
            case .assessment(let id): try write.deleteAssessment(id, from: version)
            case .ladder(let id): try write.deleteLadderMove(id, from: version)
            case .fact(let id): try write.deleteFact(id, from: version)
            }
            return .people(.sheet(person))
        case .confirmStep(let id), .withdrawStep(let id):
            let person = try write.read.ladderMove(id).person.id
            try write.confirmStep(id, action == .confirmStep(id))
            return .people(.sheet(person))
        case .merge(let id):
            let other = try deed.person("other", besides: id)
            let (kept, gone) = deed.entries["keeps"] == "other" ? (other, id) : (id, other)
            try write.mergePerson(gone, into: kept, from: [id: deed.version()])
            return .people(.sheet(kept))
        }
    }

    private func change(_ record: ProfileRecord, _ deed: Deed) throws {
        let (write, version) = (deed.write, try deed.version())
        switch record {
        case .tie(let id):
            try write.changeTie(
                id, from: version, TieDraft(deed.entries), first: Person.ID(deed.entries["way"]))
        case .assessment(let id):
            try write.changeAssessment(id, from: version, AssessmentDraft(deed.entries, today: write.today))
        case .ladder(let id):
            try write.changeLadderMove(id, from: version, LadderDraft(deed.entries, today: write.today))
        case .fact(let id): try write.changeFact(id, from: version, FactDraft(deed.entries, today: write.today))
        }
    }

    func formPage(of action: ProfileAction) -> Route {
        switch action {
        case .add(let id, let kind): .profile(.new(id, kind))
        case .change(let record): .profile(.edit(record))
        case .delete(let record): .profile(.delete(record))
        case .confirmStep(let id), .withdrawStep(let id): .profile(.edit(.ladder(id)))
        case .merge(let id): .profile(.merge(id))
        }
    }
}

extension Person {
    fileprivate var named: Named<Person> { Named(id: id, name: draft.name) }
}
