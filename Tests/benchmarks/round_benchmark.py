"""A whole round: entry workbooks are read, checked and exported, against openpyxl that only reads them; and whether memory stays flat."""
import shutil

SAMPLES = ["samples/BC08.json", "samples/DIGITAL-KONTAKT-2018.json"]


def run(bench):
    folder = bench.work / "round"
    bench.run(bench.ours("round-make", 1000, folder, *SAMPLES))
    peer = bench.peer("round_peer.py", folder)
    for threads in (1, 2):
        runs = bench.compare(
            f"1,000 entry workbooks checked, {threads} thread{'s' * (threads > 1)}",
            bench.ours("round-check", threads, folder),
            {"openpyxl, which only reads": (peer, None)},
            rounds=3,
        )
        assert {run.values["proposals"] for run in runs["fordel"]} == {"1000"}
        out = bench.work / f"round-{threads}"
        runs = bench.compare(
            f"1,000 entry workbooks read, checked and exported, {threads} thread{'s' * (threads > 1)}",
            bench.ours("round", threads, folder, out),
            {"openpyxl, which only reads": (peer, None)},
            rounds=3,
        )
        fastest = min(run.seconds for run in runs["fordel"])
        print(f"  {1000 / fastest:.0f} files a second")
        proposals = {run.values["proposals"] for run in runs["fordel"]}
        assert proposals == {"1000"}, proposals
    memory = {}
    for count in (100, 1000, 10000):
        files = bench.work / f"round-of-{count}"
        bench.run(bench.ours("round-make", count, files, *SAMPLES))
        memory[count] = bench.run(bench.ours("round", 2, files, bench.work / "out")).memory
        shutil.rmtree(files)
        shutil.rmtree(bench.work / "out")
    print("  memory: " + ", ".join(f"{count:,} proposals {size:.0f} MiB" for count, size in memory.items()))
    bench.goal(f"memory of 10,000 proposals is {memory[10000] / memory[100]:.2f} × that of 100", memory[10000] / memory[100], 1.5)
