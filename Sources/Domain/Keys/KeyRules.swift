/// From which share of the income a client is key, and from which the income depends on it. Shares are in hundredths of a per cent, and
/// only what is strictly above counts. (Domain section 1, definition 1.)
package struct KeyRules: Sendable, Hashable, Encodable {
    package var key: Int64
    package var critical: Int64
    package var mono: Int64
    /// A client that brings at least so much in twelve months is key whatever its share, in minor units; nil if only shares count.
    package var amount: Int64?

    package init(key: Int64 = 1_000, critical: Int64 = 2_000, mono: Int64 = 7_000, amount: Int64? = nil) {
        (self.key, self.critical, self.mono, self.amount) = (key, critical, mono, amount)
    }

    /// The shares as the settings say them, in whole per cents.
    package init(percents key: Int64, _ critical: Int64, _ mono: Int64, amount: Int64?) {
        self.init(key: key * 100, critical: critical * 100, mono: mono * 100, amount: amount)
    }
}

/// For whom a client is key.
package enum KeyLevel: String, Wording {
    case company, department, manager
}

/// What definition 1 says of a client and the income of a company, a department or a KAM's clients.
package enum KeyVerdict: String, Wording {
    /// The base has no income above 0.
    case notComputable = "not-computable"
    /// The cost of all that it bought is unknown.
    case unknown
    case notMet = "not-met"
    /// Its turnover is above the threshold and its income is not: the case the source warns of.
    case turnoverOnly = "turnover-only"
    case key
    case critical
    case mono

    package var isMet: Bool { [.key, .critical, .mono].contains(self) }
    package var isCritical: Bool { [.critical, .mono].contains(self) }
}
