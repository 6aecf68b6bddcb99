/// How a customer buys: the stages that a tender passes, the steps between them, and its deadlines. A procedure is a row of a table and not
/// code; those of `Procedure.shipped` come with the desk.
package struct Procedure: Sendable, Equatable, Encodable {
    /// A step from one stage to another that the procedure knows.
    package struct Move: Sendable, Hashable, Encodable {
        package var from: TenderStage
        package var to: TenderStage

        package init(_ from: TenderStage, _ to: TenderStage) { (self.from, self.to) = (from, to) }
    }

    /// A kind of deadline of the procedure.
    package struct Rule: Sendable, Equatable, Encodable {
        package var kind: DeadlineKind
        package var actor: TenderActor
        /// What a missed one means.
        package var missed: MissedMeaning

        package init(_ kind: DeadlineKind, _ actor: TenderActor, missed: MissedMeaning) {
            (self.kind, self.actor, self.missed) = (kind, actor, missed)
        }
    }

    package var key: String
    /// The English name. For a shipped procedure it is also the key of its translations.
    package var name: String
    /// The law by its short name, such as "44-FZ"; nil where none rules it.
    package var law: String?
    package var stages: [TenderStage]
    package var moves: [Move]
    package var rules: [Rule]
    /// True if bidding is on the very day on which applications end.
    package var bidsOnLastDay: Bool

    package init(
        _ key: String, called name: String, law: String?, stages: [TenderStage], moves: [Move]? = nil, rules: [Rule],
        bidsOnLastDay: Bool = false
    ) {
        (self.key, self.name, self.law, self.stages) = (key, name, law, stages)
        self.moves = moves ?? Procedure.neighbours(stages)
        self.rules = rules
        self.bidsOnLastDay = bidsOnLastDay
    }

    /// One stage forward, one back, and from every stage to the last and back again: a tender may be cancelled, lost or given up at any
    /// time, and that may have been a mistake.
    static func neighbours(_ stages: [TenderStage]) -> [Move] {
        let forward = zip(stages, stages.dropFirst()).map { Move($0, $1) }
        let back = forward.map { Move($0.to, $0.from) }
        guard let last = stages.last else { return [] }
        return forward + back + stages.dropLast(2).flatMap { [Move($0, last), Move(last, $0)] }
    }

    /// The stages to which a tender may move from here, in the order of the procedure.
    package func steps(from stage: TenderStage) -> [TenderStage] {
        stages.filter { moves.contains(Move(stage, $0)) }
    }

    package func knows(_ stage: TenderStage, to next: TenderStage) -> Bool { moves.contains(Move(stage, next)) }

    /// Throws a problem of the field `stage` if the procedure does not know the step.
    package func require(_ stage: TenderStage, to next: TenderStage) throws(Problems) {
        guard stage == next || knows(stage, to: next) else { throw Problems(["stage": .unknownStep]) }
    }

    /// The rule for a kind of deadline; nil if the procedure has no such deadline.
    package func rule(_ kind: DeadlineKind) -> Rule? { rules.first { $0.kind == kind } }

    /// What a missed deadline of this kind means.
    package func missed(_ kind: DeadlineKind) -> MissedMeaning { rule(kind)?.missed ?? .nothing }
}

extension Procedure {
    /// A procedure as lists of choices name it.
    package struct Choice: Sendable {
        package var key: String
        package var name: String

        package init(key: String, name: String) { (self.key, self.name) = (key, name) }
    }
}

// The columns of a row: lists are words with spaces between them.

extension Procedure {
    package var stageText: String { stages.map(\.rawValue).joined(separator: " ") }
    package var moveText: String { moves.map { "\($0.from.rawValue)>\($0.to.rawValue)" }.joined(separator: " ") }
    package var ruleText: String {
        rules.map { "\($0.kind.rawValue)>\($0.actor.rawValue)>\($0.missed.rawValue)" }.joined(separator: " ")
    }

    /// The shipped procedures with their texts, by key. A board reads them all, and most desks keep them as they came: such a row is not
    /// taken apart word by word.
    private static let asShipped = Dictionary(
        uniqueKeysWithValues: shipped.map {
            ($0.key, (procedure: $0, stages: $0.stageText, moves: $0.moveText, rules: $0.ruleText))
        })

    /// Reads a row. Returns nil if a word is unknown or a step leads to a stage that the procedure does not have.
    package init?(
        key: String, name: String, law: String?, stages: String, moves: String, rules: String, bidsOnLastDay: Bool
    ) {
        if let asShipped = Procedure.asShipped[key], asShipped.stages == stages, asShipped.moves == moves,
            asShipped.rules == rules
        {
            self = asShipped.procedure
            (self.name, self.law, self.bidsOnLastDay) = (name, law, bidsOnLastDay)
            return
        }
        func parts(_ text: String) -> [[String]] {
            var text = text
            return text.withUTF8 { bytes in
                bytes.split(separator: UInt8(ascii: " ")).map { word in
                    word.split(separator: UInt8(ascii: ">")).map { String(decoding: $0, as: UTF8.self) }
                }
            }
        }
        let (stages, moves, rules) = (parts(stages), parts(moves), parts(rules))
        let known = stages.compactMap { TenderStage(rawValue: $0[0]) }
        let steps = moves.compactMap { words -> Move? in
            guard words.count == 2, let from = TenderStage(rawValue: words[0]), let to = TenderStage(rawValue: words[1])
            else { return nil }
            return known.contains(from) && known.contains(to) ? Move(from, to) : nil
        }
        let kinds = rules.compactMap { words -> Rule? in
            guard words.count == 3, let kind = DeadlineKind(rawValue: words[0]),
                let actor = TenderActor(rawValue: words[1]), let missed = MissedMeaning(rawValue: words[2])
            else { return nil }
            return Rule(kind, actor, missed: missed)
        }
        guard known.count == stages.count, steps.count == moves.count, kinds.count == rules.count, !known.isEmpty else {
            return nil
        }
        self.init(
            key, called: name, law: law, stages: known, moves: steps, rules: kinds, bidsOnLastDay: bidsOnLastDay)
    }
}
