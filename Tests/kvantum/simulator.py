#!/usr/bin/env python3
"""Loads the files of corrections as the documented modes do, and compares with the tables, sharing no code with
fordel: simulator.py TOOL [ROUNDS]. ROUNDS rounds are made of samples/BC08.json with other amounts and areas.

A file in any profile, loaded on an empty budget, must give B + D + E (or C) per key, with loans, counter-entries
and the years that go on, less what is not postable; those rows in turn must give the exported tables. A forecast
must say what a load does, and the difference between two sets must take the one to the other."""
import concurrent.futures, csv, io, json, os, random, subprocess, sys, tempfile
from collections import defaultdict
from decimal import Decimal

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ACCOUNTS = os.path.join(ROOT, "samples", "kontoliste-ofs-2021-2022.csv")


def add(budget, key, amount):
    """RFFMMP_UPLOAD_BUDGET with "add data", and transfer documents: the amount is posted."""
    budget[key] += amount


def replace(budget, key, amount):
    """RFFMMP_UPLOAD_BUDGET by default: the amount is the new annual budget."""
    budget[key] = amount


def delete_and_insert(budget, records):
    """Import of plan data: what stands under the keys of the file goes, and its records are put there."""
    for key, _ in records:
        budget.pop(key, None)
    for key, amount in records:
        budget[key] += amount


def load(mode, budget, records):
    if mode == "delete-and-insert":
        return delete_and_insert(budget, records)
    for key, amount in records:
        {"add": add, "replace": replace}[mode](budget, key, amount)


def rows(path, profile):
    code = {"windows-1252": "cp1252"}.get(profile["encoding"], "utf-8-sig")
    with open(path, encoding=code, newline="") as file:
        text = file.read()
    separator = {"semicolon": ";", "tab": "\t", "comma": ","}[profile["separator"]]
    quoting = csv.QUOTE_NONE if profile["quoting"] == "never" else csv.QUOTE_MINIMAL
    # A field that a spreadsheet would misread is written as ="0588".
    return [{h: v[2:-1] if v.startswith('="') else v for h, v in row.items()}
            for row in csv.DictReader(io.StringIO(text), delimiter=separator, quoting=quoting)]


KEYS = ["year", "appropriation", "profitCentre", "function", "kind", "projectElement"]


def records(path, profile):
    """Each row of a file: its key, its signed kroner, and its document."""
    head = {column["field"]: column["header"] for column in profile["columns"]}
    point = "," if profile["decimalMark"] == "comma" else "."
    for row in rows(path, profile):
        amount = Decimal(row[head["amount"]].replace(point, "."))
        if profile["sign"] == "positive":
            assert amount > 0, row
            down = (row[head["process"]] == profile["processes"]["return"] if "process" in head
                    else row[head["transferSide"]] == profile["sides"]["sender"])
            amount = -amount if down else amount
        yield tuple(row[head[field]] for field in KEYS), amount, row.get(head.get("document"))


def fordel(tool, *arguments):
    run = subprocess.run([tool, *arguments, "--no-receipt", "--allow-incomplete", "--quiet"],
                         capture_output=True, text=True)
    assert run.returncode in (0, 1), (arguments, run.returncode, run.stderr)
    return run


def nonzero(budget):
    return {key: amount for key, amount in budget.items() if amount}


