"""What a control offers to narrow a list by."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.terms.text import Text, borrowed


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen: the word by which items bear it, and what it is called."""

    value: str
    label: Text

    @property
    def untranslated(self) -> bool:
        """Whether the name is Vietnamese on either page; an option tells one language as a whole."""
        return self.label == borrowed(self.label.vi, None)
