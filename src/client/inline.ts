/**
 * The inline script of every page, minified by hand.
 *
 * - Sets the chosen theme before the first paint, and handles the theme switch. `data-js` on the root is for styles.
 * - Opens the search dialog and focuses its field synchronously on the click or key press, because iOS opens its
 *   keyboard only then, and loads the search module, which listens for `site-search`. On the search page, that page's
 *   form is used. If loading fails, the module is requested with another URL, as browsers cache failures ("module map"
 *   in HTML).
 * - The open dialog is a history entry with `search` in its state: Back closes the dialog, and going back to the entry
 *   opens it again, with the query that the module (search.ts) has stored there.
 * - Loads the module named by a `data-load` element when something in that element is used or the address has a query.
 * - Loads the star buttons of My list on pages that have them.
 *
 * @param search      address of the search module
 * @param starButtons address of the star buttons' module
 */
export function inlineScript(search: string, starButtons: string): string {
  return `(r=>{let s={},t;try{s=localStorage;t=s.theme}catch{}t&&(r.dataset.theme=t);r.dataset.js="";
let $=q=>document.querySelector(q),n="",h=history,on=addEventListener,at=(e,q)=>e.target.closest(q),load=l=>l&&import(l.dataset.load).catch(e=>e),
ask=()=>import(${JSON.stringify(search)}+n).then(()=>dispatchEvent(new Event("site-search")),()=>{n+="?";let o=$("[data-failed]");o.textContent=o.dataset.failed}),
open=e=>{let b=$("[data-search]"),i=b.querySelector("input");if(b.showModal&&!b.open){b.showModal();e?h.pushState({search:{}},""):i.value||=h.state.search.q||""}i.focus();i.select();e?.preventDefault();ask()},
back=e=>h.state?.search?open():e&&$("[data-search][open]")?.close();
on("focusin",e=>{load(at(e,"[data-load]"));at(e,"[data-search]")&&ask()});
on("click",e=>at(e,"[data-search-open]")&&!(e.ctrlKey||e.metaKey||e.shiftKey)&&open(e));
on("keydown",e=>{let c=e.ctrlKey||e.metaKey;(c?e.key.toLowerCase()=="k":e.key=="/"&&!e.altKey&&!at(e,"input:not([type=radio]),textarea,select"))&&open(e)});
on("popstate",back);
on("close",e=>at(e,"[data-search]")&&h.state?.search&&h.back(),1);
on("change",e=>{load(at(e,"[data-load]"));let{name:n,value:v}=e.target;if(n=="theme"){r.dataset[n]=v;try{s[n]=v}catch{}}});
on("DOMContentLoaded",e=>{let q=location.search,c=$("[name=theme][value="+t+"]");c&&(c.checked=1);$("[data-star],.my-list")&&import(${JSON.stringify(starButtons)}).catch(e=>e);back();/[?&]q=[^&]/.test(q)&&$("form[data-search]")&&ask();q&&load($("[data-load]"))})})(document.documentElement)`.replaceAll(
    '\n',
    '',
  );
}
