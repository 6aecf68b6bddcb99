/// Which targets the grid shows.
package struct PlanGridQuery: Sendable, Equatable, Encodable {
    package var year: Int
    /// The kind of the periods that are its columns.
    package var kind: PeriodKind
    package var measure: PlanMeasure
    /// A colleague whose clients are its rows; nil for the company, its departments and their colleagues.
    package var of: User.ID?

    package init(
        year: Int, kind: PeriodKind = .quarter, measure: PlanMeasure = PlanMeasure(.income), of: User.ID? = nil
    ) {
        (self.year, self.kind, self.measure, self.of) = (year, kind, measure, of)
    }
}

/// The targets of one measure in the periods of a year: what stands above, what stands below it carries, and the gap between.
package struct PlanGrid: Sendable, Encodable {
    package struct Row: Sendable, Encodable {
        package var scope: PlanScope
        package var name: String
        /// 0 for the first row; what stands below a row carries its target.
        package var depth: Int
        /// The version that is shown: the latest.
        package var plan: Plan?
        /// The version that holds today, if that is another one.
        package var inForce: Plan?
        /// Its targets, by column; empty if there is none.
        package var valuesInForce: [Int64?] = []
        /// By column; nil where it has no target of its own.
        package var targets: [PlanTarget?]
        /// By column, where it has no target of its own: the sum of the shorter periods that fill it; nil if one of them has none.
        package var summed: [Int64?] = []
        /// What was reached in the same days of the year before, by column; nil if the viewer does not see all of it.
        package var lastYear: [Int64]?
        /// True if the viewer may set targets here, as long as the version is not agreed.
        package var mayPlan: Bool
        /// True if the viewer may say yes to it.
        package var mayAgree: Bool

        package init(
            scope: PlanScope, name: String, depth: Int, plan: Plan?, targets: [PlanTarget?], lastYear: [Int64]?,
            mayPlan: Bool, mayAgree: Bool
        ) {
            (self.scope, self.name, self.depth, self.plan) = (scope, name, depth, plan)
            (self.targets, self.lastYear, self.mayPlan, self.mayAgree) = (targets, lastYear, mayPlan, mayAgree)
        }

        /// True if its cells can be typed into.
        package var isOpen: Bool { mayPlan && plan?.draft.state != .agreed }

        package func value(_ column: Int) -> Int64? { targets[column]?.draft.value }

        /// What is planned for a column, by its own target or by shorter periods.
        package func planned(_ column: Int) -> Int64? { value(column) ?? (summed.isEmpty ? nil : summed[column]) }
    }

    package var query: PlanGridQuery
    package var columns: [PlanPeriod]
    /// What stands below a row follows it.
    package var rows: [Row]
    /// The product groups of the desk, to choose from.
    package var groups: [Named<ProductGroup>]
    /// The other kinds of periods for which these plans have targets.
    package var otherKinds: [PeriodKind] = []

    package init(query: PlanGridQuery, columns: [PlanPeriod], rows: [Row], groups: [Named<ProductGroup>]) {
        (self.query, self.columns, self.rows, self.groups) = (query, columns, rows, groups)
    }

    /// The rows directly below a row.
    package func children(of place: Int) -> [Row] { childPlaces(of: place).map { rows[$0] } }

    private func childPlaces(of place: Int) -> [Int] {
        let below = rows.indices.dropFirst(place + 1).prefix { rows[$0].depth > rows[place].depth }
        return below.filter { rows[$0].depth == rows[place].depth + 1 }
    }

    /// What nobody below a row carries, by column: above 0 if the parts fall short, below 0 if they are more. Nil in a column without a
    /// target; nil altogether if nothing stands below the row or the viewer does not see all of it.
    package func gaps(of place: Int) -> [Int64?]? {
        let children = children(of: place)
        guard !children.isEmpty, rows[place].lastYear != nil else { return nil }
        return columns.indices.map { column in
            rows[place].planned(column).map { target in
                children.reduce(target) { $0 &- ($1.planned(column) ?? 0) }
            }
        }
    }

    /// The target of all columns together; nil if one is missing, or if the measure does not add up over time.
    package func total(_ row: Row) -> Int64? {
        let values = columns.indices.compactMap(row.planned)
        guard query.measure.metric.addsUp, !values.isEmpty, values.count == columns.count else { return nil }
        return values.reduce(0, &+)
    }

    package func lastYearTotal(_ row: Row) -> Int64? {
        query.measure.metric.addsUp ? row.lastYear.map { $0.reduce(0, &+) } : nil
    }

    /// True if all days of last year that the columns compare with are over.
    package func hasLastYear(before today: Day) -> Bool { columns.allSatisfy { $0.draft.span.yearBefore.to < today } }

    /// The name of a cell's field.
    package static func field(_ scope: PlanScope, _ period: PlanPeriod.ID) -> String { "\(scope.key).\(period.number)" }

    /// What the open cells hold, as they would be typed.
    package func entries(_ currency: Currency) -> Entries {
        var entries = Entries()
        for row in rows where row.isOpen {
            for (column, period) in columns.enumerated() {
                entries[PlanGrid.field(row.scope, period.id)] =
                    row.value(column).map { query.measure.typed($0, currency) } ?? ""
            }
        }
        return entries
    }

    /// True if anything is planned in these columns.
    package var isPlanned: Bool { rows.contains { row in columns.indices.contains { row.planned($0) != nil } } }

    /// A number that changes whenever a plan or a target that the grid shows does.
    package var version: Int {
        var mark: UInt64 = 17
        func take(_ number: Int64) { mark = (mark &* 1_000_003) ^ UInt64(bitPattern: number) }
        for row in rows {
            guard let plan = row.plan else { continue }
            take(plan.id.number)
            take(Int64(plan.version))
            for target in row.targets {
                take(target?.id.number ?? 0)
                take(Int64(target?.version ?? 0))
            }
        }
        return Int(mark >> 12)
    }
}

