//! A small forum with something for each act of the log to be done to, and everything that such an act may change.

use tanya::domain::account::Viewer;
use tanya::domain::article::LinkKind;
use tanya::domain::body::Reason;
use tanya::domain::case::{Decision, HoldReason, Piece};
use tanya::domain::draft::ThreadEdit;
use tanya::domain::flag::FlagReason;
use tanya::domain::id::{ArticleId, CaseId, CommentId, RemovalId, ReplyId, RestraintId, ThreadId};
use tanya::domain::moderation::Act;
use tanya::domain::resolution::CloseReason;
use tanya::domain::restraint::{RestraintDraft, RestraintKind};
use tanya::domain::role::{Role, Trust};
use tanya::domain::sight::Sight;
use tanya::domain::spam::Doubt;
use tanya::domain::split::SplitDraft;
use tanya::domain::tag::TagName;
use tanya::domain::title::Title;
use tanya::store::comments::CommentOn;
use tanya::store::threads::{Closing, PostView, Wanted};
use tanya::store::users::roles::{self, Governance};
use tanya::store::written::Written;
use tanya::store::{
    Db, StoreError, article_links, cases, categories, doubts, holds, known_problems, merges, removals, replies,
    restraints, splits, threads, trust,
};

use super::{decide_as, flag_as, only_case, put_back_as, question};
use crate::support::TestApp;

/// What acts are done to.
pub struct Ground {
    pub app: TestApp,
    pub thread: ThreadId,
    pub reply: ReplyId,
    pub comment: CommentId,
    other: ThreadId,
    news: ThreadId,
    article: ArticleId,
}

impl Ground {
    pub fn new() -> Self {
        let app = TestApp::spawn();
        app.leaves_jobs();
        let (thread, reply) = question(&app);
        let comment = app.by("eve", |eve| eve.comment(CommentOn::Reply(reply), "Which key?"));
        let other = app.by("dan", |dan| dan.ask("help", "How do I open a box?", "box"));
        let news = app.by("cat", |cat| cat.start("news", "announcement", "Boxes are stuck", "box"));
        let article = app.by("cat", |cat| {
            let section = cat.section("Boxes", None)?;
            cat.article(section, "How to open a box", "public")
        });
        Self {
            app,
            thread,
            reply,
            comment,
            other,
            news,
            article,
        }
    }

    /// Everything that an act may change, as an administrator sees it.
    pub fn state(&self) -> String {
        let viewer = Viewer::User(self.app.user("root"));
        let (sight, now) = (Sight::everything(), self.app.now());
        let of_thread = |db: &mut Db, id| thread_state(db, &viewer, id);
        let threads = self.app.read(|db| {
            let stands = merges::follow(db, self.thread)?;
            Ok(format!(
                "{}\nstands in {stands}\n{}\n{}",
                of_thread(db, self.thread)?,
                of_thread(db, self.other)?,
                of_thread(db, self.news)?
            ))
        });
        let bob = self.app.user("bob");
        let waiting = self.app.read(|db| cases::queue(db, sight, now)).len();
        let doubted = self.app.read(doubts::queue).len();
        let is_suspended = self
            .app
            .visitor()
            .visit("/users/2/bob")
            .text("main")
            .contains("suspended");
        format!(
            "{threads}\nbob: {} {} {} {is_suspended} {} {doubted}\n{waiting} wait",
            bob.role,
            bob.trust,
            bob.is_staff,
            self.restraints()
        )
    }

    fn write<T>(&self, work: impl FnOnce(&mut Db) -> Result<T, StoreError>) -> T {
        self.app.write(work)
    }

    /// Does what comes before an act.
    pub fn prepare(&self, act: Act) {
        match act {
            Act::Reopen => self.perform(Act::Close),
            Act::Unlock => self.perform(Act::Lock),
            Act::Unpin => self.perform(Act::Pin),
            Act::Unmerge => self.perform(Act::Merge),
            Act::SolveProblem => self.perform(Act::TellProblem),
            Act::Undelete => self.perform(Act::Delete),
            Act::Unaccept => self.perform(Act::Accept),
            Act::Unlink => self.perform(Act::Link),
            Act::Unsuspend => self.perform(Act::Suspend),
            Act::Unwarn => self.perform(Act::Warn),
            Act::Unsilence => self.perform(Act::Silence),
            Act::BringBack => self.perform(Act::Remove),
            Act::LetIn => self.doubt(),
            Act::Doubt => {
                self.doubt();
                self.perform(Act::LetIn);
            }
            Act::PutBack => self.perform(Act::Dismiss),
            Act::Dismiss => {
                flag_as(&self.app, "ada", Piece::Reply(self.reply), FlagReason::Rude);
            }
            _ => {}
        }
        if act == Act::PutBack {
            return;
        }
        self.app.clock.pass(chrono::Duration::minutes(1));
    }

