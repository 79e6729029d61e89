"use strict";
// What there is to decide on, what was decided and by whom, and how it is written down. Nothing is drawn here.
const book = (() => {
  const desk = JSON.parse(document.getElementById("desk-data").textContent);
  const questions = new Map(desk.questions.map((it) => [it.question, it]));
  const spotted = desk.sources.flatMap((source, nth) => source.cards.map((card) => ({ ...card, source, nth, own: false })));
  const cards = spotted.map((card, number) => ({ ...card, number }));
  const answers = new Map();
  const undone = [];
  let unsaved = false;

  const key = (card) => JSON.stringify([card.source.source, card.digest, card.own ? [card.at, card.quote] : null]);
  const of = (card) => answers.get(key(card)) ?? [];
  const set = (card, list) => {
    undone.push([card, of(card)]);
    answers.set(key(card), list);
    unsaved = true;
  };
  // The card whose last decision is taken back, with the answer that it had.
  const undo = () => {
    const [card, before] = undone.pop() ?? [];
    if (!card) return {};
    const answer = of(card).find((it) => !before.includes(it));
    answers.set(key(card), before);
    unsaved = true;
    return { card, answer };
  };

  // What somebody says of a card, whoever it is: two people agree where it is the same.
  const content = ({ row }) => {
    const { desk: about, ...said } = row;
    delete said.locator;
    return JSON.stringify([about.waive ?? null, Object.entries(said).sort()]);
  };
  const differ = (card) => {
    const said = new Map();
    for (const answer of of(card)) said.set(answer.by, [...(said.get(answer.by) ?? []), content(answer)].sort());
    return new Set([...said.values()].map(String)).size > 1;
  };
  const state = (card) => {
    const given = of(card);
    if (given.length === 0) return card.own ? "open" : card.state !== "open" ? card.state : card.waits ? "open" : "beside";
    if (differ(card)) return "differs";
    return given.every((it) => it.row.desk.waive !== undefined) ? "left" : "answered";
  };
  const waits = (card) => (card.own || card.waits) && of(card).length === 0;
  const inOrder = () =>
    [...cards].filter((card) => !card.gone).sort((a, b) => a.nth - b.nth || a.at[0] - b.at[0] || a.number - b.number);

  // Words that a reader selected, as a card.
  const select = (nth, at, quote, paragraph) => {
    const source = desk.sources[nth];
    const known = cards.find((card) => card.own && card.nth === nth && card.at[0] === at[0] && card.quote === quote);
    if (known) {
      known.gone = false;
      return known;
    }
    // What was spotted in the words speaks for them, figures and dates first, then the longest; for a speaker what was spotted in their paragraph does.
    const here = cards.filter((it) => !it.own && it.nth === nth);
    const within = here.filter((it) => at[0] <= it.at[0] && it.at[1] <= at[1]).sort((a, b) => b.counted - a.counted || b.at[1] - b.at[0] - (a.at[1] - a.at[0]));
    const beside = here.filter((it) => it.paragraph === paragraph && it.quoted[0] < at[1] && at[0] < it.quoted[1]);
    const each = (of) => [...new Set(of)];
    const told = [...within, ...beside];
    const card = { digest: source.digest, at, quoted: at, quote, kind: "words", reading: within.map((it) => it.reading).join(" · "),
      value: within[0]?.value ?? null, questions: each(told.flatMap((it) => it.questions)).slice(0, 3),
      likeliest: within.find((it) => it.likeliest)?.likeliest ?? null, speakers: each(told.flatMap((it) => it.speakers)),
      paragraph, source, nth, own: true, waits: true, state: "open", number: cards.length };
    cards.push(card);
    return card;
  };

  // The question that is meant: by its name, or by words that no other has in its name or in what it asks.
  const meant = (words) => {
    if (questions.has(words) || words === "") return words;
    const wanted = words.toLowerCase().split(/\s+/);
    const last = (it) => it.question.split("/").at(-1);
    const have = (text) => wanted.every((word) => text.toLowerCase().includes(word));
    const ways = [(it) => last(it) === words, (it) => have(last(it)), (it) => have(`${it.question} ${it.ask}`)];
    const found = ways.map((way) => desk.questions.filter(way)).find((it) => it.length > 0) ?? [];
    if (found.length < 2) return found[0]?.question ?? words;
    throw new Error(`${found.length} questions have these words: ${found.slice(0, 5).map((it) => it.question).join(", ")}${found.length > 5 ? ", …" : ""}`);
  };
  const listed = (words) => {
    const items = words.split(";").map((it) => it.trim()).filter(Boolean);
    return items.length > 1 ? items : (items[0] ?? "");
  };
  const typed = (words, type) => {
    if (type === "yes-no" && /^(true|yes)$/i.test(words)) return true;
    if (type === "yes-no" && /^(false|no)$/i.test(words)) return false;
    return type === "set" || type === "place" || type === "agent" ? listed(words) : words;
  };
  const fresh = (line) => (line.startsWith("+") ? line.slice(1).trim() : null);

  // The answer that fields come to, or why they come to none.
  const claim = (card, fields, by) => {
    const made = {};
    const named = (what, line) => {
      const defined = fresh(line);
      if (defined === null) return line;
      if (made[what] !== undefined && made[what] !== defined) throw new Error(`one answer makes one new ${what}: make the other with another`);
      made[what] = defined;
      return defined.split(/\s+/)[0];
    };
    const question = named("question", fresh(fields.question) === null ? meant(fields.question.trim()) : fields.question.trim());
    const asked = questions.get(question);
    if (question === "") throw new Error("which question do the words answer? Choose one, or make one: + EVENT/ID TYPE WHAT IS ASKED");
    if (!asked && made.question === undefined) throw new Error(`no question is called ${question}: choose one of the list, or make it: + ${question} TYPE WHAT IS ASKED`);
    const type = asked ? asked.type : made.question.split(/\s+/)[1];
    const row = { source: card.source.source, question };
    const value = fields.value.trim();
    if (value !== "") row.value = typed(type === "place" || type === "agent" ? named(type, value) : value, type);
    row.quote = fields.quote.replace(/\s+/g, " ").trim();
    if (fields.speaker.trim() !== "") row["said-by"] = listed(named("agent", fields.speaker.trim()));
    if (fields.asOf.trim() !== "") row["as-of"] = fields.asOf.trim();
    row.locator = `paragraph ${card.paragraph}`;
    for (const pair of fields.more.split(";").map((it) => it.trim()).filter(Boolean)) {
      const at = pair.indexOf("=");
      if (at < 1) throw new Error(`${pair} gives no key: write KEY=VALUE, such as stance=denies`);
      row[pair.slice(0, at).trim()] = pair.slice(at + 1).trim();
    }
    if (row.value === undefined && row.stance === undefined) throw new Error("what do the words answer? Give a value, or stance=unknown under more keys");
    row.desk = about(card, by, asked && made.question === undefined ? asked.digest : null);
    if (Object.keys(made).length > 0) row.desk.new = made;
    return row;
  };
  const about = (card, by, question) => ({
    digest: question === null ? card.digest : `${card.digest}-${question}`,
    at: card.own ? card.at : card.quoted, quote: card.quote, kind: card.kind, by,
  });
  const waiver = (card, reason, by) => {
    if (reason.trim() === "") throw new Error("why need it not be recorded? Give a reason");
    return { source: card.source.source, desk: { ...about(card, by, null), waive: reason.trim() } };
  };

  // Takes the answers of a file. Those lapse that were given to another text, other words or another question.
  const read = (text) => {
    const came = { taken: 0, known: 0, lapsed: [] };
    text.split("\n").forEach((line, at) => {
      if (line.trim() === "") return;
      const lapses = (why) => came.lapsed.push(`line ${at + 1}: ${why}`);
      let row;
      try {
        row = JSON.parse(line);
      } catch {
        return lapses("it is no JSON");
      }
      const given = row?.desk;
      if (typeof given?.digest !== "string" || !Array.isArray(given.at)) return lapses("it is no answer of a desk page");
      const nth = desk.sources.findIndex((source) => source.source === row.source && !source.not_shown);
      if (nth < 0) return lapses(`the text of ${row.source} is not on this page`);
      const [passage, question] = given.digest.split("-");
      const is = (card) => card.nth === nth && !card.own && card.digest === passage;
      const selected = () => (passage === desk.sources[nth].digest ? select(nth, given.at, given.quote, paragraphOf(row)) : undefined);
      const card = cards.find(is) ?? selected();
      if (!card) return lapses(`the text of ${row.source} has changed since, or the words are others: “${given.quote}”`);
      if (question !== undefined && questions.get(row.question)?.digest !== question) return lapses(`${row.question} asks something else since`);
      const answer = { by: given.by ?? "", row };
      if (of(card).some((it) => it.by === answer.by && content(it) === content(answer))) came.known += 1;
      else {
        answers.set(key(card), [...of(card), answer]);
        unsaved = true;
        came.taken += 1;
      }
      return undefined;
    });
    return came;
  };
  const paragraphOf = (row) => Number(/^paragraph (\d+)$/.exec(row.locator ?? "")?.[1] ?? 1);

  const lines = () => inOrder().flatMap(of).map((answer) => `${JSON.stringify(answer.row)}\n`).join("");

  return {
    desk, questions, cards, of, undo, meant, state, differ, waits, inOrder, select, claim, waiver, read, lines,
    get unsaved() { return unsaved; },
    saved: () => { unsaved = false; },
    discard: (card) => {
      answers.delete(key(card));
      card.gone = true;
    },
    drop: (card, answer) => set(card, of(card).filter((it) => it !== answer)),
    put: (card, row, by) => set(card, [...of(card).filter((it) => it.by !== by), { by, row }]),
  };
})();