/// A target that somebody typed.
package struct TypedCell: Sendable, Equatable {
    package var scope: PlanScope
    package var period: PlanPeriod.ID
    package var value: Int64

    package init(_ scope: PlanScope, _ period: PlanPeriod.ID, _ value: Int64) {
        (self.scope, self.period, self.value) = (scope, period, value)
    }
}

extension PlanGrid {
    /// The cells that were typed and differ from what stands. An empty cell stays as it is. Throws a problem for each cell that is no number
    /// or belongs to no open row.
    package func typed(_ entries: Entries, _ currency: Currency) throws(Problems) -> [TypedCell] {
        var (cells, problems): ([TypedCell], Problems) = ([], Problems())
        for row in rows where row.mayPlan {
            for (column, period) in columns.enumerated() {
                let field = PlanGrid.field(row.scope, period.id)
                guard !entries[field].isEmpty else { continue }
                guard let typed = TypedTarget(entries[field], read: { query.measure.value(typed: $0, currency) })
                else {
                    problems.add(.notATarget, to: field)
                    continue
                }
                guard var value = typed.target(lastYear: row.lastYear?[column]) else { continue }
                // A share of last year is rounded to whole amounts.
                if case .ofLastYear = typed, query.measure.metric.isMoney {
                    let unit = Int64(currency.minorUnits)
                    value = Pace.divided(value, by: 1, of: unit) * unit
                }
                guard value != row.value(column) else { continue }
                // Whoever means thousands or millions says so, and whoever means so little puts the currency behind it.
                if case .value = typed, query.measure.metric.isMoney, value > 0,
                    let lastYear = row.lastYear?[column], value < lastYear / 100,
                    currency.withoutSign(entries[field]) == trimmed(entries[field]),
                    currency.amount(typed: entries[field]) != nil
                {
                    problems.add(.farBelowLastYear, to: field)
                    continue
                }
                guard row.isOpen else {
                    problems.add(.agreedPlan, to: field)
                    continue
                }
                guard value <= PlanGrid.most else {
                    problems.add(.notATarget, to: field)
                    continue
                }
                cells.append(TypedCell(row.scope, period.id, value))
            }
        }
        guard problems.isEmpty else { throw problems }
        return cells
    }

