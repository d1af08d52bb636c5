"""One console for all commands: the terminal's width, no colour where none is wanted, no wrapping in a pipe."""

import io
import re
import shutil
import sys

from rich.console import Console, RenderableType
from rich.padding import Padding

PIPE_WIDTH = 10_000
_TRAILING = re.compile(r"[ ]+(?=\n|$)")


class Terminal:
    """Standard output as it is now. In a pipe each thing keeps to its line, without colour, so that grep and cut work."""

    def __init__(self) -> None:
        self.is_pipe = not sys.stdout.isatty()
        width, height = shutil.get_terminal_size()  # asked here, because rich takes a terminal without colours to be 80 columns wide
        self._console = Console(
            file=sys.stdout, width=PIPE_WIDTH if self.is_pipe else width, height=height, highlight=False, emoji=False, markup=False
        )
        self.is_plain = self.is_pipe or self._console.no_color or self._console.color_system is None

    def print(self, content: RenderableType = "", *, indent: int = 0) -> None:
        """Print one thing, indented by so many columns."""
        content = Padding(content, (0, 0, 0, indent), expand=False) if indent else content
        if not self.is_pipe:
            self._console.print(content)
            return
        buffer = io.StringIO()
        Console(file=buffer, width=PIPE_WIDTH, highlight=False, emoji=False, markup=False, color_system=None).print(content)
        sys.stdout.write(_TRAILING.sub("", buffer.getvalue()))
