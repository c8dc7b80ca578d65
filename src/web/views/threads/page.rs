//! A thread with its replies: the question, where it stands, the accepted answer, and one obvious next step.

use maud::{Markup, html};

use super::articles::answering;
use super::aside::aside;
use super::canned::picker;
use super::drafts::Drafts;
use super::known_problems::problem_step;
use super::moderation::{bar, notices_of};
use super::post::{PostOf, accepted, post, roles};
use super::secrets::secrets;
use super::splitting::picked;
use super::step::{step, still_stuck};
use super::{mark, name_of, page_of};
use crate::domain::account::User;
use crate::domain::category::Audience;
use crate::domain::id::ReplyId;
use crate::domain::permission::{Verb, may_in};
use crate::domain::thread::{Standing, ThreadKind};
use crate::domain::token::FormKey;
use crate::store::threads::{Outline, ReplyOrder, ThreadPage};
use crate::text::excerpt::excerpt_of_html;
use crate::web::page::{Page, pen};
use crate::web::pictures::picture_of;
use crate::web::threads::marks;
use crate::web::views::attaching::Offer;
use crate::web::views::components::{
    Editor, Field, Icon, Link, Pen, ThreadHead, Weight, accepted_by, accepted_quote, breadcrumb, editor, error_summary,
    link_button, problem_with, reply_pager, role_mark, section_head, submit_button, thread_head, time_ago,
    writing_form,
};
use crate::web::views::head::Picture;
use crate::web::views::holds::own_held;
use crate::web::views::layout::columns;
use crate::web::views::structured;
use crate::web::views::unseen::unseen_field;
use crate::web::{Visit, screened};

/// What the parts of the page need to know.
pub(super) struct Scene<'a> {
    pub(super) visit: &'a Visit,
    pub(super) pen: Pen<'a>,
    pub(super) thread: &'a ThreadPage,
    pub(super) drafts: &'a Drafts<'a>,
    pub(super) key: FormKey,
    /// When the page's forms were shown, signed.
    pub(super) begun: String,
}

impl Scene<'_> {
    pub(super) fn user(&self) -> Option<&User> {
        self.visit.viewer.user()
    }

    /// Whether the viewer may do this to a thing of that author.
    pub(super) fn may(&self, verb: Verb, author: Option<crate::domain::id::UserId>) -> bool {
        let audience = self.thread.category.audience;
        self.user().is_some_and(|user| may_in(user, audience, verb, author))
    }

    /// Whether the viewer may post here: nobody in what is deleted, only moderators in what is locked or closed, and nobody who is
    /// silenced.
    pub(super) fn welcomes_posts(&self) -> bool {
        let is_shut = self.thread.is_locked || self.thread.closure.is_some();
        let is_open = self.thread.post.deleted_at.is_none() && (!is_shut || self.may(Verb::Lock, None));
        is_open && !self.is_silenced()
    }

    fn is_silenced(&self) -> bool {
        self.user().is_some_and(|user| user.is_silenced)
    }

    /// Whether the viewer may say that the accepted answer does not help; a form that is to be mended stays.
    ///
    /// While a closure is in force, opening the thread again ends that, which is for moderators.
    pub(super) fn offers_reopening(&self) -> bool {
        let (is_closed, author) = (self.thread.closure.is_some(), self.thread.post.author.id);
        let is_frozen = self.thread.is_locked && !self.may(Verb::Lock, None);
        let is_settled = self.thread.standing == Standing::Resolved && !is_closed;
        let is_mended = self.drafts.reopening.is_some() && !(is_closed && self.may(Verb::Close, author));
        is_mended || (is_settled && !is_frozen && self.may(Verb::Reopen, author))
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
        begun: screened::begun(visit, drafts.begun),
    };
    let pen = &scene.pen;
    let content = html! {
        (breadcrumb(pen, &[
            Link::new(pen.say("way-home"), visit.site.urls.home()),
            Link::new(thread.category.name.clone(), visit.site.urls.category(&thread.category.slug)),
        ]))
        (error_summary(pen, &drafts.problems()))
        (secrets(visit, pen, drafts.pointed))
        (head(&scene))
        (notices_of(&scene))
        (bar(&scene))
        (post(&scene, PostOf::Thread, &thread.post))
        (quote(&scene))
        (answering(&scene))
        (step(&scene))
        (problem_step(&scene))
        (replies(&scene))
        (picked(&scene))
        (own_held(&scene.pen, &thread.moderation.held))
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
    page.canonical(visit, &one_true_address(visit, thread))
        .picture(picture(visit, thread))
        .structured(structured::thread(visit, thread))
}

