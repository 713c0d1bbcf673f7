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


def islands(page):
    """A large newspaper: hashed names, elements of its own, a rich link and an appeal for money between the paragraphs."""
    rng, e = page.rng, page.e
    rich = f'<figure data-spacefinder-role="richLink" class="element element-rich-link"><gu-island name="RichLinkComponent"><div class="dcr-1x"><a href="/x"><div class="dcr-4f"><h3>{head(rng)}</h3><div>Read more</div></div></a></div></gu-island></figure>'
    figure = f'<figure id="i9" data-spacefinder-role="inline" class="dcr-7d"><img src="i"><figcaption class="dcr-9a"><span class="dcr-2s">{rng.choice(SUMMARIES)}</span> Photograph: {rng.choice(NAMES)}/Agency</figcaption></figure>'
    appeal = f'<div class="dcr-appeal"><section><h2>Now more than ever</h2><p>{page.outlet} needs its readers. If you can, please consider supporting us with a small amount every month.</p><p>It takes less than a minute, and our journalism stays open for everyone.</p><a href="/support">Support us</a></section></div>'
    stand = f'<div data-gu-name="standfirst" class="dcr-6q"><div class="dcr-3k"><p>{e(page.standfirst)}</p></div></div>' if page.standfirst else ""
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{e(page.title)} | World news | {page.outlet}</title>{page.og(**{"article:published_time": page.day + "T06:00:00.000Z", "article:author": "https://www.x.example/profile/a"})}<meta name="author" content="{page.author}"></head>
<body><div class="skip"><a href="#maincontent">Skip to main content</a></div><gu-island name="Banner"><p>Print subscriptions</p></gu-island><header class="dcr-0h"><div><a href="/">{page.outlet}</a></div><nav aria-label="Main">{menu(rng)}</nav></header>
<main data-layout="StandardLayout" id="maincontent"><div class="dcr-1w"><div data-gu-name="media"><div class="dcr-m">{figure}</div></div><div data-gu-name="title"><div class="dcr-t">{link(rng, "Border crisis")}</div></div><div data-gu-name="headline"><h1 class="dcr-h">{e(page.title)}</h1></div>{stand}
<div data-gu-name="meta"><div class="dcr-by"><address aria-label="Contributor info"><div class="dcr-1c"><a rel="author" href="/profile">{page.author}</a> in Port Selim</div></address><details class="dcr-d"><summary><span>{page.spoken} 06.00 GMT</span></summary>Last modified on a later day</details><div data-print-layout="hide">{links(rng, 3)}</div></div></div>
<div data-gu-name="body"><div id="liveblog-no"><div class="article-body-commercial-selector article-body-viewer-selector dcr-b">{sprinkle(rng, page.ps("dcr-p"), [rich, figure, '<div class="ad-slot-container"><div id="dfp-ad--inline1" class="ad-slot ad-slot--inline" data-label="Advertisement"></div></div>'])}{appeal}</div></div>
<div class="submeta dcr-s"><span>Explore more on these topics</span><ul><li>{link(rng, "Rivers")}</li><li>{link(rng, "news")}</li></ul><div>{link(rng, "Share")} {link(rng, "Reuse this content")}</div></div></div></div></main>
<section class="dcr-o"><h2>Most viewed</h2><ol>{"".join(f'<li class="dcr-l"><span>{i}</span><a href="/x"><span>{head(rng)}</span></a></li>' for i in range(1, 9))}</ol></section><footer>{menu(rng)}<p>© 2024 {page.outlet} or its affiliated companies. All rights reserved.</p></footer></body></html>"""


def blocks(page):
    """A broadcaster: every paragraph is a component of its own; the page's data names only the day."""
    rng, e = page.rng, page.e

    def component(kind, text):
        return f'<div data-component="{kind}-block" class="ssrcss-{rng.randrange(999)}-ComponentWrapper"><div class="ssrcss-{rng.randrange(999)}-RichTextContainer">{text}</div></div>'
    image = component("image", f'<figure class="ssrcss-f"><img src="i"><p class="ssrcss-ip"><span class="ssrcss-v">Image source, </span>{rng.choice(NAMES)}</p><figcaption class="ssrcss-c"><span class="visually-hidden">Image caption, </span><p>{rng.choice(SUMMARIES)}</p></figcaption></figure>')
    unordered = component("unordered-list", f"<ul>{''.join(f'<li><a href=x><b>{head(rng)}</b></a></li>' for _ in range(3))}</ul>")
    intro = [component("text", f"<p><b>{e(page.standfirst)}</b></p>")] if page.standfirst else []
    return f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{e(page.title)} - {page.outlet}</title>{page.ld({"@context": "http://schema.org", "@type": "ReportageNewsArticle", "url": page.url, "publisher": {"@type": "NewsMediaOrganization", "name": page.outlet}, "datePublished": page.stamp, "headline": page.title, "author": {"@type": "NewsMediaOrganization", "name": page.author}})}</head>
