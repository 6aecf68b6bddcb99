// The map is complete without this file. It adds zooming and moving with mouse and fingers, dragging people, drawing ties, and highlighting.

const svg = document.querySelector("svg[data-map]");
if (svg) live(svg);

function live(svg) {
  const people = new Map([...svg.querySelectorAll("[data-person]")].map((node) => [node.dataset.person, node]));
  const ties = [...svg.querySelectorAll("[data-tie]")];
  const whole = { ...pick(svg.viewBox.baseVal) };
  const view = { ...whole };
  const labels = [...svg.querySelectorAll("[data-step]")];
  // At this step all names are visible and the map has its full size. From here on, letters grow with the map.
  const grown = Math.max(step(whole.width), ...labels.map((label) => Number(label.dataset.step)));

  const place = (node) => {
    const circle = node.querySelector(".body");
    const moved = node.moved ?? { x: 0, y: 0 };
    return { x: circle.cx.baseVal.value + moved.x, y: circle.cy.baseVal.value + moved.y };
  };

  // On a narrow screen the picture has the shape of its frame, and only a part of the map is seen at first.
  const isNarrow = () => svg.closest(".body").clientWidth < 640;
  const shape = () => (isNarrow() ? svg.clientHeight / svg.clientWidth : whole.height / whole.width);

  const show = () => {
    svg.classList.toggle("whole", view.width >= whole.width);
    svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
    // Letters on a phone are larger.
    const now = step((svg.clientWidth * whole.width) / view.width / (isNarrow() ? 1.2 : 1));
    svg.style.setProperty("--least", "0px");
    svg.style.setProperty("--width", width(Math.min(now, grown)));
    for (const label of labels) label.classList.toggle("seen", label.dataset.step <= now);
  };

  const at = (event) => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return { x: point.x, y: point.y };
  };

  const zoom = (factor, centre = { x: view.x + view.width / 2, y: view.y + view.height / 2 }) => {
    const width = Math.min(Math.max(view.width / factor, 160), whole.width * 2);
    const share = width / view.width;
    view.x = centre.x - (centre.x - view.x) * share;
    view.y = centre.y - (centre.y - view.y) * share;
    view.height *= share;
    view.width = width;
    show();
  };

  // Shows all of a box, and nothing beside the map if that can be.
  const look = ({ x, y, width, height }) => {
    view.width = Math.max(width, height / shape());
    view.height = view.width * shape();
    const within = (start, size, from, length) =>
      size >= length ? from + (length - size) / 2 : Math.min(Math.max(start, from), from + length - size);
    view.x = within(x + (width - view.width) / 2, view.width, whole.x, whole.width);
    view.y = within(y + (height - view.height) / 2, view.height, whole.y, whole.height);
    show();
  };
  const fit = () => look(whole);

  const begin = () => {
    const [x, y, width, height] = svg.dataset.focus.split(" ").map(Number);
    isNarrow() ? look({ x, y, width, height }) : fit();
  };

  // Highlights the ties of a person.
  const trace = (node) => {
    svg.classList.toggle("tracing", Boolean(node));
    for (const traced of svg.querySelectorAll(".traced")) traced.classList.remove("traced");
    if (!node) return;
    node.classList.add("traced");
    for (const tie of tiesOf(node)) {
      tie.classList.add("traced");
      people.get(tie.dataset.from)?.classList.add("traced");
      people.get(tie.dataset.to)?.classList.add("traced");
    }
  };
  const untrace = () => trace(pressed);
  const tiesOf = (node) => ties.filter((tie) => [tie.dataset.from, tie.dataset.to].includes(node.dataset.person));

  const follow = (node, dx, dy) => {
    node.moved = { x: (node.moved?.x ?? 0) + dx, y: (node.moved?.y ?? 0) + dy };
    node.setAttribute("transform", `translate(${node.moved.x} ${node.moved.y})`);
    for (const tie of tiesOf(node)) {
      const end = tie.dataset.from === node.dataset.person ? 1 : 2;
      tie.setAttribute(`x${end}`, Number(tie.getAttribute(`x${end}`)) + dx);
      tie.setAttribute(`y${end}`, Number(tie.getAttribute(`y${end}`)) + dy);
    }
  };

  const pin = (node) => {
    const { x, y } = place(node);
    const form = { token: document.querySelector("input[name=token]").value, map: svg.dataset.map, person: node.dataset.person, x: x.toFixed(1), y: y.toFixed(1) };
    fetch(svg.dataset.pins, { method: "POST", body: new URLSearchParams(form), redirect: "manual" });
  };

  // Below the picture, says who was pressed with a finger, and where to go from there.
  const panel = document.querySelector("[data-pressed]");
  let pressed = null;
  const press = (node) => {
    pressed = node;
    trace(node);
    panel.hidden = !node;
    if (!node) return;
    const [name, ...rest] = node.getAttribute("aria-label").split(", ");
    panel.querySelector("b").textContent = name;
    panel.querySelector("span").textContent = rest.join(", ");
    const [page, ask] = panel.querySelectorAll("a");
    page.href = node.href.baseVal;
    ask.href = panel.dataset.ask.replace("to=0", `to=${node.dataset.person}`);
  };

  // One finger moves the picture, two zoom it around the point between them.
  const fingers = new Map();
  let [isPress, byFinger] = [false, false];
  const middle = () => {
    const [a, b = a] = [...fingers.values()];
    return { clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2, spread: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) };
  };
  svg.addEventListener("pointerdown", (event) => {
    byFinger = event.pointerType === "touch";
    if (!byFinger) return;
    isPress = fingers.size === 0;
    fingers.set(event.pointerId, event);
  });
  svg.addEventListener("pointermove", (event) => {
    const last = fingers.get(event.pointerId);
    if (!last) return;
    if (isPress && Math.hypot(event.clientX - last.clientX, event.clientY - last.clientY) < 6) return;
    isPress = false;
    const before = middle();
    fingers.set(event.pointerId, event);
    const after = middle();
    const [from, to] = [at(before), at(after)];
    view.x += from.x - to.x;
    view.y += from.y - to.y;
    before.spread > 0 && after.spread > 0 ? zoom(after.spread / before.spread, from) : show();
  });
  for (const end of ["pointerup", "pointercancel"]) {
    svg.addEventListener(end, (event) => {
      if (!fingers.delete(event.pointerId)) return;
      if (end === "pointerup" && isPress) press(event.target.closest("[data-person]"));
      isPress = false;
    });
  }

  let held = null;
  svg.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.pointerType === "touch") return;
    const node = event.target.closest("[data-person]");
    if (node && !svg.dataset.pins) return;
    event.preventDefault();
    held = { node, from: at(event), screen: [event.clientX, event.clientY], last: at(event), moved: false };
    if (node && event.shiftKey) {
      held.line = svg.appendChild(document.createElementNS(svg.namespaceURI, "line"));
      held.line.setAttribute("class", "drawn");
    }
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", (event) => {
    if (!held) return;
    held.moved ||= Math.hypot(event.clientX - held.screen[0], event.clientY - held.screen[1]) > 4;
    if (!held.moved) return;
    const now = at(event);
    if (held.line) {
      const start = place(held.node);
      for (const [name, value] of [["x1", start.x], ["y1", start.y], ["x2", now.x], ["y2", now.y]]) held.line.setAttribute(name, value);
    } else if (held.node) {
      follow(held.node, now.x - held.last.x, now.y - held.last.y);
      held.last = now;
    } else {
      view.x += held.from.x - now.x;
      view.y += held.from.y - now.y;
      show();
    }
  });
  svg.addEventListener("pointerup", (event) => {
    if (!held) return;
    const { node, line, moved } = held;
    held = null;
    line?.remove();
    if (!node) return;
    if (!moved) return void (location.href = node.href.baseVal);
    if (!line) return pin(node);
    const other = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-person]");
    if (other && other !== node) location.href = `${node.href.baseVal}/ties/new?other=${other.dataset.person}`;
  });
  svg.addEventListener("click", (event) => {
    if (event.detail > 0 && (byFinger || (!event.ctrlKey && !event.metaKey && svg.dataset.pins))) event.preventDefault();
  });
  svg.addEventListener("dragstart", (event) => event.preventDefault());

  svg.addEventListener("pointerover", (event) => !held && trace(event.target.closest("[data-person]") ?? pressed));
  svg.addEventListener("pointerleave", untrace);
  svg.addEventListener("focusin", (event) => trace(event.target.closest("[data-person]")));
  svg.addEventListener("focusout", untrace);
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, at(event));
  }, { passive: false });

  // Arrow keys move to the nearest person in that direction.
  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  svg.addEventListener("keydown", (event) => {
    const node = event.target.closest("[data-person]");
    const way = ways[event.key];
    if (node && way && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      const here = place(node);
      let [best, least] = [null, Infinity];
      for (const other of people.values()) {
        const there = place(other);
        const along = (there.x - here.x) * way[0] + (there.y - here.y) * way[1];
        const aside = Math.abs((there.x - here.x) * way[1]) + Math.abs((there.y - here.y) * way[0]);
        if (other !== node && along > 0 && along + 2 * aside < least) [best, least] = [other, along + 2 * aside];
      }
      best?.focus();
    } else if (["+", "=", "-", "0"].includes(event.key) && !event.ctrlKey) {
      event.preventDefault();
      event.key === "0" ? fit() : zoom(event.key === "-" ? 1 / 1.3 : 1.3, node ? place(node) : undefined);
    }
  });

  const tools = document.querySelector("[data-zoom]");
  if (tools) {
    tools.hidden = false;
    tools.addEventListener("click", (event) => {
      const act = event.target.closest("button")?.value;
      if (act === "in") zoom(1.3);
      if (act === "out") zoom(1 / 1.3);
      if (act === "fit") fit();
    });
  }
  document.querySelector("[data-touched]").hidden = !matchMedia("(pointer: coarse)").matches;
  // From now on the picture is moved, and its frame does not scroll.
  svg.classList.add("stepped");
  let lastWidth = innerWidth;
  addEventListener("resize", () => {
    if (innerWidth === lastWidth) return;
    lastWidth = innerWidth;
    begin();
  });
  // Paper shows the whole map.
  addEventListener("beforeprint", () => svg.setAttribute("viewBox", `${whole.x} ${whole.y} ${whole.width} ${whole.height}`));
  addEventListener("afterprint", show);
  begin();
}

// The steps of the map's width on the screen, as in MapLabel.swift.
function step(pixels) {
  return Math.max(Math.floor(Math.log(pixels / 1050) / Math.log(1.13) + 0.001) + 10, 0);
}

function width(step) {
  return 1050 * 1.13 ** (step - 10);
}

function pick({ x, y, width, height }) {
  return { x, y, width, height };
}
