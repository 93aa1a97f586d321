import gzip
import importlib.util
from pathlib import Path

from communique.options import Options
from communique.read import read
from communique.records.captures import Capture

ROOT = Path(__file__).resolve().parents[2]


def test_the_example_crawl_is_made_of_the_examples_pages() -> None:
    spec = importlib.util.spec_from_file_location("make_example_warc", ROOT / "scripts" / "make_example_warc.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)

    assert gzip.decompress(script.TARGET.read_bytes()) == b"".join(script.records()), "run scripts/make_example_warc.py"
    found = list(read([script.TARGET], Options()))
    pages = {
        address: (ROOT / "examples" / "captures" / name).read_text("utf-8") for address, name in script.PAGES.items()
    }
    assert {item.sidecar.url: item.text for item in found if isinstance(item, Capture)} == pages
    assert len(found) == len(pages)
