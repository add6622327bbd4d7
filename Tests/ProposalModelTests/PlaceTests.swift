import ProposalModel
import Testing

@Suite struct `The places of cells` {
  private let place = Place(file: "Forslag/BC08.xlsx", sheet: "Økonomi", cell: "F12")

  @Test func `are one, made anew from the same words`() {
    let again = Place(file: "Forslag/" + "BC08.xlsx", sheet: "Øko" + "nomi", cell: "F\(12)")
    #expect(place == again)
    #expect(Set([place, again]).count == 1)
  }

  @Test(arguments: [
    Place(file: "Forslag/BC08.xlsx", sheet: "Økonomi", cell: "F13"),
    Place(file: "Forslag/BC08.xlsx", sheet: "Økonomi"),
    Place(file: "Forslag/BC08.xlsx", sheet: "Forslag", cell: "F12"),
    Place(file: "Forslag/BC08.xlsx", cell: "F12"),
    Place(file: "Forslag/BC09.xlsx", sheet: "Økonomi", cell: "F12"),
    Place(sheet: "Økonomi", cell: "F12"), Place(file: "Forslag/BC08.xlsx", sheet: "", cell: "F12"), Place(),
  ])
  func `differ by file, sheet and cell`(other: Place) {
    #expect(place != other)
    #expect(Set([place, other]).count == 2)
  }
}
