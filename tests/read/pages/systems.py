"""The layouts of content systems: a page in, its HTML out. Each is written as its system writes it, with what is usual around the report.
page.wanted is the text that a reader of the report wants; page.day, .author, .outlet, .title what the page says of it."""
import html
import json
import random

from furniture import *

MONTHS = "January February March April May June July August September October November December".split()
ARABIC_MONTHS = ["كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"]


class Page:
    def __init__(self, system, number, report):
        self.rng = random.Random(f"{system} {number}")
        self.name, self.title, self.paragraphs, self.language = report
        rng = self.rng
        self.outlet, self.author = rng.choice(OUTLETS), rng.choice(NAMES)
        self.year, self.month, self.of_month = rng.randrange(2004, 2024), rng.randrange(1, 13), rng.randrange(1, 29)
        self.url = f"https://www.{self.outlet.lower().replace(' ', '').replace('the', '')}.example/{rng.randrange(10000, 99999)}/report"
        self.standfirst = None
        if number % 2:
            self.standfirst = rng.choice(SUMMARIES).replace("this week", "on that day")
        self.encoding = "utf-8"
        self.wanted = ([self.standfirst] if self.standfirst else []) + self.paragraphs

    day = property(lambda self: f"{self.year:04}-{self.month:02}-{self.of_month:02}")
    spoken = property(lambda self: f"{MONTHS[self.month - 1]} {self.of_month}, {self.year}")
    stamp = property(lambda self: self.day + "T09:15:00+02:00")

    def e(self, text):
        return html.escape(text, quote=False)

    def ps(self, css=""):
        css = f' class="{css}"' if css else ""
        return [f"<p{css}>{self.inline(p)}</p>" for p in self.paragraphs]

    def inline(self, text):
        """Now and then a link or emphasis inside a paragraph, as editors set them."""
        words, rng = self.e(text).split(" "), self.rng
        if len(words) > 30 and rng.random() < 0.4:
            at = rng.randrange(5, 20)
            words[at] = rng.choice([f'<a href="/tag/{at}">{words[at]}</a>', f"<em>{words[at]}</em>", f"<strong>{words[at]}</strong>"])
        return " ".join(words)

    def graph(self, **more):
        return {"@context": "https://schema.org", "@type": "NewsArticle", "headline": self.title, "datePublished": self.stamp,
                "dateModified": f"{self.year + 1:04}-01-02T00:00:00Z", "author": {"@type": "Person", "name": self.author},
                "publisher": {"@type": "Organization", "name": self.outlet, "logo": {"@type": "ImageObject", "url": "/l.png"}}, **more}

    def ld(self, data):
        return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=self.rng.random() < 0.5)}</script>'

    def og(self, **more):
        facts = {"og:title": self.title, "og:type": "article", "og:site_name": self.outlet, "og:url": self.url, **more}
        return "".join(f'<meta property="{k}" content="{html.escape(v)}">\n' for k, v in facts.items())


def wordpress(page):
    rng, e = page.rng, page.e
    graph = page.ld({"@context": "https://schema.org", "@graph": [
        {"@type": "WebSite", "@id": "/#website", "name": page.outlet}, {"@type": "ImageObject", "@id": "/#i", "url": "/i.jpg"},
        {"@type": "WebPage", "@id": page.url, "name": page.title + " - " + page.outlet, "datePublished": page.stamp},
        {"@type": "Article", "headline": page.title, "datePublished": page.stamp, "author": {"@id": "/#/person/7"}, "publisher": {"@id": "/#org"}},
        {"@type": "Organization", "@id": "/#org", "name": page.outlet}, {"@type": "Person", "@id": "/#/person/7", "name": page.author}]})
    caption = (f'<figure id="attachment_9" class="wp-caption alignnone"><img src="i.jpg"><figcaption class="wp-caption-text">'
               f"{rng.choice(SUMMARIES)} Photo: {rng.choice(NAMES)}</figcaption></figure>")
    also = f'<p><strong>Read also:</strong> {link(rng)}</p>'
    dek = f'<p class="entry-subtitle">{e(page.standfirst)}</p>' if page.standfirst else ""
    return f"""<!DOCTYPE html><html lang="en-US"><head><meta charset="UTF-8"><title>{e(page.title)} - {page.outlet}</title>
{page.og()}{graph}<style>body{{color:red}}</style></head>
<body class="post-template-default single single-post postid-{rng.randrange(999)} single-format-standard has-sidebar comments-open">
<a class="skip-link screen-reader-text" href="#content">Skip to content</a><div id="page" class="hfeed site">
<header id="masthead" class="site-header"><h1 class="site-title"><a href="/">{page.outlet}</a></h1><h2 class="site-description">News of the valley since 1921</h2>
<nav id="site-navigation" class="main-navigation"><button class="menu-toggle">Menu</button>{menu(rng, ul="nav-menu", li="menu-item")}</nav></header>
<div id="main" class="wrapper"><div id="primary" class="site-content"><div id="content" role="main">
<article id="post-12" class="post-12 post type-post status-publish format-standard hentry category-news tag-strike tag-comments">
<header class="entry-header"><h1 class="entry-title">{e(page.title)}</h1>{dek}<div class="entry-meta"><span class="posted-on"><time class="entry-date published"
 datetime="{page.stamp}">{page.spoken}</time></span> <span class="byline">by <span class="author vcard"><a class="url fn n" href="/author/x">{page.author}</a></span></span>
 <span class="comments-link"><a href="#respond">Leave a reply</a></span></div></header>
<div class="entry-content">{sprinkle(rng, page.ps(), [caption, also, '<div class="code-block code-block-1"><ins class="adsbygoogle"></ins>Advertisement</div>'])}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a href="#t">Click to share on Twitter (Opens in new window)</a></li>
<li><a href="#f">Click to share on Facebook (Opens in new window)</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Related</em></h3>{links(rng, 3)}</div></div>
<footer class="entry-meta">This entry was posted in {link(rng, "News")} and tagged {link(rng, "strike")} by {link(rng, page.author)}. Bookmark the {link(rng, "permalink")}.</footer>
</article><nav class="nav-single"><h3 class="assistive-text">Post navigation</h3><span class="nav-previous">{link(rng)}</span></nav>
<div id="comments" class="comments-area"><h2 class="comments-title">{rng.randrange(2, 9)} thoughts on this</h2><ol class="commentlist">
{comments(rng, rng.randrange(0, 9), 'li class="comment"', 'cite', 'div class="comment-content"')}</ol><div id="respond" class="comment-respond"><h3>Leave a Reply</h3>
<form><p class="comment-notes">Your email address will not be published. Required fields are marked *</p><label>Comment</label><textarea></textarea></form></div></div>
</div></div><div id="secondary" class="widget-area" role="complementary"><aside class="widget widget_search"><form role="search"><input type="text"></form></aside>
<aside class="widget widget_recent_entries"><h3 class="widget-title">Recent Posts</h3>{links(rng, 5)}</aside>
<aside class="widget widget_text"><h3>About</h3><div class="textwidget"><p>{rng.choice(SUMMARIES)} {rng.choice(SUMMARIES)}</p></div></aside></div></div>
<footer id="colophon" role="contentinfo"><div class="site-info">Proudly powered by WordPress. {lorem_footer(page.outlet)}</div></footer></div>
<div id="cookie-law-info-bar" class="cli-bar"><span>{rng.choice(COOKIES)} <a>ACCEPT</a></span></div></body></html>"""


