//! A thread with its replies: the question, where it stands, the accepted answer, and one obvious next step.

use maud::{Markup, html};

use super::drafts::Drafts;
use super::moderation::{bar, notices_of};
use super::post::{PostOf, post, roles};
use super::{mark, name_of, page_of};
use crate::domain::account::User;
use crate::domain::permission::{Verb, may};
use crate::domain::thread::{Standing, ThreadKind};
use crate::domain::token::FormKey;
use crate::store::threads::{ReplyOrder, ThreadPage};
use crate::text::excerpt::excerpt_of_html;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Editor, Fact, Field, Icon, Link, Pen, PostButton, ThreadHead, Weight, accepted_quote, breadcrumb, disclosure,
    editor, error_summary, fact_list, link_button, next_step, pager, post_button, post_form, problem_with, role_mark,
    section_head, side_links, submit_button, text_area, thread_head, time_ago,
};
use crate::web::views::layout::columns;

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
    let page = Page::new(thread.title.clone(), columns(content, aside(&scene))).description(description);
    if thread.post.deleted_at.is_some() || !thread.is_first_page {
        page.unlisted()
    } else {
        page
    }
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

/// The accepted answer in short, right under the question.
fn quote(scene: &Scene<'_>) -> Markup {
    html! {
        @if let Some((id, accepted)) = &scene.thread.accepted {
            @let name = name_of(scene.visit, &accepted.author);
            (accepted_quote(&scene.pen, &name, &excerpt_of_html(&accepted.body, 150), &format!("#reply-{id}")))
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
            @if thread.is_first_page {
                @if let Some((id, accepted)) = &thread.accepted { (post(scene, PostOf::Accepted(*id), accepted)) }
            }
            @for (id, reply) in &thread.replies.items { (post(scene, PostOf::Reply(*id), reply)) }
            (pager(pen, first.as_deref(), more.as_deref()))
        }
    }
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
        let back = urls.sign_in_and_return(&format!("{}#answer", urls.thread(thread.id, &thread.title)));
        return html! {
            section #answer {
                (section_head(pen, &heading, None))
                p { (pen.say("answer-sign-in-explained")) }
                p.ways {
                    (link_button(pen, &pen.say("layout-sign-in"), &back, Some(Icon::SignIn), Weight::Secondary)) " "
                    (link_button(pen, &pen.say("layout-sign-up"), &urls.sign_up(), None, Weight::Quiet))
                }
            }
        };
    }
    let (typed, problems) = scene.drafts.reply.unwrap_or(("", &[]));
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

fn aside(scene: &Scene<'_>) -> Markup {
    let (pen, thread, urls) = (&scene.pen, scene.thread, &scene.visit.site.urls);
    let category = html! { a href=(urls.category(&thread.category.slug)) dir="auto" { (thread.category.name) } };
    let mut facts = vec![
        Fact::new(pen.say("fact-category"), category),
        Fact::new(pen.say("fact-asked"), time_ago(pen, thread.post.created_at)),
    ];
    if thread.reply_count > 0 {
        facts.push(Fact::new(pen.say("fact-active"), time_ago(pen, thread.active_at)));
    }
    if let Some(at) = thread.acceptance.as_ref().and_then(|acceptance| acceptance.at.time()) {
        facts.push(Fact::new(pen.say("fact-resolved"), time_ago(pen, at)));
    }
    if scene.is_question() {
        facts.push(Fact::new(
            pen.say("fact-affected"),
            html! { (pen.count("thread-people", thread.me_too_count + 1)) },
        ));
    }
    facts.push(Fact::new(
        pen.say("fact-seen"),
        html! { (pen.count("thread-views", thread.view_count)) },
    ));
    let duplicates: Vec<_> = thread
        .duplicates
        .iter()
        .map(|row| Link::new(row.title.clone(), urls.thread(row.id, &row.title)))
        .collect();
    html! {
        (fact_list(Some(&pen.say("aside-facts")), &facts))
        (side_links(&pen.say("aside-duplicates"), &duplicates))
    }
}
