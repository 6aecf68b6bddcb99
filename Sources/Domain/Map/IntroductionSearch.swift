/// Finds the chain with the greatest product along at most six ties, tie by tie. With a limit on ties, the best way to somebody halfway
/// need not be part of the best way on (Bellman 1958; without the limit Dijkstra's method would do). Products are whole numbers, so that
/// equal ones compare as equal.
struct IntroductionSearch {
    /// The score of a chain without any loss: six ties of six sixths, from a close person, who counts two halves.
    private static let whole = 2 * 46_656

    /// The best chain to a person with a given number of ties.
    private struct Reach {
        var score: Int
        var user: Int
        /// The person before and the tie from them; nil for the first of a chain.
        var before: (person: Int, tie: Int)?
    }

    private let ties: [InfluenceTie]
    /// Everybody's ties by whom they lead to. For each pair only the strongest; of equal ones, one that is not personal if possible.
    private let steps: [[(to: Int, tie: Int)]]

    init(count: Int, ties: [InfluenceTie], forbidsPersonal: Bool) {
        let usable = ties.indices.filter { ties[$0].isUsable && !(forbidsPersonal && ties[$0].kind.isPersonal) }
            .sorted { IntroductionSearch.key(ties[$0], $0) < IntroductionSearch.key(ties[$1], $1) }
        var steps: [[(to: Int, tie: Int)]] = Array(repeating: [], count: count)
        for tie in usable {
            let (a, b) = (ties[tie].a, ties[tie].b)
            guard steps[a].last?.to != b else { continue }
            steps[a].append((b, tie))
            steps[b].append((a, tie))
        }
        self.ties = ties
        self.steps = steps
    }

    /// Sorts ties of the same pair next to each other, the best first.
    private static func key(_ tie: InfluenceTie, _ place: Int) -> (Int, Int, Int, Int, Int) {
        (min(tie.a, tie.b), max(tie.a, tie.b), -tie.sixths, tie.kind.isPersonal ? 1 : 0, place)
    }

    /// The best chain, of equal ones the shortest; nil if none leads to the target.
    func chain(to target: Int, from starts: [Introduction.Start]) -> Introduction.Chain? {
        var reached: [[Reach?]] = [first(starts)]
        for _ in 0..<Introduction.mostTies { reached.append(next(reached.last!)) }
        guard
            let ties = reached.indices.filter({ reached[$0][target] != nil })
                .min(by: { (-reached[$0][target]!.score, $0) < (-reached[$1][target]!.score, $1) })
        else { return nil }
        return chain(to: target, ties: ties, reached)
    }

    private func first(_ starts: [Introduction.Start]) -> [Reach?] {
        var reached: [Reach?] = Array(repeating: nil, count: steps.count)
        for start in starts where start.halves > 0 {
            let score = IntroductionSearch.whole / 2 * start.halves
            if let known = reached[start.person], (-known.score, known.user) <= (-score, start.user) { continue }
            reached[start.person] = Reach(score: score, user: start.user)
        }
        return reached
    }

    private func next(_ last: [Reach?]) -> [Reach?] {
        var reached: [Reach?] = Array(repeating: nil, count: steps.count)
        for person in last.indices {
            guard let here = last[person] else { continue }
            for step in steps[person] {
                let score = here.score / 6 * ties[step.tie].sixths
                if let known = reached[step.to], known.score >= score { continue }
                reached[step.to] = Reach(score: score, user: here.user, before: (person, step.tie))
            }
        }
        return reached
    }

    private func chain(to target: Int, ties count: Int, _ reached: [[Reach?]]) -> Introduction.Chain {
        let end = reached[count][target]!
        var people = [target]
        var way: [Int] = []
        for step in stride(from: count, to: 0, by: -1) {
            let before = reached[step][people[0]]!.before!
            people.insert(before.person, at: 0)
            way.insert(before.tie, at: 0)
        }
        return Introduction.Chain(
            user: end.user, people: people, ties: way, isPersonal: way.map { ties[$0].kind.isPersonal },
            product: Double(end.score) / Double(IntroductionSearch.whole),
            weakest: way.indices.min { (ties[way[$0]].sixths, $0) < (ties[way[$1]].sixths, $1) })
    }
}
