#if Page
  import ArgumentParser
  import Dispatch
  import FoundationEssentials
  import Glibc
  import Intake
  import Output
  import Page
  import Synchronization

  /// `fordel serve`: the local page.
  struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "serve",
      abstract: "Open the local page: everything fordel does, in the browser, on this machine only.",
      discussion: """
        The page answers on 127.0.0.1 only, to the browser that is opened with a one-time address. Uploaded files are kept in a temporary folder \
        that goes away when the page is closed (Ctrl-C); nothing leaves the machine.
        """)

    @Argument(help: ArgumentHelp("A folder of proposals to show.", valueName: "dir"), completion: .directory)
    var folder: String?

    @Option(help: "The port; without it any free one.")
    var port = 0

    @Flag(help: "Do not open the browser; print the address only.")
    var noOpen = false

    @OptionGroup var speech: LanguageOptions

    func run() throws {
      if let folder, !FileManager.default.fileExists(atPath: folder) {
        throw FileFailure(
          file: folder, status: .inputMissing, message: "Mappen findes ikke. Kontrollér navnet."
        ).exitCode()
      }
      let visits = FileManager.default.temporaryDirectory.path + "/fordel-side-\(Workspace.random())"
      try FileManager.default.createDirectory(
        atPath: visits, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      defer { try? FileManager.default.removeItem(atPath: visits) }
      // Ctrl-C, and the terminal window being closed, is how the page is meant to end: nothing of it stays.
      Interruption.whenStopped {
        ToolRun.stopAll()
        try? FileManager.default.removeItem(atPath: visits)
        Terminal.say("\nSiden er lukket.")
        _exit(0)
      }
      let path = folder.map { URL(filePath: $0).standardizedFileURL.path }
      let work = PageWork(tool: ToolRun(tool: ServeCommand.tool), folder: visits, round: path)
      let opens = !noOpen
      let (server, port) = (PageServer(work), port)
      let isDone = DispatchSemaphore(value: 0)
      let failure = Mutex<String?>(nil)
      Task.detached {
        do {
          try await server.run(port: port) { address in
            Terminal.say("Siden er på \(address) (luk den med Ctrl-C)")
            if opens { ToolRun.open(address) }
          }
        } catch {
          failure.withLock { $0 = "\(error)" }
        }
        isDone.signal()
      }
      isDone.wait()
      if let words = failure.withLock({ $0 }) {
        throw FileFailure(
          file: "serve", status: .inputOutput, message: "Siden kan ikke åbnes: \(words)."
        ).exitCode()
      }
    }

    /// This program's own file.
    private static var tool: String {
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        ?? CommandLine.arguments[0]
    }
  }
#endif
