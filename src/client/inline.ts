/**
 * The one line of script that every page carries, inline: it sets the chosen theme before the first paint, keeps the
 * theme switch, and fetches the search when somebody asks for it. Written small by hand, for it stands in each page.
 *
 * - `data-js` on the root lets styles show what only works with JavaScript.
 * - A click that asks for a new tab is left alone; so is a slash that is typed into a field.
 *
 * - What has `data-load` names a module of its own, fetched when something in it is used, or the address asks a question.
 * - The module listens for `site-search`, whose detail is 1 where the search page itself shall answer. It is fetched as
 *   soon as that page's field gets the focus. Where it can't be fetched, the search button leads to the index; without a
 *   network, where no page can be opened, it says so. A module that failed once is asked for by another address.
 *
 * - The stars of the reader's own list come by themselves where a page has them.
 *
 * @param search address of the search's module
 * @param stars  address of the stars' module
 */
export function firstLine(search: string, stars: string): string {
  return `(r=>{let s={},t;try{s=localStorage;t=s.theme}catch{}if(t)r.dataset.theme=t;r.dataset.js="";
let $=q=>document.querySelector(q),n="",not=()=>{},go=(e,p)=>{e.preventDefault();import(${JSON.stringify(search)}+n).then(()=>dispatchEvent(new CustomEvent("site-search",{detail:p})),()=>{n+="?";let a=$("[data-search-open]"),o=$("#no-search");p||(navigator.onLine?location=a.href:o.textContent=a.dataset.failed)})},on=addEventListener,load=l=>l&&import(l.dataset.load).catch(not);
["focusin","change"].map(n=>on(n,e=>load(e.target.closest("[data-load]"))));
on("click",e=>e.target.closest("[data-search-open]")&&!(e.ctrlKey||e.metaKey||e.shiftKey)&&go(e));
on("keydown",e=>{let c=e.ctrlKey||e.metaKey;(c&&e.key.toLowerCase()=="k"||e.key=="/"&&!c&&!e.altKey&&!e.target.closest("input:not([type=radio]),textarea,select"))&&go(e)});
for(let k of["submit","focusin"])on(k,e=>e.target.closest("[data-search-page]")&&go(e,1));
on("change",e=>{let{name:n,value:v}=e.target;if(n=="theme"){v=="auto"?delete r.dataset.theme:r.dataset.theme=v;try{v=="auto"?s.removeItem(n):s[n]=v}catch{}}});
on("DOMContentLoaded",e=>{let c=$('[name=theme][value="'+(t||"auto")+'"]');if(c)c.checked=!0;$("[data-star],[data-list]")&&import(${JSON.stringify(stars)}).catch(not);/[?&]q=[^&]/.test(location.search)&&$("[data-search-page]")&&go(e,1);location.search&&load($("[data-load]"))})})(document.documentElement)`.replaceAll(
    '\n',
    '',
  );
}
