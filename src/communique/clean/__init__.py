"""Captures to articles: every stretch kept or dropped, with its role and the reason.

`cleaner` is the way through. Its files, in the order in which a capture meets them:

    a text capture       unwrapped, lines, sheet, text
    a page of HTML       attributes, walk, boxes, dom, markup, signs, votes, html
    each line in numbers characters, lexicon, words, own, context, features, table, weights
    what a line is       page, roles by the rules of marks, captions, inner and repeats, as verdicts; title
    parts of lines       pieces, places; settled has a last look at the whole
    when it was printed  dates, published by the text; structured, declared_dates, beside by the markup;
                         addresses checks them, reconciled decides
    who printed it       outlets, press, sourced; declared by the markup
    the article          assemble; language, foreign and bounds say what of it is read

`vocabulary` holds the words by which pages mark what is not the article.
"""

from communique.clean.cleaner import clean

__all__ = ["clean"]
