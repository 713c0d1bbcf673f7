"""Layouts that the door was not tuned on: their figure says what to expect of a page from a system that nobody looked at. Once the door is
changed for one of them it goes to once_held.py or learnt.py and another takes its place. The wanted answers of these ten were fixed before
the door read them. Read first, their text had token F1 98.3, title, outlet and date 100 % (20 of 20), author 60 % (12 of 20): missed were a
bare name with a link to a person's page, a name behind the outlet's, the Polish "Oprac.:", the Arabic "wrote" in front of a name; a Polish
word for comments too. These kinds were then mended, so that what stands now is no measure of unseen pages any more."""
from systems import *

SHORT = [month[:3] for month in MONTHS]
FRENCH = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
SPANISH = "ene feb mar abr may jun jul ago sep oct nov dic".split()
ITALIAN = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split()
UKRAINIAN = "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня".split()
POLISH = "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia".split()
EGYPTIAN = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"]


def top(page, language="en", join=" | ", more=""):
    return f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{page.e(page.title)}{join}{page.outlet}</title>{more}</head>'


def lead(page, css, tag="p"):
    return f'<{tag} class="{css}">{page.e(page.standfirst)}</{tag}>' if page.standfirst else ""


def newsletter_host(page):
    """A host of newsletters: the letter's name, the writer and the day in rows of pencraft boxes; paid posts offered below."""
    rng, e = page.rng, page.e
    return top(page, join=" - by " + page.author + " - ").replace("<html", "<html data-x") + f"""<body><div id="entry"><div class="main-menu"><div class="topbar-content"><a href="/">{page.outlet}</a><button>Subscribe</button><button>Sign in</button></div></div><div class="single-post-container"><div class="container"><div class="single-post"><article class="typography newsletter-post post"><div role="region" aria-label="Post header" class="post-header"><h1 dir="auto" class="post-title published">{e(page.title)}</h1>{lead(page, "subtitle", "h3")}<div class="pencraft pc-display-flex"><div class="pencraft"><div class="pencraft profile-hover"><a href="https://letters.example/@x" class="pencraft pc-reset">{page.author}</a></div><div class="pencraft pc-reset color-pub-secondary">{SHORT[page.month - 1]} {page.of_month:02}, {page.year}</div></div></div><div class="post-ufi"><a>{rng.randrange(90)}</a><a>{rng.randrange(20)}</a><div>Share</div></div></div><div class="available-content"><div dir="auto" class="body markup">{"".join(page.ps()[:2])}<div class="subscription-widget-wrap"><p>Thanks for reading! Subscribe for free to receive new posts and support my work.</p><form><input type="email"><button>Subscribe</button></form></div>{"".join(page.ps()[2:])}</div></div><div class="post-footer"><button>Share</button></div></article><div class="single-post-section"><h4>Discussion about this post</h4><div class="comment"><div class="comment-body"><p>{rng.choice(COMMENTS)}</p></div></div></div></div></div></div><div class="footer">© {page.year + 1} {page.author}<a href="/p">Privacy</a> <a>Terms</a></div></div></body></html>"""


def french_region(page):
    """A regional daily in French: the day and the hour in figures, the town's correspondent in a line of its own."""
    rng, e = page.rng, page.e
    return top(page, "fr") + f"""<body><header class="bandeau">{menu(rng)}</header><main><div class="fil"><a href="/">Accueil</a> &gt; <a href="/r">Région</a></div><div class="su-article"><h1 class="su-titre">{e(page.title)}</h1>{lead(page, "su-chapo")}<div class="su-infos"><div class="su-origine">{page.outlet} <span>{page.author}</span></div><div>Publié le {page.of_month:02}/{page.month:02}/{page.year} à 09h15 – Mis à jour le 03/02/{page.year + 1} à 10h00</div></div><div class="su-media"><img src="i"><div class="su-legende">{rng.choice(SUMMARIES)} | Photo : {rng.choice(NAMES)}</div></div><div class="su-corps">{sprinkle(rng, page.ps(), ['<div class="su-lire-aussi">Lire aussi : ' + link(rng) + "</div>"])}</div><div class="su-partage">Partager cet article {links(rng, 3)}</div></div><aside><h2>Les plus lus</h2>{links(rng, 6)}</aside></main><footer>{lorem_footer(page.outlet)}</footer></body></html>"""


