import Testing

@testable import Domain

@Suite struct ProcedureTests {
    /// Steps that a procedure knows and steps that it refuses: "from to" and whether it knows it.
    static let steps: [(procedure: String, from: TenderStage, to: TenderStage, isKnown: Bool)] = [
        ("44-auction", .signal, .preparation, true), ("44-auction", .preparation, .open, true),
        ("44-auction", .open, .bidding, true), ("44-auction", .bidding, .decided, true),
        ("44-auction", .decided, .contract, true), ("44-auction", .contract, .execution, true),
        ("44-auction", .execution, .closed, true), ("44-auction", .decided, .bidding, true),
        ("44-auction", .closed, .execution, true), ("44-auction", .open, .closed, true),
        ("44-auction", .open, .decided, false), ("44-auction", .signal, .open, false),
        ("44-auction", .closed, .open, true), ("44-auction", .preparation, .bidding, false),
        ("44-auction", .execution, .decided, false),
        ("44-quotations", .open, .decided, true), ("44-quotations", .decided, .open, true),
        ("44-quotations", .open, .bidding, false), ("44-quotations", .bidding, .decided, false),
        ("44-quotations", .decided, .contract, true), ("44-quotations", .preparation, .closed, true),
        ("44-quotations", .contract, .decided, true), ("44-quotations", .signal, .contract, false),
        ("44-single", .signal, .preparation, true), ("44-single", .preparation, .contract, true),
        ("44-single", .contract, .preparation, true), ("44-single", .preparation, .open, false),
        ("44-single", .preparation, .decided, false), ("44-single", .contract, .execution, true),
        ("44-single", .contract, .closed, true), ("44-single", .closed, .signal, true),
        ("44-single", .closed, .open, false),
        ("223", .open, .bidding, true), ("223", .open, .decided, true), ("223", .decided, .open, true),
        ("223", .bidding, .open, true), ("223", .signal, .decided, false), ("223", .decided, .execution, false),
        ("commercial", .decided, .bidding, true), ("commercial", .preparation, .bidding, true),
        ("commercial", .execution, .bidding, false),
        ("eu-open", .open, .decided, true), ("eu-open", .open, .bidding, false),
        ("eu-restricted", .open, .bidding, true), ("eu-restricted", .open, .decided, false),
        ("eu-restricted", .bidding, .decided, true),
    ]

    static func procedure(_ key: String) -> Procedure { Procedure.shipped.first { $0.key == key }! }

    @Test(arguments: steps)
    func `a procedure knows its own steps and refuses the others`(
        procedure: String, from: TenderStage, to: TenderStage, isKnown: Bool
    ) {
        let procedure = ProcedureTests.procedure(procedure)
        #expect(procedure.knows(from, to: to) == isKnown)
        #expect(procedure.steps(from: from).contains(to) == isKnown)
        if isKnown {
            #expect(throws: Never.self) { try procedure.require(from, to: to) }
        } else {
            #expect(throws: Problems(["stage": .unknownStep])) { try procedure.require(from, to: to) }
        }
    }

    @Test func `the table has forty steps of four procedures and more`() {
        #expect(ProcedureTests.steps.count >= 40)
        #expect(Set(ProcedureTests.steps.map(\.procedure)).count >= 4)
    }

    @Test(arguments: Procedure.shipped)
    func `a shipped procedure, and a copy of it under another key, come back from their rows as they were`(
        procedure: Procedure
    ) {
        var copy = procedure
        (copy.key, copy.name, copy.bidsOnLastDay) = ("own", "Own", !procedure.bidsOnLastDay)
        var renamed = procedure
        (renamed.name, renamed.law) = ("Own", nil)
        for procedure in [procedure, renamed, copy] {
            let read = Procedure(
                key: procedure.key, name: procedure.name, law: procedure.law, stages: procedure.stageText,
                moves: procedure.moveText, rules: procedure.ruleText, bidsOnLastDay: procedure.bidsOnLastDay)
            #expect(read == procedure)
        }
        #expect(Set(procedure.moves).count == procedure.moves.count)
        #expect(procedure.stages.first == .signal && procedure.stages.last == .closed)
        #expect(Set(procedure.rules.map(\.kind.rawValue)).count == procedure.rules.count)
    }

    @Test func `a row with an unknown word or a step to a foreign stage is no procedure`() {
        func read(_ stages: String, _ moves: String, _ rules: String) -> Procedure? {
            Procedure(
                key: "k", name: "n", law: nil, stages: stages, moves: moves, rules: rules, bidsOnLastDay: false)
        }
        #expect(read("signal closed", "signal>closed", "delivery>we>penalty") != nil)
        #expect(read("signal closes", "", "") == nil)
        #expect(read("signal closed", "signal>open", "") == nil)
        #expect(read("signal closed", "signal>closed", "delivery>we") == nil)
        #expect(read("", "", "") == nil)
    }

    @Test func `an auction bids on the day on which applications end, a missed signing is evasion`() {
        let auction = ProcedureTests.procedure("44-auction")
        #expect(auction.bidsOnLastDay && !ProcedureTests.procedure("44-competition").bidsOnLastDay)
        #expect(auction.missed(.signingOurs) == .evasion)
        #expect(auction.missed(.applications) == .out)
        #expect(auction.rule(.signingTheirs)?.actor == .customer)
        #expect(ProcedureTests.procedure("44-single").rule(.applications) == nil)
        #expect(ProcedureTests.procedure("44-single").missed(.applications) == .nothing)
    }
}
