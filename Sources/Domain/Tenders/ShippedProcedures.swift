// The procedures that come with the desk. The days are never derived from them: they come from the notice.

extension Procedure {
    package static let shipped: [Procedure] = [
        Procedure(
            "44-auction", called: "44-FZ electronic auction", law: "44-FZ",
            stages: TenderStage.allCases, rules: federal, bidsOnLastDay: true),
        Procedure(
            "44-competition", called: "44-FZ competition", law: "44-FZ", stages: TenderStage.allCases, rules: federal),
        Procedure(
            "44-quotations", called: "44-FZ request for quotations", law: "44-FZ",
            stages: [.signal, .preparation, .open, .decided, .contract, .execution, .closed],
            rules: federal.filter { $0.kind != .bidding && $0.kind != .questions }),
        Procedure(
            "44-single", called: "44-FZ single supplier", law: "44-FZ",
            stages: [.signal, .preparation, .contract, .execution, .closed],
            rules: [Rule(.signingTheirs, .customer, missed: .theirDuty)] + [ourSignature] + execution),
        Procedure(
            "223", called: "223-FZ purchase", law: "223-FZ", stages: TenderStage.allCases,
            moves: neighbours(TenderStage.allCases) + [Move(.open, .decided), Move(.decided, .open)],
            rules: federal),
        Procedure(
            "commercial", called: "Commercial tender", law: nil, stages: TenderStage.allCases,
            moves: neighbours(TenderStage.allCases)
                + [
                    Move(.open, .decided), Move(.decided, .open), Move(.decided, .bidding),
                    Move(.preparation, .bidding),
                ].filter { !neighbours(TenderStage.allCases).contains($0) },
            rules: [
                Rule(.questions, .we, missed: .unanswered), Rule(.applications, .we, missed: .out),
                Rule(.bidding, .we, missed: .out), Rule(.decision, .customer, missed: .nothing),
                Rule(.signingOurs, .we, missed: .nothing),
            ] + execution),
        Procedure(
            "eu-open", called: "EU open procedure", law: "2014/24/EU",
            stages: [.signal, .preparation, .open, .decided, .contract, .execution, .closed], rules: european),
        // The candidates ask to take part while it is open; those who are chosen are invited to bid.
        Procedure(
            "eu-restricted", called: "EU restricted procedure", law: "2014/24/EU", stages: TenderStage.allCases,
            rules: european + [Rule(.bidding, .we, missed: .out)]),
    ]

    private static let ourSignature = Rule(.signingOurs, .we, missed: .evasion)

    private static let execution = [
        Rule(.delivery, .we, missed: .penalty), Rule(.acceptance, .customer, missed: .theirDuty),
        Rule(.payment, .customer, missed: .theirDuty), Rule(.securityEnd, .we, missed: .uncovered),
    ]

    private static let federal =
        [
            Rule(.questions, .we, missed: .unanswered), Rule(.applications, .we, missed: .out),
            Rule(.bidding, .we, missed: .out), Rule(.decision, .customer, missed: .theirDuty),
            Rule(.complaint, .we, missed: .noComplaint), ourSignature,
            Rule(.signingTheirs, .customer, missed: .theirDuty),
        ] + execution

    private static let european =
        [
            Rule(.questions, .we, missed: .unanswered), Rule(.applications, .we, missed: .out),
            Rule(.decision, .customer, missed: .theirDuty), Rule(.complaint, .we, missed: .noComplaint),
            Rule(.signingOurs, .we, missed: .out), Rule(.signingTheirs, .customer, missed: .theirDuty),
        ] + execution
}
