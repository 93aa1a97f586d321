from pathlib import Path

import pytest

from communique import fingerprint
from communique.errors import UsageError
from communique.fingerprint import extraction_version, record_version
from communique.options import Options


def test_what_shapes_an_extraction_changes_its_version(tmp_path: Path) -> None:
    extra = tmp_path / "more.yaml"
    extra.write_text("a: 1")
    versions = [
        extraction_version(Options()),
        extraction_version(Options(model="other")),
        extraction_version(Options(knowledge=str(extra))),
    ]
    extra.write_text("a: 2")
    versions.append(extraction_version(Options(knowledge=str(extra))))

    assert len(set(versions)) == 4
    assert extraction_version(Options(jobs=7)) == versions[0]
    assert record_version(Options()) != versions[0]


def test_other_code_is_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pipeline.py").write_text("one")
    (tmp_path / "clean").mkdir()
    (tmp_path / "clean" / "rules.yaml").write_text("one")
    monkeypatch.setattr(fingerprint, "_HERE", tmp_path)
    code = fingerprint._code.__wrapped__
    before = code(("clean",))

    (tmp_path / "clean" / "rules.yaml").write_text("two")

    assert code(("clean",)) != before


def test_a_missing_knowledge_file_is_wrong_use() -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        extraction_version(Options(knowledge="no such file"))
