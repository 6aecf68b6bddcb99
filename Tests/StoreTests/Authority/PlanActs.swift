import Domain

@testable import Store

extension AuthorityDesk {
    static let plans: [(name: String, act: Act)] = [
        (
            "a target of a client is set",
            { write, desk in
                try write.addWorkYear(WorkYearDraft(year: 2031, free: "01-01", source: "A law"))
                try write.addPeriods(of: 2031)
                let period = try write.read.periods(of: 2031)[0].id
                try write.setTargets([TypedCell(.client(desk.client), period, 5)], PlanMeasure(.income), year: 2031)
            }
        )
    ]
}
