// A host shows 404.html for any address that is missing, however deep, so that its relative links lead nowhere. The page asks
// for this file at several places: the one where it is tells where the site begins, and the links are mended by it.
(() => {
  const site = new URL("..", document.currentScript.src).href, root = document.documentElement;
  if (root.dataset.site || new URL(".", location).href === site) return;
  root.dataset.site = site;
  const relative = (link) => !/^([a-z]+:|[/#?])/i.test(link);
  const mend = (name) => document.querySelectorAll(`[${name}]`).forEach((element) => {
    const link = element.getAttribute(name);
    if (relative(link)) element.setAttribute(name, site + link);
  });
  mend("href");
  addEventListener("DOMContentLoaded", () => {
    mend("href");
    mend("action");
    // A script that did not come is not asked for again by a new address.
    document.querySelectorAll("script[src$='site.js']").forEach((old) => {
      const link = old.getAttribute("src");
      if (!relative(link)) return;
      const script = document.createElement("script");
      Object.assign(script.dataset, old.dataset);
      script.src = site + link;
      old.replaceWith(script);
    });
  });
})();
