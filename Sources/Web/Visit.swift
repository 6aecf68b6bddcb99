import Domain
import HTTP
import Routes
import Store
import Templates

/// One page being answered: who looks, on what day, and in one read transaction.
struct Visit {
    let read: ReadTransaction
    let chrome: Chrome
    let session: Session
    /// The form as it was sent, where it was not taken.
    let sent: FormState?

    /// Where a form that was sent too late leaves what became of it.
    let late = LateForm()

    /// What the page leaves to be written once it is read.
    let after = AfterReading()

    /// How many rows a list shows: on a page a few, and as many in each part of a file as are worth a query.
    var rows = 50

    var today: Day { chrome.today }

    /// The form to show: as it was sent, or as the record stands. One that was sent too late is merged with the record.
    func form(_ entries: Entries = Entries(), version: Int? = nil) -> FormState {
        guard let sent else { return fresh(entries, version: version) }
        guard sent.isStale else { return sent }
        let merge = Merge(sent.entries, from: Entries(urlEncoded: sent.base), with: entries)
        let form = FormState(
            merge.entries, version: version, base: entries.urlEncoded, isStale: true, clashes: merge.clashes,
            adopted: merge.adopted)
        late.form = form
        return form
    }

    /// The form of a record as it stands.
    func fresh(_ entries: Entries, version: Int?) -> FormState {
        FormState(entries, version: version, base: version == nil ? "" : entries.urlEncoded)
    }
}

/// What a page has computed and the desk keeps, so that it need not be computed again: no act of anybody, and no loss where it fails.
final class AfterReading {
    var write: ((WriteTransaction) throws -> Void)?
}

/// What became of a form that was sent too late, once its page is written.
final class LateForm {
    var form: FormState?
}

extension Entries {
    /// All fields in one, as a form carries those it started from.
    var urlEncoded: String {
        Form(values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }).urlEncoded
    }

    /// Nothing where the text is no form.
    init(urlEncoded text: String) {
        let fields = Form(urlEncoded: Array(text.utf8))?.fields ?? []
        self.init(Dictionary(fields.map { ($0.name, $0.value) }) { first, _ in first })
    }
}

/// A page: the value that its twin shows, and the markup of the same.
struct Page {
    let model: any Encodable
    let html: (Chrome) -> HTML
    /// The page's table as it leaves the desk in a file, nil where it has none.
    private(set) var table: Table?
    /// The page's picture as a file of its own, nil where it has none.
    private(set) var picture: ((Chrome) -> HTML)?

    init(_ model: any Encodable, _ html: @escaping (Chrome) -> HTML) {
        self.model = model
        self.html = html
    }

    /// A table of any length: hands over its parts, one after the other.
    typealias Table = (Chrome, (CSVTable) throws -> Void) throws -> Void

    /// The same page with a table that may leave the desk.
    func exporting(_ table: @escaping (Chrome) -> CSVTable) -> Page {
        exporting((), next: { nil }, as: { _, chrome in table(chrome) })
    }

    /// The same with a list of any length, of which only a part is held at once: the first, and what follows it, nil at the end.
    func exporting<List>(
        _ first: List, next: @escaping (List) throws -> List?, as table: @escaping (List, Chrome) -> CSVTable
    ) -> Page {
        var page = self
        page.table = { chrome, take in
            var part: List? = first
            while let list = part {
                try take(table(list, chrome))
                part = try next(list)
            }
        }
        return page
    }

    /// The same page with a picture that may leave the desk.
    func drawing(_ picture: @escaping (Chrome) -> HTML) -> Page {
        var page = self
        page.picture = picture
        return page
    }

    /// A form, which has no twin.
    static func form(_ html: @escaping (Chrome) -> HTML) -> Page { Page([String: String](), html) }
}

/// One act being done: what was sent, in one write transaction.
struct Deed {
    let write: WriteTransaction
    let entries: Entries

    /// The version from which the form started; a form without one is not ours.
    func version() throws -> Int {
        guard let version = Int(entries["version"]) else { throw Refusal.invalid(Problems(["version": .required])) }
        return version
    }

    /// The page that the form came from, or another where it names none of ours.
    func back(or route: Route) -> Route { SiteMap.page(at: entries["back"]) ?? route }

    /// The client that a field names, nil where nothing was typed. Throws where it is none, or not surely one, or one that the viewer
    /// knows by name only and `isAnybodys` does not say that this will do.
    func client(_ field: String, isAnybodys: Bool = false) throws -> Client.ID? {
        if let chosen = Client.ID(entries[field + "_id"]) {
            do { return try mine(try write.read.clientName(chosen).id, field, isAnybodys) } catch Refusal.notFound {
                throw Refusal.invalid(Problems([field: .unknown]))
            }
        }
        guard !entries[field].isEmpty else { return nil }
        let (found, areExact) = try write.clientsNamed(entries[field])
        guard let first = found.first else { throw Refusal.invalid(Problems([field: .unknown])) }
        guard found.count == 1 && areExact else { throw Refusal.invalid(Problems([field: .ambiguous])) }
        return try mine(first.id, field, isAnybodys)
    }

    /// The person that a field names. Throws where it is none, or not surely one.
    func person(_ field: String) throws -> Person.ID {
        if let chosen = Person.ID(entries[field + "_id"]) {
            do { return try write.read.personName(chosen).id } catch Refusal.notFound {
                throw Refusal.invalid(Problems([field: .unknown]))
            }
        }
        guard !entries[field].isEmpty else { throw Refusal.invalid(Problems([field: .required])) }
        let found = try write.read.peopleNamed(entries[field], on: write.today)
        guard let first = found.first else { throw Refusal.invalid(Problems([field: .unknown])) }
        guard found.count == 1 else { throw Refusal.invalid(Problems([field: .ambiguous])) }
        return first.id
    }

    private func mine(_ client: Client.ID, _ field: String, _ isAnybodys: Bool) throws -> Client.ID {
        guard try isAnybodys || write.sees(client) else { throw Refusal.invalid(Problems([field: .notYours])) }
        return client
    }

    /// Does a part of the deed whose problems with one field the form shows at another.
    func renaming<T>(_ field: String, to name: String, _ body: () throws -> T) throws -> T {
        do { return try body() } catch let problems as Problems {
            throw problems.renamed(field, to: name)
        } catch Refusal.invalid(let problems) {
            throw Refusal.invalid(problems.renamed(field, to: name))
        }
    }
}

extension Visit {
    /// The form with the people that an ambiguous name may mean.
    func offeringPeople(_ field: String, _ form: FormState) throws -> FormState {
        guard form.problems[field] == .ambiguous || !form.entries[field + "_id"].isEmpty else { return form }
        var form = form
        form.candidates[field] = try read.peopleNamed(form.entries[field], on: today).map {
            Candidate(
                value: String($0.id.number),
                name: [$0.name, $0.title, $0.client?.name].compactMap { $0 }.joined(separator: ", "))
        }
        return form
    }

    /// The form with the clients that an ambiguous name may mean; they stay while one of them is chosen.
    func offering(_ field: String, _ form: FormState) throws -> FormState {
        guard form.problems[field] == .ambiguous || !form.entries[field + "_id"].isEmpty else { return form }
        var form = form
        form.candidates[field] = try read.clientsNamed(form.entries[field]).clients.map {
            Candidate(value: String($0.id.number), name: [$0.name, $0.city].compactMap { $0 }.joined(separator: ", "))
        }
        return form
    }
}
