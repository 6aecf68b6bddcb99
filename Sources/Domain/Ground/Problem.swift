/// What is wrong with a field. A page shows it as a sentence.
package enum Problem: Hashable, Sendable {
    case required
    /// More than this many characters.
    case tooLong(Int)
    /// More choices than this number.
    case tooMany(Int)
    case notADate
    case notABirthday
    /// Not a time on the clock.
    case notATime
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
    /// The document with this number is another client's.
    case ofAnotherClient
    /// The document with this number is of that year.
    case ofAnotherYear(Int)
    /// Another record already has this value.
    case taken
    /// The name looks like the name of another colleague.
    case looksLike(String)
    /// A word of the name mixes letters of two alphabets.
    case mixesAlphabets
    case endsBeforeStart
    /// It has a day on which it ended, and is still open.
    case stillOpen
    /// The cases do not rise from low to high.
    case notInOrder
    /// More days than this number.
    case lastsTooLong(Int)
    case cycle
    /// The record needs a client or a person.
    case nobody
    /// Somebody has held the client since this day or a later one.
    case alreadyHeld
    /// The day has not come yet.
    case inFuture
    /// The only user who can change the settings must stay.
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
    /// The two typed passwords differ, or rows of a file that must agree do not.
    case notTheSame
    /// A wrong name, password or code. The message does not say which.
    case wrong
    /// The key that sealed the second-factor secret is missing.
    case keyIsLost
    /// Too many attempts. The value is how many seconds to wait.
    case tooOften(Int)
    /// A user needs a password of their own before inviting others.
    case needsPassword
    /// Not an amount with at most this many decimals.
    case notAnAmount(Int)
    case notAQuantity
    case notADiscount
    /// A number whose only mark may separate decimals or thousands, with its two readings.
    case twoReadings(String, String)
    /// A number that a spreadsheet has rounded, such as 7.70708E+09.
    case roundedNumber
    /// More than the desk can compute with.
    case tooMuch
    /// The order has a shipping day, but its status does not allow one.
    case notShipped
    /// More goods are returned than were sold and not yet returned.
    case moreThanSold
    /// More than the open amount of the invoice, or than the rest of the payment.
    case moreThanOpen
    /// The desk has amounts in its present currency.
    case hasAmounts
    /// Goods of the order came back, first on this day.
    case cameBack(Day)
    /// The invoice with this number of the order is another client's.
    case invoicedToAnother(String)
    /// Another record refers to it, such as a return to an order line or an order line to a product.
    case inUse
    /// The file cannot be read as a table.
    case notATable
    /// Not a whole number between the two bounds.
    case notWithin(Int, Int)
    /// Only a stance towards us can have this, not a stance towards a competitor.
    case ofUsOnly
    /// A step up the ladder needs an observation that shows it.
    case needsObservation
    /// A person cannot be tied to or merged with themselves.
    case themselves
    /// Money was committed or spent before the estimate was approved.
    case needsApproval
    /// More is committed than the approved estimate.
    case moreThanApproved
    /// Nobody holds the client on that day.
    case notHeld
    /// The tender's procedure does not know this step.
    case unknownStep
    /// A lost lot needs its reason.
    case needsLossReason
    /// A lost lot of the tender has no reason yet.
    case reasonOwed
    case notAZone
    /// The clocks of the zone go forward over this time.
    case skippedByClocks
    /// More than two years ahead, and nobody said that it is right.
    case farAhead
    /// Somebody who took part decides on a tender that is announced and not decided.
    case quietPeriod
    case notACurrency
    /// Neither a number of 0 or more nor a share of last year.
    case notATarget
    /// Less than a hundredth of last year, without a word that it is meant.
    case farBelowLastYear
    /// A metric that is not known by product group and channel.
    case notOfProducts
    /// The target of a plan that is agreed.
    case agreedPlan
    /// Plans have targets in the period.
    case hasTargets
    /// Words that are no days of the year, written as month and day.
    case notDaysOfYear
    /// A free day on a weekend, or a worked one within the week.
    case wrongWeekday
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

extension Problem {
    /// What is wrong with a number of which `text` is the only word; nil if nothing in particular.
    static func ofNumber(_ text: String) -> Problem? {
        if isRounded(text) { return .roundedNumber }
        guard let number = NumberText(text), case .open(let mark) = number.mark,
            let thousands = number.plain(mark.other), let decimals = number.plain(mark)
        else { return nil }
        return .twoReadings(thousands, decimals)
    }

    /// Is this how a spreadsheet writes a number that is too long for its cell?
    package static func isRounded(_ text: String) -> Bool {
        let halves = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
        guard halves.count == 2, halves[1].hasPrefix("+") else { return false }
        guard halves.count == 2, halves[0].contains(where: \.isNumber), NumberText(String(halves[0])) != nil else {
            return false
        }
        let power = halves[1].drop { $0 == "+" }
        return (1...2).contains(power.utf8.count)
            && power.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// Is this the problem of a field that takes a number?
    var isOfNumbers: Bool {
        switch self {
        case .notAnAmount, .notAQuantity, .notADiscount, .notAnInn, .notAnOgrn: true
        default: false
        }
    }

    /// Says what is wrong and, if it is not obvious, what to do.
    package var phrase: Phrase {
        switch self {
        case .required: "Please fill this in."
        case .tooLong(let limit): "At most \(limit) characters fit here."
        case .tooMany(let limit): "At most \(limit) can be chosen."
        case .notATarget: "Not a number from 0 on, or one that can be read in two ways, such as 1.234."
        case .farBelowLastYear:
            "Far below last year. For thousands or millions write k or M behind it; if you mean so little, write the currency behind it."
        case .notOfProducts: "Only turnover and income are planned by product group and channel."
        case .agreedPlan: "This plan is agreed: begin a new version of it."
        case .hasTargets: "Plans have targets in this period, so its days stay as they are. Add another period."
        case .notDaysOfYear: "Write each day as month and day, such as 01-02."
        case .wrongWeekday: "Free days lie from Monday to Friday, worked ones on a Saturday or Sunday."
        case .notADate: "Not a date: write it as 2026-11-23 or 23.11.2026."
        case .notABirthday: "Not a birthday: write it as 1980-07-30 or 30.07.1980, or as 30.07 without the year."
        case .notATime: "Not a time: write it as 9:30 or 14:00."
        case .notAChoice: "Not one of the choices."
        case .notAnInn: "Not an INN: 10 or 12 digits whose check digits hold."
        case .notAKpp: "Not a KPP: nine characters, as 770101001."
        case .notAnOgrn: "Not an OGRN: 13 or 15 digits whose check digit holds."
        case .notAVat: "Not a VAT number: a country's two letters, then digits."
        case .notAnEmail: "Not an e-mail address."
        case .notAWebAddress: "Not a web address."
        case .unknown: "Nothing here has this name."
        case .ambiguous: "Several have this name: choose one below."
        case .ofAnotherClient: "The document with this number is another client's, and stays there."
        case .ofAnotherYear(let year):
            "The document with this number is of \(String(year)) and stays there: write the year behind the number of this one."
        case .taken: "Another record has this already."
        case .looksLike(let name):
            "Looks like “\(name)”, who is here already: nobody could tell the two apart."
        case .mixesAlphabets: "There are letters of two alphabets in one word: type the name in one keyboard layout."
        case .endsBeforeStart: "The end is before the beginning."
        case .notInOrder: "The cases rise from low over expected to high."
        case .stillOpen: "It is still open: say first what became of it."
        case .lastsTooLong(let days): "That lasts longer than \(days) days."
        case .cycle: "A client cannot belong to itself or to one of its own members."
        case .nobody: "Name a client or somebody who took part."
        case .alreadyHeld: "Somebody has held the client since this day or later: choose a day after that."
        case .inFuture: "This day has not come yet."
        case .lastAdministrator: "Somebody must stay administrator."
        case .hasLeft: "This colleague has left."
        case .knownToOthers: "A colleague knows this person: they or the head can do it."
        case .notYours: "This client is a colleague's: they or the head can do it."
        case .notOfDepartment: "Not in your department: a director can authorise it."
        case .tooShort(let least): "At least \(least) characters."
        case .notTheSame: "Not the same as above."
        case .wrong: "Wrong name, password or code."
        case .keyIsLost:
            "Codes are asked for here, but the key with which the desk checks them is gone. An administrator can switch them off."
        case .tooOften(let seconds): "Too many attempts: wait \(seconds) seconds."
        case .needsPassword: "Set a password of your own first: whoever lets others in has to log in too."
        case .notAnAmount(let decimals): "Not an amount: write it as 1234.50, with at most \(decimals) decimals."
        case .notAQuantity: "Not a quantity: a number above 0, with at most 3 decimals."
        case .twoReadings(let thousands, let decimals):
            "This can be \(thousands) or \(decimals): write it as one of them."
        case .roundedNumber:
            "The spreadsheet rounded this number and its last digits are lost: make the column text there, and save the file again."
        case .notADiscount: "Not a discount: per cent from 0 to 100, as 12.5."
        case .tooMuch: "More than the desk can compute with."
        case .notShipped: "Only what is shipped, delivered or closed has a shipped day."
        case .moreThanSold: "More than was sold and has not come back yet."
        case .moreThanOpen: "More than is open."
        case .notATable: "Not a file of rows and columns in a known encoding."
        case .notWithin(let least, let most): "A whole number from \(least) to \(most)."
        case .ofUsOnly: "This is assessed only for the stance to us; for a competitor, only the stance is."
        case .needsObservation: "A step up needs evidence, with its date."
        case .themselves: "This is the same person."
        case .needsApproval: "A manager approves the estimate first."
        case .moreThanApproved: "More than the estimate: raise that first, and it is approved anew."
        case .unknownStep: "The procedure has no step from the present stage to this one."
        case .needsLossReason: "A lost lot needs its reason."
        case .reasonOwed: "A lost lot has no reason yet: say it first."
        case .notAZone: "Not a time zone: write it as Europe/Moscow, +03:00 or MSK+4."
        case .skippedByClocks: "The clocks go forward over this time on that day."
        case .quietPeriod:
            "Somebody here decides on a tender that is announced and not decided. Say the lawful subject, or tick below to record the interaction without one."
        case .farAhead: "More than two years ahead: tick below if the day is right."
        case .notACurrency: "Not a currency: three capital letters, as EUR."
        case .notHeld: "Nobody holds the client on this day: hand it over first."
        case .hasAmounts: "There are amounts in the present currency already, so it stays."
        case .cameBack(let day): "Goods from it were returned, the first on \(day.iso): change the returns first."
        case .invoicedToAnother(let number): "Its invoice \(number) is another client's: change the invoice first."
        case .inUse: "Something else needs this as it is."
        }
    }
}

extension Problems: CustomStringConvertible {
    /// For the command line, in English: each field and its problem.
    package var description: String {
        byField.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.phrase)" }.joined(separator: " ")
    }
}
