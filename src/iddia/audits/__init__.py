"""The five audits by which an article is accounted for: quotes, sentences, numbers, cues, names.

Each is a plain function of one article's account that yields findings; who runs it adds the place.
"""
