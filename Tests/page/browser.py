#!/usr/bin/env python3
"""Drives the local page in a real browser, and attacks it over plain sockets.

usage: browser.py FORDEL [--pictures DIR]

Needs Debian's chromium, and playwright and axe-playwright-python from PyPI (see `make page`).
Every view is judged by axe-core in light and dark: nothing serious or critical is allowed.
"""
import contextlib
import csv
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import zipfile

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FORDEL = pathlib.Path(sys.argv[1]).resolve()
PICTURES = pathlib.Path(sys.argv[sys.argv.index("--pictures") + 1]) if "--pictures" in sys.argv else None
PRINTED = ROOT / "samples/printed"
ACCOUNTS = ROOT / "samples/kontoliste-ofs-2021-2022.csv"
OWN_BYTES = 100 << 10
failures = []


def check(what, is_true, note=""):
    """One line per claim; all are tried before the script fails."""
    print(("ja  " if is_true else "NEJ ") + what + (f" ({note})" if note else ""), flush=True)
    if not is_true:
        failures.append(what)


@contextlib.contextmanager
def serving(*arguments):
    """The page's address while it runs; nothing of it may be left afterwards."""
    process = subprocess.Popen([FORDEL, "serve", *arguments, "--no-open"], stderr=subprocess.PIPE, text=True)
    line = ""
    while "http://" not in line:
        line = process.stderr.readline()
        assert line, "the server ended"
    address = re.search(r"http://\S+", line)[0]
    try:
        yield address, process
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()


def is_timely(took, limit):
    """Whether a time holds; a busy or unoptimised machine is not measured (`FORDEL_UNTIMED=1`)."""
    return took < limit or "FORDEL_UNTIMED" in os.environ


def word_document(path):
    """A small Word file with a table whose total is wrong: -100 and -250 are not -340."""
    def paragraph(text):
        return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    rows = [["1.000 kr. 2022 p/l", "Styringsområde", "2022", "2023"],
            ["Varige ændringer", "", "", ""],
            ["Færre vikarer", "Service", "-100", "-100"], ["Fælles indkøb", "Service", "-250", "-250"],
            ["Varige ændringer totalt", "Service", "-340", "-350"]]
    table = "".join("<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    body = (paragraph("ZZ01 Et forslag om fælles indkøb &lt;script&gt;alert(1)&lt;/script&gt;")
            + paragraph("Fremstillende forvaltning: Økonomiforvaltningen")
            + paragraph("Tabel 1. Forslagets samlede økonomi") + f"<w:tbl>{table}</w:tbl>" + paragraph(""))
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    office = "http://schemas.openxmlformats.org/package/2006"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{office}/content-types"><Default Extension="rels" '
                         f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
                         'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
                         'wordprocessingml.document.main+xml"/></Types>')
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{office}/relationships"><Relationship Id="r" '
                         'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
                         'Target="word/document.xml"/></Relationships>')
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>')
    return path


def mended(path, target, old, new, places=1):
    """A copy of a workbook with a number mended in all `places` where it stands."""
    count = 0
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in source.namelist():
            text = source.read(name)
            count += text.count(old)
            copy.writestr(name, text.replace(old, new))
    assert count == places, count
    return target