def newspaper_theme(page):
    """WordPress with a builder theme: everything is a div."""
    rng, e = page.rng, page.e
    inline_related = f'<div class="td_block_wrap td_block_related_posts"><h4 class="td-related-title">Related articles</h4>{cards(rng, 3, "td_module_mx")}</div>'
    dek = f'<p class="td-post-sub-title">{e(page.standfirst)}</p>' if page.standfirst else ""
    caption = f'<div id="attachment_1" class="wp-caption aligncenter"><img src="x.jpg"><p class="wp-caption-text">{rng.choice(SUMMARIES)}</p></div>'
    return f"""<!doctype html><html><head><title>{e(page.title)} | {page.outlet}</title><meta charset="UTF-8"><link rel="canonical" href="{page.url}">
<meta name="author" content="{page.author}">{page.og(**{"article:published_time": page.stamp})}</head><body class="post-template tdb_template global-block-template-1">
<div class="td-scroll-up"></div><div class="td-menu-background"></div><div id="td-mobile-nav"><div class="td-menu-socials">{links(rng, 4)}</div>{menu(rng)}</div>
<div id="td-outer-wrap" class="td-theme-wrap"><div class="td-header-wrap"><div class="td-header-top-menu-full">{menu(rng)}</div></div>
<div class="td-main-content-wrap td-container-wrap"><div class="td-container"><div class="td-crumb-container"><div class="entry-crumbs">{link(rng, "Home")} {link(rng, "News")}</div></div>
<div class="td-pb-row"><div class="td-pb-span8 td-main-content"><div class="td-ss-main-content"><div class="td-post-header"><header class="td-post-title">
<h1 class="entry-title">{e(page.title)}</h1>{dek}<div class="td-module-meta-info"><div class="td-post-author-name"><div class="td-author-by">By</div> {link(rng, page.author)}</div>
<span class="td-post-date"><time class="entry-date updated td-module-date" datetime="{page.stamp}">{page.spoken}</time></span><div class="td-post-views"><span>1203</span></div></div></header></div>
<div class="td-post-sharing-top"><div class="td-social-sharing-buttons">{links(rng, 4)}</div></div>
<div class="td-post-content tagdiv-type">{sprinkle(rng, page.ps(), [caption, '<div class="td-a-rec td-a-rec-id-content_inline"><span class="td-adspot-title">- Advertisement -</span></div>', inline_related])}</div>
<footer><div class="td-post-source-tags"><ul class="td-tags"><li><span>TAGS</span></li><li>{link(rng, "Border")}</li></ul></div>
<div class="td-block-row td-post-next-prev"><div><span>Previous article</span>{link(rng)}</div></div>
<div class="author-box-wrap"><div class="desc"><div class="td-author-name">{link(rng, page.author)}</div><div class="td-author-description">{page.author} writes about rivers, ports and the people there for more than twenty years.</div></div></div></footer>
{inline_related}</div></div><div class="td-pb-span4 td-main-sidebar"><div class="td-ss-main-sidebar"><h4>Most read</h4>{cards(rng, 5, "td_module_6")}</div></div></div></div></div>
<div class="td-footer-wrapper"><div class="td-footer-text-wrap">ABOUT US <br>{page.outlet} is your news, entertainment and music website. We provide you with the latest breaking news and videos straight from the valley.</div></div></div></body></html>"""


