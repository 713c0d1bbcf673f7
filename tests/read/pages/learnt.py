"""Layouts that were held out until the door learnt them: a portal, an agency, a government, a forum."""
from systems import *


def portal(page):
    """A portal that shows the stories of others: the text folded, its maker and its credit above it."""
    rng, e = page.rng, page.e
    image = f'<figure class="caas-figure"><div class="caas-figure-with-pb"><img class="caas-img" src="i"></div><div class="caption-wrapper caption-aligned-with-image"><figcaption class="caption-collapse">{rng.choice(SUMMARIES)}</figcaption></div></figure>'
    return f"""<!DOCTYPE html><html lang="en-US" id="atomic"><head><meta charset="utf-8"><title>{e(page.title)}</title>{page.og(**{"og:site_name": "Portal News"})}{page.ld(page.graph(provider={"@type": "Organization", "name": "Portal News"}))}</head><body><div id="app"><div class="header-wrapper"><div id="ybar" role="banner"><form role="search"><input><button>Search</button></form>{menu(rng)}</div></div>
<main role="main"><div class="caas-container"><div class="caas-content"><header class="caas-header"><div class="caas-logo"><a href="/x"><img alt="{page.outlet}"></a></div><div class="caas-title-wrapper"><h1>{e(page.title)}</h1></div></header><div class="caas-content-byline-wrapper"><div class="caas-attr"><div class="caas-attr-meta"><div class="caas-attr-item-author"><span class="caas-author-byline-collapse">{page.author}</span></div><div class="caas-attr-time-style"><time datetime="{page.stamp}">{page.spoken}</time><span class="caas-attr-mins">3 min read</span></div></div></div><div class="caas-share-section">{links(rng, 3)}</div></div>
<div class="caas-content-wrapper"><div class="caas-body">{f"<p>{e(page.standfirst)}</p>" if page.standfirst else ""}{sprinkle(rng, page.ps(), [image, '<p><a href="/x">Sign up for our morning letter here</a></p>'])}</div><div class="caas-readmore caas-readmore-collapse"><button class="link caas-button">Story continues</button></div></div></div></div></main>
<div class="aside"><div id="mrt"><h2>Recommended Stories</h2><ul>{"".join(f'<li class="stream-item"><div><div class="C(x)">{rng.choice(OUTLETS)}</div><h3 class="stream-title"><a href="/x">{head(rng)}</a></h3><p>{rng.choice(SUMMARIES)}</p></div></li>' for _ in range(7))}</ul></div></div></div></body></html>"""


def persian(page):
    """A news agency's system in Persian: kicker, headline, lead, numbered news; here with English reports, in its right-to-left frame."""
    rng, e = page.rng, page.e
    page.author = None
    lead = f'<h3 class="item-summary"><span class="introtext" itemprop="description">{e(page.standfirst)}</span></h3>' if page.standfirst else ""
    return f"""<!DOCTYPE html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>{e(page.title)} - {page.outlet}</title><meta name="dc.Date" content="{page.day}T10:00:00Z"><meta property="og:title" content="{html.escape(page.title)}"><meta property="og:site_name" content="{page.outlet}"></head><body class="fa news-page rtl"><header id="masthead"><div class="container"><nav id="menu">{menu(rng, ARABIC_SECTIONS)}</nav></div></header>
<main id="page" class="container"><div class="row"><div class="main-content col-sm-8" id="mainbody"><article id="item" class="item" itemscope itemtype="http://schema.org/NewsArticle"><div class="item-header"><div class="item-nav row"><div class="col-6 item-date"><i class="icon-calendar"></i><span>{page.of_month}/{page.month}/{page.year} 10:00</span></div><div class="col-6 item-code">Code: {rng.randrange(10**7)}</div></div>
<div class="item-title"><h4 class="subtitle kicker">{rng.choice(TOPICS)} talks</h4><h1 class="title" itemprop="headline">{e(page.title)}</h1>{lead}</div><figure class="item-img"><img itemprop="image" src="i"></figure></div><div class="item-body"><div class="item-text" itemprop="articleBody">{sprinkle(rng, page.ps(), [f'<section class="box header-clean relatedbox"><header><h2>Related news</h2></header><div><ul>{"".join(f"<li>{link(rng)}</li>" for _ in range(2))}</ul></div></section>'])}<p>Code 1201/7</p></div></div>
<div class="item-footer row"><div class="col-sm-7"><div class="item-link"><input class="form-control" type="text" readonly value="https://x.example/1"></div></div></div></article><section class="box tags"><header><h2>Tags</h2></header><ul>{"".join(f"<li>{link(rng, s)}</li>" for s in ARABIC_SECTIONS[:4])}</ul></section><section class="box comments" id="comments"><header><h2>Your comment</h2></header><form><textarea></textarea></form></section></div>
<aside class="col-sm-4">{"".join(f'<section class="box"><header><h2>{title}</h2></header><ul>{"".join(f"<li class=news><figure><a href=x><img></a></figure><div class=desc><h3>{link(rng)}</h3></div></li>" for _ in range(5))}</ul></section>' for title in ("Most visited", "Latest"))}</aside></div></main><footer id="footer"><p>All content by {page.outlet} is free to use with its name.</p></footer></body></html>"""


