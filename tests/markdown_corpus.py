"""Markdown as models write it, and as the rules' corners have it: documents by what is in them."""

DOCUMENTS: dict[str, str] = {
    "paragraphs": (
        "One line\nand its second.\n\nAnother   paragraph.  \nA hard break.\\\nAnother one.\n"
    ),
    "headings": "# One\n## Two ##\ntext\n### Three\n####### seven is text\n#no heading\n",
    "setext": "Title\n=====\n\nSub\n---\ntext\nover two\n---\n\n---\n",
    "rules": "a\n\n***\n- - -\n___\nb\n",
    "bullets": "Intro:\n\n- one\n- two\n  still two\n- three\n\nAfter.\n",
    "bullets after text": "Intro:\n- one\n- two\nlazy two\n\nAfter.\n",
    "nested bullets": "- a\n  - b\n    - c\n      - d\n    - c2\n  - b2\n- a2\n",
    "loose list": "- a\n\n- b\n\n  second paragraph of b\n\n- c\n\nEnd.\n",
    "two blank lines in a list": "- a\n\n\n- b\n\n\n\nEnd.\n",
    "ordered": "1. one\n2. two\n3. three\n",
    "ordered from five": "5. five\n6. six\n\ntext\n\n7) other\n8) list\n",
    "ordered with bullets": (
        "1. First:\n   - a\n   - b\n2. Second:\n   * c\n\n     more of c\n3. Third\n"
    ),
    "bullets change": "- a\n* b\n+ c\n- d\n",
    "a year is no item": "It was in\n1999. A good year.\n",
    "one interrupts": "Steps\n1. one\n2. two\n",
    "task list": "- [ ] open\n- [x] done\n  - [ ] nested\n",
    "empty items": "- a\n-\n- c\n\n-\n\ntext\n",
    "empty item, then text": "-\n  text in it\n-\n\n  text not in it\n",
    "item with code": "- a\n\n      indented code\n\n- b\n",
    "fence in item": (
        "1. Install:\n\n   ```sh\n   pip install x\n\n   y\n   ```\n\n"
        "2. Run:\n   ```py\n   go()\n   ```\n3. Done\n"
    ),
    "fence in item, not indented": "- a\n```\ncode\n```\n- b\n",
    "open fence in item": "- a\n  ```\n  code\n\nout of it\n",
    "quote in item": "- a\n  > quoted\n  > more\n\n  after\n- b\n",
    "table in item": "- a\n\n  | x | y |\n  |---|---|\n  | 1 | 2 |\n- b\n",
    "heading in item": "- # Title\n  text\n- b\n",
    "wide markers": "1.  one\n\n    its second\n10. ten\n\n    its second\n",
    "siblings drift": "- a\n - b\n  - c\n   - d\n    - e\n",
    "quote": "> one\n> two\n\ntext\n",
    "lazy quote": "> one\nstill quoted\n\nnot any more\n",
    "quote ends": "> # title\ntext\n\n> a\n---\n",
    "nested quotes": "> a\n>> b\n> > > c\nlazy\n>\n> d\n\ne\n",
    "quote with list": "> - a\n> - b\n>   - c\n>\n> text\n",
    "quote with fence": "> ```py\n> x = 1\n>\n> y\n> ```\n> text\n",
    "quote fence cut": "> ```\n> x\nnot in it\n",
    "two quotes": "> a\n\n> b\n",
    "callout": "> [!NOTE]\n> Mind the **gap**.\n",
    "fence": "Text:\n```python\ndef f():\n    return 1\n\n\n# end\n```\nmore\n",
    "tilde fence": "~~~\n```\n~~~\n\n~~~~ text more\n~~~\n~~~~~\n",
    "longer fence": "````md\n```py\nx\n```\n````\n",
    "indented fence": "  ```\n  a\n   b\n c\n  ```\n",
    "open fence": "```js\nlet x = 1;\n\nlet y",
    "empty fences": "```\n```\n\n```\n\n```\n",
    "not a fence": "```a`b\ntext\n\n`` x ` y ``\n",
    "indented code": "text\n\n    code\n\n      more\n\ntext\n    no code\n",
    "table": "| a | b |\n|:--|--:|\n| **1** | `2` |\n| 3 | [l](http://x) |\n\ntext\n",
    "bare table": "a | b\n--|--\n1 | 2\n3 | 4\n\n---\n",
    "quote ends a table": "| a |\n|---|\n| 1 |\n> quote\n\ntext\n",
    "table with bars": "| a | b |\n|---|---|\n| x \\| y | `z` |\n| 1 |\n",
    "table of Chinese": "| 名称 | 说明 |\n|------|------|\n| 向量 | 一种数据 |\n\n完。\n",
    "references": (
        "See [one], [two][2] and [Three  Four].\n\n[one]: http://a.example\n"
        "[2]: <b c> 'T'\n[three\nfour]: /x\n"
    ),
    "reference above": '[a]: http://a.example "Title"\n\nText with [a].\n',
    "reference in quote": "> [a]: http://a.example\n\nText with [a] and [b].\n\n- [b]: /y\n",
    "reference in text": "text\n[a]: not a definition\n\n[b]: /x 'T' more\n\n[a] [b]\n",
    "footnotes": (
        "A claim[^1] and another[^note].\n\n[^1]: The source is long.\n[^note]: Some words here.\n"
    ),
    "inline": (
        "**b** *i* ***bi*** ~~s~~ `c` <http://a.example> http://b.example \\*no\\* &amp; &copy;\n"
    ),
    "emphasis over lines": "**bold over\ntwo lines** and `code\nover two`\n",
    "links and pictures": '[a](http://a.example "t") ![p](http://a.example/p.png) [b](<x y>)\n',
    "html": (
        "<details>\n<summary>More</summary>\n\n**text**\n\n"
        "</details>\n\n<b>x</b><br>y\n<!-- z -->\n"
    ),
    "thinking tag": "<think>\nhm\n</think>\n\nAnswer.\n",
    "chinese": "# 标题\n\n你好，世界。一段**粗体**。\n第二行。\n\n1. 第一\n2. 第二\n\n> 引用\n",
    "japanese and korean": "日本語のテキスト。\n\n- 項目\n- 二つ目\n\n한국어 문장입니다.\n",
    "arabic and emoji": "مرحبا بالعالم\n\n👩‍👩‍👧 family, 🇩🇪 flag\n\n- ✅ done\n- ❌ not\n",
    "crlf": (
        "# T\r\n\r\ntext\r\nmore\r\n\r\n- a\r\n- b\r\n\r\n```\r\n"
        "x\r\n\r\ny\r\n```\r\n\r\n| a |\r\n|---|\r\n| 1 |\r\n"
    ),
    "old mac": "# T\rtext\r\r- a\r- b\r\rend",
    "tabs": "-\ta\n\n\tsecond\n\n\tthird\n-\tb\n\t- c\n\n>\tq\n\n\tcode\n\tmore\n",
    "no end of line": "text **bo",
    "blank ends": "\n\n  \n\ntext\n\n   \n\n",
    "unusual spaces": (
        "a\u00a0b\u2028c\x0bd\x0ce\x85f\n\n\u3000Indented by an ideographic space\n"
    ),
    "controls": "a\u200bb \u202eevil\u202c \x1b[31mred\n",
    "bare marks": "-\n\n+\n\n*\n\n1.\n\n#\n\n>\n",
    "deep": "> - > 1. > - a\n> - > 1. > - b\n\nend\n",
    "everything": (
        "# Report\n\nSome *text* with `code`, see [ref].\n\n## List\n\n1. One\n   - sub\n\n     "
        "```sh\n     ls\n     ```\n2. Two\n\n> Quote with **bold**\n> - item\n\n"
        "| a | b |\n|---|---|\n"
        "| 1 | 2 |\n\n```py\nprint('hi')\n```\n\n---\n\nEnd.\n\n[ref]: http://a.example\n"
    ),
}
"""In these the parts, rendered one by one, say what the whole says."""

WITH_FORMULAS: dict[str, str] = {
    "display": "So:\n\n$$\nx = \\frac{a}{b}\n$$\n\nand \\(y\\).\n",
    "display without blank lines": "So\n\\[\n a\n= b\n- c\n\\]\nthen\n",
    "one line": "$$E = mc^2$$\n\n\\[ a + b \\]\n\n$$a$$ and more\n",
    "never closed": "text\n$$\na\n\n- b\n\n\\[ c\n",
    "prices": "$$ is a price\nand $5.\n\n$5 and $6\n",
    "in a list": "- $$\n  x\n  $$\n- \\[y\\]\n",
}
"""A formula is a block of its own, be it within a paragraph."""

GITHUB_ONLY: dict[str, str] = {
    "table below text": "Values:\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    "table below lines": "one\ntwo\n| a |\n|---|\n| 1 |\nstill a row\n\nout\n",
    "heading ends a table": "| a |\n|---|\n| 1 |\n# title\n",
}
"""GitHub lets a table begin below text, and end above a heading; md4c, which Qt has, does not."""

ALL: dict[str, str] = DOCUMENTS | WITH_FORMULAS | GITHUB_ONLY