def cards(rng, count, css, level=3):
    return "".join(f'<div class="{css}"><div class="thumb"><a href="/{rng.randrange(9999)}"><img src="t.jpg"></a></div><h{level} class="entry-title">{link(rng)}</h{level}>'
                   f'<div class="excerpt">{rng.choice(SUMMARIES)}</div></div>' for _ in range(count))


def drupal(page):
    rng, e = page.rng, page.e
    image = ('<div class="field field--name-field-image field--type-image"><img src="/i.jpg"></div>'
             f'<div class="field field--name-field-caption field__item">{rng.choice(SUMMARIES)} (Photo: {rng.choice(NAMES)})</div>')
    dek = f'<div class="field field--name-field-subtitle field--type-string field__item">{e(page.standfirst)}</div>' if page.standfirst else ""
    weekday = "Fri"
    return f"""<!DOCTYPE html><html lang="en" dir="ltr" prefix="og: http://ogp.me/ns#"><head><meta charset="utf-8"/><meta name="Generator" content="Drupal 9"/>
<title>{e(page.title)} | {page.outlet}</title><link rel="canonical" href="{page.url}"/><meta name="dcterms.creator" content="{page.author}"><meta name="dcterms.date" content="{page.stamp}">
<meta property="og:site_name" content="{page.outlet}"></head><body class="path-node page-node-type-article">
<a href="#main-content" class="visually-hidden focusable">Skip to main content</a><div class="dialog-off-canvas-main-canvas"><div class="layout-container">
<header role="banner"><div class="region region-header"><div id="block-branding"><a href="/" rel="home">{page.outlet}</a></div><nav role="navigation"><h2 class="visually-hidden">Main navigation</h2>{menu(rng)}</nav></div></header>
<div class="region region-breadcrumb"><nav class="breadcrumb"><ol><li>{link(rng, "Home")}</li></ol></nav></div>
<main role="main"><a id="main-content" tabindex="-1"></a><div class="layout-content"><div class="region region-content"><div data-drupal-messages-fallback class="hidden"></div>
<div id="block-page-title"><h1><span class="field field--name-title">{e(page.title)}</span></h1></div>
<article role="article" class="node node--type-article node--view-mode-full"><footer class="node__meta"><div class="node__submitted">Submitted by <span>{page.author}</span> on <span>{weekday}, {page.month:02}/{page.of_month:02}/{page.year} - 10:20</span></div></footer>
<div class="node__content">{dek}{image}<div class="clearfix text-formatted field field--name-body field--type-text-with-summary field--label-hidden field__item">{sprinkle(rng, page.ps(), [])}</div>
<div class="field field--name-field-tags field--label-above clearfix"><h3 class="field__label">Tags</h3><ul class="links field__items"><li>{link(rng, "Border")}</li><li>{link(rng, "Army")}</li></ul></div>
<ul class="links inline"><li class="comment-add">{link(rng, "Add new comment")}</li></ul><section class="field field--name-comment field--type-comment comment-wrapper"><h2>Comments</h2>
{comments(rng, rng.randrange(0, 5), 'article class="comment js-comment"', "h3", 'div class="field--name-comment-body"')}</section></div></article>
<div class="views-element-container block block-views block-views-blockrelated-content-block-1"><h2>More in this section</h2><div class="view-content">{cards(rng, 4, "views-row")}</div></div>
</div></div><aside class="layout-sidebar-second" role="complementary"><div class="region region-sidebar-second"><div class="block"><h2>Latest</h2>{links(rng, 6)}</div></div></aside></main>
<footer role="contentinfo"><div class="region region-footer">{lorem_footer(page.outlet)}</div></footer></div></div>
<div id="sliding-popup" class="eu-cookie-compliance-banner"><div class="popup-text"><h2>{rng.choice(COOKIES)}</h2></div></div></body></html>"""