def check_tables(tool, folder, readable, profile):
    """The readable rows of proposals against the tables: same sums per proposal, table and year."""
    fordel(tool, "export", folder, "--tables", "B,C,D,E", "--format", "csv", "--layout", "long",
           "--price-level", "implemented", "-o", folder + "/../tables")
    tables, last = defaultdict(Decimal), {}
    for name in sorted(os.listdir(folder + "/../tables")):
        for row in rows(f"{folder}/../tables/{name}", profile) if name.endswith(".csv") else []:
            unit = 1000 if row["Måleenhed"].startswith("1.000") else 1
            amount = Decimal(row["Beløb"].replace(",", ".")) if row["Beløb"] not in ("", "-") else 0
            tables[row["Forslag"], row["Tabel"], row["År"]] += amount * unit
            last[row["Forslag"]] = max(last.get(row["Forslag"], ""), row["År"])
    found = defaultdict(Decimal)
    for row in readable:
        if row["Side"] != "Forslag" or row["Tabel"] == "Lån":
            continue
        proposal, amount = row["Forslag"], Decimal(row["Beløb, kr."])
        found[proposal, row["Tabel"], row["År"]] += amount
        if row["Bemærkning"].startswith("fortsat"):
            assert row["År"] > last[proposal], row
            tables.setdefault((proposal, row["Tabel"], row["År"]), tables[proposal, row["Tabel"], last[proposal]])
    assert nonzero(found) == nonzero(tables), set(nonzero(found).items()) ^ set(nonzero(tables).items())


def check(tool, folder, profiles):
    """All profiles on the proposals of a folder; gives the number of rows that were loaded."""
    base, count = folder + "/..", 0
    for name, profile in profiles.items():
        # The truth: every correction by itself, in the readable layout, with what this profile requires.
        truth = {**profiles["kvantum-laesbar"], "requirements": profile["requirements"], "id": "facit"}
        json.dump(truth, open(f"{base}/facit.json", "w"))
        fordel(tool, "corrections", folder, "--accounts", ACCOUNTS, "--profile", f"{base}/facit.json",
               "-o", f"{base}/facit.csv")
        readable = rows(f"{base}/facit.csv", truth)
        check_tables(tool, folder, readable, truth)
        out = f"{base}/{name}.csv"
        fordel(tool, "corrections", folder, "--accounts", ACCOUNTS, "--profile", name, "-o", out)
        for list_name, suffix in [("Vedtaget", ""), ("Ikke vedtaget", "-ikke-vedtaget")]:
            wanted = defaultdict(Decimal)
            for row in readable:
                if row["Liste"] == list_name and row["Status"] == "Konterbar":
                    key = tuple(row[head] for head in ["År", "Bevilling", "Profitcenter", "Funktion", "Art", "PSP"])
                    wanted[key] += Decimal(row["Beløb, kr."])
            if profile.get("lists") == "together":
                continue
            path = out.replace(".csv", suffix + ".csv")
            file = list(records(path, profile)) if os.path.exists(path) else []
            budget = defaultdict(Decimal)
            if profile["mode"] == "delete-and-insert":  # what an earlier import left must be gone
                budget.update({key: Decimal(7) for key, _, _ in file})
            load(profile["mode"], budget, [(key, amount) for key, amount, _ in file])
            difference = set(nonzero(budget).items()) ^ set(nonzero(wanted).items())
            assert not difference, (name, list_name, sorted(difference)[:6])
            if "document" not in profile["keyFields"]:
                assert len({key for key, _, _ in file}) == len(file), f"{name}: a key twice"
            else:
                sums = defaultdict(Decimal)
                for _, amount, document in file:
                    sums[document] += amount
                assert not nonzero(sums), f"{name}: documents that do not balance"
            count += len(file)
            os.path.exists(path) and os.remove(path)
    return count


HEADS = ["Regnskabsår", "Bevilling", "Profitcenter", "Funktion", "Art", "PSP-element", "Beløb"]
NAMES = ["year", "appropriation", "profitCentre", "function", "kind", "projectElement"]


def extract(path, budget):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEADS)
        writer.writerows([*key, str(amount)] for key, amount in budget.items())