    /// Does an act, as a moderator or an administrator.
    pub fn perform(&self, act: Act) {
        let (cat, now, sight, no) = (
            self.app.user("root"),
            self.app.now(),
            Sight::everything(),
            Reason::default(),
        );
        let category = |slug: &str| self.app.read(|db| categories::by_slug(db, sight, slug)).id;
        let thread = self.thread;
        match act {
            Act::Close => {
                let closing = Closing {
                    reason: CloseReason::Duplicate,
                    original: Some(self.other),
                    note: Reason::parse("The same.").unwrap(),
                };
                self.write(|tx| threads::close(tx, &cat, sight, thread, &closing, now).map(drop));
            }
            Act::Reopen => {
                let why = Reason::parse("Not the same.").unwrap();
                self.write(|tx| threads::reopen(tx, &cat, sight, thread, &why, now).map(drop));
            }
            Act::Lock | Act::Unlock => {
                self.write(|tx| threads::lock(tx, &cat, sight, thread, act == Act::Lock, &no, now).map(drop));
            }
            Act::Pin | Act::Unpin => {
                self.write(|tx| threads::pin(tx, &cat, sight, thread, act == Act::Pin, now).map(drop))
            }
            Act::Move => {
                let to = category("members");
                self.write(|tx| threads::r#move(tx, &cat, sight, thread, to, now).map(drop));
            }
            Act::Merge => self.write(|tx| merges::merge(tx, &cat, sight, thread, self.other, &no, now).map(drop)),
            Act::SplitOff => {
                let draft = SplitDraft {
                    replies: vec![self.reply],
                    title: Title::parse("What about the lid?").unwrap(),
                    category: category("help"),
                    reason: Reason::default(),
                };
                self.write(|tx| splits::split(tx, &cat, sight, thread, &draft, now).map(drop));
            }
            Act::Unmerge => self.write(|tx| merges::undo(tx, &cat, sight, thread, now).map(drop)),
            Act::TellProblem => {
                let of = category("help");
                self.write(|tx| known_problems::begin(tx, &cat, sight, self.news, of, now).map(drop));
            }
            Act::SolveProblem => self.write(|tx| known_problems::end(tx, &cat, sight, self.news, now).map(drop)),
            Act::Retag => {
                let names = TagName::parse_list("key, lid").unwrap();
                self.write(|tx| threads::retag(tx, &cat, sight, thread, &names, now).map(drop));
            }
            Act::Edit => {
                let edit = ThreadEdit::parse("How is the box opened?", &[], "lid", "All else failed.", "").unwrap();
                let body = Written::body(&edit.body);
                self.write(|tx| threads::edit(tx, &cat, sight, thread, &edit, &body, now).map(drop));
            }
            _ => self.perform_on_piece(act),
        }
    }

    /// Does an act on the answer, its case, or what articles have to do with the question.
    fn perform_on_piece(&self, act: Act) {
        let (cat, now, sight, no) = (
            self.app.user("root"),
            self.app.now(),
            Sight::everything(),
            Reason::default(),
        );
        let (thread, reply) = (self.thread, self.reply);
        match act {
            Act::Delete => self.write(|tx| replies::delete(tx, &cat, sight, reply, &no, now).map(drop)),
            Act::Undelete => self.write(|tx| replies::undelete(tx, &cat, sight, reply, now).map(drop)),
            Act::Hold => self.write(|tx| holds::hold(tx, Piece::Reply(reply), HoldReason::Spam, now).map(drop)),
            Act::Dismiss => {
                if super::queue(&self.app, "root").is_empty() {
                    self.prepare(Act::Dismiss);
                }
                decide_as(&self.app, "root", only_case(&self.app), Decision::Kept);
            }
            Act::PutBack => {
                put_back_as(&self.app, "root", CaseId::stored(1));
            }
            Act::Accept => self.write(|tx| replies::accept(tx, &cat, sight, reply, now).map(drop)),
            Act::Unaccept => self.write(|tx| replies::unaccept(tx, &cat, sight, reply, now).map(drop)),
            Act::Link => {
                let article = self.article;
                self.app
                    .by("root", |root| root.link(thread, article, LinkKind::Answers));
            }
            Act::Unlink => {
                let link = (thread, self.article);
                self.write(|tx| article_links::unlink(tx, &cat, sight, link, now).map(drop));
            }
            _ => self.perform_on_person(act),
        }
    }

    /// Does an act on bob.
    fn perform_on_person(&self, act: Act) {
        let governance = Governance {
            admin: Some(self.app.user("root").id),
            user: self.app.user("bob").id,
            reason: Reason::default(),
            now: self.app.now(),
        };
        match act {
            Act::ChangeRole => self.write(|tx| roles::change_role(tx, &governance, Role::Helper).map(drop)),
            Act::ChangeStaff => self.write(|tx| roles::set_staff(tx, &governance, true).map(drop)),
            Act::ChangeTrust => {
                let (was, becomes) = (Trust::Member, Trust::Regular);
                let (user, now) = (governance.user, governance.now);
                self.write(|tx| trust::change(tx, governance.admin, user, (was, becomes), now).map(drop));
            }
            Act::Suspend => self.write(|tx| roles::suspend(tx, &governance).map(drop)),
            Act::Unsuspend => self.write(|tx| roles::unsuspend(tx, &governance).map(drop)),
            Act::Warn => self.restrain(RestraintKind::Warning),
            Act::Silence => self.restrain(RestraintKind::Silence),
            Act::Unwarn | Act::Unsilence => {
                let (root, now) = (self.app.user("root"), self.app.now());
                self.write(|tx| restraints::lift(tx, &root, RestraintId::stored(1), now).map(drop));
            }
            Act::Remove => {
                let (root, now) = (self.app.user("root"), self.app.now());
                self.write(|tx| removals::remove(tx, &root, governance.user, &Reason::default(), now).map(drop));
            }
            Act::BringBack => {
                let (root, now) = (self.app.user("root"), self.app.now());
                self.write(|tx| removals::bring_back(tx, &root, RemovalId::stored(1), now).map(drop));
            }
            Act::LetIn => {
                let (root, now) = (self.app.user("root"), self.app.now());
                self.write(|tx| doubts::let_in(tx, &root, governance.user, now).map(drop));
            }
            Act::Doubt => {
                let (root, now) = (self.app.user("root"), self.app.now());
                self.write(|tx| doubts::put_back(tx, &root, governance.user, now).map(drop));
            }
            _ => unreachable!("{act} is not done here"),
        }
    }
}

impl Ground {
    /// Warns or silences bob.
    fn restrain(&self, kind: RestraintKind) {
        let (root, now, bob) = (self.app.user("root"), self.app.now(), self.app.user("bob").id);
        let draft = RestraintDraft {
            kind,
            reason: Reason::parse("Be kind.").unwrap(),
            ends_at: Some(now + chrono::Duration::days(7)),
            about: None,
        };
        self.write(|tx| restraints::impose(tx, &root, bob, &draft, now).map(drop));
    }

