import Domain
import HTTP
import Routes
import Store
import Templates

/// A page that is being answered: the viewer, the day, and one read transaction.
struct Visit {
    let read: ReadTransaction
    let chrome: Chrome
    let session: Session
    /// The form as it was sent, if it was not accepted.
    let sent: FormState?

    /// Takes the merged form if the form was sent too late.
    let late = LateForm()

    /// What to write once the page has been read.
    let after = AfterReading()

    /// How many rows a list shows: few on a page; in a file, each part has as many as are worth a query.
    var rows = 50

    var today: Day { chrome.today }

    /// The form to show: as it was sent, or else with the record's present values. A form that was sent too late is merged with the record.
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

    /// The form with the record's present values.
    func fresh(_ entries: Entries, version: Int?) -> FormState {
        FormState(entries, version: version, base: version == nil ? "" : entries.urlEncoded)
    }
}

/// A result that a page has computed and the desk stores, to save computing it again. It is not a user's act, and nothing is lost if it
/// fails.
final class AfterReading {
    var write: ((WriteTransaction) throws -> Void)?
}

/// The merged form of a form that was sent too late, set when its page is written.
final class LateForm {
    var form: FormState?
}

extension Entries {
    /// All fields in one text. A form carries the values it started from in this way.
    var urlEncoded: String {
        Form(values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }).urlEncoded
    }

    /// Empty if the text is not a form.
    init(urlEncoded text: String) {
        let fields = Form(urlEncoded: Array(text.utf8))?.fields ?? []
        self.init(Dictionary(fields.map { ($0.name, $0.value) }) { first, _ in first })
    }
}

/// A page: the value that its JSON twin shows, and the markup of the same value.
struct Page {
    let model: any Encodable
    let html: (Chrome) -> HTML
    /// The page's table for a file; nil if it has none.
    private(set) var table: Table?
    /// The page's tables as a workbook; nil if it has none.
    private(set) var sheets: ((Chrome) -> [Worksheet])?
    /// The page's picture as a file of its own; nil if it has none.
    private(set) var picture: ((Chrome) -> HTML)?
    /// The page's days as a file for calendars; nil if it has none.
    private(set) var calendar: ((Chrome) -> CalendarFile)?

    init(_ model: any Encodable, _ html: @escaping (Chrome) -> HTML) {
        self.model = model
        self.html = html
    }

    /// A table of any length, handed over part by part.
    typealias Table = (Chrome, (CSVTable) throws -> Void) throws -> Void

    /// The same page with a table that can be exported.
    func exporting(_ table: @escaping (Chrome) -> CSVTable) -> Page {
        exporting((), next: { nil }, as: { _, chrome in table(chrome) })
    }

    /// The same for a list of any length. Only one part is in memory at a time: `first`, then what `next` returns, until it returns nil.
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

    /// The same page with its tables as a workbook.
    func tabulating(_ sheets: @escaping (Chrome) -> [Worksheet]) -> Page {
        var page = self
        page.sheets = sheets
        return page
    }

    /// The same page with a picture that can be exported.
    func drawing(_ picture: @escaping (Chrome) -> HTML) -> Page {
        var page = self
        page.picture = picture
        return page
    }

    /// The same page with its days for calendars.
    func listing(_ calendar: @escaping (Chrome) -> CalendarFile) -> Page {
        var page = self
        page.calendar = calendar
        return page
    }

    /// A page with a form; it has no JSON twin.
    static func form(_ html: @escaping (Chrome) -> HTML) -> Page { Page([String: String](), html) }
}

/// An act that is being done: the fields that were sent, and one write transaction.
struct Deed {
    let write: WriteTransaction
    let entries: Entries

    /// The version that the form started from. Throws if there is none: then it is not our form.
    func version() throws -> Int {
        guard let version = Int(entries["version"]) else { throw Refusal.invalid(Problems(["version": .required])) }
        return version
    }

