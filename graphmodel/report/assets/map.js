"use strict";
/* The page at work: the map, the details, the tools; the address's hash says what is open. */
(() => {
  const theory = JSON.parse(document.getElementById("theory").textContent);
  const $ = (id) => document.getElementById(id);
  const MANY = 150;
  const concepts = new Map(theory.concepts.map((each) => [each.id, each]));
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const state = { depth: theory.concepts.length > MANY ? "categories" : "codes", size: "excerpts", layout: null, cursor: null, from: null };

  document.body.classList.add("ready");
  for (const id of ["tools", "middle", "details"]) $(id).hidden = false;
  document.querySelector(`input[name=depth][value=${state.depth}]`).checked = true;

  const cy = cytoscape({
    container: $("map"),
    style: MapDrawing.style,
    layout: { name: "preset" },
    minZoom: 0.03,
    maxZoom: 3,
    autoungrabify: true,
    boxSelectionEnabled: false,
    selectionType: "single",
    autounselectify: true,
  });

  const pen = document.createElement("canvas").getContext("2d");
  function measure(text, font, weight) {
    pen.font = `${weight} ${font}px ${font > 20 ? MapDrawing.SERIF : MapDrawing.SANS}`;
    return pen.measureText(text).width;
  }

  function draw() {
    const view = { width: Math.max(cy.width(), 300), height: Math.max(cy.height(), 200) };
    state.layout = MapLayout.layout(theory, { depth: state.depth, sizeBy: state.size, measure, ...view });
    state.distant = false;
    cy.batch(() => {
      cy.elements().remove();
      cy.add(MapDrawing.elements(theory, state.layout));
    });
    switchLayers();
    mark();
    standBack();
  }

  function switchLayers() {
    for (const [id, selector] of [["propositions", ".proposition"], ["negative", ".badge.negative"], ["literature", ".literature"]]) {
      cy.elements(selector).toggleClass("off", !$(id).checked);
    }
    keepPicture();
  }

  function fit() {
    const all = cy.nodes().filter((each) => !each.hasClass("off")).boundingBox();
    const wide = cy.width() - 40, high = cy.height() - 80;
    const zoom = Math.max(0.02, Math.min(1.5, wide / all.w, high / all.h));
    cy.viewport({ zoom, pan: { x: 20 + (wide - zoom * (all.x1 + all.x2)) / 2, y: 20 + (high - zoom * (all.y1 + all.y2)) / 2 } });
  }

  const READABLE = 0.46;

  /** Where rows are too small to read, each card shows its name instead. */
  function standBack() {
    showFrom(state.depth === "codes" && cy.zoom() < READABLE);
  }
  function showFrom(distant) {
    if (distant === state.distant) return;
    state.distant = distant;
    cy.nodes(".row, .heading, .badge.within, .far, .label").toggleClass("distant", distant);
  }
  cy.on("zoom", standBack);

  /* What is open */

  function opened() {
    const id = decodeURIComponent(location.hash.slice(1));
    const article = id && $(id);
    return article && article.closest("#text") ? id : null;
  }

  function open(id) {
    if (location.hash === `#${id}`) show();
    else location.hash = id;
  }

  function show() {
    const id = opened();
    const shown = $("shown");
    if (id) {
      const copy = $(id).cloneNode(true);
      copy.removeAttribute("id");
      shown.replaceChildren(copy);
      $("details").scrollTop = 0;
    } else shown.replaceChildren();
    document.body.classList.toggle("open", Boolean(id));
    cy.resize();
    if (id) {
      reveal(id);
      $("details").scrollIntoView({ block: "nearest" });
    }
    mark();
    outline.follow(id);
    if (id && ($("details").contains(document.activeElement) || document.activeElement === document.body)) $("details").focus({ preventScroll: true });
  }

  /** Brings what is open into sight, with more of the tree where that is needed. */
  function reveal(id) {
    if (id.startsWith("r")) turnOn("literature");
    if (id.startsWith("p")) turnOn("propositions");
    if (concepts.has(id) && state.layout.standIn.get(id) !== id) setDepth("codes");
    const drawn = cy.getElementById(id.startsWith("p") ? `label-${id}` : id);
    if (drawn.empty()) return;
    const box = drawn.renderedBoundingBox();
    const inside = box.x1 > 0 && box.y1 > 0 && box.x2 < cy.width() && box.y2 < cy.height();
    if (inside && cy.zoom() > 0.45) return;
    const view = { center: { eles: drawn }, zoom: Math.max(cy.zoom(), 0.8) };
    if (calm.matches) {
      cy.zoom({ level: view.zoom });
      cy.center(drawn);
    } else cy.animate(view, { duration: 250 });
  }

  function turnOn(id) {
    if ($(id).checked) return;
    $(id).checked = true;
    switchLayers();
  }

  function setDepth(depth) {
    state.depth = depth;
    document.querySelector(`input[name=depth][value=${depth}]`).checked = true;
    draw();
    fit();
  }

  function mark() {
    const id = opened();
    cy.batch(() => {
      cy.elements().removeClass("chosen near faded");
      if (!id) return;
      cy.elements(".box, .label").filter((each) => each.data("open") === id).addClass("chosen");
      const near = cy.edges().filter((each) => each.data("open") === id || (each.data("ends") || []).includes(id));
      near.addClass("near");
      if (near.nonempty()) {
        const far = cy.edges().not(near);
        far.addClass("faded");
        cy.nodes(".label").filter((each) => far.some((line) => line.id() === each.data("open"))).addClass("faded");
      }
    });
    cy.elements(".also").forEach((each) => each.toggleClass("off", !each.hasClass("near")));
    keepPicture();
  }

  window.addEventListener("hashchange", show);
  $("close").addEventListener("click", close);
  function close() {
    history.pushState(null, "", location.pathname + location.search);
    show();
    (state.from || $("map")).focus();
  }
  $("details").addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });

  /* The map */

  cy.on("tap", (event) => {
    const id = event.target !== cy && event.target.data("open");
    if (id) take(id, $("map"));
  });
  cy.on("mouseover", ".box, .label, .badge, edge", (event) => {
    cy.getElementById(event.target.data("open") || "").addClass("hover");
    $("map").style.cursor = event.target.data("open") ? "pointer" : "";
  });
  cy.on("mouseout", () => {
    cy.elements(".hover").removeClass("hover");
    $("map").style.cursor = "";
  });

  function stops() {
    return cy.nodes(".box, .label").filter((each) => each.visible());
  }

  function moveCursor(id) {
    cy.elements(".cursor").removeClass("cursor");
    state.cursor = id;
    const drawn = cy.getElementById(id);
    if (drawn.empty()) return;
    drawn.addClass("cursor");
    const box = drawn.renderedBoundingBox({ includeLabels: false });
    if (box.x1 < 0 || box.y1 < 0 || box.x2 > cy.width() || box.y2 > cy.height()) cy.center(drawn);
    $("told").textContent = spoken(drawn.data("open"));
  }

  function spoken(id) {
    const concept = concepts.get(id);
    if (concept) {
      const parts = [concept.name, concept.level.toLowerCase(), `${concept.excerpts} excerpts`, `${concept.participants} of ${theory.participants} participants`];
      if (concept.against) parts.push(`${concept.against} negative cases`);
      return parts.join(", ");
    }
    return search.nameOf(id);
  }

  const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  /** The point from which steps are measured: names begin at the left, labels stand in the middle. */
  function anchor(drawn) {
    const at = drawn.position();
    return drawn.hasClass("box") ? { x: at.x - drawn.width() / 2, y: at.y } : at;
  }

  /** Goes to the next name or label in a direction; up and down keep to names. */
  function step([right, down]) {
    const here = cy.getElementById(state.cursor || "");
    if (here.empty() || !here.visible()) return moveCursor(stops()[0]?.id());
    const at = anchor(here);
    let best = null;
    stops().forEach((each) => {
      if (down && here.hasClass("box") && !each.hasClass("box")) return;
      const x = anchor(each).x - at.x, y = anchor(each).y - at.y;
      const along = x * right + y * down, aside = Math.abs(x * down) + Math.abs(y * right);
      if (along < 4) return;
      const cost = along + 2.5 * aside;
      if (!best || cost < best.cost) best = { id: each.id(), cost };
    });
    return best && moveCursor(best.id);
  }

  $("map").addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (DIRECTIONS[event.key]) step(DIRECTIONS[event.key]);
    else if (event.key === "Home") moveCursor(stops()[0]?.id());
    else if (event.key === "Enter" || event.key === " ") openCursor();
    else if (event.key === "+" || event.key === "=") zoom(1.3);
    else if (event.key === "-") zoom(1 / 1.3);
    else if (event.key === "0") fit();
    else if (event.key === "Escape" && opened()) close();
    else return;
    event.preventDefault();
  });
  $("map").addEventListener("focus", () => {
    if (!state.cursor && !state.pointer) moveCursor(stops()[0]?.id());
  });
  $("map").addEventListener("pointerdown", () => (state.pointer = true));

  function openCursor() {
    const drawn = cy.getElementById(state.cursor || "");
    if (drawn.empty()) return;
    state.from = $("map");
    open(drawn.data("open"));
    $("details").focus({ preventScroll: true });
  }

  function zoom(factor) {
    cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  }

  /* The tools */

  $("in").addEventListener("click", () => zoom(1.3));
  $("out").addEventListener("click", () => zoom(1 / 1.3));
  $("fit").addEventListener("click", fit);
  for (const id of ["propositions", "negative", "literature"]) {
    $(id).addEventListener("change", () => {
      switchLayers();
      if (id === "literature") fit();
    });
  }
  for (const each of document.querySelectorAll("input[name=depth]")) each.addEventListener("change", () => setDepth(each.value));
  for (const each of document.querySelectorAll("input[name=size]")) {
    each.addEventListener("change", () => {
      state.size = each.value;
      draw();
    });
  }
  $("read").addEventListener("click", () => {
    const reading = document.body.classList.toggle("reading");
    $("read").setAttribute("aria-pressed", String(reading));
    if (reading && opened()) $(opened()).scrollIntoView();
    if (!reading) cy.resize();
  });
  $("print").addEventListener("click", () => {
    takePicture();
    $("print-map").decode().then(() => window.print());
  });

  /* The picture for the printer */

  const PAPER_WIDTH = 1047;
  let waiting = null;
  function keepPicture() {
    clearTimeout(waiting);
    waiting = setTimeout(takePicture, 600);
  }
  function takePicture() {
    clearTimeout(waiting);
    const all = cy.elements(":visible").boundingBox();
    const scale = Math.min(3, 3600 / Math.max(all.w, all.h, 1));
    showFrom(state.depth === "codes" && PAPER_WIDTH / all.w < READABLE);
    $("print-map").src = cy.png({ output: "base64uri", full: true, scale, bg: "#ffffff" });
    $("picture").hidden = false;
    standBack();
  }
  window.addEventListener("beforeprint", takePicture);

  /** Opens what was chosen elsewhere, and remembers where to go back to. */
  function take(id, from) {
    state.from = from;
    open(id);
    moveCursor(cy.getElementById(id).isNode() ? id : `label-${id}`);
  }

  const search = startSearch({
    levelOf: (id) => concepts.get(id)?.level.toLowerCase(),
    found: (ids) => {
      cy.elements(".hit").removeClass("hit");
      ids.forEach((id) => cy.getElementById(id).addClass("hit"));
    },
    take: (id) => take(id, $("search")),
  });
  const outline = startOutline({ opened, take: (item) => take(item.dataset.id, item) });

  draw();
  fit();
  if (opened()) show();
  new ResizeObserver(() => cy.resize()).observe($("map"));
})();
