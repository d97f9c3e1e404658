"""The vocabularies, one module a language and kind of word: data only, no grammar."""
