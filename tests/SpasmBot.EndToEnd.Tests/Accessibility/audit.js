// What can be measured of a page as it is drawn: gives a sentence for each thing that is wrong.
() => {
  const LEAST = 44;
  const problems = [];
  const styles = new Map();
  const styleOf = (element) => styles.get(element) ?? styles.set(element, getComputedStyle(element)).get(element);
  const nameOf = (element) =>
    `<${element.localName}${element.id ? ` #${element.id}` : ""} ${[...element.classList].join(".")}> ${element.textContent.trim().slice(0, 40)}`;

  // In sight: not hidden, and not one of the texts that only screen readers meet.
  const isForEyes = (element) => {
    if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) return false;
    for (let at = element; at; at = at.parentElement) if (styleOf(at).clipPath === "inset(50%)") return false;
    return true;
  };

  const scrolls = (element) => /auto|scroll/.test(styleOf(element).overflowX);

  function seeSideways() {
    for (const element of document.querySelectorAll("*")) {
      if (element.scrollWidth <= element.clientWidth + 1 || !isForEyes(element)) continue;
      const isPage = element === document.scrollingElement || element === document.body;
      if (isPage || scrolls(element)) problems.push(`scrolls sideways: ${nameOf(element)} ${element.scrollWidth} in ${element.clientWidth}`);
    }
  }

  // What can be tapped is its label with it; a link within a sentence is as high as its line.
  function seeTargets() {
    const controls = document.querySelectorAll("a[href], button, input, select, textarea, summary, [role=button]");
    for (const control of controls) {
      if (!isForEyes(control) || control.closest(".said, p, figcaption")?.matches(":not(.delivery)")) continue;
      const box = (control.closest("label") ?? control.labels?.[0]?.parentElement.closest(".row-label") ?? control).getBoundingClientRect();
      if (box.width < LEAST - 0.5 || box.height < LEAST - 0.5)
        problems.push(`small: ${nameOf(control)} ${Math.round(box.width)} by ${Math.round(box.height)}`);
    }
  }

  /** The lines of text that are drawn, each cut to what its surroundings let through. */
  function linesOfText() {
    const lines = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (!node.data.trim() || !isForEyes(node.parentElement) || node.parentElement.closest("svg, noscript, script, option")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) if (rect.width > 1) lines.push(cut(node, rect));
    }
    return lines;
  }

  function cut(node, rect) {
    let { left, top, right, bottom } = rect;
    let isClipped = false;
    for (let at = node.parentElement; at && at !== document.documentElement; at = at.parentElement) {
      const style = styleOf(at);
      if (style.overflowX === "visible" && style.overflowY === "visible") continue;
      const box = at.getBoundingClientRect();
      // What is scrolled out of sight can be scrolled back; what is merely cut off cannot.
      if (at !== document.body && !scrolls(at) && (right > box.right + 1 || left < box.left - 1 || bottom > box.bottom + 2 || top < box.top - 2)) isClipped = true;
      [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
      [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
    }
    return { node, left, top, right, bottom, isClipped, isOutside: rect.left < -1 || rect.right > innerWidth + 1 };
  }

  function seeText() {
    const lines = linesOfText();
    for (const { node, isClipped, isOutside } of lines) {
      if (isClipped) problems.push(`cut off: ${nameOf(node.parentElement)}`);
      if (isOutside) problems.push(`outside the screen: ${nameOf(node.parentElement)}`);
    }
    const dialog = document.querySelector("dialog[open]");
    const seen = lines.filter((line) => line.bottom - line.top > 4 && line.right - line.left > 2 && (!dialog || dialog.contains(line.node)));
    const isOver = (line) => line.node.parentElement.closest(".go-bar, .menu-list") !== null;
    seen.forEach((a, index) => {
      for (const b of seen.slice(index + 1)) {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        // Bars and menus lie over what is behind them on purpose, on a ground of their own.
        if (across > 2 && down > 4 && isOver(a) === isOver(b)) problems.push(`overlap: ${nameOf(a.node.parentElement)} and ${nameOf(b.node.parentElement)}`);
      }
    });
  }

  seeSideways();
  seeTargets();
  seeText();
  return [...new Set(problems)];
}
