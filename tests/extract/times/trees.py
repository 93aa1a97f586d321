"""Articles annotated by hand: "word/POS/TAG/head[/lemma]", heads counted from 1 within the sentence, 0 for the root."""

from communique.annotate.tree import Tree
from communique.records.annotated import Annotated, Entity, Sentence, Token
from communique.records.articles import Article, Paragraph


def tree(*paragraphs: str, entities: tuple[Entity, ...] = ()) -> Tree:
    """One sentence a paragraph; the text is the words, one space apart."""
    text = ""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    rows: list[Paragraph] = []
    for number, paragraph in enumerate(paragraphs):
        text += "\n\n" if text else ""
        start, base = len(text), len(tokens)
        for i, word in enumerate(paragraph.split()):
            text += " " if i else ""
            form, pos, tag, head, *rest = word.split("/")
            at = base + (int(head) - 1 if int(head) else i)
            dep = rest[1] if len(rest) > 1 else ("aux" if pos == "AUX" or tag in ("MD", "TO") else "dep")
            lemma = rest[0] if rest and rest[0] else form.lower()
            tokens.append(Token(len(text), len(text) + len(form), form, lemma, pos, tag, dep, at))
            text += form
        sentences.append(Sentence(base, len(tokens), number))
        rows.append(Paragraph(role="body", reason="test", text=text[start:], start=start, end=len(text)))
    article = Article(id="article-1", capture="a.txt", sha256="0", origin="origin-1", text=text, paragraphs=tuple(rows))
    return Tree(Annotated(article=article, tokens=tuple(tokens), sentences=tuple(sentences), entities=entities))


def plain(*paragraphs: str) -> Tree:
    """Paragraphs without grammar: every word its own root."""
    return tree(*(" ".join(f"{word}/X/XX/0" for word in paragraph.split()) for paragraph in paragraphs))
