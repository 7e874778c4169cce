"use strict";
/* The search: over the names of everything on the page, then over all that is written about it. */
const startSearch = ({ levelOf, found, take }) => {
  const $ = (id) => document.getElementById(id);
  const KINDS = { c: "concept", p: "proposition", m: "memo", r: "literature" };
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").toLowerCase();
  const index = [...document.querySelectorAll("#text article")].map((article) => ({
    id: article.id,
    name: article.querySelector("h3").textContent.trim(),
    kind: levelOf(article.id) || KINDS[article.id[0]],
    title: fold(article.querySelector("h3").textContent),
    all: fold(article.textContent),
  }));
  const MOST = 40;

  function search() {
    const words = fold($("search").value).split(/\s+/).filter(Boolean);
    const has = (text) => words.every((word) => text.includes(word));
    const named = words.length ? index.filter((each) => has(each.title)) : [];
    const within = words.length ? index.filter((each) => !has(each.title) && has(each.all)) : [];
    $("found").replaceChildren(...[...named.map((each) => option(each, "")), ...within.map((each) => option(each, "in its text"))].slice(0, MOST));
    if (words.length && !named.length && !within.length) $("found").replaceChildren(nothing());
    found(named.map((each) => each.id));
    listFound(Boolean(words.length));
  }

  function option(entry, where) {
    const item = document.createElement("li");
    item.setAttribute("role", "option");
    item.id = `found-${entry.id}`;
    item.dataset.id = entry.id;
    const kind = document.createElement("span");
    kind.className = "dim";
    kind.textContent = [entry.kind, where].filter(Boolean).join(", ");
    item.append(entry.name, " ", kind);
    return item;
  }

  function nothing() {
    const item = document.createElement("li");
    item.setAttribute("role", "option");
    item.setAttribute("aria-disabled", "true");
    item.className = "dim";
    item.textContent = "nothing found";
    return item;
  }

  function listFound(shown) {
    $("found").hidden = !shown;
    $("search").setAttribute("aria-expanded", String(shown));
    if (!shown) $("search").removeAttribute("aria-activedescendant");
  }

  function go(step) {
    const all = [...$("found").querySelectorAll("[role=option]")];
    const now = all.findIndex((each) => each.getAttribute("aria-selected") === "true");
    const next = now < 0 && step < 0 ? all.at(-1) : all[(now + step + all.length) % all.length];
    all.forEach((each) => each.setAttribute("aria-selected", String(each === next)));
    if (next) {
      $("search").setAttribute("aria-activedescendant", next.id);
      next.scrollIntoView({ block: "nearest" });
    }
  }

  function choose(item) {
    if (!item?.dataset.id) return;
    listFound(false);
    take(item.dataset.id);
  }

  $("search").addEventListener("input", search);
  $("search").addEventListener("focus", () => $("search").value && search());
  $("search").addEventListener("blur", () => listFound(false));
  $("search").addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") go(1);
    else if (event.key === "ArrowUp") go(-1);
    else if (event.key === "Enter") choose($("found").querySelector("[aria-selected=true]") || $("found").querySelector("[role=option]"));
    else if (event.key === "Escape") {
      $("search").value = "";
      search();
    } else return;
    event.preventDefault();
  });
  $("found").addEventListener("mousedown", (event) => {
    event.preventDefault();
    choose(event.target.closest("[role=option]"));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target.matches("input")) return;
    event.preventDefault();
    $("search").focus();
  });

  return { nameOf: (id) => index.find((each) => each.id === id)?.name || "" };
};
