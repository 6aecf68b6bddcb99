import Domain
import GRDB

extension ReadTransaction {
    package func investmentYear(_ id: InvestmentYear.ID) throws -> (year: InvestmentYear, client: Named<Client>) {
        try one(
            """
            SELECT c.id, c.name, \(InvestmentDraft.columns(of: "v"))
            FROM investment_year v JOIN client_named c ON c.id = v.client_id WHERE v.id = ?
            """, [id.number]
        ) {
            (
                InvestmentYear(id: $0.id(2), version: $0[3], draft: $0.draft(from: 4)),
                Named(id: $0.id(0), name: $0[1])
            )
        }
    }

    /// What we put into a client year by year, with what came of it. At most two statements.
    func investment(in client: Client.ID, on today: Day) throws -> InvestmentProgramme {
        let years = try rows(
            """
            SELECT u.name, \(InvestmentDraft.columns(of: "v"))
            FROM investment_year v JOIN user u ON u.id = v.user_id WHERE v.client_id = ? ORDER BY v.year LIMIT 120
            """, [client.number]
        ) {
            InvestmentProgramme.Year(
                investment: InvestmentYear(id: $0.id(1), version: $0[2], draft: $0.draft(from: 3)), by: $0[0],
                actual: nil)
        }
        guard let first = years.first?.draft.year, sight?.seesMoney ?? true else {
            return InvestmentProgramme(years, rate: frame.desk.rate)
        }
        let income = try incomeByMonth(of: client, from: first - 1, before: Month(of: today))
        return InvestmentProgramme(
            years.map { year in
                var year = year
                year.actual = income.extra(of: year.draft.year, above: first - 1)
                return year
            }, rate: frame.desk.rate)
    }

    private func incomeByMonth(of client: Client.ID, from year: Int, before now: Month) throws -> MonthlyIncome {
        let months: [(Month, Int64?)] = try rows(
            "SELECT month, iif(unknown = 0, income, NULL) FROM client_month WHERE client_id = ? AND month BETWEEN ? AND ?",
            [client.number, Month(year: year, month: 1).number, now.number - 1]
        ) { ($0.month(0), $0[1] as Int64?) }
        return MonthlyIncome(months: Dictionary(months) { first, _ in first }, before: now)
    }
}

/// A client's income by month up to the present one; nil of a month in which a cost is unknown.
private struct MonthlyIncome {
    var months: [Month: Int64?]
    var before: Month

    /// The income of a year above that of another, over the full months that the first one has; nil if there is none, or a cost is unknown.
    func extra(of year: Int, above other: Int) -> Int64? {
        let full = (1...12).filter { Month(year: year, month: $0) < before }
        guard !full.isEmpty else { return nil }
        var sum: Int64 = 0
        for month in full {
            guard let now = income(year, month), let then = income(other, month) else { return nil }
            sum += now - then
        }
        return sum
    }

    private func income(_ year: Int, _ month: Int) -> Int64? {
        guard let known = months[Month(year: year, month: month)] else { return 0 }
        return known
    }
}

extension WriteTransaction {
    @discardableResult
    package func addInvestment(_ draft: InvestmentDraft, in client: Client.ID) throws -> InvestmentYear.ID {
        let client = try read.clientName(client)
        try requireFree(draft.year, at: client.id, except: nil)
        return InvestmentYear.ID(try insert(draft.record(client.id, by: read.viewer)))
    }

    /// Returns false if nothing differs. Whoever changes what is expected answers for it.
    @discardableResult
    package func changeInvestment(_ id: InvestmentYear.ID, from version: Int?, _ draft: InvestmentDraft) throws -> Bool
    {
        let client = try read.investmentYear(id).client
        try requireFree(draft.year, at: client.id, except: id)
        return try update(id.number, from: version, draft.record(client.id, by: read.viewer))
    }

    package func deleteInvestment(_ id: InvestmentYear.ID, from version: Int?) throws {
        try deleteWhole(.investmentYear, id.number, from: version)
    }

    private func requireFree(_ year: Int, at client: Client.ID, except id: InvestmentYear.ID?) throws {
        let others = try read.count(
            "SELECT count(*) FROM investment_year WHERE client_id = ? AND year = ? AND id IS NOT ?",
            [client.number, year, id?.number])
        guard others == 0 else { throw Refusal.invalid(Problems(["year": .taken])) }
    }
}

extension InvestmentDraft {
    fileprivate func record(_ client: Client.ID, by user: User.ID) -> RecordValues {
        RecordValues(
            subject: .investmentYear, title: String(year), client: client,
            columns: ["client_id": client.number, "user_id": user.number] + stored)
    }
}
