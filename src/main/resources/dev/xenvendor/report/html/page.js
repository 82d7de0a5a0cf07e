"use strict";
// Everything on the page can be read without this script. It adds filters, keys and copying.

const say = (output, text) => { output.value = text; };

/** Puts a text on the clipboard, by the older way where the newer one is refused. */
async function copy(text, button) {
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    button.focus();
  }
  button.textContent = "Copied";
  setTimeout(() => { button.textContent = label; }, 1200);
}

for (const code of document.querySelectorAll("[data-copy]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  button.setAttribute("aria-label", "Copy " + code.textContent);
  button.addEventListener("click", () => copy(code.textContent, button));
  code.after(button);
}

/** Filters of a list of items: what a form's fields say must be what an item's data says. */
function filtered(desk) {
  const form = desk.querySelector("[data-filters]");
  const items = [...desk.querySelectorAll(".item")];
  const empty = desk.querySelector("[data-empty]");
  const filters = [...desk.querySelectorAll("[data-filter]")];
  const groups = [...desk.querySelectorAll("[data-group]")];
  form.hidden = false;

  const matches = (item, field) => {
    const value = field.value.trim();
    if (value === "") return true;
    if (field.name === "path") return item.dataset.path.toLowerCase().includes(value.toLowerCase());
    if (value === "unsuggested") return item.dataset.state === "open" && !("suggested" in item.dataset);
    if (value === "chosen") return item.querySelector("[data-choices] :checked") !== null;
    return item.dataset[field.name] === value;
  };
  const apply = () => {
    const fields = [...form.elements].filter(field => field.matches("select, input"));
    let shown = 0;
    for (const item of items) {
      item.hidden = !fields.every(field => matches(item, field));
      shown += item.hidden ? 0 : 1;
    }
    for (const group of groups) group.hidden = group.querySelector(".item:not([hidden])") === null;
    say(form.elements.shown, shown === items.length ? `${shown} shown` : `${shown} of ${items.length} shown`);
    empty.hidden = shown > 0;
    for (const filter of filters) {
      const on = form.elements[filter.dataset.filter].value === filter.dataset.value;
      filter.querySelector("button").setAttribute("aria-pressed", String(on));
    }
  };
  for (const filter of filters) {
    const name = filter.querySelector(".name");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name.textContent;
    button.addEventListener("click", () => {
      const field = form.elements[filter.dataset.filter];
      field.value = field.value === filter.dataset.value ? "" : filter.dataset.value;
      apply();
    });
    name.replaceChildren(button);
  }
  form.addEventListener("input", apply);
  form.addEventListener("submit", event => event.preventDefault());
  desk.querySelector("[data-reset]").addEventListener("click", () => { form.reset(); apply(); });
  const show = item => { if (item.hidden) { form.reset(); apply(); } };

  const current = () => document.activeElement?.closest(".item");
  const step = by => {
    const visible = items.filter(item => !item.hidden);
    const from = visible.indexOf(current());
    const to = visible[from < 0 ? (by > 0 ? nearest(visible) : 0) : from + by];
    if (to) { to.focus({preventScroll: true}); to.scrollIntoView({block: "start"}); }
  };
  const nearest = visible => Math.max(0, visible.findIndex(item => item.getBoundingClientRect().bottom > 80));
  form.querySelectorAll("[data-step]").forEach(button =>
    button.addEventListener("click", () => step(Number(button.dataset.step))));
  desk.addEventListener("click", event => {
    const link = event.target.closest("a[href^='#']");
    const item = link && document.getElementById(link.hash.slice(1));
    if (items.includes(item)) { show(item); item.focus({preventScroll: true}); }
  });
  return {form, items, apply, step, current};
}

/** What is chosen on the page: nothing is settled here, the commands do it. */
function choosing(desk, list) {
  const basket = desk.querySelector("[data-basket]");
  if (basket === null) return;
  const checked = () => [...desk.querySelectorAll("[data-choices] :checked")];
  const panel = input => input.closest("[data-choices]").querySelector(".panel." + input.value);
  const update = () => {
    const chosen = checked();
    basket.hidden = chosen.length === 0;
    say(basket.querySelector("output"), `${chosen.length} of ${list.items.length} chosen`);
    for (const field of desk.querySelectorAll("[data-choices]")) {
      field.querySelector("[data-clear]").hidden = field.querySelector(":checked") === null;
    }
    list.apply();
  };
  const clear = scope => { scope.querySelectorAll(":checked").forEach(input => { input.checked = false; }); };
  desk.addEventListener("change", event => { if (event.target.closest("[data-choices]")) update(); });
  desk.addEventListener("click", event => {
    const button = event.target.closest("[data-clear]");
    if (button) { clear(button.closest("[data-choices]")); update(); }
  });
  basket.querySelector("[data-clear-all]").addEventListener("click", () => {
    desk.querySelectorAll("[data-choices]").forEach(clear);
    update();
  });
  const all = basket.querySelector("[data-copy-all]");
  all.addEventListener("click", () =>
    copy(checked().map(input => panel(input).querySelector("[data-copy]").textContent + "\n").join(""), all));
  list.choose = take => {
    const field = list.current()?.querySelector("[data-choices]");
    if (!field) return;
    if (take === null) clear(field);
    const input = field.querySelector(`input[value="${take}"]`);
    if (input) input.checked = true;
    update();
  };
  list.copyShown = () => {
    const field = list.current()?.querySelector("[data-choices]");
    const input = field?.querySelector(":checked") ?? field?.querySelector("input[value='suggested']");
    if (input) panel(input).querySelector("[data-copy] + button").click();
  };
  update();
}

const lists = [...document.querySelectorAll("[data-desk]")].map(desk => {
  const list = filtered(desk);
  choosing(desk, list);
  return list;
});

const keys = document.querySelector("[data-keys]");
keys.querySelectorAll("[data-choosing]").forEach(row => { row.hidden = !lists.some(list => list.choose); });
document.querySelectorAll("[data-help]").forEach(button =>
  button.addEventListener("click", () => keys.showModal()));

// On a narrow screen the list of files stands above the items; it is opened when it is wanted.
if (matchMedia("(max-width: 62rem)").matches) {
  document.querySelectorAll("[data-long]").forEach(list => { list.open = list.querySelectorAll("li").length <= 12; });
}

const TAKES = {l: "local", v: "vendor", b: "base", s: "suggested", o: "both", x: null};
document.addEventListener("keydown", event => {
  const typing = event.target.closest("input[type='search'], select, textarea");
  if (typing && event.key === "Escape") typing.blur();
  const off = lists.length === 0 || keys.open || !keys.querySelector("[data-shortcuts]").checked;
  if (typing || off || event.ctrlKey || event.altKey || event.metaKey) return;
  const list = lists.find(l => l.current()) ?? lists[0];
  if (event.key === "j") list.step(1);
  else if (event.key === "k") list.step(-1);
  else if (event.key === "/") list.form.elements.path.focus();
  else if (event.key === "?") keys.showModal();
  else if (event.key === "c") list.copyShown?.();
  else if (event.key in TAKES) list.choose?.(TAKES[event.key]);
  else return;
  event.preventDefault();
});