def spanish_daily(page):
    """A Spanish daily: the writer above, the town and the day below it, in elements with the names of their letters."""
    rng, e = page.rng, page.e
    return top(page, "es") + f"""<body><header id="cabecera">{menu(rng)}</header><article><header class="a_e_txt"><h1 class="a_t">{e(page.title)}</h1>{lead(page, "a_st", "h2")}</header><div class="a_md"><div class="a_md_i"><div class="a_md_a"><a href="/autor/x/" class="a_md_a_n">{page.author.upper() if page.month % 2 else page.author}</a></div><span class="a_md_l">Porto Claro - </span><span class="a_md_f"><a data-date="{page.stamp}">{page.of_month:02} {SPANISH[page.month - 1]} {page.year} - 09:15 CET</a></span></div></div><figure class="a_m"><img src="i"><figcaption class="a_m_p"><span>{rng.choice(SUMMARIES)}</span><span class="a_m_m">{rng.choice(NAMES)}</span></figcaption></figure><div class="a_c" data-dtm-region="articulo_cuerpo">{"".join(page.ps())}</div><div class="a_ei"><p>Puede seguir a {page.outlet} en las redes, o apuntarse aquí para recibir nuestro boletín semanal.</p></div></article><section class="mas"><h3>Lo más visto</h3>{links(rng, 5)}</section><footer>{lorem_footer(page.outlet)}</footer></body></html>"""


def italian_site(page):
    """An Italian site on tables of blocks: "di" and the writer, the day in words, both in one small line."""
    rng, e = page.rng, page.e
    return top(page, "it", " - ") + f"""<body><div class="testata">{menu(rng)}</div><div class="colonna"><h1 class="titolo-notizia">{e(page.title)}</h1>{lead(page, "occhiello", "h2")}<div class="firma-data"><span class="firma">di <b>{page.author}</b></span> <span class="giorno">{page.of_month} {ITALIAN[page.month - 1]} {page.year} | 09.15</span></div><div class="foto"><img src="i"><span>{rng.choice(SUMMARIES)}</span></div><div class="testo-notizia">{sprinkle(rng, page.ps(), ['<p class="leggi"><b>Leggi anche:</b> ' + link(rng) + "</p>"])}</div><div class="riproduzione">© RIPRODUZIONE RISERVATA</div></div><div class="spalla"><h3>Ultime notizie</h3>{links(rng, 7)}</div><div class="piede">{lorem_footer(page.outlet)}</div></body></html>"""


def ukrainian(page):
    """A Ukrainian paper: the writer behind a dash of the paper's name, the day and the hour between bars."""
    rng, e = page.rng, page.e
    return top(page, "uk", " | ") + f"""<body><div class="layout_header">{menu(rng)}</div><section class="post"><header class="post__header"><h1 class="post__title">{e(page.title)}</h1><div class="post__time"><span class="post__autor"><a href="/authors/x/">{page.author}</a></span> — {page.of_month} {UKRAINIAN[page.month - 1]} {page.year}, 09:15</div></header><div class="post__views">{rng.randrange(9000)}</div><div class="post__photo"><img src="i"><div class="post__photo-title">{rng.choice(SUMMARIES)}</div></div><div class="post__text">{lead(page, "post__lead")}{"".join(page.ps())}</div><div class="post__tags"><span>Теми:</span> {link(rng, "порт")}</div><div class="post__report">Якщо ви помітили помилку, виділіть необхідний текст і натисніть Ctrl + Enter, щоб повідомити про це редакцію.</div></section><div class="block_news"><h3>Усі новини</h3>{links(rng, 8)}</div><footer>{lorem_footer(page.outlet)}</footer></body></html>"""


def polish_portal(page):
    """A Polish portal: the day first, then who wrote it, below a bar of crumbs."""
    rng, e = page.rng, page.e
    return top(page, "pl", " - ") + f"""<body><div class="nawigacja">{menu(rng)}</div><div class="artykul"><div class="okruszki">{link(rng, "Strona główna")} / {link(rng, "Świat")}</div><h1>{e(page.title)}</h1><div class="podpis"><span class="kiedy">{page.of_month} {POLISH[page.month - 1]} {page.year}, 09:15</span><span class="kto">Oprac.: {page.author}</span></div>{lead(page, "zajawka")}<div class="tresc">{"".join(page.ps())}</div><div class="reakcje"><button>Udostępnij</button><button>Skomentuj</button></div><div class="komentarze"><h4>Komentarze (2)</h4><div class="kom"><b>gość</b><p>{rng.choice(COMMENTS)}</p></div></div></div><div class="polecane"><h3>Polecane</h3>{cards(rng, 4, "kafel")}</div><div class="stopka">{lorem_footer(page.outlet)}</div></body></html>"""


