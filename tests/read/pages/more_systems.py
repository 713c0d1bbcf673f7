"""More layouts: what is not built by one of the large content systems, and what gives no help by its names."""
from systems import *


def hashed_classes(page):
    """A JavaScript front end rendered on the server: class names that say nothing, data in a script."""
    rng, e = page.rng, page.e

    def css():
        return "css-" + "".join(rng.choice("abcdefghijkmnpqrstuvwxyz0123456789") for _ in range(6))
    para = css()
    dek = f'<p class="{css()}">{e(page.standfirst)}</p>' if page.standfirst else ""
    figure = f'<div class="{css()}"><figure class="{css()}"><picture><img src="i"></picture><figcaption class="{css()}"><span>{rng.choice(SUMMARIES)}</span><span class="{css()}">Credit...{rng.choice(NAMES)}</span></figcaption></figure></div>'
    ad = f'<div class="{css()}"><div id="story-ad-1-wrapper" class="{css()}"><p class="{css()}">Advertisement</p><a href="#after-story-ad-1">SKIP ADVERTISEMENT</a></div></div>'
    companion = [f'<div class="{css()}">{part}</div>' for part in page.ps(para)]
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{e(page.title)} - {page.outlet}</title>{page.ld([page.graph(), {"@type": "Organization", "name": "Other Group"}])}<meta property="article:published_time" content="{page.stamp}"></head>
<body><div id="app"><div class="{css()}"><div><header class="{css()}"><section class="{css()}"><nav>{menu(rng)}</nav></section></header></div><main id="site-content"><div><article id="story" class="{css()}"><div id="top-wrapper"></div><header class="{css()}"><div class="{css()}"><h1 id="link-1" class="{css()}">{e(page.title)}</h1></div>{dek}
<div class="{css()}"><div data-testid="byline-timestamp"><p class="{css()}">By <a href="/by/x" class="{css()}">{page.author}</a></p><ul class="{css()}"><li><time datetime="{page.stamp}"><span>{page.spoken}</span></time></li></ul></div></div></header>{figure}
<section name="articleBody" class="meteredContent {css()}">{sprinkle(rng, companion, [])}{ad}</section><div class="{css()}"><p>{page.author} is a reporter who writes about the coast and its people. <a href="/by/x">More about {page.author}</a></p></div>
<div class="{css()}">A version of this article appears in print on page A6 with another headline. <a href="/reprints">Order Reprints</a> | <a href="/p">Today's Paper</a> | <a href="/s">Subscribe</a></div></article></div><div class="{css()}"><h2>More in World</h2><ol>{"".join(f'<li class="{css()}"><article><a href="/x"><h3>{head(rng)}</h3><p>{rng.choice(SUMMARIES)}</p></a></article></li>' for _ in range(6))}</ol></div></main>
<nav class="{css()}" aria-label="Site Information"><ul>{"".join(f"<li>{link(rng, s)}</li>" for s in SECTIONS)}</ul></nav></div></div><script>window.__data={{"text":"{"x" * 400}"}}</script></body></html>"""


def web_forms(page):
    """ASP.NET: one form around everything, identifiers made by controls."""
    rng, e = page.rng, page.e
    dek = f'<div id="ctl00_cph_lblBrief" class="Brief">{e(page.standfirst)}</div>' if page.standfirst else ""
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" ""><html xmlns="http://www.w3.org/1999/xhtml"><head id="ctl00_Head1"><title>
	{page.outlet} : {e(page.title)}
</title><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><meta property="og:title" content="{html.escape(page.title)}" /><meta property="og:site_name" content="{page.outlet}" /></head><body><form name="aspnetForm" method="post" action="x.aspx" id="aspnetForm">
<div><input type="hidden" name="__VIEWSTATE" value="{"A" * 600}" /></div><div id="ctl00_Top"><table class="TopBar"><tr>{"".join(f"<td>{link(rng, s)}</td>" for s in SECTIONS)}</tr></table></div><div id="Wrapper"><div id="ColRight"><div class="BoxHead">Latest News</div>{"".join(f'<div class="NewsRow">{link(rng)}<br/><span class="Small">{rng.choice(SUMMARIES)}</span></div>' for _ in range(6))}</div>
<div id="ColMain"><span id="ctl00_cph_lblTitle" class="Title"><h1>{e(page.title)}</h1></span><div class="DateLine"><span id="ctl00_cph_lblDate">Published Date: {page.of_month:02}/{page.month:02}/{page.year} 09:15</span></div><div class="WriterLine">By: <span id="ctl00_cph_lblWriter" class="Writer">{page.author}</span></div>{dek}
<div class="PicBox"><img src="i.jpg" alt="" /><div class="PicText">{rng.choice(SUMMARIES)}</div></div><div id="ctl00_cph_divDetails" class="Details">{"".join(page.ps())}</div><div class="Tools">{link(rng, "Print")} {link(rng, "Send to friend")} {link(rng, "Save")}</div>
<div class="BoxHead">Related Topics</div>{links(rng, 4)}<div class="BoxHead">Your Comment</div><div>Name <input type="text" /> <textarea></textarea><input type="submit" value="Send" /></div></div></div><div id="Foot">{page.outlet} &copy; 2012. Designed and hosted by Selim Systems.</div></form></body></html>"""


