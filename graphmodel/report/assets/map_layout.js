"use strict";
/* Where everything stands: a region a theme, in it a card a category, in it a row a code. Pure arithmetic, no drawing. */
const MapLayout = (() => {
  const SPACES = {
    codes: { width: 288, column: 112, card: 22, region: 84, pad: 24 },
    categories: { width: 236, column: 112, card: 34, region: 76, pad: 30 },
    themes: { width: 300, column: 160, card: 90, region: 170, pad: 14 },
  };
  const FONTS = { theme: 22, heading: 15, row: 13 };
  const CELLS = { theme: 66, heading: 50, row: 38 };
  const COUNTS = 64;
  const LARGEST = { theme: 54, heading: 40, row: 26 };
  const SMALLEST = { theme: 12, heading: 10, row: 6 };
  const OWN = "own", ELSEWHERE = "elsewhere";

  const TITLE_ON_SCREEN = 15, SMALLEST_TITLE = 18, LARGEST_TITLE = 76;
  const DISTANT_FONTS = [56, 48, 40, 34, 28, 24, 20, 16, 13];

  /** A layout of the theory for a view of `width` by `height` pixels; `measure(text, font, weight)` gives a width.
   *  Where the whole has to be shown small, it is made again with titles that can still be read. */
  function layout(theory, view) {
    const first = layOut(theory, view, FONTS.theme);
    const title = Math.min(LARGEST_TITLE, TITLE_ON_SCREEN / Math.min(view.width / first.width, view.height / first.height));
    return title > FONTS.theme ? layOut(theory, view, title) : first;
  }

  function layOut(theory, { depth, sizeBy, width, height, measure }, titleFont) {
    const space = SPACES[depth];
    const aspect = width / height;
    const tree = growTree(theory.concepts, depth);
    const size = sizing(theory.concepts, tree, sizeBy);
    const bearing = new Set(theory.links.map((link) => link.to));
    const badges = (concept) => (concept.against || concept.sought ? 24 : 0) + (bearing.has(concept.id) ? 22 : 0);
    const context = { space, size, badges, measure, depth, titleFont };
    const boxes = new Map();
    const regions = tree.tops.map((top) => makeRegion(top, tree, context));
    const best = arrange(regions, space, aspect);
    const result = { regions: [], cards: [], boxes, standIn: tree.standIn, literature: null };
    for (const { region, columns, x, y } of best.places) place(region, columns, x, y, space, result);
    evenDistantNames(result.cards, context);
    result.width = best.width;
    result.height = best.height;
    placeLiterature(theory.references, context, aspect, result);
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

  /** Areas that can be compared within a level: row with row, heading with heading, theme with theme. */
  function sizing(concepts, tree, sizeBy) {
    const kindOf = (concept) => {
      if (!concept.parents.length && !concept.outside) return "theme";
      return tree.children.get(concept.id).length || concept.level !== "Code" ? "heading" : "row";
    };
    const most = { theme: 1, heading: 1, row: 1 };
    for (const concept of concepts) most[kindOf(concept)] = Math.max(most[kindOf(concept)], concept[sizeBy]);
    return (concept) => {
      const kind = kindOf(concept);
      return Math.max(SMALLEST[kind], LARGEST[kind] * Math.sqrt(concept[sizeBy] / most[kind]));
    };
  }

  function makeRegion(top, tree, context) {
    const { depth } = context;
    const cards = [];
    const loose = [];
    for (const concept of top.below) {
      const below = tree.children.get(concept.id);
      if (below.length || (depth !== "codes" && !concept.outside)) cards.push(makeCard(concept, tree, context));
      else if (concept.level === "Code" || concept.outside) loose.push(concept);
      else cards.push(makeCard(concept, tree, context));
    }
    if (loose.length) {
      cards.push(withHeight({ id: `${top.id}-loose`, items: loose.map((concept) => item(concept, "row", 0, context)) }));
    }
    return { top, cards, context };
  }

  function makeCard(concept, tree, context) {
    const items = [item(concept, "heading", 0, context)];
    const add = (parent, indent) => {
      for (const child of tree.children.get(parent.id)) {
        items.push(item(child, "row", indent, context));
        add(child, indent + 1);
      }
    };
    add(concept, 0);
    return withHeight({ id: concept.id, items, title: concept.name });
  }

  function withHeight(card) {
    card.height = card.items.reduce((sum, each) => sum + each.height, 0) + (card.items.length > 1 || card.items[0].kind === "row" ? 12 : 0);
    return card;
  }

  function item(concept, kind, indent, { space, size, badges, measure }, width = space.width, font = FONTS[kind]) {
    const counts = kind === "theme" ? 24 + 2.9 * font : COUNTS;
    const room = width - CELLS[kind] - counts - badges(concept) - indent * 16;
    const weight = kind === "row" ? 400 : 600;
    const lines = breakLines(nameOf(concept), room, (text) => measure(text, font, weight));
    const dot = Math.min(size(concept), LARGEST[kind]);
    const height = Math.max(lines.length * font * 1.23 + (kind === "row" ? 10 : 22), dot + (kind === "row" ? 4 : 10));
    const words = nameOf(concept).split(/\s+/);
    const fits = lines.length <= 2 && words.every((word) => measure(word, font, weight) <= room);
    return { concept, kind, indent, lines, dot, height, font, counts, fits };
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

  /** A region's title: as large as was asked for, smaller where its words would not fit into two lines. */
  function titleOf(region, width) {
    const { concept, title } = region.top;
    if (!concept) return { kind: "caption", lines: [title], height: 44 };
    let font = region.context.titleFont;
    let made = item(concept, "theme", 0, region.context, width, font);
    while (!made.fits && font > SMALLEST_TITLE) {
      font *= 0.92;
      made = item(concept, "theme", 0, region.context, width, font);
    }
    return made;
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
        result.cards.push({ id: card.id, x: left, y: top, width: space.width, height: card.height, card });
        let at = top + (card.items[0].kind === "row" ? 6 : 0);
        for (const each of card.items) {
          addBox(each, left, at, space.width, result);
          at += each.height;
        }
        top += card.height + space.card;
      }
    });
  }

  function addBox({ concept, kind, indent, lines, dot, height, font, counts }, x, y, width, result) {
    result.boxes.set(concept.id, { id: concept.id, concept, kind, indent, lines, dot, x, y, width, height, font, counts, cell: CELLS[kind] + indent * 16 });
  }

  /** The cards' names for a view from afar: as large as most cards allow, smaller only where it must be. */
  function evenDistantNames(cards, { space, measure }) {
    const room = space.width - 20;
    const lines = ({ card }, font) => breakLines(distantText(card), room, (part) => measure(part, font, 600));
    const fits = (place, font) =>
      lines(place, font).length * font * 1.2 <= place.height - 12 && distantText(place.card).split(/\s+/).every((word) => measure(word, font, 600) <= room);
    const largest = cards.map((place) => DISTANT_FONTS.find((font) => fits(place, font)) || DISTANT_FONTS.at(-1));
    const usual = [...largest].sort((one, other) => one - other)[Math.floor(cards.length / 5)];
    cards.forEach((place, number) => {
      const font = Math.min(usual, largest[number]);
      place.far = { font, lines: lines(place, font) };
    });
  }

  function distantText(card) {
    return card.title || `${card.items.length} ${card.items.length === 1 ? "code" : "codes"}`;
  }

  /** The literature stands beside the map or below it, so that nothing moves when it is switched on. */
  function placeLiterature(references, { measure }, aspect, result) {
    if (!references.length) return;
    const width = 230, gap = 20, title = 54;
    const made = references.map((reference) => {
      const lines = breakLines(reference.name, width - 44, (text) => measure(text, FONTS.row, 400));
      return { id: reference.id, reference, kind: "reference", lines, width, height: lines.length * 16 + 12, cell: 34, font: FONTS.row };
    });
    const below = result.width / result.height > aspect;
    const columns = Math.max(1, Math.floor((result.width - 32 + gap) / (width + gap)));
    const total = made.reduce((sum, each) => sum + each.height, 0);
    const tallest = Math.max(...made.map((each) => each.height));
    const most = below ? total / columns + tallest : Math.max(result.height - title - 14, 400);
    const left = below ? 0 : result.width + 110;
    const top = below ? result.height + 80 : 0;
    let x = left + 16, y = 0, bottom = 0;
    for (const box of made) {
      if (y && y + box.height > most) {
        x += width + gap;
        y = 0;
      }
      Object.assign(box, { x, y: top + title + y });
      result.boxes.set(box.id, box);
      y += box.height;
      bottom = Math.max(bottom, y);
    }
    result.literature = { x: left, y: top, width: x + width + 16 - left, height: title + bottom + 14, caption: "Literature" };
  }

  return { layout };
})();
