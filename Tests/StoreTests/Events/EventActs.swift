import Domain
import Testing

@testable import Demo
@testable import Store

/// Acts on the events of a demo world.
enum EventActs {
    static let acts: [(name: String, act: @Sendable (WriteTransaction) throws -> Void)] = [
        (
            "an event is added",
            { try $0.addEvent(EventDraft(name: "New", kind: .own, from: $0.today, cost: Money(100), note: "N")) }
        ),
        (
            "an event is changed",
            { write in
                var draft = try write.read.event(1).draft
                (draft.name, draft.place, draft.to) = ("Another", nil, draft.to + 1)
                try write.changeEvent(1, from: nil, draft)
            }
        ),
        ("an event is deleted with its guests and talks", { try $0.deleteEvent(1, from: nil) }),
        ("a person is invited", { try $0.invite(2, to: 2, GuestDraft(standing: .accepted, user: ID(2), note: "N")) }),
        ("a guest has declined", { try $0.setStanding(.declined, of: ID(4)) }),
        ("an invitation is deleted", { try $0.deleteGuest(ID(4), from: nil) }),
        (
            "another speaks",
            { write in
                var draft = try write.read.talk(1).draft
                (draft.speaker, draft.slides, draft.day) = (.user(ID(2)), .none, nil)
                try write.changeTalk(1, from: nil, draft)
            }
        ),
        ("a talk is deleted", { try $0.deleteTalk(1, from: nil) }),
    ]

    /// Changes of a record of each kind, for its versions to be put back.
    static let records:
        [(subject: Change.Subject, change: @Sendable (WriteTransaction, inout SplitMix) throws -> Void)] =
            [
                (
                    .event,
                    { write, random in
                        var draft = try write.read.event(2).draft
                        (draft.name, draft.kind) = ("Event \(random.below(9))", random.pick(EventKind.allCases))
                        (draft.cost, draft.place) = (random.pick([nil, Money(500)]), random.pick([nil, "Hall"]))
                        try write.changeEvent(2, from: nil, draft)
                    }
                ),
                (
                    .guest,
                    { write, random in
                        let user = random.pick([nil, User.ID(1), User.ID(2)])
                        try write.changeGuest(
                            2, from: nil,
                            GuestDraft(
                                standing: random.pick(GuestStanding.allCases), user: user,
                                note: random.pick([nil, "Vegetarian"])))
                    }
                ),
                (
                    .talk,
                    { write, random in
                        try write.changeTalk(
                            2, from: nil,
                            TalkDraft(
                                topic: "Topic \(random.below(9))",
                                speaker: random.chance(50) ? .person(ID(1)) : .user(ID(2)),
                                day: random.pick([nil, write.today]), slides: random.pick(SlidesState.allCases)))
                    }
                ),
            ]
}