def arc(page):
    rng, e = page.rng, page.e
    interstitial = f'<p class="interstitial-link block-margin-bottom"><i>[</i><a href="/x"><i>{head(rng)}</i></a><i>]</i></p>'
    image = (f'<figure class="article-body-image-container"><img src="i.jpg"><figcaption class="c-media-item__fig-caption"><p class="c-media-item__caption">'
             f'{rng.choice(SUMMARIES)}</p><span class="c-media-item__credit">({rng.choice(NAMES)})</span></figcaption></figure>')
    ad = '<div class="arcad-feature-container"><div class="ad-label">ADVERTISEMENT</div><div class="arcad ad-300x250"></div></div>'
    dek = f'<h2 class="b-subheadline headline__subheading">{e(page.standfirst)}</h2>' if page.standfirst else ""
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="UTF-8"/><title>{e(page.title)} – {page.outlet}</title>{page.og()}
{page.ld(page.graph(author=[{"@type": "Person", "name": page.author}], url=page.url))}<script>window.Fusion=window.Fusion||{{}};Fusion.globalContent={{"x":"<p>no</p>"}}</script></head>
<body><div id="fusion-app" class="layout-section"><div class="b-right-rail"><header class="page-header"><nav class="b-header-nav-chain" aria-label="Sections Menu"><div class="b-header-nav-chain__nav-left">
<button type="button">Sections</button></div></nav><div class="c-stack b-header-nav-chain__flyout-nav-wrapper">{menu(rng)}</div></header>
<section role="main" class="b-right-rail__main"><div class="b-right-rail__full-width-1"><div class="c-overline b-overline">{link(rng, "World")}</div>
<h1 class="c-heading b-headline">{e(page.title)}</h1>{dek}</div><div class="c-grid b-right-rail__rail-container"><div class="c-stack b-right-rail__main-interior-item">
<div class="b-byline"><span class="b-byline__by">By</span> <span class="b-byline__names">{link(rng, page.author, "c-link")}</span></div><time class="c-date b-date" datetime="{page.stamp}">{page.spoken} at 9:15AM EST</time>
<div class="b-share-bar c-stack">{links(rng, 4)}</div><article class="b-article-body article-body-wrapper">{sprinkle(rng, page.ps("c-paragraph"), [image, ad, interstitial, ad])}</article>
<div class="b-author-bio"><div class="b-author-bio__author-name">{page.author}</div><p class="b-author-bio__description">{page.author} covers ports and rivers. Before that, she worked in three countries for eleven years.</p></div>
<div class="b-results-list"><h2>Trending</h2>{cards(rng, 4, "b-results-list__item", 2)}</div></div><aside class="c-stack b-right-rail__right-interior-item"><h2>Most Read</h2>{links(rng, 5)}</aside></div></section>
<footer class="c-footer b-footer">{links(rng, 8)}{lorem_footer(page.outlet)}</footer></div></div></body></html>"""


def joomla(page):
    rng, e = page.rng, page.e
    intro = f"<p><strong>{e(page.standfirst)}</strong></p>" if page.standfirst else ""
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en-gb">
<head><meta http-equiv="content-type" content="text/html; charset=utf-8" /><meta name="author" content="{page.author}" /><meta name="generator" content="Joomla! - Open Source Content Management" />
<title>{e(page.title)} - {page.outlet}</title></head><body id="page" class="com_content view-article"><div id="wrap"><div id="header"><div class="logo">{page.outlet}</div><div class="moduletable_menu">{menu(rng, ul="menu")}</div></div>
<div id="pathway"><span class="breadcrumbs pathway">{link(rng, "Home")} &raquo; {link(rng, "News")}</span></div><table id="layout" width="100%"><tr><td id="left" valign="top"><div class="moduletable"><h3>Main Menu</h3>{menu(rng, ul="menu")}</div>
<div class="moduletable"><h3>Who's Online</h3>We have 31 guests and no members online</div></td><td id="content" valign="top"><div class="item-page" itemscope itemtype="https://schema.org/Article">
<div class="page-header"><h2 itemprop="headline">{e(page.title)}</h2></div><div class="icons"><ul class="actions"><li class="print-icon">{link(rng, "Print")}</li><li class="email-icon">{link(rng, "Email")}</li></ul></div>
<dl class="article-info muted"><dt class="article-info-term">Details</dt><dd class="createdby" itemprop="author" itemscope itemtype="https://schema.org/Person">Written by <span itemprop="name">{page.author}</span></dd>
<dd class="category-name">Category: {link(rng, "News")}</dd><dd class="published"><time datetime="{page.stamp}" itemprop="datePublished">Published: {page.of_month} {MONTHS[page.month - 1]} {page.year}</time></dd><dd class="hits">Hits: 3412</dd></dl>
<div itemprop="articleBody">{intro}{sprinkle(rng, page.ps(), [])}</div><ul class="pager pagenav"><li class="previous">{link(rng, "Prev")}</li><li class="next">{link(rng, "Next")}</li></ul>
<div class="relateditems"><h3>Related Articles</h3>{links(rng, 4)}</div></div></td><td id="right"><div class="moduletable"><h3>Popular</h3>{links(rng, 5, ul="mostread")}</div></td></tr></table>
<div id="footer">Copyright &copy; 2020 {page.outlet}. All Rights Reserved.</div></div></body></html>"""


def blogger(page):
    rng, e = page.rng, page.e
    page.wanted = page.paragraphs
    page.outlet = page.outlet + " Blog"
    text = "<br />\n<br />\n".join(page.inline(p) for p in page.paragraphs)
    return f"""<!DOCTYPE html><html dir='ltr' xmlns='http://www.w3.org/1999/xhtml'><head><meta content='text/html; charset=UTF-8' http-equiv='Content-Type'/><meta content='blogger' name='generator'/>
<link href='{page.url}' rel='canonical'/><title>{page.outlet}: {e(page.title)}</title><meta content='{html.escape(page.title)}' property='og:title'/></head><body class='loading'>
<div class='navbar section' id='navbar'></div><div class='body-fauxcolumns'></div><div class='content'><header><div class='header section' id='header'><div class='titlewrapper'><h1 class='title'><a href='/'>{page.outlet}</a></h1></div>
<div class='descriptionwrapper'><p class='description'><span>Notes from the border, the river and the road between them, written by several hands.</span></p></div></div></header>
<div class='main-outer'><div class='main section' id='main'><div class='widget Blog' id='Blog1'><div class='blog-posts hfeed'><div class="date-outer"><h2 class='date-header'><span>{page.spoken}</span></h2><div class="date-posts"><div class='post-outer'>
<div class='post hentry uncustomized-post-template' itemprop='blogPost' itemscope='itemscope' itemtype='http://schema.org/BlogPosting'><h3 class='post-title entry-title' itemprop='name'>{e(page.title)}</h3><div class='post-header'></div>
<div class='post-body entry-content' id='post-body-1' itemprop='description articleBody'><div class="separator" style="clear: both; text-align: center;"><a href="i.jpg"><img src="i.jpg" /></a></div>{text}<div style='clear: both;'></div></div>
<div class='post-footer'><div class='post-footer-line'><span class='post-author vcard'>Posted by <span class='fn' itemprop='author' itemscope='itemscope'><a class='g-profile' href='/p'><span itemprop='name'>{page.author}</span></a></span></span>
<span class='post-timestamp'>at <a class='timestamp-link' href='#'><abbr class='published' itemprop='datePublished' title='{page.stamp}'>9:15 AM</abbr></a></span>
<div class='post-share-buttons'>{link(rng, "Email This")}{link(rng, "BlogThis!")}{link(rng, "Share to Twitter")}</div><span class='post-labels'>Labels: {link(rng, "Border")}, {link(rng, "Strike")}</span></div></div></div>
<div class='comments' id='comments'><h4>{rng.randrange(1, 9)} comments:</h4><div id='comment-holder'>{comments(rng, rng.randrange(1, 7), 'li class="comment"', "cite", 'p class="comment-content"')}</div></div></div></div></div></div></div></div>
<div class='column-right-outer'><aside><div class='sidebar section'><div class='widget BlogArchive'><h2>Blog Archive</h2>{links(rng, 12)}</div><div class='widget Profile'><h2>About Me</h2><p>I have lived near this river since I was a child and I write down what I see there.</p></div></div></aside></div></div></div></body></html>"""


