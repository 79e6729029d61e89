// The fields of the card that is looked at, and what is proposed in them.
const make = (name, set = {}, ...children) => {
  const node = Object.assign(document.createElement(name), set);
  node.append(...children);
  return node;
};
// Text as it is shown: what is not seen, or reorders what is, stands as its number.
const shown = (text) =>
  [...String(text)].map((c) => {
    const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u180e\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb]/.test(c);
    return hidden ? `\\u{${c.codePointAt(0).toString(16)}}` : c;
  }).join("");

const form = (() => {
  const node = make("form", { id: "form", autocomplete: "off" });
  const input = (id, label, set = {}) => {
    const field = make(set.rows ? "textarea" : "input", { id, ...set });
    node.append(make("label", { htmlFor: id, textContent: label }), field);
    return field;
  };
  const list = (id, options) => {
    const known = document.getElementById(id) ?? document.body.appendChild(make("datalist", { id }));
    known.replaceChildren(...options.map(([value, label]) => make("option", { value, label: shown(label) })));
  };
  const proposed = make("p", { className: "proposed" });
  node.append(proposed);
  const question = input("question", "Question ( / )");
  const value = input("value", "Value ( e )");
  const speaker = input("speaker", "Said by ( b )", { placeholder: "the source itself" });
  const asOf = input("as-of", "As of");
  const quote = input("quote", "Quote", { rows: 2 });
  const more = input("more", "More keys", { placeholder: "stance=denies; scope.place=…" });
  const reason = input("reason", "Waive: why ( w )");
  const buttons = make("p", { className: "buttons" });
  node.append(buttons);
  question.setAttribute("list", "questions");
  speaker.setAttribute("list", "agents");
  value.setAttribute("list", "values");
  list("questions", book.desk.questions.map((it) => [it.question, it.ask]));
  list("agents", book.desk.agents.map((it) => [it.id, it.name]));

  const names = (of) => of.map((it) => [it.id, it.name]);
  const choices = (asked) => {
    if (asked?.type === "choice") return asked.options.map((it) => [it, ""]);
    if (asked?.type === "yes-no") return [["true", "yes"], ["false", "no"]];
    if (asked?.type === "place") return names(book.desk.places);
    if (asked?.type === "agent") return names(book.desk.agents);
    if (asked?.type === "set") return [...names(book.desk.agents), ...names(book.desk.places)];
    return [];
  };
  let card;
  // Puts a question in, with what follows from it.
  const ask = (name) => {
    question.value = name;
    follow();
  };
  const follow = () => {
    const asked = book.questions.get(question.value.trim());
    list("values", choices(asked));
    more.placeholder = asked?.needs.length ? asked.needs.map((it) => `scope.${it}=`).join("; ") : "stance=denies; scope.place=…";
    asOf.value = asked?.changes ? (card.source.published ?? "") : "";
    node.dataset.ask = asked ? `${asked.ask}${asked.needs.length ? ` (say of which ${asked.needs.join(" and ")}: more keys)` : ""}` : "";
  };
  question.addEventListener("change", () => {
    try {
      question.value = book.meant(question.value.trim());
    } catch {
      // Which of several is said where it is accepted.
    }
    follow();
  });

  // Puts in what is proposed, or the answer that is there.
  const open = (now, mine) => {
    card = now;
    proposed.replaceChildren(...card.questions.map((name, at) => {
      const asks = book.questions.get(name)?.ask ?? "";
      const button = make("button", { type: "button", textContent: `${at + 1} ${shown(asks)} ` });
      button.append(make("code", { textContent: name }));
      button.addEventListener("click", () => ask(name));
      return button;
    }));
    ask(card.likeliest ?? "");
    value.value = card.value ?? "";
    // Words in quotation marks are somebody's; whose a figure is the reader says.
    speaker.value = card.kind === "quotation" ? (card.speakers[0] ?? "") : "";
    quote.value = card.quote;
    more.value = "";
    reason.value = "";
    const row = mine?.row;
    if (row?.desk.waive !== undefined) reason.value = row.desk.waive;
    else if (row) fill(row);
  };
  // The next of those whom the sentence names beside a verb of speaking; behind the last, the source itself.
  const bySomebody = () => {
    const at = card.speakers.indexOf(speaker.value.trim());
    speaker.value = card.speakers[at + 1] ?? "";
    return speaker.value;
  };
  const fill = (row) => {
    const words = (it) => (Array.isArray(it) ? it.join("; ") : String(it ?? ""));
    ask(row.desk.new?.question ? `+ ${row.desk.new.question}` : row.question);
    value.value = words(row.value);
    speaker.value = row.desk.new?.agent ? `+ ${row.desk.new.agent}` : words(row["said-by"]);
    asOf.value = row["as-of"] ?? "";
    quote.value = row.quote;
    const own = ["source", "question", "value", "quote", "said-by", "as-of", "locator", "desk"];
    more.value = Object.entries(row).filter(([key]) => !own.includes(key)).map(([key, it]) => `${key}=${it}`).join("; ");
  };
  return {
    node, question, value, reason, buttons, open, ask, bySomebody,
    fields: () => ({ question: question.value, value: value.value, speaker: speaker.value, asOf: asOf.value, quote: quote.value, more: more.value }),
  };
})();
