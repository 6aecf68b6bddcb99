/// Settings of the whole desk.
package struct DeskSettings: Sendable, Equatable, Encodable {
    package var name: String
    /// ISO 4217 code, chosen at the first start.
    package var currency: String
    /// IANA name of the time zone of the desk's calendar, such as "Europe/Moscow".
    package var timeZone: String
    /// A client is active for so many months after its last shipment.
    package var activeMonths: Int
    package var keys: KeyRules
    /// Nil if nobody has set it: then nothing is discounted.
    package var rate: NPVRate?
    package var version: Int

    package init(
        name: String, currency: String, timeZone: String, activeMonths: Int, keys: KeyRules, rate: NPVRate?,
        version: Int
    ) {
        self.name = name
        self.currency = currency
        self.timeZone = timeZone
        self.activeMonths = activeMonths
        self.keys = keys
        self.rate = rate
        self.version = version
    }
}

/// How many of each kind the desk has. Triggers keep the numbers up to date.
package struct Tallies: Sendable, Equatable {
    package var clients: Int
    package var people: Int
    package var products: Int
    /// Orders still to be shipped; nil for a viewer who does not see all of them.
    package var openOrders: Int?
    /// Nil for a viewer who does not see all of them.
    package var openInvoices: Int?

    package init(clients: Int, people: Int, products: Int, openOrders: Int?, openInvoices: Int?) {
        self.clients = clients
        self.people = people
        self.products = products
        self.openOrders = openOrders
        self.openInvoices = openInvoices
    }
}

/// What every page shows around its content, read in the same transaction.
package struct Frame: Sendable, Equatable {
    package var desk: DeskSettings
    package var viewer: Viewer
    package var tallies: Tallies
    package let currency: Currency

    package init(desk: DeskSettings, viewer: Viewer, tallies: Tallies) {
        self.desk = desk
        self.viewer = viewer
        self.tallies = tallies
        currency = Currency(desk.currency)
    }
}

/// New settings of the desk, as typed.
package struct SettingsDraft: Sendable {
    package var name: String
    package var currency: String
    package var timeZone: String
    package var activeMonths: Int
    package var keys: KeyRules
    package var rate: NPVRate?

    package init(_ entries: Entries, knownZone: (String) -> Bool) throws(Problems) {
        var read = FieldReader(entries)
        name = read.text("desk_name", atMost: 80)
        currency = read.text("currency", atMost: 3).uppercased()
        if currency.utf8.count != 3 || !currency.utf8.allSatisfy({ (65...90).contains($0) }) {
            read.add(.notAChoice, to: "currency")
        }
        timeZone = read.text("time_zone", atMost: 60)
        if !timeZone.isEmpty && !knownZone(timeZone) { read.add(.unknown, to: "time_zone") }
        let months = read.optionalNumber("active_months", 1...60)
        if months == nil, read.problems["active_months"] == nil { read.add(.required, to: "active_months") }
        activeMonths = months ?? 1
        // Each threshold is above the one before it.
        func percent(_ field: String, _ bounds: ClosedRange<Int>) -> Int {
            let number = read.optionalNumber(field, bounds)
            if number == nil, read.problems[field] == nil { read.add(.required, to: field) }
            return number ?? bounds.lowerBound
        }
        let key = percent("key_percent", 1...98)
        let critical = percent("critical_percent", key + 1...99)
        let mono = percent("mono_percent", critical + 1...100)
        let amount = read.optionalAmount("key_amount", Currency(currency))
        if amount == .zero { read.add(.notAnAmount(Currency(currency).decimals), to: "key_amount") }
        keys = KeyRules(percents: Int64(key), Int64(critical), Int64(mono), amount: amount?.minor)
        let yearly = read.checked("npv_rate", .notADiscount, Discount.init(percent:))
        let since = read.optionalDay("npv_since")
        if yearly != nil, since == nil, entries["npv_since"].isEmpty { read.add(.required, to: "npv_since") }
        if yearly == nil, since != nil, entries["npv_rate"].isEmpty { read.add(.required, to: "npv_rate") }
        rate = yearly.flatMap { rate in since.map { NPVRate(rate, since: $0) } }
        guard read.problems.isEmpty else { throw read.problems }
    }
}

extension SettingsDraft {
    /// The present settings, to be changed in part.
    package init(_ desk: DeskSettings) {
        (name, currency, timeZone, activeMonths) = (desk.name, desk.currency, desk.timeZone, desk.activeMonths)
        (keys, rate) = (desk.keys, desk.rate)
    }
}

/// The settings page.
package struct SettingsSheet: Sendable, Encodable {
    package var desk: DeskSettings
    package var viewer: Viewer
    package var colleagues: [User]
    package var departments: [String]
    /// The schema version of the desk's file.
    package var schema: Int
    package var version: String
    /// Nil if copies are turned off, and for everybody except administrators.
    package var backups: BackupState?
    /// True if a director has set a passphrase for the copies that others take.
    package var sealsCopies = false

    package init(
        desk: DeskSettings, viewer: Viewer, colleagues: [User], departments: [String], schema: Int, version: String
    ) {
        self.desk = desk
        self.viewer = viewer
        self.colleagues = colleagues
        self.departments = departments
        self.schema = schema
        self.version = version
    }
}
