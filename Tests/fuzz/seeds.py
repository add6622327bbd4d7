#!/usr/bin/env python3
"""Put what fuzzing begins with into a folder: the parts of the sample workbooks, the smallest workbooks, lines of CSV, amounts.

    seeds.py FOLDER
"""
import io
import sys
import zipfile
from pathlib import Path

CELLS = [
    '<row r="1"><c r="A1" s="3" t="s"><v>1</v></c><c r="B1"><v>-12.5</v></c><c r="C1" t="inlineStr"><is><t>tekst</t></is></c></row>',
    '<row><c><v>1E-7</v></c><c t="str"><f>A1&amp;"x"</f><v>a_x000D_b</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c></row>',
    '<row r="2" hidden="1"><c r="B2"><f t="shared" ref="B2:B3" si="0">$A1+SUM(A:A)</f><v>1</v></c></row><row><c r="B3"><f t="shared" si="0"/></c></row>',
    '<row r="9"><c r="A9" t="d"><v>2022-01-14T08:30:00Z</v></c><!-- x --><c r="B9" t="str"><v><![CDATA[a<b]]></v></c></row>',
]
ODS = [
    '<table:table-row><table:table-cell table:style-name="c" office:value-type="float" office:value="-12.5" table:number-columns-repeated="2"/></table:table-row>',
    '<table:table-column table:visibility="collapse"/><table:table-row table:number-rows-repeated="3"><table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>a<text:s text:c="2"/><text:span text:style-name="t">1</text:span></text:p></table:table-cell><table:covered-table-cell/></table:table-row>',
    '<table:table-row-group table:display="false"><table:table-row><table:table-cell table:formula="of:=SUM([.A1:.B2];1)" office:value-type="time" office:time-value="PT08H30M00S"/></table:table-row></table:table-row-group>',
    '<table:table-row><table:table-cell office:value-type="date" office:date-value="2022-01-14"><office:annotation><text:p>x</text:p></office:annotation></table:table-cell><table:table-cell office:value-type="boolean" office:boolean-value="true"/></table:table-row>',
]
CSV = ["Forslag;Titel;Beløb\nBC04;\"Bedre; udnyttelse\";-1.275,5\n", "a,b\r\n\"x \"\"y\"\"\",1\r\n", "sep=;\n1;2;3\n4;5\n", "a\tb\n\"åben\n"]
AMOUNTS = ["-1.275", "1 275,50", "(1.275)", "1.275-", "−3.000 t.kr.", "½", "- ", "0,97", "1.275 kr.", "+5", "1.27", "-2. 750", "1.111+08"]
PRINTED = [
    "Titel: BC04 Nye\nTabel 1. Samlet\n1.000 kr. 2023 p/l Styringsområde\n2022 2023 2024\nVarige\nDrift - 200 490\nHus gade\n11 -1 - 2\nSamlet Service 1.40\n0 2 3\nSamlet økonomisk 1 2 3\nTil 6 år\n",
    "Tabel A\nUdvalg 1.000 kr. Bevilling\n2022 2023\nSocial-\nudvalget Besparelse 3641, 588 -3.781\nOmkostninger\nTotal Besparelse 1 2\nHvem er hørt?\nKoncern IT Ja 3. januar 2022\n",
    '<page width="595" height="842">\n<word xMin="10" yMin="90" xMax="40" yMax="99">2022</word>\n<word xMin="60" yMin="90" xMax="90" yMax="99">2023</word>\n<word xMin="60" yMin="110" xMax="90" yMax="119">-1</word>\n',
]
PASTED = {
    "html": ["<p>Tabel 1</p><table><caption>Tabel 1</caption><thead><tr><th rowspan=2>1.000 kr.<th colspan=2>kr.</thead><tr><td x:num=\"1\">2022<td>2023<tr><td>a<td><s>1</s>&nbsp;2<br>3<td style=\"display:none\">4<tfoot><tr><td>i alt<td>-5</table>",
             "<style>.a{mso-hide:all}</style><!--[if gte mso 9]>x<![endif]--><table><tr><td class=a>Tabel 2<td><table><tr><td>&#8722;1</table></table>"],
    "markdown": ["# Tabel 1\n\n| 1.000 kr. | 2022 | 2023 |\n|---|---:|:-:|\n| a \\| b | **-1** | ~~2~~ |\n\n- [x] Socialforvaltningen\n\na\t1\t2\nb\t3\t4\n<b>c</b>\t5\n",
                 "+---+---+\n| a | 1 |\n+===+===+\n| b | `2` |\n+---+---+\n"],
    "tabs": ["Tabel 1\n1.000 kr.\t2022\t2023\na\t1\t2\n\nb\t3\t\"4\n5\"\nTabel 2\t\t\nc\t-\t\n"],
}
VALUES = ["1275.0999999999999", "-1.5E-3", "A1:$B$7", "2022-01-14T08:30:00.5Z", "[$-406]d. mmmm yyyy;@", "[h]:mm", "_x000D_", "SUM($A1,'A1'!B2:C$3)", "../x%20y",
          "PT08H30M00.5S", "of:=SUM([$'A.b'.B2:.C3];{1;2|3})"]


