"""`python -m benchmarks [PATH...]`: seconds for each stage, in one process, over the examples by default."""

import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from communique.annotate.parser import annotate, load_model
from communique.annotate.tree import Tree
from communique.clean import clean
from communique.compare import compare
from communique.errors import InputError
from communique.extract import EXTRACTORS, extract, with_mentions
from communique.knowledge import Knowledge, load
from communique.merge import merge
from communique.options import Options
from communique.read import read
from communique.records.annotated import Annotated
from communique.records.articles import Article
from communique.records.captures import Capture
from communique.records.mentions import Extraction
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


def extracted(parsed: Iterable[Annotated], knowledge: Knowledge) -> dict[str, float]:
    """Seconds of each extractor over the articles, by its stage."""
    seconds: dict[str, float] = {}
    for annotated in parsed:
        tree = Tree(annotated)
        found = Extraction(article=annotated.article, reference=annotated.article.published)
        for extractor in EXTRACTORS:
            began = time.perf_counter()
            found = with_mentions(found, list(extractor(tree, found, knowledge)))
            stage = extractor.__module__.removeprefix("communique.extract.").split(".")[0]
            seconds[stage] = seconds.get(stage, 0.0) + time.perf_counter() - began
    return seconds


def main() -> int:
    options = Options()
    paths = [Path(word) for word in sys.argv[1:]] or [EXAMPLES]
    found = timed("read", lambda: list(read(paths, options)))
    captures = [item for item in found if isinstance(item, Capture)]
    knowledge = timed("load the knowledge", lambda: load(options.knowledge))
    timed("load the parser", lambda: load_model(options.model))
    articles = timed("clean", lambda: cleaned(captures), len(captures))
    began = time.perf_counter()
    parsed = timed("annotate", lambda: [annotate(article, options.model) for article in articles], len(articles))
    parser = time.perf_counter() - began
    for stage, seconds in extracted(parsed, knowledge).items():
        print(f"  extract {stage:<18}{seconds:8.2f} s{seconds / parser:10.2f} of the parser's time")
    extractions = timed("extract", lambda: [extract(one, knowledge) for one in parsed], len(parsed))
    record = timed("merge", lambda: merge(extractions, knowledge))
    timed("compare", lambda: compare(record))
    timed("write the dossier", lambda: render(record))
    words = sum(len(article.text.split()) for article in articles)
    print(f"{len(captures)} captures, {len(articles)} articles, {words} words")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