<body><div id="root"><header><nav>{menu(rng)}</nav></header><div class="ssrcss-main"><main id="main-content"><article class="ssrcss-a"><header data-component="headline-block" class="ssrcss-h"><h1 id="main-heading" tabindex="-1">{e(page.title)}</h1></header>
<div data-component="byline-block"><div class="ssrcss-by"><div class="ssrcss-tc">By {page.author}</div><div>Northern correspondent</div></div></div>{sprinkle(rng, intro + [component("text", p) for p in page.ps()], [image, unordered, component("ad-slot", "")])}
<section data-component="tag-list"><div class="ssrcss-tt"><h2>Related Topics</h2><ul>{"".join(f"<li>{link(rng, s)}</li>" for s in SECTIONS[:3])}</ul></div></section></article><div class="ssrcss-more"><section data-component="related-content"><h2>More on this story</h2>{"".join(f'<div type="article" class="ssrcss-p"><div><div class="ssrcss-ps"><a href="/x"><span><p>{head(rng)}</p></span></a></div><ul class="ssrcss-m"><li>4 March</li></ul></div></div>' for _ in range(3))}</section></div></main>
<div class="ssrcss-side"><section><h2>Top Stories</h2>{"".join(f'<div class="ssrcss-p"><a href="/x"><p>{head(rng)}</p></a><p>{rng.choice(SUMMARIES)}</p></div>' for _ in range(4))}</section><section><h2>Most Read</h2><ol>{"".join(f"<li><span>{i}</span>{link(rng)}</li>" for i in range(1, 7))}</ol></section></div></div><footer>{menu(rng)}<p>Copyright © 2024. The {page.outlet} is not responsible for the content of external sites. Read about our approach to external linking.</p></footer></div></body></html>"""


def channel(page):
    """A satellite channel's site: the credit of the agencies stands below the text, and belongs to it."""
    rng, e = page.rng, page.e
    page.wanted = page.wanted + ["Source: News Agencies"]
    more = f'<div class="more-on"><h2 class="more-on__heading">Keep reading</h2><span class="screen-reader-text">list of 3 items</span><ul class="more-on__list">{"".join(f"<li><span class=screen-reader-text>list {i} of 3</span><article class=article-trending>{link(rng)}</article></li>" for i in range(3))}</ul><span class="screen-reader-text">end of list</span></div>'
    figure = f'<figure class="wp-block-image"><img src="i"><figcaption>{rng.choice(SUMMARIES)} [{rng.choice(NAMES)}/Agency]</figcaption></figure>'
    sub = f'<p class="article__subhead css-1w"><em>{e(page.standfirst)}</em></p>' if page.standfirst else ""
    return f"""<!doctype html><html lang="en" dir="ltr"><head><title>{e(page.title)} | Border News | {page.outlet}</title><meta charset="utf-8">{page.og()}<meta name="publishedDate" content="{page.day}T08:00:00">{page.ld({**page.graph(), "mainEntityOfPage": page.url})}</head><body class="u-min">
<div id="root"><div class="bypass-block-links-container"><a href="#main">Skip to Content</a></div><div class="container container--header"><header class="site-header container__inner" role="banner"><div class="site-header__logo"><a href="/">{page.outlet}</a></div><nav class="site-header__navigation">{menu(rng)}</nav></header></div>
<div class="container container--grid container--white"><div class="container__inner"><main id="main-content-area" class="l-col l-col--8"><header class="article-header"><div class="topics topics--post-header"><a>News</a><span>|</span><a>Conflict</a></div><h1>{e(page.title)}</h1>{sub}</header><figure class="article-featured-image"><img><figcaption>{rng.choice(SUMMARIES)}</figcaption></figure>
<div class="article-info-block css-x"><div class="article-b-l"><div class="article-author-name">By <a class="author-link" href="/a">{page.author}</a></div><div class="article-dates"><div class="date-simple css-y"><span class="screen-reader-text">Published On {page.of_month} {MONTHS[page.month - 1][:3]} {page.year}</span><span aria-hidden="true">{page.of_month} {MONTHS[page.month - 1][:3]} {page.year}</span></div></div></div><div class="article-social-share">{links(rng, 3)}</div></div>
<div class="wysiwyg wysiwyg--all-content css-z" aria-live="polite">{sprinkle(rng, page.ps(), [more, figure, '<div class="container--ads container--ads-leaderboard-ob"><div class="ad-label">Advertisement</div></div>', '<div class="newsletter-signup"><h3>Sign up for our weekly letter</h3><p>The stories that matter from the rivers and the coast, each Friday.</p><button>Subscribe</button></div>'])}</div>
<div class="article-source"><span class="article-source__title">Source</span>: <span>News Agencies</span></div><div class="container--trending"><h2>Related</h2>{cards(rng, 4, "gc")}</div></main><aside class="l-col l-col--4 sidebar"><h2>Most popular</h2>{links(rng, 5)}</aside></div></div><footer class="site-footer">{menu(rng)}</footer></div></body></html>"""


