// The fuzz target of the amount parser. `fuzz.sh` compiles this file together with Sources/ProposalModel.

/// Called by libFuzzer for each input. Spaces around a text never change what it says.
@_cdecl("LLVMFuzzerTestOneInput") public func fuzzOne(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: data, count: data == nil ? 0 : count), as: UTF8.self)
  for unit in [AmountUnit.thousandKroner, .kroner] {
    let reading = AmountReading(typed: text, unit: unit)
    // A combining character at the beginning would join with the blank.
    guard text.first?.isASCII == true else { continue }
    if AmountReading(typed: " " + text + " ", unit: unit) != reading {
      fatalError("spaces change '\(text)': \(reading)")
    }
  }
  return 0
}
