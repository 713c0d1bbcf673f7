"""Layouts that were held out once: boards, a weblog, newspapers in other languages, an archive, a page of the first years. Read first, their
text had token F1 98.2, title and outlet 100 %, author 89 %, date 95 %; two kinds of misses were mended since (bylines, lines broken by <br>)."""
from systems import *

FRENCH = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
GERMAN = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
SPANISH = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
TURKISH = "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık".split()
RUSSIAN = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()


def head_of(page, more=""):
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{page.e(page.title)} - {page.outlet}</title>{more}</head>'


def lead(page, css):
    return f'<p class="{css}">{page.e(page.standfirst)}</p>' if page.standfirst else ""


def board(page):
    """A topic of a bulletin board, the report in its first post."""
    rng, e = page.rng, page.e
    page.wanted = page.paragraphs
    text = "<br>\n<br>\n".join(e(p) for p in page.paragraphs)
    when = f"Mon {MONTHS[page.month - 1][:3]} {page.of_month:02}, {page.year} 9:15 am"

    def post(number, name, said, when):
        return f"""<div id="p{number}" class="post has-profile bg2"><div class="inner"><dl class="postprofile" id="profile{number}"><dt><a href="./m" class="username">{name}</a></dt><dd class="profile-rank">Site Admin</dd><dd class="profile-posts"><strong>Posts:</strong> <a href="s">{rng.randrange(4000)}</a></dd><dd class="profile-joined"><strong>Joined:</strong> Tue Feb 03, 2004 8:11 pm</dd></dl>
<div class="postbody"><div id="post_content{number}"><h3><a href="#p{number}">{e(page.title)}</a></h3><ul class="post-buttons"><li><a href="q">Quote</a></li></ul><p class="author"><a class="unread" href="#p{number}">Post</a> <span class="responsive-hide">by <strong><a href="./m" class="username">{name}</a></strong> &raquo; </span>{when}</p><div class="content">{said}</div></div></div><div class="back2top"><a href="#top">Top</a></div></div></div>"""
    replies = "".join(post(i, rng.choice(NAMES), rng.choice(COMMENTS), f"Tue {MONTHS[page.month - 1][:3]} {page.of_month + 1:02}, {page.year + 1} 8:00 pm") for i in (2, 3))
    return head_of(page) + f"""<body id="phpbb" class="nojs section-viewtopic ltr"><div id="wrap"><div id="page-header"><div class="headerbar"><p class="site-name">{page.outlet}</p></div><ul class="linklist">{"".join(f"<li>{link(rng, s)}</li>" for s in ("FAQ", "Register", "Login"))}</ul></div>
<div id="page-body"><h2 class="topic-title"><a href="t">{e(page.title)}</a></h2><div class="action-bar"><a href="r" class="button">Post Reply</a><div class="pagination">3 posts &bull; Page <strong>1</strong> of <strong>1</strong></div></div>{post(1, page.author, text, when)}{replies}<p class="jumpbox-return"><a href="f">Return to &ldquo;News&rdquo;</a></p></div>
<div id="page-footer"><p class="copyright">Powered by board software</p></div></div></body></html>"""


def discussion(page):
    """A discussion system as it shows itself to those without scripts."""
    rng, e = page.rng, page.e
    page.wanted = page.paragraphs

    def post(number, name, said, stamp, spoken):
        return f"""<div id="post_{number}" itemprop="{'comment' if number > 1 else ''}" itemscope itemtype="http://schema.org/{'Comment' if number > 1 else 'DiscussionForumPosting'}" class="topic-body crawler-post"><div class="crawler-post-meta"><span class="creator" itemprop="author" itemscope itemtype="http://schema.org/Person"><a itemprop="url" rel="nofollow" href="/u/x"><span itemprop="name">{name}</span></a></span><span class="crawler-post-infos"><time datetime="{stamp}" class="post-time">{spoken}</time><meta itemprop="dateModified" content="2025-01-01T00:00:00Z"><span itemprop="position">{number}</span></span></div><div class="post" itemprop="text">{said}</div><div itemprop="interactionStatistic"><span class="post-likes">{rng.randrange(9)} Likes</span></div></div>"""
    replies = "".join(post(i, rng.choice(NAMES), f"<p>{rng.choice(COMMENTS)}</p>", f"{page.year + 1}-01-02T10:00:00Z", f"January 2, {page.year + 1}") for i in (2, 3, 4))
    return head_of(page, f'<meta property="og:site_name" content="{page.outlet}"><meta property="og:title" content="{html.escape(page.title)}">') + f"""<body class="crawler"><header><a href="/">{page.outlet}</a></header><div id="main-outlet" class="wrap" role="main"><div id="topic-title"><h1><a href="/t/1">{e(page.title)}</a></h1><div class="topic-category"><span class="category-title-link"><a href="/c/1" class="badge-wrapper bullet"><span class="category-name">News</span></a></span></div></div>{post(1, page.author, "".join(page.ps()), page.stamp, page.spoken)}{replies}<div id="related-topics"><h3>Related topics</h3>{links(rng, 4)}</div></div><footer class="container wrap"><nav class="crawler-nav">{links(rng, 4)}</nav></footer></body></html>"""


