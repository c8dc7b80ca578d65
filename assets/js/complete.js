// Completes what is being typed, by keyboard or pointer: tags in their field, names of people after an @.
"use strict";

(() => {
  const PAUSE = 150; // milliseconds without typing before anything is asked for
  const MOST = 8;
  const plural = new Intl.PluralRules(document.documentElement.lang);

  /** How many, in a sentence: the page brings its forms, with % for the number. */
  const counted = (one, other) => (count) =>
    (plural.select(count) === "one" ? one : other).replace("%", count.toLocaleString(document.documentElement.lang));

  /**
   * Puts a list of proposals under a field.
   *
   * `way` says what of the text is being completed (`typed`), where proposals come from (`find`), what replaces it
   * (`replacement`), and how the list is called (`label`) and counted (`found`).
   */
  function complete(field, place, way) {
    const list = document.createElement("ul");
    const told = document.createElement("span");
    let proposals = [];
    let chosen = -1;
    let timer = 0;

    list.id = `${field.id}-options`;
    list.className = "tag-options";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", way.label);
    told.className = "unseen";
    told.setAttribute("role", "status");
    place.append(list, told);
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", list.id);
    // A field of many lines stays a text box: it may name the marked proposal, but it cannot be a combobox.
    const isBox = field.localName === "input";
    if (isBox) field.setAttribute("role", "combobox");

    const close = () => {
      clearTimeout(timer);
      list.hidden = true;
      chosen = -1;
      if (isBox) field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
    };

    const take = (proposal) => {
      const { start, end } = way.typed(field);
      const [text, rest] = way.replacement(proposal, field.value.slice(end));
      const kept = field.value.slice(0, start) + text;
      field.value = kept + rest;
      field.setSelectionRange(kept.length, kept.length);
      field.focus();
      close();
      field.dispatchEvent(new Event("input", { bubbles: true }));
      close();
    };

    const mark = (at) => {
      const options = [...list.children];
      chosen = (at + options.length) % options.length;
      options.forEach((option, place) => option.setAttribute("aria-selected", String(place === chosen)));
      options[chosen].scrollIntoView({ block: "nearest" });
      field.setAttribute("aria-activedescendant", options[chosen].id);
    };

    const optionOf = ({ name, about }, place) => {
      const option = document.createElement("li");
      const beside = document.createElement("span");
      option.id = `${list.id}-${place}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      beside.className = "count";
      beside.textContent = about;
      option.append(name, beside);
      return option;
    };

    const offer = (found) => {
      close();
      proposals = found.slice(0, MOST);
      list.replaceChildren(...proposals.map(optionOf));
      told.textContent = proposals.length ? way.found(proposals.length) : "";
      if (!proposals.length) return;
      list.hidden = false;
      if (isBox) field.setAttribute("aria-expanded", "true");
    };

    const ask = async () => {
      const { word } = way.typed(field);
      if (!word) return close();
      const answer = await fetch(way.find(word), { headers: { accept: "application/json" } });
      if (!answer.ok || way.typed(field).word !== word) return;
      const found = way.proposals(await answer.json(), field, word);
      // Whoever has gone on, or has typed the only one whole, is not kept from what stands below.
      const isOver = document.activeElement !== field || (found.length === 1 && found[0].name === word);
      offer(isOver ? [] : found);
    };

    close();
    field.addEventListener("input", () => {
      clearTimeout(timer);
      if (!way.typed(field).word) return close();
      timer = setTimeout(() => ask().catch(close), PAUSE);
    });
    field.addEventListener("keydown", (event) => {
      if (list.hidden || event.isComposing) return;
      if (event.key === "ArrowDown") mark(chosen + 1);
      else if (event.key === "ArrowUp") mark(chosen < 0 ? -1 : chosen - 1);
      else if ((event.key === "Enter" || event.key === "Tab") && chosen >= 0) take(proposals[chosen]);
      else if (event.key === "Escape") close();
      else return;
      event.preventDefault();
    });
    field.addEventListener("blur", () => setTimeout(close, 150));
    // Pressing must not take the focus from the field before the click arrives.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) take(proposals[[...list.children].indexOf(option)]);
    });
  }

  function withQuery(source, query) {
    const address = new URL(source, location.href);
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
    return address;
  }

  for (const box of document.querySelectorAll(".tag-input[data-source]")) {
    complete(box.querySelector("input"), box, {
      label: box.dataset.listLabel,
      found: counted(box.dataset.foundOne, box.dataset.foundOther),
      typed: (input) => {
        const before = input.value.slice(0, input.selectionStart);
        const start = before.search(/[^\s,]*$/);
        return { start, end: input.selectionStart, word: before.slice(start) };
      },
      find: (word) => withQuery(box.dataset.source, { q: word }),
      proposals: (tags, input, word) => {
        const taken = new Set(input.value.split(/[\s,]+/));
        return tags
          .filter(({ name }) => name === word || !taken.has(name))
          .map(({ name, count }) => ({ name, about: count === undefined ? "" : String(count) }));
      },
      replacement: ({ name }, rest) => [`${name}, `, rest.replace(/^[^\s,]*[\s,]*/, "")],
    });
  }

  const words = document.querySelector("#comforts")?.dataset;
  if (!words?.people) return;
  const thread = document.querySelector("[data-live-thread]")?.dataset.liveThread;
  for (const text of document.querySelectorAll("[data-preview-url] textarea, textarea[name=comment]")) {
    const place = document.createElement("div");
    place.className = "completing";
    text.after(place);
    complete(text, place, {
      label: words.peopleLabel,
      found: counted(words.peopleFoundOne, words.peopleFoundOther),
      typed: (area) => {
        const before = area.value.slice(0, area.selectionStart);
        const found = before.match(/(?:^|[\s(])@([^\s@[\]()]{2,40})$/u);
        const word = found?.[1] ?? "";
        return { start: before.length - word.length - 1, end: before.length, word };
      },
      find: (word) => withQuery(words.people, thread ? { q: word, thread } : { q: word }),
      proposals: (people) => people.map(({ name, role, link }) => ({ name, about: role, link })),
      // The link names the person for good: names change, and imported people may share one.
      replacement: ({ link }, rest) => [/^[\s.,;:!?)]/.test(rest) ? link : `${link} `, rest],
    });
  }
})();
