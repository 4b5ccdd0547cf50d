// Nothing here is needed to read: colours, the place kept between languages, folded answers, copying code, Ctrl+K.
(() => {
  const root = document.documentElement, words = document.currentScript.dataset;
  const read = (key) => { try { return localStorage.getItem("passerelle-" + key); } catch { return null; } };
  const keep = (key, value) => { try { localStorage.setItem("passerelle-" + key, value); } catch { /* private window */ } };
  const theme = read("theme");
  if (theme) root.dataset.theme = theme;
  // What is below the results does not jump when they come.
  if (/[?&]\w+=./.test(location.search)) root.dataset.asked = "";

  addEventListener("DOMContentLoaded", () => {
    const all = (query, use) => document.querySelectorAll(query).forEach(use);

    all("[data-theme-switch]", (button) => {
      button.hidden = false;
      button.onclick = () => {
        const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
        keep("theme", root.dataset.theme = dark ? "light" : "dark");
      };
    });

    // The other language at the same place, and with the same search. Sections of topics say where their counterparts are.
    all(".langs a", (link) => {
      const to = link.href;
      const bring = () => {
        const { twin } = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.dataset ?? {};
        link.href = twin ?? to;
        if (twin) return;
        const form = document.getElementById("q")?.form;
        link.search = form ? new URLSearchParams(Array.from(new FormData(form)).filter(([, value]) => value)) : location.search;
        link.hash = location.hash;
      };
      link.addEventListener("click", bring);
      link.addEventListener("auxclick", bring);
    });

    all("[data-fold]", (button) => {
      const answers = document.querySelectorAll("details.answer");
      const set = (fold) => {
        button.setAttribute("aria-pressed", fold);
        answers.forEach((answer) => { answer.open = !fold; });
      };
      button.hidden = false;
      if (read("fold") === "1") set(true);
      button.onclick = () => {
        const fold = button.getAttribute("aria-pressed") !== "true";
        keep("fold", fold ? "1" : "0");
        set(fold);
      };
      addEventListener("beforeprint", () => answers.forEach((answer) => { answer.open = true; }));
    });

    if (navigator.clipboard) all("pre.code", (code) => {
      const button = document.createElement("button"), box = document.createElement("div");
      button.type = "button";
      button.textContent = words.copy;
      button.setAttribute("aria-live", "polite");
      button.onclick = () => navigator.clipboard.writeText(code.innerText).then(() => {
        button.textContent = words.copied;
        setTimeout(() => { button.textContent = words.copy; }, 2000);
      });
      box.className = "copy";
      code.replaceWith(box);
      box.append(code, button);
    });

    addEventListener("keydown", (event) => {
      const field = document.querySelector("input[type=search]");
      if (field && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        field.focus();
      }
    });
  });
})();
