"""Nodes as Turtle and TriG write them. Written here and not by an RDF library, whose order and layout change with its version."""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from iddia.formats.linked.iris import full
from iddia.formats.linked.rows import Node
from iddia.formats.linked.terms import LINK, Term

_LOCAL = re.compile(r"(?:[A-Za-z0-9_]|%[0-9A-F]{2})(?:[A-Za-z0-9_.-]|%[0-9A-F]{2})*(?<!\.)|")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_IRI = "-._~:/?#[]@!$&'()*+,;=%"  # what an IRI may hold besides letters and digits (RFC 3986)
_CONTROL = re.compile(r'[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\\"]')


def text(value: str) -> str:
    """A text in quotation marks. Characters that cannot be seen are escaped, all others stand as they are."""
    return f'"{_CONTROL.sub(_escaped, value)}"'


def _escaped(found: re.Match[str]) -> str:
    return _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04X}"


def name(iri: str, prefixes: Mapping[str, str]) -> str:
    """An IRI, full or compact, under the prefix that leaves least of it, or in angle brackets where no prefix does."""
    whole = full(iri, prefixes)
    fitting = [prefix for prefix, start in prefixes.items() if whole.startswith(start) and _LOCAL.fullmatch(whole[len(start) :])]
    if fitting:
        prefix = max(fitting, key=lambda known: len(prefixes[known]))
        return f"{prefix}:{whole[len(prefixes[prefix]) :]}"
    return f"<{quote(whole, safe=_IRI)}>"


def heads(prefixes: Mapping[str, str]) -> str:
    """The declarations of prefixes."""
    return "".join(f"@prefix {prefix}: <{start}> .\n" for prefix, start in prefixes.items())


def statements(node: Node, terms: Mapping[str, Term], prefixes: Mapping[str, str]) -> str:
    """All that a node says, as one block ended by a newline."""
    said = [f"a {', '.join(name(kind, prefixes) for kind in node['@type'])}"] if node.get("@type") else []
    for key, value in node.items():
        if not key.startswith("@"):
            term = terms[key]
            values = value if isinstance(value, list) else [value]
            said.append(f"{name(term.property, prefixes)} {', '.join(_objects(values, term, prefixes))}")
    lines = " ;\n    ".join(said)
    return f"{name(node['@id'], prefixes)} {lines} .\n"


def _objects(values: list[Any], term: Term, prefixes: Mapping[str, str]) -> Iterator[str]:
    for value in values:
        if term.type == LINK:
            yield name(value, prefixes)
        elif isinstance(value, dict):
            yield f"{text(value['@value'])}@{value['@language']}"
        elif term.language:
            yield f"{text(value)}@{term.language}"
        elif term.type == "xsd:string":
            yield text(value)
        elif isinstance(value, bool):
            yield "true" if value else "false"
        else:
            yield f"{text(str(value))}^^{name(term.type, prefixes)}"
