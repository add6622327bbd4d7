"""1 million cells of an extract reconciled with 12,000 expected postings, against openpyxl and Python's csv module, which only read them."""


def run(bench):
    for ending, name in [("xlsx", "openpyxl, which only reads"), ("csv", "Python's csv module, which only reads")]:
        path = bench.work / f"extract.{ending}"
        bench.run(bench.ours("reconcile-make", 100_000, path))
        runs = bench.compare(
            f"100,000 × 10 cells of {ending.upper()} reconciled with 12,000 postings, {path.stat().st_size / 1e6:.0f} MB",
            bench.ours("reconcile", path),
            {name: (bench.peer("reconcile_peer.py", path), None)},
            rounds=3,
        )
        found = {(run.values["rows"], run.values["matched"], run.values["rest"]) for run in runs["fordel"]}
        assert found == {("100000", "11880", "120")}, found