def weblog(page):
    """A weblog of one of the old hosts: the day above the post, the writer below it."""
    rng, e = page.rng, page.e
    page.wanted = page.paragraphs
    return head_of(page) + f"""<body><div id="outer-wrapper"><div id="header-wrapper"><div id="header"><h1 class="title"><a href="/">{page.outlet}</a></h1><p class="description">Notes from the coast</p></div></div><div id="main-wrapper"><div class="blog-posts hfeed"><div class="date-outer"><h2 class="date-header"><span>Monday, {page.spoken}</span></h2><div class="date-posts"><div class="post-outer"><div class="post hentry"><h3 class="post-title entry-title">{e(page.title)}</h3><div class="post-body entry-content">{"<br /><br />".join(e(p) for p in page.paragraphs)}<div style="clear: both;"></div></div>
<div class="post-footer"><div class="post-footer-line post-footer-line-1"><span class="post-author vcard">Posted by <span class="fn"><a href="/profile" rel="author">{page.author}</a></span></span> <span class="post-timestamp">at <a class="timestamp-link" href="/p" rel="bookmark"><abbr class="published" title="{page.stamp}">9:15 AM</abbr></a></span></div><div class="post-footer-line"><span class="post-labels">Labels: {link(rng, "war")}, {link(rng, "letters")}</span></div></div></div><div class="comments" id="comments"><h4>2 comments:</h4><dl>{"".join(f"<dt>{rng.choice(NAMES)} said...</dt><dd>{c}</dd>" for c in COMMENTS[:2])}</dl></div></div></div></div></div></div>
<div id="sidebar-wrapper"><div class="widget BlogArchive"><h2>Blog Archive</h2>{links(rng, 5)}</div><div class="widget Profile"><h2>About Me</h2><a href="/profile">View my complete profile</a></div></div></div></body></html>"""


def french(page):
    rng, e = page.rng, page.e
    return head_of(page).replace("<html>", '<html lang="fr">') + f"""<body><nav class="entete">{menu(rng)}</nav><main><h1 class="titre">{e(page.title)}</h1>{lead(page, "chapo")}<div class="signature-bloc"><p class="signature">Par {page.author} | Publié le {page.of_month} {FRENCH[page.month - 1]} {page.year} à 9h15 | Mis à jour le 2 mars {page.year + 1} à 10h00</p></div><div class="contenu">{"".join(page.ps())}</div></main><aside class="lire-aussi"><h3>À lire aussi</h3>{links(rng, 4)}</aside><footer>Mentions légales</footer></body></html>"""


def german(page):
    rng, e = page.rng, page.e
    return head_of(page).replace("<html>", '<html lang="de">') + f"""<body><div class="kopf">{menu(rng)}</div><div class="artikel"><span class="dachzeile">{rng.choice(TOPICS)}</span><h1>{e(page.title)}</h1>{lead(page, "vorspann")}<div class="artikelinfo"><span class="autor">Von {page.author}</span> <span class="datum">{page.of_month}. {GERMAN[page.month - 1]} {page.year}, 09:15 Uhr</span> <span class="stand">Aktualisiert am 2. März {page.year + 1}</span></div><div class="artikeltext">{"".join(page.ps())}</div></div><div class="mehr-zum-thema"><h4>Mehr zum Thema</h4>{links(rng, 4)}</div><div class="fuss">Impressum</div></body></html>"""


