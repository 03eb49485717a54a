#!/usr/bin/env python3
"""A program for a seat: parley run two-rivers --seat aren=exec:scenarios/two-rivers/haggler.py

Keeps what it agrees to, and gives as many as it gets. `parley protocol` tells the messages."""
import json
import sys


def decide(known, view, legal):
    possible = {move["type"]: move for move in legal}
    if "accept" in possible and balance(known, view["talks"]["offer"]["deal"]) >= 0:
        return {"type": "accept"}
    if "offer" in possible:
        return {"type": "offer", "deal": even_deal(known, possible["offer"])}
    for move in ("handOver", "agree", "resume"):
        if move in possible:
            return {"type": move}
    if "submitList" in possible:
        return {"type": "submitList", "coverage": "full"}
    return {"type": "wait"}


def balance(known, deal):
    sides = [(1 if g["home"] == known["party"] else -1, g) for g in known["groups"] if not g["owed"]]
    return sum(sign * deal[g["index"]] for sign, g in sides)


def even_deal(known, offer):
    groups = [g for g in known["groups"] if not g["owed"]]
    most = lambda party: sum(offer["most"][g["index"]] for g in groups if g["home"] == party)
    deal, left = [0] * len(offer["most"]), [min(offer["capacity"], most(0), most(1))] * 2
    for g in groups:
        deal[g["index"]] = min(left[g["home"]], offer["most"][g["index"]])
        left[g["home"]] -= deal[g["index"]]
    return deal


known = None
for line in sys.stdin:
    message = json.loads(line)
    if message["type"] == "hello":
        known, answer = message["known"], {"type": "hello", "protocol": 1}
    elif message["type"] == "turn":
        move = decide(known, message["view"], message["legal"])
        answer = {"type": "move", "turn": message["turn"], "move": move}
    else:
        continue
    print(json.dumps(answer), flush=True)
