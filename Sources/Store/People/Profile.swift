import Domain
import GRDB

extension WriteTransaction {
    /// Deletes a person's ties, assessments, ladder and facts.
    func deleteProfile(of id: Person.ID) throws {
        func each<Kind>(_ table: String, _ condition: String = "person_id = ?1", _ body: (ID<Kind>) throws -> Void)
            throws
        {
            for record in try read.rows("SELECT id FROM \(table) WHERE \(condition)", [id.number], { ID<Kind>($0[0]) })
            {
                try body(record)
            }
        }
        try each("tie", "from_id = ?1 OR to_id = ?1") { try deleteTie($0, from: nil) }
        try each("assessment") { try deleteAssessment($0, from: nil) }
        try each("ladder_move") { try deleteLadderMove($0, from: nil) }
        try each("fact") { try deleteFact($0, from: nil) }
    }
}