def government(page):
    rng, e = page.rng, page.e
    page.author = None
    page.outlet = "REGION.GOV"
    lead = f'<p class="gem-c-lead-paragraph">{e(page.standfirst)}</p>' if page.standfirst else ""
    return f"""<!DOCTYPE html><html lang="en" class="govuk-template"><head><meta charset="utf-8"><title lang="en">
      {e(page.title)} - REGION.GOV
    </title><meta property="og:site_name" content="REGION.GOV"><meta property="og:title" content="{html.escape(page.title)}">{page.ld({"@context": "http://schema.org", "@type": "NewsArticle", "headline": page.title, "datePublished": page.stamp, "author": {"@type": "Organization"}, "articleBody": "<div>" + "".join(page.ps()[:1]) + "</div>"})}</head><body class="govuk-template__body"><div id="global-cookie-message" class="gem-c-cookie-banner govuk-cookie-banner" data-module="cookie-banner" role="region"><div class="govuk-cookie-banner__message"><h2>Cookies on REGION.GOV</h2><p>We use some essential cookies to make this website work. We would like to set additional ones to understand how you use it.</p></div></div>
<a class="gem-c-skip-link govuk-skip-link" href="#content">Skip to main content</a><header role="banner" class="gem-c-layout-super-navigation-header">{menu(rng)}</header><div id="wrapper" class="direction-ltr wrapper govuk-width-container"><div class="gem-c-contextual-breadcrumbs"><div class="govuk-breadcrumbs"><ol><li>{link(rng, "Home")}</li></ol></div></div><main role="main" id="content" class="news-article" lang="en"><div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><div class="gem-c-heading"><span class="govuk-caption-xl">Press release</span><h1 class="gem-c-heading__text govuk-heading-l">{e(page.title)}</h1></div>{lead}</div></div>
<div class="metadata-logo-wrapper"><div class="gem-c-metadata" data-module="metadata"><dl><dt class="gem-c-metadata__term">From:</dt><dd class="gem-c-metadata__definition">{link(rng, "Ministry of Ports")} and {link(rng, "The Rt Hon Someone")}</dd><dt class="gem-c-metadata__term">Published</dt><dd class="gem-c-metadata__definition">{page.of_month} {MONTHS[page.month - 1]} {page.year}</dd></dl></div></div><div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><div class="gem-c-govspeak govuk-govspeak" data-module="govspeak"><div class="govspeak">{sprinkle(rng, page.ps(), [])}</div></div>
<div class="gem-c-share-links"><h2>Share this page</h2><p class="gem-c-share-links__sub">The following links open in a new tab</p>{links(rng, 2)}</div><div class="app-c-published-dates"><h2>Updates to this page</h2>Published {page.of_month} {MONTHS[page.month - 1]} {page.year}</div></div><div class="govuk-grid-column-one-third"><div class="gem-c-contextual-sidebar"><nav class="gem-c-related-navigation"><h2>Related content</h2>{links(rng, 3)}</nav></div></div></div></main><div class="gem-c-feedback"><div class="gem-c-feedback__prompt"><h2>Is this page useful?</h2><ul><li><button>Yes</button></li></ul></div></div></div><footer class="gem-c-layout-footer" role="contentinfo">{links(rng, 6)}<span>All content is available under the Open Licence, except where otherwise stated</span></footer></body></html>"""


def forum_news(page):
    """News on a forum's software: tables, the post as a cell, quotes, a signature."""
    rng, e = page.rng, page.e
    page.wanted = page.paragraphs
    page.outlet = page.outlet + " Forum"
    text = "<br /><br />".join(e(p) for p in page.paragraphs)
    replies = "".join(f'<div class="postbit"><table class="tborder" id="post{i}"><tr><td class="thead">{page.spoken}</td></tr><tr><td class="alt2"><a class="bigusername" href="m">{rng.choice(NAMES)}</a><div class="smallfont">Senior Member</div></td></tr><tr><td class="alt1" id="td_post_{i}"><div id="post_message_{i}">{rng.choice(COMMENTS)}</div></td></tr></table></div>' for i in range(2, 5))
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" ""><html dir="ltr" lang="en"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8" /><title>{e(page.title)} - {page.outlet}</title></head><body><table class="tborder" width="100%"><tr><td class="navbar"><a href="/">{page.outlet}</a> &gt; <a href="/n">News</a></td><td class="alt2">User Name <input type="text" name="u" /> Password <input type="password" /></td></tr></table><table class="tborder"><tr>{"".join(f'<td class="vbmenu_control">{link(rng, s)}</td>' for s in ("Register", "FAQ", "Calendar", "Search"))}</tr></table>
<div id="posts"><div class="postbit"><table class="tborder" id="post1"><tr><td class="thead">{page.spoken}, 09:15 AM</td></tr><tr><td class="alt2"><a class="bigusername" href="m">{page.author}</a><div class="smallfont">Administrator</div><div class="smallfont">Join Date: Mar 2004 Posts: 3,211</div></td></tr><tr><td class="alt1" id="td_post_1"><div class="smallfont"><strong>{e(page.title)}</strong></div><hr size="1" /><div id="post_message_1">{text}</div><div>__________________<br /><i>Read the rules before you write.</i></div></td></tr></table></div>{replies}</div>
<table class="tborder"><tr><td class="thead">Similar Threads</td></tr>{"".join(f'<tr><td class="alt1">{link(rng)}</td><td class="alt2">{rng.choice(NAMES)}</td><td class="alt1">{rng.randrange(90)}</td></tr>' for _ in range(5))}</table><div class="smallfont">All times are GMT. The time now is 10:20 AM.</div><div>Powered by board software. Copyright 2000 - 2012</div></body></html>"""


LEARNT = [portal, persian, government, forum_news]
