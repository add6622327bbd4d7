// swift-tools-version: 6.2
// fordel: budget spreadsheets for the City of Copenhagen's investment proposals.
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// A room of the house: `Sources/<name>`, built with the strict settings.
func room(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

/// The tests of a room: `Tests/<name>Tests`.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name + "Tests", dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
  name: "fordel",
  products: [
    .executable(name: "fordel", targets: ["fordel"]),
    .library(name: "Spreadsheet", targets: ["Spreadsheet"]),
    .library(name: "Documents", targets: ["Documents"]),
    .library(
      name: "Fordel", targets: ["ProposalModel", "Distribution", "AllocationTables", "Checks", "Converters"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    room("Spreadsheet", ["CXLSXWriter", "CZip"]),
    room("Documents", ["Spreadsheet"]),
    room("ProposalModel"),
    room("Distribution", ["ProposalModel"]),
    room("AllocationTables", ["Distribution", "ProposalModel"]),
    room("Checks", ["AllocationTables", "Distribution", "ProposalModel"]),
    room(
      "Converters",
      ["Documents", "Spreadsheet", "Checks", "AllocationTables", "Distribution", "ProposalModel"],
      // Rounds and layout profiles are compiled into the tool, so that it works wherever it is copied.
      resources: ["2018", "ofs-2021-2022", "ofs-2024-2025", "kvantum-laesbar", "kvantum-upload"].map {
        .embedInCode("../../templates/\($0).json")
      }
    ),
    .executableTarget(
      name: "fordel",
      dependencies: [
        "Converters", "Spreadsheet", "Checks", "AllocationTables", "Distribution", "ProposalModel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "FordelBenchmarks", dependencies: ["Spreadsheet", "Converters", "Distribution", "ProposalModel"],
      swiftSettings: strict),
    room("TestSupport", ["Converters", "CZip", "Spreadsheet", "Checks", "ProposalModel"]),
    tests("Spreadsheet", ["Spreadsheet", "TestSupport"]),
    tests("Documents", ["Documents", "Spreadsheet", "TestSupport"]),
    tests("ProposalModel", ["ProposalModel", "TestSupport"]),
    tests("Distribution", ["Distribution", "ProposalModel", "TestSupport"]),
    tests("AllocationTables", ["AllocationTables", "Distribution", "ProposalModel", "TestSupport"]),
    tests("Checks", ["Checks", "AllocationTables", "Distribution", "ProposalModel", "TestSupport"]),
    tests(
      "Converters",
      [
        "Converters", "Spreadsheet", "Checks", "AllocationTables", "Distribution", "ProposalModel",
        "TestSupport",
      ]),
    tests("CommandLine", ["fordel", "Spreadsheet", "TestSupport"]),
  ]
)
