// What is seen: the tools, the cards, and the marks in the text.
const drawn = (() => {
  const told = make("p", { id: "told" });
  told.setAttribute("role", "status");
  const counts = make("span", { id: "counts" });
  const by = make("input", { id: "by", type: "text", value: book.desk.by, size: 12 });
  const all = make("input", { id: "all", type: "checkbox" });
  const file = make("input", { id: "open-answers", type: "file", multiple: true, accept: ".jsonl,.json" });
  const save = make("button", { id: "save", type: "button", textContent: "Save answers (s)" });
  const keys = make("details", { id: "keys" }, make("summary", { textContent: "Keys (?)" }), make("dl"));
  for (const [key, does] of [["a", "accept what the fields say"], ["e", "edit the value; Enter accepts, Escape leaves the fields for the keys"],
    ["w", "waive: it need not be recorded, because; of selected words: leave them"], ["n, p", "next, previous"], ["1, 2, 3", "take that question"], ["b", "said by whom the sentence names; again: the next, the source itself"], ["/", "find a question by words of it"],
    ["c", "make a claim of the words that are selected"], ["u", "undo"], ["s", "save answers"]]) {
    keys.lastChild.append(make("dt", {}, make("kbd", { textContent: key })), make("dd", { textContent: does }));
  }
  document.getElementById("tools").replaceChildren(
    make("p", { className: "tools" },
      make("label", {}, "Your name ", by), save, make("label", {}, "Open answers ", file), make("label", {}, all, " all that was spotted"), counts),
    keys, told);
  const list = make("ol", { className: "cards" });
  document.getElementById("cards").append(make("h2", { textContent: "To decide" }), list);

  // By number of a card: its element, and the marks of the text that say it and that would be quoted.
  const items = new Map();
  const marks = { at: new Map(), in: new Map() };
  const over = (node, name) => (node.dataset[name] ?? "").split(" ").filter(Boolean).map(Number);
  for (const node of document.querySelectorAll("#texts [data-in]")) {
    for (const name of ["at", "in"]) {
      for (const number of over(node, name)) marks[name].set(number, [...(marks[name].get(number) ?? []), node]);
    }
  }
  const names = { open: "open", beside: "not asked for", recorded: "recorded", waived: "waived", answered: "accepted", left: "to be waived", differs: "answers differ" };
  const urgency = ["differs", "open", "answered", "left", "waived", "recorded", "beside"];
  const paint = (card) => {
    for (const node of marks.at.get(card.number) ?? []) {
      const states = over(node, "at").map((number) => book.state(book.cards[number]));
      node.className = states.sort((a, b) => urgency.indexOf(a) - urgency.indexOf(b))[0] + (node.classList.contains("now") ? " now" : "");
    }
  };
  const said = ({ by: who, row }) => {
    const words = row.desk.waive !== undefined ? `waive: ${row.desk.waive}`
      : `${row.question} = ${Array.isArray(row.value) ? row.value.join("; ") : (row.value ?? row.stance)}${row["said-by"] ? `, said by ${[row["said-by"]].flat().join(", ")}` : ""}${Object.entries(row).filter(([key]) => key.startsWith("scope.")).map(([key, it]) => `, ${key.slice(6)} ${it}`).join("")}`;
    return `${who === "" ? "somebody" : who}: ${shown(words)}`;
  };
  const item = (card) => {
    const head = make("button", { type: "button", className: "head" });
    head.append(make("q", { textContent: shown(card.quote), dir: "auto" }));
    const reading = [card.kind, card.reading, card.assumed].filter(Boolean).join(" · ");
    head.append(make("span", { className: "dim", textContent: ` ${shown(reading)} ` }), make("span", { className: "state" }));
    const node = make("li", { tabIndex: -1 }, head, make("ul", { className: "given" }));
    node.dataset.number = card.number;
    return node;
  };
  const fresh = (card) => {
    const node = items.get(card.number) ?? item(card);
    const is = book.state(card);
    items.set(card.number, node);
    node.dataset.state = is;
    node.querySelector(".state").textContent = names[is] + (card.reason && is === "waived" ? `: ${shown(card.reason)}` : "");
    node.querySelector(".given").replaceChildren(...book.of(card).map((answer) => {
      const drop = make("button", { type: "button", textContent: "drop" });
      drop.setAttribute("aria-label", `drop the answer of ${answer.by || "somebody"}`);
      drop.addEventListener("click", () => {
        book.drop(card, answer);
        show(card);
      });
      return make("li", {}, said(answer), " ", drop);
    }));
    paint(card);
    return node;
  };
  const listed = () => book.inOrder().filter((card) => all.checked || card.own || card.waits || book.of(card).length > 0);
  const count = () => {
    const asked = book.inOrder().filter((card) => card.own || card.waits || book.of(card).length > 0);
    const done = asked.filter((card) => !book.waits(card)).length;
    const differ = asked.filter(book.differ).length;
    counts.textContent = `${done} of ${asked.length} decided${differ > 0 ? `, ${differ} differ` : ""}${book.unsaved ? ", not saved" : ""}`;
  };
  let now;
  const refresh = () => {
    list.replaceChildren(...listed().map(fresh));
    count();
  };
  // Draws a card anew, where it was decided on.
  const changed = (card) => {
    fresh(card);
    count();
  };
  // Makes a card the one that is looked at.
  const show = (card, answer) => {
    for (const node of document.querySelectorAll("#texts .now")) node.classList.remove("now");
    items.get(now?.number)?.removeAttribute("aria-current");
    now = card;
    count();
    if (!card) return form.node.remove();
    if (!items.get(card.number)?.isConnected) refresh();
    const node = fresh(card);
    node.setAttribute("aria-current", "true");
    node.append(form.node);
    form.open(card, answer ?? book.of(card).find((it) => it.by === by.value.trim()));
    for (const mark of marks.in.get(card.number) ?? []) mark.classList.add("now");
    node.focus({ preventScroll: true });
    node.scrollIntoView({ block: "nearest" });
    marks.at.get(card.number)?.[0]?.scrollIntoView({ block: "center" });
    return undefined;
  };
  list.addEventListener("click", (event) => {
    const head = event.target.closest(".head");
    if (!head) return;
    show(book.cards[Number(head.parentNode.dataset.number)]);
  });
  document.getElementById("texts").addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    if (!mark || !getSelection().isCollapsed) return;
    // Of passages that stand one within the other the smallest is meant.
    const size = (number) => book.cards[number].at[1] - book.cards[number].at[0];
    const [number] = over(mark, "at").sort((a, b) => size(a) - size(b));
    if (!listed().includes(book.cards[number])) all.checked = true;
    refresh();
    show(book.cards[number]);
  });
  all.addEventListener("change", () => {
    refresh();
    if (now) show(now);
  });
  return { by, file, save, keys, tell: (words) => { told.textContent = words; }, refresh, changed, count, show, listed, get now() { return now; } };
})();