def check_forecast(tool, folder, profiles, dice):
    """A forecast says what each load does to a budget; what would overwrite is refused, and nothing is written."""
    base, count = folder + "/..", 0
    for name in ["kvantum-upload", "kvantum-overfoersel"]:
        profile, common = profiles[name], ["corrections", folder, "--accounts", ACCOUNTS]
        fordel(tool, *common, "--profile", name, "-o", f"{base}/f.csv")
        file = [(key, amount) for key, amount, _ in records(f"{base}/f.csv", profile)]
        os.remove(f"{base}/f.csv")
        if not file:
            continue
        before = {key: Decimal(dice.randint(1, 10**9)) for key, _ in file}
        extract(f"{base}/before.csv", before)
        fordel(tool, *common, "--profile", name, "--budget", f"{base}/before.csv", "-o", f"{base}/f.csv")
        after = defaultdict(Decimal, before)
        load("add", after, file)
        forecast = json.load(open(f"{base}/f-prognose.json"))
        said = {tuple(str(row[name]) for name in NAMES): row for row in forecast["rows"]}
        assert len(said) == len(forecast["rows"]) and set(said) == set(before), (name, set(said) ^ set(before))
        for key, row in said.items():
            assert (Decimal(row["before"]), Decimal(row["after"])) == (before[key] * 100, after[key] * 100), (key, row)
        # The new extract agrees with the forecast; one krone on one budget does not.
        agree = ["reconcile", "--forecast", f"{base}/f-prognose.xlsx", "--extract", f"{base}/after.csv"]
        extract(f"{base}/after.csv", after)
        assert fordel(tool, *agree).returncode == 0
        extract(f"{base}/after.csv", {**after, file[0][0]: after[file[0][0]] + 1})
        assert fordel(tool, *agree).returncode == 1
        # The file is for add. Loaded as replace it would leave something else, and that is what is refused.
        replaced = defaultdict(Decimal, before)
        load("replace", replaced, file)
        assert replaced != after
        for mode in ["replace", "delete-and-insert"]:
            json.dump({**profile, "id": "andet", "mode": mode}, open(f"{base}/andet.json", "w"))
            run = fordel(tool, *common, "--profile", f"{base}/andet.json", "--budget", f"{base}/before.csv",
                         "-o", f"{base}/andet.csv")
            assert run.returncode == 1 and not os.path.exists(f"{base}/andet.csv"), mode
        # So is a key that the budget does not have.
        extract(f"{base}/before.csv", {key: before[key] for key in list(before)[1:]})
        run = fordel(tool, *common, "--profile", name, "--budget", f"{base}/before.csv", "-o", f"{base}/andet.csv")
        assert run.returncode == 1 and not os.path.exists(f"{base}/andet.csv")
        count += len(said)
    return count


IDENTITY = ["Liste", "Forslag", "Tabel", "Side", "Udvalg", "Enhed", "Styringsområde", "Bevilling", "Profitcenter",
            "Funktion", "Art", "PSP", "År"]


def sums(path, readable):
    """The readable rows of a file that can be posted, added up by what they are."""
    total = defaultdict(Decimal)
    for row in rows(path, readable):
        if row["Status"] == "Konterbar":
            total[tuple(row[head] for head in IDENTITY)] += Decimal(row["Beløb, kr."])
    return total


def check_since(tool, base, profiles, old, new):
    """The difference between two sets of corrections, added to the first, is the second; in every format."""
    readable, upload = profiles["kvantum-laesbar"], profiles["kvantum-upload"]
    for name, proposals in [("gammel", old), ("ny", new)]:
        os.mkdir(f"{base}/{name}")
        for proposal in proposals:
            json.dump(proposal, open(f"{base}/{name}/{proposal['proposal']['id']}.json", "w"))
        for ending in ["csv", "json", "xlsx"]:
            fordel(tool, "corrections", f"{base}/{name}", "--accounts", ACCOUNTS, "-o", f"{base}/{name}.{ending}")
        fordel(tool, "corrections", f"{base}/{name}", "--accounts", ACCOUNTS, "--profile", "kvantum-upload",
               "-o", f"{base}/{name}-load.csv")
    common = ["corrections", f"{base}/ny", "--accounts", ACCOUNTS, "--since"]
    before, after = sums(f"{base}/gammel.csv", readable), sums(f"{base}/ny.csv", readable)
    for ending in ["csv", "json", "xlsx"]:
        fordel(tool, *common, f"{base}/gammel.{ending}", "-o", f"{base}/d.csv")
        change = sums(f"{base}/d.csv", readable)
        assert all(change.values()), "a row that changes nothing"
        both = defaultdict(Decimal, before)
        for key, amount in change.items():
            both[key] += amount
        assert nonzero(both) == nonzero(after), set(nonzero(both).items()) ^ set(nonzero(after).items())
        assert nonzero(sums(f"{base}/d-hele.csv", readable)) == nonzero(after)
        fordel(tool, *common, f"{base}/ny.{ending}", "-o", f"{base}/intet.csv")
        assert not sums(f"{base}/intet.csv", readable)
    # Loaded after the old file, the difference gives the same budgets as the new one alone.
    fordel(tool, *common, f"{base}/gammel.json", "--profile", "kvantum-upload", "-o", f"{base}/d-load.csv")
    one, two = defaultdict(Decimal), defaultdict(Decimal)
    for budget, names in [(one, ["gammel-load", "d-load"]), (two, ["ny-load"])]:
        for name in names:
            load("add", budget, [(key, amount) for key, amount, _ in records(f"{base}/{name}.csv", upload)])
    assert nonzero(one) == nonzero(two), set(nonzero(one).items()) ^ set(nonzero(two).items())
    return len(change)


