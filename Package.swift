// swift-tools-version: 6.2
// fordel: budget spreadsheets for the City of Copenhagen's investment proposals.
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // the last: Page is built without it
]

/// A room of the house: `Sources/<name>`, built with the strict settings.
func room(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

/// Rounds and layout profiles of `templates/`, compiled in.
func embedded(_ names: String...) -> [Resource] { names.map { .embedInCode("../../templates/\($0).json") } }

/// The rooms from left to right: each knows only those to its left.
let rooms = [
  "ProposalModel", "Findings", "Distribution", "AllocationTables", "Spreadsheet", "Documents",
  "Output", "Forms",
  "Reading",
  "Checks", "Intake", "Kvantum", "Reports",
]
let roomDependencies = rooms.map { Target.Dependency(stringLiteral: $0) }
/// What every room right of Checks builds on.
let readingRooms = Array(rooms.prefix { $0 != "Checks" }).map { Target.Dependency(stringLiteral: $0) }

/// What the tool was built from, for `fordel --version`; the Makefile names it. A target of its own in C, since
/// only there a definition has a value, and a new commit compiles one line.
let commit = Context.environment["FORDEL_COMMIT"].map { [CSetting.define("FORDEL_COMMIT", to: "\"\($0)\"")] }

/// The tests of a room: `Tests/<name>Tests`.
func tests(_ name: String, _ more: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: roomDependencies + ["TestSupport"] + more, swiftSettings: strict)
}

let package = Package(
  name: "fordel",
  products: [
    .executable(name: "fordel", targets: ["fordel"]),
    .library(name: "Spreadsheet", targets: ["Spreadsheet"]),
    .library(name: "Documents", targets: ["Documents"]),
    .library(name: "Fordel", targets: rooms),
  ],
  traits: [
    .default(enabledTraits: ["Page"]),
    .trait(name: "Page", description: "fordel serve: the local page, on Hummingbird."),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
  ],
  targets: [
    .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .target(name: "CBuild", cSettings: commit ?? []),
    room("Spreadsheet", ["CXLSXWriter", "CZip"]),
    room("Documents", ["Spreadsheet"]),
    room("ProposalModel"),
    room("Distribution", ["ProposalModel"]),
    room("AllocationTables", ["Distribution", "ProposalModel"]),
    room("Findings", ["ProposalModel"]),
    room("Output", ["Spreadsheet", "AllocationTables", "Distribution", "Findings", "ProposalModel"]),
    // Rounds and layout profiles are compiled into the tool, so that it works wherever it is copied.
    room(
      "Forms", ["Output", "Spreadsheet", "Findings", "AllocationTables", "Distribution", "ProposalModel"],
      resources: embedded("2018", "ofs-2021-2022", "ofs-2024-2025")),
    room(
      "Reading",
      [
        "Forms", "Documents", "Output", "Spreadsheet", "Findings", "AllocationTables", "Distribution",
        "ProposalModel",
      ]),
    room(
      "Checks",
      ["Reading", "Forms", "Spreadsheet", "Findings", "AllocationTables", "Distribution", "ProposalModel"]),
    room("Intake", ["Checks"] + readingRooms),
    room(
      "Kvantum", ["Intake", "Checks"] + readingRooms,
      resources: embedded("kvantum-laesbar", "kvantum-upload", "kvantum-plan", "kvantum-overfoersel")),
    room(
      "Reports", ["Kvantum", "Intake", "Checks"] + readingRooms, resources: embedded("bilag-standard")),
    .target(
      name: "Page",
      dependencies: [
        "Reports", "Output", "Intake", "Findings", "Spreadsheet", "ProposalModel",
        .product(name: "Hummingbird", package: "hummingbird", condition: .when(traits: ["Page"])),
      ],
      // Hummingbird's protocols are declared without this feature, and must be met as they are.
      swiftSettings: Array(strict.dropLast())),
    .executableTarget(
      name: "fordel",
      dependencies: roomDependencies + [
        "Page", "CBuild", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),
    .executableTarget(name: "FordelBenchmarks", dependencies: roomDependencies, swiftSettings: strict),
    room("TestSupport", roomDependencies + ["CZip"]),
    tests("Spreadsheet"),
    tests("Documents"),
    tests("ProposalModel"),
    tests("Distribution"),
    tests("AllocationTables"),
    tests("Forms"),
    tests("Reading"),
    tests("Checks"),
    tests("Intake"),
    tests("Kvantum"),
    tests("Reports"),
    tests("Page", ["Page"]),
    tests("CommandLine", ["fordel"]),
  ]
)
