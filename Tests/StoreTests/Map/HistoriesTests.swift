import Testing

/// What a map shows as of a day, and what it says has moved between two.
@Suite struct HistoriesTests {
    @Test func `there are at least thirty histories`() { #expect(HistoriesTests.table.count >= 30) }

    @Test(arguments: table)
    func `the map shows each day as it was, and what moved between two days`(history: History) throws {
        let player = try HistoryPlayer(history.acts)
        for (day, shows) in history.days { #expect(try player.shows(on: day) == shows, "on \(day)") }
        if let (from, to, shows) = history.moved { #expect(try player.moved(from: from, to: to) == shows) }
    }

    private static let chief = History.Act.post("A", at: "H", "chief", from: nil, to: nil)
    private static let deputy = History.Act.post("B", at: "H", "deputy", from: nil, to: nil)

    static let table = posts + ties + judgements + merges

    private static let posts = [
        History(
            name: "a post without days holds always", acts: [chief],
            days: [("1990-01-01", "A@H chief"), ("2026-03-02", "A@H chief")]),
        History(
            name: "a post holds from its first day", acts: [.post("A", at: "H", "chief", from: "2024-03-01", to: nil)],
            days: [("2024-02-29", ""), ("2024-03-01", "A@H chief")], moved: ("2024-02-29", "2024-03-01", "+A")),
        History(
            name: "a post holds to its last day", acts: [.post("A", at: "H", "chief", from: nil, to: "2024-03-01")],
            days: [("2024-03-01", "A@H chief"), ("2024-03-02", "")], moved: ("2024-03-01", "2024-03-02", "-A")),
        History(
            name: "a post that is ended stays in its past",
            acts: [.post("A", at: "H", "chief", from: "2024-01-01", to: nil), .endPost(0, on: "2025-06-30")],
            days: [("2024-01-01", "A@H chief"), ("2025-06-30", "A@H chief"), ("2025-07-01", "")]),
        History(
            name: "who comes back is there again",
            acts: [
                .post("A", at: "H", "chief", from: "2023-01-01", to: "2023-12-31"),
                .post("A", at: "H", "adviser", from: "2025-01-01", to: nil),
            ], days: [("2023-06-01", "A@H chief"), ("2024-06-01", ""), ("2025-06-01", "A@H adviser")],
            moved: ("2023-06-01", "2025-06-01", "A@H chief to A@H adviser")),
        History(
            name: "who moves to another client is gone",
            acts: [
                .post("A", at: "H", "chief", from: nil, to: "2024-12-31"),
                .post("A", at: "U", "rector", from: "2025-01-01", to: nil),
            ], days: [("2024-12-31", "A@H chief"), ("2025-01-01", "")], moved: ("2024-12-31", "2025-01-01", "-A")),
        History(
            name: "who moves but stays tied is shown at the other client",
            acts: [
                deputy, .post("A", at: "H", "chief", from: nil, to: "2024-12-31"),
                .post("A", at: "U", "rector", from: "2025-01-01", to: nil),
                .tie("A", "B", .ally, 2, from: nil, to: nil),
            ], days: [("2025-01-01", "A@U rector, B@H deputy, A>B ally 2")],
            moved: ("2024-12-31", "2025-01-01", "A@H chief to A@U rector")),
        History(
            name: "of two posts at once the one here is shown",
            acts: [
                .post("A", at: "U", "professor", from: nil, to: nil),
                .post("A", at: "H", "chief", from: "2024-01-01", to: nil),
            ],
            days: [("2023-12-31", ""), ("2024-01-01", "A@H chief")]),
    ]

    /// A tie of A and B is judged once more, from the new year on: how strong, negative, assumed.
    private static func follows(
        _ name: String, _ before: (Int, Bool, Bool), _ after: (Int, Bool, Bool), _ moved: String
    ) -> History {
        History(
            name: name,
            acts: [
                chief, deputy,
                .tie("A", "B", .ally, before.0, from: nil, to: "2024-12-31", negative: before.1, assumed: before.2),
                .tie("A", "B", .ally, after.0, from: "2025-01-01", to: nil, negative: after.1, assumed: after.2),
            ], days: [], moved: ("2024-12-31", "2025-01-01", moved))
    }

    private static let ties = [
        History(
            name: "a tie brings whoever is a step away", acts: [chief, .tie("A", "B", .ally, 2, from: nil, to: nil)],
            days: [("2025-01-01", "A@H chief, B, A>B ally 2")]),
        History(
            name: "who is two steps away is not there",
            acts: [chief, .tie("A", "B", .ally, 2, from: nil, to: nil), .tie("B", "C", .ally, 2, from: nil, to: nil)],
            days: [("2025-01-01", "A@H chief, B, A>B ally 2")]),
        History(
            name: "a tie holds from its first day",
            acts: [chief, .tie("A", "B", .ally, 2, from: "2025-05-05", to: nil)],
            days: [("2025-05-04", "A@H chief"), ("2025-05-05", "A@H chief, B, A>B ally 2")],
            moved: ("2025-05-04", "2025-05-05", "+B, +A>B ally 2")),
        History(
            name: "a tie holds to its last day", acts: [chief, .tie("A", "B", .ally, 2, from: nil, to: "2025-05-05")],
            days: [("2025-05-05", "A@H chief, B, A>B ally 2"), ("2025-05-06", "A@H chief")],
            moved: ("2025-05-05", "2025-05-06", "-B, -A>B ally 2")),
        History(
            name: "a tie that is ended stays in its past",
            acts: [chief, .tie("A", "B", .mentorOf, 3, from: "2024-01-01", to: nil), .end(0, on: "2025-01-31")],
            days: [("2025-01-31", "A@H chief, B, A>B mentor-of 3"), ("2025-02-01", "A@H chief")]),
        History(
            name: "a tie is reversed",
            acts: [
                chief, deputy, .tie("A", "B", .influences, 2, from: "2024-01-01", to: "2024-12-31"),
                .tie("B", "A", .influences, 3, from: "2025-01-01", to: nil),
            ],
            days: [
                ("2024-12-31", "A@H chief, B@H deputy, A>B influences 2"),
                ("2025-01-01", "A@H chief, B@H deputy, B>A influences 3"),
            ], moved: ("2024-12-31", "2025-01-01", "-A>B influences 2, +B>A influences 3")),
        History(
            name: "an ally becomes a rival",
            acts: [
                chief, deputy, .tie("A", "B", .ally, 2, from: nil, to: "2025-03-01"),
                .tie("A", "B", .rival, 3, from: "2025-03-02", to: nil, negative: true),
            ], days: [("2025-03-02", "A@H chief, B@H deputy, A>B rival 3-")],
            moved: ("2025-03-01", "2025-03-02", "-A>B ally 2, +A>B rival 3-")),
        History(
            name: "one tie ends on the day on which the next begins",
            acts: [
                chief, deputy, .tie("A", "B", .ally, 1, from: nil, to: "2025-01-01"),
                .tie("A", "B", .ally, 2, from: "2025-01-01", to: nil),
            ], days: [("2025-01-01", "A@H chief, B@H deputy, A>B ally 1, A>B ally 2")]),
        History(
            name: "a correction holds for all days of the tie",
            acts: [chief, deputy, .tie("A", "B", .ally, 1, from: "2024-01-01", to: nil), .correct(0, strength: 3)],
            days: [("2024-06-01", "A@H chief, B@H deputy, A>B ally 3")], moved: ("2024-06-01", "2025-06-01", "")),
        History(
            name: "a sign is corrected",
            acts: [
                chief, deputy, .tie("A", "B", .worksWith, 1, from: nil, to: nil),
                .correct(0, strength: 1, negative: true),
            ],
            days: [("2025-01-01", "A@H chief, B@H deputy, A>B works-with 1-")]),
        History(
            name: "what is assumed is said so",
            acts: [chief, .tie("A", "B", .friend, 1, from: nil, to: nil, assumed: true)],
            days: [("2025-01-01", "A@H chief, B, A>B friend 1?")]),
        follows("a tie grows stronger", (1, false, false), (3, false, false), "A>B ally 1 to A>B ally 3"),
        follows("a tie turns against the other", (2, false, false), (2, true, false), "A>B ally 2 to A>B ally 2-"),
        follows("a tie is confirmed", (2, false, true), (2, false, false), "A>B ally 2? to A>B ally 2"),
        follows("a tie is judged again as it was", (2, false, false), (2, false, false), ""),
        History(
            name: "a tie with equal sides is the same from either",
            acts: [
                chief, deputy, .tie("A", "B", .ally, 1, from: nil, to: "2024-12-31"),
                .tie("B", "A", .ally, 2, from: "2025-01-01", to: nil),
            ], days: [], moved: ("2024-12-31", "2025-01-01", "A>B ally 1 to B>A ally 2")),
        History(
            name: "between two judgements of it a tie is gone",
            acts: [
                chief, deputy, .tie("A", "B", .ally, 1, from: nil, to: "2024-12-31"),
                .tie("A", "B", .ally, 1, from: "2025-02-01", to: nil),
            ], days: [], moved: ("2024-12-31", "2025-01-01", "-A>B ally 1")),
        History(
            name: "of two judgements of a tie the one that began last holds",
            acts: [
                chief, deputy, .tie("A", "B", .ally, 3, from: "2025-01-01", to: nil),
                .tie("A", "B", .ally, 1, from: nil, to: nil),
            ], days: [], moved: ("2024-12-31", "2025-01-01", "A>B ally 1 to A>B ally 3")),
        History(
            name: "of two that began on one day the one noted later holds",
            acts: [
                chief, deputy, .tie("A", "B", .ally, 2, from: nil, to: "2024-12-31"),
                .tie("A", "B", .ally, 1, from: "2025-01-01", to: nil),
                .tie("A", "B", .ally, 3, from: "2025-01-01", to: nil),
            ], days: [], moved: ("2024-12-31", "2025-01-01", "A>B ally 2 to A>B ally 3")),
        History(
            name: "asked backwards, what began has ended",
            acts: [chief, deputy, .tie("A", "B", .ally, 1, from: "2025-01-01", to: nil)], days: [],
            moved: ("2025-01-01", "2024-12-31", "-A>B ally 1")),
        History(
            name: "a tie between two who are both a step away is drawn",
            acts: [
                chief, .tie("A", "B", .ally, 1, from: nil, to: nil), .tie("C", "A", .reportsTo, 2, from: nil, to: nil),
                .tie("B", "C", .studiedWith, 1, from: "2025-01-01", to: nil),
            ], days: [("2025-01-01", "A@H chief, B, C, A>B ally 1, C>A reports-to 2, B>C studied-with 1")],
            moved: ("2024-12-31", "2025-01-01", "+B>C studied-with 1")),
    ]

    private static let judgements = [
        History(
            name: "a judgement holds from its day",
            acts: [chief, .judge("A", at: "H", on: "2025-01-10", power: 4, stance: 1)],
            days: [("2025-01-09", "A@H chief"), ("2025-01-10", "A@H chief 4 +1")],
            moved: ("2025-01-09", "2025-01-10", "A power ? to 4, A stance ? to 1")),
        History(
            name: "the later judgement holds",
            acts: [
                chief, .judge("A", at: "H", on: "2025-01-10", power: 4),
                .judge("A", at: "H", on: "2025-02-10", power: 2),
            ],
            days: [("2025-02-09", "A@H chief 4"), ("2025-02-10", "A@H chief 2")],
            moved: ("2025-02-09", "2025-02-10", "A power 4 to 2")),
        History(
            name: "of two on one day the one noted later holds",
            acts: [
                chief, .judge("A", at: "H", on: "2025-01-10", power: 1),
                .judge("A", at: "H", on: "2025-01-10", power: 5),
            ],
            days: [("2025-01-10", "A@H chief 5")]),
        History(
            name: "what a judgement does not say stays",
            acts: [
                chief, .judge("A", at: "H", on: "2025-01-10", power: 4, stance: -1),
                .judge("A", at: "H", on: "2025-02-10", stance: 2),
            ], days: [("2025-02-10", "A@H chief 4 +2")], moved: ("2025-01-10", "2025-02-10", "A stance -1 to 2")),
        History(
            name: "a judgement that is noted late takes its place",
            acts: [
                chief, .judge("A", at: "H", on: "2025-02-10", power: 2),
                .judge("A", at: "H", on: "2025-01-10", power: 4),
            ],
            days: [("2025-01-20", "A@H chief 4"), ("2025-03-01", "A@H chief 2")]),
        History(
            name: "a judgement that is deleted was never there",
            acts: [
                chief, .judge("A", at: "H", on: "2025-01-10", power: 4),
                .judge("A", at: "H", on: "2025-02-10", power: 2),
                .deleteJudgement(1),
            ], days: [("2025-03-01", "A@H chief 4")], moved: ("2025-01-20", "2025-03-01", "")),
        History(
            name: "a judgement at another client does not count here",
            acts: [chief, .judge("A", at: "U", on: "2025-01-10", power: 5)], days: [("2025-03-01", "A@H chief")]),
        History(
            name: "a stance to a competitor is none to us",
            acts: [chief, .judge("A", at: "H", on: "2025-01-10", stance: -2, competitor: "Northpharm")],
            days: [("2025-03-01", "A@H chief")]),
        History(
            name: "neutral is not unknown", acts: [chief, .judge("A", at: "H", on: "2025-01-10", stance: 0)],
            days: [("2025-01-10", "A@H chief 0")], moved: ("2025-01-09", "2025-01-10", "A stance ? to 0")),
        History(
            name: "who has left is not judged any more",
            acts: [
                .post("A", at: "H", "chief", from: nil, to: "2025-01-31"),
                .judge("A", at: "H", on: "2025-01-10", power: 3),
            ], days: [("2025-01-31", "A@H chief 3"), ("2025-02-01", "")]),
    ]

    private static let merges = [
        History(
            name: "two records of one person have the ties of both",
            acts: [
                chief, deputy, .tie("A", "C", .ally, 2, from: nil, to: nil),
                .tie("B", "D", .friend, 1, from: nil, to: nil),
                .merge("B", into: "A"),
            ], days: [("2025-01-01", "A@H chief, C, D, A>C ally 2, A>D friend 1")]),
        History(
            name: "a tie between two records of one person goes",
            acts: [chief, deputy, .tie("A", "B", .ally, 2, from: nil, to: nil), .merge("B", into: "A")],
            days: [("2025-01-01", "A@H chief")]),
        History(
            name: "judgements of the second record are those of the first",
            acts: [chief, deputy, .judge("B", at: "H", on: "2025-01-10", power: 4), .merge("B", into: "A")],
            days: [("2025-01-09", "A@H chief"), ("2025-01-10", "A@H chief 4")],
            moved: ("2025-01-09", "2025-01-10", "A power ? to 4")),
        History(
            name: "the past of the second record is that of the first",
            acts: [chief, .tie("C", "B", .mentorOf, 2, from: nil, to: "2024-12-31"), .merge("B", into: "A")],
            days: [("2024-12-31", "A@H chief, C, C>A mentor-of 2"), ("2025-01-01", "A@H chief")],
            moved: ("2024-06-01", "2025-06-01", "-C, -C>A mentor-of 2")),
        History(
            name: "a tie of the second record is that of the first",
            acts: [
                chief, .tie("A", "C", .ally, 1, from: nil, to: "2024-12-31"),
                .tie("C", "B", .ally, 2, from: "2025-01-01", to: nil), .merge("B", into: "A"),
            ], days: [], moved: ("2024-12-31", "2025-01-01", "A>C ally 1 to C>A ally 2")),
        History(
            name: "who is deleted was never there",
            acts: [chief, deputy, .tie("A", "B", .ally, 2, from: nil, to: nil), .delete("B")],
            days: [("2025-01-01", "A@H chief")]),
    ]
}
