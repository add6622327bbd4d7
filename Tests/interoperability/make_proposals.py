#!/usr/bin/env python3
"""Make random proposals as canonical JSON from real ones: other amounts, areas, conditions, years, finer units.

usage: make_proposals.py COUNT FOLDER PROPOSAL.json..."""
import copy, json, pathlib, random, sys

AREAS = ["Service", "Anlæg", "Efterspørgselsstyret indsats", "Efterspørgselsstyrede overførsler", "Finansposter"]


def amount(dice):
    kroner = dice.choice([dice.randint(-9_999, 9_999) * 1_000] * 8 + [dice.randint(-9_999_999, 9_999_999)])
    return kroner * 100 + (dice.randint(0, 99) if dice.random() < 0.02 else 0)


def figure(dice):
    return dice.choice([None, "-", 0] + [amount(dice)] * 7)


def proposal(base, number, dice):
    document = copy.deepcopy(base)
    p = document["proposal"]
    p["id"] = f"GE{number:03}"
    p["allocations"], p["keptTables"], p["tableOneRows"] = [], [], []
    if dice.random() < 0.3: p["years"] = p["years"][: dice.randint(2, len(p["years"]))]
    lines = []
    for index in range(dice.randint(1, 14)):
        line = copy.deepcopy(dice.choice(p["lines"]))
        line.pop("tableOneItem", None)
        line["id"], line["text"] = f"L{index + 1}", f"Post {index + 1}"
        line["section"] = dice.choice(["Varig ændring", "Varig ændring", "Implementering", "Lån"] if index % 7 else ["Varig ændring"])
        line["condition"] = dice.choice(["hvis indarbejdes"] * 5 + ["hvis ikke indarbejdes"])
        line["controlArea"] = dice.choice(AREAS[:2] if line["section"] == "Implementering" else AREAS)
        line["figures"] = [figure(dice) for _ in p["years"]]
        if all(not isinstance(f, int) for f in line["figures"]): line["figures"][0] = 100_000
        lines.append(line)
    p["lines"] = lines
    return document


count, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
bases = [json.loads(pathlib.Path(path).read_text()) for path in sys.argv[3:]]
for number in range(count):
    dice = random.Random(number)
    document = proposal(dice.choice(bases), number, dice)
    (folder / f"GE{number:03}.json").write_text(json.dumps(document, ensure_ascii=False))
