"use strict";
(() => {
  const rows = JSON.parse(document.getElementById("data").textContent);
  const words = rows.map(([kind, name, beside, , more]) => `${kind} ${name} ${beside} ${more}`.toLowerCase());
  const most = 200;
  const box = document.querySelector('input[name="q"]');
  const list = document.getElementById("results");
  const found = document.getElementById("found");
  const show = () => {
    const wanted = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    list.replaceChildren();
    if (wanted.length === 0) {
      found.textContent = "Write words of a question, an event, a source or a speaker.";
      return;
    }
    let count = 0;
    rows.forEach(([kind, name, beside, path], at) => {
      if (!wanted.every((word) => words[at].includes(word))) return;
      count += 1;
      if (count > most) return;
      const item = document.createElement("li");
      const link = Object.assign(document.createElement("a"), { href: path, textContent: name });
      const more = Object.assign(document.createElement("span"), { className: "dim", textContent: beside ? `${kind}, ${beside}` : kind });
      item.append(link, " ", more);
      list.append(item);
    });
    found.textContent = count > most ? `${count} found, the first ${most} are shown` : `${count} found`;
  };
  box.value = new URLSearchParams(location.search).get("q") ?? "";
  box.addEventListener("input", show);
  show();
})();
