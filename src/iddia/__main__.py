"""``python -m iddia`` is the command ``iddia``."""

from iddia.cli import script

if __name__ == "__main__":
    script()