def typo3(page):
    rng, e = page.rng, page.e
    lead = f'<div class="teaser-text" itemprop="description"><p>{e(page.standfirst)}</p></div>' if page.standfirst else ""
    return f"""<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>{e(page.title)}: {page.outlet}</title><meta property="og:title" content="{html.escape(page.title)}"><meta property="og:site_name" content="{page.outlet}"><meta name="date" content="{page.day}"></head>
<body id="p12" class="page-12 pagelevel-2"><a class="visually-hidden-focusable" href="#page-content"><span>Skip to main navigation</span></a><div id="top"></div><div class="body-bg"><header id="page-header" class="bp-page-header navbar navbar-mainnavigation"><div class="container"><nav id="mainnavigation">{menu(rng, ul="navbar-nav")}</nav></div></header>
<nav class="breadcrumb-section"><ol class="breadcrumb"><li>{link(rng, "Start")}</li><li>News</li></ol></nav><div id="page-content" class="bp-page-content main-section"><div class="section section-default"><div class="container"><div class="section-row"><div class="section-column maincontent-column"><div id="c55" class="frame frame-default frame-type-news_newsdetail"><div class="frame-inner">
<div class="news news-single"><div class="article" itemscope="itemscope" itemtype="http://schema.org/Article"><div class="header"><h1 itemprop="headline">{e(page.title)}</h1></div><div class="footer"><p><span class="news-list-date"><time itemprop="datePublished" datetime="{page.day}">{page.of_month}.{page.month}.{page.year}</time></span><span class="news-list-author" itemprop="author" itemscope="itemscope" itemtype="http://schema.org/Person">Written by <span itemprop="name">{page.author}</span></span></p></div>{lead}
<div class="news-img-wrap"><div class="outer"><div class="mediaelement mediaelement-image"><img src="i"></div><p class="news-img-caption">{rng.choice(SUMMARIES)}</p></div></div><div class="news-text-wrap" itemprop="articleBody">{sprinkle(rng, page.ps(), [])}</div><div class="news-backlink-wrap">{link(rng, "Back")}</div><div class="news-related-wrap"><div class="news-related news-related-news"><h4>Related news</h4>{links(rng, 3)}</div></div></div></div></div></div></div>
<div class="section-column subcontent-column"><div class="frame frame-type-list"><h3>Events</h3>{cards(rng, 3, "article articletype-0")}</div></div></div></div></div></div><footer id="page-footer"><section class="section footer-section"><p>The editors of {page.outlet} can be reached by letter and by telephone.</p>{links(rng, 5)}</section></footer></div></body></html>"""


def letter(page):
    """A platform for newsletters: the offer to subscribe stands between the paragraphs."""
    rng, e = page.rng, page.e
    sub = f'<h3 class="subtitle">{e(page.standfirst)}</h3>' if page.standfirst else ""
    box = f'<div class="subscription-widget-wrap"><div class="subscription-widget show-subscribe"><div class="preamble"><p class="cta-caption">{page.outlet} is a reader-supported publication. To receive new posts and support my work, consider becoming a free or paid subscriber.</p></div><form><input placeholder="Type your email..."><button>Subscribe</button></form></div></div>'
    image = f'<div class="captioned-image-container"><figure><a class="image-link" href="i"><img src="i"></a><figcaption class="image-caption">{rng.choice(SUMMARIES)}</figcaption></figure></div>'
    button = '<p class="button-wrapper"><a class="button primary" href="/s"><span>Share</span></a></p>'
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{e(page.title)} - by {page.author} - {page.outlet}</title>{page.ld(page.graph(url=page.url))}<link rel="canonical" href="{page.url}"><meta property="og:title" content="{html.escape(page.title)}"></head><body class=""><div id="entry"><div id="main" class="main typography use-theme-bg"><div class="pencraft pc-display-flex topbar">
<a href="/">{page.outlet}</a><button>Subscribe</button><button>Sign in</button></div><div class="available-content-wrap"><div class="container"><article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title published">{e(page.title)}</h1>{sub}<div class="byline-wrapper"><div class="pencraft">{link(rng, page.author)}</div><div class="pencraft">{MONTHS[page.month - 1][:3]} {page.of_month:02}, {page.year}</div><div class="post-ufi"><a class="like-button">12</a><a>Share</a></div></div></div>
<div class="available-content"><div class="body markup" dir="auto">{sprinkle(rng, page.ps(), [box, image, button])}</div></div></article><div class="visibility-check"></div></div></div><div class="comments-page"><h4>Discussion about this post</h4>{comments(rng, rng.randrange(1, 4), 'div class="comment"', "span", 'div class="comment-body"')}</div><div class="portable-archive">{"".join(f'<div class="portable-archive-post"><a href="/p/x">{head(rng)}</a><div>{rng.choice(SUMMARIES)}</div><time>Jan 3</time></div>' for _ in range(4))}</div>
<div class="footer-wrap"><div class="footer"><p>© 2023 {page.author}. Privacy ∙ Terms ∙ Collection notice</p></div></div></div></div></body></html>"""


MORE = [hashed_classes, web_forms, typo3, letter]
