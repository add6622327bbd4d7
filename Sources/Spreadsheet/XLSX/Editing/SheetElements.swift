/// The order in which the schema wants the children of elements that are added to.
enum SchemaOrder {
  /// The children of `worksheet`.
  static let worksheet = [
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
    "sheetProtection", "protectedRanges",
    "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr",
    "conditionalFormatting",
    "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks",
    "colBreaks",
    "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing",
    "legacyDrawingHF", "drawingHF", "picture",
    "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
  ]
  /// The children of `workbook`.
  static let workbook = [
    "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups",
    "externalReferences",
    "definedNames", "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes",
    "webPublishing",
    "fileRecoveryPr", "webPublishObjects", "extLst",
  ]
  /// The children of `styleSheet`.
  static let styles = [
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles",
    "colors", "extLst",
  ]
}

/// The kinds of parts that marking adds.
enum PartType {
  private static let office = "application/vnd.openxmlformats-officedocument."
  static let worksheet = office + "spreadsheetml.worksheet+xml"
  static let comments = office + "spreadsheetml.comments+xml"
  static let styles = office + "spreadsheetml.styles+xml"
  static let drawing = office + "vmlDrawing"
}
