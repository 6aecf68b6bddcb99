"""Computes from the data sets, without any code of the program, what a desk must say of them.

money.py northwind-products FOLDER          the products with a cost of 60 % of their list price, as CSV
money.py northwind DESK FOLDER              every difference between the desk's client_month and the data
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
    {"northwind-products": northwind_products, "northwind": northwind, "receivables": receivables, "cdnow": cdnow}[sys.argv[1]](*sys.argv[2:])
