"""What stands around a report on a page: menus, adverts, cookie notes, related links, comments. All of it invented; drawn by a seeded
random generator, so that every page is the same each time."""

TOPICS = ["Harvest", "Harbour", "Border", "Strike", "Drought", "Council", "Railway", "Election", "Mine", "Market", "Ferry", "School"]
DEEDS = ["delayed again as talks fail", "vote put off until spring", "workers return after a month", "plan angers the north", "deal signed at midnight",
         "inquiry finds three officials at fault", "closed for repairs", "reopens under guard", "chief steps down", "budget cut in half"]
SUMMARIES = ["The council met for the third time this week and again parted without a decision.",
             "Residents say that nobody asked them before the machines arrived on Monday.",
             "A look at what the new law means for those who live along the river.",
             "The ministry promised an answer within ten days, but sent none so far."]
COMMENTS = ["I lived in that town for ten years and I can tell you that nothing of this is new to anybody there.",
            "Why does nobody ask who paid for all of it? Follow the money, as they say.",
            "This is exactly what we were warned about last year, and nobody listened.",
            "Thank you for this report. I wish that others would write about it as well.",
            "Nonsense from beginning to end. My cousin was there and saw something quite different!",
            "To the person above: you should read the whole article before you write such things here."]
NAMES = ["Ada Brandt", "Ilir Dema", "Rosa Quint", "Tomas Vey", "Noor Halabi", "Piet Oster", "Lena Marsh", "Samuel Okoro"]
OUTLETS = ["The Harbour Post", "Valley Courier", "Northern Dispatch", "The River Times", "Plateau News", "The Meridian", "Daily Beacon", "Coastline Today"]
COOKIES = ["We use cookies and similar technologies to give you the best experience. By continuing to use this site you agree to our cookie policy.",
           "This website uses cookies to analyse traffic and to show adverts. Manage cookies or read our privacy policy.",
           "Your privacy matters to us. We and our 312 partners store information on a device. Accept all or set your choices."]
SECTIONS = ["Home", "World", "Region", "Politics", "Economy", "Opinion", "Culture", "Sport", "Video"]
ARABIC_SECTIONS = ["الرئيسية", "أخبار محلية", "عربي ودولي", "اقتصاد", "رياضة", "مقالات", "فيديو"]
ARABIC_HEADS = ["انخفاض أسعار الخضار في الأسواق", "افتتاح معرض الكتاب السنوي", "ارتفاع منسوب النهر", "تعطيل المدارس غدا بسبب العاصفة", "فوز فريق المدينة في البطولة"]


def head(rng):
    return rng.choice(TOPICS) + " " + rng.choice(DEEDS)


def link(rng, text=None, css=""):
    css = f' class="{css}"' if css else ""
    return f'<a{css} href="/{rng.randrange(100000)}">{text or head(rng)}</a>'


def links(rng, count, li="", ul=""):
    li = f' class="{li}"' if li else ""
    ul = f' class="{ul}"' if ul else ""
    return f"<ul{ul}>" + "".join(f"<li{li}>{link(rng)}</li>" for _ in range(count)) + "</ul>"


def menu(rng, names=SECTIONS, ul="", li=""):
    li = f' class="{li}"' if li else ""
    ul = f' class="{ul}"' if ul else ""
    deep = "".join(f"<li{li}>{link(rng, name)}</li>" for name in names)
    return f"<ul{ul}>" + "".join(f"<li{li}>{link(rng, name)}{'<ul>' + deep + '</ul>' if name == names[1] else ''}</li>" for name in names) + "</ul>"


def comments(rng, count, item, name="b", text="p"):
    return "".join(f'<{item}><{name}>{rng.choice(NAMES)}</{name.split()[0]}> <span>{rng.randrange(2, 20)} hours ago</span>'
                   f'<{text}>{rng.choice(COMMENTS)} {rng.choice(COMMENTS)}</{text.split()[0]}><a href="#r">Reply</a></{item.split()[0]}>'
                   for _ in range(count))


def lorem_footer(outlet):
    return (f"<p>{outlet} is published by the Society for Printing. All rights reserved. No part of this site may be copied without leave.</p>"
            '<a href="/about">About us</a> <a href="/contact">Contact</a> <a href="/terms">Terms of use</a> <a href="/privacy">Privacy policy</a>')


def sprinkle(rng, paragraphs, things, every=3):
    """The paragraphs with one of the things behind every third or so."""
    out, pool = [], list(things)
    for number, paragraph in enumerate(paragraphs):
        out.append(paragraph)
        if pool and number % every == every - 2 and number + 1 < len(paragraphs):
            out.append(pool.pop(0))
    return "\n".join(out)
