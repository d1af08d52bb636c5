"""How a speaker is named, where the reading leaves it to the registry."""

from iddia.model.lists import SpeakerKind
from iddia.model.reading import Speaker
from iddia.project.vocabulary import Vocabulary


def speaker_kind(speaker: Speaker, vocabulary: Vocabulary) -> SpeakerKind:
    """As given; otherwise a role when the entity is one, and named when it is anything else."""
    if speaker.kind is not None:
        return speaker.kind
    entity = vocabulary.entities.get(speaker.speaker or "")
    return "role" if entity is not None and entity.type == "role" else "named"
