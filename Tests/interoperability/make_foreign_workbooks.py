#!/usr/bin/env python3
"""Make workbooks as other programs make them: one proposal with mistakes, and around it all that departments put into their files.

usage: make_foreign_workbooks.py FOLDER

Needs the Python packages openpyxl, XlsxWriter and Pillow, and the programs soffice and ssconvert.
"""
import io
import pathlib
import re
import struct
import subprocess
import sys
import tempfile
import zipfile
import zlib

import openpyxl
import xlsxwriter
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule, ColorScaleRule, DataBarRule
from openpyxl.styles import PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

YEARS = [2022, 2023, 2024, 2025, 2026, 2027]
FRONT = [
    ("Forslagsnummer", "BC99"), ("Titel", "Nedlæggelse af parkeringsautomater"), ("Type", "Investeringsforslag"),
    ("Runde", "OFS 2021-2022"), ("Fremstillende forvaltning", "Teknik- og Miljøforvaltningen"),
    ("Berørte forvaltninger", "Teknik- og Miljøforvaltningen"), ("P/l", 2023), ("Udmøntes i p/l", 2022),
]  # fmt: skip
# Two digits swapped in the total of 2026, an account column that holds a control area, a total off by one.
TABLE_1 = [
    ["Tabel 1. Forslagets samlede økonomiske konsekvenser."],
    ["1.000 kr. 2023 p/l", "Styringsområde", *YEARS],
    ["Varige ændringer"],
    ["Effektivisering – hosting og licenser", "Service", 0, -3029, -6058, -6058, -6058, -6058],
    ["Varig afledt drift", "Service", 0, 6, 12, 12, 12, 12],
    ["Samlet varig ændring", None, 0, -3023, -6046, -6046, -6406, -6046],
    ["Implementeringsomkostninger"],
    ["Udvikling af webside", "Anlæg", 0, 400, 0, 0, 0, 0],
    ["Kommunikation", "Anlæg", 166, 334, 0, 0, 0, 0],
    ["Samlede implementeringsomkostninger", None, 166, 735, 0, 0, 0, 0],
    ["Samlet økonomisk påvirkning", None, 166, -2289, -6046, -6046, -6046, -6046],
    ["Tilbagebetalingstid baseret på serviceeffektivisering", None, 2],
    ["Tilbagebetalingstid baseret på totaløkonomi", None, 2],
]  # fmt: skip
TABLE_2 = [
    ["Tabel 2. Varige ændringer, service"],
    ["1.000 kr. 2023 p/l", "Bevilling, profitcenter", *YEARS],
    ["Hosting og licenser", "Service", 0, -3029, -6058, -6058, -6058, -6058],
    ["Varig afledt drift", None, 0, 6, 12, 12, 12, 12],
    ["Varige ændringer totalt, service", None, 0, -3023, -6046, -6046, -6046, -6046],
]
SHEETS = [("Forslag", FRONT), ("Tabel 1", TABLE_1), ("Tabel 2", TABLE_2)]


