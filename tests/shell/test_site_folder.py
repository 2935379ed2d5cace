from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.shell.site_folder import SIGN, ForeignFolderError, replacing


def _build(folder: Path, words: str) -> None:
    (folder / "data").mkdir()
    (folder / SIGN).write_text("{}")
    (folder / "index.html").write_text(words)


def test_a_new_site_takes_the_place_of_the_old_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    for words in ("old", "new"):
        with replacing(tmp_path / "site") as folder:
            _build(folder, words)

    assert (tmp_path / "site" / "index.html").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_build_that_breaks_leaves_the_standing_site_as_it_was(tmp_path: Path) -> None:
    with replacing(tmp_path / "site") as folder:
        _build(folder, "old")

    def break_off() -> None:
        with replacing(tmp_path / "site") as folder:
            _build(folder, "half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()

    assert (tmp_path / "site" / "index.html").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_that_is_not_a_built_site_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "thesis.txt").write_text("mine")

    with pytest.raises(ForeignFolderError), replacing(tmp_path / "site"):
        pytest.fail("must be refused before anything is built")

    assert (tmp_path / "site" / "thesis.txt").read_text() == "mine"


def test_a_link_is_not_followed_and_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(ForeignFolderError), replacing(tmp_path / "site"):
        pytest.fail("must be refused before anything is built")


def test_an_empty_folder_may_be_built_into(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()

    with replacing(tmp_path / "site") as folder:
        _build(folder, "first")

    assert (tmp_path / "site" / "index.html").read_text() == "first"


def test_a_command_stopped_between_the_two_renames_gives_the_old_site_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with replacing(tmp_path / "site") as folder:
        _build(folder, "old")
    rename = Path.rename

    def stopped(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", stopped)

    def rebuild() -> None:
        with replacing(tmp_path / "site") as folder:
            _build(folder, "new")

    with pytest.raises(KeyboardInterrupt):
        rebuild()

    assert (tmp_path / "site" / "index.html").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
