//! A thread with its replies: the question, where it stands, the accepted answer, and one obvious next step.

use maud::{Markup, html};

use super::aside::aside;
use super::drafts::Drafts;
use super::moderation::{bar, notices_of};
use super::post::{PostOf, post, roles};
use super::{mark, name_of, page_of};
use crate::domain::account::User;
use crate::domain::category::Audience;
use crate::domain::id::ReplyId;
use crate::domain::permission::{Verb, may};
use crate::domain::thread::{Standing, ThreadKind};
use crate::domain::token::FormKey;
use crate::store::threads::{Outline, ReplyOrder, ThreadPage};
use crate::text::excerpt::excerpt_of_html;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::pictures::picture_of;
use crate::web::views::components::{
    Editor, Field, Icon, Link, Pen, PostButton, ThreadHead, Weight, accepted_quote, breadcrumb, disclosure, editor,
    error_summary, link_button, next_step, post_button, post_form, problem_with, reply_pager, role_mark, section_head,
    submit_button, text_area, thread_head, time_ago,
};
use crate::web::views::head::Picture;
use crate::web::views::layout::columns;
use crate::web::views::structured;

/// What the parts of the page need to know.
pub(super) struct Scene<'a> {
    pub(super) visit: &'a Visit,
    pub(super) pen: Pen<'a>,
    pub(super) thread: &'a ThreadPage,
    pub(super) drafts: &'a Drafts<'a>,
    pub(super) key: FormKey,
}

impl Scene<'_> {
    pub(super) fn user(&self) -> Option<&User> {
        self.visit.viewer.user()
    }

    /// Whether the viewer may do this to a thing of that author.
    pub(super) fn may(&self, verb: Verb, author: Option<crate::domain::id::UserId>) -> bool {
        self.user().is_some_and(|user| may(user, verb, author))
    }

    /// Whether the viewer may post here: nobody in what is deleted, only moderators in what is locked or closed.
    pub(super) fn welcomes_posts(&self) -> bool {
        let is_shut = self.thread.is_locked || self.thread.standing == Standing::Closed;
        self.thread.post.deleted_at.is_none() && (!is_shut || self.may(Verb::Lock, None))
    }

    pub(super) fn is_asker(&self) -> bool {
        self.visit.viewer.id().is_some() && self.visit.viewer.id() == self.thread.post.author.id
    }

    pub(super) fn is_question(&self) -> bool {
        self.thread.kind == ThreadKind::Question
    }
}

/// The page of a thread.
pub fn page(visit: &Visit, thread: &ThreadPage, drafts: &Drafts<'_>) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let key = drafts.key.cloned().unwrap_or_else(FormKey::random);
    let scene = Scene {
        visit,
        pen: pen(visit, &sprite),
        thread,
        drafts,
        key,
    };
    let pen = &scene.pen;
    let content = html! {
        (breadcrumb(pen, &[
            Link::new(pen.say("way-home"), visit.site.urls.home()),
            Link::new(thread.category.name.clone(), visit.site.urls.category(&thread.category.slug)),
        ]))
        (error_summary(pen, &drafts.problems()))
        (head(&scene))
        (notices_of(&scene))
        (bar(&scene))
        (post(&scene, PostOf::Thread, &thread.post))
        (quote(&scene))
        (step(&scene))
        (replies(&scene))
        (answer_form(&scene))
    };
    let description = excerpt_of_html(&thread.post.body, 160);
    let page = Page::new(thread.title.clone(), columns(content, aside(&scene)))
        .description(description)
        .feed(visit, &visit.site.urls.feed_of_thread(thread.id));
    if thread.post.deleted_at.is_some() || !thread.is_first_page {
        // Later pages of replies change places with every vote: robots read them for their links only.
        return page.unlisted();
    }
    page.canonical(visit, &visit.site.urls.thread(thread.id, &thread.title))
        .picture(picture(visit, thread))
        .structured(structured::thread(visit, thread))
}

/// The picture for those who link here; only what the public sees has one.
fn picture(visit: &Visit, thread: &ThreadPage) -> Option<Picture> {
    let outline = Outline {
        title: thread.title.clone(),
        kind: thread.kind,
        standing: thread.standing,
        reply_count: thread.reply_count,
    };
    let is_public = thread.category.audience == Audience::Public;
    is_public.then(|| picture_of(&visit.site, thread.id, &outline))
}