def ghost(page):
    rng, e = page.rng, page.e
    dek = f'<p class="gh-article-excerpt is-body">{e(page.standfirst)}</p>' if page.standfirst else ""
    callout = f'<figure class="kg-card kg-image-card kg-card-hascaption"><img class="kg-image" src="i.jpg"><figcaption><span style="white-space: pre-wrap;">{rng.choice(SUMMARIES)}</span></figcaption></figure>'
    bookmark = (f'<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="/x"><div class="kg-bookmark-content"><div class="kg-bookmark-title">{head(rng)}</div>'
                f'<div class="kg-bookmark-description">{rng.choice(SUMMARIES)}</div></div></a></figure>')
    signup = '<div class="kg-card kg-signup-card"><h2 class="kg-signup-card-heading">Sign up for more like this</h2><p class="kg-signup-card-subheading">No spam. Unsubscribe anytime you like.</p></div>'
    return f"""<!DOCTYPE html><html lang="en"><head><title>{e(page.title)}</title><meta charset="utf-8">{page.og(**{"article:published_time": page.day + "T07:15:00.000Z"})}
{page.ld({**page.graph(), "@type": "Article", "mainEntityOfPage": page.url})}</head><body class="post-template tag-news is-head-left-logo has-sans-body"><div class="gh-viewport"><header id="gh-navigation" class="gh-navigation">
<a href="/">{page.outlet}</a><nav class="gh-navigation-menu">{menu(rng, ul="nav")}</nav><div class="gh-navigation-actions"><a href="#/portal/signin">Sign in</a><a href="#/portal/signup">Subscribe</a></div></header>
<main class="gh-main"><article class="gh-article post tag-news"><header class="gh-article-header gh-canvas"><a class="gh-article-tag" href="/t">News</a><h1 class="gh-article-title is-title">{e(page.title)}</h1>{dek}
<div class="gh-article-meta"><h4 class="gh-article-author-name"><a href="/a">{page.author}</a></h4><div class="gh-article-meta-content"><time class="gh-article-meta-date" datetime="{page.day}">{page.spoken}</time><span class="gh-article-meta-length">5 min read</span></div></div>
<figure class="gh-article-image"><img src="i.jpg"><figcaption>{rng.choice(SUMMARIES)}</figcaption></figure></header>
<section class="gh-content gh-canvas is-body drop-cap">{sprinkle(rng, page.ps(), [callout, bookmark, signup])}</section></article>
<section class="gh-comments gh-canvas">{comments(rng, rng.randrange(0, 5), "div")}</section></main><section class="gh-container is-grid gh-outer"><div class="gh-container-inner gh-inner"><h2 class="gh-container-title">Read more</h2>
<div class="gh-feed">{"".join(f'<article class="gh-card post"><a class="gh-card-link" href="/x"><div class="gh-card-wrapper"><h3 class="gh-card-title is-title">{head(rng)}</h3><p class="gh-card-excerpt is-body">{rng.choice(SUMMARIES)}</p><footer class="gh-card-meta"><time>1 Jan 2024</time></footer></div></a></article>' for _ in range(4))}</div></div></section>
<footer class="gh-footer"><section class="gh-footer-signup"><h2 class="gh-footer-signup-header">{page.outlet}</h2><p>Sign up to have the news of the valley in your inbox every morning.</p></section></footer></div></body></html>"""


