// What the tests measure in the page; each is called by its name.
({
  // Elements that stand out of the window, but for what scrolls inside its own card.
  outside: () =>
    [...document.body.querySelectorAll("*")]
      .filter((one) => !one.closest(".scroll table") && one.getClientRects().length)
      .filter((one) => {
        const box = one.getBoundingClientRect();
        return box.left < -0.5 || box.right > innerWidth + 0.5;
      })
      .map((one) => one.outerHTML.slice(0, 80)),

  scrolls: () => document.scrollingElement.scrollWidth - innerWidth,

  // The labels of each axis that are shown, as [left, top, right, bottom].
  labels: () =>
    [...document.querySelectorAll(".plot")].map((plot) =>
      [...plot.querySelectorAll(".x text, .y")]
        .filter((one) => one.getClientRects().length)
        .map((one) => one.getBoundingClientRect())
        .map((box) => [box.left, box.top, box.right, box.bottom]),
    ),

  // Letters whose contrast with what lies behind them is under AA, as [text, ratio].
  faint: () => {
    const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const rgb = (colour) => {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      return [...context.getImageData(0, 0, 1, 1).data];
    };
    const light = (colour) => {
      const [r, g, b] = colour.map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (one) => {
      for (let at = one; at; at = at.parentElement) {
        const colour = rgb(getComputedStyle(at).backgroundColor);
        if (colour[3] === 255) return colour;
      }
      return [255, 255, 255, 255];
    };
    const ratio = (one, colour) => {
      const [high, low] = [light(rgb(colour)), light(behind(one))].sort((a, b) => b - a);
      return (high + 0.05) / (low + 0.05);
    };
    const found = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const one = walk.currentNode.parentElement;
      if (!walk.currentNode.data.trim() || !one.getClientRects().length) continue;
      const style = getComputedStyle(one);
      const got = ratio(one, one instanceof SVGElement ? style.fill : style.color);
      if (got < 4.5) found.push([walk.currentNode.data.slice(0, 40), got]);
    }
    for (const one of document.querySelectorAll(".line, .point:not([fill])")) {
      const style = getComputedStyle(one);
      const got = ratio(one, one.matches(".line") ? style.stroke : style.fill);
      if (got < 3) found.push([one.closest(".series, .swatch").getAttribute("class"), got]);
    }
    return found;
  },

  // What a screen reader would stumble over.
  unnamed: () => {
    const named = (one) =>
      one.getAttribute("aria-label") ||
      one.textContent.trim() ||
      (one.labels && one.labels.length && one.labels[0].textContent.trim());
    const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
    const lost = ["aria-labelledby", "popovertarget", "for"].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].flatMap((one) =>
        one.getAttribute(name).split(" ").filter((id) => !document.getElementById(id)),
      ),
    );
    return [
      ...[...document.querySelectorAll("svg:not(svg svg)")]
        .filter((one) => !one.ariaHidden && !one.querySelector(":scope > title"))
        .map(() => "an svg without a title"),
      ...[...document.querySelectorAll("th")]
        .filter((one) => !["row", "col"].includes(one.getAttribute("scope")))
        .map(() => "a th without a scope"),
      ...[...document.querySelectorAll("table")]
        .filter((one) => !one.caption || !one.caption.textContent.trim())
        .map(() => "a table without a caption"),
      ...[...document.querySelectorAll("button, input, [tabindex], [role=dialog]")]
        .filter((one) => !named(one))
        .map((one) => `no name: ${one.outerHTML.slice(0, 60)}`),
      ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `twice: ${id}`),
      ...lost.map((id) => `nowhere: ${id}`),
    ];
  },

  // What the key Tab has reached.
  reached: () => {
    const one = document.activeElement;
    return one === document.body
      ? null
      : one.getAttribute("aria-label") || (one.labels && one.labels[0]?.textContent) || one.textContent;
  },

  dashes: () =>
    [...document.querySelectorAll(".plot .series")].map((one) => {
      const line = one.querySelector(".line");
      const bar = one.querySelector(".bar");
      const { stroke, strokeDasharray, fill } = getComputedStyle(line || bar);
      const hatching = bar && fill.match(/#([^"')]+)/);
      const pattern = hatching && document.getElementById(hatching[1]);
      return [stroke, line ? strokeDasharray : pattern ? pattern.getAttribute("patternTransform") : "none"];
    }),
})
