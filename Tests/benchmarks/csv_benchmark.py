"""CSV to typed values against Polars, which reads on both cores too; the time is that inside the call."""


def run(bench):
    for kind, words in [("plain", "comma and point"), ("danish", "semicolon and comma"), ("quoted", "comma and point, two texts in three quoted")]:
        path = bench.work / f"{kind}.csv"
        bench.run(bench.ours("csv-make", kind, 500_000, path))
        bench.compare(
            f"CSV of 500,000 × 10 to typed values, {words}, {path.stat().st_size / 1e6:.0f} MB",
            bench.ours("csv", path),
            {"Polars": (bench.peer("csv_peer.py", path, kind), 1.6)},
        )