fn head(scene: &Scene<'_>) -> Markup {
    let (pen, thread) = (&scene.pen, scene.thread);
    let name = name_of(scene.visit, &thread.post.author);
    let by = pen.say(if scene.is_question() {
        "thread-asked-by"
    } else {
        "thread-started-by"
    });
    let author = html! {
        (by) " "
        @if let Some(href) = page_of(scene.visit, &thread.post.author) { a href=(href) { bdi { (name) } } } @else { bdi { (name) } }
        @for role in roles(scene, PostOf::Thread, &thread.post.author) { " " (role_mark(&role)) }
    };
    let mut facts = vec![author, time_ago(pen, thread.post.created_at)];
    if let Some(at) = thread.post.edited_at {
        let history = scene.visit.site.urls.thread_part(thread.id, "history");
        facts.push(html! { a href=(history) { (pen.say("post-edited")) " " (time_ago(pen, at)) } });
    }
    if scene.is_question() && thread.me_too_count > 0 {
        facts.push(html! { (pen.count("thread-affected", thread.me_too_count + 1)) });
    }
    if let Some((id, _)) = thread.accepted.as_ref().filter(|_| thread.is_first_page) {
        facts.push(html! { a href={ "#reply-" (id) } { (pen.say("thread-see-answer")) } });
    }
    thread_head(
        pen,
        &ThreadHead {
            title: &thread.title,
            mark: mark(thread.kind, thread.standing),
            pinned: thread.is_pinned,
            locked: thread.is_locked,
            facts: &facts,
        },
    )
}

/// The accepted answer in short, under the question of a later page; on the first one it stands there whole.
fn quote(scene: &Scene<'_>) -> Markup {
    html! {
        @if let Some((id, accepted)) = scene.thread.accepted.as_ref().filter(|_| !scene.thread.is_first_page) {
            @let name = name_of(scene.visit, &accepted.author);
            (accepted_quote(&scene.pen, &name, &excerpt_of_html(&accepted.body, 150), &scene.visit.site.urls.reply(*id)))
        }
    }
}

/// One obvious next step for this reader.
fn step(scene: &Scene<'_>) -> Markup {
    let (pen, thread, urls) = (&scene.pen, scene.thread, &scene.visit.site.urls);
    if !scene.is_question() || thread.post.deleted_at.is_some() {
        return html! {};
    }
    let resolved = thread.standing == Standing::Resolved;
    let may_reopen = scene.may(Verb::Reopen, thread.post.author.id);
    if resolved && may_reopen && (scene.is_asker() || scene.drafts.reopening.is_some()) {
        return next_step(
            &pen.say("step-solved"),
            Some(&pen.say("step-solved-explained")),
            &[reopen_form(scene)],
        );
    }
    if scene.is_asker() && thread.standing == Standing::Answered {
        let see = link_button(
            pen,
            &pen.say("step-see-answers"),
            "#replies",
            Some(Icon::ArrowDown),
            Weight::Secondary,
        );
        return next_step(&pen.say("step-which"), Some(&pen.say("step-which-explained")), &[see]);
    }
    if scene.is_asker() && thread.standing == Standing::Unanswered {
        return next_step(&pen.say("step-wait"), Some(&pen.say("step-wait-explained")), &[]);
    }
    if thread.standing.is_open() && !scene.is_asker() && !thread.is_locked {
        let action = urls.thread_part(thread.id, if thread.has_me_too { "not-me-too" } else { "me-too" });
        let label = pen.say("thread-me-too");
        let me_too = PostButton {
            icon: Some(Icon::People),
            weight: Weight::Secondary,
            pressed: Some(thread.has_me_too),
            ..PostButton::new(&action, &label)
        };
        let answer = link_button(
            pen,
            &pen.say("step-answer"),
            "#answer",
            Some(Icon::Answer),
            Weight::Primary,
        );
        return next_step(&pen.say("step-help"), None, &[answer, post_button(pen, &me_too)]);
    }
    html! {}
}

fn reopen_form(scene: &Scene<'_>) -> Markup {
    let pen = &scene.pen;
    let label = pen.say("reopen-reason");
    let (typed, problems) = scene.drafts.reopening.unwrap_or(("", &[]));
    let field = Field {
        value: typed,
        problem: problem_with(problems, "reopen_reason"),
        ..Field::new("reopen_reason", &label)
    };
    let form = post_form(
        &scene.visit.site.urls.thread_part(scene.thread.id, "reopen"),
        &[],
        html! { (text_area(pen, &field, 3)) (submit_button(&pen.say("reopen-button"), Weight::Secondary)) },
    );
    if scene.drafts.reopening.is_some() {
        form
    } else {
        disclosure(pen, &pen.say("reopen-open"), Some(Icon::Reopen), form)
    }
}