def wiki(page):
    rng, e = page.rng, page.e
    page.outlet = page.outlet + " Commons"
    page.author = None
    return f"""<!DOCTYPE html><html class="client-nojs" lang="en" dir="ltr"><head><meta charset="UTF-8"/><title>{e(page.title)} - {page.outlet}</title><meta name="generator" content="MediaWiki 1.35"/></head><body class="mediawiki ltr sitedir-ltr ns-0 ns-subject skin-vector action-view"><div id="mw-page-base" class="noprint"></div>
<div id="content" class="mw-body" role="main"><div id="siteNotice" class="mw-body-content"></div><h1 id="firstHeading" class="firstHeading">{e(page.title)}</h1><div id="bodyContent" class="mw-body-content"><div id="siteSub" class="noprint">From {page.outlet}, the free news source you can write!</div><a class="mw-jump-link" href="#mw-head">Jump to navigation</a>
<div id="mw-content-text" lang="en" dir="ltr" class="mw-content-ltr"><div class="mw-parser-output"><p><strong class="published"><span id="publishDate" class="value-title" title="{page.day}">{page.spoken}</span></strong></p><div class="thumb tright"><div class="thumbinner"><img src="i"><div class="thumbcaption">{rng.choice(SUMMARIES)}</div></div></div>
<table class="infobox" style="float:right"><tbody><tr><th>Border</th></tr><tr><td><b>Related stories</b><ul>{"".join(f"<li>{link(rng)}</li>" for _ in range(4))}</ul></td></tr></tbody></table>{f"<p>{e(page.standfirst)}</p>" if page.standfirst else ""}{sprinkle(rng, page.ps(), [])}<div style="clear:both"></div><h2><span class="mw-headline" id="Sources">Sources</span><span class="mw-editsection"><span>[</span><a href="/e">edit</a><span>]</span></span></h2>
<ul><li class="sourceTemplate">{rng.choice(NAMES)}. "<a class="external text" href="x">{head(rng)}</a>" — <i>{rng.choice(OUTLETS)}</i>, March 2</li><li class="sourceTemplate">"<a class="external text" href="x">{head(rng)}</a>" — <i>{rng.choice(OUTLETS)}</i>, March 1</li></ul><div id="social_bookmarks" class="noprint"><table><tr><td><b>Share this:</b></td><td>{link(rng, "E-mail")}</td></tr></table></div></div>
<div class="printfooter">Retrieved from "<a dir="ltr" href="x">https://x.example/wiki</a>"</div></div><div id="catlinks" class="catlinks"><div class="mw-normal-catlinks">{link(rng, "Categories")}: {links(rng, 4)}</div></div></div></div><div id="mw-navigation"><h2>Navigation menu</h2><div id="mw-panel">{menu(rng)}</div></div><div id="footer" role="contentinfo"><ul id="footer-info"><li>This page was last edited on 1 January 2024, at 10:00.</li><li>All text created after this day is available under a free licence. Copyright on images may vary.</li></ul></div></body></html>"""


