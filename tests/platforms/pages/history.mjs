// How a site of one page goes from view to view without loading another.
const main = document.querySelector("main");

const show = () => {
  const view = document.querySelector(`template[data-path="${location.pathname}"]`);
  main.replaceChildren(view.content.cloneNode(true));
};

addEventListener("popstate", show);
addEventListener("click", (event) => {
  const link = event.target.closest("nav a");
  if (!link) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  show();
});
show();
