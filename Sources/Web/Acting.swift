import Domain
import HTTP
import Routes
import Store
import Templates

// How the desk performs an act that a form sends, and shows the form again if the act is refused.

extension App {
    func perform(_ action: Action, _ access: Access, _ request: Request, _ session: Session) -> Response {
        var entries = Entries(Dictionary(request.form.fields.map { ($0.name, $0.value) }) { first, _ in first })
        let base = Entries(urlEncoded: entries.raw("base"))
        for field in entries.under("theirs-").values.keys { entries[field] = base.raw(field) }
        let digest = digest(of: request, session)
        return guarded(request, session) {
            var turn = 0
            while true {
                turn += 1
                do {
                    let (place, saved) = try conclude(action, access, request, session, entries, digest)
                    var response = forward(toPlace: place, session)
                    if let saved { response.headers.add("Set-Cookie", SavedCookie.header(saved, path: cookiePath)) }
                    return response
                } catch let problems as Problems {
                    return try again(action, refused(entries, problems), .invalid, request, session).response
                } catch Refusal.invalid(let problems) {
                    return try again(action, refused(entries, problems), .invalid, request, session).response
                } catch Refusal.conflict(let current) {
                    let (response, late) = try again(
                        action, FormState(entries, version: current, base: entries.raw("base"), isStale: true),
                        .conflict, request, session)
                    // If no field clashes, the form is merged with the record and sent again, as if the user had typed it now.
                    guard entries.has("base"), let late, late.clashes.isEmpty, let version = late.version, turn < 9
                    else {
                        return response
                    }
                    entries = late.entries
                    entries["version"] = String(version)
                    entries["base"] = late.base
                } catch let fault as DiskFault {
                    return kept(action, entries, fault, request, session)
                }
            }
        }
    }

    private func refused(_ entries: Entries, _ problems: Problems) -> FormState {
        FormState(entries, problems: problems, version: Int(entries["version"]), base: entries.raw("base"))
    }

    /// Identifies a form, so that sending it twice acts only once. Each form has its own number, and the digest also covers its fields: the
    /// same form with other values counts as another form. Returns nil if the form has no number.
    private func digest(of request: Request, _ session: Session) -> String? {
        guard request.form["once"] != nil else { return nil }
        return Session.digest("\(session.id) \(request.path) \(request.form.urlEncoded)", key: key)
    }

    /// Performs the act, but only once for each digest. Returns the address of the next page and what the act wrote; `saved` is nil if
    /// nothing changed or the form was already taken.
    private func conclude(
        _ action: Action, _ access: Access, _ request: Request, _ session: Session, _ entries: Entries,
        _ digest: String?
    ) throws -> (place: String, saved: SavedAct?) {
        let frame = try admitted(by: access, request, session)
        if let action = action.act as? ImportAction {
            return (try act(action, request, by: frame.viewer.id).address.text, nil)
        }
        try desk.requireReserve()
        return try desk.write(
            as: callers.caller(session), at: clock.now, on: clock.today(in: frame.desk.timeZone)
        ) { write in
            guard access.admits(write.read.frame.viewer) else { throw Refusal.notAllowed }
            if let digest, let place = try write.read.placeAfterForm(digest) { return (place, nil) }
            let before = try write.read.lastChange()
            let place = try act(action, Deed(write: write, entries: entries)).address.text + anchor(entries)
            let line = try write.read.lastChange()
            if let digest { try write.remember(form: digest, of: line, place: place) }
            guard let line, line != before else { return (place, nil) }
            let isReversal = if case .takeBack = action.act as? DeskAction { true } else { false }
            return (place, SavedAct(line: line, mayBeUndone: try write.mayTakeBack(line), isReversal: isReversal))
        }
    }

    /// The place on the next page that a form asks for in its field `at`, as the end of an address; "" if it asks for none.
    private func anchor(_ entries: Entries) -> String {
        let place = entries["at"]
        let isName =
            place.utf8.count <= 40
            && place.utf8.allSatisfy {
                UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0
                    || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || $0 == UInt8(ascii: "-")
            }
        return isName && !place.isEmpty ? "#\(place)" : ""
    }

    /// The records that already have what was typed, by field.
    private func holders(_ form: FormState, at route: Route, _ read: ReadTransaction) throws -> [String: Culprit] {
        guard let field = ["key", "number"].first(where: { form.problems[$0] == .taken }) else { return [:] }
        let subject: Change.Subject? =
            switch route.page {
            case is ClientRoute: .client
            case is PersonRoute: .person
            case is ProductRoute: .product
            case is OrderRoute: .order
            case ReceivablesRoute.newInvoice, ReceivablesRoute.editInvoice: .invoice
            default: nil
            }
        let holder = try subject.flatMap { try read.holder(of: form.entries[field], $0) }
        return holder.map { [field: $0] } ?? [:]
    }

    /// Shows the form again as the user sent it, with the problems beside its fields. `late` is the merged form if it was sent too late;
    /// nil if it was not.
    func again(
        _ action: Action, _ form: FormState, _ status: Status, for trouble: Trouble? = nil, _ request: Request,
        _ session: Session
    ) throws -> (response: Response, late: FormState?) {
        try ask(request, session) { read in
            let frame = read.frame
            let route = try formPage(of: action, form.entries, read)
            var form = form
            form.holders = try holders(form, at: route, read)
            var chrome = chrome(frame, route, session)
            chrome.trouble = trouble
            let visit = Visit(read: read, chrome: chrome, session: session, sent: form)
            let page = try page(route, visit)
            chrome.secrets = try read.told()
            return (answer(status, session, page.html(chrome), tells: chrome.secrets), visit.late.form)
        }
    }
}
