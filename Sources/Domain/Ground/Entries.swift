/// What somebody typed or a file contained, field by field, before it is checked. Forms and rows of files are read through the same drafts,
/// so that the same rules hold for both. All text comes in here and is composed here.
package struct Entries: Sendable, Equatable {
    package private(set) var values: [String: String]

    package init(_ values: [String: String] = [:]) { self.values = values }

    /// The text of a field, composed and without white space around it; "" if the field is absent.
    package subscript(_ field: String) -> String {
        get { values[field].map(typed) ?? "" }
        set { values[field] = newValue }
    }

    /// The unchanged text of a field.
    package func raw(_ field: String) -> String { values[field] ?? "" }

    package func has(_ field: String) -> Bool { values[field] != nil }

    /// The fields whose names begin with a prefix, under their names without the prefix.
    package func under(_ prefix: String) -> Entries {
        Entries(
            Dictionary(
                uniqueKeysWithValues: values.filter { $0.key.hasPrefix(prefix) }.map {
                    (String($0.key.dropFirst(prefix.count)), $0.value)
                }))
    }
}

/// The text without white space at its ends, with CRLF turned into LF.
package func trimmed(_ text: String) -> String {
    // A fast path: nearly all texts begin and end with a plain character and have no CR.
    if let first = text.utf8.first, let last = text.utf8.last, (33..<127).contains(first), (33..<127).contains(last),
        !text.utf8.contains(13)
    {
        return text
    }
    var view = text[...]
    while let first = view.unicodeScalars.first, first.properties.isWhitespace { view.unicodeScalars.removeFirst() }
    while let last = view.unicodeScalars.last, last.properties.isWhitespace { view.unicodeScalars.removeLast() }
    return view.utf8.contains(13)
        ? String(view).split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n") : String(view)
}

/// What is wrong with a field. A page puts it into words.
package enum Problem: Hashable, Sendable {
    case required
    /// More than this many characters.
    case tooLong(Int)
    /// More choices than this number.
    case tooMany(Int)
    case notADate
    case notAChoice
    case notAnInn
    case notAKpp
    case notAnOgrn
    case notAVat
    case notAnEmail
    case notAWebAddress
    /// The named record is not on the desk.
    case unknown
    /// The name fits several records.
    case ambiguous
    /// Another record has it already.
    case taken
    /// A colleague's name that looks like another's.
    case looksLike(String)
    /// A name with letters of two alphabets in one word.
    case mixesAlphabets
    case endsBeforeStart
    /// More days than this number.
    case lastsTooLong(Int)
    case cycle
    /// The record needs a client or a person.
    case nobody
    /// Somebody has held the client since this day or a later one.
    case alreadyHeld
    /// The day has not come yet.
    case inFuture
    /// Without this user, nobody could change the settings.
    case lastAdministrator
    /// The colleague has left.
    case hasLeft
    /// Another colleague holds the client.
    case notYours
    /// The viewer knows the person by name only.
    case knownToOthers
    /// The colleague is not in the viewer's department.
    case notOfDepartment
    /// Fewer characters than a password needs.
    case tooShort(Int)
    /// The two typed passwords differ, or rows of a file that must agree.
    case notTheSame
    /// A wrong name, password or code. It does not say which.
    case wrong
    /// The desk's key that sealed the second-factor secret is missing.
    case keyIsLost
    /// Tried too often. The value is how many seconds to wait.
    case tooOften(Int)
    /// Before users invite others, they need a password of their own.
    case needsPassword
    /// Not an amount with at most this many decimals.
    case notAnAmount(Int)
    case notAQuantity
    case notADiscount
    /// More than the desk can compute with.
    case tooMuch
    /// A shipping day with a status that has none.
    case notShipped
    /// More goods are returned than were sold and not returned yet.
    case moreThanSold
    /// More than the open amount of the invoice, or than the rest of the payment.
    case moreThanOpen
    /// Another record refers to it: a return to a line, a line to a product.
    case inUse
    /// A file that cannot be read as a table.
    case notATable
    /// Not a whole number between the two bounds.
    case notWithin(Int, Int)
    /// Only a stance towards us can have this, not one towards a competitor.
    case ofUsOnly
    /// A step up the ladder needs an observation that shows it.
    case needsObservation
    /// A person tied to or merged with themselves.
    case themselves
    /// Committed or spent before the estimate was approved.
    case needsApproval
    /// More is committed than the approved estimate.
    case moreThanApproved
    /// Nobody holds the client on that day.
    case notHeld
}

