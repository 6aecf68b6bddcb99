import Domain
import Routes

/// A plan and its actuals as sheets of a workbook.
package func planSheets(_ plan: PlanSheet, _ c: Chrome) -> [Worksheet] {
    let l = c.language
    func cell(_ value: Int64?, _ metric: PlanMetric) -> CSVTable.Cell {
        .number(value.map { metric.isMoney ? c.currency.text(Money($0)) : String($0) })
    }
    let lines = CSVTable(
        [l("Metric"), l("Period"), l("Actual"), l("Plan"), l("Last year"), l("Of it by this day")],
        plan.lines.map { line in
            let metric = line.measure.metric
            return [
                .text(l.word(metric)), .text(l.name(of: plan.period)), cell(line.actual, metric),
                cell(line.target, metric),
                cell(line.lastYear, metric), cell(line.lastYearByNow, metric),
            ]
        })
    let parts = CSVTable(
        [l("Name"), l("Actual"), l("Plan")],
        plan.parts.map { part in
            [.text(part.scope == nil ? "–" : part.name), cell(part.actual, .income), cell(part.target, .income)]
        })
    let months = CSVTable(
        [l("Month")] + plan.lines.map { l.word($0.measure.metric) },
        plan.steps.indices.map { place in
            [.text(l.month(plan.steps[place].draft.from))]
                + plan.lines.indices.map { cell(plan.stepActuals[$0][place], plan.lines[$0].measure.metric) }
        })
    let groups = CSVTable(
        [l("Product group"), l("Actual"), l("Plan"), l("Last year")],
        plan.groups.map { line in
            [
                .text(line.group?.name ?? l("no group")), cell(line.actual, .income), cell(line.target, .income),
                cell(line.lastYear, .income),
            ]
        })
    let version = CSVTable(
        [l("Whose plan"), l("Period"), l("Day"), l("Version"), l("State")],
        [
            [
                .text(plan.name), .text(l.name(of: plan.period)), .text(plan.today.iso),
                .text(plan.plan.map { String($0.draft.edition) } ?? ""),
                .text(plan.plan.map { l.word($0.draft.state) } ?? ""),
            ]
        ])
    let all = [
        Worksheet(l("Plan"), lines), Worksheet(l("Who carries it"), parts), Worksheet(l("By month"), months),
        Worksheet(l("By product group"), groups), Worksheet(l("Version"), version),
    ]
    return all.filter { !$0.table.rows.isEmpty }
}
