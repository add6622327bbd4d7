#!/usr/bin/env python3
"""Make hostile workbooks, hand each to `fordel grid`, and check that it is refused, or read, as it should be.

    hostile.py --fordel PATH [--keep DIR]

Every file has to end as the list below says: refused (exit 65, and one line of words) or read (exit 0, and so many cells). The time and the
largest memory of each run are printed; they are goals (1 s, 64 MiB), not conditions, since they depend on the machine. Exit status 1 if an
outcome is another. The bombs consist of one deflate block repeated, so that 10 GiB fit in 10 MB and are made in a second.
"""
import argparse
import json
import multiprocessing
import os
import resource
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
GIB = 1 << 30


class Part:
    """A ZIP entry: its packed bytes, and what it says about them."""

    def __init__(self, data=None, packed=None, size=None, crc=None, method=8):
        if packed is None:
            packer = zlib.compressobj(9, zlib.DEFLATED, -15)
            packed = packer.compress(data) + packer.flush()
            size = len(data) if size is None else size
            crc = zlib.crc32(data)
        self.packed, self.size, self.crc, self.method = packed, size, crc or 0, method


def bomb(head, block, count, tail, size=None, crc=0):
    """A part of `head`, `block` repeated `count` times, `tail`; each block is packed on its own, once."""
    def packed(data, last=False):
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        return packer.compress(data) + packer.flush(zlib.Z_FINISH if last else zlib.Z_FULL_FLUSH)
    return Part(packed=packed(head) + packed(block) * count + packed(tail, last=True),
                size=len(head) + len(block) * count + len(tail) if size is None else size, crc=crc)


def zip64(fields):
    return struct.pack("<HH", 1, 8 * len(fields)) + b"".join(struct.pack("<Q", field) for field in fields)


def archive(parts, repeat=(), comment=b""):
    """The bytes of a ZIP file of `parts` (name, Part); `repeat` are (name, index) of further directory entries on the data of a part."""
    body, directory, places = b"", [], []
    for name, part in parts:
        name = name.encode()
        places.append(len(body))
        large = part.size >= 0xFFFFFFFF
        extra = zip64([part.size, len(part.packed)]) if large else b""
        body += struct.pack("<IHHHHHIIIHH", 0x04034B50, 45, 0x800, part.method, 0, 33, part.crc, 0xFFFFFFFF if large else len(part.packed),
                            0xFFFFFFFF if large else part.size, len(name), len(extra)) + name + extra + part.packed
    for name, index in [(name, index) for index, (name, _) in enumerate(parts)] + list(repeat):
        part = parts[index][1]
        large = part.size >= 0xFFFFFFFF
        extra = zip64([part.size, len(part.packed)]) if large else b""
        encoded = name.encode()
        directory.append(struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 45, 45, 0x800, part.method, 0, 33, part.crc,
                                     0xFFFFFFFF if large else len(part.packed), 0xFFFFFFFF if large else part.size, len(encoded), len(extra),
                                     0, 0, 0, 0, places[index]) + encoded + extra)
    start, size = len(body), sum(map(len, directory))
    end = b""
    if len(directory) > 0xFFFF:
        end = struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, len(directory), len(directory), size, start)
        end += struct.pack("<IIQI", 0x07064B50, 0, start + size, 1)
    count = min(len(directory), 0xFFFF)
    end += struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count, count, size, start, len(comment)) + comment
    return body + b"".join(directory) + end


def text(content):
    return Part(content.encode())


