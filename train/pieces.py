"""Word pieces as BERT makes them, within each of our words (model/FORMAT.md)."""
import unicodedata


def is_cjk(code):
    return (0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0x20000 <= code <= 0x2A6DF or 0x2A700 <= code <= 0x2CEAF
            or 0xF900 <= code <= 0xFAFF or 0x2F800 <= code <= 0x2FA1F)


def is_apart(char):
    """Characters that stand as a piece of their own: ASCII symbols, Unicode punctuation, CJK."""
    code = ord(char)
    return (33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
            or unicodedata.category(char)[0] == "P" or is_cjk(code))


class Pieces:
    def __init__(self, path, cased=True):
        with open(path, encoding="utf-8") as file:
            self.vocab = {line.rstrip("\n"): i for i, line in enumerate(file)}
        self.cased = cased
        self.unknown, self.cls, self.sep = self.vocab["[UNK]"], self.vocab["[CLS]"], self.vocab["[SEP]"]
        self.cache = {}

    def parts(self, word):
        if not self.cased:
            word = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        part = ""
        for char in word:
            if char.isspace() or char in "\0\ufffd" or unicodedata.category(char) in ("Cc", "Cf"):
                continue
            if is_apart(char):
                if part:
                    yield part
                yield char
                part = ""
            else:
                part += char
        if part:
            yield part

    def match(self, part):
        if len(part) > 100:
            return [self.unknown]
        out, start = [], 0
        while start < len(part):
            for end in range(len(part), start, -1):
                piece = self.vocab.get(("##" if start else "") + part[start:end])
                if piece is not None:
                    out.append(piece)
                    start = end
                    break
            else:
                return [self.unknown]
        return out

    def of(self, word):
        """The piece ids of a word, at least one."""
        if word not in self.cache:
            ids = [i for part in self.parts(word) for i in self.match(part)]
            self.cache[word] = ids or [self.unknown]
        return self.cache[word]
