"""Compares a table of a desk with a CSV file, without any code of the program.

compare.py DESK TABLE FILE field=column,... NULL: prints every difference; the first field is the key of the rows.
"""
import csv
import sqlite3
import sys

desk, table, path, columns, null = sys.argv[1:6]
pairs = [pair.split("=") for pair in columns.split(",")]
fields = [field for field, _ in pairs]
with open(path, encoding="utf-8", newline="") as file:
    rows = [
        tuple((value.strip() if value not in ("", null) else None) for value in (row[column] for _, column in pairs))
        for row in csv.DictReader(file)
    ]
database = sqlite3.connect(f"file:{desk}?mode=ro", uri=True)
kept = set(database.execute(f"SELECT {', '.join(fields)} FROM {table} WHERE {fields[0]} IS NOT NULL"))
for row in rows:
    if row not in kept:
        print("only in the file:", row)
for row in kept - set(rows):
    print("only on the desk:", row)
if len(kept) != len(set(rows)):
    print(f"{len(kept)} on the desk, {len(set(rows))} in the file")