def brightspot(page):
    rng, e = page.rng, page.e
    ad = '<div class="SovrnAd Advertisement" data-module><p class="SovrnAd-label">Advertisement</p></div>'
    promo = (f'<div class="HTMLModuleEnhancement"><div class="PageListEnhancementGeneric"><h3 class="PageList-header-title">Related stories</h3><bsp-list-loadmore><div class="PageList-items"><ul>'
             + "".join(f'<li class="PageList-items-item"><div class="PagePromo"><div class="PagePromo-content"><div class="PagePromo-title">{link(rng)}</div><div class="PagePromo-description">{rng.choice(SUMMARIES)}</div></div></div></li>' for _ in range(3))
             + "</ul></div></bsp-list-loadmore></div></div>")
    figure = f'<div class="ImageEnhancement"><figure class="Figure"><img src="i"><div class="Figure-content"><figcaption class="Figure-caption">{rng.choice(SUMMARIES)}</figcaption><div class="Figure-credit">({rng.choice(NAMES)})</div></div></figure></div>'
    dek = f'<h2 class="Page-subHeadline">{e(page.standfirst)}</h2>' if page.standfirst else ""
    return f"""<!DOCTYPE html><html class="StoryPage" lang="en"><head><meta charset="UTF-8"><title>{e(page.title)} | {page.outlet}</title><link rel="canonical" href="{page.url}">{page.og(**{"article:published_time": page.day + "T10:00:00"})}
{page.ld([page.graph(headline=page.title[:110])])}</head><body class="StoryPage-body"><div class="Page-header-wrap"><bsp-header class="Page-header"><div class="Page-header-menu">{menu(rng)}</div><bsp-search-overlay class="SearchOverlay"><form><input><button>Submit Search</button></form></bsp-search-overlay></bsp-header></div>
<bsp-story-page class="Page-content"><div class="Page-oneColumn"><div class="Page-lead"></div><main class="Page-main"><div class="Page-breadcrumbs">{link(rng, "World News")}</div><h1 class="Page-headline">{e(page.title)}</h1>{dek}{figure}
<div class="Page-content-and-aside"><div class="Page-contents"><div class="Page-byline"><div class="Page-byline-info"><div class="Page-authors"><span>By </span>{link(rng, page.author.upper(), "Link")}</div><div class="Page-dateModified"><bsp-timestamp data-timestamp="1">Updated 8:01 PM GMT, {page.spoken}</bsp-timestamp></div></div></div>
<div class="Page-actions"><bsp-page-actions class="ActionBar"><div class="ActionBar-items">{links(rng, 4, ul="ActionBar-items")}<span>Copied</span></div></bsp-page-actions></div><div class="Page-storyBody gtmMainScrollContent"><div class="RichTextStoryBody RichTextBody">{sprinkle(rng, page.ps(), [ad, figure, ad, promo])}</div>
<div class="Page-authorInfo"><div class="PageAuthorInfo"><a>{page.author}</a><div class="authorBiography">{page.author} is a correspondent who reports on the coast and on the islands before it.</div></div></div></div></div>
<aside class="Page-aside"><div class="PageListRightRailA"><h2>Most read</h2>{cards(rng, 4, "PagePromo")}</div></aside></div></main><div class="Page-below">{cards(rng, 6, "PagePromo")}</div></div></bsp-story-page><footer class="Page-footer">{lorem_footer(page.outlet)}</footer></body></html>"""


def squarespace(page):
    rng, e = page.rng, page.e
    half = len(page.paragraphs) // 2
    intro = [f"<h3>{e(page.standfirst)}</h3>"] if page.standfirst else []
    ps = page.ps()

    def block(parts):
        return f'<div class="sqs-block html-block sqs-block-html" data-block-type="2"><div class="sqs-block-content"><div class="sqs-html-content">{"".join(parts)}</div></div></div>'
    image = f'<div class="sqs-block image-block sqs-block-image"><div class="sqs-block-content"><figure class="sqs-block-image-figure"><img src="i"><figcaption class="image-caption-wrapper"><div class="image-caption"><p>{rng.choice(SUMMARIES)}</p></div></figcaption></figure></div></div>'
    news = '<div class="sqs-block newsletter-block sqs-block-newsletter"><div class="sqs-block-content"><header class="newsletter-form-header"><h2 class="newsletter-form-header-title">Subscribe</h2><div class="newsletter-form-header-description"><p>Sign up with your email address to receive news and updates.</p></div></header></div></div>'
    return f"""<!doctype html><html xmlns:og="http://opengraphprotocol.org/schema/" lang="en-US"><head><meta charset="utf-8"><title>{e(page.title)} — {page.outlet}</title>{page.og(**{"og:title": page.title + " — " + page.outlet})}
<meta itemprop="datePublished" content="{page.stamp}"><meta itemprop="author" content="{page.author}"><meta itemprop="headline" content="{html.escape(page.title)}"></head><body id="item-1" class="item-type-text view-item collection-type-blog">
<div id="siteWrapper" class="clearfix site-wrapper"><header id="header" class="header theme-col--primary"><div class="header-announcement-bar-wrapper"></div><div class="header-title"><a href="/">{page.outlet}</a></div><div class="header-nav">{menu(rng)}</div></header>
<main id="page" role="main"><article class="sections"><section class="page-section"><div class="content-wrapper"><div class="blog-item-wrapper"><article id="article-" class="h-entry entry blog-item-inner-wrapper"><div class="blog-item-top-wrapper"><div class="blog-item-title"><h1 class="entry-title entry-title--large p-name">{e(page.title)}</h1></div>
<div class="blog-item-meta-wrapper"><span class="blog-meta-item--author">Written By {link(rng, page.author, "blog-author-name")}</span><time class="dt-published blog-meta-item--date" datetime="{page.day}">{page.spoken}</time></div></div>
<div class="blog-item-content-wrapper"><div class="blog-item-content e-content"><div class="sqs-layout sqs-grid-12 columns-12"><div class="row sqs-row"><div class="col sqs-col-12 span-12">{block(intro + ps[:half])}{image}{block(ps[half:])}{news}</div></div></div></div></div>
<div class="blog-item-author-profile-wrapper"></div></article></div></div></section></article><section id="itemPagination" class="item-pagination">{link(rng)}{link(rng)}</section></main><footer class="sections" id="footer-sections"><p>{page.outlet}, 12 Long Street, Port Selim. Call us at any time between nine and five.</p></footer></div></body></html>"""


