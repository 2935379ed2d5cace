"""The press: takes the pages of a site one by one and keeps what becomes of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from site_builder.pages import prose
from site_builder.pages.page import Context, Page
from site_builder.render.environment import Renderer
from site_builder.render.link_check import LinkCheck
from site_builder.render.links import PREFIX, moved
from site_builder.search.entries import Entry, entries
from site_builder.search.index import index
from site_builder.terms.text import LANGS, Lang


@dataclass(frozen=True, slots=True)
class Written:
    """A page that somebody wrote by hand: its address without language, its text already HTML."""

    source: str
    """The file in which its author finds it."""
    path: str
    lang: Lang
    title: str
    html: str


class Press:
    """Takes page after page, in one language after the other, and keeps what becomes of them."""

    def __init__(self, renderer: Renderer, context: Context) -> None:
        self.renderer = renderer
        self.context = context
        self.files: dict[str, bytes] = {}
        self.framed: dict[str, bytes] = {}
        """Pages written by hand, which the host will write; here only for what links to them."""
        self.addresses: list[str] = []
        """Every address without language that a search engine may list."""
        self.links = LinkCheck()
        self._finds: dict[Lang, list[Entry]] = {lang: [] for lang in LANGS}

    def has(self, one: Written) -> bool:
        """Whether a page made here already stands where this one was written to stand."""
        return prose_page(one).file in self.files

    def take(self, page: Page, lang: Lang) -> None:
        """Render a page and keep it."""
        file = PREFIX[lang] + page.file
        draft = self.renderer.draft(page, lang, self.context)
        self.links.note(file, draft, lang)
        self.files[file] = self.renderer.settled(draft, page, lang).encode()
        self._finds[lang] += entries(page, lang)
        if lang == LANGS[0] and not page.anywhere:
            self.addresses.append(page.path)

    def take_prose(self, one: Written, all_of_them: tuple[Written, ...]) -> None:
        """Know a page written by hand, and keep it for the languages in which nobody wrote it."""
        page = prose_page(one)
        file = PREFIX[one.lang] + page.file
        draft = self.renderer.draft(page, one.lang, self.context)
        self.links.note(file, draft, one.lang)
        self.links.note_prose(file, one.html)
        self.framed[file] = draft.encode()
        self._finds[one.lang] += entries(page, one.lang)
        written = {other.lang for other in all_of_them if other.path == one.path}
        for lang in LANGS:
            if lang not in written:
                self.files[PREFIX[lang] + page.file] = self._lent(one, lang).encode()
                self._finds[lang] += entries(page, lang)
        if one.lang == LANGS[0] or LANGS[0] not in written:
            self.addresses.append(page.path)

    def index(self) -> dict[str, bytes]:
        """What search needs, for every language."""
        files: dict[str, bytes] = {}
        for lang in LANGS:
            files |= index(self._finds[lang], lang)
        return files

    def _lent(self, one: Written, lang: Lang) -> str:
        """The page in a language into which nobody has translated it."""
        to_it = "../" * (PREFIX[lang] + one.path).count("/") + PREFIX[one.lang] + one.path
        page = prose_page(replace(one, html=moved(one.html, to_it)))
        return self.renderer.page(page, lang, self.context)


def prose_page(written: Written) -> Page:
    """The page that frames what somebody wrote."""
    return prose.page(written.path, written.title, written.html, written.lang)