fn replies(scene: &Scene<'_>) -> Markup {
    let (pen, thread) = (&scene.pen, scene.thread);
    let address = scene.visit.site.urls.thread(thread.id, &thread.title);
    let count = if scene.is_question() {
        "thread-answers"
    } else {
        "thread-replies"
    };
    let default = if scene.is_question() {
        ReplyOrder::Helpful
    } else {
        ReplyOrder::Oldest
    };
    let other = match thread.order {
        ReplyOrder::Helpful => ReplyOrder::Oldest,
        ReplyOrder::Oldest => ReplyOrder::Helpful,
    };
    let name = |order: ReplyOrder| {
        pen.say(if order == ReplyOrder::Helpful {
            "order-helpful"
        } else {
            "order-oldest"
        })
    };
    let in_other = Link::new(
        name(other),
        scene.visit.site.urls.replies_of(&address, Some(other.as_str()), None),
    );
    let here = (thread.order != default).then_some(thread.order.as_str());
    let first = (!thread.is_first_page).then(|| scene.visit.site.urls.replies_of(&address, here, None));
    let more = thread
        .replies
        .more
        .map(|more| scene.visit.site.urls.replies_of(&address, here, Some(more)));
    let latest = scene.visit.site.urls.thread_part(thread.id, "latest");
    html! {
        section #replies aria-labelledby="replies-head" {
            @if thread.reply_count > 0 || !thread.replies.items.is_empty() {
                div.section-head {
                    h2 #replies-head { (pen.count(count, thread.reply_count)) }
                    @if thread.reply_count > 1 { a href=(in_other.href) { (in_other.label) } }
                }
            } @else {
                h2.unseen #replies-head { (pen.count(count, 0)) }
            }
            (news(scene))
            @if thread.is_first_page {
                @if let Some((id, accepted)) = &thread.accepted {
                    (post(scene, PostOf::Accepted(*id), accepted))
                    (still_stuck(scene))
                }
            }
            @for (id, reply) in &thread.replies.items { (post(scene, PostOf::Reply(*id), reply)) }
            (reply_pager(pen, first.as_deref(), more.as_deref(), &latest))
            (live_news(scene))
        }
    }
}

/// What is new to this reader since they were here, with the way to the first of it.
fn news(scene: &Scene<'_>) -> Markup {
    let news = &scene.thread.news;
    html! {
        @if let Some(first) = news.first() {
            p.news {
                span.new-mark { (scene.pen.tell("thread-news", &[("count", news.len().into())])) } " "
                a href=(scene.visit.site.urls.reply(*first)) { (scene.pen.say("thread-news-first")) }
            }
        }
    }
}

/// Where a script says that an answer has come meanwhile.
fn live_news(scene: &Scene<'_>) -> Markup {
    let (pen, thread, urls) = (&scene.pen, scene.thread, &scene.visit.site.urls);
    let template = urls.reply(ReplyId::stored(0));
    html! {
        p.live-news role="status" data-live-thread=(thread.id) data-live-stream=(urls.live())
            data-live-newest=(urls.newest_reply(thread.id, thread.reply_count)) data-live-reply=(template) {
            a.button.primary hidden {
                (pen.say(if scene.is_question() { "live-answers" } else { "live-replies" }))
            }
        }
    }
}

/// What a reader does whom the accepted answer did not help.
fn still_stuck(scene: &Scene<'_>) -> Markup {
    let (pen, urls) = (&scene.pen, &scene.visit.site.urls);
    if scene.is_asker() || scene.thread.post.deleted_at.is_some() {
        return html! {};
    }
    let ask = urls.new_thread_in(&scene.thread.category.slug);
    let ask = link_button(pen, &pen.say("step-ask"), &ask, Some(Icon::Question), Weight::Secondary);
    next_step(&pen.say("step-stuck"), Some(&pen.say("step-stuck-explained")), &[ask])
}

fn answer_form(scene: &Scene<'_>) -> Markup {
    let (pen, thread, urls) = (&scene.pen, scene.thread, &scene.visit.site.urls);
    let heading = pen.say(if scene.is_question() {
        "answer-heading"
    } else {
        "reply-heading"
    });
    if !scene.welcomes_posts() && scene.drafts.reply.is_none() {
        return html! { section #answer { p.hint { (pen.say("answer-shut")) } } };
    }
    if scene.user().is_none() {
        let back = format!("{}#answer", urls.thread(thread.id, &thread.title));
        let (sign_in, sign_up) = (urls.sign_in_and_return(&back), urls.sign_up_and_return(&back));
        return html! {
            section #answer {
                (section_head(pen, &heading, None))
                p { (pen.say("answer-sign-in-explained")) }
                p.ways {
                    (link_button(pen, &pen.say("layout-sign-in"), &sign_in, Some(Icon::SignIn), Weight::Secondary)) " "
                    (link_button(pen, &pen.say("layout-sign-up"), &sign_up, None, Weight::Quiet))
                }
            }
        };
    }
    let (typed, problems) = scene
        .drafts
        .reply
        .unwrap_or((scene.drafts.quotation.unwrap_or_default(), &[]));
    let (label, hint) = (pen.say("answer-label"), pen.say("answer-hint"));
    let field = Field {
        value: typed,
        hint: scene.is_question().then_some(hint.as_str()),
        problem: problem_with(problems, "body"),
        ..Field::new("body", &label)
    };
    let form = html! {
        (editor(pen, &Editor {
            field,
            preview_action: &urls.thread_part(thread.id, "replies/preview"),
            preview_source: &urls.preview(),
            preview: scene.drafts.preview,
            rows: 8,
        }))
        (submit_button(&pen.say(if scene.is_question() { "answer-button" } else { "reply-button" }), Weight::Primary))
    };
    html! {
        section #answer {
            (section_head(pen, &heading, None))
            (post_form(&urls.thread_part(thread.id, "replies"), &[("form_key", scene.key.as_str())], form))
        }
    }
}