def arabic(page):
    """A system of its own, windows-1256, right to left, line breaks for paragraphs."""
    rng, e = page.rng, page.e
    page.encoding = "windows-1256"
    page.wanted, page.outlet, page.author = page.paragraphs, "صحيفة المرفأ", "سامر الناطور"
    text = "<br>\r\n<br>\r\n".join(e(p) for p in page.paragraphs) if rng.random() < 0.5 else "".join(f'<div align="justify">{e(p)}</div>' for p in page.paragraphs)
    heads = "".join(f'<li>{link(rng, rng.choice(ARABIC_HEADS))}</li>' for _ in range(6))
    date = f"السبت {page.of_month} {ARABIC_MONTHS[page.month - 1]} {page.year} - 09:15"
    return f"""<html dir="rtl" lang="ar"><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256"><title>{page.outlet} - {e(page.title)}</title></head><body bgcolor="#ffffff">
<div id="container"><div class="toplinks">{"".join(link(rng, s) + " | " for s in ARABIC_SECTIONS)}</div><div class="right_col"><div class="box"><div class="box_title">الأكثر قراءة</div><ul>{heads}</ul></div></div>
<div class="center_col"><div class="khabar"><h1>{e(page.title)}</h1><div class="khabar_date">{date}</div><div class="khabar_writer">بقلم: {page.author}</div><div class="fontsize"><a href="#">تكبير الخط</a> <a href="#">تصغير الخط</a></div>
<div class="khabar_img"><img src="i.jpg"><div class="img_caption">صورة من الأرشيف لساحة المدينة القديمة</div></div><div class="khabar_text">{text}</div>
<div class="khabar_share">شارك الخبر: {link(rng, "فيسبوك")} {link(rng, "تويتر")} {link(rng, "واتساب")}</div><div class="box"><div class="box_title">مواضيع ذات صلة</div><ul>{heads}</ul></div>
<div class="comments"><h3>التعليقات</h3><div>حسبنا الله ونعم الوكيل، هذا ما كنا نقوله منذ سنين ولم يسمعنا أحد من المسؤولين.</div></div></div></div>
<div class="left_col"><div class="box_title">كاريكاتير</div><a href="#">اشترك في النشرة البريدية</a></div><div class="foot">جميع الحقوق محفوظة لصحيفة المرفأ 2020</div></div></body></html>"""


def amp(page):
    rng, e = page.rng, page.e
    dek = f'<p class="sub">{e(page.standfirst)}</p>' if page.standfirst else ""
    image = f'<amp-img src="i.jpg" width="600" height="400" layout="responsive"></amp-img><p class="wp-caption-text">{rng.choice(SUMMARIES)}</p>'
    ad = '<div class="amp-ad-wrapper"><span>Advertisement</span><amp-ad width=300 height=250 type="doubleclick"><div placeholder>Ad loads here, please wait a moment.</div></amp-ad></div>'
    return f"""<!doctype html><html amp lang="en"><head><meta charset="utf-8"><title>{e(page.title)}</title><link rel="canonical" href="{page.url}"><script async src="https://cdn.example/v0.js"></script>
{page.ld(page.graph(mainEntityOfPage=page.url))}<style amp-boilerplate>body{{}}</style></head><body class="amp-post"><header class="header"><button on="tap:sidebar.toggle">☰</button><a class="logo" href="/">{page.outlet}</a></header>
<amp-sidebar id="sidebar" layout="nodisplay" side="left">{menu(rng)}</amp-sidebar><amp-consent id="c" layout="nodisplay"><div id="consent-ui"><p>{rng.choice(COOKIES)}</p><button>Accept</button></div></amp-consent>
<article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{e(page.title)}</h1>{dek}<div class="amp-wp-meta amp-wp-byline"><span class="amp-wp-author author vcard">{page.author}</span></div><div class="amp-wp-meta amp-wp-posted-on"><time datetime="{page.stamp}">3 years ago</time></div></header>
<div class="amp-social"><amp-social-share type="twitter"></amp-social-share></div><div class="amp-wp-article-content">{sprinkle(rng, page.ps(), [image, ad, f'<p><a href="/r">ALSO READ: {head(rng)}</a></p>'])}</div>
<footer class="amp-wp-article-footer"><div class="amp-wp-meta amp-wp-tax-tag">Tags: {link(rng, "Border")}</div></footer></article><section class="related"><h3>More on this</h3><amp-list><div>{cards(rng, 3, "amp-related")}</div></amp-list></section>
<footer class="amp-wp-footer"><p>{page.outlet}</p><a href="#top" class="back-to-top">Back to top</a></footer></body></html>"""