def indian_portal(page):
    """An Indian portal: who wrote and who edited, when it was changed in front of when it was published."""
    rng, e = page.rng, page.e
    other = "Hanna Lind"
    return top(page) + f"""<body><div class="hdr">{menu(rng)}</div><div class="story-sec"><div class="brdcmb">{link(rng, "News")} <span>»</span> {link(rng, "World")}</div><h1 class="sp-ttl">{e(page.title)}</h1>{lead(page, "sp-descp", "h2")}<div class="pst-by"><span class="pst-by_ln">Written by: <span>{page.author}</span></span><span class="pst-by_ln">Edited by: <span>{other}</span></span><span class="pst-by_ln">Updated: {MONTHS[1]} 03, {page.year + 1} 10:00 am IST</span><span class="pst-by_ln">Published: {MONTHS[page.month - 1]} {page.of_month:02}, {page.year} 09:15 am IST</span></div><div class="sp-cn ins_storybody" id="ins_storybody"><div class="ins_instory_dv"><img src="i"><p class="ins_instory_dv_caption">{rng.choice(SUMMARIES)}</p></div>{"".join(page.ps())}</div><div class="ft-social">{links(rng, 3)}</div><div class="cmnt"><a>PostComments</a></div></div><div class="trnd"><h3>Trending</h3>{links(rng, 6)}</div><div class="ftr">{lorem_footer(page.outlet)}</div></body></html>"""


def radio(page):
    """A radio station's story: the slug, the day above, heard on what; the maker in a box of its own."""
    rng, e = page.rng, page.e
    return top(page, join=" : ", more=f'<meta property="og:site_name" content="{page.outlet}"><meta property="og:title" content="{html.escape(page.title)}">') + f"""<body><header class="npr-header">{menu(rng)}</header><main><section><article class="story"><div class="slug-wrap"><h3 class="slug">{link(rng, "World")}</h3></div><div class="storytitle"><h1>{e(page.title)}</h1></div><div id="story-meta" class="story-meta has-byline"><div class="story-meta__one"><div class="dateblock"><time datetime="{page.stamp}"><span class="date">{page.spoken}</span><span class="time">9:15 AM ET</span></time></div><p class="heard-on">Heard on {link(rng, "Morning Rounds")}</p></div><div class="story-meta__two"><div class="bylines"><p class="byline__name byline__name--block">{page.author}</p></div></div></div><div class="audio-module"><b>Listen · 3:41</b><ul><li>Download</li><li>Transcript</li></ul></div><div id="storytext" class="storytext">{lead(page, "first")}{"".join(page.ps())}</div><ul class="tags">{"".join(f"<li>{link(rng)}</li>" for _ in range(3))}</ul></article></section></main><footer>{lorem_footer(page.outlet)}</footer></body></html>"""


def egyptian(page):
    """An Egyptian daily's system around English reports: the writer behind a word for writing, the day with its weekday."""
    rng, e = page.rng, page.e
    return top(page, "ar", " - ").replace("<body", '<body dir="rtl"') + f"""<body><div class="mainHeader">{menu(rng, ARABIC_SECTIONS)}</div><div class="articleCont"><div class="img-cont"><img src="i"><span class="img-cap">{rng.choice(ARABIC_HEADS)}</span></div><div class="articleHeader"><h1>{e(page.title)}</h1><span class="newsStoryDate">الخميس، {page.of_month:02} {EGYPTIAN[page.month - 1]} {page.year} 09:15 ص</span><div class="writeBy">كتب {page.author}</div></div><div id="articleBody">{lead(page, "intro")}{"".join(page.ps())}</div><div class="tags">{link(rng, ARABIC_SECTIONS[1])}</div></div><div class="mostRead"><h3>الأكثر قراءة</h3><ul>{"".join(f"<li>{link(rng, s)}</li>" for s in ARABIC_HEADS)}</ul></div><footer>جميع الحقوق محفوظة</footer></body></html>"""


def campus(page):
    """The paper of a school: the writer with an office behind the name, the day below it, everything in a theme's boxes."""
    rng, e = page.rng, page.e
    return top(page, join=" – ") + f"""<body class="single single-post"><div id="wrapper"><div id="navbarwrap">{menu(rng, ul="sf-menu")}</div><div id="innerwrap"><div class="sno-story"><div class="sno-story-category">{link(rng, "News")}</div><h1 class="sno-story-headline">{e(page.title)}</h1>{lead(page, "sno-story-deck")}<div class="sno-story-byline"><a href="/staff_name/x/">{page.author}</a><span>, News Editor</span></div><div class="sno-story-date"><span class="time-wrapper">{page.spoken}</span></div><div class="sno-story-photo"><img src="i"><div class="photocredit">{rng.choice(NAMES)}</div><div class="captionbox">{rng.choice(SUMMARIES)}</div></div><div id="sno-story-body-content">{"".join(page.ps())}</div><div class="sno-donate"><p>Your donation will support the student journalists of our school. Your contribution will allow us to buy equipment.</p></div><div class="sno-story-tags">{link(rng)}</div><div class="sno-comments"><h5>Leave a Comment</h5></div></div><div class="sidebar">{links(rng, 5)}</div></div></div><div id="footer">{lorem_footer(page.outlet)}</div></body></html>"""


HELD_OUT = [newsletter_host, french_region, spanish_daily, italian_site, ukrainian, polish_portal, indian_portal, radio, egyptian, campus]
