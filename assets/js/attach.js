// Takes pictures and files that are pasted, dropped or chosen into a text, without leaving the page.
"use strict";

(() => {
  for (const editor of document.querySelectorAll(".editor")) {
    const text = editor.querySelector("textarea");
    const place = editor.querySelector("[data-attach-url]");
    const said = editor.querySelector(".attach-said");
    const button = editor.querySelector("[data-attach-button]");
    const field = place?.querySelector("[type=file]");
    const alt = place?.querySelector("[name=alt]");
    if (!text || !place || !said || !field) continue;
    const words = place.dataset;
    let turn = Promise.resolve();

    const say = (sentence, isProblem = false) => {
      said.hidden = false;
      said.classList.toggle("problem", isProblem);
      said.textContent = sentence;
      document.dispatchEvent(new CustomEvent("told", { detail: sentence }));
    };

    /** Puts a line where the cursor is, as a paragraph of its own. */
    const insert = (line) => {
      const [before, after] = [text.value.slice(0, text.selectionStart), text.value.slice(text.selectionEnd)];
      const lead = before.trim() ? before.replace(/\n*$/, "\n\n") : "";
      text.value = `${lead}${line}\n${after.trim() ? `\n${after.replace(/^\n+/, "")}` : ""}`;
      // What a picture shows is typed between its brackets.
      const within = lead.length + (line.startsWith("![](") ? 2 : line.length + 1);
      text.focus();
      text.setSelectionRange(within, within);
      text.dispatchEvent(new Event("input", { bubbles: true }));
    };

    const send = async (file, description) => {
      say(words.sending.replace("%", file.name));
      const body = new FormData();
      body.append("alt", description);
      body.append("file", file, file.name || "file");
      const answer = await fetch(words.attachUrl, { method: "POST", body, headers: { accept: "application/json" } });
      const told = await answer.json().catch(() => ({}));
      if (answer.ok) {
        insert(told.line);
        say(told.wantsAlt ? words.wantsAlt : words.kept.replace("%", file.name));
        return true;
      }
      say(told.problem ?? words.failed.replace("%", file.name), true);
      return false;
    };

    /** One after the other, so that they stand in the text as they were chosen. */
    const sendAll = (files, description = "") => {
      for (const file of files) {
        turn = turn.then(() => send(file, description)).catch(() => {
          say(words.failed.replace("%", file.name), true);
          return false;
        });
      }
      return turn;
    };

    text.addEventListener("paste", (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      // A cell of a table brings its picture along with its text: then the text is meant.
      if (!files.length || event.clipboardData.types.includes("text/plain")) return;
      event.preventDefault();
      sendAll(files);
    });

    editor.addEventListener("dragover", (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      editor.classList.add("receiving");
    });
    for (const end of ["dragleave", "drop"]) {
      editor.addEventListener(end, () => editor.classList.remove("receiving"));
    }
    editor.addEventListener("drop", (event) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (!files.length) return;
      event.preventDefault();
      sendAll(files);
    });

    button?.addEventListener("click", async (event) => {
      if (!field.files.length) return;
      event.preventDefault();
      const isKept = await sendAll([...field.files], alt?.value ?? "");
      if (!isKept) return;
      field.value = "";
      if (alt) alt.value = "";
      place.open = false;
    });
  }
})();