def table_page(page):
    """Hand-made, around 2003: tables in tables, unclosed paragraphs, capital tags, no data about the page."""
    rng, e = page.rng, page.e
    page.encoding = "iso-8859-1"
    page.wanted = page.paragraphs
    text = "\n<P>".join(e(p) for p in page.paragraphs)
    text = text.encode("ascii", "xmlcharrefreplace").decode()
    return f"""<HTML><HEAD><TITLE>{page.outlet} - {e(page.title).encode("ascii", "xmlcharrefreplace").decode()}</TITLE><META NAME="date" CONTENT="{page.day}"><META NAME="author" CONTENT="{page.author}"></HEAD>
<BODY BGCOLOR=#FFFFFF TEXT=black><CENTER><TABLE WIDTH=760 BORDER=0><TR><TD COLSPAN=3><A HREF="/"><IMG SRC=logo.gif ALT="{page.outlet}"></A></TD></TR><TR><TD WIDTH=150 VALIGN=top>
<FONT SIZE=2>{"<BR>".join(link(rng, name) for name in SECTIONS)}</FONT><P><FONT SIZE=1>Search our archive of eleven years, free for everyone.</FONT></TD>
<TD VALIGN=top><FONT FACE=Arial SIZE=4><B><H2>{e(page.title).encode("ascii", "xmlcharrefreplace").decode()}</H2></B></FONT><FONT SIZE=2 COLOR=gray>{page.spoken}</FONT><BR><I>By {page.author}</I>
<P>{text}
<P><CENTER><FONT SIZE=1><A HREF=mail.htm>Send this page to a friend</A> | <A HREF=print.htm>Print</A></FONT></CENTER></TD><TD WIDTH=120><TABLE><TR><TD BGCOLOR=yellow><FONT SIZE=1><B>HEADLINES</B><BR>{"<BR>".join(link(rng) for _ in range(6))}</FONT></TD></TR></TABLE></TD></TR>
<TR><TD COLSPAN=3><HR><FONT SIZE=1>Copyright 2003 {page.outlet}. Please write to the editor with any remark you may have.</FONT></TD></TR></TABLE></CENTER></BODY></HTML>"""


def live_blog(page):
    rng, e = page.rng, page.e
    page.wanted, posts = [], []
    hour = 8
    for paragraph in page.paragraphs:
        hour += 1
        time, heading = f"{hour:02}:{rng.randrange(10, 59)}", head(rng)
        page.wanted += [time, heading, paragraph]
        posts.append(f'<article class="live-blog-post" id="p{hour}" itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting"><div class="post-header"><time datetime="{page.day}T{time}:00Z" class="live-time">{time}</time>'
                     f'<h3 itemprop="headline">{heading}</h3></div><div itemprop="articleBody"><p>{page.inline(paragraph)}</p></div><div class="share-links">{links(rng, 2)}</div></article>')
    data = {**page.graph(), "@type": "LiveBlogPosting", "liveBlogUpdate": [{"@type": "BlogPosting", "headline": "no", "articleBody": "no"}]}
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{e(page.title)} – live</title>{page.og()}{page.ld(data)}</head><body><header class="global-header">{menu(rng)}</header><main id="main"><div class="live-blog__header"><h1>{e(page.title)}</h1>
<div class="lb-meta"><span class="byline">By {page.author}</span></div></div><div class="lb-layout"><div class="lb-key-events" role="complementary"><h2>Key events</h2>{links(rng, 5)}</div><div class="live-blog-feed" aria-live="polite">{"".join(posts)}</div></div>
<div class="pagination">{link(rng, "Older posts")}</div></main><section class="more-stories"><h2>More stories</h2>{cards(rng, 4, "card")}</section><footer>{lorem_footer(page.outlet)}</footer></body></html>"""


def gallery(page):
    rng, e = page.rng, page.e
    page.wanted = ([page.standfirst] if page.standfirst else []) + page.paragraphs
    slides = "".join(f'<figure class="gallery__slide"><img src="{i}.jpg" alt=""><figcaption class="gallery__caption"><span class="gallery__count">{i} of {len(page.paragraphs)}</span> <p>{e(p)}</p></figcaption></figure>'
                     for i, p in enumerate(page.paragraphs, 1))
    dek = f'<p class="intro">{e(page.standfirst)}</p>' if page.standfirst else ""
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{e(page.title)} | {page.outlet}</title>{page.og(**{"article:published_time": page.stamp})}{page.ld({**page.graph(), "@type": "ImageGallery", "name": page.title})}</head>
<body><nav>{menu(rng)}</nav><main><article class="photo-gallery"><h1>{e(page.title)}</h1><p class="byline">By {page.author}</p>{dek}<div class="gallery">{slides}</div></article><div class="more-galleries"><h2>More galleries</h2>{cards(rng, 4, "gallery-card")}</div></main><footer>{lorem_footer(page.outlet)}</footer></body></html>"""


def paywall(page):
    """Two paragraphs and an offer; the rest is not in the page."""
    rng, e = page.rng, page.e
    page.wanted = ([page.standfirst] if page.standfirst else []) + page.paragraphs[:2]
    dek = f'<p class="article__standfirst">{e(page.standfirst)}</p>' if page.standfirst else ""
    data = page.graph(isAccessibleForFree=False, hasPart={"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".paywall"})
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{e(page.title)} | {page.outlet}</title>{page.og()}{page.ld(data)}</head><body><header role="banner">{menu(rng)}</header><main><article class="article"><header><h1>{e(page.title)}</h1>{dek}
<p class="article__byline">{page.author} <time datetime="{page.stamp}">{page.spoken}</time></p></header><div class="article__content paywall">{"".join(page.ps()[:2])}<p class="fade">…</p></div>
<div class="subscription-offer" id="barrier"><h2>To continue reading, subscribe</h2><p>Get unlimited access to {page.outlet} for one coin a month. Already a subscriber? <a href="/login">Log in</a></p><ul><li>Every story from the valley and beyond it</li><li>Weekly letters from our reporters abroad</li></ul></div></article>
<section class="recommended"><h2>Recommended</h2>{cards(rng, 4, "teaser")}</section></main><footer>{lorem_footer(page.outlet)}</footer></body></html>"""


SYSTEMS = [wordpress, newspaper_theme, drupal, arc, joomla, blogger, ghost, brightspot, squarespace, arabic, amp, table_page, live_blog, gallery, paywall]