    /// The page that the form came from, or `route` if it names no page of ours.
    func back(or route: Route) -> Route { SiteMap.page(at: entries["back"]) ?? route }

    /// The client that a field names; nil if nothing was typed. Throws if there is no such client, or if the name fits several. Throws too
    /// if the viewer knows the client by name only, unless `isAnybodys` allows that.
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

    /// The product that a field names; nil if nothing was typed. Throws if there is no such product.
    func product(_ field: String) throws -> Product.ID? {
        guard !entries[field].isEmpty else { return nil }
        guard let product = try write.read.product(named: entries[field]) else { throw Problems([field: .unknown]) }
        return product.id
    }

    /// The person that a field names. Throws if there is no such person, or if the name fits several.
    /// Of several, `besides` is not the one that is meant.
    func person(_ field: String, besides other: Person.ID? = nil) throws -> Person.ID {
        if let chosen = Person.ID(entries[field + "_id"]) {
            do { return try write.read.personName(chosen).id } catch Refusal.notFound {
                throw Refusal.invalid(Problems([field: .unknown]))
            }
        }
        guard !entries[field].isEmpty else { throw Refusal.invalid(Problems([field: .required])) }
        let namesakes = try write.read.peopleNamed(entries[field], on: write.today)
        let found = namesakes.count > 1 ? namesakes.filter { $0.id != other } : namesakes
        guard let first = found.first else { throw Refusal.invalid(Problems([field: .unknown])) }
        guard found.count == 1 else { throw Refusal.invalid(Problems([field: .ambiguous])) }
        return first.id
    }

    private func mine(_ client: Client.ID, _ field: String, _ isAnybodys: Bool) throws -> Client.ID {
        guard try isAnybodys || write.sees(client) else { throw Refusal.invalid(Problems([field: .notYours])) }
        return client
    }

    /// Runs a part of the act. Its problems with `field` are shown at the field `name`.
    func renaming<T>(_ field: String, to name: String, _ body: () throws -> T) throws -> T {
        do { return try body() } catch let problems as Problems {
            throw problems.renamed(field, to: name)
        } catch Refusal.invalid(let problems) {
            throw Refusal.invalid(problems.renamed(field, to: name))
        }
    }
}

extension Visit {
    /// The form with the people that an ambiguous name may mean; `besides` is not one of them.
    func offeringPeople(_ field: String, _ form: FormState, besides person: Person.ID? = nil) throws -> FormState {
        guard form.problems[field] == .ambiguous || !form.entries[field + "_id"].isEmpty else { return form }
        var form = form
        let people = try read.peopleNamed(form.entries[field], on: today).filter { $0.id != person }
        let birthdays = try read.birthdays(of: people.map(\.id))
        form.candidates[field] = people.map {
            Candidate(value: String($0.id.number), name: known($0, born: birthdays[$0.id]))
        }
        return form
    }

    /// What tells a person from namesakes: name, post, client, birthday.
    func known(of person: Named<Person>) throws -> String {
        let row = try read.peopleNamed(person.name, on: today).first { $0.id == person.id }
        let birthday = try read.birthdays(of: [person.id])[person.id]
        return row.map { known($0, born: birthday) } ?? person.name
    }

    private func known(_ row: PersonRow, born birthday: Birthday?) -> String {
        let born = birthday.map { chrome.language("born \(chrome.language.birthday($0))") }
        return [row.name, row.title, row.client?.name, born].compactMap { $0 }.joined(separator: ", ")
    }

    /// The form with the clients that an ambiguous name may mean. They stay while one of them is chosen.
    func offering(_ field: String, _ form: FormState) throws -> FormState {
        guard form.problems[field] == .ambiguous || !form.entries[field + "_id"].isEmpty else { return form }
        var form = form
        form.candidates[field] = try read.clientsNamed(form.entries[field]).clients.map {
            Candidate(value: String($0.id.number), name: [$0.name, $0.city].compactMap { $0 }.joined(separator: ", "))
        }
        return form
    }
}