def sheet(rows):
    return text(f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>')


def relationships(items):
    lines = (f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>' for name, kind, target in items)
    return text(f'<Relationships xmlns="{PACKAGE}">{"".join(lines)}</Relationships>')


def workbook(changes=(), sheets='<sheet name="A" sheetId="1" r:id="rId1"/>', **options):
    """An ordinary workbook of one cell, with some parts replaced."""
    parts = {
        "_rels/.rels": relationships([("rId1", "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": text(f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>'),
        "xl/_rels/workbook.xml.rels": relationships([("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml"),
                                                     ("rId3", "sharedStrings", "sharedStrings.xml")]),
        "xl/worksheets/sheet1.xml": sheet('<row r="1"><c r="A1"><v>1</v></c></row>'),
    }
    parts.update(changes)
    return archive(list(parts.items()), **options)


def spreadsheet(rows=None, content=None, automatic="", before="", **changes):
    """An ordinary OpenDocument spreadsheet of the given rows, or with a content that was made otherwise."""
    parts = {
        "mimetype": text("application/vnd.oasis.opendocument.spreadsheet"),
        "content.xml": content or text(ODS_HEAD.replace("<!-- styles -->", automatic).replace("<!-- before -->", before) + (rows or "") + ODS_TAIL),
    }
    parts.update(changes)
    return archive(list(parts.items()))


ODS_NAMES = " ".join(f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for prefix, name in (
    ("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("number", "datastyle"), ("manifest", "manifest")))
ODS_HEAD = (f"<office:document-content {ODS_NAMES}><office:automatic-styles><!-- styles --></office:automatic-styles><office:body>"
            '<office:spreadsheet><!-- before --><table:table table:name="A">')
ODS_TAIL = "</table:table></office:spreadsheet></office:body></office:document-content>"
ODS_ONE = '<table:table-cell office:value-type="float" office:value="1"/>'
HEAD = f'<worksheet xmlns="{MAIN}"><sheetData>'.encode()
TAIL = b"</sheetData></worksheet>"
STRINGS = f'<sst xmlns="{MAIN}">'.encode()
SHEET = "xl/worksheets/sheet1.xml"
SST = "xl/sharedStrings.xml"
BLANKS = b" " * (1 << 20)
REFUSED = None
# Read or refused, as the limits have it: what counts is the time and the memory.
ANY = "any"


def repeated(element, times=1 << 16):
    return element * times


def hostile():
    """(name, how many cells come out or REFUSED, the file)"""
    row = repeated(b"<row/>")
    yield "10 GiB, stated", REFUSED, workbook({SHEET: bomb(HEAD, BLANKS, 10 * 1024, TAIL)})
    yield "10 GiB, stated as 1,000 bytes", REFUSED, workbook({SHEET: bomb(HEAD, BLANKS, 10 * 1024, TAIL, size=1000)})
    yield "10 GiB of blanks, stated as 500 MiB", REFUSED, workbook({SHEET: bomb(HEAD, BLANKS, 10 * 1024, TAIL, size=500 << 20)})
    yield "10 GiB of rows, stated as 500 MiB", REFUSED, workbook({SHEET: bomb(HEAD, row, 10 * GIB // len(row), TAIL, size=500 << 20)})
    yield "10 GiB of empty cells, stated as 500 MiB", REFUSED, workbook(
        {SHEET: bomb(HEAD + b"<row>", repeated(b"<c/>"), 40960, b"</row>" + TAIL, size=500 << 20)})
    yield "10 GiB of cells at one place, stated as 100 MiB", REFUSED, workbook(
        {SHEET: bomb(HEAD + b"<row>", repeated(b'<c r="A1"/>'), 14000, b"</row>" + TAIL, size=100 << 20)})
    yield "10 GiB of a comment, stated as 100 MiB", REFUSED, workbook({SHEET: bomb(HEAD + b"<!--", BLANKS, 10 * 1024, b"-->" + TAIL, size=100 << 20)})
    yield "10 GiB of shared strings, stated as 500 MiB", REFUSED, workbook(
        {SST: bomb(STRINGS, repeated(b"<si/>"), 32768, b"</sst>", size=500 << 20)})
    yield "10 GiB of formats, stated as 500 MiB", REFUSED, workbook(
        {"xl/styles.xml": bomb(f'<styleSheet xmlns="{MAIN}"><cellXfs>'.encode(), repeated(b"<xf/>"), 32768, b"</cellXfs></styleSheet>", size=500 << 20)})
    yield "40 sheets of 400 MiB each", REFUSED, workbook(
        {SHEET: bomb(HEAD, row, 1067, TAIL)} | {"xl/_rels/workbook.xml.rels": relationships((f"rId{i}", "worksheet", "worksheets/sheet1.xml") for i in range(40))},
        sheets="".join(f'<sheet name="A{i}" sheetId="{i + 1}" r:id="rId{i}"/>' for i in range(40)))
    yield "a text of 2 GiB, stated", REFUSED, workbook({SST: bomb(STRINGS + b"<si><t>", BLANKS, 2048, b"</t></si></sst>")})
    yield "a text of 2 GiB, stated as 500 MiB", REFUSED, workbook({SST: bomb(STRINGS + b"<si><t>", BLANKS, 2048, b"</t></si></sst>", size=500 << 20)})
    yield "a text of 2 GiB in runs", REFUSED, workbook(
        {SST: bomb(STRINGS + b"<si>", repeated(b"<r><t>langt</t></r>", 1 << 12), 24000, b"</si></sst>", size=500 << 20)})
    yield "an inline text of 2 GiB", REFUSED, workbook(
        {SHEET: bomb(HEAD + b'<row><c t="inlineStr"><is><t>', BLANKS, 2048, b"</t></is></c></row>" + TAIL, size=500 << 20)})
    yield "an attribute of 100 MiB", REFUSED, workbook({SHEET: bomb(HEAD + b'<row r="', b"1" * (1 << 20), 100, b'"/>' + TAIL)})
    yield "a tag name of 100 MiB", REFUSED, workbook({SHEET: bomb(HEAD + b"<", b"x" * (1 << 20), 100, b"/>" + TAIL)})
    yield "a million attributes", REFUSED, workbook({SHEET: text("<worksheet " + "".join(f'a{i}=""' + " " for i in range(1_000_000)) + "/>")})
    yield "a million empty rows", 0, workbook({SHEET: sheet("<row/>" * 1_000_000)})
    yield "a million empty rows with numbers", 0, workbook({SHEET: sheet("".join(f'<row r="{i}"/>' for i in range(1, 1_000_001)))})
    yield "two million empty rows", REFUSED, workbook({SHEET: sheet("<row/>" * 2_000_000)})
    yield "a million sheets", REFUSED, workbook(sheets="".join(f'<sheet name="A{i}" sheetId="{i}" r:id="rId1"/>' for i in range(1_000_000)))
    yield "10,000 sheets on one part, beside 60,000 entries", 10_000, workbook(
        sheets="".join(f'<sheet name="A{i}" sheetId="{i}" r:id="rId1"/>' for i in range(10_000)), repeat=[(f"x{i}", 0) for i in range(60_000)])
    yield "a million entries", REFUSED, workbook(repeat=[(f"x{i}", 0) for i in range(1_000_000)])
    yield "a million relationships", REFUSED, workbook(
        {"xl/_rels/workbook.xml.rels": relationships((f"rId{i}", "worksheet", "worksheets/sheet1.xml") for i in range(1_000_000))})
    yield "a million names", REFUSED, workbook({"xl/workbook.xml": text(
        f'<workbook xmlns="{MAIN}"><sheets/><definedNames>' + "".join(f'<definedName name="n{i}">A!$A${i}</definedName>' for i in range(1_000_000)) + "</definedNames></workbook>")})
    yield "two million merged ranges", REFUSED, workbook({SHEET: text(
        f'<worksheet xmlns="{MAIN}"><sheetData/><mergeCells>' + '<mergeCell ref="A1:B2"/>' * 2_000_000 + "</mergeCells></worksheet>")})
    yield "16,384 times all columns hidden", 1, workbook({SHEET: text(
        f'<worksheet xmlns="{MAIN}"><cols>' + '<col min="1" max="16384" hidden="1"/>' * 16_384 + '</cols><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>')})
    yield "a million elements inside each other", REFUSED, workbook({SHEET: text("<worksheet>" + "<a>" * 1_000_000)})
    yield "a million elements inside each other, closed", REFUSED, workbook({"xl/workbook.xml": text("<workbook>" + "<a>" * 1_000_000 + "</a>" * 1_000_000 + "</workbook>")})
    yield "entities that multiply", REFUSED, workbook({SST: text(
        '<!DOCTYPE sst [<!ENTITY a "' + "x" * 1000 + '">' + "".join(f'<!ENTITY a{i} "' + f"&a{i - 1 if i else ''};" * 10 + '">' for i in range(9)) + "]><sst><si><t>&a8;</t></si></sst>")})
    yield "an entity that is a file", REFUSED, workbook({SHEET: text('<!DOCTYPE worksheet [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>')})
    quotes = "&quot;" * 60_000
    yield "nested quotes in a shared formula of a million cells", REFUSED, workbook({SHEET: sheet(
        f'<row><c><f t="shared" ref="A1:A1000000" si="0">{quotes}</f></c></row>' + '<row><c><f t="shared" si="0"/></c></row>' * 1_000_000)})
    yield "nested quotes in an attribute", REFUSED, workbook({SHEET: text("<worksheet a='" + "\"'" * 500_000 + "/>")})
    yield "relationships in a circle", REFUSED, workbook({
        "xl/_rels/workbook.xml.rels": relationships([("rId1", "worksheet", "workbook.xml"), ("rId3", "sharedStrings", "workbook.xml")])})
    yield "a package that is its own workbook", REFUSED, workbook({"_rels/.rels": relationships([("rId1", "officeDocument", "_rels/.rels")])})
    yield "names that lead out of the folder", 1, workbook({
        "../../../../tmp/fordel-hostile": text("x"), "/etc/fordel-hostile": text("x"),
        "xl/_rels/workbook.xml.rels": relationships([("rId1", "worksheet", "../../../../xl/worksheets/sheet1.xml")])})
    yield "targets that lead out of the folder", REFUSED, workbook({
        "xl/_rels/workbook.xml.rels": relationships([("rId1", "worksheet", "../../../../../etc/passwd")])})
    yield "two entries on the same bytes", 2, workbook(
        {"xl/_rels/workbook.xml.rels": relationships([("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "worksheet", "worksheets/sheet2.xml")])},
        sheets='<sheet name="A" sheetId="1" r:id="rId1"/><sheet name="B" sheetId="2" r:id="rId2"/>', repeat=[("xl/worksheets/sheet2.xml", 3)])
    yield "entries inside each other", REFUSED, overlapping()
    yield "a part twice, differently", REFUSED, archive([
        ("_rels/.rels", relationships([("rId1", "officeDocument", "xl/workbook.xml")])), ("xl/workbook.xml", text("<workbook/>")),
        ("xl/workbook.xml", text("<workbook><sheets/></workbook>"))])
    yield "a directory that states 4 billion entries", REFUSED, workbook()[:-22] + struct.pack(
        "<IHHHHIIH", 0x06054B50, 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFF0, 0, 0)
    yield from hostile_spreadsheets()
    yield "half a file", REFUSED, workbook({SHEET: sheet("".join(f"<row><c><v>{i}</v></c></row>" for i in range(10_000)))})[:20_000]


def hostile_spreadsheets():
    """The same for OpenDocument spreadsheets, whose repeats let a few bytes claim any number of cells."""
    def row(cells, rows=1):
        return f'<table:table-row table:number-rows-repeated="{rows}">{cells}</table:table-row>'

    def cell(times, inside=""):
        return f'<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="{times}">{inside}</table:table-cell>'
    head, tail = ODS_HEAD.encode(), ODS_TAIL.encode()
    empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    yield "ods: 17 billion cells in a few bytes", REFUSED, spreadsheet(row(cell(16_384), 1_048_576))
    yield "ods: half a million repeated cells", 500_000, spreadsheet(row(cell(500), 1000))
    yield "ods: a little more than half a million repeated cells", REFUSED, spreadsheet(row(cell(1000), 400) + row(cell(1000), 102))
    yield "ods: a column of 1,048,576 repeated cells", REFUSED, spreadsheet(row(ODS_ONE, 1_048_576))
    yield "ods: a repeat of 10^19", REFUSED, spreadsheet(row(cell(10**19)))
    yield "ods: empty rows repeated 10^11 times, a thousand times over", 0, spreadsheet(row(empty, 10**11) * 1000)
    yield "ods: a repeat that is no number", REFUSED, spreadsheet(row(cell("to")))
    yield "ods: padding to the last row and column of 200 sheets", 200, spreadsheet(
        before=("<table:table>" + row(ODS_ONE + empty) + row(empty, 1_048_575) + "</table:table>") * 200)
    yield "ods: a sheet spread over everything by spans", 1, spreadsheet(row(
        f'{ODS_ONE[:-2]} table:number-columns-spanned="99999999" table:number-rows-spanned="99999999"/>'))
    yield "ods: two million merges over the whole sheet", REFUSED, spreadsheet(row(
        f'{ODS_ONE[:-2]} table:number-columns-spanned="9" table:number-rows-spanned="99999999"/>' * 9000, 1) * 250)
    yield "ods: a text of 10^12 blanks", REFUSED, spreadsheet(row('<table:table-cell><text:p><text:s text:c="1000000000000"/></text:p></table:table-cell>'))
    yield "ods: a text of many blanks", REFUSED, spreadsheet(row(
        "<table:table-cell><text:p>" + '<text:s text:c="1000000"/>' * 100_000 + "</text:p></table:table-cell>"))
    yield "ods: 10 GiB of empty cells, stated as 500 MiB", REFUSED, spreadsheet(
        content=bomb(head + b"<table:table-row>", b"<table:table-cell/>" * (1 << 15), 17000, b"</table:table-row>" + tail, size=500 << 20))
    yield "ods: a million elements inside each other", REFUSED, spreadsheet("<table:table-row-group>" * 1_000_000)
    yield "ods: styles in a circle", 1, spreadsheet(row(f'{ODS_ONE[:-2]} table:style-name="a"/>'), automatic="".join(
        f'<style:style style:name="{a}" style:family="table-cell" style:parent-style-name="{b}"/>' for a, b in ("ab", "ba")))
    yield "ods: a number format of 100 MiB", REFUSED, spreadsheet(automatic='<number:number-style style:name="N">' + (
        "<number:text>" + "x" * 1000 + "</number:text>") * 100_000 + "</number:number-style>")
    yield "ods: a million styles and their million formats", REFUSED, spreadsheet(automatic="".join(
        f'<style:style style:name="c{i}" style:family="table-cell"/><number:number-style style:name="N{i}"/>' for i in range(600_000)))
    yield "ods: a DOCTYPE", REFUSED, spreadsheet(content=text('<!DOCTYPE x [<!ENTITY a "b">]>' + ODS_HEAD + ODS_TAIL))
    yield "ods: encrypted", REFUSED, spreadsheet(row(ODS_ONE), **{"META-INF/manifest.xml": text(
        f'<manifest:manifest {ODS_NAMES}><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>')})
    yield "ods: another document inside", REFUSED, spreadsheet(content=text(
        f"<office:document-content {ODS_NAMES}><office:body><office:text/></office:body></office:document-content>"))
    yield "ods: cut off", REFUSED, spreadsheet(content=text(ODS_HEAD + row(ODS_ONE)))


def pages():
    """(name, how many cells come out or REFUSED, the page): they are read as pages by their content."""
    yield "a page of forty thousand cells", 40_000, b"<table>" + b"<tr><td>1<td>2" * 20_000
    yield "a page of a million cells", REFUSED, b"<table>" + b"<tr><td>1<td>2" * 500_000
    yield "a page of tables inside each other without end", REFUSED, b"<table><tr><td>" * 500_000
    yield "a page of a million open letters", 1, b"<table><tr><td>1<td>" + b"<b>" * 1_000_000
    yield "a page of cells over a thousand columns", REFUSED, b"<table><tr>" + b"<td colspan=1000>1" * 500_000
    yield "a page of cells over all rows", REFUSED, b"<table><tr>" + b"<td rowspan=0>1" * 20_000
    yield "a page of rows below cells over all rows", REFUSED, (
        b"<table>" + b"".join(b"<tr>" + b"<td>" * i + b"<td rowspan=60000>" for i in range(500)) + b"<tr><td>1" * 500_000)
    yield "a page of a comment without end", 0, b"<table></table><!--" + b"<!" * 2_000_000
    yield "a page of end tags", 0, b"<table></table>" + b"</p></b></td>" * 500_000
    yield "a page of entities", 1, b"<table><tr><td>" + b"&am" * 1_000_000 + b"<td>"
    yield "a page of attributes", 1, b"<table><tr><td " + b"a=1 " * 1_000_000 + b">1<td>"
    yield "a page of style rules", 1, b"<style>" + b".a{display:none}" * 300_000 + b"</style><table><tr><td>1<td></table>"


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_HEAD = f'<w:document xmlns:w="{WORD}"><w:body>'
WORD_TAIL = "</w:body></w:document>"


def word(body=None, content=None, **changes):
    """An ordinary Word file of the given body, or with a main part that was made otherwise."""
    parts = {
        "_rels/.rels": relationships([("rId1", "officeDocument", "word/document.xml")]),
        "word/document.xml": content or text(WORD_HEAD + (body or "") + WORD_TAIL),
    }
    parts.update(changes)
    return archive(list(parts.items()))


def open_text(body=None, content=None):
    """An ordinary OpenDocument text of the given body, or with a content that was made otherwise."""
    head = f'<office:document-content {ODS_NAMES}><office:body><office:text>'
    tail = "</office:text></office:body></office:document-content>"
    return archive([("mimetype", text("application/vnd.oasis.opendocument.text")),
                    ("content.xml", content(head, tail) if content else text(head + (body or "") + tail))])


def documents():
    """(ending, name, how many cells come out, REFUSED or any, the file) of Word files and OpenDocument texts."""
    cell = "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>"
    row = f"<w:tr>{cell * 2}</w:tr>"
    head, tail = WORD_HEAD.encode(), WORD_TAIL.encode()
    yield ".docx", "word: 10 GiB of blanks, stated as 500 MiB", REFUSED, word(
        content=bomb(head, BLANKS, 10 * 1024, tail, size=500 << 20))
    yield ".docx", "word: 10 GiB of paragraphs, stated as 500 MiB", REFUSED, word(
        content=bomb(head, repeated(b"<w:p/>"), 27_000, tail, size=500 << 20))
    yield ".docx", "word: a million elements inside each other", REFUSED, word("<w:sdt><w:sdtContent>" * 500_000)
    yield ".docx", "word: tables inside each other without end", REFUSED, word("<w:tbl><w:tr><w:tc>" * 300_000)
    yield ".docx", "word: a million runs in a cell", ANY, word(
        f'<w:tbl><w:tr><w:tc><w:p>{"<w:r><w:t>1</w:t></w:r>" * 1_000_000}</w:p></w:tc></w:tr></w:tbl>')
    yield ".docx", "word: a table of 200,000 rows", ANY, word(f"<w:tbl>{row * 200_000}</w:tbl>")
    yield ".docx", "word: cells over a thousand million columns", ANY, word(
        "<w:tbl>" + '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p/></w:tc></w:tr>' * 1000 + "</w:tbl>")
    yield ".docx", "word: a million tracked changes", ANY, word(
        "<w:p>" + '<w:ins w:id="1"><w:r><w:t>1</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>2</w:delText></w:r></w:del>' * 300_000 + "</w:p>")
    yield ".docx", "word: a DOCTYPE", REFUSED, word(content=text('<!DOCTYPE x [<!ENTITY a "b">]>' + WORD_HEAD + WORD_TAIL))
    yield ".docx", "word: cut off", REFUSED, word(content=text(WORD_HEAD + f"<w:tbl>{row}"))
    yield ".docx", "word: half a file", REFUSED, word(f"<w:tbl>{row * 500}</w:tbl>")[:-100]
    yield ".odt", "odt: 10 GiB of paragraphs, stated as 500 MiB", REFUSED, open_text(content=lambda start, end: bomb(
        start.encode(), repeated(b"<text:p/>"), 18_000, end.encode(), size=500 << 20))
    yield ".odt", "odt: a million elements inside each other", REFUSED, open_text("<text:section>" * 1_000_000)
    yield ".odt", "odt: a table of 10^10 repeated cells", ANY, open_text(
        '<table:table><table:table-row table:number-rows-repeated="1000000"><table:table-cell '
        'table:number-columns-repeated="10000"><text:p>1</text:p></table:table-cell></table:table-row></table:table>')
    yield ".odt", "odt: a text of 10^12 blanks", ANY, open_text('<text:p><text:s text:c="1000000000000"/></text:p>')
    yield ".odt", "odt: a table of 200,000 rows", ANY, open_text(
        "<table:table>" + "<table:table-row><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row>" * 200_000
        + "</table:table>")


def overlapping():
    """As in D. Fifield's bomb: 200 sheets, each of whose packed data begins with a stored block that quotes the next one's header."""
    kernel = bomb(HEAD, repeated(b"<row/>"), 100, TAIL)
    ordinary = [("_rels/.rels", relationships([("r", "officeDocument", "xl/workbook.xml")])),
                ("xl/workbook.xml", text(f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>' + "".join(
                    f'<sheet name="A{i}" sheetId="{i + 1}" r:id="r{i}"/>' for i in range(200)) + "</sheets></workbook>")),
                ("xl/_rels/workbook.xml.rels", relationships((f"r{i}", "worksheet", f"s{i}.xml") for i in range(200)))]
    data, size, blocks = kernel.packed, kernel.size, []
    for index in reversed(range(200)):
        name = f"xl/s{index}.xml".encode()
        header = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 33, 0, len(data), size, len(name), 0) + name
        blocks.append((name, len(data), size, header))
        quoted = header
        data = struct.pack("<BHH", 0, len(quoted), 0xFFFF ^ len(quoted)) + quoted + data
        size += len(quoted)
    body = archive(ordinary)
    end = body.rindex(b"PK\x05\x06")
    first = struct.unpack("<I", body[end + 16:end + 20])[0]
    directory, local, place = body[first:end], b"", first
    name, packed, size, header = blocks[-1]
    local = header + data[5 + len(header):]
    position = first
    for name, packed, size, header in reversed(blocks):
        directory += struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 8, 0, 33, 0, packed, size, len(name), 0, 0, 0, 0, 0, position) + name
        position += len(header) + 5
    local += bytes(64)
    return body[:first] + local + directory + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 203, 203, len(directory), first + len(local), 0)


def measure(fordel, path):
    """Exit status, cells, the words, seconds, and the largest memory in MiB."""
    started = time.monotonic()
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as words:
        child = subprocess.Popen([*fordel, "grid", str(path), "--format", "count"], stdout=output, stderr=words,
                                 preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (60, 60)))
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - started
        output.seek(0)
        words.seek(0)
        found = dict(item.split("=", 1) for item in output.read().decode().split() if "=" in item)
        return child.returncode, found.get("cells"), words.read().decode(errors="replace").strip(), seconds, usage.ru_maxrss / 1024


def make(folder):
    """Writes the files, and beside each its name and outcome."""
    files = [(".xlsx", *file) for file in hostile()] + [(".html", *file) for file in pages()]
    files += list(documents())
    for number, (ending, name, expected, data) in enumerate(files):
        path = folder / f"{number:02}{ending}"
        path.write_bytes(data)
        path.with_suffix(".json").write_text(json.dumps([name, expected]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fordel", required=True, help="the command, which may have several words")
    parser.add_argument("--keep", type=Path, help="a folder to keep the files in")
    options = parser.parse_args()
    wrong, slowest, largest, count = 0, 0, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        folder = options.keep or Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        # A child counts its parent's memory as its own until it begins to run, so the files are made by another child.
        maker = multiprocessing.get_context("fork").Process(target=make, args=(folder,))
        maker.start()
        maker.join()
        for path in sorted(p for p in folder.iterdir() if p.suffix != ".json"):
            name, expected = json.loads(path.with_suffix(".json").read_text())
            status, cells, words, seconds, memory = measure(options.fordel.split(), path)
            is_right = status in (0, 65) if expected == ANY else status == 65 and len(words) > 0 if expected is REFUSED else status == 0 and cells == str(expected)
            wrong += not is_right
            count += 1
            slowest, largest = max(slowest, seconds), max(largest, memory)
            outcome = f"exit {status}: {words[-150:]}" if status else f"{cells} cells"
            print(f"{'ok   ' if is_right else 'WRONG'} {seconds:6.2f} s {memory:6.1f} MiB  {name}: {outcome}", flush=True)
    for leak in ("/tmp/fordel-hostile", "/etc/fordel-hostile"):
        if os.path.exists(leak):
            print(f"WRONG: {leak} was written")
            wrong += 1
    print(f"{count} hostile files, {wrong} wrong outcomes; slowest {slowest:.2f} s, largest {largest:.1f} MiB")
    sys.exit(1 if wrong or count == 0 else 0)


if __name__ == "__main__":
    main()
