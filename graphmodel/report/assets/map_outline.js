"use strict";
/* The outline: the same concepts as a tree, for the eye, the keyboard and screen readers. */
const startOutline = ({ opened, take }) => {
  const tree = document.querySelector("#outline [role=tree]");
  const items = [...tree.querySelectorAll("[role=treeitem]")];
  const groupOf = (item) => item.nextElementSibling;
  const above = (item) => item.closest("ul[role=group]")?.previousElementSibling || null;

  function expand(item, wide) {
    if (item.hasAttribute("aria-expanded")) item.setAttribute("aria-expanded", String(wide));
  }

  function seen() {
    return items.filter((item) => {
      for (let up = above(item); up; up = above(up)) if (up.getAttribute("aria-expanded") === "false") return false;
      return true;
    });
  }

  function focusItem(item) {
    if (!item) return;
    items.forEach((each) => (each.tabIndex = each === item ? 0 : -1));
    item.focus();
  }

  /** Shows where in the tree the open concept stands. */
  function follow(id) {
    for (const item of items) {
      const here = item.dataset.id === id;
      if (here) item.setAttribute("aria-current", "true");
      else item.removeAttribute("aria-current");
      if (!here) continue;
      for (let up = above(item); up; up = above(up)) expand(up, true);
      items.forEach((each) => (each.tabIndex = each === item ? 0 : -1));
      item.scrollIntoView({ block: "nearest" });
    }
  }

  const KEYS = {
    ArrowDown: (item) => focusItem(seen()[seen().indexOf(item) + 1]),
    ArrowUp: (item) => focusItem(seen()[seen().indexOf(item) - 1]),
    Home: () => focusItem(seen()[0]),
    End: () => focusItem(seen().at(-1)),
    ArrowRight: (item) => (item.getAttribute("aria-expanded") === "false" ? expand(item, true) : item.hasAttribute("aria-expanded") && focusItem(groupOf(item).querySelector("[role=treeitem]"))),
    ArrowLeft: (item) => (item.getAttribute("aria-expanded") === "true" ? expand(item, false) : focusItem(above(item))),
    " ": (item) => item.click(),
  };
  tree.addEventListener("keydown", (event) => {
    if (!KEYS[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    KEYS[event.key](event.target.closest("[role=treeitem]"));
    event.preventDefault();
  });
  tree.addEventListener("click", (event) => {
    const item = event.target.closest("[role=treeitem]");
    if (!item) return;
    event.preventDefault();
    expand(item, item.getAttribute("aria-expanded") !== "true" || opened() !== item.dataset.id);
    take(item);
  });
  if (items.length) items[0].tabIndex = 0;

  return { follow };
};
