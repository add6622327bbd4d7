/// What the page sends besides its words: a style sheet and a little script, both its own.
enum PageAssets {
  /// The style sheet. Light and dark, 100–200 % zoom, print.
  static let style = """
    :root{color-scheme:light dark;--text:#1a1a1a;--ground:#fff;--quiet:#595959;--line:#767676;--link:#0b4f9e;--head:#eef1f5;--act:#0b4f9e;--act-text:#fff}
    @media(prefers-color-scheme:dark){:root{--text:#ececec;--ground:#16181c;--quiet:#b4b8bf;--line:#8a8f98;--link:#8cc0ff;--head:#262b33;--act:#8cc0ff;--act-text:#10131a}}
    *{box-sizing:border-box}
    body{font:16px/1.5 system-ui,"Segoe UI",sans-serif;color:var(--text);background:var(--ground);margin:0}
    body>header,main,footer{max-width:60rem;margin:0 auto;padding:1rem 1.25rem}
    .wide>header,.wide main,.wide footer{max-width:96rem}
    .skip{position:absolute;left:-999px}.skip:focus{position:static}
    body>header{padding-bottom:0}body>header nav{border-bottom:1px solid var(--line)}
    body>header nav a{display:inline-block;padding:.5rem 0;margin-right:1.5rem;font-weight:600}a{color:var(--link)}
    h1{font-size:1.6rem;line-height:1.2}h2{font-size:1.2rem;margin-top:2rem}h3{font-size:1rem}
    form{border:1px solid var(--line);border-radius:8px;padding:.5rem 1.25rem 1.25rem;margin:1rem 0}
    form.plain{border:0;padding:0}
    label{display:block;font-weight:600;margin:.75rem 0 .25rem}label.tick{font-weight:400}
    details{margin-top:1rem}summary{cursor:pointer;padding:.25rem 0}
    input,select,textarea,button{font:inherit;max-width:100%;color:inherit}
    input[type=text],textarea,select{padding:.4rem;border:1px solid var(--line);border-radius:4px;background:var(--ground);min-height:2.25rem}
    form>input[type=text],textarea,form>select{width:100%}textarea{font-family:ui-monospace,monospace;font-size:.9rem}
    ::placeholder{color:var(--quiet);opacity:1}
    button{background:var(--act);color:var(--act-text);border:0;border-radius:6px;padding:.6rem 1.1rem;margin-top:1rem;cursor:pointer;min-height:44px}
    button[disabled]{cursor:progress}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px}
    .drop{border-style:dashed;border-width:2px}.drop.over{background:var(--head)}
    .tools{display:flex;flex-wrap:wrap;gap:0 1.5rem;align-items:end;margin:.5rem 0}.tools p{margin:.3rem 0}
    .two{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:1rem;align-items:start}.two form{margin:0}
    .quiet{color:var(--quiet)}.summary{font-weight:600}.words,.path{overflow-wrap:anywhere;white-space:pre-line}
    table{border-collapse:collapse;font-variant-numeric:tabular-nums}
    th,td{border:1px solid var(--line);padding:.25rem .5rem;text-align:left;vertical-align:top}th{background:var(--head)}
    td.n,th.n{text-align:right}td.n{white-space:nowrap}
    #runde{font-size:.9rem}#runde .title{min-width:14rem}#runde tbody th{white-space:nowrap}#runde select{min-height:2rem;padding:.15rem}
    #runde small{color:var(--quiet)}#runde .file,#runde .tables{white-space:nowrap}#runde .state{min-width:7.5rem}
    @media(min-width:60rem){#runde tbody th{position:sticky;left:0}}
    input[type=file]{display:block}caption{text-align:left;padding:.2rem .4rem}td:target{scroll-margin:6rem}
    th button{all:unset;cursor:pointer;font:inherit;font-weight:600;color:inherit}th button:focus-visible{outline:3px solid var(--link)}
    th[aria-sort=ascending] button::after{content:" ▲"}th[aria-sort=descending] button::after{content:" ▼"}
    .scroll{overflow-x:auto;margin:1rem 0}pre{margin:0}.sum{border:1px solid var(--line);padding:.25rem 1rem .75rem;margin:0}
    nav.sub{display:flex;flex-wrap:wrap;gap:0 1.25rem;border-bottom:1px solid var(--line);margin:.5rem 0 1rem}nav.sub a{padding:.35rem 0}
    nav.sub a[aria-current]{font-weight:600;color:inherit;text-decoration:none;border-bottom:3px solid var(--link)}
    .figures{font-size:.9rem}.figures tr.sum th,.figures tr.sum td{font-weight:600;border-top:2px solid}.figures th.unit{padding-left:1.5rem}
    .figures tbody th{font-weight:400;min-width:14rem}.figures tbody th[scope=rowgroup]{font-weight:600}.n a{color:inherit}
    tr:target{outline:3px solid var(--link);outline-offset:-3px}tr[id]{scroll-margin:4rem}.words pre,pre.words{font:inherit;margin:.5rem 0}
    .explained pre{white-space:pre-wrap;border-left:4px solid var(--link);padding-left:1rem}
    .r-amount{font-weight:600}.r-outside,.r-quantity,.r-year{color:var(--quiet)}.r-finding{outline:2px solid;outline-offset:-2px}
    figure{margin:0}figcaption{font-weight:600;margin:.25rem 0}.chart{width:100%;max-width:44rem;height:auto}.chart text{font-size:12px;fill:var(--text)}
    .chart .axis{stroke:var(--line);stroke-width:1}.chart .one{fill:var(--act)}.chart .two{fill:var(--ground);stroke:var(--text);stroke-width:1.5}
    .chart .so-far{fill:none;stroke:var(--text);stroke-width:2;stroke-dasharray:5 3}.chart circle.so-far{fill:var(--text);stroke-dasharray:none}
    .report del{text-decoration:line-through}.report ins{text-decoration:none;font-weight:600}.report .tag{border:1px solid;border-radius:3px;padding:0 .35rem}
    .report .old{color:var(--error-text);background:var(--error-ground)}.report .new{color:var(--note-text);background:var(--note-ground)}
    @media print{body>header,form:not(.plain),button,.tools,.skip,footer{display:none}.scroll{overflow:visible}}
    """

