extension BlockerFacts {
    /// What stands in the way, in the order of the deadlines before which it stands. Nothing does where we do not take part or all is over.
    package func blockers(on today: Day) -> [Blocker] {
        guard go != .noGo, stage.isBeforeContract, isOpen || outcomes.contains(.won) else { return [] }
        var found: [Blocker] = []
        if awaitsApplication {
            if go == .undecided { found.append(Blocker(.goUndecided, "", who: kam, before: .applications)) }
            found += questions.filter { $0.answeredOn == nil }.map {
                Blocker(
                    $0.askedOn == nil ? .questionUnasked : .questionUnanswered, $0.text, who: $0.who ?? kam,
                    before: .applications, part: .questions,
                    record: $0.id)
            }
            found += requirements.flatMap(unmet)
            found += lines.filter { $0.paper == nil }.flatMap(undone)
        }
        found += lines.compactMap { line in line.paper.flatMap { paper(line, $0, on: today) } }
        found += securities.flatMap { lacking($0) }
        found += [PaperKind.signature, .attorney].compactMap(ownEnd)
        return found.enumerated().sorted { one, other in
            (place(one.element.before), one.offset) < (place(other.element.before), other.offset)
        }.map(\.element)
    }

    /// True as long as a lot may still be won.
    private var isOpen: Bool { outcomes.isEmpty || outcomes.contains(.undecided) }

    /// True until the application is in. A tender that was moved on without it still waits for it.
    private var awaitsApplication: Bool {
        isOpen && (stage.isBeforeApplication || stage == .bidding && applicationDay != nil && !isSubmitted)
    }

    /// The paper with which the KAM signs, if it ends before the signing; nil if a line of the application asks for such papers anyway.
    private func ownEnd(_ kind: PaperKind) -> Blocker? {
        guard let signingDay, let signer, !lines.contains(where: { $0.paper == kind }) else { return nil }
        let own = papers.filter { $0.kind == kind && $0.user == signer }
        guard let last = own.max(by: { ($0.expires ?? signingDay) < ($1.expires ?? signingDay) }),
            let end = last.expires, end < signingDay
        else { return nil }
        return Blocker(.paperEnds, last.name, who: kam, before: .signingOurs, ends: end)
    }

    private func place(_ kind: DeadlineKind) -> Int { DeadlineKind.allCases.firstIndex(of: kind) ?? 0 }

    private func unmet(_ requirement: Requirement) -> [Blocker] {
        func blocker(_ kind: Blocker.Kind) -> Blocker {
            Blocker(
                kind, requirement.text, who: requirement.who ?? kam, before: .applications, part: .requirements,
                record: requirement.id)
        }
        switch requirement.verdict {
        case .unknown: return [blocker(.requirementUnknown)]
        case .fails: return [blocker(.requirementUnmet)]
        case .meets: return isStale(requirement.confirmedOn) ? [blocker(.confirmAgain)] : []
        }
    }

    private func undone(_ line: Line) -> [Blocker] {
        func blocker(_ kind: Blocker.Kind) -> Blocker {
            Blocker(kind, line.text, who: line.who ?? kam, before: .applications, part: .lines, record: line.id)
        }
        guard let done = line.doneOn else { return [blocker(.applicationUndone)] }
        return isStale(max(done, line.confirmedOn ?? done)) ? [blocker(.confirmAgain)] : []
    }

    /// True if something was confirmed before the notice changed.
    private func isStale(_ confirmed: Day?) -> Bool {
        guard let changed = noticeChangedOn else { return false }
        return confirmed.map { $0 < changed } ?? true
    }

    private func paper(_ line: Line, _ kind: PaperKind, on today: Day) -> Blocker? {
        let day = signingDay ?? applicationDay ?? today
        let standing = PaperStanding.of(
            kind, product: line.product, among: papers, on: max(day, today), signs: signingDay != nil, value: value)
        // What lacks altogether lacks in the application already; what ends later is in the way of the signing.
        let before: DeadlineKind = awaitsApplication && standing != .have ? .applications : .signingOurs
        func blocker(_ kind: Blocker.Kind, _ before: DeadlineKind, ends: Day? = nil) -> Blocker {
            Blocker(kind, line.text, who: line.who ?? kam, before: before, ends: ends, part: .lines, record: line.id)
        }
        switch standing {
        case .have: return nil
        case .lacking: return blocker(kind == .attorney ? .noAttorney : .paperLacking, before)
        case .ends(let day):
            let isThere = applicationDay.map { day >= $0 } ?? (day >= today)
            return blocker(.paperEnds, isThere ? .signingOurs : before, ends: day)
        case .wrongScope: return blocker(.attorneyScope, before)
        case .limited: return blocker(.attorneyLimit, before)
        }
    }

    /// Only what the next act needs is in the way: nobody pays for the contract before it is won.
    private func lacking(_ security: Security) -> [Blocker] {
        guard security.returnedOn == nil else { return [] }
        switch security.kind {
        case .bid: guard stage.isBeforeApplication || stage == .bidding else { return [] }
        case .contract: guard [.decided, .contract].contains(stage) else { return [] }
        case .warranty: guard stage == .contract else { return [] }
        }
        func blocker(_ kind: Blocker.Kind, ends: Day? = nil) -> Blocker {
            Blocker(
                kind, "", who: kam, before: security.kind.neededFor, ends: ends, part: .securities, record: security.id)
        }
        guard security.paidOn != nil else { return [blocker(.securityUnpaid)] }
        var found: [Blocker] = []
        if let needed = security.needed, security.amount ?? .zero < needed { found.append(blocker(.securityLittle)) }
        if let until = security.until, let needed = security.neededUntil, until < needed {
            found.append(blocker(.securityShort, ends: until))
        }
        return found
    }
}
