"""Captures that try to do something in whoever shows them, each attack in every place where words are kept."""

import json
from pathlib import Path

ATTACKS = {
    "script": "<script>alert('attack-script')</script>",
    "handler": "<img src=x onerror=alert('attack-handler')>",
    "link": "<a href=\"javascript:alert('attack-link')\">here</a>",
    "picture": "<svg onload=alert('attack-picture')><animate onbegin=alert(1) attributeName=x dur=1s></svg>",
    "breakout": '"\'></title></textarea></script><iframe src="data:text/html,attack-breakout"></iframe>',
    "template": "attack-template {{1234*1234}} {% for x in (1,2) %}${1234*1234}{% endfor %} #{1234*1234}",
    "direction": "attack-direction \u202egnp.exe\u202c \u2066gnp\u2069 \u200f\u061c",
    "terminal": "attack-terminal \x1b[31mred\x1b]0;owned\x07 \x9b2J \x1b]8;;//evil.example\x1b\\go\x08 \x7f",
    "style": "<style>body{display:none}</style><b style=position:fixed>attack-style</b>",
    "reference": "attack-reference &lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62;",
    "formula": '=HYPERLINK("https://evil.example";"attack-formula")',
    "comment": "<!-- attack-comment --><![CDATA[<script>alert(1)</script>]]>",
}
# The longest line that is read, and one that is refused.
WIDE, LONG = "W" * 990_000, "W" * 1_000_000
EXECUTED = "1522756"
URL = "javascript:alert('attack-url')//https://evil.example/"


def write(folder: Path) -> Path:
    """The captures, of every kind that is read."""
    for number, (name, attack) in enumerate(ATTACKS.items(), 1):
        text = story(attack, number)
        (folder / f"{name}.txt").write_text(text, "utf-8")
        (folder / f"{name}.json").write_text(json.dumps(sidecar(attack, number)), "utf-8")
    every = " ".join(ATTACKS.values())
    (folder / "page.html").write_text(markup(every), "utf-8")
    rows = [
        {"url": URL, "title": attack, "maintext": story(attack, 20 + n), "authors": [attack], "source_domain": attack,
         "date_publish": "2021-03-10 10:00:00", "language": attack}
        for n, attack in enumerate(ATTACKS.values())
    ]  # fmt: skip
    (folder / "lines.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    (folder / "long.txt").write_text(story("plain", 49).replace("bridges", LONG), "utf-8")
    (folder / "wide.txt").write_text(story("plain", 50).replace("bridges", f"bridges {WIDE}"), "utf-8")
    (folder / "null.txt").write_bytes(story(f"{every}\0", 52).encode())
    (folder / "<img src=x onerror=alert('attack-name')>{{1234*1234}}.txt").write_text(story("plain", 51), "utf-8")
    (folder / "broken.jsonl").write_text(f'{{"maintext": {json.dumps(every)}, "url": \n', "utf-8")
    return folder


def story(attack: str, number: int) -> str:
    """A plain story, and the attack in its title, in what is said, promised and signed there, and between its lines."""
    return f"""Macron and Steinmeier meet in Berlin {attack}

By Ida {attack}
10 March 2021

French President Emmanuel Macron met German President Frank-Walter Steinmeier in Berlin on Wednesday. {attack}

"We will build {number} bridges together {attack} and open them," Macron said.

Steinmeier said that trade grew by {number} percent last year {attack}.

The two presidents signed a treaty on rivers {attack} and promised that they will meet again.

{attack}
"""


def sidecar(attack: str, number: int) -> dict[str, str]:
    """What stands beside a capture: an address that no browser may follow, an outlet that is an attack."""
    urls = (URL, "data:text/html,<script>alert(1)</script>", f"https://news.example/{attack}", "//evil.example/x",
            "https://news.example/?q='\"><script>alert('attack-query')</script>{{1234*1234}}")  # fmt: skip
    published = "2021-03-10" if number % 2 else f"2021-03-10{attack}"
    return {"url": urls[number % len(urls)], "outlet": attack, "published": published}


def markup(every: str) -> str:
    """A page of which all could be alive."""
    return f"""<!doctype html><html><head><title>Macron and Steinmeier {every}</title>
<meta property="og:site_name" content="{every.replace('"', "&quot;")}">
<link rel="canonical" href="{URL.replace('"', "&quot;")}"><base href="https://evil.example/">
<script>alert('attack-page')</script><style>@import "https://evil.example/a.css"</style></head>
<body onload="alert('attack-body')"><article><h1>Macron and Steinmeier meet in Berlin {every}</h1>
<p>French President Emmanuel Macron met German President Frank-Walter Steinmeier in Berlin on 10 March 2021. {every}</p>
<p onclick="alert(1)">&ldquo;We will build bridges &lt;script&gt;alert('attack-entity')&lt;/script&gt; together,&rdquo;
Macron said in Berlin.</p>
<svg><script>alert('attack-svg')</script></svg><math><mtext><img src=x onerror=alert(1)></mtext></math>
<form action="https://evil.example"><input name=a><button formaction="javascript:alert(1)">go</button></form>
<object data="https://evil.example"></object><embed src="https://evil.example">
<p>Steinmeier said that trade grew by 7 percent last year, and that nobody expects it to fall.</p></article></body>
"""
