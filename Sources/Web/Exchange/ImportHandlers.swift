import Domain
import HTTP
import Routes
import Store
import Templates

extension ImportRoute: PageHandler {
    func page(_ app: App, _ visit: Visit) throws -> Page { try app.page(self, visit) }
}

extension ImportAction: ActionHandler {
    /// `App.answer` handles it before the usual acts.
    func act(_ app: App, _ deed: Deed) throws -> Route { throw Refusal.notFound }

    func formPage(_ app: App, _ entries: Entries, _ read: ReadTransaction) -> Route { app.formPage(of: self) }
}

extension WriteTransaction {
    fileprivate func noteRehearsal(of file: String, _ secrets: [Named<Client>], _ request: Request) throws {
        let viewer = read.frame.viewer
        let entry = LogEntry(
            user: viewer.id, name: viewer.name, act: ReadingAct.rehearsed.rawValue, title: file,
            address: request.remoteAddress)
        try log(entry)
        try note(entry, of: secrets)
    }
}

extension App {
    func page(_ route: ImportRoute, _ visit: Visit) throws -> Page {
        switch route {
        case .list:
            let list = try visit.read.importList()
            return Page(list) { importListPage(list, visit.form(), $0) }
        case .waiting(let number):
            let file = try waiting.file(number, of: visit.read.frame.viewer.id)
            return .form { waitingFilePage(file, $0) }
        case .refused(let number):
            let file = try waiting.file(number, of: visit.read.frame.viewer.id)
            guard let report = file.report else { throw Refusal.notFound }
            return .form { refusedRowsPage(file, report, visit.form(), $0) }
                .exporting { refusedRowsFile(file, report, $0.language) }
        case .sheet(let id):
            var record = try visit.read.importRecord(id)
            let percent = waiting.percentUndone(id)
            if percent != nil { record.state = .running }
            return Page(record) { [record] in
                importPage(
                    record, obstacles: self.waiting.obstacles(id), percent: percent,
                    hasFailed: self.waiting.hasFailed(id), $0)
            }
        }
    }

    /// Imports run apart from the usual acts, in many short transactions of their own.
    func act(_ action: ImportAction, _ request: Request, by viewer: User.ID) throws -> Route {
        switch action {
        case .upload:
            guard let upload = request.upload else { throw Problems(["file": .required]) }
            let kind = ImportKind(rawValue: request.form["kind"] ?? "") ?? .clients
            let number = try waiting.add(upload, kind, of: viewer)
            // If every needed column is known, there is nothing to ask before the rehearsal.
            let file = try waiting.file(number, of: viewer)
            if kind.needs.allSatisfy({ file.column(of: $0) != nil }) {
                try waiting.rehearse(file, note: note(of: file, request, by: viewer))
            }
            return .imports(.waiting(number))
        case .rehearse(let number): return try rehearse(number, request, by: viewer)
        case .run(let number):
            try waiting.run(number, as: viewer)
            return .imports(.waiting(number))
        case .discard(let number):
            waiting.discard(number, of: viewer)
            return .imports(.list)
        case .undo(let id):
            try waiting.undo(id, as: viewer)
            return .imports(.sheet(id))
        }
    }

    private func rehearse(_ number: Int, _ request: Request, by viewer: User.ID) throws -> Route {
        let file = try waiting.file(number, of: viewer)
        let reading = FileReading(file.kind, header: file.header, request.form, found: file.conventions)
        try waiting.rehearse(number, reading, of: viewer, note: note(of: file, request, by: viewer))
        return .imports(.waiting(number))
    }

    /// A rehearsal reveals what is on the desk. So it is logged, and for each trade secret it touches as well.
    private func note(
        of file: WaitingFile, _ request: Request, by viewer: User.ID
    ) -> @Sendable ([Named<Client>]) throws -> Void {
        { [self] secrets in
            try write(as: .program(for: viewer)) { try $0.noteRehearsal(of: file.name, secrets, request) }
        }
    }

    func formPage(of action: ImportAction) -> Route {
        switch action {
        case .upload: .imports(.list)
        case .rehearse(let number), .run(let number), .discard(let number): .imports(.waiting(number))
        case .undo(let id): .imports(.sheet(id))
        }
    }
}

extension FileReading {
    /// Reads the form of a waiting file. A convention that the form does not say stays as it was `found`, but for the marks in cells: those
    /// are found anew.
    fileprivate init(_ kind: ImportKind, header: [String], _ form: Form, found: Conventions) {
        for field in kind.fields {
            let places = ["field-\(field)", "also-\(field)"].compactMap { form[$0].flatMap { Int($0) } }
            if form["field-\(field)"]?.isEmpty == false { columns[field] = places }
            let constant = typed(form["set-\(field)"] ?? "")
            if !constant.isEmpty { constants[field] = constant }
        }
        conventions.encoding = form["encoding"].flatMap { CSVEncoding(rawValue: $0) } ?? found.encoding
        conventions.delimiter = form["delimiter"].flatMap(\.first) ?? found.delimiter
        conventions.firstRow = form["first_row"].flatMap { Int(typed($0)) } ?? found.firstRow
        let totals = form["skip_last"].flatMap { Int(typed($0)) }.map { min(max($0, 0), 1000) }
        conventions.skipLast = totals == found.skipLast ? nil : totals
        conventions.dates = form["dates"].flatMap(DayOrder.init)
        conventions.decimal = form["decimal"].flatMap(DecimalMark.init)
        conventions.discount = form["discount"].flatMap(DiscountUnit.init)
        conventions.nulls = typed(form["null"] ?? "").split(separator: ",").map { typed(String($0)) }.filter {
            !$0.isEmpty
        }
    }
}