def main(folder):
    def put(target, name, data):
        place = folder / target
        place.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(data)

    for number, text in enumerate(PRINTED):
        put("printed", f"text{number}", text.encode())
    for target, texts in PASTED.items():
        for number, text in enumerate(texts):
            put(target, f"text{number}", text.encode())
    names = " ".join(f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for p, n in (
        ("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("number", "datastyle")))
    styles = ('<number:percentage-style style:name="N"><number:number number:decimal-places="0"/><number:text>%</number:text></number:percentage-style>'
              '<style:style style:name="c" style:family="table-cell" style:data-style-name="N"/><style:style style:name="t" style:family="text">'
              '<style:text-properties style:text-line-through-style="solid"/></style:style>')
    for number, rows in enumerate(ODS):
        put("ods", f"cells{number}", (f"<office:document {names}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>"
            f'<table:table table:name="A">{rows}</table:table></office:spreadsheet></office:body></office:document>').encode())
    for number, rows in enumerate(CELLS):
        sheet = f'<?xml version="1.0"?><worksheet xmlns="x"><cols><col min="2" max="3" hidden="1"/></cols><sheetData>{rows}</sheetData></worksheet>'.encode()
        put("sheet", f"cells{number}", sheet)
        put("tokenizer", f"cells{number}", sheet)
        put("tokenizer", f"utf16-{number}", sheet.decode().encode("utf-16"))
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED if number % 2 else zipfile.ZIP_DEFLATED) as book:
            relation = '<Relationships><Relationship Id="{}" Type="x/{}" Target="{}"/></Relationships>'
            book.writestr("_rels/.rels", relation.format("a", "officeDocument", "b.xml"))
            book.writestr("b.xml", '<workbook><sheets><sheet name="A" id="r"/></sheets></workbook>')
            book.writestr("_rels/b.xml.rels", relation.format("r", "worksheet", "s.xml"))
            book.writestr("s.xml", sheet)
            book.writestr("sharedStrings.xml", "<sst><si><t>a</t></si><si><t>b</t></si></sst>")
        put("workbook", f"book{number}", packed.getvalue())
    put("strings", "plain", b"<sst><si><t>Udvalg</t></si><si><t>a_x000D_b</t></si><si><r><t>x</t></r><rPh><t>y</t></rPh></si><si/></sst>")
    for path in sorted(Path("samples").rglob("*.xlsx")):
        with zipfile.ZipFile(path) as book:
            for part in book.infolist():
                if part.filename.endswith((".xml", ".rels")):
                    data = book.read(part)[:1024]
                    put("tokenizer", f"{path.stem}-{part.filename.replace('/', '-')}", data)
                    if "sharedStrings" in part.filename:
                        put("strings", path.stem, data)
                    if "sheets/" in part.filename:
                        put("sheet", f"{path.stem}-{part.filename.replace('/', '-')}", data)
    for target, texts in (("csv", CSV), ("amount", AMOUNTS), ("values", VALUES)):
        for number, text in enumerate(texts):
            put(target, str(number), text.encode())
    put("csv", "windows", CSV[0].encode("windows-1252"))
    put("csv", "utf16", CSV[0].encode("utf-16"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
