"""The look of the packet's pages: calm, readable on a small screen, and the same ink on paper."""

from __future__ import annotations

from typing import Final

CSS: Final = """
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#f4f2ee;color:#22262b;font:15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",
Arial,"DejaVu Sans",sans-serif;overflow-wrap:anywhere}
main{max-width:1000px;margin:0 auto;padding:24px}
h1{font-size:24px;margin:0 0 6px}
h2{font-size:17px;margin:0 0 8px}
h3{font-size:14px;margin:14px 0 4px;color:#5d646d}
p{margin:0 0 8px}
section{background:#fffefb;border:1px solid #dcd8d0;border-radius:8px;padding:14px 18px;margin:0 0 14px}
.say{font-weight:600;border-left:4px solid #0b5f8f;padding:6px 12px;background:#e9f1f6;margin:0 0 10px}
footer.say{margin-top:20px}
.outcome{font-size:19px}
.small{font-size:12.5px;color:#5d646d;margin:6px 0 0}
nav{display:flex;flex-wrap:wrap;gap:4px 18px;margin:0 0 12px;font-size:13.5px}
h2+.small{margin:-4px 0 8px}
.note{border-left:3px solid #c9ccd1;padding-left:10px}
.glance{display:grid;grid-template-columns:1.3fr 1fr;gap:20px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 14px;margin:0}
dt{color:#5d646d}dd{margin:0}
dl.answers{margin-top:10px;grid-template-columns:minmax(0,1fr) minmax(0,1fr);font-size:13.5px}
ul,ol{margin:0;padding-left:18px}
svg{width:100%;height:auto;display:block;font-family:inherit}
svg.narrow,h3.narrow{display:none}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(215px,1fr));gap:12px}
.card{display:flex;flex-direction:column;gap:2px;color:inherit;text-decoration:none;border:1px solid #dcd8d0;
border-radius:6px;padding:8px;font-size:13px;background:#fff}
.card:hover,.card:focus{border-color:#0b5f8f}
.card img{width:100%;height:auto;border-radius:4px;margin-bottom:4px}
.card b{font-size:14px}
.card span:first-of-type{color:#5d646d}
table{border-collapse:collapse;width:100%;font-size:13.5px}
.scroll{overflow-x:auto}
.grid th,.grid td{overflow-wrap:normal}
th,td{text-align:left;vertical-align:top;padding:5px 10px 5px 0;border-top:1px solid #e6e2da}
thead th{border-top:0;color:#5d646d;font-weight:600;font-size:12.5px}
.rows th[scope=row]{width:16%;hyphens:auto}.rows td:nth-of-type(1){width:38%}
.rows .quiet{color:#5d646d;font-size:12.5px}
.rows tr.met th[scope=row],.rows tr.met td:nth-of-type(1){background:#e9f1f6}
.rows tr.met th[scope=row]{padding-left:8px;border-left:3px solid #0b5f8f}
.rows i{display:block;font-style:normal;font-weight:400;font-size:12px;color:#0b5f8f}
.players{display:grid;grid-template-columns:repeat(auto-fit,minmax(300px,1fr));gap:12px;margin:8px 0}
figure{margin:0}figcaption{font-size:12.5px;color:#5d646d;margin-top:3px}
video{width:100%;background:#15171a;border-radius:4px;display:block;max-height:520px}
.reel video{max-width:640px;margin-bottom:8px}
.two{display:grid;grid-template-columns:1fr 1.7fr;gap:24px;margin-top:12px}
.one{border-top:1px solid #dcd8d0;margin-top:14px}
.one h3{font-size:15px;color:#22262b}.one h3 span{font-weight:400;color:#5d646d;font-size:13px}
.settings{columns:2;font-size:12px}.settings .scroll{overflow:visible}.settings table{font-size:12px}
.check{display:grid;grid-template-columns:repeat(auto-fill,minmax(180px,1fr));gap:8px}
.check img{width:100%;border-radius:3px;display:block}
a{color:#0b5f8f}
@media (max-width:720px){.glance,.two{grid-template-columns:1fr}
.rows,.rows tbody,.rows tr,.rows td,.rows th[scope=row]{display:block;width:auto!important}
.rows thead{display:none}
.rows .quiet:not(:empty)::before{content:attr(data-title) ": ";font-weight:600}
.rows td,.rows th[scope=row]{border:0;padding:2px 0}
.rows tr{border-top:1px solid #dcd8d0;padding:8px 0}
.settings{columns:1}
main{padding:12px}section{padding:12px}
svg.narrow,h3.narrow{display:block}svg.wide,h3.wide{display:none}}
@media print{
@page{size:A4;margin:12mm}
body{background:#fff;font-size:10.5pt}main{max-width:none;padding:0}
section{border:0;border-radius:0;padding:0;margin:0 0 12pt}
.flag{break-before:page}
video,.reel,nav{display:none}
svg.wide,h3.wide{display:block}svg.narrow,h3.narrow{display:none}
.glance{grid-template-columns:1.3fr 1fr}
.two{grid-template-columns:1fr;gap:4pt}
.rows th[scope=row]{width:17%}
table,.rows .quiet{font-size:8.5pt}p,li,dd,dt{font-size:9.5pt}.outcome{font-size:12pt}
th,td{padding:2.5pt 8pt 2.5pt 0}
tr,figure,.card,svg{break-inside:avoid}
h2,h3{break-after:avoid}
.cards{grid-template-columns:repeat(4,1fr)}
.card{border-color:#bbb}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
"""
