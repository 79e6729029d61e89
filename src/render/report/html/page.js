"use strict";
(() => {
  const holder = document.getElementById("filter");
  const rows = [...document.querySelectorAll(".grid tbody tr")];
  if (holder && rows.length > 4) {
    const add = (parent, name, set) => parent.appendChild(Object.assign(document.createElement(name), set));
    const form = add(holder, "div", { className: "filter" });
    form.setAttribute("role", "search");
    const words = add(form, "label", { textContent: "Only rows with the words " });
    const search = add(words, "input", { type: "search" });
    const only = add(form, "label", {});
    const disputed = add(only, "input", { type: "checkbox" });
    only.append(" only where they differ");
    const shown = add(form, "span", { className: "dim" });
    shown.setAttribute("role", "status");
    const filter = () => {
      const wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean);
      let count = 0;
      for (const row of rows) {
        const text = row.textContent.toLowerCase();
        const differs = row.querySelector(".s-bad, .s-held, .s-warn") !== null;
        row.hidden = !(wanted.every((word) => text.includes(word)) && (differs || !disputed.checked));
        count += row.hidden ? 0 : 1;
      }
      for (const table of document.querySelectorAll(".grid")) {
        table.closest(".scroll").hidden = !table.querySelector("tbody tr:not([hidden])");
      }
      shown.textContent = count + " of " + rows.length + " rows";
    };
    search.addEventListener("input", filter);
    disputed.addEventListener("change", filter);
    filter();
  }
  // What stands behind the # is whatever somebody typed, a lone % too.
  const named = () => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return "";
    }
  };
  const open = () => {
    const target = document.getElementById(named());
    if (target instanceof HTMLDetailsElement) target.open = true;
  };
  addEventListener("hashchange", open);
  open();
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const one of closed) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of closed) one.open = false;
  });
})();
