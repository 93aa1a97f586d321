"""`python -m benchmarks [PATH...]`: seconds for each stage, in one process, over the examples by default."""

import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from communique.annotate.parser import annotate, load_model
from communique.clean import clean
from communique.compare import compare
from communique.errors import InputError
from communique.extract import extract
from communique.knowledge import load
from communique.merge import merge
from communique.options import Options
from communique.read import read
from communique.records.articles import Article
from communique.records.captures import Capture
from communique.report import render

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "captures"


def timed[T](stage: str, work: Callable[[], T], per: int = 0) -> T:
    """Run `work`, print how long it took, and how long for each of `per` pieces."""
    began = time.perf_counter()
    result = work()
    seconds = time.perf_counter() - began
    each = f"{1000 * seconds / per:10.1f} ms each" if per else ""
    print(f"{stage:<28}{seconds:8.2f} s{each}")
    return result


def cleaned(captures: Iterable[Capture]) -> list[Article]:
    """What can be cleaned; a capture that holds no article costs only itself."""
    articles = []
    for capture in captures:
        try:
            articles.append(clean(capture))
        except InputError as error:
            print(f"{capture.path}: {error}", file=sys.stderr)
    return articles


def main() -> int:
    options = Options()
    paths = [Path(word) for word in sys.argv[1:]] or [EXAMPLES]
    found = timed("read", lambda: list(read(paths, options)))
    captures = [item for item in found if isinstance(item, Capture)]
    knowledge = timed("load the knowledge", lambda: load(options.knowledge))
    timed("load the parser", lambda: load_model(options.model))
    articles = timed("clean", lambda: cleaned(captures), len(captures))
    parsed = timed("annotate", lambda: [annotate(article, options.model) for article in articles], len(articles))
    extractions = timed("extract", lambda: [extract(one, knowledge) for one in parsed], len(parsed))
    record = timed("merge", lambda: merge(extractions, knowledge))
    timed("compare", lambda: compare(record))
    timed("write the dossier", lambda: render(record))
    words = sum(len(article.text.split()) for article in articles)
    print(f"{len(captures)} captures, {len(articles)} articles, {words} words")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
