import Domain
import Foundation
import GRDB

// The secret addresses at which calendars read deadlines. Only the digests of their keys are stored.

extension Desk {
    /// The colleague whose feed has a key with this digest; nil if nobody's has, or if they have left.
    package func feedOwner(_ digest: [UInt8]) throws -> User.ID? {
        try reading { reading in
            try reading.first(
                """
                SELECT u.id FROM calendar_feed f JOIN user u ON u.id = f.user_id AND u.is_active = 1 WHERE f.digest = ?
                """, [Data(digest)]
            ) { $0.id(0) }
        }
    }
}

extension ReadTransaction {
    /// When the viewer's feed was made; nil if they have none.
    package func feedMadeAt() throws -> Moment? {
        try first("SELECT made_at FROM calendar_feed WHERE user_id = ?", [frame.viewer.id.number]) {
            Moment(milliseconds: $0[0])
        }
    }
}

extension WriteTransaction {
    /// Gives the viewer a feed, in place of an earlier one.
    package func setFeed(_ digest: [UInt8]) throws {
        try execute(
            "INSERT OR REPLACE INTO calendar_feed (user_id, digest, made_at) VALUES (?, ?, ?)",
            [read.frame.viewer.id.number, Data(digest), moment.milliseconds])
    }

    package func endFeed(of user: User.ID) throws {
        try execute("DELETE FROM calendar_feed WHERE user_id = ?", [user.number])
    }
}