def picture():
    """A small PNG image."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"".join(bytes((x * 16, y * 16, 128)) for x in range(16)) for y in range(16))
    header = struct.pack(">IIBBBBB", 16, 16, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


# openpyxl


def by_openpyxl():
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in SHEETS:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return book


def openpyxl_comments(book):
    sheet = book["Tabel 1"]
    sheet["A4"].comment = Comment("Tallene er fra driftsafdelingen.", "Mette Hansen")
    sheet["G6"].comment = Comment("Er summen rigtig?", "Jens Jensen")  # the wrong cell itself
    book["Forslag"]["B2"].comment = Comment("Titlen er foreløbig", "Mette Hansen")


def openpyxl_formats(book):
    sheet = book["Tabel 1"]
    sheet.conditional_formatting.add("C4:H11", CellIsRule(operator="lessThan", formula=["0"], fill=PatternFill(bgColor="FFC7CE")))
    sheet.conditional_formatting.add("C4:H6", ColorScaleRule(start_type="min", start_color="FF0000", end_type="max", end_color="00FF00"))
    sheet.conditional_formatting.add("C8:H10", DataBarRule(start_type="min", end_type="max", color="FF638EC6"))


def openpyxl_names(book):
    hidden = book.create_sheet("Noter", 0)
    hidden["A1"] = "Kun til internt brug"
    hidden.sheet_state = "hidden"
    very = book.create_sheet("Meget skjult")
    very.sheet_state = "veryHidden"
    book.defined_names["Totaler"] = DefinedName("Totaler", attr_text="'Tabel 1'!$C$6:$H$6")
    for name in ("Tabel 1", "Tabel 2"):
        book[name].print_area = "A1:H13"
        book[name].print_title_rows = "1:2"
        book[name].defined_names["Lokal"] = DefinedName("Lokal", attr_text=f"'{name}'!$A$1")
    book.active = book.sheetnames.index("Tabel 2")


def openpyxl_charts(book):
    sheet = book["Tabel 1"]
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=3, max_col=8, min_row=6), from_rows=True)
    chart.set_categories(Reference(sheet, min_col=3, max_col=8, min_row=2))
    sheet.add_chart(chart, "J2")
    sheet.add_image(Image(io.BytesIO(picture())), "J20")
    sheets = book.create_chartsheet("Diagram", 0)
    other = BarChart()
    other.add_data(Reference(sheet, min_col=3, max_col=8, min_row=10), from_rows=True)
    sheets.add_chart(other)


def openpyxl_protected(book):
    sheet = book["Tabel 1"]
    sheet.protection.sheet = True
    sheet.protection.password = "hemmelig"
    sheet.merge_cells("A1:H1")
    sheet.freeze_panes = "C3"
    rule = DataValidation(type="decimal", operator="between", formula1="-100000", formula2="100000", allow_blank=True)
    rule.add("C4:H11")
    sheet.add_data_validation(rule)
    sheet["A15"].hyperlink = "https://www.kk.dk/"
    sheet["A15"] = "Kommunen"
    sheet.row_dimensions[9].height = 60
    sheet.column_dimensions["D"].hidden = False
    sheet.oddHeader.center.text = "Forslag"


def openpyxl_table(book):
    sheet = book.create_sheet("Oversigt")
    for row in [["Post", "Beløb"], ["Hosting", 12], ["Drift", 30]]:
        sheet.append(row)
    sheet.add_table(Table(displayName="Poster", ref="A1:B3"))
    sheet.auto_filter.ref = "A1:B3"


# XlsxWriter


def xlsxwriter_book(path, more=None, options=None):
    book = xlsxwriter.Workbook(path, options or {})
    sheets = {}
    for name, rows in SHEETS:
        sheets[name] = book.add_worksheet(name)
        for number, row in enumerate(rows):
            sheets[name].write_row(number, 0, row)
    if more:
        more(book, sheets)
    book.close()


def writer_charts(book, sheets):
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "='Tabel 1'!$C$6:$H$6", "categories": "='Tabel 1'!$C$2:$H$2"})
    sheets["Tabel 1"].insert_chart("J2", chart)
    sheets["Tabel 1"].insert_image("J20", "billede.png", {"image_data": io.BytesIO(picture()), "description": "Et billede"})
    sheet = book.add_chartsheet("Figur")
    other = book.add_chart({"type": "column"})
    other.add_series({"values": "='Tabel 2'!$C$5:$H$5"})
    sheet.set_chart(other)
    sheets["Tabel 1"].insert_textbox("J30", "En tekstboks")


def writer_table(book, sheets):
    sheet = book.add_worksheet("Data")
    sheet.add_table("A1:C4", {"data": [["a", 1, 2], ["b", 3, 4], ["c", 5, 6]], "columns": [{"header": h} for h in "xyz"]})
    sheets["Tabel 2"].autofilter("A2:H5")
    sheet.write_formula("E1", "=SUM('Tabel 1'!C4:H4)", None, -27261)


def writer_comments(book, sheets):
    sheets["Tabel 1"].set_comments_author("Åse Ø")
    for row in range(3, 9):
        sheets["Tabel 1"].write_comment(row, 0, f"Bemærkning til række {row + 1}", {"visible": row == 4})
    sheets["Tabel 2"].write_comment("B3", "Her skal vist stå noget andet")


def writer_formats(book, sheets):
    red = book.add_format({"bg_color": "#FFC7CE"})
    sheet = sheets["Tabel 1"]
    sheet.conditional_format("C4:H11", {"type": "cell", "criteria": "<", "value": 0, "format": red})
    sheet.conditional_format("C4:H5", {"type": "data_bar", "data_bar_2010": True})
    sheet.conditional_format("C8:H9", {"type": "icon_set", "icon_style": "3_traffic_lights"})
    sheets["Tabel 2"].add_sparkline("I3", {"range": "'Tabel 2'!C3:H3"})


def writer_buttons(book, sheets):
    sheets["Tabel 1"].insert_button("J2", {"caption": "Beregn", "width": 80, "height": 30})
    sheets["Tabel 1"].set_header("&C&G", {"image_center": "logo.png", "image_data_center": io.BytesIO(picture())})
    sheets["Tabel 1"].set_background(io.BytesIO(picture()))


def writer_hidden(book, sheets):
    sheets["Tabel 2"].set_row(10, None, None, {"hidden": True})
    sheets["Tabel 2"].set_column("K:N", None, None, {"hidden": True, "level": 1})
    note = book.add_worksheet("Udregning & 'noter' <1>")
    note.write("A1", "x")
    note.print_area("A1:B2")
    book.define_name("Alt", "='Tabel 1'!$A$1:$H$13")
    sheets["Tabel 1"].activate()
    sheets["Tabel 1"].protect("", {"objects": True})
    sheets["Tabel 1"].outline_settings(True, False, True, False)


# The same content, spelled otherwise


def rewritten(source, target, change):
    """A copy of a workbook with the parts changed by `change(name, bytes)`."""
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        for item in before.infolist():
            after.writestr(item.filename, change(item.filename, before.read(item.filename)))


def prefixed(name, data):
    """The spreadsheet's elements with the prefix x, as some libraries write them."""
    if not re.fullmatch(r"xl/(workbook|styles|sharedStrings|worksheets/sheet\d+)\.xml", name):
        return data
    text = data.decode("utf-8")
    text = re.sub(r"<(/?)([A-Za-z][\w]*)(?=[\s/>])", r"<\1x:\2", text)
    return text.replace('xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"', 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"').encode()


def strict(name, data):
    """The names of the strict variant of the format."""
    if not name.endswith((".xml", ".rels")):
        return data
    text = data.decode("utf-8")
    for old, new in [
        ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"),
        ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships"),
        ("http://schemas.openxmlformats.org/officeDocument/2006/extended-properties", "http://purl.oclc.org/ooxml/officeDocument/extendedProperties"),
        ("http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main"),
    ]:  # fmt: skip
        text = text.replace(old, new)
    if name == "xl/workbook.xml":
        text = text.replace("<workbook ", '<workbook conformance="strict" ', 1)
    return text.encode()


def in_utf16(name, data):
    """Sheets, styles and the workbook's main part in UTF-16."""
    if not re.fullmatch(r"xl/(workbook|styles|worksheets/sheet\d+)\.xml", name):
        return data
    text = re.sub(r"^<\?xml[^>]*\?>\s*", "", data.decode("utf-8"))
    return b"\xff\xfe" + ('<?xml version="1.0" encoding="UTF-16" standalone="yes"?>' + text).encode("utf-16-le")


def with_threads(name, data):
    """A conversation in the new way: a placeholder among the comments, the words in a part of their own."""
    if name == "[Content_Types].xml":
        return data.replace(b"</Types>", b'<Override PartName="/xl/threadedComments/threadedComment1.xml" ContentType="application/vnd.ms-excel.threadedcomments+xml"/></Types>')  # fmt: skip
    if re.fullmatch(r"xl/comments1?\.xml|xl/comments/comment1\.xml", name):
        return data.replace(b"Mette Hansen", b"tc={5F5E4C0C-0000-4000-8000-000000000001}")
    return data


def make(folder):
    folder.mkdir(parents=True, exist_ok=True)
    kinds = {
        "comments": openpyxl_comments, "formats": openpyxl_formats, "names": openpyxl_names, "charts": openpyxl_charts,
        "protected": openpyxl_protected, "table": openpyxl_table,
    }  # fmt: skip
    by_openpyxl().save(folder / "openpyxl-plain.xlsx")
    for kind, add in kinds.items():
        book = by_openpyxl()
        add(book)
        book.save(folder / f"openpyxl-{kind}.xlsx")
    book = by_openpyxl()
    for add in kinds.values():
        add(book)
    book.save(folder / "openpyxl-everything.xlsx")

    writers = {
        "plain": None, "charts": writer_charts, "table": writer_table, "comments": writer_comments, "formats": writer_formats,
        "buttons": writer_buttons, "hidden": writer_hidden,
    }  # fmt: skip
    for kind, add in writers.items():
        xlsxwriter_book(folder / f"xlsxwriter-{kind}.xlsx", add)
    xlsxwriter_book(folder / "xlsxwriter-inline.xlsx", options={"constant_memory": True})

    rewritten(folder / "openpyxl-plain.xlsx", folder / "spelled-prefixed.xlsx", prefixed)
    rewritten(folder / "xlsxwriter-plain.xlsx", folder / "spelled-strict.xlsx", strict)
    rewritten(folder / "xlsxwriter-hidden.xlsx", folder / "spelled-utf16.xlsx", in_utf16)
    rewritten(folder / "openpyxl-comments.xlsx", folder / "spelled-threads.xlsx", with_threads)

    with tempfile.TemporaryDirectory() as name:
        profile = f"-env:UserInstallation={pathlib.Path(name).as_uri()}/profile"
        for kind in ("openpyxl-everything", "xlsxwriter-comments", "xlsxwriter-charts"):
            command = ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", name]
            subprocess.run([*command, str(folder / f"{kind}.xlsx")], check=True, capture_output=True, timeout=300)
            (pathlib.Path(name) / f"{kind}.xlsx").replace(folder / f"libreoffice-{kind}.xlsx")
    for kind in ("openpyxl-comments", "xlsxwriter-formats"):
        subprocess.run(["ssconvert", str(folder / f"{kind}.xlsx"), str(folder / f"gnumeric-{kind}.xlsx")], check=True, capture_output=True, timeout=300)
    print(f"{len(list(folder.glob('*.xlsx')))} workbooks in {folder}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        sys.exit(64)
    make(pathlib.Path(sys.argv[1]))
