/// A browser that is logged in.
package struct SessionRow: Sendable, Equatable, Encodable {
    package typealias ID = Domain.ID<SessionRow>

    package var id: ID
    package var startedAt: Moment
    package var seenAt: Moment
    /// From where it was last seen.
    package var address: String
    /// As it calls itself.
    package var browser: String
    /// Is it the one that looks?
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

/// The viewer's own page: how they get in, and from where they are.
package struct AccountSheet: Sendable, Encodable {
    package var viewer: Viewer
    package var sessions: [SessionRow]
    package var hasPassword: Bool
    package var hasSecondFactor: Bool
    package var recoveryCodesLeft: Int
    /// For whom the viewer deputises, and who deputises for them, now or later.
    package var absences: [AbsenceRow]

    package init(
        viewer: Viewer, sessions: [SessionRow], hasPassword: Bool, hasSecondFactor: Bool, recoveryCodesLeft: Int,
        absences: [AbsenceRow]
    ) {
        self.viewer = viewer
        self.sessions = sessions
        self.hasPassword = hasPassword
        self.hasSecondFactor = hasSecondFactor
        self.recoveryCodesLeft = recoveryCodesLeft
        self.absences = absences
    }
}
