"""`iddia new` as people run it: what it makes, what it says in both languages, how wrong usage and refusals end."""

import json
import shutil
import time
from pathlib import Path
from typing import Any

import pytest

from iddia.cli import COULD_NOT_RUN, FINE, INVALID, main
from iddia.draft.kinds import KINDS
from iddia.yamlfile import read_yaml

TINY = Path(__file__).resolve().parent.parent / "tiny"
ARTICLE = "Ardıç, Fener’i büyüttü\r\n\r\nKıyı Postası’na göre Fener’in 12 milyar parametresi var.\r\n"
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small project, with a text beside it in the working folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "Fener Büyüdü.txt").write_bytes(ARTICLE.encode())
    return Path(shutil.copytree(TINY, tmp_path / "project"))


def run(root: Path, *arguments: str) -> int:
    return main(["new", *arguments, "--root", str(root)])


def files(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("long", [[], ["article"]])
def test_an_article_gets_its_folder(tiny: Path, capsys: Capture, long: list[str]) -> None:
    before = files(tiny)
    assert run(tiny, *long, "Fener Büyüdü.txt") == FINE
    folder = tiny / "seeds" / "fener-buyudu"
    assert sorted(path.name for path in folder.iterdir()) == ["article.txt", "reading.yaml"]
    assert (folder / "article.txt").read_bytes() == ARTICLE.encode()
    assert {path: content for path, content in files(tiny).items() if path.parent != folder} == before
    captured = capsys.readouterr()
    assert captured.out.splitlines() == [
        "made: seeds/fener-buyudu/article.txt, byte for byte",
        "made: seeds/fener-buyudu/reading.yaml, a draft to fill in",
        "seen: 2 sentences, 1 number, 0 dates, 1 cue, 4 names of 3 entities",
        "drafted: 2 claims, 0 excuses",
        "next: fill in seeds/fener-buyudu/reading.yaml; iddia validate; iddia build",
    ]
    assert not captured.err


def test_the_folder_and_its_files_can_be_read_by_others(tiny: Path) -> None:
    assert run(tiny, "Fener Büyüdü.txt") == FINE
    folder = tiny / "seeds" / "fener-buyudu"
    assert folder.stat().st_mode & 0o755 == 0o755
    assert all(path.stat().st_mode & 0o400 for path in folder.iterdir())


def test_turkish_output_and_comments(tiny: Path, capsys: Capture) -> None:
    assert run(tiny, "Fener Büyüdü.txt", "--lang", "tr", "--id", "fener-haberi") == FINE
    out = capsys.readouterr().out
    assert "oluşturuldu: seeds/fener-haberi/reading.yaml, doldurulacak taslak\n" in out
    assert "görülen: 2 cümle, 1 sayı, 0 tarih, 1 belirteç, 3 varlığın 4 adı\n" in out
    reading = (tiny / "seeds/fener-haberi/reading.yaml").read_text("utf-8")
    assert "# - Boş bırakılan her anahtarı doldurun." in reading
    assert "Fill in" not in reading


def test_json_says_what_was_made_and_seen(tiny: Path, capsys: Capture) -> None:
    assert run(tiny, "Fener Büyüdü.txt", "--json") == FINE
    content: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert content["made"] == ["seeds/fener-buyudu/article.txt", "seeds/fener-buyudu/reading.yaml"]
    assert (content["source_id"], content["seen"]["numbers"], content["seen"]["claims"]) == ("fener-buyudu", 1, 2)


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ("there is no such file", "1 problem in 1 file")), ("tr", ("böyle bir dosya yok", "1 dosyada 1 sorun"))],
)
def test_a_refusal_is_said_in_the_language_and_nothing_is_written(
    tiny: Path, capsys: Capture, language: str, words: tuple[str, str]
) -> None:
    before = files(tiny)
    assert run(tiny, "yok-böyle.txt", "--lang", language) == INVALID
    captured = capsys.readouterr()
    assert all(part in captured.err for part in words)
    assert not captured.out
    assert "Traceback" not in captured.err
    assert run(tiny, "yok-böyle.txt", "--lang", language, "--json") == INVALID
    report = json.loads(capsys.readouterr().out)
    assert [(problem["code"], problem["message"]) for problem in report["problems"]] == [("file-missing", words[0])]
    assert files(tiny) == before


def test_a_second_time_is_refused(tiny: Path, capsys: Capture) -> None:
    assert run(tiny, "Fener Büyüdü.txt") == FINE
    before = files(tiny)
    capsys.readouterr()
    assert run(tiny, "Fener Büyüdü.txt", "--json") == INVALID
    codes = {problem["code"] for problem in json.loads(capsys.readouterr().out)["problems"]}
    assert codes == {"id-twice", "article-twice"}
    assert files(tiny) == before


