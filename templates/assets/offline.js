// The downloads page's list of packs to keep in this browser; the service worker does the work.
(() => {
  const data = document.currentScript.dataset, root = new URL(data.root || "./", location.href);
  const section = document.getElementById("offline");
  section.hidden = !navigator.serviceWorker || !self.DecompressionStream || !self.caches;
  if (section.hidden) return;
  const status = document.getElementById("offline-status");
  const rows = Array.from(section.querySelectorAll("[data-pack]")), wholes = Array.from(section.querySelectorAll("[data-all]"));
  const below = (whole) => rows.filter((row) => row.dataset.pack.startsWith(whole.dataset.all));
  let kept = {}, busy = false;

  const label = (row, state) => {
    const button = row.querySelector("button"), name = row.firstElementChild;
    button.textContent = data[state];
    button.setAttribute("aria-label", data[state] + " " + name.textContent);
    button.setAttribute("aria-disabled", busy);
    row.dataset.state = state;
  };
  const state = ({ dataset: { pack, file } }) => !kept[pack] ? "keep" : kept[pack] === file ? "drop" : "update";
  const show = () => {
    rows.forEach((row) => label(row, state(row)));
    wholes.forEach((whole) => {
      const states = below(whole).map(state);
      label(whole, states.every((is) => is === "drop") ? "drop" : states.includes("update") ? "update" : "keep");
    });
  };

  const ask = (worker, message) => new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data: answer }) => {
      kept = answer.kept;
      if (answer.failed) reject(answer.failed);
      else if (answer.done) resolve();
      else show();
    };
    worker.postMessage(message, [port2]);
  });

  section.onclick = async ({ target }) => {
    const row = target.closest("button") && target.closest("li");
    if (!row || busy) return;
    const chosen = row.dataset.all ? below(row) : [row], verb = row.dataset.state;
    busy = true;
    status.textContent = data.busy;
    show();
    try {
      await navigator.serviceWorker.register(new URL("sw.js", root).href);
      const { active } = await navigator.serviceWorker.ready;
      if (verb === "drop") await ask(active, { unwanted: chosen.map(({ dataset }) => dataset.pack) });
      else {
        if (navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(() => {});
        await ask(active, { packs: [["core", data.core], ...chosen.map(({ dataset }) => [dataset.pack, dataset.file])] });
      }
      status.textContent = data.done;
    } catch {
      status.textContent = data.failed;
    }
    busy = false;
    show();
  };

  show();
  navigator.serviceWorker.getRegistration(root.href).then((found) => found && found.active && ask(found.active, {}).then(show)).catch(() => {});
})();
