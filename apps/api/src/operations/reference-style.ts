/** The look of the reference page, by day and by night. */
export const REFERENCE_STYLE = `
:root{color-scheme:light dark;--ink:#1c2430;--soft:#5a6675;--line:#d9dfe7;--ground:#fff;--panel:#f6f8fa;--link:#0b5cad}
@media (prefers-color-scheme:dark){:root{--ink:#e4e9f0;--soft:#9aa7b6;--line:#333d49;--ground:#14191f;--panel:#1c232b;--link:#7db7f0}}
*{box-sizing:border-box}
body{margin:0;display:grid;grid-template-columns:17rem minmax(0,1fr);font:15px/1.55 system-ui,sans-serif;color:var(--ink);background:var(--ground)}
nav{position:sticky;top:0;height:100vh;overflow:auto;padding:1.25rem;border-right:1px solid var(--line);background:var(--panel)}
nav ul{list-style:none;margin:0;padding:0}
nav h2{font-size:.8rem;text-transform:uppercase;letter-spacing:.06em;color:var(--soft);margin:1.25rem 0 .25rem}
.name{font-weight:650;font-size:1.1rem;margin:0}
main{padding:1.5rem 2.5rem 4rem;max-width:64rem}
h1{font-size:1.8rem;margin:.2rem 0 .6rem}
main h2{font-size:1.35rem;margin:2.5rem 0 .5rem;border-bottom:1px solid var(--line);padding-bottom:.3rem}
h3{font-size:1.08rem;margin:0 0 .4rem}
article{margin:1.25rem 0;padding:1rem 1.25rem;border:1px solid var(--line);border-radius:8px;scroll-margin-top:1rem}
a{color:var(--link)}
code{font:.88em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
pre{overflow:auto;padding:.9rem;background:var(--panel);border:1px solid var(--line);border-radius:6px;max-height:26rem}
table{border-collapse:collapse;width:100%;margin:.5rem 0}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
th{color:var(--soft);font-weight:600;font-size:.85rem}
.route b{padding:.1rem .45rem;border-radius:4px;background:var(--ink);color:var(--ground);font-size:.8rem}
.route span{color:var(--soft);font-size:.85rem;margin-left:.5rem}
@media (max-width:52rem){body{display:block}nav{position:static;height:auto}main{padding:1.25rem}}
`;
