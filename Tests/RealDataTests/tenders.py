"""What became of the lots of tenders_ru, counted from its files by Python alone."""
import csv
import sys
from collections import defaultdict
from decimal import Decimal

folder = sys.argv[1]


def rows(name):
    with open(f"{folder}/{name}", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def minor(text):
    return int(Decimal(text) * 100) if text else None


lots, bids = rows("lots.csv"), rows("bids.csv")
of_lot = defaultdict(list)
for bid in bids:
    of_lot[bid["lot_guid"]].append(bid)
awarded = [lot for lot in lots if any(bid["is_winner"] == "t" for bid in of_lot[lot["lot_guid"]])]
winning = [minor(bid["price_rub"]) for bid in bids if bid["is_winner"] == "t"]
known = [price for price in winning if price]
anonymous = [
    bid for bid in bids
    if not bid["supplier_inn"].isdigit() or set(bid["supplier_inn"]) == {"0"}
]
figures = {
    "lots": len(lots),
    "withoutBids": sum(1 for lot in lots if not of_lot[lot["lot_guid"]]),
    "awarded": len(awarded),
    "sole": sum(1 for lot in awarded if len(of_lot[lot["lot_guid"]]) == 1),
    "contested": sum(1 for lot in awarded if len(of_lot[lot["lot_guid"]]) > 1),
    "undecided": sum(1 for lot in lots if of_lot[lot["lot_guid"]] and lot not in awarded),
    "startSum": sum(minor(lot["initial_sum_rub"]) or 0 for lot in lots),
    "winSum": sum(known),
    "winKnown": len(known),
    "blankPrices": sum(1 for bid in bids if not bid["price_rub"]),
    "zeroPrices": sum(1 for bid in bids if minor(bid["price_rub"]) == 0),
    "anonymousBids": len(anonymous),
    "anonymousLots": len({bid["lot_guid"] for bid in anonymous}),
}
for name, figure in figures.items():
    print(name, figure)