/// A duplicate stands for its original.
fn one_true_address(visit: &Visit, thread: &ThreadPage) -> String {
    let urls = &visit.site.urls;
    match thread.closure.as_ref().and_then(|closure| closure.original.as_ref()) {
        Some(original) => urls.thread(original.id, &original.title),
        None => urls.thread(thread.id, &thread.title),
    }
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
    if thread.me_too_count > 0 {
        // Whoever announces a problem need not have it.
        let asker = i64::from(scene.is_question());
        facts.push(html! { (pen.count("thread-affected", thread.me_too_count + asker)) });
    }
    if thread.duplicates.count > 0 {
        facts.push(html! { (pen.count("thread-duplicates", thread.duplicates.count)) });
    }
    facts.extend(way_to_answer(scene));
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

/// The way to the accepted answer, whose it is, and who accepted it when; on a later page it stands elsewhere.
fn way_to_answer(scene: &Scene<'_>) -> Vec<Markup> {
    let (pen, Some((id, answer))) = (&scene.pen, &scene.thread.accepted) else {
        return Vec::new();
    };
    let href = if scene.thread.is_first_page {
        format!("#reply-{id}")
    } else {
        scene.visit.site.urls.reply(*id)
    };
    let name = name_of(scene.visit, &answer.author);
    let by = pen.tell("post-quote-by", &[("name", name.into())]);
    let mut facts = vec![html! { a href=(href) { (pen.say("thread-see-answer")) } " " (by) }];
    facts.extend(accepted(scene).iter().flat_map(|by| accepted_by(pen, by)));
    facts
}

/// The accepted answer in short, under the question of a later page; on the first one it stands there whole.
fn quote(scene: &Scene<'_>) -> Markup {
    html! {
        @if let (false, Some((id, answer)), Some(by)) = (scene.thread.is_first_page, &scene.thread.accepted, accepted(scene)) {
            @let name = name_of(scene.visit, &answer.author);
            @let href = scene.visit.site.urls.reply(*id);
            (accepted_quote(&scene.pen, &name, &by, &excerpt_of_html(&answer.body, 150), &href))
        }
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

fn answer_form(scene: &Scene<'_>) -> Markup {
    let (pen, thread, urls) = (&scene.pen, scene.thread, &scene.visit.site.urls);
    let heading = pen.say(if scene.is_question() {
        "answer-heading"
    } else {
        "reply-heading"
    });
    if !scene.welcomes_posts() && scene.drafts.reply.is_none() {
        let why = if scene.is_silenced() {
            "restraint-silence"
        } else {
            "answer-shut"
        };
        return html! { section #answer { p.hint { (pen.say(why)) } } };
    }
    if scene.user().is_none() {
        return for_visitors(scene, &heading);
    }
    if !scene.may(Verb::Reply, thread.post.author.id) {
        return html! { section #answer { p.hint { (pen.say("answer-not-granted")) } } };
    }
    let (typed, problems) = scene
        .drafts
        .reply
        .unwrap_or((scene.drafts.quotation.unwrap_or_default(), &[]));
    let button = match (scene.drafts.pointed, scene.is_question()) {
        ([_, ..], _) => "ask-post-as-is",
        ([], true) => "answer-button",
        ([], false) => "reply-button",
    };
    let (label, hint) = (pen.say("answer-label"), pen.say("answer-hint"));
    let field = Field {
        value: typed,
        hint: scene.is_question().then_some(hint.as_str()),
        problem: problem_with(problems, "body"),
        ..Field::new("body", &label)
    };
    let offer = Offer::to(scene.visit);
    let form = html! {
        (picker(scene))
        (editor(pen, &Editor {
            field,
            preview_action: &urls.thread_part(thread.id, "replies/preview"),
            preview_source: &urls.preview(),
            attaching: offer.as_ref().map(|offer| offer.again(scene.drafts.alt, problems)),
            preview: scene.drafts.preview,
            rows: 8,
        }))
        @if !scene.drafts.pointed.is_empty() {
            input type="hidden" name="pointed_out" value=(marks(scene.drafts.pointed));
        }
        (unseen_field(scene.visit, pen)) (submit_button(&pen.say(button), Weight::Primary))
    };
    html! {
        section #answer {
            (section_head(pen, &heading, None))
            (writing_form(&urls.thread_part(thread.id, "replies"), &screened::hidden(&scene.key, &scene.begun), offer.is_some(), form))
        }
    }
}

/// What visitors may do instead of answering: sign in, or leave an address to be told.
fn for_visitors(scene: &Scene<'_>, heading: &str) -> Markup {
    let (pen, thread, urls) = (&scene.pen, scene.thread, &scene.visit.site.urls);
    let back = format!("{}#answer", urls.thread(thread.id, &thread.title));
    let (sign_in, sign_up) = (urls.sign_in_and_return(&back), urls.sign_up_and_return(&back));
    html! {
        section #answer {
            (section_head(pen, heading, None))
            p { (pen.say("answer-sign-in-explained")) }
            p.ways {
                (link_button(pen, &pen.say("layout-sign-in"), &sign_in, Some(Icon::SignIn), Weight::Secondary)) " "
                (link_button(pen, &pen.say("layout-sign-up"), &sign_up, None, Weight::Quiet))
            }
            @if thread.standing.is_open() {
                p { a href=(urls.tell_me(thread.id)) rel="nofollow" { (pen.say("tell-me-button")) } }
            }
        }
    }
}