def bomb(path):
    """A workbook of a few hundred KiB whose sheet claims half a GiB."""
    with zipfile.ZipFile(PRINTED / "BC04.xlsx") as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in source.namelist():
            if not name.startswith("xl/worksheets/sheet"):
                copy.writestr(name, source.read(name))
            else:
                with copy.open(name, "w", force_zip64=True) as part:
                    part.write(b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>')
                    for _ in range(64):
                        part.write(b"<row><c><v>1</v></c></row>" * 40_000)
                    part.write(b"</sheetData></worksheet>")
    return path


class Views:
    """Looks at a view: axe-core in light and dark, and pictures at 100 and 200 %."""

    def __init__(self, page):
        self.page, self.seen, self.axe = page, [], Axe()

    def look(self, name):
        page = self.page
        for scheme in ["light", "dark"]:
            page.emulate_media(color_scheme=scheme)
            result = self.axe.run(page)
            bad = [v for v in result.response["violations"] if v["impact"] in ("serious", "critical")]
            note = "; ".join(f"{v['id']}: {v['nodes'][0]['html'][:90]}" for v in bad)
            check(f"{name}, {scheme}: axe-core finds nothing serious", not bad, note)
            for zoom in [100, 200]:
                page.set_viewport_size({"width": 1280 * 100 // zoom, "height": 900 * 100 // zoom})
                wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
                if scheme == "light":
                    check(f"{name}, {zoom} %: nothing runs out of the page", not wide)
                if PICTURES and (scheme == "light" or zoom == 100):
                    page.screenshot(path=PICTURES / f"{name}-{scheme}-{zoom}.png", full_page=True)
            page.set_viewport_size({"width": 1280, "height": 900})
        page.emulate_media(color_scheme="light")


def share(page):
    """The time of the page that is shown, and how much of it the tool worked, in milliseconds."""
    timing = page.evaluate("""(() => { const e = performance.getEntriesByType('navigation')[0];
      return [e.responseEnd - e.startTime, (e.serverTiming.find(s => s.name === 'motor') || {duration: -1}).duration]; })()""")
    return timing


def drop(page, form, files):
    """Drops files on a form, as a hand would."""
    import base64
    content = [[pathlib.Path(f).name, base64.b64encode(pathlib.Path(f).read_bytes()).decode()] for f in files]
    bag = page.evaluate_handle("""files => {
      const bag = new DataTransfer();
      for (const [name, text] of files)
        bag.items.add(new File([Uint8Array.from(atob(text), c => c.charCodeAt(0))], name));
      return bag; }""", content)
    with page.expect_navigation():
        page.dispatch_event(form, "drop", {"dataTransfer": bag})


def department(page, views, folder):
    """Drop, read, open a cell, download, mend, drop again."""
    views.look("forside")
    page.keyboard.press("Tab")
    check("the first stop of the keyboard is the way to the content",
          page.evaluate("document.activeElement.className") == "skip")
    start = time.perf_counter()
    drop(page, "form.drop", [PRINTED / "BC61.xlsx"])
    took = 1000 * (time.perf_counter() - start)
    text = page.inner_text("main")
    answer, engine = share(page)
    check("a dropped workbook shows its findings", "14 fejl" in text and "-6.642" in text)
    check("from drop to findings it takes less than 300 ms", is_timely(took, 300),
          f"{took:.0f} ms; the answer {answer:.0f} ms, of which the engine {engine:.0f} ms")
    page.click("a[href$='-G9']")
    cell = page.locator("td:target")
    check("a finding opens its cell in the drawn table", "-6642" in cell.inner_text(), page.url.split("#")[-1])
    check("the opened cell is in sight", page.evaluate(
        "(() => { const b = document.querySelector('td:target').getBoundingClientRect();"
        " return b.top >= 0 && b.bottom <= innerHeight && b.left >= 0; })()"))
    views.look("kontrol")
    with page.expect_download() as download:
        page.click("a[download]")
    copy = folder / download.value.suggested_filename
    download.value.save_as(copy)
    with zipfile.ZipFile(copy) as archive:
        check("the annotated copy has its list of findings", b"Fejl og mangler" in archive.read("xl/workbook.xml"))
    drop(page, "form.drop", [mended(PRINTED / "BC61.xlsx", folder / "BC61.xlsx", b"<v>-6642</v>", b"<v>-6462</v>")])
    text = page.inner_text("main")
    found = re.search(r"Siden BC61\.xlsx: løst [1-9]\d* .*; tilbage .*; nye ingen", text)
    check("the mended file says solved, left and new", bool(found),
          found[0] if found else "")
    views.look("igen")
    page.goto(page.url.split("/kontrol")[0] + "/")
    drop(page, "form.drop", [word_document(folder / "ZZ01.docx")])
    text = page.inner_text("main")
    check("a Word file shows its findings", "-340" in text and "-350" in text)
    check("script in a text is only text", page.evaluate("typeof window.alerted") == "undefined"
          and not page.query_selector("main script"))
    views.look("word")
    page.goto(page.url.split("/kontrol")[0] + "/")
    page.fill("#tabel", "ZZ02 Indsat forslag\nTabel 1. Økonomi\n1.000 kr. 2022 p/l\tStyringsområde\t2022\t2023\n"
              "Varige ændringer\t\t\t\nFærre vikarer\tService\t-100\t-100\nFælles indkøb\tService\t-250\t-250\n"
              "Varige ændringer totalt\tService\t-340\t-350\n<img src=x onerror='window.hit=1'>\t\t\t\n")
    with page.expect_navigation():
        page.click("text=Kontrollér")
    text = page.inner_text("main")
    check("a pasted table shows its findings", "-340" in text and "fejl" in text, text.split("\n")[2][:80])
    check("markup in a pasted table is only text", page.evaluate("window.hit") is None)
    views.look("indsat")


def staff(page, views, folder, origin):
    """A folder: the status table, sorted, filtered, decided on; files made and downloaded."""
    page.goto(origin + "/runde")
    views.look("runden")
    page.set_input_files("#mappe", str(PRINTED))
    with page.expect_navigation():
        page.click("button:text-is('Vis status')")
    check("a chosen folder is read", page.locator("#runde tbody tr").count() == 13)
    page.goto(origin + "/runde")
    start = time.perf_counter()
    with page.expect_navigation():
        page.click("text=Vis status for mappen")
    took = 1000 * (time.perf_counter() - start)
    rows = page.locator("#runde tbody tr")
    check("the folder's proposals are in the table", rows.count() == 13, f"{took:.0f} ms")
    check("a file without a proposal is told", "README.md" in page.inner_text("main"))
    views.look("status")
    page.click("th button:text-is('Fejl')")
    page.click("th button:text-is('Fejl')")
    check("the table is sorted by a click", rows.first.inner_text().startswith("BC61"))
    check("and says so", page.get_attribute("th:has(button:text-is('Fejl'))", "aria-sort") == "descending")
    page.fill("#ord", "SUD")
    check("the table is filtered by words", page.locator("#runde tbody tr:visible").count() == 3)
    page.fill("#ord", "")
    page.select_option("#stand", "no")
    check("the table is filtered by state", page.locator("#runde tbody tr:visible").count() == 5)
    page.select_option("#stand", "")
    page.select_option("select[name='b:BC04']", "vedtaget")
    page.select_option("select[name='b:BC61']", "udsat")
    page.fill("#dato", "2026-09-15")
    page.fill("#sag", "=1+1<b>")
    with page.expect_navigation():
        page.click("text=Gem beslutningerne")
    check("a ticked decision stays", page.input_value("select[name='b:BC04']") == "vedtaget"
          and "2026-09-15" in page.inner_text("td:has(select[name='b:BC04'])"))
    page.select_option("select[name='b:BC26']", "udgået")
    with page.expect_navigation():
        page.click("text=Gem beslutningerne")
    check("an unchanged decision keeps its date", "2026-09-15" in page.inner_text("td:has(select[name='b:BC04'])")
          and "2026" not in page.inner_text("td:has(select[name='b:BC26'])"))
    with page.expect_download() as download:
        page.click("a[download]:text-is('beslutninger.csv')")
    list_file = folder / "beslutninger.csv"
    download.value.save_as(list_file)
    lines = list_file.read_text("utf-8-sig").splitlines()
    check("the list of decisions is saved", lines[0] == "Forslagsnummer;Beslutning;Dato;Sag" and len(lines) == 4
          and "BC04;vedtaget;" in "\n".join(lines), " | ".join(lines[1:]))
    check("and no spreadsheet runs what was typed", ";=1" not in "\n".join(lines))
    views.look("besluttet")
    page.reload()
    answer, engine = share(page)
    check("the status of an unchanged round takes less than 100 ms", is_timely(answer, 100),
          f"{answer:.0f} ms, of which the engine {engine:.0f} ms")
    page.click("#runde a:text-is('BC61')")
    page.wait_for_load_state()
    check("a proposal opens from the table", "-6.642" in page.inner_text("main"))
    proposal(page, views, folder)
    page.click("text=Tilbage til runden")
    page.wait_for_load_state()
    script_everywhere(page, origin)
    made(page, views, folder)
    accountant(page, views, folder)


def script_everywhere(page, origin):
    """Script in every text field and every part of an address of a visit."""
    home, evil = page.url, "<script>window.hit=1</script>\"'><img src=x onerror=window.hit=1>"
    for field in page.locator("input[type=text]").all():
        field.fill(evil)
    check("script in the fields of the status is only text", page.evaluate("window.hit") is None)
    page.fill("#ord", "")
    page.fill("#dato", evil)
    page.fill("#sag", evil)
    page.select_option("select[name='b:BC30']", "vedtaget")
    with page.expect_navigation():
        page.click("text=Gem beslutningerne")
    check("script in a saved decision is only text", page.evaluate("window.hit") is None
          and not page.query_selector("main script, main img"))
    page.select_option("select[name='b:BC30']", "")
    with page.expect_navigation():
        page.click("text=Gem beslutningerne")
    visit, word = home.split("/")[-1], urllib.parse.quote(evil, safe="")
    for path in [f"/forklar/{visit}/BC61?tabel={word}&raekke={word}&aar={word}&afrunding={word}&pris={word}",
                 f"/tabeller/{visit}/BC61?afrunding={word}&pris={word}", f"/forskelle/{visit}/BC61?mod={word}",
                 f"/tal/{visit}/{word}", f"/forslag/{visit}/{word}", f"/filer/{word}", f"/kontrol/{visit}?foer={word}",
                 f"/beregner?belob={word}&fordeling={word}"]:
        page.goto(origin + path)
        check(f"script in the address {path.split('?')[0].replace(visit, 'X')[:30]} is only text",
              page.evaluate("window.hit") is None and not page.query_selector("main script, main img"))
    page.goto(home)


def proposal(page, views, folder):
    """The tables of a proposal, a number's way back to its cell, another version."""
    page.click("nav.sub >> text=Tabeller og diagrammer")
    page.wait_for_load_state()
    text = page.inner_text("main")
    check("a proposal shows its tables, A-E too", all(f"Tabel {t}." in text for t in ["1", "2", "A", "B", "C", "D", "E"]))
    charts = page.locator("svg.chart")
    check("and diagrams that say their figures in words", charts.count() == 2 and all(
        "-6.462" in charts.nth(i).locator("desc").inner_html() for i in range(2)))
    views.look("tabeller")
    page.click("section:has(#tabel-A) tr:has-text('Teknik- og Miljøudvalget') td a >> nth=0")
    page.wait_for_load_state()
    text = page.inner_text("main")
    check("a number shows how it came about", "-2.819" in text and "Licenser, Hosting" in text)
    views.look("forklaring")
    page.click(".explained a >> text=Tabel 1!D4")
    page.wait_for_load_state()
    cell = page.locator("td:target")
    check("and leads to its cell in the drawn sheet", "-3029" in cell.inner_text(), page.url.split("#")[-1])
    check("which is in sight", page.evaluate(
        "(() => { const b = document.querySelector('td:target').getBoundingClientRect();"
        " return b.top >= 0 && b.bottom <= innerHeight && b.left >= 0; })()"))
    cell.locator("a").click()
    check("the cell leads to its role", "beløb" in page.inner_text("tr:target") and "2023" in page.inner_text("tr:target"))
    page.click("tr:target >> text=pengenes vej")
    check("and to the money's way", "-2.819" in page.inner_text("tr:target"), page.inner_text("tr:target")[:90])
    views.look("tallenes-vej")
    page.click("nav.sub >> text=Forskelle")
    page.wait_for_load_state()
    page.set_input_files("#version", str(mended(PRINTED / "BC61.xlsx", folder / "gammel.xlsx", b"<v>-3029</v>", b"<v>-3000</v>", 2)))
    with page.expect_navigation():
        page.click("text=Sammenlign")
    text = page.inner_text("main")
    check("another version shows what is different", "-3.000" in text and "-3.029" in text and "gammel.xlsx" in text)
    views.look("forskelle")


def accountant(page, views, folder):
    """A profile and an account list chosen, corrections that add up to zero, each number's way, a forecast, a rest."""
    page.click("text=Tilbage til runden")
    page.wait_for_load_state()
    form = page.locator("#filer-kvantum")
    form.locator("input[name=konti]").set_input_files(str(ACCOUNTS))
    form.locator("#profil").select_option("kvantum-laesbar")
    form.locator("select[name=afrunding]").select_option("largest-remainder")
    form.locator("input[name=mangelfuldt]").check()
    with page.expect_navigation():
        form.locator("button").click()
    text = page.inner_text("main")
    check("the corrections are said to add up to zero", "Ja: hvert forslag går i nul" in text)
    check("they are made on the account list that was chosen", "kontoliste" in text and "BC04" in text)
    views.look("korrektioner")
    number_and_forecast(page, views, folder)


def number_and_forecast(page, views, folder):
    """An amount's way and back, what has changed since, a forecast, an extract."""
    page.locator("#raekker ~ details").first.evaluate("details => details.open = true")
    row = page.locator("#raekker ~ details tr:has(th:text-is('BC04')) td a").first
    amount = row.inner_text()
    row.click()
    page.wait_for_load_state()
    text = page.inner_text("main")
    check("an amount of the corrections shows how it came about", amount.removesuffix(".000") in text and
          "Sådan er tallet blevet til" in text, amount)
    page.go_back()
    page.wait_for_load_state()
    check("and the way back is open", "korrektioner.xlsx" in page.inner_text("main"))
    with page.expect_download() as download:
        page.click("a[download]:text-is('korrektioner.xlsx')")
    earlier = folder / "korrektioner.xlsx"
    download.value.save_as(earlier)
    form = page.locator("#filer-kvantum")
    form.locator("summary").click()
    form.locator("input[name=tidligere]").set_input_files(str(earlier))
    form.locator("input[name=mangelfuldt]").check()
    with page.expect_navigation():
        form.locator("button").click()
    text = page.inner_text("main")
    check("since an earlier set only what has changed is shown", "Brug ikke korrektioner.xlsx mere" in text
          and "0 rækker" in text, text.split("Hent")[0][-200:])
    form = page.locator("#filer-kvantum")
    form.locator("label:has-text('Brug ikke korrektioner.xlsx mere') input").check()
    extract(folder / "budget.csv")
    form.locator("input[name=budget]").set_input_files(str(folder / "budget.csv"))
    form.locator("#profil").select_option("kvantum-upload")
    form.locator("input[name=mangelfuldt]").check()
    with page.expect_navigation():
        form.locator("button").click()
    text = page.inner_text("main")
    check("a budget gives a forecast", "Budgettet efter indlæsning" in text and "-prognose.xlsx" in text,
          text.split("Hent")[0][-300:])
    views.look("prognose")
    form = page.locator("#filer-afstem")
    form.locator("input[name=udtraek]").set_input_files(str(folder / "budget.csv"))
    with page.expect_navigation():
        form.locator("button").click()
    text = page.inner_text("main")
    check("an extract is reconciled", "afstemning.xlsx" in text and "budget.csv:række" in text and "../" not in text
          and "forkert beløb: 16" in text, text.split("Afstemning")[-1][:200])
    views.look("afstemning")


def extract(path):
    """Today's budget on every account that the corrections post to: 1 mio. kr. each."""
    made = path.with_suffix(".json")
    subprocess.run([FORDEL, "corrections", PRINTED, "--accounts", ACCOUNTS, "--allow-incomplete", "--no-receipt",
                    "--quiet", "-o", made], check=False)
    names = {"appropriation": "Bevilling", "profitCentre": "Profitcenter", "function": "Funktion", "kind": "Art",
             "projectElement": "PSP-element", "year": "År"}
    keys = {tuple(str(row[name]) for name in names) for row in json.loads(made.read_text())["rows"]
            if row["status"] == "Konterbar"}
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file, delimiter=";")
        out.writerow([*names.values(), "Beløb"])
        for key in sorted(keys):
            out.writerow([*key, "1000000"])


def make(page, what, **choices):
    form = page.locator("#filer-kvantum" if what == "korrektioner" else "#filer-alle")
    if what != "korrektioner":
        form.locator("#hvad").select_option(what)
    for name, value in choices.items():
        form.locator(f"#{name}").select_option(value)
    form.locator("input[name=mangelfuldt]").check()
    with page.expect_navigation():
        form.locator("button").click()


def made(page, views, folder):
    """What the page makes is what the commands write, byte for byte."""
    for what in ["tabeller", "oversigt", "bilag", "status", "hovedbog"]:
        make(page, what)
    make(page, "korrektioner", profil="kvantum-laesbar")
    make(page, "korrektioner", profil="kvantum-upload")
    views.look("filer")
    names = page.locator("a[download]").all_inner_texts()
    check("corrections are made by both profiles", {"korrektioner.xlsx", "korrektioner-kvantum-upload-add.csv"} <= set(names),
          ", ".join(names)[:300])
    with page.expect_download() as download:
        page.click("text=Hent alle i én ZIP-fil")
    download.value.save_as(folder / "fordel.zip")
    with zipfile.ZipFile(folder / "fordel.zip") as archive:
        check("the ZIP is whole", archive.testzip() is None)
        entries = {name: archive.read(name) for name in archive.namelist()}
    own = folder / "selv"
    own.mkdir()
    # The page reads the folder through a link, and so does this.
    (folder / "ind").mkdir()
    (folder / "ind/runde").symlink_to(PRINTED)
    shutil.copy(folder / "beslutninger.csv", folder / "beslutninger-beslutninger.csv")
    decided = ["--decisions", "../beslutninger-beslutninger.csv"]
    for command in [["export", "../ind", "--tables", "all", "-o", "."], ["overview", "../ind", "-o", "bilag2.xlsx", *decided],
                    ["corrections", "../ind", "-o", "korrektioner.xlsx", *decided],
                    ["annex", "../ind", "-o", "bilag.xlsx", *decided], ["status", "../ind", "-o", "status.xlsx", *decided], ["ledger", "../ind", "-o", "tallenes-vej.xlsx"],
                    ["corrections", "../ind", "-o", "./", *decided, "--profile", "kvantum-upload"]]:
        subprocess.run([FORDEL, *command, "--allow-incomplete", "--no-receipt", "--quiet"], cwd=own,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    written = {p.name: p.read_bytes() for p in own.iterdir() if p.is_file()}
    differing = [n for n, b in written.items() if entries.get(n) != b]
    check("the ZIP holds what the commands write, byte for byte", len(written) > 13 and not differing,
          f"{len(written)} files; differing: {differing}")


def calculator(page, views, origin):
    page.goto(origin + "/beregner")
    page.fill("#belob", "2022=-270, 2023=-933")
    page.wait_for_selector("#resultat pre")
    check("the calculator answers while one types", "Økonomiudvalget" in page.inner_text("#resultat"))
    views.look("beregner")
    page.fill("#fordeling", "<script>window.hit=1</script>")
    for _ in range(100):
        page.wait_for_timeout(50)
        if "Økonomiudvalget" not in page.inner_text("#resultat"):
            break
    check("script in the calculator is only text", page.evaluate("window.hit") is None)
    views.look("beregner-fejl")


def plain_forms(browser, address, folder):
    """Without any script."""
    context = browser.new_context(java_script_enabled=False)
    with serving() as (address, _):
        page = context.new_page()
        page.goto(address)
        page.set_input_files("#filer", str(PRINTED / "BC61.xlsx"))
        page.click("text=Kontrollér")
        page.wait_for_load_state()
        check("the check works without JavaScript", "14 fejl" in page.inner_text("main"))
        page.goto(address.split("/?")[0] + "/runde")
        page.set_input_files("#filer", [str(p) for p in sorted(PRINTED.glob("BC0*.xlsx"))])
        page.click("text=Vis status")
        page.wait_for_load_state()
        check("the status works without JavaScript", page.locator("#runde tbody tr").count() == 2)
    context.close()


def talk(port, data, seconds=20, is_left_open=False):
    """Sends bytes and gives the answer."""
    with socket.create_connection(("127.0.0.1", port), timeout=seconds) as link:
        with contextlib.suppress(ConnectionError):
            link.sendall(data)
        answer = b""
        with contextlib.suppress(OSError):
            while part := link.recv(65_536):
                answer += part
                if not is_left_open and len(answer) > 1 << 20:
                    break
        return answer


def status(answer):
    found = re.match(rb"HTTP/1.1 (\d+)", answer)
    return int(found[1]) if found else None


def form(port, cookie, path, name, bytes_, file="x.xlsx"):
    body = (f'--x\r\nContent-Disposition: form-data; name="{name}"; filename="{file}"\r\n\r\n').encode() + bytes_ \
        + b"\r\n--x--\r\n"
    head = (f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\nConnection: close\r\n"
            f"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: {len(body)}\r\n\r\n")
    return head.encode() + body


def memory(process):
    """The most memory that the server has held, in MiB."""
    text = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", text)[1]) // 1024


def attacks(folder):
    """Each is refused or harmless."""
    with serving(str(PRINTED)) as (address, process):
        port = int(re.search(r":(\d+)/", address)[1])
        token = address.split("adgang=")[1]
        host = f"Host: 127.0.0.1:{port}\r\n"

        def get(path, head=None, more="", seconds=20):
            head = host if head is None else head
            return talk(port, f"GET {path} HTTP/1.1\r\n{head}{more}Connection: close\r\n\r\n".encode(), seconds)
        check("without the token nothing is shown", status(get("/")) == 403)
        check("a wrong token is refused", status(get("/?adgang=" + "0" * 32)) == 403)
        check("a foreign Host is refused, token or not",
              status(get(f"/?adgang={token}", "Host: ond.example\r\n")) == 421)
        check("no Host is refused", status(get(f"/?adgang={token}", "")) in (400, 421))
        double = get(f"/?adgang={token}", host + "Host: ond.example\r\n")
        check("two Hosts are refused", status(double) in (400, 421), str(status(double)))
        answer = get(f"/?adgang={token}")
        cookie = re.search(rb"fordel=[0-9a-f]+", answer)[0].decode()
        check("the token lets in", status(answer) == 303)
        check("and only once", status(get(f"/?adgang={token}")) == 403)
        check("but the same browser may open it again",
              status(get(f"/?adgang={token}", more=f"Cookie: {cookie}\r\n")) == 303)
        me = f"Cookie: {cookie}\r\n"
        check("the cookie opens the page", status(get("/", more=me)) == 200)
        check("a foreign Origin is refused",
              status(get("/", more=me + "Origin: https://ond.example\r\n")) == 403)
        check("Origin null is refused", status(get("/", more=me + "Origin: null\r\n")) == 403)
        for path in ["/hent/../../etc/passwd", "/hent/%2e%2e/passwd", "/hent/..%2f..%2fetc/passwd",
                     "/hent/" + "0" * 32 + "/x", "/runde/..%2f..", "/zip/../..", "/forslag/x/..%2f..%2fetc%2fpasswd",
                     "/kontrol/%00", "//etc/passwd", "/" + "a" * 60_000]:
            answer = get(path, more=me)
            check(f"path trick {path[:40]}", b"root:" not in answer and status(answer) in (200, 400, 404, 414, 431, None),
                  str(status(answer)))
        size = sum(len(get(path, more=me).split(b"\r\n\r\n", 1)[-1])
                   for path in ["/", "/runde", "/beregner", "/fordel.css", "/fordel.js"])
        check("the page's own bytes are few", size < OWN_BYTES, f"{size} bytes")
        policy = get("/", more=me)
        check("the policy allows no other origin", b"default-src 'self'" in policy and b"http://" not in policy.split(b"\r\n\r\n", 1)[1]
              and b"https://" not in policy.split(b"\r\n\r\n", 1)[1])
        head = (f"POST /kontrol HTTP/1.1\r\n{host}{me}Content-Type: multipart/form-data; boundary=x\r\n"
                f"Content-Length: {10 << 30}\r\n\r\n").encode()
        check("10 GiB are refused before they come", status(talk(port, head + b"x" * 1000)) == 413)
        chunked = (f"POST /kontrol HTTP/1.1\r\n{host}{me}Content-Type: multipart/form-data; boundary=x\r\n"
                   "Transfer-Encoding: chunked\r\n\r\n").encode() + (b"100000\r\n" + b"x" * (1 << 20) + b"\r\n") * 80
        answer = talk(port, chunked)
        check("80 MiB of no stated length are refused", status(answer) in (413, None), str(status(answer)))

        halves = []
        halfway = threading.Thread(target=lambda: halves.append(
            (time.time(), talk(port, form(port, cookie, "/kontrol", "filer", b"x" * 1000)[:-500], 60), time.time())))
        halfway.start()
        answer = talk(port, form(port, cookie, "/kontrol", "filer", bomb(folder / "bombe.xlsx").read_bytes()), 120)
        place = re.search(rb"location: (\S+)", answer, re.I)
        start = time.time()
        answer = get(place[1].decode(), more=me, seconds=90) if place else b""
        check("a bomb ends in plain words", status(answer) == 200 and ("fejl" in answer.decode().lower() or
              "stoppet" in answer.decode()),
              f"{time.time() - start:.1f} s: " + re.sub("<[^>]*>", " ", answer.decode()).split("Det gik ikke")[-1][:120].strip())
        for name in ["../../../tmp/ud.xlsx", "..\\\\ud.xlsx", "--help", "$(touch hul).xlsx", "<script>alert(1)</script>.xlsx",
                     ".fejl-x", "a\";x=\"b.xlsx", "æøå 100%.xlsx"]:
            answer = talk(port, form(port, cookie, "/kontrol", "filer", (PRINTED / "BC04.xlsx").read_bytes(), name))
            place = re.search(rb"location: (\S+)", answer, re.I)
            answer = get(place[1].decode(), more=me) if place else answer
            check(f"the name {name} is harmless", status(answer) == 200 and b"<script>alert" not in answer,
                  str(status(answer)))
        check("no file came to stand outside", not pathlib.Path("/tmp/ud.xlsx").exists() and not (ROOT / "hul").exists())
        results = []
        one = form(port, cookie, "/kontrol", "filer", os.urandom(1 << 20))
        start = time.time()
        crowd = [threading.Thread(target=lambda: results.append(status(talk(port, one, 60)))) for _ in range(200)]
        for thread in crowd:
            thread.start()
        for thread in crowd:
            thread.join()
        check("200 uploads of 1 MiB at once are answered", results.count(303) + results.count(503) == 200,
              f"{results.count(303)} taken in, {results.count(503)} asked to wait, {time.time() - start:.1f} s")
        check("and the page answers as before", status(get("/", more=me)) == 200, f"at most {memory(process)} MiB")
        halfway.join()
        took = halves[0][2] - halves[0][0] if halves else 0
        check("a client that stops halfway is sent away", bool(halves) and status(halves[0][1]) in (408, None) and took < 55,
              f"{took:.0f} s, {status(halves[0][1]) if halves else ''}")
        rooms = list(pathlib.Path(tempfile.gettempdir()).glob("fordel-side-*"))
        check("there is a folder of visits", len(rooms) >= 1)
        mine = max(rooms, key=lambda p: p.stat().st_mtime)
    check("nothing is left when the page is closed", not mine.exists())


def main():
    folder = pathlib.Path(tempfile.mkdtemp())
    if PICTURES:
        PICTURES.mkdir(parents=True, exist_ok=True)
    try:
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            with serving(str(PRINTED)) as (address, _):
                origin = address.split("/?")[0]
                context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
                requests, troubles = [], []
                page = context.new_page()
                page.set_default_timeout(60_000)
                page.on("request", lambda r: requests.append(r.url))
                page.on("console", lambda m: troubles.append(m.text) if m.type == "error" else None)
                page.on("pageerror", lambda e: troubles.append(str(e)))
                page.goto(address)
                views = Views(page)
                for part in [lambda: department(page, views, folder), lambda: staff(page, views, folder, origin),
                             lambda: calculator(page, views, origin)]:
                    try:
                        part()
                    except Exception as error:
                        check(f"a part went through: {str(error)[:300]}", False)
                        if PICTURES:
                            page.screenshot(path=PICTURES / "fejl.png", full_page=True)
                foreign = [u for u in requests if not u.startswith(origin + "/") and not u.startswith("blob:")]
                check("no request goes to any other place", not foreign, ", ".join(foreign[:3]))
                check("the browser complains of nothing", not troubles, "; ".join(troubles[:3]))
                context.close()
            plain_forms(browser, address, folder)
            browser.close()
        attacks(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"\n{len(failures)} af påstandene holder ikke." if failures else "\nAlt holder.")
    sys.exit(1 if failures else 0)


main()
