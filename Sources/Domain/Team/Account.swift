/// A browser that is signed in.
package struct SessionRow: Sendable, Equatable, Encodable {
    package typealias ID = Domain.ID<SessionRow>

    package var id: ID
    package var startedAt: Moment
    package var seenAt: Moment
    /// The address from which it was last used.
    package var address: String
    /// The browser's name for itself.
    package var browser: String
    /// True for the viewer's own browser.
    package var isThis: Bool

    package init(id: ID, startedAt: Moment, seenAt: Moment, address: String, browser: String, isThis: Bool) {
        self.id = id
        self.startedAt = startedAt
        self.seenAt = seenAt
        self.address = address
        self.browser = browser
        self.isThis = isThis
    }
}

/// The viewer's own page: how they sign in, and in which browsers they are signed in.
package struct AccountSheet: Sendable, Encodable {
    package var viewer: Viewer
    package var sessions: [SessionRow]
    package var hasPassword: Bool
    package var hasSecondFactor: Bool
    package var recoveryCodesLeft: Int
    /// The colleagues for whom the viewer deputises and who deputise for the viewer, now or later.
    package var absences: [AbsenceRow]
    /// When the address of the calendar feed was made; nil if there is none.
    package var feedMadeAt: Moment?

    package init(
        viewer: Viewer, sessions: [SessionRow], hasPassword: Bool, hasSecondFactor: Bool, recoveryCodesLeft: Int,
        absences: [AbsenceRow], feedMadeAt: Moment?
    ) {
        self.viewer = viewer
        self.sessions = sessions
        self.hasPassword = hasPassword
        self.hasSecondFactor = hasSecondFactor
        self.recoveryCodesLeft = recoveryCodesLeft
        self.absences = absences
        self.feedMadeAt = feedMadeAt
    }
}
