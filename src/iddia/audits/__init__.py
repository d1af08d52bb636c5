"""The audits by which an article is accounted for: quotes, sentences, numbers (and values), cues, names; and excuses.

Each is a plain function of one article's account that yields findings; who runs it adds the place.
"""