  /// The sign in the browser's tab; without one browsers ask for a file that is not there.
  static let sign = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#0b4f9e"/>\
    <path d="M4 4h8M4 8h6M4 12h3" stroke="#fff" stroke-width="2"/></svg>
    """

  /// Drops files and folders into a form's file field and sends it, sorts and filters tables, works the sums of the
  /// calculator while one types, and shows that work is going on. The page works without it.
  static let script = """
    "use strict";
    const filesIn = async entry => {
      if (entry.isFile) return [await new Promise((y, n) => entry.file(y, n))];
      const reader = entry.createReader(), found = [];
      for (;;) {
        const some = await new Promise((y, n) => reader.readEntries(y, n));
        if (!some.length) return found;
        for (const one of some) if (!one.name.startsWith(".")) found.push(...await filesIn(one));
      }
    };
    for (const form of document.querySelectorAll("form.drop")) {
      const field = form.querySelector("input[type=file]:not(details *)");
      form.addEventListener("dragover", e => { e.preventDefault(); form.classList.add("over"); });
      form.addEventListener("dragleave", () => form.classList.remove("over"));
      form.addEventListener("drop", async e => {
        e.preventDefault(); form.classList.remove("over");
        const entries = [...e.dataTransfer.items].map(i => i.webkitGetAsEntry && i.webkitGetAsEntry());
        const bag = new DataTransfer();
        if (entries.some(x => x && x.isDirectory)) {
          for (const x of entries) if (x) for (const file of await filesIn(x)) bag.items.add(file);
        } else for (const file of e.dataTransfer.files) bag.items.add(file);
        if (bag.files.length) { field.files = bag.files; form.requestSubmit(); }
      });
    }
    const valueOf = cell => {
      const choice = cell.querySelector("select");
      return choice ? choice.value : cell.dataset.v ?? cell.textContent;
    };
    let unsaved = false;
    addEventListener("beforeunload", e => { if (unsaved) e.preventDefault(); });
    for (const form of document.querySelectorAll("form")) {
      const button = form.querySelector("button");
      const words = button && button.textContent;
      if (form.dataset.guard !== undefined) form.addEventListener("change", () => { unsaved = true; });
      form.addEventListener("submit", () => {
        if (form.dataset.guard !== undefined) unsaved = false;
        if (button) { button.textContent = "Arbejder …"; setTimeout(() => { button.disabled = true; }, 0); }
      });
      addEventListener("pageshow", () => { if (button) { button.textContent = words; button.disabled = false; } });
    }
    const word = document.querySelector("input[data-filter]"), kind = document.querySelector("select[data-state]");
    if (word && kind) {
      const rows = [...document.querySelectorAll(word.dataset.filter + " tbody tr")];
      const textOf = cell => {
        const choice = cell.querySelector("select"), note = cell.querySelector("small");
        return choice ? choice.value + " " + (note ? note.textContent : "") : cell.textContent;
      };
      const text = row => [...row.cells].map(textOf).join(" ").toLowerCase();
      const show = () => {
        for (const row of rows) row.hidden = !text(row).includes(word.value.trim().toLowerCase())
          || (kind.value !== "" && row.dataset.kind !== kind.value);
        const seen = rows.filter(row => !row.hidden).length;
        document.getElementById("antal").textContent = seen === rows.length ? "" : `Viser ${seen} af ${rows.length}.`;
      };
      word.addEventListener("input", show); kind.addEventListener("change", show);
      word.addEventListener("keydown", e => { if (e.key === "Enter") e.preventDefault(); });
    }
    for (const table of document.querySelectorAll("table[data-sort]")) {
      const body = table.tBodies[0];
      [...table.tHead.rows[0].cells].forEach((head, column) => {
        const button = document.createElement("button");
        button.type = "button"; button.textContent = head.textContent; head.replaceChildren(button);
        button.addEventListener("click", () => {
          const down = head.getAttribute("aria-sort") === "ascending";
          for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
          head.setAttribute("aria-sort", down ? "descending" : "ascending");
          const isNumber = head.classList.contains("n");
          const value = row => valueOf(row.cells[column]);
          const compare = (a, b) => isNumber ? a - b : a.localeCompare(b, "da", { numeric: true });
          const rows = [...body.rows];
          rows.sort((a, b) => {
            const x = value(a), y = value(b);
            if (x === "" || y === "") return (x === "") - (y === "");
            return down ? compare(y, x) : compare(x, y);
          });
          body.append(...rows);
        });
      });
    }
    for (const form of document.querySelectorAll("form[data-live]")) {
      const place = document.querySelector(form.dataset.live);
      let timer, turn = 0;
      form.addEventListener("input", () => {
        clearTimeout(timer);
        timer = setTimeout(async () => {
          const mine = ++turn;
          const answer = await fetch(form.action + "?" + new URLSearchParams(new FormData(form)));
          const page = new DOMParser().parseFromString(await answer.text(), "text/html");
          const shown = page.querySelector(form.dataset.live);
          if (mine === turn && shown) place.replaceChildren(...shown.childNodes);
        }, 300);
      });
    }
    """
}
