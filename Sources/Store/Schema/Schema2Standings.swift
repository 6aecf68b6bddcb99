/// The triggers that maintain the standings of clients, the settled amounts of invoices and payments, and the tallies.
enum Schema2Standings {
    static let sql = standings + debts + orders + contacts

    private static let standings = """
        CREATE TRIGGER client_stands AFTER INSERT ON client BEGIN
          INSERT INTO standing (client_id, month) SELECT new.id, month FROM clock;
        END;
        CREATE TRIGGER standing_totalled AFTER UPDATE OF turnover, income, unknown, overdue ON standing BEGIN
          UPDATE standing_total SET turnover = turnover + new.turnover - old.turnover, income = income + new.income - old.income,
            unknown = unknown + new.unknown - old.unknown, overdue = overdue + new.overdue - old.overdue;
        END;
        CREATE TRIGGER standing_untotalled AFTER DELETE ON standing BEGIN
          UPDATE standing_total SET turnover = turnover - old.turnover, income = income - old.income,
            unknown = unknown - old.unknown, overdue = overdue - old.overdue;
        END;

        """

    /// Adds (sign "+") or subtracts (sign "-") the open amount of an invoice in its client's standing and in the tally.
    private static func owes(_ row: String, _ sign: String) -> String {
        let debt = "iif(\(row).is_disputed = 0 AND \(row).due_day <"
        return """
            UPDATE standing SET overdue = overdue \(sign) \(debt) c.day, \(row).amount - \(row).paid, 0),
                late = late \(sign) \(debt) c.late_day, \(row).amount - \(row).paid, 0)
                FROM clock c WHERE client_id = \(row).client_id;
              UPDATE tally SET n = n \(sign) (\(row).paid < \(row).amount) WHERE name = 'open_invoice';
            """
    }

    /// Sets the day on which invoices were paid in full; NULL if they are not.
    private static func settles(_ condition: String) -> String {
        """
        UPDATE invoice SET settled_day = iif(paid < amount, NULL, max(day, coalesce((SELECT max(p.day) FROM allocation a
              JOIN payment p ON p.id = a.payment_id WHERE a.invoice_id = invoice.id), day))) WHERE \(condition);
        """
    }

    /// Applies (sign "+") or reverts (sign "-") an allocation of a payment to an invoice.
    private static func allocates(_ row: String, _ sign: String) -> String {
        """
        UPDATE payment SET used = used \(sign) \(row).amount WHERE id = \(row).payment_id;
          UPDATE invoice SET paid = paid \(sign) \(row).amount WHERE id = \(row).invoice_id;
        """
    }

    private static let debts = """
        CREATE TRIGGER invoice_owed AFTER INSERT ON invoice BEGIN
          \(owes("new", "+"))
          \(settles("id = new.id"))
        END;
        CREATE TRIGGER invoice_owes_otherwise AFTER UPDATE OF client_id, due_day, amount, is_disputed, paid ON invoice BEGIN
          \(owes("old", "-"))
          \(owes("new", "+"))
        END;
        CREATE TRIGGER invoice_settles AFTER UPDATE OF day, amount, paid ON invoice BEGIN
          \(settles("id = new.id"))
        END;
        CREATE TRIGGER invoice_no_more_owed AFTER DELETE ON invoice BEGIN
          \(owes("old", "-"))
        END;
        CREATE TRIGGER payment_settles AFTER UPDATE OF day ON payment BEGIN
          \(settles("id IN (SELECT invoice_id FROM allocation WHERE payment_id = new.id)"))
        END;
        CREATE TRIGGER allocation_allocated AFTER INSERT ON allocation BEGIN
          \(allocates("new", "+"))
        END;
        CREATE TRIGGER allocation_changed AFTER UPDATE OF amount, payment_id, invoice_id ON allocation BEGIN
          \(allocates("old", "-"))
          \(allocates("new", "+"))
        END;
        CREATE TRIGGER allocation_released AFTER DELETE ON allocation BEGIN
          \(allocates("old", "-"))
        END;

        """

    private static func isOpen(_ row: String) -> String {
        "(\(row).status IN ('draft', 'accepted', 'handed', 'confirmed'))"
    }

    private static let orders = """
        CREATE TRIGGER client_order_placed AFTER INSERT ON client_order BEGIN
          UPDATE standing SET is_stale = 1 WHERE client_id = new.client_id;
          UPDATE tally SET n = n + \(isOpen("new")) WHERE name = 'open_order';
        END;
        CREATE TRIGGER client_order_moved AFTER UPDATE OF client_id, day, status ON client_order BEGIN
          UPDATE standing SET is_stale = 1 WHERE client_id IN (new.client_id, old.client_id);
          UPDATE tally SET n = n + \(isOpen("new")) - \(isOpen("old")) WHERE name = 'open_order';
        END;
        CREATE TRIGGER client_order_withdrawn AFTER DELETE ON client_order BEGIN
          UPDATE standing SET is_stale = 1 WHERE client_id = old.client_id;
          UPDATE tally SET n = n - \(isOpen("old")) WHERE name = 'open_order';
        END;

        """

    private static func meets(_ client: String) -> String {
        """
        UPDATE standing SET last_contact = (SELECT max(day) FROM interaction WHERE client_id = \(client)) WHERE client_id = \(client);
        """
    }

    private static let contacts = """
        CREATE TRIGGER interaction_met AFTER INSERT ON interaction BEGIN
          \(meets("new.client_id"))
        END;
        CREATE TRIGGER interaction_met_otherwise AFTER UPDATE OF client_id, day ON interaction BEGIN
          \(meets("new.client_id"))
          \(meets("old.client_id"))
        END;
        CREATE TRIGGER interaction_unmet AFTER DELETE ON interaction BEGIN
          \(meets("old.client_id"))
        END;
        INSERT INTO standing (client_id, month, last_contact)
          SELECT c.id, k.month, (SELECT max(day) FROM interaction WHERE client_id = c.id) FROM client c, clock k;

        """
}
