// A host shows 404.html for any address that is missing, however deep, so that its relative links lead nowhere. The page asks
// for this file at several places: the one where it is tells where the site begins, and the links are mended by it.
(() => {
  const site = new URL("..", document.currentScript.src).href, root = document.documentElement;
  if (root.dataset.site || new URL(".", location).href === site) return;
  root.dataset.site = site;
  const mend = () => {
    for (const name of ["href", "action"]) document.querySelectorAll(`[${name}]`).forEach((element) => {
      const link = element.getAttribute(name);
      if (!/^([a-z]+:|[/#?])/i.test(link)) element.setAttribute(name, site + link);
    });
  };
  mend();
  addEventListener("DOMContentLoaded", () => {
    mend();
    document.querySelectorAll("script[src$='site.js']").forEach((old) => {
      const script = document.createElement("script");
      Object.assign(script.dataset, old.dataset);
      script.src = site + old.getAttribute("src");
      old.replaceWith(script);
    });
  });
})();
