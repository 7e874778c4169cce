"use strict";
/* Where everything stands: a region a theme, in it a card a category, in it a row a code. Pure arithmetic, no drawing. */
const MapLayout = (() => {
  const SPACES = {
    codes: { width: 288, column: 112, card: 22, region: 84, pad: 24 },
    categories: { width: 250, column: 130, card: 64, region: 96, pad: 36 },
    themes: { width: 300, column: 160, card: 90, region: 170, pad: 14 },
  };
  const FONTS = { theme: 22, heading: 15, row: 13 };
  const LINES = { theme: 27, heading: 19, row: 16 };
  const CELLS = { theme: 66, heading: 50, row: 38 };
  const COUNTS = 58;
  const LARGEST = { theme: 54, heading: 40, row: 26 };
  const SMALLEST = 5;
  const OWN = "own", ELSEWHERE = "elsewhere";

  /** A layout of the theory. `measure(text, font, weight)` gives a width in pixels, `aspect` is width by height. */
  function layout(theory, { depth, sizeBy, aspect, measure }) {
    const space = SPACES[depth];
    const tree = growTree(theory.concepts, depth);
    const size = sizing(theory.concepts, tree, sizeBy);
    const boxes = new Map();
    const regions = tree.tops.map((top) => makeRegion(top, tree, { space, size, measure, depth }));
    const best = arrange(regions, space, aspect);
    const result = { regions: [], cards: [], boxes, standIn: tree.standIn, literature: null };
    for (const { region, columns, x, y } of best.places) place(region, columns, x, y, space, result);
    result.width = best.width;
    result.height = best.height;
    placeLiterature(theory.references, space, measure, result);
    return result;
  }

  /** The tree that this depth shows, and for each concept the one that stands for it: itself, or the nearest shown. */
  function growTree(concepts, depth) {
    const byId = new Map(concepts.map((concept) => [concept.id, concept]));
    const parent = (concept) => (concept.outside ? null : byId.get(concept.parents[0]) || null);
    const shown = (concept) => {
      if (!parent(concept)) return true;
      if (depth === "themes") return false;
      return depth === "codes" || concept.level !== "Code";
    };
    const children = new Map(concepts.map((concept) => [concept.id, []]));
    const standIn = new Map();
    const single = [], outside = [], tops = [];
    for (const concept of concepts) {
      let visible = concept;
      while (!shown(visible)) visible = parent(visible);
      standIn.set(concept.id, visible.id);
      if (visible === concept && parent(concept)) children.get(parent(concept).id).push(concept);
    }
    for (const concept of concepts) {
      if (concept.outside) outside.push(concept);
      else if (!parent(concept)) {
        const alone = concept.level === "Code" && !concepts.some((each) => each.parents[0] === concept.id);
        (alone ? single : tops).push(concept);
      }
    }
    const all = tops.map((concept) => ({ id: concept.id, concept, below: children.get(concept.id) }));
    if (single.length) all.push({ id: OWN, title: "On their own", below: single });
    if (outside.length) all.push({ id: ELSEWHERE, title: "Elsewhere in the theory", below: outside });
    return { tops: all, children, standIn, byId };
  }

  /** One scale of areas for all circles, as large as the fullest row, heading and theme allow. */
  function sizing(concepts, tree, sizeBy) {
    const most = { theme: 1, heading: 1, row: 1 };
    for (const concept of concepts) {
      const kind = !concept.parents.length && !concept.outside ? "theme" : tree.children.get(concept.id).length ? "heading" : "row";
      most[kind] = Math.max(most[kind], concept[sizeBy]);
    }
    const scale = Math.min(...Object.keys(most).map((kind) => LARGEST[kind] / Math.sqrt(most[kind])));
    return (concept) => (concept[sizeBy] ? Math.max(SMALLEST, scale * Math.sqrt(concept[sizeBy])) : SMALLEST + 3);
  }

  function makeRegion(top, tree, context) {
    const { space, size, measure, depth } = context;
    const cards = [];
    const loose = [];
    for (const concept of top.below) {
      const below = tree.children.get(concept.id);
      if (below.length || (depth !== "codes" && !concept.outside)) cards.push(makeCard(concept, tree, context));
      else if (concept.level === "Code" || concept.outside) loose.push(concept);
      else cards.push(makeCard(concept, tree, context));
    }
    if (loose.length) {
      cards.push(withHeight({ id: `${top.id}-loose`, items: loose.map((concept) => item(concept, "row", 0, space.width, size, measure)) }));
    }
    return { top, cards, size, measure };
  }

  function makeCard(concept, tree, { space, size, measure }) {
    const items = [item(concept, "heading", 0, space.width, size, measure)];
    const add = (parent, indent) => {
      for (const child of tree.children.get(parent.id)) {
        items.push(item(child, "row", indent, space.width, size, measure));
        add(child, indent + 1);
      }
    };
    add(concept, 0);
    return withHeight({ id: concept.id, items });
  }

  function withHeight(card) {
    card.height = card.items.reduce((sum, each) => sum + each.height, 0) + (card.items.length > 1 || card.items[0].kind === "row" ? 12 : 0);
    return card;
  }

  function item(concept, kind, indent, width, size, measure) {
    const room = width - CELLS[kind] - COUNTS - indent * 16;
    const weight = kind === "row" ? 400 : 600;
    const lines = breakLines(nameOf(concept), room, (text) => measure(text, FONTS[kind], weight));
    const dot = size(concept);
    const height = Math.max(lines.length * LINES[kind] + (kind === "row" ? 10 : 22), dot + (kind === "row" ? 4 : 10));
    return { concept, kind, indent, lines, dot, height };
  }

  function nameOf(concept) {
    return concept.core ? `★ ${concept.name}` : concept.name;
  }

  /** The text in lines that fit; a word too long for a line is cut. */
  function breakLines(text, room, measure) {
    const lines = [""];
    for (const word of text.split(/\s+/)) {
      let rest = word;
      const joined = lines.at(-1) ? `${lines.at(-1)} ${rest}` : rest;
      if (measure(joined) <= room) {
        lines[lines.length - 1] = joined;
        continue;
      }
      if (lines.at(-1)) lines.push("");
      while (measure(rest) > room && rest.length > 1) {
        let end = rest.length - 1;
        while (end > 1 && measure(rest.slice(0, end)) > room) end -= 1;
        lines[lines.length - 1] = rest.slice(0, end);
        lines.push("");
        rest = rest.slice(end);
      }
      lines[lines.length - 1] = rest;
    }
    return lines;
  }

  /** Cards filled into columns of at most this height. */
  function fill(cards, most, gap) {
    const columns = [[]];
    let height = 0;
    for (const card of cards) {
      if (columns.at(-1).length && height + gap + card.height > most) {
        columns.push([]);
        height = 0;
      }
      height += (columns.at(-1).length ? gap : 0) + card.height;
      columns.at(-1).push(card);
    }
    return columns;
  }

  /** The regions in rows, with the column height and row width under which the whole appears largest. */
  function arrange(regions, space, aspect) {
    const tallest = Math.max(80, ...regions.flatMap((region) => region.cards.map((card) => card.height)));
    const total = regions.reduce((sum, region) => sum + region.cards.reduce((all, card) => all + card.height + space.card, 0), 0);
    let best = null;
    for (let step = 0; step <= 16; step += 1) {
      const most = tallest + ((Math.max(total, tallest) - tallest) * step * step) / 256;
      const sized = regions.map((region) => sizeRegion(region, most, space));
      const widths = sized.map((each) => each.width);
      const whole = widths.reduce((sum, width) => sum + width + space.region, 0);
      for (let rows = 1; rows <= Math.min(6, regions.length); rows += 1) {
        const packed = pack(sized, Math.max(whole / rows, ...widths), space);
        const scale = Math.min(aspect / packed.width, 1 / packed.height);
        if (!best || scale > best.scale * 1.001) best = { ...packed, scale };
      }
    }
    return best || { places: [], width: 100, height: 100 };
  }

  function sizeRegion(region, most, space) {
    const columns = region.cards.length ? fill(region.cards, most, space.card) : [];
    const inner = Math.max(space.width, columns.length * (space.width + space.column) - space.column);
    const heights = columns.map((column) => column.reduce((sum, card) => sum + card.height + space.card, -space.card));
    const title = titleOf(region, inner + 2 * space.pad - 24);
    const body = heights.length ? Math.max(...heights) + space.pad : 0;
    return { region, columns, title, width: inner + 2 * space.pad, height: title.height + 12 + body };
  }

  function titleOf(region, width) {
    if (region.top.concept) return item(region.top.concept, "theme", 0, width, region.size, region.measure);
    return { kind: "caption", lines: [region.top.title], height: 44 };
  }

  function pack(sized, most, space) {
    const places = [];
    let x = 0, y = 0, tall = 0, width = 0;
    for (const each of sized) {
      if (x && x + each.width > most + 1) {
        x = 0;
        y += tall + space.region;
        tall = 0;
      }
      places.push({ region: each, columns: each.columns, x, y });
      x += each.width + space.region;
      width = Math.max(width, x - space.region);
      tall = Math.max(tall, each.height);
    }
    return { places, width, height: y + tall };
  }

  function place(sized, columns, x, y, space, result) {
    const { region, title } = sized;
    result.regions.push({ id: region.top.id, x, y, width: sized.width, height: sized.height, caption: region.top.title || null });
    if (region.top.concept) addBox(title, x + 12, y + 6, sized.width - 24, result);
    columns.forEach((column, number) => {
      const left = x + space.pad + number * (space.width + space.column);
      let top = y + title.height + 12;
      for (const card of column) {
        result.cards.push({ id: card.id, x: left, y: top, width: space.width, height: card.height });
        let at = top + (card.items[0].kind === "row" ? 6 : 0);
        for (const each of card.items) {
          addBox(each, left, at, space.width, result);
          at += each.height;
        }
        top += card.height + space.card;
      }
    });
  }

  function addBox({ concept, kind, indent, lines, dot, height }, x, y, width, result) {
    result.boxes.set(concept.id, { id: concept.id, concept, kind, indent, lines, dot, x, y, width, height, cell: CELLS[kind] + indent * 16, font: FONTS[kind] });
  }

  /** The literature stands beside the map, so that nothing moves when it is switched on. */
  function placeLiterature(references, space, measure, result) {
    if (!references.length) return;
    const width = 230;
    const most = Math.max(result.height - 60, 400);
    const left = result.width + 110;
    let x = left + 16, y = 54, bottom = 54;
    const placed = [];
    for (const reference of references) {
      const lines = breakLines(reference.name, width - 44, (text) => measure(text, FONTS.row, 400));
      const height = lines.length * LINES.row + 12;
      if (y + height > most && y > 54) {
        x += width + 20;
        y = 54;
      }
      placed.push({ id: reference.id, reference, kind: "reference", lines, x, y, width, height, cell: 34, font: FONTS.row });
      y += height;
      bottom = Math.max(bottom, y);
    }
    for (const box of placed) result.boxes.set(box.id, box);
    result.literature = { x: left, y: 0, width: x + width + 16 - left, height: bottom + 14, caption: "Literature" };
  }

  return { layout };
})();
