import Domain
import GRDB

extension ReadTransaction {
    package func invoice(_ id: Invoice.ID) throws -> Invoice {
        try one("SELECT \(InvoiceDraft.columns) FROM invoice WHERE id = ?", [id.number]) { Invoice($0) }
    }

    package func payment(_ id: Payment.ID) throws -> Payment {
        try one("SELECT \(PaymentDraft.columns) FROM payment WHERE id = ?", [id.number]) { Payment($0) }
    }
}