def office(page):
    """A ministry's portal on an office server: a form around everything, names made by the server."""
    rng, e = page.rng, page.e
    page.author = None
    zones = f'<div id="ctl00_PlaceHolderMain_ctl02__ControlWrapper_RichHtmlField" class="ms-rtestate-field" style="display:inline" aria-labelledby="x">{"".join(f"<div>{e(p)}</div><div>&#160;</div>" for p in page.paragraphs)}</div>'
    brief = f'<div class="news-brief ms-rtestate-field">{e(page.standfirst)}</div>' if page.standfirst else ""
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" ""><html xmlns:o="urn:schemas-microsoft-com:office:office" lang="en-us" dir="ltr"><head><meta name="GENERATOR" content="Microsoft SharePoint" /><meta http-equiv="Content-type" content="text/html; charset=utf-8" /><title>
	{e(page.title)} | {page.outlet}
</title></head><body class="v4master"><form method="post" action="x.aspx" id="aspnetForm"><input type="hidden" name="__REQUESTDIGEST" value="0" /><div id="s4-ribbonrow" class="s4-pr"><a href="#">Site Actions</a></div><div id="s4-workspace"><div id="s4-bodyContainer"><div class="s4-title s4-lp"><table class="s4-titletable"><tr><td>{page.outlet}</td></tr></table></div>
<div id="s4-topheader2" class="s4-pr s4-notdlg"><div class="menu horizontal menu-horizontal">{menu(rng, ul="root static")}</div></div><div id="s4-mainarea" class="s4-pr s4-widecontentarea"><div id="s4-leftpanel" class="s4-notdlg"><div class="s4-ql">{menu(rng, ul="root static")}</div></div><div class="s4-ca" id="MSO_ContentTable"><div class="article article-left"><h1 class="newsTitle">{e(page.title)}</h1>
<div class="newsDate">{page.of_month}/{page.month}/{page.year}</div><div class="captioned-image"><div class="image"><img src="i" /></div><div class="caption">{rng.choice(SUMMARIES)}</div></div>{brief}<div class="article-content">{zones}</div><div class="rate"><span>Rate this page</span><span>1 2 3 4 5</span></div></div></div></div><div class="FooterArea"><div>Ministry of Rivers and Ports, 4 Quay Street. Telephone 555 0100 between eight and two.</div>{links(rng, 5)}</div></div></div></form></body></html>"""


def print_version(page):
    """Nothing but the report, a line above and one below."""
    e = page.e
    page.wanted = page.paragraphs
    return f"""<html><head><title>{page.outlet} - Print version - {e(page.title)}</title><meta charset="utf-8"></head><body onload="window.print()"><p><b>{page.outlet}</b><hr><h2>{e(page.title)}</h2>
{page.spoken}<br>By {page.author}<hr>{"".join(f"<p>{e(p)}" for p in page.paragraphs)}<hr><small>{page.url}</small><br><small>&copy; {page.outlet} {page.year}</small></body></html>"""


MORE = [hashed_classes, web_forms, typo3, letter, islands, blocks, channel, wiki, office, print_version]
