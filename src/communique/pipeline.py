"""The path, in order: from one capture to what it says, and from all of these to the record.

    read      paths -> captures                     communique.read
    clean     capture -> article                    communique.clean       \\
    annotate  article -> annotated                  communique.annotate     > `extract_one`, article by article
    extract   annotated -> mentions                 communique.extract     /
    review    judgements, brought to bear           communique.review      \\
    merge     all extractions -> record             communique.merge        |
    compare   record -> findings                    communique.compare      > `conclude`, for the whole collection
    store     record -> file                        communique.store

`extract_one` knows one article and nothing of others, so that captures can be worked on anywhere and in any
order (`communique.run`) and the outcome be kept by content. Only `conclude` sees the whole collection.
"""

import re
import traceback
from collections.abc import Mapping, Sequence, Set

import msgspec

from communique.annotate.parser import annotate
from communique.clean import clean
from communique.clean.bounds import beyond, left_out
from communique.clean.foreign import UNTOLD, foreign_paragraphs
from communique.compare import compare
from communique.errors import CommuniqueError, InputError
from communique.extract import extract
from communique.knowledge import load
from communique.merge import merge
from communique.options import Options
from communique.records.articles import KEPT_ROLES, Article
from communique.records.captures import Capture, Problem
from communique.records.judgements import Judgement
from communique.records.mentions import Extraction
from communique.records.record import Record

_ADDRESS = re.compile(r"0x[0-9a-fA-F]+")
MAX_MESSAGE = 300


def extract_one(capture: Capture, options: Options) -> tuple[Extraction | None, tuple[Problem, ...]]:
    """What one capture says, or the problem that it is no article, or cannot be worked on.

    Raises:
        CommuniqueError: nothing can be extracted from any capture: the set-up is wrong.
    """
    stage = "clean"
    try:
        article = clean(capture, options)
        long = beyond(article)
        foreign = foreign_paragraphs(article)
        stage = "annotate"
        annotated = annotate(article, options.model, long | foreign.keys())
        stage = "extract"
        return extract(annotated, load(options.knowledge)), _unread(article, long, foreign)
    except InputError as error:
        return None, (_problem(capture, stage, error.code, str(error)),)
    except CommuniqueError:
        raise
    except ImportError as error:
        raise CommuniqueError(f"The installation is not whole ({error}); run: make setup") from error
    except Exception as error:  # noqa: BLE001
        # The one boundary: whatever a page does to a stage or to a library below it costs that page, named with
        # its stage and place in the code, and never the run. A wrong set-up is not a page's fault and goes on up.
        return None, (_problem(capture, stage, type(error).__name__, _described(error)),)


def conclude(
    extractions: Sequence[Extraction],
    problems: Sequence[Problem],
    options: Options,
    judgements: Sequence[Judgement] = (),
) -> Record:
    """The record of a collection: the same for the same extractions and judgements, in whatever order they come."""
    ordered = sorted(extractions, key=lambda extraction: extraction.article.id)
    record = merge(ordered, load(options.knowledge), judgements)
    known = sorted(set(problems), key=lambda p: (p.capture, p.stage, p.code, p.message, p.lost))
    return msgspec.structs.replace(record, findings=compare(record), problems=tuple(known))


def _unread(article: Article, long: Set[int], foreign: Mapping[int, str]) -> tuple[Problem, ...]:
    """That some paragraphs, or all, are too many, or in another language: nothing that these say is in the record."""
    kept = sum(p.role in KEPT_ROLES for p in article.paragraphs)
    found = []
    if count := len(long) + left_out(article):
        message = f"Too long; paragraphs that are kept but not read: {count}. Break it into the articles that it holds"
        found.append(Problem(capture=article.capture, stage="annotate", code="too-long", message=message, lost=False))
    if foreign:
        lost = len(foreign) == kept
        named = ", ".join(sorted(set(foreign.values()))).replace(UNTOLD, "not told which")
        what = "The article" if lost else f"{len(foreign)} of its {kept} paragraphs"
        verb = "are" if len(foreign) > 1 and not lost else "is"
        message = f"{what} {verb} in another language ({named}), kept but not read; give an English translation"
        found.append(Problem(capture=article.capture, stage="annotate", code="language", message=message, lost=lost))
    return tuple(found)


def _problem(capture: Capture, stage: str, code: str, message: str) -> Problem:
    return Problem(capture=capture.path, stage=stage, code=code, message=message, lost=True)


def _described(error: Exception) -> str:
    """An exception's message and the line that raised it, without what changes from run to run."""
    frames = traceback.extract_tb(error.__traceback__)
    parts = frames[-1].filename.replace("\\", "/").rsplit("/", 2)[1:]
    message = _ADDRESS.sub("0x…", " ".join(str(error).split()))[:MAX_MESSAGE]
    return f"{message or 'no message'} ({'/'.join(parts)}, line {frames[-1].lineno}); please report it"