def test_an_entity_is_added_and_said_where(tiny: Path, capsys: Capture) -> None:
    given = ["--type", "model", "--label-en", "Beacon", "--label-tr", "İşaret feneri", "--name", "İşaret", "--name", "Beacon"]
    assert run(tiny, "entity", "beacon", *given) == FINE
    file = read_yaml(tiny / "seeds/entities.yaml", "seeds/entities.yaml")
    line = file.key_place(("beacon",)).line
    assert capsys.readouterr().out == f"written: seeds/entities.yaml:{line}: beacon\nnext: fill in description; iddia validate\n"
    assert file.data["beacon"]["label"] == {"en": "Beacon", "tr": "İşaret feneri"}
    assert file.data["beacon"]["names"] == [{"name": "İşaret"}, {"name": "Beacon"}]


@pytest.mark.parametrize("value", ["true", "false"])
def test_a_property_s_answer_is_a_truth_value(tiny: Path, value: str) -> None:
    assert run(tiny, "property", "lights_up", "--value-kind", "boolean", "--domain", "model", "--single-valued", value) == FINE
    entry = read_yaml(tiny / "schema/vocabulary/properties.yaml", "").data["lights_up"]
    assert (entry["single_valued"], entry["domain"]) == (value == "true", ["model"])
    assert not {"dimension", "range"} & entry.keys()


def test_an_entity_that_does_not_fit_is_refused_in_the_language(tiny: Path, capsys: Capture) -> None:
    before = files(tiny)
    assert run(tiny, "entity", "fener", "--name", "Ardıç", "--lang", "tr") == INVALID
    err = capsys.readouterr().err
    assert "fener zaten var" in err
    assert "Ardıç zaten ardic varlığının adı" in err
    assert files(tiny) == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["a", "b"], "one file is expected, or one of entity, property, unit, cue, reference and an id"),
        (["entity", "a", "b"], "one file is expected"),
        *((([kind], f"iddia new article {kind}")) for kind in ("article", *KINDS)),
        (["Fener Büyüdü.txt", "--type", "model"], "--type goes with entity, not with article"),
        (["unit", "hour", "--parent", "ardic"], "--parent goes with entity, not with unit"),
        (["entity", "beacon", "--id", "beacon"], "--id goes with article, not with entity"),
        (["property", "lights_up", "--single-valued", "maybe"], "invalid choice"),
        (["Fener Büyüdü.txt", "--lang", "de"], "invalid choice"),
    ],
)
def test_wrong_usage_is_explained(tiny: Path, capsys: Capture, arguments: list[str], words: str) -> None:
    before = files(tiny)
    with pytest.raises(SystemExit) as left:
        run(tiny, *arguments)
    assert left.value.code == 2
    assert words in " ".join(capsys.readouterr().err.split())
    assert files(tiny) == before


def test_a_file_called_like_a_kind_is_still_an_article(tiny: Path) -> None:
    Path("entity").write_bytes(ARTICLE.encode())
    assert run(tiny, "article", "entity", "--id", "fener-haberi") == FINE
    assert (tiny / "seeds/fener-haberi/article.txt").is_file()
    shutil.rmtree(tiny / "seeds/fener-haberi")
    assert run(tiny, "./entity") == FINE
    assert (tiny / "seeds/entity/article.txt").is_file()


def test_a_registry_that_cannot_be_read_is_reported_and_nothing_is_drafted(tiny: Path, capsys: Capture) -> None:
    (tiny / "seeds/entities.yaml").write_text("ardic: [\n", "utf-8")
    before = files(tiny)
    assert run(tiny, "Fener Büyüdü.txt") == INVALID
    assert capsys.readouterr().err.startswith("seeds/entities.yaml:")
    assert run(tiny, "entity", "beacon") == INVALID
    assert files(tiny) == before


def test_where_nothing_can_be_written_nothing_is(tiny: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any, **__: Any) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.mkdtemp", full)
    before = files(tiny)
    assert run(tiny, "Fener Büyüdü.txt") == COULD_NOT_RUN
    assert "No space left on device" in capsys.readouterr().err
    assert files(tiny) == before


def test_a_long_article_is_drafted_in_seconds(tiny: Path) -> None:
    """It took 0.9 seconds where this was written; ten are still no wait."""
    sentences = [f"Fener’in {number} milyar parametresi var, {number}. sürümü Eylül ayında çıkacak." for number in range(1, 401)]
    Path("uzun-haber.txt").write_text("\n".join(sentences), "utf-8")
    start = time.process_time()
    assert run(tiny, "uzun-haber.txt") == FINE
    assert time.process_time() - start < 10
