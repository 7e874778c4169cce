"use strict";
/* What is drawn: the layout's boxes and the theory's relations as Cytoscape elements, and how they look. */
const MapDrawing = (() => {
  const INK = "#1d2b33", QUIET = "#55636b", PAPER = "#f6f3ec", CARD = "#ffffff", LINE = "#d9d2c4";
  const TEAL = "#1c6a72", PALE = "#b7d6d6", INDIGO = "#4b4596", RED = "#a8321a", OCHRE = "#7a5600", YELLOW = "#fff1bd";
  const SANS = "system-ui, Segoe UI, Noto Sans, DejaVu Sans, sans-serif";
  const SERIF = "Iowan Old Style, Charter, Georgia, Noto Serif, DejaVu Serif, serif";

  /** The elements for a layout. */
  function elements(theory, layout) {
    const found = [];
    for (const region of layout.regions) found.push(back(`region-${region.id}`, region, "region"));
    for (const card of layout.cards) found.push(back(`card-${card.id}`, card, "card"), distantName(card, layout));
    if (layout.literature) found.push(back("region-literature", layout.literature, "region literature"));
    for (const box of layout.boxes.values()) found.push(...(box.concept ? concept(box, theory) : reference(box)));
    found.push(...badges(theory, layout));
    found.push(...propositions(theory, layout), ...links(theory, layout), ...otherParents(theory, layout));
    return found;
  }

  function node(id, x, y, width, height, classes, data = {}) {
    return { group: "nodes", data: { id, width, height, ...data }, position: { x, y }, classes };
  }

  function back(id, box, classes) {
    const data = { label: box.caption || "" };
    return node(id, box.x + box.width / 2, box.y + box.height / 2, box.width, box.height, `back ${classes}`, data);
  }

  /** The name of a whole card, for a map so small that its rows cannot be read. */
  function distantName(card, layout) {
    const data = { label: card.far.lines.join("\n"), font: card.far.font };
    const events = layout.boxes.has(card.id) ? { open: card.id } : {};
    return node(`far-${card.id}`, card.x + card.width / 2, card.y + card.height / 2, card.width, card.height, "far", { ...data, ...events });
  }

  function concept(box, theory) {
    const { concept } = box;
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const left = box.kind === "theme" ? box.cell / 2 + 1 : box.kind === "heading" ? 25 : 19;
    const share = theory.participants ? (100 * concept.participants) / theory.participants : 0;
    const empty = concept.excerpts ? "" : " empty";
    return [
      node(concept.id, middle.x, middle.y, box.width, box.height, `box ${box.kind}`, {
        open: concept.id,
        label: concept.excerpts ? `${concept.excerpts} · ${concept.participants}` : "0",
        inset: box.width - 10,
        count: box.kind === "theme" ? box.font * 0.7 : box.kind === "heading" ? 13 : 12,
      }),
      node(`dot-${concept.id}`, box.x + box.cell - left, middle.y, box.dot, box.dot, `dot ${box.kind}${empty}`, {
        label: box.lines.join("\n"),
        font: box.font,
        gap: left - box.dot / 2,
        share,
      }),
    ];
  }

  function reference(box) {
    const y = box.y + box.height / 2;
    return [
      node(box.id, box.x + box.width / 2, y, box.width, box.height, "box reference literature", { open: box.id, label: "", inset: 0, count: 12 }),
      node(`dot-${box.id}`, box.x + 16, y, 11, 11, "square literature", { label: box.lines.join("\n"), font: box.font, gap: 12 }),
    ];
  }

  /** How many excerpts stand against a concept and how many references bear on it, at the end of its row. */
  function badges(theory, layout) {
    const bearing = new Map();
    for (const link of theory.links) bearing.set(link.to, (bearing.get(link.to) || 0) + 1);
    const found = [];
    for (const box of layout.boxes.values()) {
      if (!box.concept) continue;
      const y = box.y + box.height / 2;
      const within = box.kind === "theme" ? "" : " within";
      if (box.concept.against || box.concept.sought) {
        const hollow = box.concept.against ? "" : " hollow";
        found.push(node(`negative-${box.id}`, box.x + box.width - box.counts, y, 22, 22, `badge negative${hollow}${within}`, { label: String(box.concept.against), open: box.id }));
      }
      if (bearing.get(box.id)) {
        found.push(node(`bearing-${box.id}`, box.x + box.width - box.counts - (box.concept.against || box.concept.sought ? 22 : 0), y, 17, 17, `badge literature${within}`, { label: String(bearing.get(box.id)), open: box.id }));
      }
    }
    return found;
  }

  function propositions(theory, layout) {
    const found = [];
    const labels = [];
    theory.propositions.forEach((each, number) => {
      const source = layout.boxes.get(layout.standIn.get(each.subject));
      const target = layout.boxes.get(layout.standIn.get(each.object));
      if (!source || !target || source === target) return;
      const curve = bend(source, target, number);
      const lifted = source.id === each.subject && target.id === each.object ? "" : " lifted";
      const classes = `proposition${each.for ? "" : " unsupported"}${lifted}`;
      found.push(edge(each.id, source.id, target.id, classes, curve, { open: each.id, ends: [each.subject, each.object] }));
      const box = { width: Math.max(6.4 * each.relation.length + 18, 56), height: 36 };
      const at = placeLabel(curve, box, layout, labels);
      labels.push({ x: at.x, y: at.y, ...box });
      found.push(node(`label-${each.id}`, at.x, at.y, box.width, box.height, "label proposition", { label: `${each.relation}\n+${each.for} −${each.against}`, open: each.id }));
    });
    return found;
  }

  function links(theory, layout) {
    return theory.links.flatMap((link, number) => {
      const target = layout.boxes.get(layout.standIn.get(link.to) || layout.standIn.get(subjectOf(theory, link.to)));
      const source = layout.boxes.get(link.from);
      if (!source || !target) return [];
      const classes = `link literature ${link.stance || "bears"}`;
      return [edge(`link-${number}`, source.id, target.id, classes, bend(source, target, 0), { label: link.stance || "", open: link.from, ends: [link.from, link.to] })];
    });
  }

  function subjectOf(theory, id) {
    return theory.propositions.find((each) => each.id === id)?.subject;
  }

  function otherParents(theory, layout) {
    return theory.concepts.flatMap((concept) =>
      concept.parents.slice(1).flatMap((parent) => {
        const source = layout.boxes.get(layout.standIn.get(concept.id));
        const target = layout.boxes.get(layout.standIn.get(parent));
        if (!source || !target || source === target) return [];
        return [edge(`also-${concept.id}-${parent}`, source.id, target.id, "also", bend(source, target, 0), { ends: [concept.id, parent] })];
      }),
    );
  }

  function edge(id, source, target, classes, curve, data) {
    return { group: "edges", data: { id, source, target, ...curve.style, ...data }, classes };
  }

  /** A curve that leaves and arrives at the sides of the boxes, so that it runs between the columns where it can. */
  function bend(source, target, number) {
    const from = centre(source), to = centre(target);
    const apart = Math.abs(from.x - to.x) > (source.width + target.width) / 2;
    const right = to.x > from.x;
    const out = apart && !right ? -1 : 1;
    const into = apart && right ? -1 : 1;
    const start = { x: from.x + (out * source.width) / 2, y: from.y };
    const end = { x: to.x + (into * target.width) / 2, y: to.y };
    const reach = apart ? Math.min(160, 36 + Math.abs(end.x - start.x) / 3) : 64 + (number % 4) * 12 + Math.abs(end.y - start.y) / 12;
    const first = { x: start.x + out * reach, y: start.y };
    const second = { x: end.x + into * reach, y: end.y };
    const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
    const along = { x: (end.x - start.x) / length, y: (end.y - start.y) / length };
    const weight = (point) => ((point.x - start.x) * along.x + (point.y - start.y) * along.y) / length;
    const distance = (point) => (point.y - start.y) * along.x - (point.x - start.x) * along.y;
    return {
      points: [start, first, second, end],
      style: {
        out: `${out * 50}% 0%`,
        into: `${into * 50}% 0%`,
        weights: `${weight(first)} ${weight(second)}`,
        distances: `${distance(first)} ${distance(second)}`,
      },
    };
  }

  function centre(box) {
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** The point of a curve at `t` from 0 to 1: two quadratic pieces that meet between the control points. */
  function pointOf([start, first, second, end], t) {
    const half = { x: (first.x + second.x) / 2, y: (first.y + second.y) / 2 };
    const [a, b, c, u] = t < 0.5 ? [start, first, half, 2 * t] : [half, second, end, 2 * t - 1];
    const mix = (key) => (1 - u) * (1 - u) * a[key] + 2 * u * (1 - u) * b[key] + u * u * c[key];
    return { x: mix("x"), y: mix("y") };
  }

  const ASIDE = [0, -16, 16, -32, 32, -48, 48];

  /** Where along its curve, or little aside of it, a label hides least. */
  function placeLabel(curve, box, layout, labels) {
    let best = null;
    const places = [];
    for (let t = 0.1; t <= 0.901; t += 0.04) for (const aside of ASIDE) places.push([t, aside]);
    for (const [t, aside] of places) {
      const on = pointOf(curve.points, t);
      const at = { x: on.x, y: on.y + aside };
      const hidden = [...layout.boxes.values()].reduce((sum, each) => sum + (each.reference ? 0 : overlap(at, box, each) * (each.kind === "row" ? 1 : 2)), 0);
      const labelled = labels.reduce((sum, each) => sum + overlap(at, box, { x: each.x - each.width / 2, y: each.y - each.height / 2, width: each.width, height: each.height + 4 }), 0);
      const cost = hidden + 6 * labelled + 200 * Math.abs(t - 0.5) + 6 * Math.abs(aside);
      if (!best || cost < best.cost) best = { ...at, cost };
    }
    return best;
  }

  function overlap(at, box, other) {
    const wide = Math.min(at.x + box.width / 2, other.x + other.width) - Math.max(at.x - box.width / 2, other.x);
    const high = Math.min(at.y + box.height / 2, other.y + other.height) - Math.max(at.y - box.height / 2, other.y);
    return wide > 0 && high > 0 ? wide * high : 0;
  }

  const style = [
    { selector: "node", style: { width: "data(width)", height: "data(height)", "font-family": SANS, color: INK, "z-index-compare": "manual", "text-wrap": "wrap", "text-max-width": "2000px", "line-height": 1.2, "overlay-opacity": 0, "underlay-opacity": 0 } },
    { selector: "edge", style: { "z-index-compare": "manual", "overlay-opacity": 0 } },
    { selector: ".back", style: { shape: "round-rectangle", "corner-radius": 14, events: "no", "z-index": 0 } },
    { selector: ".region", style: { "background-color": "#ebe6da", "background-opacity": 0.75, "border-width": 1, "border-color": LINE, label: "data(label)", "text-valign": "top", "text-margin-y": 34, "font-size": 17, "font-family": SERIF, color: QUIET } },
    { selector: ".card", style: { "corner-radius": 9, "background-color": CARD, "border-width": 1, "border-color": LINE, "z-index": 3 } },
    { selector: ".far", style: { shape: "round-rectangle", "background-opacity": 0, display: "none", "z-index": 4, label: "data(label)", "text-valign": "center", "text-halign": "center", "font-size": "data(font)", "font-weight": 600 } },
    { selector: ".box", style: { shape: "round-rectangle", "corner-radius": 8, "background-opacity": 0, "border-width": 0, "z-index": 4, label: "data(label)", "text-halign": "left", "text-valign": "center", "text-margin-x": "data(inset)", "font-size": "data(count)", color: QUIET, "min-zoomed-font-size": 5 } },
    { selector: ".dot, .square", style: { events: "no", "z-index": 5, label: "data(label)", "text-halign": "right", "text-valign": "center", "text-justification": "left", "text-margin-x": "data(gap)", "font-size": "data(font)", "min-zoomed-font-size": 4 } },
    { selector: ".dot", style: { shape: "ellipse", "background-color": PALE, "border-width": 1.5, "border-color": TEAL, "pie-size": "100%", "pie-1-background-color": TEAL, "pie-1-background-size": "data(share)" } },
    { selector: ".dot.empty", style: { "background-opacity": 0, "border-color": QUIET, "border-style": "dashed", "pie-1-background-size": 0 } },
    { selector: ".dot.heading", style: { "font-weight": 600 } },
    { selector: ".dot.theme", style: { "font-weight": 600, "font-family": SERIF } },
    { selector: ".square", style: { shape: "rectangle", "background-color": OCHRE } },
    { selector: ".badge", style: { "z-index": 6, label: "data(label)", "text-valign": "center", "text-halign": "center", "font-size": 11, "font-weight": 700, color: "#ffffff" } },
    { selector: ".badge.negative", style: { shape: "diamond", "background-color": RED, "border-width": 1.5, "border-color": RED } },
    { selector: ".badge.negative.hollow", style: { "background-color": CARD, color: RED } },
    { selector: ".badge.literature", style: { shape: "rectangle", "background-color": OCHRE } },
    { selector: "edge", style: { "curve-style": "unbundled-bezier", "edge-distances": "endpoints", "source-endpoint": "data(out)", "target-endpoint": "data(into)", "control-point-weights": "data(weights)", "control-point-distances": "data(distances)" } },
    { selector: "edge.proposition", style: { width: 2, "line-color": INDIGO, "target-arrow-color": INDIGO, "target-arrow-shape": "triangle", "arrow-scale": 1.3, opacity: 0.75, "z-index": 2 } },
    { selector: "edge.unsupported", style: { "line-style": "dashed" } },
    { selector: "edge.lifted", style: { opacity: 0.6 } },
    { selector: ".label", style: { shape: "round-rectangle", "corner-radius": 10, "background-color": CARD, "border-width": 1, "border-color": INDIGO, label: "data(label)", "text-valign": "center", "font-size": 12, "font-style": "italic", color: INDIGO, "z-index": 9, "min-zoomed-font-size": 5 } },
    { selector: "edge.link", style: { width: 1.2, "line-color": OCHRE, "target-arrow-color": OCHRE, "target-arrow-shape": "vee", opacity: 0.4, "z-index": 2, "font-size": 11, color: OCHRE } },
    { selector: "edge.challenges", style: { "line-style": "dashed", "target-arrow-shape": "tee" } },
    { selector: "edge.also", style: { width: 1.5, "line-color": QUIET, "line-style": "dotted", "target-arrow-shape": "circle", "target-arrow-color": QUIET, opacity: 0.7, "z-index": 2 } },
    { selector: ".distant", style: { display: "none" } },
    { selector: ".box.distant", style: { display: "element", "text-opacity": 0, events: "no" } },
    { selector: ".far.distant", style: { display: "element" } },
    { selector: ".off", style: { display: "none" } },
    { selector: ".faded", style: { opacity: 0.16 } },
    { selector: "edge.near", style: { opacity: 1, width: 3 } },
    { selector: "edge.link.near", style: { width: 2, "source-label": "data(label)", "source-text-offset": 46, "text-background-color": CARD, "text-background-opacity": 1, "text-background-padding": "2px", "z-index": 8 } },
    { selector: ".box.hover", style: { "background-opacity": 1, "background-color": "#eef4f3", "z-index": 4 } },
    { selector: ".box.hit", style: { "background-opacity": 1, "background-color": YELLOW } },
    { selector: ".box.chosen, .label.chosen", style: { "background-opacity": 1, "background-color": YELLOW, "border-width": 2.5, "border-color": INK } },
    { selector: ".box.cursor, .label.cursor", style: { "border-width": 3, "border-style": "double", "border-color": INK } },
  ];

  return { elements, style, PAPER, SANS, SERIF };
})();