/// Problems by field; empty if there are none.
package struct Problems: Error, Sendable, Equatable {
    package private(set) var byField: [String: Problem] = [:]

    package init(_ byField: [String: Problem] = [:]) { self.byField = byField }

    package subscript(_ field: String) -> Problem? { byField[field] }
    package var isEmpty: Bool { byField.isEmpty }

    /// Adds a problem, unless the field already has one.
    package mutating func add(_ problem: Problem, to field: String) {
        if byField[field] == nil { byField[field] = problem }
    }

    /// The same problems with one field renamed to the name in the form.
    package func renamed(_ field: String, to name: String) -> Problems {
        var renamed = self
        renamed.byField[name] = renamed.byField.removeValue(forKey: field) ?? renamed.byField[name]
        return renamed
    }

    /// The same problems with a prefix before each field name.
    package func under(_ prefix: String) -> Problems {
        Problems(Dictionary(uniqueKeysWithValues: byField.map { (prefix + $0.key, $0.value) }))
    }

    package mutating func add(_ others: Problems) {
        for (field, problem) in others.byField { add(problem, to: field) }
    }
}

extension Problem: CustomStringConvertible {
    /// The problem in a few English words, for the command line. Pages use the viewer's language.
    package var description: String {
        switch self {
        case .required: "is missing"
        case .tooLong(let limit): "is longer than \(limit) characters"
        case .tooMany(let limit): "names more than \(limit)"
        case .notADate: "is not a date"
        case .notAChoice: "is not one of the choices"
        case .notAnInn: "is not an INN (10 or 12 digits whose check digits hold)"
        case .notAKpp: "is not a KPP"
        case .notAnOgrn: "is not an OGRN (13 or 15 digits whose check digit holds)"
        case .notAVat: "is not a VAT number"
        case .notAnEmail: "is not an e-mail address"
        case .notAWebAddress: "is not a web address"
        case .unknown: "is not on the desk"
        case .ambiguous: "fits several records"
        case .taken: "belongs to another record"
        case .looksLike(let name): "looks like \(name), who is on the desk already"
        case .mixesAlphabets: "has letters of two alphabets in one word"
        case .endsBeforeStart: "is before the beginning"
        case .lastsTooLong(let days): "is more than \(days) days after the beginning"
        case .cycle: "would make a client a member of itself"
        case .nobody: "names nobody"
        case .alreadyHeld: "is before a day from which somebody has held the client"
        case .inFuture: "has not come yet"
        case .lastAdministrator: "must stay with somebody"
        case .hasLeft: "has left"
        case .notYours: "is another's client"
        case .knownToOthers: "is known to others"
        case .notOfDepartment: "is not of your department"
        case .tooShort(let least): "is shorter than \(least) characters"
        case .notTheSame: "is not the same"
        case .wrong: "is wrong"
        case .keyIsLost: "needs a key that is gone"
        case .tooOften(let seconds): "was tried too often: wait \(seconds) seconds"
        case .needsPassword: "needs a password of your own first"
        case .notAnAmount(let decimals): "is not an amount with at most \(decimals) decimals"
        case .notAQuantity: "is not a quantity above 0 with at most 3 decimals"
        case .notADiscount: "is not a discount: write 0.15 or 15 %"
        case .tooMuch: "is more than can be computed with"
        case .notShipped: "stands beside a status that is not shipped yet"
        case .moreThanSold: "is more than was sold"
        case .moreThanOpen: "is more than is open"
        case .inUse: "is in use"
        case .notATable: "is not a table"
        case .notWithin(let least, let most): "is not a whole number from \(least) to \(most)"
        case .ofUsOnly: "is not judged of a competitor"
        case .needsObservation: "needs what shows the step"
        case .themselves: "is the same person"
        case .needsApproval: "needs approval first"
        case .moreThanApproved: "is more than the estimate"
        case .notHeld: "is a day on which nobody holds the client"
        }
    }
}

extension Problems: CustomStringConvertible {
    package var description: String {
        byField.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: "; ")
    }
}
