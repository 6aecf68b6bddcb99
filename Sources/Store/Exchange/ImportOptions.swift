import Domain

package struct ImportOptions: Sendable {
    /// `field=column,...` for columns whose names differ from their fields.
    package var map: String
    /// `field=value,...` for fields that have the same in every row.
    package var constants: String
    /// True if columns that the map does not name go to the fields of the same name.
    package var matchesNames: Bool
    /// What the user says about the file.
    package var said: Conventions
    /// What the last such file wrote like. It decides only what this file leaves open.
    package var kept: Conventions
    /// What a rehearsal found out about this very file; nil if it has to be found out.
    package var survey: FileSurvey?
    /// True to import the good rows even if others are refused. False to import all rows or none.
    package var skipsRefused: Bool

    package init(
        map: String, constants: String = "", said: Conventions = Conventions(), kept: Conventions = Conventions(),
        survey: FileSurvey? = nil, skipsRefused: Bool = false, matchesNames: Bool = true
    ) {
        self.map = map
        self.constants = constants
        self.matchesNames = matchesNames
        self.said = said
        self.kept = kept
        self.survey = survey
        self.skipsRefused = skipsRefused
    }
}