def changed(proposal, dice):
    """The same proposal with other amounts in some years, and sometimes another committee or case."""
    proposal = json.loads(json.dumps(proposal))
    for line in proposal["proposal"]["lines"]:
        if dice.random() < 0.4:
            line["figures"] = [figure if dice.random() < 0.6 else 100_000 * dice.randint(-90, 90)
                               for figure in line["figures"]]
        if dice.random() < 0.2:
            line["committee"] = dice.choice(["SUD", "BIU"])
        if dice.random() < 0.3:
            line["condition"] = "hvis indarbejdes"
    return proposal


def mutated(document, number, dice):
    """A proposal like BC08 with other amounts, areas, years and conditions, and its tables computed."""
    proposal = json.loads(json.dumps(document))
    inner = proposal["proposal"]
    inner["id"], inner["allocations"] = f"BC{number}", []
    for line in inner["lines"]:
        line["figures"] = [dice.choice([None, 100_000 * dice.randint(-90, 90)]) for _ in inner["years"]]
        line["committee"] = line.get("committee") or dice.choice(["SUD", "BIU"])
        if line["section"] == "Varig ændring" and dice.random() < 0.3:
            line["condition"] = "hvis ikke indarbejdes"
    return proposal


def main():
    tool, rounds = os.path.abspath(sys.argv[1]), int((sys.argv + ["5"])[2])
    profiles = {name: json.load(open(f"{ROOT}/templates/{name}.json")) for name in
                ["kvantum-laesbar", "kvantum-upload", "kvantum-plan", "kvantum-overfoersel"]}
    count = check_folder(tool, profiles, None)
    document = json.load(open(f"{ROOT}/samples/BC08.json"))

    def one(seed):
        dice = random.Random(seed)
        proposals = [mutated(document, n, dice) for n in range(1, dice.randint(2, 4))]
        loaded = check_folder(tool, profiles, proposals)
        with tempfile.TemporaryDirectory() as base:
            return loaded + check_since(tool, base, profiles, proposals, [changed(one, dice) for one in proposals])

    # The work is the tool's own, in processes beside each other.
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        count += sum(pool.map(one, range(rounds)))
    print(f"kvantum: {rounds} rounds and the samples in {len(profiles)} profiles, {count} rows loaded as they must")


def check_folder(tool, profiles, proposals):
    with tempfile.TemporaryDirectory() as base:
        folder = base + "/runde"
        if proposals is None:
            os.mkdir(folder)
            for name in os.listdir(f"{ROOT}/samples/printed"):
                os.symlink(f"{ROOT}/samples/printed/{name}", f"{folder}/{name}")
        else:
            os.mkdir(folder)
            for proposal in proposals:
                json.dump(proposal, open(f"{folder}/{proposal['proposal']['id']}.json", "w"))
        return check(tool, folder, profiles) + check_forecast(tool, folder, profiles, random.Random(len(folder)))


main()
