// Completes the tag that is being typed: an accessible combobox over the plain field.
"use strict";

(() => {
  const PAUSE = 150; // milliseconds without typing before tags are asked for

  /** The tag under the cursor: where it begins and what of it is typed. */
  function typed(input) {
    const before = input.value.slice(0, input.selectionStart);
    const start = before.search(/[^\s,]*$/);
    return { start, word: before.slice(start) };
  }

  function enhance(box) {
    const input = box.querySelector("input");
    const list = document.createElement("ul");
    const told = document.createElement("span");
    let chosen = -1;
    let timer = 0;

    list.id = `${input.id}-options`;
    list.className = "tag-options";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", box.dataset.listLabel);
    told.className = "unseen";
    told.setAttribute("role", "status");
    box.append(list, told);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);

    const close = () => {
      list.hidden = true;
      chosen = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };

    const take = (name) => {
      const { start } = typed(input);
      const rest = input.value.slice(input.selectionStart).replace(/^[^\s,]*[\s,]*/, "");
      const kept = `${input.value.slice(0, start)}${name}, `;
      input.value = kept + rest;
      input.setSelectionRange(kept.length, kept.length);
      input.focus();
      close();
    };

    const mark = (place) => {
      const options = [...list.children];
      chosen = (place + options.length) % options.length;
      options.forEach((option, at) => option.setAttribute("aria-selected", String(at === chosen)));
      input.setAttribute("aria-activedescendant", options[chosen].id);
    };

    const offer = (tags) => {
      list.replaceChildren(
        ...tags.map(({ name, count }, place) => {
          const option = document.createElement("li");
          const much = document.createElement("span");
          option.id = `${list.id}-${place}`;
          option.setAttribute("role", "option");
          option.setAttribute("aria-selected", "false");
          option.dataset.name = name;
          option.append(name, much);
          much.className = "count";
          much.textContent = count === undefined ? "" : String(count);
          return option;
        }),
      );
      told.textContent = tags.length ? `${tags.length} ${box.dataset.found}` : "";
      if (!tags.length) return close();
      chosen = -1;
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
    };

    const ask = async () => {
      const { word } = typed(input);
      if (!word) return close();
      const address = new URL(box.dataset.source, location.href);
      address.searchParams.set("q", word);
      const answer = await fetch(address, { headers: { accept: "application/json" } });
      if (!answer.ok || typed(input).word !== word) return;
      const taken = new Set(input.value.split(/[\s,]+/));
      offer((await answer.json()).filter(({ name }) => name === word || !taken.has(name)).slice(0, 8));
    };

    close();
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => ask().catch(close), PAUSE);
    });
    input.addEventListener("keydown", (event) => {
      if (list.hidden) return;
      if (event.key === "ArrowDown") mark(chosen + 1);
      else if (event.key === "ArrowUp") mark(chosen < 0 ? -1 : chosen - 1);
      else if ((event.key === "Enter" || event.key === "Tab") && chosen >= 0) take(list.children[chosen].dataset.name);
      else if (event.key === "Escape") close();
      else return;
      event.preventDefault();
    });
    input.addEventListener("blur", () => setTimeout(close, 150));
    // Pressing must not take the focus from the field before the click arrives.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) take(option.dataset.name);
    });
  }

  for (const box of document.querySelectorAll("[data-source]")) enhance(box);
})();
