//! A question, an answer, or a reply as it stands in a thread.

use chrono::{DateTime, Utc};
use maud::{Markup, html};

use super::{Face, Icon, Pen, avatar, icon, permalink, role_mark, time_ago, when};
use crate::domain::resolution::When;
use crate::text::SafeHtml;

/// Who said that an answer solved the question, and when.
#[derive(Debug, Clone, Copy)]
pub struct AcceptedBy<'a> {
    /// Who accepted it; `None` when an import does not tell.
    pub name: Option<&'a str>,
    /// When, as precisely as it is known.
    pub at: When,
    /// Whether it was accepted on the asker's behalf.
    pub on_behalf: bool,
}

/// What a post is in its thread.
#[derive(Debug, Clone, Copy)]
pub enum PostKind<'a> {
    /// The first post of a thread.
    First,
    /// An answer to a question.
    Answer,
    /// The answer that settled the question.
    Accepted(AcceptedBy<'a>),
    /// A reply in a discussion.
    Reply,
}

/// That a post was changed since.
#[derive(Debug, Clone, Copy)]
pub struct Edited<'a> {
    /// When it was changed last.
    pub at: DateTime<Utc>,
    /// Where its revisions are.
    pub href: &'a str,
}

/// A post with everything that stands around it.
#[derive(Debug, Clone)]
pub struct PostCard<'a> {
    /// The element id, which its permanent link names.
    pub anchor: &'a str,
    /// Its permanent link.
    pub permalink: &'a str,
    /// What it is in its thread.
    pub kind: PostKind<'a>,
    /// Who wrote it.
    pub author: &'a str,
    /// The author's page; `None` for someone who is gone.
    pub author_href: Option<&'a str>,
    /// What the author is here, such as “Helper” or “Asked this”; empty for most.
    pub roles: &'a [String],
    /// Whether it came since whoever looks was here last.
    pub is_new: bool,
    /// When it was written.
    pub written_at: DateTime<Utc>,
    /// Whether it came by mail.
    pub by_mail: bool,
    /// Whether and when it was changed.
    pub edited: Option<Edited<'a>>,
    /// Why readers do not see it (hidden, deleted), for those who still may.
    pub removed: Option<&'a str>,
    /// What is to be known before the text is read.
    pub about: Option<Markup>,
    /// The text.
    pub body: &'a SafeHtml,
    /// Votes and other actions under the text.
    pub actions: Markup,
    /// Comments and their form.
    pub comments: Markup,
}

/// A post. An accepted answer is marked by a rule and by words.
pub fn post_card(pen: &Pen<'_>, post: &PostCard<'_>) -> Markup {
    let class = match post.kind {
        PostKind::First => "post first",
        PostKind::Answer | PostKind::Reply => "post",
        PostKind::Accepted(_) => "post accepted",
    };
    let heading = match post.kind {
        PostKind::First => "post-first-by",
        PostKind::Answer | PostKind::Accepted(_) => "post-answer-by",
        PostKind::Reply => "post-reply-by",
    };
    html! {
        article class={ (class) @if post.removed.is_some() { " removed" } } id=(post.anchor) aria-labelledby={ (post.anchor) "-head" } {
            @if let PostKind::Accepted(by) = &post.kind { (accepted_head(pen, by)) }
            h2.unseen id={ (post.anchor) "-head" } { (pen.tell(heading, &[("name", post.author.to_owned().into())])) }
            // Who began a thread, and when, stands right above it.
            @if !matches!(post.kind, PostKind::First) { (byline(pen, post)) }
            @if let Some(reason) = post.removed { p.removed-note { (icon(pen, Icon::Trash)) (reason) } }
            @if let Some(about) = &post.about { (about) }
            div.prose dir="auto" { (post.body) }
            (post.actions)
            (post.comments)
        }
    }
}

fn accepted_head(pen: &Pen<'_>, by: &AcceptedBy<'_>) -> Markup {
    let told = accepted_by(pen, by);
    html! {
        p.accepted-head {
            span.mark.resolved { (icon(pen, Icon::Check)) (pen.say("post-accepted")) }
            @for told in &told { span.accepted-by { (told) } }
        }
    }
}

/// Who accepted it and when, as far as that is known.
pub fn accepted_by(pen: &Pen<'_>, by: &AcceptedBy<'_>) -> Vec<Markup> {
    let told = by.name.map(|name| {
        let key = if by.on_behalf {
            "post-accepted-on-behalf"
        } else {
            "post-accepted-by"
        };
        html! { (pen.tell(key, &[("name", name.to_owned().into())])) }
    });
    let at = by.at.time().map(|_| when(pen, by.at));
    told.into_iter().chain(at).collect()
}

fn byline(pen: &Pen<'_>, post: &PostCard<'_>) -> Markup {
    html! {
        header.byline {
            (avatar(post.author, Face::Medium))
            div {
                p.who {
                    @if let Some(href) = post.author_href {
                        a.author href=(href) { bdi { (post.author) } }
                    } @else {
                        bdi.author { (post.author) }
                    }
                    @for role in post.roles { " " (role_mark(role)) }
                    @if post.is_new { " " span.new-mark { (pen.say("post-new")) } }
                }
                p.meta {
                    (permalink(pen, post.permalink, post.written_at))
                    @if post.by_mail { " · " (pen.say("post-by-mail")) }
                    @if let Some(edited) = &post.edited {
                        " · "
                        a href=(edited.href) { (pen.say("post-edited")) " " (time_ago(pen, edited.at)) }
                    }
                }
            }
        }
    }
}

/// The accepted answer in short, under the question, leading to the whole of it.
pub fn accepted_quote(pen: &Pen<'_>, author: &str, by: &AcceptedBy<'_>, excerpt: &str, href: &str) -> Markup {
    let told = accepted_by(pen, by);
    html! {
        aside.accepted-quote aria-label=(pen.say("post-accepted")) {
            p.accepted-head {
                span.mark.resolved { (icon(pen, Icon::Check)) (pen.say("post-accepted")) }
                span.accepted-by { (pen.tell("post-quote-by", &[("name", author.to_owned().into())])) }
                @for told in &told { span.accepted-by { (told) } }
            }
            blockquote dir="auto" { p { (excerpt) } }
            a href=(href) { (pen.say("post-quote-more")) (icon(pen, Icon::ArrowDown)) }
        }
    }
}

/// The one obvious next step: a question to the reader and the buttons that answer it.
pub fn next_step(heading: &str, explanation: Option<&str>, buttons: &[Markup]) -> Markup {
    html! {
        section.next-step {
            div {
                h2 { (heading) }
                @if let Some(explanation) = explanation { p { (explanation) } }
            }
            div.next-buttons { @for button in buttons { (button) } }
        }
    }
}
