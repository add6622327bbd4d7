#if Page
  import FoundationEssentials
  import HTTPTypes
  import Hummingbird
  import Logging
  import NIOCore
  import Reports
  import Synchronization

  /// The local page: answers on 127.0.0.1 only, to the browser that opened it with the one-time token.
  package struct PageServer: Sendable {
    /// Bytes of one request. 64 MiB: a round of forty proposals with room for pictures in them.
    package static let requestBytes = 64 << 20
    /// Requests that are worked on at the same time; each may hold its body and a child's memory.
    package static let requestsAtOnce = 4

    private let work: PageWork
    private let guardian = PageGuard()
    private let slots = Slots(PageServer.requestsAtOnce)
    private let body = PageBody()

    /// A server that does `work`.
    package init(_ work: PageWork) { self.work = work }

    /// Answers on `port` (0: any free one) for as long as the process lives; `isReady` hears of the address,
    /// token included.
    ///
    /// Signals are the tool's own affair: two that wait for the same one would have to share it.
    package func run(port: Int, isReady: @escaping @Sendable (String) -> Void) async throws {
      let router = Router()
      router.add(middleware: PageHeaders())
      router.add(middleware: guardian)
      addPages(to: router)
      let guardian = guardian
      var logger = Logger(label: "fordel")
      logger.logLevel = .warning
      let application = Application(
        router: router,
        configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: "fordel"),
        onServerRunning: { channel in
          let port = channel.localAddress?.port ?? port
          guardian.port.withLock { $0 = port }
          isReady("http://127.0.0.1:\(port)/?adgang=\(guardian.token)")
        },
        logger: logger)
      try await application.runService(gracefulShutdownSignals: [])
    }

    private func addPages(to router: Router<BasicRequestContext>) {
      let work = work
      router.get("/fordel.css") { _, _ in
        PageServer.response(Array((PageAssets.style + ReportStyle.onPage).utf8), "text/css; charset=utf-8")
      }
      router.get("/fordel.js") { _, _ in
        PageServer.response(Array(PageAssets.script.utf8), "text/javascript; charset=utf-8")
      }
      router.get("/fordel.svg") { _, _ in
        PageServer.response(Array(PageAssets.sign.utf8), "image/svg+xml")
      }
      show("/", on: router) { _ in PageViews.home }
      show("/runde", on: router) { _ in PageViews.round(folder: work.round) }
      show("/beregner", on: router) { work.calculate(amounts: $0["belob"], rule: $0["fordeling"]) }
      show("/kontrol/:id", on: router) { work.check($0.id, since: $0["foer"]) }
      show("/runde/:id", on: router) { work.status($0.id) }
      show("/filer/:id", on: router) { work.files($0.id) }
      show("/forslag/:id/:nummer", on: router) { work.proposal($0) }
      show("/tabeller/:id/:nummer", on: router) { work.tables($0) }
      show("/forklar/:id/:nummer", on: router) { work.explanation($0) }
      show("/tal/:id/:nummer", on: router) { work.numbers($0) }
      show("/forskelle/:id/:nummer", on: router) { work.differences($0) }
      take("/kontrol", on: router) { parts, _ in work.send(parts) }
      take("/runde", on: router) { parts, _ in work.sendRound(parts) }
      take("/beslutninger/:id", on: router) { work.decide($0, in: $1.id) }
      take("/lav/:id", on: router) { work.make($0, in: $1.id) }
      take("/forskelle/:id/:nummer", on: router) { work.sendVersion($0, $1) }
      addDownloads(to: router)
    }

    private func addDownloads(to router: Router<BasicRequestContext>) {
      let (work, slots) = (work, slots)
      router.get("/zip/:id") { _, context in
        let id = context.parameters.get("id") ?? ""
        guard let bytes = await slots.run({ work.archive(id) }) else { throw HTTPError(.notFound) }
        return PageServer.response(bytes, "application/zip")
      }
      router.get("/hent/:id/:navn") { _, context in
        let (id, name) = (context.parameters.get("id") ?? "", context.parameters.get("navn") ?? "")
        guard let bytes = Workspace.existing(id, in: work.folder)?.bytes(of: PageViews.pathDecoded(name))
        else { throw HTTPError(.notFound) }
        return PageServer.response(bytes, "application/octet-stream")
      }
    }

    /// A page at an address; its answer says how much of its time was the tool's.
    private func show(
      _ path: RouterPath, on router: Router<BasicRequestContext>,
      _ make: @escaping @Sendable (PageQuery) -> String
    ) {
      let slots = slots
      router.get(path) { request, context in
        let query = PageServer.query(request, context)
        let time = EngineTime()
        var response = PageServer.html(
          await slots.run { EngineTime.$current.withValue(time) { make(query) } })
        if let name = HTTPField.Name("Server-Timing") { response.headers[name] = time.header }
        return response
      }
    }

    /// A form that is sent to an address.
    private func take(
      _ path: RouterPath, on router: Router<BasicRequestContext>,
      _ make: @escaping @Sendable ([FormPart], PageQuery) -> PageAnswer
    ) {
      let (slots, body) = (slots, body)
      router.post(path) { request, context in
        let query = PageServer.query(request, context)
        return try await body.parts(of: request) { parts in await slots.run { make(parts, query) } }
      }
    }

    private static func query(_ request: Request, _ context: BasicRequestContext) -> PageQuery {
      PageQuery(
        id: context.parameters.get("id") ?? "",
        number: PageViews.pathDecoded(context.parameters.get("nummer") ?? ""),
        fields: Dictionary(
          request.uri.queryParameters.map { (String($0.key), String($0.value)) },
          uniquingKeysWith: { first, _ in first }))
    }

    static func html(_ text: String) -> Response {
      response(Array(text.utf8), "text/html; charset=utf-8")
    }

    static func response(_ bytes: [UInt8], _ type: String) -> Response {
      Response(
        status: .ok, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
  }

  /// Sends what a browser must know with every answer.
  private struct PageHeaders: RouterMiddleware {
    /// What a refusal says, by its status.
    static let words = [
      403:
        "Siden kan kun åbnes med den adresse, som »fordel serve« viser, og kun i én browser. Start »fordel serve« igen.",
      404: "Siden eller filen findes ikke.",
      408: "Filerne kom ikke frem i tide. Prøv igen.",
      413: "Filerne fylder for meget. Send højst 64 MiB ad gangen.",
      503: "Der arbejdes på andre filer. Prøv igen om lidt.",
    ]
    static let other = "Forespørgslen kan ikke læses. Gå tilbage, og prøv igen."

    func handle(
      _ request: Request, context: BasicRequestContext,
      next: (Request, BasicRequestContext) async throws -> Response
    ) async throws -> Response {
      var response: Response
      do { response = try await next(request, context) } catch let error as HTTPError {
        response = PageServer.html(
          PageViews.failure(PageHeaders.words[error.status.code] ?? PageHeaders.other))
        response.status = error.status
      }
      response.headers[.contentSecurityPolicy] =
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
      response.headers[.xContentTypeOptions] = "nosniff"
      response.headers[.cacheControl] = "no-store"
      for (name, value) in [
        ("Referrer-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
      ] {
        if let field = HTTPField.Name(name) { response.headers[field] = value }
      }
      return response
    }
  }

  /// Lets in the one browser that has the token, under the server's own name, from its own pages.
  private final class PageGuard: RouterMiddleware {
    typealias Context = BasicRequestContext
    /// The word in the opened address; it works once.
    let token = Workspace.random()
    let port = Mutex(0)
    /// The word that the browser keeps; the token is given for it.
    private let pass = Workspace.random()
    private let isTaken = Mutex(false)

    func handle(
      _ request: Request, context: BasicRequestContext,
      next: (Request, BasicRequestContext) async throws -> Response
    ) async throws -> Response {
      let port = port.withLock { $0 }
      let hosts = ["127.0.0.1:\(port)", "localhost:\(port)"]
      // The second name of two is left among the other fields: which one counts could be read in two ways.
      if let second = HTTPField.Name("Host"), request.headers[second] != nil {
        throw HTTPError(.badRequest)
      }
      guard let host = request.head.authority, hosts.contains(host) else {
        throw HTTPError(.misdirectedRequest)
      }
      if let origin = request.headers[.origin], !hosts.contains(where: { origin == "http://\($0)" }) {
        throw HTTPError(.forbidden)
      }
      if request.uri.path == "/", let word = request.uri.queryParameters["adgang"] {
        return try letIn(String(word), isKnown: hasPass(request))
      }
      guard hasPass(request) else { throw HTTPError(.forbidden) }
      return try await next(request, context)
    }

    private func hasPass(_ request: Request) -> Bool {
      let cookies = request.headers[values: .cookie].flatMap { $0.split(separator: ";") }
      return cookies.contains { $0.drop { $0 == " " } == "fordel=\(pass)" }
    }

    /// Gives the first one with the token the word to keep; who has it may open the address again.
    private func letIn(_ word: String, isKnown: Bool) throws -> Response {
      if word == token, isKnown { return Response(status: .seeOther, headers: [.location: "/"]) }
      let isFirst = isTaken.withLock { isTaken in
        guard word == token, !isTaken else { return false }
        isTaken = true
        return true
      }
      guard isFirst else { throw HTTPError(.forbidden) }
      return Response(
        status: .seeOther,
        headers: [.location: "/", .setCookie: "fordel=\(pass); HttpOnly; SameSite=Strict; Path=/"])
    }
  }

  /// Lets a few pieces of work run at the same time, on threads of their own.
  private actor Slots {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int) { free = count }

    nonisolated func run<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
      await take()
      let value = await Task.detached { body() }.value
      await giveBack()
      return value
    }

    private func take() async {
      if free > 0 {
        free -= 1
        return
      }
      await withCheckedContinuation { waiting.append($0) }
    }

    private func giveBack() {
      if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
  }
#endif