    /// Has bob wait for a moderator, as if programs signed up like him.
    fn doubt(&self) {
        let (bob, now) = (self.app.user("bob").id, self.app.now());
        self.write(|tx| doubts::open(tx, bob, Doubt::Unproven, now));
    }

    /// What holds of what was said to bob.
    fn restraints(&self) -> String {
        let (bob, now) = (self.app.user("bob").id, self.app.now());
        let all = self.app.read(|db| restraints::of(db, bob));
        let holding = all.iter().filter(|(restraint, _)| restraint.holds(now));
        let holding: Vec<_> = holding
            .map(|(restraint, _)| (restraint.kind, &restraint.reason, restraint.span.ends_at))
            .collect();
        format!("{holding:?}")
    }
}

/// All of a thread's page that an act may change; what is deleted stands on no page.
fn thread_state(db: &mut Db, viewer: &Viewer, id: ThreadId) -> Result<String, StoreError> {
    let page = threads::page(db, viewer, Sight::everything(), id, Wanted::default())?;
    let replies = page.accepted.iter().chain(&page.replies.items);
    let replies = replies.filter(|each| each.1.deleted_at.is_none());
    let replies: Vec<String> = replies.map(|each| post_state(&each.1)).collect();
    let problem = page.known_problem.as_ref().filter(|problem| problem.ended_at.is_none());
    let articles: Vec<_> = page.articles.iter().map(|link| (link.id, link.kind)).collect();
    Ok(format!(
        "{} in {} [{}] {} pinned {} locked {}, closed {:?}, accepted {:?}, {} replies\n{}\n{replies:#?}\n{articles:?} {:?}",
        page.title,
        page.category.slug,
        page.tags.join(" "),
        page.standing,
        page.is_pinned,
        page.is_locked,
        page.closure.as_ref().map(|closure| closure.reason),
        page.accepted.as_ref().map(|accepted| accepted.0),
        page.reply_count,
        post_state(&page.post),
        problem.map(|problem| &problem.category),
    ))
}

fn post_state(post: &PostView) -> String {
    let comments = post.comments.iter().filter(|each| each.deleted_at.is_none());
    let comments: Vec<&str> = comments.map(|each| each.body.as_str()).collect();
    format!("{} {} {comments:?}", post.body.as_str(), post.deleted_at.is_some())
}