    /// A typed growth such as "9.5" or "-3 %", in hundredths of a per cent; nil if it is none from -100 to 1,000 per cent.
    package static func growth(typed text: String) -> Int64? {
        let text = text.hasSuffix("%") ? trimmed(String(text.dropLast())) : text
        return fixedPoint(text.replacing("\u{2212}", with: "-"), decimals: 2).flatMap {
            (-10_000...100_000).contains($0) ? $0 : nil
        }
    }

    /// No target is larger, so that the sum of a grid's targets fits into 64 bits.
    package static let most: Int64 = 1_000_000_000_000_000

    /// The cells of a row's children that nothing is planned in, each with its part of what is not carried yet: by the shares of last year
    /// and the largest remainder, so that nothing is left over. What is planned stays as it is.
    /// Whole amounts of money stay whole: `unit` is how many minor units are one.
    package func handedDown(from place: Int, unit: Int64 = 1) -> [TypedCell] {
        let children = children(of: place)
        return columns.indices.flatMap { column -> [TypedCell] in
            let empty = children.filter { $0.isOpen && $0.planned(column) == nil }
            guard let gap = gaps(of: place)?[column], gap > 0, !empty.isEmpty else { return [] }
            let unit = gap % unit == 0 ? unit : 1
            let parts = HandDown.parts(of: gap / unit, by: empty.map { $0.lastYear?[column] ?? 0 }).map { $0 * unit }
            // Who bought nothing last year gets no plan of 0, which somebody would have to agree to.
            return zip(empty, parts).filter { $1 > 0 }.map { TypedCell($0.scope, columns[column].id, $1) }
        }
    }

    /// The cells that nothing is planned in, filled from last year: each row's year grows by so many hundredths of a per cent and is spread
    /// over the columns by the shares of last year. What all rows below a row sold together is handed down to them, so that no unit is lost
    /// by rounding. Amounts of money are rounded to whole ones: `unit` is how many minor units are one.
    package func grown(by growth: Int64, unit: Int64 = 1) -> [TypedCell] {
        var parts = rows.map { grownParts($0, by: growth, unit) }
        for (place, row) in rows.enumerated() where query.measure.metric.addsUp {
            let children = childPlaces(of: place)
            for column in columns.indices where row.planned(column) == nil {
                let shares = children.map { rows[$0].lastYear?[column] ?? 0 }
                guard let whole = parts[place]?[column], shares.reduce(0, &+) == row.lastYear?[column],
                    children.allSatisfy({ parts[$0] != nil && rows[$0].planned(column) == nil })
                else { continue }
                for (child, part) in zip(children, HandDown.parts(of: whole / unit, by: shares)) {
                    parts[child]?[column] = part * unit
                }
            }
        }
        return rows.indices.flatMap { place -> [TypedCell] in
            // Nobody agrees to a plan of 0.
            guard let parts = parts[place], parts.contains(where: { $0 > 0 }) else { return [] }
            return columns.indices.compactMap { column in
                rows[place].planned(column) == nil && parts[column] <= PlanGrid.most
                    ? TypedCell(rows[place].scope, columns[column].id, parts[column]) : nil
            }
        }
    }

    /// What a row's columns grow to; nil where nothing can be typed or nothing was sold.
    private func grownParts(_ row: Row, by growth: Int64, _ unit: Int64) -> [Int64]? {
        guard row.isOpen, let lastYear = row.lastYear, lastYear.contains(where: { $0 > 0 }) else { return nil }
        guard query.measure.metric.addsUp else {
            return lastYear.map { max(0, Pace.divided($0, by: 10_000 + growth, of: 10_000)) }
        }
        let all = Pace.divided(lastYear.reduce(0, &+), by: 10_000 + growth, of: 10_000 * unit)
        return HandDown.parts(of: max(0, all), by: lastYear).map { $0 * unit }
    }
}
