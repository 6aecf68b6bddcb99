"""Computes from the data sets, without any code of the program, what a desk must say of them.

money.py northwind-products FOLDER          the products with a cost of 60 % of their list price, as CSV
money.py northwind DESK FOLDER              every difference between the desk's client_month and the data
money.py northwind-bridge FOLDER            how the income of May 1996 to April 1997 became that of the next year:
                                            before, price, volume, mix, lost, won, after, in minor units
money.py receivables FOLDER DAY             ageing on a day: "band open disputed" a line, in minor units
money.py cdnow FOLDER orders|lines|clients  the purchases as the desk's files
"""
import csv
import datetime
import sqlite3
import sys
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal


def rows(folder, name):
    with open(f"{folder}/{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cents(value):
    return int(value.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP) * 100)


def cost(product):
    return (Decimal(product["unitPrice"]) * 6 / 10).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def northwind_products(folder):
    groups = {row["categoryID"]: row["categoryName"] for row in rows(folder, "categories")}
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["key", "name", "group", "unit", "price", "cost"])
    for row in rows(folder, "products"):
        out.writerow(
            [row["productID"], row["productName"], groups[row["categoryID"]], row["quantityPerUnit"], row["unitPrice"], cost(row)])


def northwind(desk, folder):
    costs = {row["productID"]: cost(row) for row in rows(folder, "products")}
    shipped = {row["orderID"]: (row["customerID"], row["shippedDate"][:7]) for row in rows(folder, "orders") if row["shippedDate"] != "NULL"}
    expected = defaultdict(lambda: [0, 0])
    for line in rows(folder, "order_details"):
        if line["orderID"] not in shipped:
            continue
        quantity = Decimal(line["quantity"])
        turnover = cents(quantity * Decimal(line["unitPrice"]) * (1 - Decimal(line["discount"])))
        month = expected[shipped[line["orderID"]]]
        month[0] += turnover
        month[1] += turnover - cents(quantity * costs[line["productID"]])
    database = sqlite3.connect(f"file:{desk}?mode=ro", uri=True)
    kept = {
        (key, f"{month // 12}-{month % 12 + 1:02d}"): [turnover, income]
        for key, month, turnover, income in database.execute(
            "SELECT c.key, m.month, m.turnover, m.income FROM client_month m JOIN client c ON c.id = m.client_id WHERE c.key NOT LIKE 'K-%'")
    }
    for key in sorted(set(expected) | set(kept)):
        if expected.get(key) != kept.get(key):
            print(key, "expected", expected.get(key), "kept", kept.get(key))
    print(len(expected), "months,", sum(value[0] for value in expected.values()), "turnover,", sum(value[1] for value in expected.values()), "income")


def divided(value, times, by):
    """value * times / by, rounded half away from zero."""
    size = (2 * abs(value * times) + by) // (2 * by)
    return size if value * times >= 0 else -size


def northwind_bridge(folder):
    costs = {row["productID"]: cost(row) for row in rows(folder, "products")}
    orders = {row["orderID"]: (row["customerID"], row["shippedDate"][:10]) for row in rows(folder, "orders")}
    years = [("1996-05-01", "1997-04-30"), ("1997-05-01", "1998-04-30")]
    lines = [[], []]
    for line in rows(folder, "order_details"):
        client, day = orders[line["orderID"]]
        quantity = Decimal(line["quantity"])
        turnover = cents(quantity * Decimal(line["unitPrice"]) * (1 - Decimal(line["discount"])))
        income = turnover - cents(quantity * costs[line["productID"]])
        for place, (first, last) in enumerate(years):
            if first <= day <= last:
                lines[place].append((client, line["productID"], int(quantity), turnover, income))
    before, after = (sum(line[4] for line in year) for year in lines)
    stayed = {line[0] for line in lines[0]} & {line[0] for line in lines[1]}
    lost = -sum(line[4] for line in lines[0] if line[0] not in stayed)
    won = sum(line[4] for line in lines[1] if line[0] not in stayed)
    products = [defaultdict(lambda: [0, 0, 0]) for _ in lines]
    for place, year in enumerate(lines):
        for client, product, *values in year:
            if client in stayed:
                for column, value in enumerate(values):
                    products[place][product][column] += value
    common = [(products[0][name], products[1][name]) for name in products[1] if name in products[0]]
    old_turnover = sum(old[1] for old, _ in common)
    old_income = sum(old[2] for old, _ in common)
    grown = sum(divided(old[1], new[0], old[0]) for old, new in common) - old_turnover
    price = sum(new[2] - divided(old[2], new[0], old[0]) for old, new in common)
    volume = divided(old_income, grown, old_turnover)
    print(before, price, volume, after - before - price - volume - lost - won, lost, won, after)


def receivables(folder, day):
    day = datetime.date.fromisoformat(day)
    bands = {name: [0, 0] for name in ("not-due", "1-30", "31-60", "61-90", "over-90")}
    for row in rows(folder, "invoices"):
        due = datetime.date.fromisoformat(row["due_date"])
        if datetime.date.fromisoformat(row["invoice_date"]) > day or datetime.date.fromisoformat(row["settled_date"]) <= day:
            continue
        late = (day - due).days
        band = "not-due" if late <= 0 else "1-30" if late <= 30 else "31-60" if late <= 60 else "61-90" if late <= 90 else "over-90"
        amount = cents(Decimal(row["invoice_amount"]))
        bands[band][0] += amount
        bands[band][1] += amount if row["disputed"] == "Yes" else 0
    for band, (open_amount, disputed) in bands.items():
        print(band, open_amount, disputed)


def cdnow(folder, what):
    out = csv.writer(sys.stdout, lineterminator="\n")
    purchases = rows(folder, "transactions")
    if what == "clients":
        out.writerow(["key", "name"])
        out.writerows([key, f"Customer {key}"] for key in sorted({row["customer_id"] for row in purchases}))
    elif what == "orders":
        out.writerow(["number", "client", "date", "shipped"])
        out.writerows([f"CD-{number}", row["customer_id"], row["date"], row["date"]] for number, row in enumerate(purchases, 1))
    else:
        out.writerow(["order", "product", "quantity", "price"])
        out.writerows([f"CD-{number}", "CD", 1, row["amount_usd"]] for number, row in enumerate(purchases, 1))


if __name__ == "__main__":
    {"northwind-products": northwind_products, "northwind": northwind, "northwind-bridge": northwind_bridge,
     "receivables": receivables, "cdnow": cdnow}[sys.argv[1]](*sys.argv[2:])
