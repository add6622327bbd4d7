import Spreadsheet
import Foundation

/// Reads workbooks down to typed values: exact numbers, dates, texts.
enum ReadBenchmark {
  /// `read whole|rows THREADS FILE`: a workbook as a whole, or row by row in little memory.
  static func run(_ arguments: [String]) throws {
    guard arguments.count == 3, let threads = Int(arguments[1]) else {
      throw UsageError(usage: "read whole|rows THREADS FILE")
    }
    var cells = 0
    var values = TypedValues()
    let time = try seconds {
      cells =
        arguments[0] == "whole"
        ? try whole(arguments[2], threads: threads, &values) : try rows(arguments[2], threads: threads)
    }
    report(time, ["cells": cells])
  }

  /// `read-many THREADS FOLDER`: every workbook of a folder, on so many threads.
  static func many(_ arguments: [String]) throws {
    guard arguments.count == 2, let threads = Int(arguments[0]) else {
      throw UsageError(usage: "read-many THREADS FOLDER")
    }
    let paths = try FileManager.default.contentsOfDirectory(atPath: arguments[1]).sorted().map {
      arguments[1] + "/" + $0
    }
    var cells = 0
    let time = try seconds {
      if threads == 1 {
        var values = TypedValues()
        for path in paths { cells += try whole(path, threads: 1, &values) }
      } else {
        // Each thread reads workbooks of its own.
        let counts = WorkerThread.map(threads, threads: threads) { thread in
          var values = TypedValues()
          return stride(from: thread, to: paths.count, by: threads).reduce(0) {
            $0 + ((try? whole(paths[$1], threads: 1, &values)) ?? -1_000_000)
          }
        }
        cells = counts.reduce(0, +)
      }
    }
    report(time, ["cells": cells])
  }

  private static func whole(_ path: String, threads: Int, _ values: inout TypedValues) throws -> Int {
    var cells = 0
    for sheet in try XLSXReader.read(path: path, threads: threads).sheets {
      let storage = sheet.storage
      if threads == 1 {
        values.visit(storage)
      } else {
        // A sheet that is in memory can be gone through on several threads, each a part of it.
        let share = storage.cells.count / threads + 1
        _ = WorkerThread.map(threads, threads: threads) { thread in
          var values = TypedValues()
          let start = min(thread * share, storage.cells.count)
          values.visit(storage.cells[start..<min(start + share, storage.cells.count)], of: storage)
          return values.digest
        }
      }
      cells += storage.cells.count
    }
    return cells
  }

  private static func rows(_ path: String, threads: Int) throws -> Int {
    try GridLines(format: .count).write(XLSXFile(path: path, threads: threads)) { _ in }.cells
  }

  /// `read-make shared|inline|unique FILE` or `read-make small FOLDER`: the workbooks that are read.
  static func make(_ arguments: [String]) throws {
    guard arguments.count == 2 else { throw UsageError(usage: "read-make shared|inline|unique|small PATH") }
    report(try seconds { try make(kind: arguments[0], arguments[1]) })
  }

  private static func make(kind: String, _ path: String) throws {
    switch kind {
    case "unique": try make(path, rows: 4_000, columns: 250, isInline: false, isUnique: true)
    case "small":
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      for number in 0..<1_000 {
        try make(path + "/\(number).xlsx", rows: 30, columns: 8, isInline: false, isUnique: false)
      }
    default: try make(path, rows: 100_000, columns: 10, isInline: kind == "inline", isUnique: false)
    }
  }

  /// Texts in the first four columns, repeated ones unless `isUnique`; then numbers, and a date in the last
  /// column.
  private static func make(
    _ path: String, rows: Int, columns: Int, isInline: Bool, isUnique: Bool
  ) throws {
    var writer = try XLSXWriter(path: path, options: WriteOptions(constantMemory: isInline))
    let sheet = try writer.addSheet("Økonomi")
    let date = CellStyle().with { $0.numberFormat = "dd-mm-yyyy" }
    for row in 1...rows {
      for column in 1...columns {
        let address = CellAddress(row: row, column: column)
        if isUnique {
          try writer.write("Post \(row * columns + column), forvaltning \(column)", at: address, in: sheet)
        } else if column <= 4 {
          try writer.write("Udvalg nummer \((row * 7 + column) % 200)", at: address, in: sheet)
        } else if column < columns {
          try writer.write(
            DecimalNumber(mantissa: Int64(row * 137 + column * 11), scale: column % 3), at: address, in: sheet
          )
        } else {
          try writer.write(
            DecimalNumber(mantissa: Int64(40_000 + row % 5_000), scale: 0), at: address, in: sheet,
            style: date)
        }
      }
    }
    try writer.close()
  }
}
