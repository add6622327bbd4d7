"""XLSX to typed cells, against python-calamine and against nothing but unpacking the file with libzip."""


def run(bench):
    kinds = {"shared": "100,000 × 10, shared strings", "inline": "100,000 × 10, inline strings", "unique": "4,000 × 250, unique strings"}
    for kind, words in kinds.items():
        path = bench.work / f"{kind}.xlsx"
        bench.run(bench.ours("read-make", kind, path))
        size = f"{path.stat().st_size / 1e6:.0f} MB"
        bench.compare(
            f"XLSX of {words}, {size}, as a whole",
            bench.ours("read", "whole", 2, path),
            {"calamine": (bench.peer("read_peer.py", path), 0.20), "inflating": (bench.c_peer("inflate_peer", path), 1.6)},
        )
        runs = bench.compare(
            f"XLSX of {words}, row by row",
            bench.ours("read", "rows", 2, path),
            {"calamine": (bench.peer("read_peer.py", path), 0.20), "inflating": (bench.c_peer("inflate_peer", path), 1.6)},
        )
        # Shared strings have to be at hand for every row; of a workbook of unique ones that is all its text.
        peak = max(run.memory for run in runs["fordel"])
        bench.goal(f"{peak:.1f} MiB at most", peak, 32 if kind != "unique" else None)
    folder = bench.work / "small"
    bench.run(bench.ours("read-make", "small", folder))
    calamine = bench.peer("read_peer.py", folder)
    bench.compare("1,000 small workbooks, one thread", bench.ours("read-many", 1, folder), {"calamine": (calamine, 0.45)})
    bench.compare("1,000 small workbooks, two threads", bench.ours("read-many", 2, folder), {"calamine": (calamine, 0.30)})