def spanish(page):
    rng, e = page.rng, page.e
    return head_of(page).replace("<html>", '<html lang="es">') + f"""<body><header>{menu(rng)}</header><section class="noticia"><h1 class="titular">{e(page.title)}</h1>{lead(page, "entradilla")}<div class="datos"><span class="firma">Por <a href="/autor/1">{page.author}</a></span><span class="fecha">{page.of_month} de {SPANISH[page.month - 1]} de {page.year} - 09:15</span><span class="actualizado">Actualizado: 2 de marzo de {page.year + 1}</span></div><div class="cuerpo">{"".join(page.ps())}</div></section><section class="relacionadas"><h2>Noticias relacionadas</h2>{links(rng, 4)}</section></body></html>"""


def turkish(page):
    rng, e = page.rng, page.e
    page.author = None
    return head_of(page).replace("<html>", '<html lang="tr">') + f"""<body><div class="ust">{menu(rng)}</div><article><h1>{e(page.title)}</h1><div class="tarihler"><span>Giriş Tarihi: {page.of_month} {TURKISH[page.month - 1]} {page.year} 09:15</span> <span>Son Güncelleme: 2 Mart {page.year + 1} 10:00</span></div>{lead(page, "spot")}<div class="haber-metni">{"".join(page.ps())}</div></article><div class="ilgili">{links(rng, 4)}</div></body></html>"""


def russian(page):
    rng, e = page.rng, page.e
    return head_of(page).replace("<html>", '<html lang="ru">') + f"""<body><div class="shapka">{menu(rng)}</div><div class="material"><div class="material__date">{page.of_month} {RUSSIAN[page.month - 1]} {page.year}, 09:15</div><h1>{e(page.title)}</h1>{lead(page, "material__lead")}<div class="material__avtor">Автор: {page.author}</div><div class="material__tekst">{"".join(page.ps())}</div><div class="material__obnovleno">Обновлено 2 марта {page.year + 1}</div></div><div class="chitayte">{links(rng, 4)}</div></body></html>"""


def catalogue(page):
    """An archive that describes its pages in RDFa and Dublin Core."""
    rng, e = page.rng, page.e
    return f"""<!DOCTYPE html><html prefix="dc: http://purl.org/dc/terms/ schema: http://schema.org/"><head><meta charset="utf-8"><title>{page.outlet}: {e(page.title)}</title><link rel="schema.DC" href="http://purl.org/dc/elements/1.1/"></head><body typeof="schema:NewsArticle"><div id="top">{menu(rng)}</div><div id="record"><h1 property="dc:title schema:headline">{e(page.title)}</h1><dl class="fields"><dt>Creator</dt><dd property="dc:creator">{page.author}</dd><dt>Issued</dt><dd property="dc:issued" content="{page.day}">{page.of_month}.{page.month}.{page.year}</dd><dt>Modified</dt><dd property="dc:modified" content="{page.year + 1}-05-05">5.5.{page.year + 1}</dd><dt>Rights</dt><dd property="dc:rights">Held by the archive</dd></dl>{lead(page, "abstract")}<div property="schema:articleBody">{"".join(page.ps())}</div></div><div id="see">{links(rng, 3)}</div></body></html>"""


def plain_page(page):
    """A page of the first years: tables and fonts, the writer and the day in one cell, the day in its address too."""
    rng, e = page.rng, page.e
    page.wanted = page.paragraphs
    return f"""<HTML><HEAD><TITLE>{page.outlet} | {e(page.title)}</TITLE><LINK REL="canonical" HREF="https://www.example.org/{page.year}/{page.month:02}/{page.of_month:02}/a12.html"></HEAD><BODY BGCOLOR=white><TABLE WIDTH=600><TR><TD COLSPAN=2>{" | ".join(link(rng, s) for s in SECTIONS)}</TD></TR><TR><TD VALIGN=top WIDTH=120><FONT SIZE=1>{"<BR>".join(link(rng) for _ in range(6))}</FONT></TD><TD><FONT SIZE=5><B>{e(page.title)}</B></FONT><BR><FONT SIZE=2>By {page.author}<BR>Staff writer</FONT><P>{"<P>".join(e(p) for p in page.paragraphs)}<P><FONT SIZE=1>&copy; {page.year + 1} {page.outlet}</FONT></TD></TR></TABLE></BODY></HTML>"""


BOARDS = [board, discussion, weblog, french, german, spanish, turkish, russian, catalogue, plain_page]
