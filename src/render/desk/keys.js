// What keys and buttons do.
(() => {
  const who = () => drawn.by.value.trim();
  const next = (from, step) => {
    const cards = drawn.listed();
    const at = cards.indexOf(from);
    const turned = step > 0 ? [...cards.slice(at + 1), ...cards.slice(0, at + 1)] : [...cards.slice(0, Math.max(at, 0)).reverse(), ...cards.slice(Math.max(at, 0)).reverse()];
    return turned.find(book.waits);
  };
  const settle = (row, words) => {
    const card = drawn.now;
    book.put(card, row, who());
    drawn.changed(card);
    const following = next(card, 1);
    drawn.show(following ?? card);
    drawn.tell(following ? words : `${words}. Nothing waits: save the answers (s)`);
  };
  const guarded = (act) => {
    if (!drawn.now) return drawn.tell("nothing is left to decide: select words and press c, or save the answers (s)");
    if (who() === "") {
      drawn.by.focus();
      return drawn.tell("first say who you are");
    }
    try {
      act(drawn.now);
    } catch (why) {
      drawn.tell(why.message);
    }
    return undefined;
  };
  const accept = () => guarded((card) => {
    const row = book.claim(card, form.fields(), who());
    const scope = Object.entries(row).filter(([key]) => key.startsWith("scope.")).map(([key, it]) => `, ${key.slice(6)} ${it}`).join("");
    settle(row, `accepted: ${row.question} = ${shown(row.value ?? row.stance)}${shown(scope)}`);
  });
  let last = "";
  const waive = () => guarded((card) => {
    if (card.own) return discard(card);
    const row = book.waiver(card, form.reason.value, who());
    last = form.reason.value;
    return settle(row, `to be waived: ${shown(card.quote)}`);
  });
  // Words that a reader selected need no reason to be left alone.
  const discard = (card) => {
    book.discard(card);
    drawn.refresh();
    drawn.show(next(undefined, 1));
    drawn.tell(`not selected any more: ${shown(card.quote)}`);
  };
  const into = (field) => {
    field.focus();
    field.select();
  };
  const undo = () => {
    const { card, answer } = book.undo();
    if (card) {
      drawn.changed(card);
      drawn.show(card, answer);
    }
    drawn.tell(card ? `undone: ${shown(card.quote)}` : "nothing to undo");
  };
  const save = () => {
    const lines = book.lines();
    if (lines === "") return drawn.tell("there is no answer to save yet");
    const address = URL.createObjectURL(new Blob([lines], { type: "application/jsonl" }));
    const name = [...book.desk.sources.map((it) => it.source).slice(0, 2), who()].filter(Boolean).join("-").replace(/[^\w-]+/g, "-");
    make("a", { href: address, download: `answers-${name}.jsonl` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    book.saved();
    drawn.count();
    return drawn.tell(`saved ${lines.split("\n").length - 1} answers: gainsay add --from answers-${name}.jsonl`);
  };

  // The words of a stretch, what stands as its number put back.
  const wordsOf = (range) => {
    const part = range.cloneContents();
    for (const hid of part.querySelectorAll(".hid")) hid.replaceWith(String.fromCodePoint(Number(hid.dataset.c)));
    for (const paragraph of part.querySelectorAll("p")) paragraph.append(" ");
    return part.textContent;
  };
  const select = () => {
    const selection = getSelection();
    const range = selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
    const text = range?.startContainer.parentElement?.closest("[data-source]");
    const paragraph = range?.startContainer.parentElement?.closest("[data-b]");
    const words = range ? wordsOf(range) : "";
    const quote = words.replace(/\s+/g, " ").trim();
    if (!text || !paragraph || quote === "") return drawn.tell("select words of a text first");
    const before = document.createRange();
    before.setStart(paragraph, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const bytes = (it) => new TextEncoder().encode(it).length;
    const lead = words.length - words.trimStart().length;
    const start = Number(paragraph.dataset.b) + bytes(wordsOf(before)) + bytes(words.slice(0, lead));
    const number = [...text.querySelectorAll("[data-b]")].indexOf(paragraph) + 1;
    const card = book.select(Number(text.dataset.source), [start, start + bytes(words.trim())], quote, number);
    drawn.refresh();
    drawn.show(card);
    selection.removeAllRanges();
    into(form.question);
    return drawn.tell(`which question does “${shown(quote)}” answer?`);
  };
  const open = async () => {
    const came = { taken: 0, known: 0, lapsed: [] };
    for (const file of drawn.file.files) {
      const read = book.read(await file.text());
      came.taken += read.taken;
      came.known += read.known;
      came.lapsed.push(...read.lapsed.map((why) => `${file.name}, ${why}`));
    }
    drawn.file.value = "";
    drawn.refresh();
    drawn.show(next(undefined, 1) ?? drawn.now);
    const lapsed = came.lapsed.length > 0 ? `; ${came.lapsed.length} lapsed: ${came.lapsed.slice(0, 5).join("; ")}${came.lapsed.length > 5 ? "; …" : ""}` : "";
    drawn.tell(shown(`${came.taken} answers taken, ${came.known} known${lapsed}`));
  };

  form.buttons.append(...[["Accept (a)", accept], ["Waive", waive], ["Undo (u)", undo]].map(([textContent, act]) => {
    const button = make("button", { type: "button", textContent });
    button.addEventListener("click", act);
    return button;
  }));
  form.node.addEventListener("submit", (event) => event.preventDefault());
  form.node.addEventListener("keydown", (event) => {
    if (event.key === "Escape") form.node.closest("li").focus({ preventScroll: true });
    if (event.key !== "Enter" || event.isComposing || event.target.tagName === "BUTTON") return;
    event.preventDefault();
    (event.target === form.reason ? waive : accept)();
  });
  drawn.save.addEventListener("click", save);
  drawn.file.addEventListener("change", open);
  drawn.by.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    if (drawn.now) drawn.show(drawn.now);
    else drawn.by.blur();
  });
  const step = (by) => {
    const card = next(drawn.now, by);
    if (card) drawn.show(card);
    else drawn.tell("nothing else waits");
  };
  const does = {
    a: accept,
    e: () => into(form.value),
    w: () => {
      if (drawn.now?.own) return waive();
      if (form.reason.value === "") form.reason.value = last;
      return into(form.reason);
    },
    n: () => step(1),
    p: () => step(-1),
    u: undo,
    s: save,
    c: select,
    b: () => drawn.tell(`said by ${form.bySomebody() || "the source itself"}`),
    "/": () => into(form.question),
    "?": () => { drawn.keys.open = !drawn.keys.open; },
  };
  addEventListener("keydown", (event) => {
    const typing = event.target.matches?.("input:not([type=checkbox]):not([type=file]), textarea, select");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const proposed = drawn.now?.questions[Number(event.key) - 1];
    if (!does[event.key] && proposed === undefined) return;
    event.preventDefault();
    if (proposed !== undefined) form.ask(proposed);
    else does[event.key]();
  });
  addEventListener("beforeunload", (event) => {
    if (book.unsaved) event.preventDefault();
  });
  drawn.refresh();
  drawn.show(next(undefined, 1));
  scrollTo(0, 0);
})();
