import Spreadsheet
import TestSupport
import Testing

/// Workbooks that are peculiar in their parts, names and namespaces. All hold `A1` 1 and `B1` the shared text
/// `Udvalg`.
@Suite struct `Peculiar packages` {
  private static let rows = #"<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>"#
  private static let plain = HandMade(rows: rows, strings: "<si><t>Udvalg</t></si>")
  private static let expected = "A1 number 1\nB1 text Udvalg"
  private static let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
  private static let strictOffice = "http://purl.oclc.org/ooxml/officeDocument/relationships"

  /// The plain workbook, changed by `change`.
  private static func changed(_ change: (inout HandMade) -> Void) -> HandMade {
    var workbook = plain
    change(&workbook)
    return workbook
  }

  private static func relationships(sheet: String, strings: String = "sharedStrings.xml") -> String {
    HandMade.relationships([
      ("rId1", "worksheet", sheet), ("rId2", "styles", "styles.xml"), ("rId3", "sharedStrings", strings),
    ])
  }

  static let peculiar: [(name: String, workbook: HandMade)] = [
    ("nothing peculiar", plain),
    (
      "every element with a prefix",
      changed {
        $0.parts["xl/workbook.xml"] =
          #"<x:workbook xmlns:x="\#(HandMade.main)" xmlns:q="\#(HandMade.office)"><x:sheets><x:sheet name="A" sheetId="1" q:id="rId1"/></x:sheets></x:workbook>"#
        $0.parts["xl/worksheets/sheet1.xml"] =
          #"<x:worksheet xmlns:x="\#(HandMade.main)"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c><x:c r="B1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>"#
        $0.parts["xl/sharedStrings.xml"] =
          #"<ns0:sst xmlns:ns0="\#(HandMade.main)"><ns0:si><ns0:r><ns0:t>Udvalg</ns0:t></ns0:r></ns0:si></ns0:sst>"#
        $0.parts["_rels/.rels"] =
          #"<p:Relationships xmlns:p="x"><p:Relationship Id="a" Type="\#(HandMade.office)/officeDocument" Target="xl/workbook.xml"/></p:Relationships>"#
      }
    ),
    (
      "strict",
      changed {
        $0.parts["_rels/.rels"] = HandMade.relationships([("rId1", "officeDocument", "xl/workbook.xml")])
          .replacing(HandMade.office, with: strictOffice)
        $0.parts["xl/_rels/workbook.xml.rels"] = relationships(sheet: "worksheets/sheet1.xml").replacing(
          HandMade.office, with: strictOffice)
        $0.parts["xl/workbook.xml"] =
          #"<workbook xmlns="\#(strict)" xmlns:r="\#(strictOffice)" conformance="strict"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#
        $0.parts["xl/worksheets/sheet1.xml"] = HandMade.sheet(rows).replacing(HandMade.main, with: strict)
        $0.parts["xl/sharedStrings.xml"] = #"<sst xmlns="\#(strict)"><si><t>Udvalg</t></si></sst>"#
      }
    ),
    (
      "absolute targets",
      changed {
        $0.parts["xl/_rels/workbook.xml.rels"] = relationships(
          sheet: "/xl/worksheets/sheet1.xml", strings: "/xl/sharedStrings.xml")
      }
    ),
    (
      "targets that forgot the slash",
      changed { $0.parts["xl/_rels/workbook.xml.rels"] = relationships(sheet: "xl/worksheets/sheet1.xml") }
    ),
    (
      "targets with dots",
      changed {
        $0.parts["xl/_rels/workbook.xml.rels"] = relationships(sheet: "./../xl/./worksheets//sheet1.xml")
      }
    ),
    (
      "targets with backslashes",
      changed { $0.parts["xl/_rels/workbook.xml.rels"] = relationships(sheet: #"worksheets\sheet1.xml"#) }
    ),
    (
      "targets in another letter case",
      changed { $0.parts["xl/_rels/workbook.xml.rels"] = relationships(sheet: "Worksheets/Sheet1.XML") }
    ),
    (
      "targets with escapes",
      changed {
        $0.parts["xl/_rels/workbook.xml.rels"] = relationships(sheet: "worksheets/Ark%20%C3%85.xml")
        $0.entryNames["xl/worksheets/sheet1.xml"] = "xl/worksheets/Ark Å.xml"
      }
    ),
    (
      "entries with escapes",
      changed {
        $0.parts["xl/_rels/workbook.xml.rels"] = relationships(sheet: "worksheets/Ark%201.xml")
        $0.entryNames["xl/worksheets/sheet1.xml"] = "xl/worksheets/Ark%201.xml"
      }
    ),
    (
      "entries with backslashes",
      changed {
        for part in plain.allParts { $0.entryNames[part.name] = part.name.replacing("/", with: #"\"#) }
      }
    ),
    (
      "entries with a leading slash",
      changed { for part in plain.allParts { $0.entryNames[part.name] = "/" + part.name } }
    ),
    (
      "entries in capitals",
      changed { for part in plain.allParts { $0.entryNames[part.name] = part.name.uppercased() } }
    ),
    (
      "everything in the top folder",
      changed {
        for part in plain.allParts {
          $0.entryNames[part.name] = part.name.split(separator: "/").last.map(String.init)
        }
        $0.entryNames["_rels/.rels"] = "_rels/.rels"
        $0.entryNames["xl/_rels/workbook.xml.rels"] = "_rels/workbook.xml.rels"
        $0.parts["_rels/.rels"] = HandMade.relationships([("rId1", "officeDocument", "/workbook.xml")])
        $0.parts["xl/_rels/workbook.xml.rels"] = relationships(sheet: "sheet1.xml")
      }
    ),
    (
      "a workbook by another name",
      changed {
        $0.parts["_rels/.rels"] = HandMade.relationships([("rId1", "officeDocument", "xl/bog.xml")])
        $0.entryNames["xl/workbook.xml"] = "xl/bog.xml"
        $0.entryNames["xl/_rels/workbook.xml.rels"] = "xl/_rels/bog.xml.rels"
      }
    ),
    ("no package relationships", changed { $0.missing = ["_rels/.rels", "[Content_Types].xml"] }),
    (
      "no relationship to the shared strings",
      changed {
        $0.parts["xl/_rels/workbook.xml.rels"] = HandMade.relationships([
          ("rId1", "worksheet", "worksheets/sheet1.xml")
        ])
      }
    ),
    (
      "a relationship to shared strings that are elsewhere",
      changed {
        $0.parts["xl/_rels/workbook.xml.rels"] = relationships(
          sheet: "worksheets/sheet1.xml", strings: "tekster.xml")
      }
    ),
    (
      "relationships to the web",
      changed {
        $0.parts["xl/_rels/workbook.xml.rels"] = relationships(sheet: "worksheets/sheet1.xml")
          .replacing(
            "</Relationships>",
            with:
              #"<Relationship Id="rId9" Type="x/hyperlink" Target="http://a/b?c=%zz" TargetMode="External"/></Relationships>"#
          )
      }
    ),
    (
      "wrong counts of shared strings",
      changed {
        $0.parts["xl/sharedStrings.xml"] =
          #"<sst xmlns="\#(HandMade.main)" count="7" uniqueCount="0"><si><t>Udvalg</t></si></sst>"#
      }
    ),
    (
      "a shared string in runs",
      changed {
        $0.parts["xl/sharedStrings.xml"] =
          "<sst><si><r><rPr><b/></rPr><t>Ud</t></r><r/><r><t>valg</t></r></si></sst>"
      }
    ),
    (
      "a plain text and runs",
      changed { $0.parts["xl/sharedStrings.xml"] = "<sst><si><t>Ud</t><r><t>valg</t></r></si></sst>" }
    ),
    (
      "a shared string with phonetic runs",
      changed {
        $0.parts["xl/sharedStrings.xml"] =
          "<sst><si><t>Udvalg</t><rPh sb='0' eb='1'><t>x</t></rPh></si><extLst><si><t>y</t></si></extLst></sst>"
      }
    ),
    (
      "a byte order mark",
      changed {
        $0.rawParts["xl/sharedStrings.xml"] =
          [0xEF, 0xBB, 0xBF] + Array("<?xml version='1.0'?><sst><si><t>Udvalg</t></si></sst>".utf8)
      }
    ),
    (
      "white space before the declaration",
      changed {
        $0.parts["xl/sharedStrings.xml"] = "\n <?xml version='1.0'?><sst><si><t>Udvalg</t></si></sst>\n"
      }
    ),
    (
      "a label that is wrong",
      changed {
        $0.parts["xl/sharedStrings.xml"] =
          "<?xml version='1.0' encoding='utf-16'?><sst><si><t>Udvalg</t></si></sst>"
      }
    ),
    (
      "UTF-16 with a mark, little end first",
      changed {
        $0.rawParts["xl/sharedStrings.xml"] = utf16(
          "<?xml version='1.0' encoding='UTF-16'?><sst><si><t>Udvalg</t></si></sst>", mark: true,
          bigEndian: false)
      }
    ),
    (
      "UTF-16 with a mark, big end first",
      changed {
        $0.rawParts["xl/sharedStrings.xml"] = utf16(
          "<sst><si><t>Udvalg</t></si></sst>", mark: true, bigEndian: true)
      }
    ),
    (
      "UTF-16 without a mark",
      changed {
        $0.rawParts["xl/sharedStrings.xml"] = utf16(
          "<?xml version='1.0'?><sst><si><t>Udvalg</t></si></sst>", mark: false, bigEndian: false)
      }
    ),
    (
      "every part in UTF-16",
      changed {
        for part in plain.allParts {
          $0.rawParts[part.name] = utf16(
            String(decoding: part.data, as: UTF8.self), mark: true, bigEndian: true)
        }
      }
    ),
    (
      "ISO-8859-1",
      changed {
        $0.parts["xl/sharedStrings.xml"] =
          "<?xml version='1.0' encoding='ISO-8859-1'?><sst><si><t>Udvalg</t></si></sst>"
      }
    ),
    (
      "alternate content beside the sheets",
      changed {
        $0.parts["xl/workbook.xml"] =
          #"<workbook xmlns="\#(HandMade.main)" xmlns:r="\#(HandMade.office)" xmlns:mc="m"><mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="C:\"/></mc:Choice></mc:AlternateContent><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#
      }
    ),
    (
      "other entries",
      changed {
        $0.parts["xl/vbaProject.bin"] = "x"; $0.parts["xl/calcChain.xml"] = "<calcChain><c r='A1'/>";
        $0.parts["docProps/app.xml"] = ""
      }
    ),
    (
      "the same part twice",
      changed {
        $0.parts["xl/kopi.xml"] = HandMade.sheet(rows);
        $0.entryNames["xl/kopi.xml"] = "xl/worksheets/sheet1.xml"
      }
    ),
  ]

  private static func utf16(_ text: String, mark: Bool, bigEndian: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  @Test(arguments: peculiar)
  func `come out as any other`(name: String, workbook: HandMade) throws {
    #expect(try workbook.grid() == `Peculiar packages`.expected)
  }

  @Test(arguments: [("data descriptors", ZipBuilder.Flaw.dataDescriptors), ("ZIP64", .zip64)])
  func `come out from any kind of ZIP file`(name: String, flaw: ZipBuilder.Flaw) throws {
    #expect(
      Grid.text(try XLSXReader.read(bytes: `Peculiar packages`.plain.bytes(flaw: flaw)))
        == `Peculiar packages`.expected)
  }

  @Test func `come out from between other bytes`() throws {
    let others = [UInt8](repeating: 0x20, count: 100)
    let bytes = `Peculiar packages`.plain.bytes()
    #expect(Grid.text(try XLSXReader.read(bytes: bytes + others)) == `Peculiar packages`.expected)
    #expect(Grid.text(try XLSXReader.read(bytes: others + bytes)) == `Peculiar packages`.expected)
    #expect(Grid.text(try XLSXReader.read(bytes: others + bytes + others)) == `Peculiar packages`.expected)
  }

  @Test func `characters of other encodings come out as themselves`() throws {
    var workbook = HandMade(rows: #"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#, strings: "")
    workbook.rawParts["xl/sharedStrings.xml"] =
      Array("<?xml version='1.0' encoding='windows-1252'?><sst><si><t>".utf8) + [
        0xC6, 0xD8, 0xE5, 0x80, 0x96,
      ]
      + Array("</t></si></sst>".utf8)
    #expect(try workbook.grid() == "A1 text ÆØå€–")
    workbook.rawParts["xl/sharedStrings.xml"] = `Peculiar packages`.utf16(
      "<sst><si><t>Æ😀€</t></si></sst>", mark: true, bigEndian: false)
    #expect(try workbook.grid() == "A1 text Æ😀€")
  }
}
