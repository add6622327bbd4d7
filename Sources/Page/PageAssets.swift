/// What the page sends besides its words: a style sheet and a little script, both its own.
enum PageAssets {
  /// The style sheet. Light and dark, 100–200 % zoom, print.
  static let style = """
    :root{color-scheme:light dark;--text:#1a1a1a;--ground:#fff;--quiet:#595959;--line:#767676;--link:#0b4f9e;--head:#eef1f5;--act:#0b4f9e;--act-text:#fff}
    @media(prefers-color-scheme:dark){:root{--text:#ececec;--ground:#16181c;--quiet:#b4b8bf;--line:#8a8f98;--link:#8cc0ff;--head:#262b33;--act:#8cc0ff;--act-text:#10131a}}
    *{box-sizing:border-box}
    body{font:16px/1.5 system-ui,"Segoe UI",sans-serif;color:var(--text);background:var(--ground);margin:0}
    header,main,footer{max-width:72rem;margin:0 auto;padding:1rem 1.25rem}
    nav a{margin-right:1.25rem}a{color:var(--link)}
    h1{font-size:1.6rem;line-height:1.2}h2{font-size:1.2rem;margin-top:2rem}
    form{border:1px solid var(--line);border-radius:8px;padding:1rem 1.25rem;margin:1rem 0}
    label{display:block;font-weight:600;margin:.75rem 0 .25rem}
    input,select,textarea,button{font:inherit;max-width:100%}
    input[type=text],textarea,select{width:100%;padding:.4rem;border:1px solid var(--line);border-radius:4px;background:var(--ground);color:var(--text)}
    button{background:var(--act);color:var(--act-text);border:0;border-radius:6px;padding:.6rem 1.1rem;margin-top:1rem;cursor:pointer;min-height:44px}
    button[disabled]{opacity:.6}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px}
    .drop{border-style:dashed}.drop.over{background:var(--head)}
    .quiet{color:var(--quiet)}table{border-collapse:collapse;font-variant-numeric:tabular-nums}
    th,td{border:1px solid var(--line);padding:.25rem .5rem;text-align:left;vertical-align:top}th{background:var(--head)}
    td.n{text-align:right}.scroll{overflow-x:auto}pre{overflow-x:auto;border:1px solid var(--line);padding:.75rem}
    @media print{nav,form,button{display:none}}
    """

  /// Drops files into the form's file field, sends it at once, and shows that work is going on. The page works
  /// without it.
  static let script = """
    "use strict";
    for (const form of document.querySelectorAll("form.drop")) {
      const field = form.querySelector("input[type=file]");
      form.addEventListener("dragover", e => { e.preventDefault(); form.classList.add("over"); });
      form.addEventListener("dragleave", () => form.classList.remove("over"));
      form.addEventListener("drop", e => {
        e.preventDefault(); form.classList.remove("over");
        if (e.dataTransfer.files.length) { field.files = e.dataTransfer.files; form.requestSubmit(); }
      });
    }
    for (const form of document.querySelectorAll("form")) {
      form.addEventListener("submit", () => {
        const button = form.querySelector("button");
        if (button) { button.textContent = "Arbejder …"; setTimeout(() => { button.disabled = true; }, 0); }
      });
    }
    for (const field of document.querySelectorAll("input[data-filter]")) {
      const rows = document.querySelectorAll(field.dataset.filter + " tbody tr");
      field.addEventListener("input", () => {
        const word = field.value.toLowerCase();
        for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(word);
      });
    }
    """
}
